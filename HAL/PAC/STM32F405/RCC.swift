// Reset and clock control.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Reset and clock control.
@frozen
public struct RCC: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Clock control register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR: Register<CR, ReadWrite> { .init(at: baseAddress) }

    /// PLL configuration register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var PLLCFGR: Register<PLLCFGR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Clock configuration register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var CFGR: Register<CFGR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Clock interrupt register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var CIR: Register<CIR, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// AHB1 peripheral reset register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var AHB1RSTR: Register<AHB1RSTR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// AHB2 peripheral reset register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var AHB2RSTR: Register<AHB2RSTR, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// AHB3 peripheral reset register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var AHB3RSTR: Register<AHB3RSTR, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// APB1 peripheral reset register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var APB1RSTR: Register<APB1RSTR, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// APB2 peripheral reset register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var APB2RSTR: Register<APB2RSTR, ReadWrite> { .init(at: baseAddress &+ 0x24) }

    /// AHB1 peripheral clock register. Offset 0x30.
    @export(implementation) @inline(__always)
    public var AHB1ENR: Register<AHB1ENR, ReadWrite> { .init(at: baseAddress &+ 0x30) }

    /// AHB2 peripheral clock enable register. Offset 0x34.
    @export(implementation) @inline(__always)
    public var AHB2ENR: Register<AHB2ENR, ReadWrite> { .init(at: baseAddress &+ 0x34) }

    /// AHB3 peripheral clock enable register. Offset 0x38.
    @export(implementation) @inline(__always)
    public var AHB3ENR: Register<AHB3ENR, ReadWrite> { .init(at: baseAddress &+ 0x38) }

    /// APB1 peripheral clock enable register. Offset 0x40.
    @export(implementation) @inline(__always)
    public var APB1ENR: Register<APB1ENR, ReadWrite> { .init(at: baseAddress &+ 0x40) }

    /// APB2 peripheral clock enable register. Offset 0x44.
    @export(implementation) @inline(__always)
    public var APB2ENR: Register<APB2ENR, ReadWrite> { .init(at: baseAddress &+ 0x44) }

    /// AHB1 peripheral clock enable in low power mode register. Offset 0x50.
    @export(implementation) @inline(__always)
    public var AHB1LPENR: Register<AHB1LPENR, ReadWrite> { .init(at: baseAddress &+ 0x50) }

    /// AHB2 peripheral clock enable in low power mode register. Offset 0x54.
    @export(implementation) @inline(__always)
    public var AHB2LPENR: Register<AHB2LPENR, ReadWrite> { .init(at: baseAddress &+ 0x54) }

    /// AHB3 peripheral clock enable in low power mode register. Offset 0x58.
    @export(implementation) @inline(__always)
    public var AHB3LPENR: Register<AHB3LPENR, ReadWrite> { .init(at: baseAddress &+ 0x58) }

    /// APB1 peripheral clock enable in low power mode register. Offset 0x60.
    @export(implementation) @inline(__always)
    public var APB1LPENR: Register<APB1LPENR, ReadWrite> { .init(at: baseAddress &+ 0x60) }

    /// APB2 peripheral clock enabled in low power mode register. Offset 0x64.
    @export(implementation) @inline(__always)
    public var APB2LPENR: Register<APB2LPENR, ReadWrite> { .init(at: baseAddress &+ 0x64) }

    /// Backup domain control register. Offset 0x70.
    @export(implementation) @inline(__always)
    public var BDCR: Register<BDCR, ReadWrite> { .init(at: baseAddress &+ 0x70) }

    /// Clock control & status register. Offset 0x74.
    @export(implementation) @inline(__always)
    public var CSR: Register<CSR, ReadWrite> { .init(at: baseAddress &+ 0x74) }

    /// Spread spectrum clock generation register. Offset 0x80.
    @export(implementation) @inline(__always)
    public var SSCGR: Register<SSCGR, ReadWrite> { .init(at: baseAddress &+ 0x80) }

    /// PLLI2S configuration register. Offset 0x84.
    @export(implementation) @inline(__always)
    public var PLLI2SCFGR: Register<PLLI2SCFGR, ReadWrite> { .init(at: baseAddress &+ 0x84) }
}

extension RCC {
    /// Clock control register.
    @frozen
    public struct CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x83) }

        /// Internal high-speed clock enable. Bit 0.
        @export(implementation) @inline(__always)
        public var HSION: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Internal high-speed clock ready flag. Bit 1.
        @export(implementation) @inline(__always)
        public var HSIRDY: Bool {
            bits.flag(1)
        }

        /// Internal high-speed clock trimming. Bits 7:3.
        @export(implementation) @inline(__always)
        public var HSITRIM: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(3, 5)) }
            set { bits.setField(3, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Internal high-speed clock calibration. Bits 15:8.
        @export(implementation) @inline(__always)
        public var HSICAL: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(8, 8))
        }

        /// HSE clock enable. Bit 16.
        @export(implementation) @inline(__always)
        public var HSEON: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// HSE clock ready flag. Bit 17.
        @export(implementation) @inline(__always)
        public var HSERDY: Bool {
            bits.flag(17)
        }

        /// HSE clock bypass. Bit 18.
        @export(implementation) @inline(__always)
        public var HSEBYP: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Clock security system enable. Bit 19.
        @export(implementation) @inline(__always)
        public var CSSON: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Main PLL (PLL) enable. Bit 24.
        @export(implementation) @inline(__always)
        public var PLLON: Bool {
            get { bits.flag(24) }
            set { bits.setFlag(24, newValue) }
        }

        /// Main PLL (PLL) clock ready flag. Bit 25.
        @export(implementation) @inline(__always)
        public var PLLRDY: Bool {
            bits.flag(25)
        }

        /// PLLI2S enable. Bit 26.
        @export(implementation) @inline(__always)
        public var PLLI2SON: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// PLLI2S clock ready flag. Bit 27.
        @export(implementation) @inline(__always)
        public var PLLI2SRDY: Bool {
            bits.flag(27)
        }
    }
}

