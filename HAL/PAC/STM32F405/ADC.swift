// Analog-to-digital converter.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Analog-to-digital converter.
@frozen
public struct ADC: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Status register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress) }

    /// Control register 1. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CR1: Register<CR1, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Control register 2. Offset 0x8.
    @export(implementation) @inline(__always)
    public var CR2: Register<CR2, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Sample time register 1. Offset 0xC.
    @export(implementation) @inline(__always)
    public var SMPR1: Register<SMPR1, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Sample time register 2. Offset 0x10.
    @export(implementation) @inline(__always)
    public var SMPR2: Register<SMPR2, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Injected channel data offset register x. Offset 0x14.
    @export(implementation) @inline(__always)
    public var JOFR1: Register<JOFR1, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Injected channel data offset register x. Offset 0x18.
    @export(implementation) @inline(__always)
    public var JOFR2: Register<JOFR2, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Injected channel data offset register x. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var JOFR3: Register<JOFR3, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Injected channel data offset register x. Offset 0x20.
    @export(implementation) @inline(__always)
    public var JOFR4: Register<JOFR4, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// Watchdog higher threshold register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var HTR: Register<HTR, ReadWrite> { .init(at: baseAddress &+ 0x24) }

    /// Watchdog lower threshold register. Offset 0x28.
    @export(implementation) @inline(__always)
    public var LTR: Register<LTR, ReadWrite> { .init(at: baseAddress &+ 0x28) }

    /// Regular sequence register 1. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var SQR1: Register<SQR1, ReadWrite> { .init(at: baseAddress &+ 0x2C) }

    /// Regular sequence register 2. Offset 0x30.
    @export(implementation) @inline(__always)
    public var SQR2: Register<SQR2, ReadWrite> { .init(at: baseAddress &+ 0x30) }

    /// Regular sequence register 3. Offset 0x34.
    @export(implementation) @inline(__always)
    public var SQR3: Register<SQR3, ReadWrite> { .init(at: baseAddress &+ 0x34) }

    /// Injected sequence register. Offset 0x38.
    @export(implementation) @inline(__always)
    public var JSQR: Register<JSQR, ReadWrite> { .init(at: baseAddress &+ 0x38) }

    /// Injected data register x. Offset 0x3C.
    @export(implementation) @inline(__always)
    public var JDR1: Register<JDR1, ReadOnly> { .init(at: baseAddress &+ 0x3C) }

    /// Injected data register x. Offset 0x40.
    @export(implementation) @inline(__always)
    public var JDR2: Register<JDR2, ReadOnly> { .init(at: baseAddress &+ 0x40) }

    /// Injected data register x. Offset 0x44.
    @export(implementation) @inline(__always)
    public var JDR3: Register<JDR3, ReadOnly> { .init(at: baseAddress &+ 0x44) }

    /// Injected data register x. Offset 0x48.
    @export(implementation) @inline(__always)
    public var JDR4: Register<JDR4, ReadOnly> { .init(at: baseAddress &+ 0x48) }

    /// Regular data register. Offset 0x4C.
    @export(implementation) @inline(__always)
    public var DR: Register<DR, ReadOnly> { .init(at: baseAddress &+ 0x4C) }
}

extension ADC {
    /// Status register.
    @frozen
    public struct SR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var zeroTriggers: UInt32 { 0x3F }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Analog watchdog flag. Bit 0.
        @export(implementation) @inline(__always)
        public var AWD: Bool {
            bits.flag(0)
        }

        /// Regular channel end of conversion. Bit 1.
        @export(implementation) @inline(__always)
        public var EOC: Bool {
            bits.flag(1)
        }

        /// Injected channel end of conversion. Bit 2.
        @export(implementation) @inline(__always)
        public var JEOC: Bool {
            bits.flag(2)
        }

        /// Injected channel start flag. Bit 3.
        @export(implementation) @inline(__always)
        public var JSTRT: Bool {
            bits.flag(3)
        }

        /// Regular channel start flag. Bit 4.
        @export(implementation) @inline(__always)
        public var STRT: Bool {
            bits.flag(4)
        }

        /// Overrun. Bit 5.
        @export(implementation) @inline(__always)
        public var OVR: Bool {
            bits.flag(5)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Analog watchdog flag. Bit 0.
            @export(implementation) @inline(__always)
            public static var AWD: Self { .init(bits: 0x1) }

            /// Regular channel end of conversion. Bit 1.
            @export(implementation) @inline(__always)
            public static var EOC: Self { .init(bits: 0x2) }

            /// Injected channel end of conversion. Bit 2.
            @export(implementation) @inline(__always)
            public static var JEOC: Self { .init(bits: 0x4) }

            /// Injected channel start flag. Bit 3.
            @export(implementation) @inline(__always)
            public static var JSTRT: Self { .init(bits: 0x8) }

            /// Regular channel start flag. Bit 4.
            @export(implementation) @inline(__always)
            public static var STRT: Self { .init(bits: 0x10) }

            /// Overrun. Bit 5.
            @export(implementation) @inline(__always)
            public static var OVR: Self { .init(bits: 0x20) }
        }
    }
}

