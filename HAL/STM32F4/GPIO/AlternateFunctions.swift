// Which pin may carry which signal, by its alternate function (DS8626 table 9). A driver takes only pins that carry its
// signals, so a wrong pin does not compile. Each signal is a protocol of its own, since a pin carries several.

// MARK: - USART: alternate function 7, and 8 from number 4 on

/// Carries USART1_TX.
public protocol USART1TransmitPin: PinIdentity {}
extension PA9: USART1TransmitPin {}
extension PB6: USART1TransmitPin {}

/// Carries USART1_RX.
public protocol USART1ReceivePin: PinIdentity {}
extension PA10: USART1ReceivePin {}
extension PB7: USART1ReceivePin {}

/// Carries USART2_TX.
public protocol USART2TransmitPin: PinIdentity {}
extension PA2: USART2TransmitPin {}
extension PD5: USART2TransmitPin {}

/// Carries USART2_RX.
public protocol USART2ReceivePin: PinIdentity {}
extension PA3: USART2ReceivePin {}
extension PD6: USART2ReceivePin {}

/// Carries USART3_TX.
public protocol USART3TransmitPin: PinIdentity {}
extension PB10: USART3TransmitPin {}
extension PC10: USART3TransmitPin {}
extension PD8: USART3TransmitPin {}

/// Carries USART3_RX.
public protocol USART3ReceivePin: PinIdentity {}
extension PB11: USART3ReceivePin {}
extension PC11: USART3ReceivePin {}
extension PD9: USART3ReceivePin {}

/// Carries UART4_TX.
public protocol UART4TransmitPin: PinIdentity {}
extension PA0: UART4TransmitPin {}
extension PC10: UART4TransmitPin {}

/// Carries UART4_RX.
public protocol UART4ReceivePin: PinIdentity {}
extension PA1: UART4ReceivePin {}
extension PC11: UART4ReceivePin {}

/// Carries UART5_TX.
public protocol UART5TransmitPin: PinIdentity {}
extension PC12: UART5TransmitPin {}

/// Carries UART5_RX.
public protocol UART5ReceivePin: PinIdentity {}
extension PD2: UART5ReceivePin {}

/// Carries USART6_TX.
public protocol USART6TransmitPin: PinIdentity {}
extension PC6: USART6TransmitPin {}

/// Carries USART6_RX.
public protocol USART6ReceivePin: PinIdentity {}
extension PC7: USART6ReceivePin {}

// MARK: - SPI: alternate function 5, and 6 for SPI3

/// Carries SPI1_SCK.
public protocol SPI1ClockPin: PinIdentity {}
extension PA5: SPI1ClockPin {}
extension PB3: SPI1ClockPin {}

/// Carries SPI1_MISO.
public protocol SPI1InputPin: PinIdentity {}
extension PA6: SPI1InputPin {}
extension PB4: SPI1InputPin {}

/// Carries SPI1_MOSI.
public protocol SPI1OutputPin: PinIdentity {}
extension PA7: SPI1OutputPin {}
extension PB5: SPI1OutputPin {}

/// Carries SPI2_SCK.
public protocol SPI2ClockPin: PinIdentity {}
extension PB10: SPI2ClockPin {}
extension PB13: SPI2ClockPin {}

/// Carries SPI2_MISO.
public protocol SPI2InputPin: PinIdentity {}
extension PB14: SPI2InputPin {}
extension PC2: SPI2InputPin {}

/// Carries SPI2_MOSI.
public protocol SPI2OutputPin: PinIdentity {}
extension PB15: SPI2OutputPin {}
extension PC3: SPI2OutputPin {}

/// Carries SPI3_SCK.
public protocol SPI3ClockPin: PinIdentity {}
extension PB3: SPI3ClockPin {}
extension PC10: SPI3ClockPin {}

/// Carries SPI3_MISO.
public protocol SPI3InputPin: PinIdentity {}
extension PB4: SPI3InputPin {}
extension PC11: SPI3InputPin {}

/// Carries SPI3_MOSI.
public protocol SPI3OutputPin: PinIdentity {}
extension PB5: SPI3OutputPin {}
extension PC12: SPI3OutputPin {}

// MARK: - I2C: alternate function 4

