// The chip's pins as types, so that what a pin can do is known when a program is compiled (DS8626 table 7, ports A to E of
// the packages with 64 and 100 pins, and the crystal's pins).

/// A pin of the chip: which port, and which of its 16.
public protocol PinIdentity {
    /// The port's number, A being 0.
    static var port: Int { get }
    /// The pin's number in its port, 0 to 15.
    static var number: Int { get }
    /// The interrupt line that the pin may be connected to: one for each number, whatever the port.
    associatedtype Line: ExternalLine
}

// MARK: - Port A

/// Pin 0 of port A: carries UART4_TX, TIM2_CH1 and TIM5_CH1; channel 0 of ADC1, ADC2 and ADC3.
public enum PA0: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
/// Pin 1 of port A: carries UART4_RX, TIM2_CH2 and TIM5_CH2; channel 1 of ADC1, ADC2 and ADC3.
public enum PA1: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
/// Pin 2 of port A: carries USART2_TX, TIM2_CH3 and TIM5_CH3; channel 2 of ADC1, ADC2 and ADC3.
public enum PA2: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
/// Pin 3 of port A: carries USART2_RX, TIM2_CH4 and TIM5_CH4; channel 3 of ADC1, ADC2 and ADC3.
public enum PA3: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
/// Pin 4 of port A: channel 4 of ADC1 and ADC2.
public enum PA4: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
/// Pin 5 of port A: carries SPI1_SCK and TIM2_CH1; channel 5 of ADC1 and ADC2.
public enum PA5: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
/// Pin 6 of port A: carries SPI1_MISO and TIM3_CH1; channel 6 of ADC1 and ADC2.
public enum PA6: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
/// Pin 7 of port A: carries SPI1_MOSI and TIM3_CH2; channel 7 of ADC1 and ADC2.
public enum PA7: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
/// Pin 8 of port A: carries I2C3_SCL.
public enum PA8: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
/// Pin 9 of port A: carries USART1_TX.
public enum PA9: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
/// Pin 10 of port A: carries USART1_RX.
public enum PA10: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
/// Pin 11 of port A.
public enum PA11: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
/// Pin 12 of port A.
public enum PA12: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
/// Pin 13 of port A.
public enum PA13: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
/// Pin 14 of port A.
public enum PA14: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
/// Pin 15 of port A: carries TIM2_CH1.
public enum PA15: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port B

/// Pin 0 of port B: carries TIM3_CH3; channel 8 of ADC1 and ADC2.
public enum PB0: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
/// Pin 1 of port B: carries TIM3_CH4; channel 9 of ADC1 and ADC2.
public enum PB1: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
/// Pin 2 of port B.
public enum PB2: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
/// Pin 3 of port B: carries SPI1_SCK, SPI3_SCK and TIM2_CH2.
public enum PB3: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
/// Pin 4 of port B: carries SPI1_MISO, SPI3_MISO and TIM3_CH1.
public enum PB4: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
/// Pin 5 of port B: carries SPI1_MOSI, SPI3_MOSI and TIM3_CH2.
public enum PB5: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
/// Pin 6 of port B: carries USART1_TX, I2C1_SCL and TIM4_CH1.
public enum PB6: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
/// Pin 7 of port B: carries USART1_RX, I2C1_SDA and TIM4_CH2.
public enum PB7: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
/// Pin 8 of port B: carries I2C1_SCL and TIM4_CH3.
public enum PB8: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
/// Pin 9 of port B: carries I2C1_SDA and TIM4_CH4.
public enum PB9: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
/// Pin 10 of port B: carries USART3_TX, SPI2_SCK, I2C2_SCL and TIM2_CH3.
public enum PB10: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
/// Pin 11 of port B: carries USART3_RX, I2C2_SDA and TIM2_CH4.
public enum PB11: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
/// Pin 12 of port B.
public enum PB12: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
/// Pin 13 of port B: carries SPI2_SCK.
public enum PB13: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
/// Pin 14 of port B: carries SPI2_MISO.
public enum PB14: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
/// Pin 15 of port B: carries SPI2_MOSI.
public enum PB15: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port C