extension RCC {
    /// PLL configuration register.
    @frozen
    public struct PLLCFGR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x2400_3010) }

        /// Division of the PLL's input. Bits 5:0.
        @export(implementation) @inline(__always)
        public var PLLM: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 6)) }
            set { bits.setField(0, 6, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Multiplication of the PLL's input. Bits 14:6.
        @export(implementation) @inline(__always)
        public var PLLN: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(6, 9)) }
            set { bits.setField(6, 9, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Values of PLLP.
        @frozen
        public struct SystemDivision: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var by2: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var by4: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var by6: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var by8: Self { .init(rawValue: 3) }
        }

        /// Division for the system clock. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PLLP: SystemDivision {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(16, 2))) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of PLLSRC.
        @frozen
        public struct Source: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var HSI: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var HSE: Self { .init(rawValue: 1) }
        }

        /// Main PLL(PLL) and audio PLL (PLLI2S) entry clock source. Bit 22.
        @export(implementation) @inline(__always)
        public var PLLSRC: Source {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(22, 1))) }
            set { bits.setField(22, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Division for USB, SDIO and the random number generator. Bits 27:24.
        @export(implementation) @inline(__always)
        public var PLLQ: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension RCC {
    /// Clock configuration register.
    @frozen
    public struct CFGR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of SW.
        @frozen
        public struct SystemClock: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var HSI: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var HSE: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var PLL: Self { .init(rawValue: 2) }
        }

        /// System clock switch. Bits 1:0.
        @export(implementation) @inline(__always)
        public var SW: SystemClock {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 2))) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// System clock in use. Bits 3:2.
        @export(implementation) @inline(__always)
        public var SWS: SystemClock {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 2)))
        }

        /// Values of HPRE.
        @frozen
        public struct AHBPrescaler: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var by1: Self { .init(rawValue: 0) }

            /// The number 8.
            @export(implementation) @inline(__always)
            public static var by2: Self { .init(rawValue: 8) }

            /// The number 9.
            @export(implementation) @inline(__always)
            public static var by4: Self { .init(rawValue: 9) }

            /// The number 10.
            @export(implementation) @inline(__always)
            public static var by8: Self { .init(rawValue: 10) }

            /// The number 11.
            @export(implementation) @inline(__always)
            public static var by16: Self { .init(rawValue: 11) }

            /// The number 12.
            @export(implementation) @inline(__always)
            public static var by64: Self { .init(rawValue: 12) }

            /// The number 13.
            @export(implementation) @inline(__always)
            public static var by128: Self { .init(rawValue: 13) }

            /// The number 14.
            @export(implementation) @inline(__always)
            public static var by256: Self { .init(rawValue: 14) }

            /// The number 15.
            @export(implementation) @inline(__always)
            public static var by512: Self { .init(rawValue: 15) }
        }

        /// AHB prescaler. Bits 7:4.
        @export(implementation) @inline(__always)
        public var HPRE: AHBPrescaler {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 4))) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of PPRE1.
        @frozen
        public struct APBPrescaler: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var by1: Self { .init(rawValue: 0) }

            /// The number 4.
            @export(implementation) @inline(__always)
            public static var by2: Self { .init(rawValue: 4) }

            /// The number 5.
            @export(implementation) @inline(__always)
            public static var by4: Self { .init(rawValue: 5) }

            /// The number 6.
            @export(implementation) @inline(__always)
            public static var by8: Self { .init(rawValue: 6) }

            /// The number 7.
            @export(implementation) @inline(__always)
            public static var by16: Self { .init(rawValue: 7) }
        }

        /// APB Low speed prescaler (APB1). Bits 12:10.
        @export(implementation) @inline(__always)
        public var PPRE1: APBPrescaler {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(10, 3))) }
            set { bits.setField(10, 3, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// APB high-speed prescaler (APB2). Bits 15:13.
        @export(implementation) @inline(__always)
        public var PPRE2: APBPrescaler {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(13, 3))) }
            set { bits.setField(13, 3, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// HSE division factor for RTC clock. Bits 20:16.
        @export(implementation) @inline(__always)
        public var RTCPRE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 5)) }
            set { bits.setField(16, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Values of MCO1.
        @frozen
        public struct Output1: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var HSI: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var LSE: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var HSE: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var PLL: Self { .init(rawValue: 3) }
        }

        /// Microcontroller clock output 1. Bits 22:21.
        @export(implementation) @inline(__always)
        public var MCO1: Output1 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(21, 2))) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// I2S clock selection. Bit 23.
        @export(implementation) @inline(__always)
        public var I2SSRC: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// Values of MCO1PRE.
        @frozen
        public struct OutputPrescaler: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var by1: Self { .init(rawValue: 0) }

            /// The number 4.
            @export(implementation) @inline(__always)
            public static var by2: Self { .init(rawValue: 4) }

            /// The number 5.
            @export(implementation) @inline(__always)
            public static var by3: Self { .init(rawValue: 5) }

            /// The number 6.
            @export(implementation) @inline(__always)
            public static var by4: Self { .init(rawValue: 6) }

            /// The number 7.
            @export(implementation) @inline(__always)
            public static var by5: Self { .init(rawValue: 7) }
        }

        /// MCO1 prescaler. Bits 26:24.
        @export(implementation) @inline(__always)
        public var MCO1PRE: OutputPrescaler {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(24, 3))) }
            set { bits.setField(24, 3, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// MCO2 prescaler. Bits 29:27.
        @export(implementation) @inline(__always)
        public var MCO2PRE: OutputPrescaler {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(27, 3))) }
            set { bits.setField(27, 3, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCO2.
        @frozen
        public struct Output2: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var SYSCLK: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var PLLI2S: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var HSE: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var PLL: Self { .init(rawValue: 3) }
        }

        /// Microcontroller clock output 2. Bits 31:30.
        @export(implementation) @inline(__always)
        public var MCO2: Output2 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(30, 2))) }
            set { bits.setField(30, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension RCC {
    /// Clock interrupt register.
    @frozen
    public struct CIR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0xBF_0000 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x3F00 }

        /// LSI ready interrupt flag. Bit 0.
        @export(implementation) @inline(__always)
        public var LSIRDYF: Bool {
            bits.flag(0)
        }

        /// LSE ready interrupt flag. Bit 1.
        @export(implementation) @inline(__always)
        public var LSERDYF: Bool {
            bits.flag(1)
        }

        /// HSI ready interrupt flag. Bit 2.
        @export(implementation) @inline(__always)
        public var HSIRDYF: Bool {
            bits.flag(2)
        }

        /// HSE ready interrupt flag. Bit 3.
        @export(implementation) @inline(__always)
        public var HSERDYF: Bool {
            bits.flag(3)
        }

        /// Main PLL (PLL) ready interrupt flag. Bit 4.
        @export(implementation) @inline(__always)
        public var PLLRDYF: Bool {
            bits.flag(4)
        }

        /// PLLI2S ready interrupt flag. Bit 5.
        @export(implementation) @inline(__always)
        public var PLLI2SRDYF: Bool {
            bits.flag(5)
        }

        /// Clock security system interrupt flag. Bit 7.
        @export(implementation) @inline(__always)
        public var CSSF: Bool {
            bits.flag(7)
        }

        /// LSI ready interrupt enable. Bit 8.
        @export(implementation) @inline(__always)
        public var LSIRDYIE: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// LSE ready interrupt enable. Bit 9.
        @export(implementation) @inline(__always)
        public var LSERDYIE: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// HSI ready interrupt enable. Bit 10.
        @export(implementation) @inline(__always)
        public var HSIRDYIE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// HSE ready interrupt enable. Bit 11.
        @export(implementation) @inline(__always)
        public var HSERDYIE: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Main PLL (PLL) ready interrupt enable. Bit 12.
        @export(implementation) @inline(__always)
        public var PLLRDYIE: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// PLLI2S ready interrupt enable. Bit 13.
        @export(implementation) @inline(__always)
        public var PLLI2SRDYIE: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// LSI ready interrupt clear. Bit 16.
            @export(implementation) @inline(__always)
            public static var LSIRDYC: Self { .init(bits: 0x1_0000) }

            /// LSE ready interrupt clear. Bit 17.
            @export(implementation) @inline(__always)
            public static var LSERDYC: Self { .init(bits: 0x2_0000) }

            /// HSI ready interrupt clear. Bit 18.
            @export(implementation) @inline(__always)
            public static var HSIRDYC: Self { .init(bits: 0x4_0000) }

            /// HSE ready interrupt clear. Bit 19.
            @export(implementation) @inline(__always)
            public static var HSERDYC: Self { .init(bits: 0x8_0000) }

            /// Main PLL(PLL) ready interrupt clear. Bit 20.
            @export(implementation) @inline(__always)
            public static var PLLRDYC: Self { .init(bits: 0x10_0000) }

            /// PLLI2S ready interrupt clear. Bit 21.
            @export(implementation) @inline(__always)
            public static var PLLI2SRDYC: Self { .init(bits: 0x20_0000) }

            /// Clock security system interrupt clear. Bit 23.
            @export(implementation) @inline(__always)
            public static var CSSC: Self { .init(bits: 0x80_0000) }
        }
    }
}