extension ADC {
    /// Control register 1.
    @frozen
    public struct CR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Analog watchdog channel select bits. Bits 4:0.
        @export(implementation) @inline(__always)
        public var AWDCH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Interrupt enable for EOC. Bit 5.
        @export(implementation) @inline(__always)
        public var EOCIE: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Analog watchdog interrupt enable. Bit 6.
        @export(implementation) @inline(__always)
        public var AWDIE: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Interrupt enable for injected channels. Bit 7.
        @export(implementation) @inline(__always)
        public var JEOCIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Scan mode. Bit 8.
        @export(implementation) @inline(__always)
        public var SCAN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Enable the watchdog on a single channel in scan mode. Bit 9.
        @export(implementation) @inline(__always)
        public var AWDSGL: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Automatic injected group conversion. Bit 10.
        @export(implementation) @inline(__always)
        public var JAUTO: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Discontinuous mode on regular channels. Bit 11.
        @export(implementation) @inline(__always)
        public var DISCEN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Discontinuous mode on injected channels. Bit 12.
        @export(implementation) @inline(__always)
        public var JDISCEN: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Discontinuous mode channel count. Bits 15:13.
        @export(implementation) @inline(__always)
        public var DISCNUM: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 3)) }
            set { bits.setField(13, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Analog watchdog enable on injected channels. Bit 22.
        @export(implementation) @inline(__always)
        public var JAWDEN: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Analog watchdog enable on regular channels. Bit 23.
        @export(implementation) @inline(__always)
        public var AWDEN: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// Resolution. Bits 25:24.
        @export(implementation) @inline(__always)
        public var RES: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 2)) }
            set { bits.setField(24, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Overrun interrupt enable. Bit 26.
        @export(implementation) @inline(__always)
        public var OVRIE: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }
    }
}

extension ADC {
    /// Control register 2.
    @frozen
    public struct CR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// A/D Converter ON / OFF. Bit 0.
        @export(implementation) @inline(__always)
        public var ADON: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Continuous conversion. Bit 1.
        @export(implementation) @inline(__always)
        public var CONT: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Direct memory access mode (for single ADC mode). Bit 8.
        @export(implementation) @inline(__always)
        public var DMA: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// DMA disable selection (for single ADC mode). Bit 9.
        @export(implementation) @inline(__always)
        public var DDS: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// End of conversion selection. Bit 10.
        @export(implementation) @inline(__always)
        public var EOCS: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Data alignment. Bit 11.
        @export(implementation) @inline(__always)
        public var ALIGN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// External event select for injected group. Bits 19:16.
        @export(implementation) @inline(__always)
        public var JEXTSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 4)) }
            set { bits.setField(16, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// External trigger enable for injected channels. Bits 21:20.
        @export(implementation) @inline(__always)
        public var JEXTEN: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 2)) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Start conversion of injected channels. Bit 22.
        @export(implementation) @inline(__always)
        public var JSWSTART: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// External event select for regular group. Bits 27:24.
        @export(implementation) @inline(__always)
        public var EXTSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// External trigger enable for regular channels. Bits 29:28.
        @export(implementation) @inline(__always)
        public var EXTEN: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(28, 2)) }
            set { bits.setField(28, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Start conversion of regular channels. Bit 30.
        @export(implementation) @inline(__always)
        public var SWSTART: Bool {
            get { bits.flag(30) }
            set { bits.setFlag(30, newValue) }
        }
    }
}

extension ADC {
    /// Sample time register 1.
    @frozen
    public struct SMPR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Sample time bits. Bits 31:0.
        @export(implementation) @inline(__always)
        public var SMPx_x: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension ADC {
    /// Sample time register 2.
    @frozen
    public struct SMPR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Sample time bits. Bits 31:0.
        @export(implementation) @inline(__always)
        public var SMPx_x: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension ADC {
    /// Injected channel data offset register x.
    @frozen
    public struct JOFR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data offset for injected channel x. Bits 11:0.
        @export(implementation) @inline(__always)
        public var JOFFSET1: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Injected channel data offset register x.
    @frozen
    public struct JOFR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data offset for injected channel x. Bits 11:0.
        @export(implementation) @inline(__always)
        public var JOFFSET2: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Injected channel data offset register x.
    @frozen
    public struct JOFR3: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data offset for injected channel x. Bits 11:0.
        @export(implementation) @inline(__always)
        public var JOFFSET3: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Injected channel data offset register x.
    @frozen
    public struct JOFR4: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data offset for injected channel x. Bits 11:0.
        @export(implementation) @inline(__always)
        public var JOFFSET4: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Watchdog higher threshold register.
    @frozen
    public struct HTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFF) }

