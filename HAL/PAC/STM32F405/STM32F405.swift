// The peripherals of STM32F405, at their addresses.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

/// The peripherals of STM32F405.
public enum STM32F405 {
    /// General purpose timers.
    @export(implementation) @inline(__always)
    public static var TIM2: TIM { .init(baseAddress: 0x4000_0000) }

    /// General purpose timers.
    @export(implementation) @inline(__always)
    public static var TIM3: TIM { .init(baseAddress: 0x4000_0400) }

    /// General purpose timers.
    @export(implementation) @inline(__always)
    public static var TIM4: TIM { .init(baseAddress: 0x4000_0800) }

    /// General-purpose-timers.
    @export(implementation) @inline(__always)
    public static var TIM5: TIM5 { .init(baseAddress: 0x4000_0C00) }

    /// Basic timers.
    @export(implementation) @inline(__always)
    public static var TIM6: BasicTimer { .init(baseAddress: 0x4000_1000) }

    /// Basic timers.
    @export(implementation) @inline(__always)
    public static var TIM7: BasicTimer { .init(baseAddress: 0x4000_1400) }

    /// Real-time clock.
    @export(implementation) @inline(__always)
    public static var RTC: RTC { .init(baseAddress: 0x4000_2800) }

    /// Independent watchdog.
    @export(implementation) @inline(__always)
    public static var IWDG: IWDG { .init(baseAddress: 0x4000_3000) }

    /// Serial peripheral interface.
    @export(implementation) @inline(__always)
    public static var SPI2: SPI { .init(baseAddress: 0x4000_3800) }

    /// Serial peripheral interface.
    @export(implementation) @inline(__always)
    public static var SPI3: SPI { .init(baseAddress: 0x4000_3C00) }

    /// Universal synchronous asynchronous receiver transmitter.
    @export(implementation) @inline(__always)
    public static var USART2: USART { .init(baseAddress: 0x4000_4400) }

    /// Universal synchronous asynchronous receiver transmitter.
    @export(implementation) @inline(__always)
    public static var USART3: USART { .init(baseAddress: 0x4000_4800) }

    /// Universal asynchronous receiver transmitter, without the synchronous and flow control fields.
    @export(implementation) @inline(__always)
    public static var UART4: USART { .init(baseAddress: 0x4000_4C00) }

    /// Universal asynchronous receiver transmitter, without the synchronous and flow control fields.
    @export(implementation) @inline(__always)
    public static var UART5: USART { .init(baseAddress: 0x4000_5000) }

    /// Inter-integrated circuit.
    @export(implementation) @inline(__always)
    public static var I2C1: I2C { .init(baseAddress: 0x4000_5400) }

    /// Inter-integrated circuit.
    @export(implementation) @inline(__always)
    public static var I2C2: I2C { .init(baseAddress: 0x4000_5800) }

    /// Inter-integrated circuit.
    @export(implementation) @inline(__always)
    public static var I2C3: I2C { .init(baseAddress: 0x4000_5C00) }

    /// Power control.
    @export(implementation) @inline(__always)
    public static var PWR: PWR { .init(baseAddress: 0x4000_7000) }

    /// Digital-to-analog converter.
    @export(implementation) @inline(__always)
    public static var DAC: DAC { .init(baseAddress: 0x4000_7400) }

    /// Universal synchronous asynchronous receiver transmitter.
    @export(implementation) @inline(__always)
    public static var USART1: USART { .init(baseAddress: 0x4001_1000) }

    /// Universal synchronous asynchronous receiver transmitter.
    @export(implementation) @inline(__always)
    public static var USART6: USART { .init(baseAddress: 0x4001_1400) }

    /// Analog-to-digital converter.
    @export(implementation) @inline(__always)
    public static var ADC1: ADC { .init(baseAddress: 0x4001_2000) }

    /// Analog-to-digital converter.
    @export(implementation) @inline(__always)
    public static var ADC2: ADC { .init(baseAddress: 0x4001_2100) }

    /// Analog-to-digital converter.
    @export(implementation) @inline(__always)
    public static var ADC3: ADC { .init(baseAddress: 0x4001_2200) }

    /// Common ADC registers.
    @export(implementation) @inline(__always)
    public static var ADC_Common: ADC_Common { .init(baseAddress: 0x4001_2300) }

    /// Serial peripheral interface.
    @export(implementation) @inline(__always)
    public static var SPI1: SPI { .init(baseAddress: 0x4001_3000) }

    /// System configuration controller.
    @export(implementation) @inline(__always)
    public static var SYSCFG: SYSCFG { .init(baseAddress: 0x4001_3800) }

    /// External interrupt/event controller.
    @export(implementation) @inline(__always)
    public static var EXTI: EXTI { .init(baseAddress: 0x4001_3C00) }

    /// General-purpose I/Os. Other than its type says, it resets MODER to 0xA800_0000, PUPDR to 0x6400_0000.
    @export(implementation) @inline(__always)
    public static var GPIOA: GPIO { .init(baseAddress: 0x4002_0000) }

    /// General-purpose I/Os. Other than its type says, it resets MODER to 0x280, OSPEEDR to 0xC0, PUPDR to 0x100.
    @export(implementation) @inline(__always)
    public static var GPIOB: GPIO { .init(baseAddress: 0x4002_0400) }

    /// General-purpose input and output.
    @export(implementation) @inline(__always)
    public static var GPIOC: GPIO { .init(baseAddress: 0x4002_0800) }

    /// General-purpose input and output.
    @export(implementation) @inline(__always)
    public static var GPIOD: GPIO { .init(baseAddress: 0x4002_0C00) }

    /// General-purpose input and output.
    @export(implementation) @inline(__always)
    public static var GPIOE: GPIO { .init(baseAddress: 0x4002_1000) }

    /// General-purpose input and output.
    @export(implementation) @inline(__always)
    public static var GPIOF: GPIO { .init(baseAddress: 0x4002_1400) }

    /// General-purpose input and output.
    @export(implementation) @inline(__always)
    public static var GPIOG: GPIO { .init(baseAddress: 0x4002_1800) }

    /// General-purpose input and output.
    @export(implementation) @inline(__always)
    public static var GPIOH: GPIO { .init(baseAddress: 0x4002_1C00) }

    /// General-purpose input and output.
    @export(implementation) @inline(__always)
    public static var GPIOI: GPIO { .init(baseAddress: 0x4002_2000) }

    /// Reset and clock control.
    @export(implementation) @inline(__always)
    public static var RCC: RCC { .init(baseAddress: 0x4002_3800) }

    /// FLASH.
    @export(implementation) @inline(__always)
    public static var FLASH: FLASH { .init(baseAddress: 0x4002_3C00) }

    /// DMA controller.
    @export(implementation) @inline(__always)
    public static var DMA1: DMA { .init(baseAddress: 0x4002_6000) }

    /// DMA controller.
    @export(implementation) @inline(__always)
    public static var DMA2: DMA { .init(baseAddress: 0x4002_6400) }

    /// Random number generator.
    @export(implementation) @inline(__always)
    public static var RNG: RNG { .init(baseAddress: 0x5006_0800) }

    /// Debug support.
    @export(implementation) @inline(__always)
    public static var DBGMCU: DBGMCU { .init(baseAddress: 0xE004_2000) }
}