extension RCC {
    /// AHB1 peripheral reset register.
    @frozen
    public struct AHB1RSTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// IO port A reset. Bit 0.
        @export(implementation) @inline(__always)
        public var GPIOARST: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// IO port B reset. Bit 1.
        @export(implementation) @inline(__always)
        public var GPIOBRST: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// IO port C reset. Bit 2.
        @export(implementation) @inline(__always)
        public var GPIOCRST: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// IO port D reset. Bit 3.
        @export(implementation) @inline(__always)
        public var GPIODRST: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// IO port E reset. Bit 4.
        @export(implementation) @inline(__always)
        public var GPIOERST: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// IO port F reset. Bit 5.
        @export(implementation) @inline(__always)
        public var GPIOFRST: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// IO port G reset. Bit 6.
        @export(implementation) @inline(__always)
        public var GPIOGRST: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// IO port H reset. Bit 7.
        @export(implementation) @inline(__always)
        public var GPIOHRST: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// IO port I reset. Bit 8.
        @export(implementation) @inline(__always)
        public var GPIOIRST: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// CRC reset. Bit 12.
        @export(implementation) @inline(__always)
        public var CRCRST: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// DMA2 reset. Bit 21.
        @export(implementation) @inline(__always)
        public var DMA1RST: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// DMA2 reset. Bit 22.
        @export(implementation) @inline(__always)
        public var DMA2RST: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Ethernet MAC reset. Bit 25.
        @export(implementation) @inline(__always)
        public var ETHMACRST: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// USB OTG HS module reset. Bit 29.
        @export(implementation) @inline(__always)
        public var OTGHSRST: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }
    }
}