        /// Analog watchdog higher threshold. Bits 11:0.
        @export(implementation) @inline(__always)
        public var HT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Watchdog lower threshold register.
    @frozen
    public struct LTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Analog watchdog lower threshold. Bits 11:0.
        @export(implementation) @inline(__always)
        public var LT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Regular sequence register 1.
    @frozen
    public struct SQR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// 13th conversion in regular sequence. Bits 4:0.
        @export(implementation) @inline(__always)
        public var SQ13: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 14th conversion in regular sequence. Bits 9:5.
        @export(implementation) @inline(__always)
        public var SQ14: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(5, 5)) }
            set { bits.setField(5, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 15th conversion in regular sequence. Bits 14:10.
        @export(implementation) @inline(__always)
        public var SQ15: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(10, 5)) }
            set { bits.setField(10, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 16th conversion in regular sequence. Bits 19:15.
        @export(implementation) @inline(__always)
        public var SQ16: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(15, 5)) }
            set { bits.setField(15, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Regular channel sequence length. Bits 23:20.
        @export(implementation) @inline(__always)
        public var L: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 4)) }
            set { bits.setField(20, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Regular sequence register 2.
    @frozen
    public struct SQR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// 7th conversion in regular sequence. Bits 4:0.
        @export(implementation) @inline(__always)
        public var SQ7: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 8th conversion in regular sequence. Bits 9:5.
        @export(implementation) @inline(__always)
        public var SQ8: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(5, 5)) }
            set { bits.setField(5, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 9th conversion in regular sequence. Bits 14:10.
        @export(implementation) @inline(__always)
        public var SQ9: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(10, 5)) }
            set { bits.setField(10, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 10th conversion in regular sequence. Bits 19:15.
        @export(implementation) @inline(__always)
        public var SQ10: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(15, 5)) }
            set { bits.setField(15, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 11th conversion in regular sequence. Bits 24:20.
        @export(implementation) @inline(__always)
        public var SQ11: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 5)) }
            set { bits.setField(20, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 12th conversion in regular sequence. Bits 29:25.
        @export(implementation) @inline(__always)
        public var SQ12: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 5)) }
            set { bits.setField(25, 5, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Regular sequence register 3.
    @frozen
    public struct SQR3: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// 1st conversion in regular sequence. Bits 4:0.
        @export(implementation) @inline(__always)
        public var SQ1: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 2nd conversion in regular sequence. Bits 9:5.
        @export(implementation) @inline(__always)
        public var SQ2: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(5, 5)) }
            set { bits.setField(5, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 3rd conversion in regular sequence. Bits 14:10.
        @export(implementation) @inline(__always)
        public var SQ3: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(10, 5)) }
            set { bits.setField(10, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 4th conversion in regular sequence. Bits 19:15.
        @export(implementation) @inline(__always)
        public var SQ4: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(15, 5)) }
            set { bits.setField(15, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 5th conversion in regular sequence. Bits 24:20.
        @export(implementation) @inline(__always)
        public var SQ5: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 5)) }
            set { bits.setField(20, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 6th conversion in regular sequence. Bits 29:25.
        @export(implementation) @inline(__always)
        public var SQ6: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 5)) }
            set { bits.setField(25, 5, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Injected sequence register.
    @frozen
    public struct JSQR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// 1st conversion in injected sequence. Bits 4:0.
        @export(implementation) @inline(__always)
        public var JSQ1: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 2nd conversion in injected sequence. Bits 9:5.
        @export(implementation) @inline(__always)
        public var JSQ2: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(5, 5)) }
            set { bits.setField(5, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 3rd conversion in injected sequence. Bits 14:10.
        @export(implementation) @inline(__always)
        public var JSQ3: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(10, 5)) }
            set { bits.setField(10, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// 4th conversion in injected sequence. Bits 19:15.
        @export(implementation) @inline(__always)
        public var JSQ4: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(15, 5)) }
            set { bits.setField(15, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Injected sequence length. Bits 21:20.
        @export(implementation) @inline(__always)
        public var JL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 2)) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension ADC {
    /// Injected data register x.
    @frozen
    public struct JDR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Injected data. Bits 15:0.
        @export(implementation) @inline(__always)
        public var JDATA: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension ADC {
    /// Injected data register x.
    @frozen
    public struct JDR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Injected data. Bits 15:0.
        @export(implementation) @inline(__always)
        public var JDATA: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension ADC {
    /// Injected data register x.
    @frozen
    public struct JDR3: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Injected data. Bits 15:0.
        @export(implementation) @inline(__always)
        public var JDATA: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension ADC {
    /// Injected data register x.
    @frozen
    public struct JDR4: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Injected data. Bits 15:0.
        @export(implementation) @inline(__always)
        public var JDATA: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension ADC {
    /// Regular data register.
    @frozen
    public struct DR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Regular data. Bits 15:0.
        @export(implementation) @inline(__always)
        public var DATA: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}