/// Carries I2C1_SCL.
public protocol I2C1ClockPin: PinIdentity {}
extension PB6: I2C1ClockPin {}
extension PB8: I2C1ClockPin {}

/// Carries I2C1_SDA.
public protocol I2C1DataPin: PinIdentity {}
extension PB7: I2C1DataPin {}
extension PB9: I2C1DataPin {}

/// Carries I2C2_SCL.
public protocol I2C2ClockPin: PinIdentity {}
extension PB10: I2C2ClockPin {}

/// Carries I2C2_SDA.
public protocol I2C2DataPin: PinIdentity {}
extension PB11: I2C2DataPin {}

/// Carries I2C3_SCL.
public protocol I2C3ClockPin: PinIdentity {}
extension PA8: I2C3ClockPin {}

/// Carries I2C3_SDA.
public protocol I2C3DataPin: PinIdentity {}
extension PC9: I2C3DataPin {}

// MARK: - Timers: alternate function 1 for TIM2, 2 for the others

/// Carries TIM2_CH1.
public protocol TIM2Channel1Pin: PinIdentity {}
extension PA0: TIM2Channel1Pin {}
extension PA5: TIM2Channel1Pin {}
extension PA15: TIM2Channel1Pin {}

/// Carries TIM2_CH2.
public protocol TIM2Channel2Pin: PinIdentity {}
extension PA1: TIM2Channel2Pin {}
extension PB3: TIM2Channel2Pin {}

/// Carries TIM2_CH3.
public protocol TIM2Channel3Pin: PinIdentity {}
extension PA2: TIM2Channel3Pin {}
extension PB10: TIM2Channel3Pin {}

/// Carries TIM2_CH4.
public protocol TIM2Channel4Pin: PinIdentity {}
extension PA3: TIM2Channel4Pin {}
extension PB11: TIM2Channel4Pin {}

/// Carries TIM3_CH1.
public protocol TIM3Channel1Pin: PinIdentity {}
extension PA6: TIM3Channel1Pin {}
extension PB4: TIM3Channel1Pin {}
extension PC6: TIM3Channel1Pin {}

/// Carries TIM3_CH2.
public protocol TIM3Channel2Pin: PinIdentity {}
extension PA7: TIM3Channel2Pin {}
extension PB5: TIM3Channel2Pin {}
extension PC7: TIM3Channel2Pin {}

/// Carries TIM3_CH3.
public protocol TIM3Channel3Pin: PinIdentity {}
extension PB0: TIM3Channel3Pin {}
extension PC8: TIM3Channel3Pin {}

/// Carries TIM3_CH4.
public protocol TIM3Channel4Pin: PinIdentity {}
extension PB1: TIM3Channel4Pin {}
extension PC9: TIM3Channel4Pin {}

/// Carries TIM4_CH1.
public protocol TIM4Channel1Pin: PinIdentity {}
extension PB6: TIM4Channel1Pin {}
extension PD12: TIM4Channel1Pin {}

/// Carries TIM4_CH2.
public protocol TIM4Channel2Pin: PinIdentity {}
extension PB7: TIM4Channel2Pin {}
extension PD13: TIM4Channel2Pin {}

/// Carries TIM4_CH3.
public protocol TIM4Channel3Pin: PinIdentity {}
extension PB8: TIM4Channel3Pin {}
extension PD14: TIM4Channel3Pin {}

/// Carries TIM4_CH4.
public protocol TIM4Channel4Pin: PinIdentity {}
extension PB9: TIM4Channel4Pin {}
extension PD15: TIM4Channel4Pin {}

/// Carries TIM5_CH1.
public protocol TIM5Channel1Pin: PinIdentity {}
extension PA0: TIM5Channel1Pin {}

/// Carries TIM5_CH2.
public protocol TIM5Channel2Pin: PinIdentity {}
extension PA1: TIM5Channel2Pin {}

/// Carries TIM5_CH3.
public protocol TIM5Channel3Pin: PinIdentity {}
extension PA2: TIM5Channel3Pin {}

/// Carries TIM5_CH4.
public protocol TIM5Channel4Pin: PinIdentity {}
extension PA3: TIM5Channel4Pin {}