extension RCC {
    /// AHB2 peripheral reset register.
    @frozen
    public struct AHB2RSTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Camera interface reset. Bit 0.
        @export(implementation) @inline(__always)
        public var DCMIRST: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Random number generator module reset. Bit 6.
        @export(implementation) @inline(__always)
        public var RNGRST: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// USB OTG FS module reset. Bit 7.
        @export(implementation) @inline(__always)
        public var OTGFSRST: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension RCC {
    /// AHB3 peripheral reset register.
    @frozen
    public struct AHB3RSTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Flexible static memory controller module reset. Bit 0.
        @export(implementation) @inline(__always)
        public var FSMCRST: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }
    }
}

extension RCC {
    /// APB1 peripheral reset register.
    @frozen
    public struct APB1RSTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// TIM2 reset. Bit 0.
        @export(implementation) @inline(__always)
        public var TIM2RST: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// TIM3 reset. Bit 1.
        @export(implementation) @inline(__always)
        public var TIM3RST: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// TIM4 reset. Bit 2.
        @export(implementation) @inline(__always)
        public var TIM4RST: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// TIM5 reset. Bit 3.
        @export(implementation) @inline(__always)
        public var TIM5RST: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// TIM6 reset. Bit 4.
        @export(implementation) @inline(__always)
        public var TIM6RST: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// TIM7 reset. Bit 5.
        @export(implementation) @inline(__always)
        public var TIM7RST: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// TIM12 reset. Bit 6.
        @export(implementation) @inline(__always)
        public var TIM12RST: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// TIM13 reset. Bit 7.
        @export(implementation) @inline(__always)
        public var TIM13RST: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// TIM14 reset. Bit 8.
        @export(implementation) @inline(__always)
        public var TIM14RST: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Window watchdog reset. Bit 11.
        @export(implementation) @inline(__always)
        public var WWDGRST: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// SPI 2 reset. Bit 14.
        @export(implementation) @inline(__always)
        public var SPI2RST: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// SPI 3 reset. Bit 15.
        @export(implementation) @inline(__always)
        public var SPI3RST: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// USART 2 reset. Bit 17.
        @export(implementation) @inline(__always)
        public var USART2RST: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// USART 3 reset. Bit 18.
        @export(implementation) @inline(__always)
        public var USART3RST: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// USART 4 reset. Bit 19.
        @export(implementation) @inline(__always)
        public var UART4RST: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// USART 5 reset. Bit 20.
        @export(implementation) @inline(__always)
        public var UART5RST: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// I2C 1 reset. Bit 21.
        @export(implementation) @inline(__always)
        public var I2C1RST: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// I2C 2 reset. Bit 22.
        @export(implementation) @inline(__always)
        public var I2C2RST: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// I2C3 reset. Bit 23.
        @export(implementation) @inline(__always)
        public var I2C3RST: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// CAN1 reset. Bit 25.
        @export(implementation) @inline(__always)
        public var CAN1RST: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// CAN2 reset. Bit 26.
        @export(implementation) @inline(__always)
        public var CAN2RST: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// Power interface reset. Bit 28.
        @export(implementation) @inline(__always)
        public var PWRRST: Bool {
            get { bits.flag(28) }
            set { bits.setFlag(28, newValue) }
        }

        /// DAC reset. Bit 29.
        @export(implementation) @inline(__always)
        public var DACRST: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }
    }
}

extension RCC {
    /// APB2 peripheral reset register.
    @frozen
    public struct APB2RSTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// TIM1 reset. Bit 0.
        @export(implementation) @inline(__always)
        public var TIM1RST: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// TIM8 reset. Bit 1.
        @export(implementation) @inline(__always)
        public var TIM8RST: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// USART1 reset. Bit 4.
        @export(implementation) @inline(__always)
        public var USART1RST: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// USART6 reset. Bit 5.
        @export(implementation) @inline(__always)
        public var USART6RST: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// ADC interface reset (common to all ADCs). Bit 8.
        @export(implementation) @inline(__always)
        public var ADCRST: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// SDIO reset. Bit 11.
        @export(implementation) @inline(__always)
        public var SDIORST: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// SPI 1 reset. Bit 12.
        @export(implementation) @inline(__always)
        public var SPI1RST: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// System configuration controller reset. Bit 14.
        @export(implementation) @inline(__always)
        public var SYSCFGRST: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// TIM9 reset. Bit 16.
        @export(implementation) @inline(__always)
        public var TIM9RST: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// TIM10 reset. Bit 17.
        @export(implementation) @inline(__always)
        public var TIM10RST: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// TIM11 reset. Bit 18.
        @export(implementation) @inline(__always)
        public var TIM11RST: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }
    }
}