/// Pin 0 of port C: channel 10 of ADC1, ADC2 and ADC3.
public enum PC0: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
/// Pin 1 of port C: channel 11 of ADC1, ADC2 and ADC3.
public enum PC1: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
/// Pin 2 of port C: carries SPI2_MISO; channel 12 of ADC1, ADC2 and ADC3.
public enum PC2: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
/// Pin 3 of port C: carries SPI2_MOSI; channel 13 of ADC1, ADC2 and ADC3.
public enum PC3: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
/// Pin 4 of port C: channel 14 of ADC1 and ADC2.
public enum PC4: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
/// Pin 5 of port C: channel 15 of ADC1 and ADC2.
public enum PC5: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
/// Pin 6 of port C: carries USART6_TX and TIM3_CH1.
public enum PC6: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
/// Pin 7 of port C: carries USART6_RX and TIM3_CH2.
public enum PC7: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
/// Pin 8 of port C: carries TIM3_CH3.
public enum PC8: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
/// Pin 9 of port C: carries I2C3_SDA and TIM3_CH4.
public enum PC9: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
/// Pin 10 of port C: carries USART3_TX, UART4_TX and SPI3_SCK.
public enum PC10: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
/// Pin 11 of port C: carries USART3_RX, UART4_RX and SPI3_MISO.
public enum PC11: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
/// Pin 12 of port C: carries UART5_TX and SPI3_MOSI.
public enum PC12: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
/// Pin 13 of port C.
public enum PC13: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
/// Pin 14 of port C.
public enum PC14: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
/// Pin 15 of port C.
public enum PC15: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port D

/// Pin 0 of port D.
public enum PD0: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
/// Pin 1 of port D.
public enum PD1: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
/// Pin 2 of port D: carries UART5_RX.
public enum PD2: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
/// Pin 3 of port D.
public enum PD3: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
/// Pin 4 of port D.
public enum PD4: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
/// Pin 5 of port D: carries USART2_TX.
public enum PD5: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
/// Pin 6 of port D: carries USART2_RX.
public enum PD6: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
/// Pin 7 of port D.
public enum PD7: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
/// Pin 8 of port D: carries USART3_TX.
public enum PD8: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
/// Pin 9 of port D: carries USART3_RX.
public enum PD9: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
/// Pin 10 of port D.
public enum PD10: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
/// Pin 11 of port D.
public enum PD11: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
/// Pin 12 of port D: carries TIM4_CH1.
public enum PD12: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
/// Pin 13 of port D: carries TIM4_CH2.
public enum PD13: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
/// Pin 14 of port D: carries TIM4_CH3.
public enum PD14: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
/// Pin 15 of port D: carries TIM4_CH4.
public enum PD15: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port E

/// Pin 0 of port E.
public enum PE0: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
/// Pin 1 of port E.
public enum PE1: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
/// Pin 2 of port E.
public enum PE2: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
/// Pin 3 of port E.
public enum PE3: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
/// Pin 4 of port E.
public enum PE4: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
/// Pin 5 of port E.
public enum PE5: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
/// Pin 6 of port E.
public enum PE6: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
/// Pin 7 of port E.
public enum PE7: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
/// Pin 8 of port E.
public enum PE8: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
/// Pin 9 of port E.
public enum PE9: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
/// Pin 10 of port E.
public enum PE10: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
/// Pin 11 of port E.
public enum PE11: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
/// Pin 12 of port E.
public enum PE12: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
/// Pin 13 of port E.
public enum PE13: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
/// Pin 14 of port E.
public enum PE14: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
/// Pin 15 of port E.
public enum PE15: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port H

/// Pin 0 of port H: the crystal is on it where there is one.
public enum PH0: PinIdentity {
    public static var port: Int { 7 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
/// Pin 1 of port H: the crystal is on it where there is one.
public enum PH1: PinIdentity {
    public static var port: Int { 7 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