extension RCC {
    /// AHB1 peripheral clock register.
    @frozen
    public struct AHB1ENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x10_0000) }

        /// IO port A clock enable. Bit 0.
        @export(implementation) @inline(__always)
        public var GPIOAEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// IO port B clock enable. Bit 1.
        @export(implementation) @inline(__always)
        public var GPIOBEN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// IO port C clock enable. Bit 2.
        @export(implementation) @inline(__always)
        public var GPIOCEN: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// IO port D clock enable. Bit 3.
        @export(implementation) @inline(__always)
        public var GPIODEN: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// IO port E clock enable. Bit 4.
        @export(implementation) @inline(__always)
        public var GPIOEEN: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// IO port F clock enable. Bit 5.
        @export(implementation) @inline(__always)
        public var GPIOFEN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// IO port G clock enable. Bit 6.
        @export(implementation) @inline(__always)
        public var GPIOGEN: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// IO port H clock enable. Bit 7.
        @export(implementation) @inline(__always)
        public var GPIOHEN: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// IO port I clock enable. Bit 8.
        @export(implementation) @inline(__always)
        public var GPIOIEN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// CRC clock enable. Bit 12.
        @export(implementation) @inline(__always)
        public var CRCEN: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Backup SRAM interface clock enable. Bit 18.
        @export(implementation) @inline(__always)
        public var BKPSRAMEN: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// CCM data RAM clock enable. Bit 20.
        @export(implementation) @inline(__always)
        public var CCMDATARAMEN: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// DMA1 clock enable. Bit 21.
        @export(implementation) @inline(__always)
        public var DMA1EN: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// DMA2 clock enable. Bit 22.
        @export(implementation) @inline(__always)
        public var DMA2EN: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Ethernet MAC clock enable. Bit 25.
        @export(implementation) @inline(__always)
        public var ETHMACEN: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// Ethernet Transmission clock enable. Bit 26.
        @export(implementation) @inline(__always)
        public var ETHMACTXEN: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// Ethernet Reception clock enable. Bit 27.
        @export(implementation) @inline(__always)
        public var ETHMACRXEN: Bool {
            get { bits.flag(27) }
            set { bits.setFlag(27, newValue) }
        }

        /// Ethernet PTP clock enable. Bit 28.
        @export(implementation) @inline(__always)
        public var ETHMACPTPEN: Bool {
            get { bits.flag(28) }
            set { bits.setFlag(28, newValue) }
        }

        /// USB OTG HS clock enable. Bit 29.
        @export(implementation) @inline(__always)
        public var OTGHSEN: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }

        /// USB OTG HSULPI clock enable. Bit 30.
        @export(implementation) @inline(__always)
        public var OTGHSULPIEN: Bool {
            get { bits.flag(30) }
            set { bits.setFlag(30, newValue) }
        }
    }
}

extension RCC {
    /// AHB2 peripheral clock enable register.
    @frozen
    public struct AHB2ENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Camera interface enable. Bit 0.
        @export(implementation) @inline(__always)
        public var DCMIEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Random number generator clock enable. Bit 6.
        @export(implementation) @inline(__always)
        public var RNGEN: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// USB OTG FS clock enable. Bit 7.
        @export(implementation) @inline(__always)
        public var OTGFSEN: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension RCC {
    /// AHB3 peripheral clock enable register.
    @frozen
    public struct AHB3ENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Flexible static memory controller module clock enable. Bit 0.
        @export(implementation) @inline(__always)
        public var FSMCEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }
    }
}

extension RCC {
    /// APB1 peripheral clock enable register.
    @frozen
    public struct APB1ENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// TIM2 clock enable. Bit 0.
        @export(implementation) @inline(__always)
        public var TIM2EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// TIM3 clock enable. Bit 1.
        @export(implementation) @inline(__always)
        public var TIM3EN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// TIM4 clock enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TIM4EN: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// TIM5 clock enable. Bit 3.
        @export(implementation) @inline(__always)
        public var TIM5EN: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// TIM6 clock enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TIM6EN: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// TIM7 clock enable. Bit 5.
        @export(implementation) @inline(__always)
        public var TIM7EN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// TIM12 clock enable. Bit 6.
        @export(implementation) @inline(__always)
        public var TIM12EN: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// TIM13 clock enable. Bit 7.
        @export(implementation) @inline(__always)
        public var TIM13EN: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// TIM14 clock enable. Bit 8.
        @export(implementation) @inline(__always)
        public var TIM14EN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Window watchdog clock enable. Bit 11.
        @export(implementation) @inline(__always)
        public var WWDGEN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// SPI2 clock enable. Bit 14.
        @export(implementation) @inline(__always)
        public var SPI2EN: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// SPI3 clock enable. Bit 15.
        @export(implementation) @inline(__always)
        public var SPI3EN: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// USART 2 clock enable. Bit 17.
        @export(implementation) @inline(__always)
        public var USART2EN: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// USART3 clock enable. Bit 18.
        @export(implementation) @inline(__always)
        public var USART3EN: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// UART4 clock enable. Bit 19.
        @export(implementation) @inline(__always)
        public var UART4EN: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// UART5 clock enable. Bit 20.
        @export(implementation) @inline(__always)
        public var UART5EN: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// I2C1 clock enable. Bit 21.
        @export(implementation) @inline(__always)
        public var I2C1EN: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// I2C2 clock enable. Bit 22.
        @export(implementation) @inline(__always)
        public var I2C2EN: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// I2C3 clock enable. Bit 23.
        @export(implementation) @inline(__always)
        public var I2C3EN: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// CAN 1 clock enable. Bit 25.
        @export(implementation) @inline(__always)
        public var CAN1EN: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// CAN 2 clock enable. Bit 26.
        @export(implementation) @inline(__always)
        public var CAN2EN: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// Power interface clock enable. Bit 28.
        @export(implementation) @inline(__always)
        public var PWREN: Bool {
            get { bits.flag(28) }
            set { bits.setFlag(28, newValue) }
        }

        /// DAC interface clock enable. Bit 29.
        @export(implementation) @inline(__always)
        public var DACEN: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }
    }
}

extension RCC {
    /// APB2 peripheral clock enable register.
    @frozen
    public struct APB2ENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// TIM1 clock enable. Bit 0.
        @export(implementation) @inline(__always)
        public var TIM1EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// TIM8 clock enable. Bit 1.
        @export(implementation) @inline(__always)
        public var TIM8EN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// USART1 clock enable. Bit 4.
        @export(implementation) @inline(__always)
        public var USART1EN: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// USART6 clock enable. Bit 5.
        @export(implementation) @inline(__always)
        public var USART6EN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// ADC1 clock enable. Bit 8.
        @export(implementation) @inline(__always)
        public var ADC1EN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// ADC2 clock enable. Bit 9.
        @export(implementation) @inline(__always)
        public var ADC2EN: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// ADC3 clock enable. Bit 10.
        @export(implementation) @inline(__always)
        public var ADC3EN: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// SDIO clock enable. Bit 11.
        @export(implementation) @inline(__always)
        public var SDIOEN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// SPI1 clock enable. Bit 12.
        @export(implementation) @inline(__always)
        public var SPI1EN: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// System configuration controller clock enable. Bit 14.
        @export(implementation) @inline(__always)
        public var SYSCFGEN: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// TIM9 clock enable. Bit 16.
        @export(implementation) @inline(__always)
        public var TIM9EN: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// TIM10 clock enable. Bit 17.
        @export(implementation) @inline(__always)
        public var TIM10EN: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// TIM11 clock enable. Bit 18.
        @export(implementation) @inline(__always)
        public var TIM11EN: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }
    }
}

extension RCC {
    /// AHB1 peripheral clock enable in low power mode register.
    @frozen
    public struct AHB1LPENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x7E67_91FF) }

        /// IO port A clock enable during sleep mode. Bit 0.
        @export(implementation) @inline(__always)
        public var GPIOALPEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// IO port B clock enable during Sleep mode. Bit 1.
        @export(implementation) @inline(__always)
        public var GPIOBLPEN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// IO port C clock enable during Sleep mode. Bit 2.
        @export(implementation) @inline(__always)
        public var GPIOCLPEN: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// IO port D clock enable during Sleep mode. Bit 3.
        @export(implementation) @inline(__always)
        public var GPIODLPEN: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// IO port E clock enable during Sleep mode. Bit 4.
        @export(implementation) @inline(__always)
        public var GPIOELPEN: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// IO port F clock enable during Sleep mode. Bit 5.
        @export(implementation) @inline(__always)
        public var GPIOFLPEN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// IO port G clock enable during Sleep mode. Bit 6.
        @export(implementation) @inline(__always)
        public var GPIOGLPEN: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// IO port H clock enable during Sleep mode. Bit 7.
        @export(implementation) @inline(__always)
        public var GPIOHLPEN: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// IO port I clock enable during Sleep mode. Bit 8.
        @export(implementation) @inline(__always)
        public var GPIOILPEN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// CRC clock enable during Sleep mode. Bit 12.
        @export(implementation) @inline(__always)
        public var CRCLPEN: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Flash interface clock enable during Sleep mode. Bit 15.
        @export(implementation) @inline(__always)
        public var FLITFLPEN: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// SRAM 1interface clock enable during Sleep mode. Bit 16.
        @export(implementation) @inline(__always)
        public var SRAM1LPEN: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// SRAM 2 interface clock enable during Sleep mode. Bit 17.
        @export(implementation) @inline(__always)
        public var SRAM2LPEN: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// Backup SRAM interface clock enable during Sleep mode. Bit 18.
        @export(implementation) @inline(__always)
        public var BKPSRAMLPEN: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// DMA1 clock enable during Sleep mode. Bit 21.
        @export(implementation) @inline(__always)
        public var DMA1LPEN: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// DMA2 clock enable during Sleep mode. Bit 22.
        @export(implementation) @inline(__always)
        public var DMA2LPEN: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Ethernet MAC clock enable during Sleep mode. Bit 25.
        @export(implementation) @inline(__always)
        public var ETHMACLPEN: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// Ethernet transmission clock enable during Sleep mode. Bit 26.
        @export(implementation) @inline(__always)
        public var ETHMACTXLPEN: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// Ethernet reception clock enable during Sleep mode. Bit 27.
        @export(implementation) @inline(__always)
        public var ETHMACRXLPEN: Bool {
            get { bits.flag(27) }
            set { bits.setFlag(27, newValue) }
        }

        /// Ethernet PTP clock enable during Sleep mode. Bit 28.
        @export(implementation) @inline(__always)
        public var ETHMACPTPLPEN: Bool {
            get { bits.flag(28) }
            set { bits.setFlag(28, newValue) }
        }

        /// USB OTG HS clock enable during Sleep mode. Bit 29.
        @export(implementation) @inline(__always)
        public var OTGHSLPEN: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }

        /// USB OTG HS ULPI clock enable during Sleep mode. Bit 30.
        @export(implementation) @inline(__always)
        public var OTGHSULPILPEN: Bool {
            get { bits.flag(30) }
            set { bits.setFlag(30, newValue) }
        }
    }
}

extension RCC {
    /// AHB2 peripheral clock enable in low power mode register.
    @frozen
    public struct AHB2LPENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xF1) }

        /// Camera interface enable during Sleep mode. Bit 0.
        @export(implementation) @inline(__always)
        public var DCMILPEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Random number generator clock enable during Sleep mode. Bit 6.
        @export(implementation) @inline(__always)
        public var RNGLPEN: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// USB OTG FS clock enable during Sleep mode. Bit 7.
        @export(implementation) @inline(__always)
        public var OTGFSLPEN: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension RCC {
    /// AHB3 peripheral clock enable in low power mode register.
    @frozen
    public struct AHB3LPENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x1) }

        /// Flexible static memory controller module clock enable during Sleep mode. Bit 0.
        @export(implementation) @inline(__always)
        public var FSMCLPEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }
    }
}

extension RCC {
    /// APB1 peripheral clock enable in low power mode register.
    @frozen
    public struct APB1LPENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x36FE_C9FF) }

        /// TIM2 clock enable during Sleep mode. Bit 0.
        @export(implementation) @inline(__always)
        public var TIM2LPEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// TIM3 clock enable during Sleep mode. Bit 1.
        @export(implementation) @inline(__always)
        public var TIM3LPEN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// TIM4 clock enable during Sleep mode. Bit 2.
        @export(implementation) @inline(__always)
        public var TIM4LPEN: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// TIM5 clock enable during Sleep mode. Bit 3.
        @export(implementation) @inline(__always)
        public var TIM5LPEN: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// TIM6 clock enable during Sleep mode. Bit 4.
        @export(implementation) @inline(__always)
        public var TIM6LPEN: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// TIM7 clock enable during Sleep mode. Bit 5.
        @export(implementation) @inline(__always)
        public var TIM7LPEN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// TIM12 clock enable during Sleep mode. Bit 6.
        @export(implementation) @inline(__always)
        public var TIM12LPEN: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// TIM13 clock enable during Sleep mode. Bit 7.
        @export(implementation) @inline(__always)
        public var TIM13LPEN: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// TIM14 clock enable during Sleep mode. Bit 8.
        @export(implementation) @inline(__always)
        public var TIM14LPEN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Window watchdog clock enable during Sleep mode. Bit 11.
        @export(implementation) @inline(__always)
        public var WWDGLPEN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// SPI2 clock enable during Sleep mode. Bit 14.
        @export(implementation) @inline(__always)
        public var SPI2LPEN: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// SPI3 clock enable during Sleep mode. Bit 15.
        @export(implementation) @inline(__always)
        public var SPI3LPEN: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// USART2 clock enable during Sleep mode. Bit 17.
        @export(implementation) @inline(__always)
        public var USART2LPEN: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// USART3 clock enable during Sleep mode. Bit 18.
        @export(implementation) @inline(__always)
        public var USART3LPEN: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// UART4 clock enable during Sleep mode. Bit 19.
        @export(implementation) @inline(__always)
        public var UART4LPEN: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// UART5 clock enable during Sleep mode. Bit 20.
        @export(implementation) @inline(__always)
        public var UART5LPEN: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// I2C1 clock enable during Sleep mode. Bit 21.
        @export(implementation) @inline(__always)
        public var I2C1LPEN: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// I2C2 clock enable during Sleep mode. Bit 22.
        @export(implementation) @inline(__always)
        public var I2C2LPEN: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// I2C3 clock enable during Sleep mode. Bit 23.
        @export(implementation) @inline(__always)
        public var I2C3LPEN: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// CAN 1 clock enable during Sleep mode. Bit 25.
        @export(implementation) @inline(__always)
        public var CAN1LPEN: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// CAN 2 clock enable during Sleep mode. Bit 26.
        @export(implementation) @inline(__always)
        public var CAN2LPEN: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// Power interface clock enable during Sleep mode. Bit 28.
        @export(implementation) @inline(__always)
        public var PWRLPEN: Bool {
            get { bits.flag(28) }
            set { bits.setFlag(28, newValue) }
        }

        /// DAC interface clock enable during Sleep mode. Bit 29.
        @export(implementation) @inline(__always)
        public var DACLPEN: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }
    }
}

extension RCC {
    /// APB2 peripheral clock enabled in low power mode register.
    @frozen
    public struct APB2LPENR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x7_5F33) }

        /// TIM1 clock enable during Sleep mode. Bit 0.
        @export(implementation) @inline(__always)
        public var TIM1LPEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// TIM8 clock enable during Sleep mode. Bit 1.
        @export(implementation) @inline(__always)
        public var TIM8LPEN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// USART1 clock enable during Sleep mode. Bit 4.
        @export(implementation) @inline(__always)
        public var USART1LPEN: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// USART6 clock enable during Sleep mode. Bit 5.
        @export(implementation) @inline(__always)
        public var USART6LPEN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// ADC1 clock enable during Sleep mode. Bit 8.
        @export(implementation) @inline(__always)
        public var ADC1LPEN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// ADC2 clock enable during Sleep mode. Bit 9.
        @export(implementation) @inline(__always)
        public var ADC2LPEN: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// ADC 3 clock enable during Sleep mode. Bit 10.
        @export(implementation) @inline(__always)
        public var ADC3LPEN: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// SDIO clock enable during Sleep mode. Bit 11.
        @export(implementation) @inline(__always)
        public var SDIOLPEN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// SPI 1 clock enable during Sleep mode. Bit 12.
        @export(implementation) @inline(__always)
        public var SPI1LPEN: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// System configuration controller clock enable during Sleep mode. Bit 14.
        @export(implementation) @inline(__always)
        public var SYSCFGLPEN: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// TIM9 clock enable during sleep mode. Bit 16.
        @export(implementation) @inline(__always)
        public var TIM9LPEN: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// TIM10 clock enable during Sleep mode. Bit 17.
        @export(implementation) @inline(__always)
        public var TIM10LPEN: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// TIM11 clock enable during Sleep mode. Bit 18.
        @export(implementation) @inline(__always)
        public var TIM11LPEN: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }
    }
}

extension RCC {
    /// Backup domain control register.
    @frozen
    public struct BDCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// External low-speed oscillator enable. Bit 0.
        @export(implementation) @inline(__always)
        public var LSEON: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// External low-speed oscillator ready. Bit 1.
        @export(implementation) @inline(__always)
        public var LSERDY: Bool {
            bits.flag(1)
        }

        /// External low-speed oscillator bypass. Bit 2.
        @export(implementation) @inline(__always)
        public var LSEBYP: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Values of RTCSEL.
        @frozen
        public struct RTCClock: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var none: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var LSE: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var LSI: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var HSE: Self { .init(rawValue: 3) }
        }

        /// RTC clock source. Bits 9:8.
        @export(implementation) @inline(__always)
        public var RTCSEL: RTCClock {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 2))) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// RTC clock enable. Bit 15.
        @export(implementation) @inline(__always)
        public var RTCEN: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Backup domain software reset. Bit 16.
        @export(implementation) @inline(__always)
        public var BDRST: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }
    }
}

extension RCC {
    /// Clock control & status register.
    @frozen
    public struct CSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xE00_0000) }

        /// Internal low-speed oscillator enable. Bit 0.
        @export(implementation) @inline(__always)
        public var LSION: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Internal low-speed oscillator ready. Bit 1.
        @export(implementation) @inline(__always)
        public var LSIRDY: Bool {
            bits.flag(1)
        }

        /// Remove the reset flags. Bit 24.
        @export(implementation) @inline(__always)
        public var RMVF: Bool {
            get { bits.flag(24) }
            set { bits.setFlag(24, newValue) }
        }

        /// BOR reset flag. Bit 25.
        @export(implementation) @inline(__always)
        public var BORRSTF: Bool {
            bits.flag(25)
        }

        /// PIN reset flag. Bit 26.
        @export(implementation) @inline(__always)
        public var PINRSTF: Bool {
            bits.flag(26)
        }

        /// POR/PDR reset flag. Bit 27.
        @export(implementation) @inline(__always)
        public var PORRSTF: Bool {
            bits.flag(27)
        }

        /// Software reset flag. Bit 28.
        @export(implementation) @inline(__always)
        public var SFTRSTF: Bool {
            bits.flag(28)
        }

        /// Independent watchdog reset flag. Bit 29.
        @export(implementation) @inline(__always)
        public var IWDGRSTF: Bool {
            bits.flag(29)
        }

        /// Window watchdog reset flag. Bit 30.
        @export(implementation) @inline(__always)
        public var WWDGRSTF: Bool {
            bits.flag(30)
        }

        /// Low-power reset flag. Bit 31.
        @export(implementation) @inline(__always)
        public var LPWRRSTF: Bool {
            bits.flag(31)
        }
    }
}

extension RCC {
    /// Spread spectrum clock generation register.
    @frozen
    public struct SSCGR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Modulation period. Bits 12:0.
        @export(implementation) @inline(__always)
        public var MODPER: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 13)) }
            set { bits.setField(0, 13, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Incrementation step. Bits 27:13.
        @export(implementation) @inline(__always)
        public var INCSTEP: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(13, 15)) }
            set { bits.setField(13, 15, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Spread Select. Bit 30.
        @export(implementation) @inline(__always)
        public var SPREADSEL: Bool {
            get { bits.flag(30) }
            set { bits.setFlag(30, newValue) }
        }

        /// Spread spectrum modulation enable. Bit 31.
        @export(implementation) @inline(__always)
        public var SSCGEN: Bool {
            get { bits.flag(31) }
            set { bits.setFlag(31, newValue) }
        }
    }
}

extension RCC {
    /// PLLI2S configuration register.
    @frozen
    public struct PLLI2SCFGR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x2000_3000) }

        /// PLLI2S multiplication factor for VCO. Bits 14:6.
        @export(implementation) @inline(__always)
        public var PLLI2SN: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(6, 9)) }
            set { bits.setField(6, 9, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// PLLI2S division factor for I2S clocks. Bits 30:28.
        @export(implementation) @inline(__always)
        public var PLLI2SR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(28, 3)) }
            set { bits.setField(28, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}
