// FLASH.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// FLASH.
@frozen
public struct FLASH: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Flash access control register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var ACR: Register<ACR, ReadWrite> { .init(at: baseAddress) }

    /// Flash key register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var KEYR: Register<KEYR, WriteOnly> { .init(at: baseAddress &+ 0x4) }

    /// Flash option key register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var OPTKEYR: Register<OPTKEYR, WriteOnly> { .init(at: baseAddress &+ 0x8) }

    /// Status register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Control register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var CR: Register<CR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Flash option control register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var OPTCR: Register<OPTCR, ReadWrite> { .init(at: baseAddress &+ 0x14) }
}

extension FLASH {
    /// Flash access control register.
    @frozen
    public struct ACR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Latency. Bits 2:0.
        @export(implementation) @inline(__always)
        public var LATENCY: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 3)) }
            set { bits.setField(0, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Prefetch enable. Bit 8.
        @export(implementation) @inline(__always)
        public var PRFTEN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Instruction cache enable. Bit 9.
        @export(implementation) @inline(__always)
        public var ICEN: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Data cache enable. Bit 10.
        @export(implementation) @inline(__always)
        public var DCEN: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Instruction cache reset. Bit 11.
        @export(implementation) @inline(__always)
        public var ICRST: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Data cache reset. Bit 12.
        @export(implementation) @inline(__always)
        public var DCRST: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }
    }
}

extension FLASH {
    /// Flash key register.
    @frozen
    public struct KEYR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// FPEC key. Bits 31:0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(KEY value: UInt32) {
            bits.setField(0, 32, value)
        }
    }
}

extension FLASH {
    /// Flash option key register.
    @frozen
    public struct OPTKEYR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Option byte key. Bits 31:0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(OPTKEY value: UInt32) {
            bits.setField(0, 32, value)
        }
    }
}

extension FLASH {
    /// Status register.
    @frozen
    public struct SR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0xF3 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// End of operation. Bit 0.
        @export(implementation) @inline(__always)
        public var EOP: Bool {
            bits.flag(0)
        }

        /// Operation error. Bit 1.
        @export(implementation) @inline(__always)
        public var OPERR: Bool {
            bits.flag(1)
        }

        /// Write protection error. Bit 4.
        @export(implementation) @inline(__always)
        public var WRPERR: Bool {
            bits.flag(4)
        }

        /// Programming alignment error. Bit 5.
        @export(implementation) @inline(__always)
        public var PGAERR: Bool {
            bits.flag(5)
        }

        /// Programming parallelism error. Bit 6.
        @export(implementation) @inline(__always)
        public var PGPERR: Bool {
            bits.flag(6)
        }

        /// Programming sequence error. Bit 7.
        @export(implementation) @inline(__always)
        public var PGSERR: Bool {
            bits.flag(7)
        }

        /// Busy. Bit 16.
        @export(implementation) @inline(__always)
        public var BSY: Bool {
            bits.flag(16)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// End of operation. Bit 0.
            @export(implementation) @inline(__always)
            public static var EOP: Self { .init(bits: 0x1) }

            /// Operation error. Bit 1.
            @export(implementation) @inline(__always)
            public static var OPERR: Self { .init(bits: 0x2) }

            /// Write protection error. Bit 4.
            @export(implementation) @inline(__always)
            public static var WRPERR: Self { .init(bits: 0x10) }

            /// Programming alignment error. Bit 5.
            @export(implementation) @inline(__always)
            public static var PGAERR: Self { .init(bits: 0x20) }

            /// Programming parallelism error. Bit 6.
            @export(implementation) @inline(__always)
            public static var PGPERR: Self { .init(bits: 0x40) }

            /// Programming sequence error. Bit 7.
            @export(implementation) @inline(__always)
            public static var PGSERR: Self { .init(bits: 0x80) }
        }
    }
}

extension FLASH {
    /// Control register.
    @frozen
    public struct CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x8000_0000) }

        /// Programming. Bit 0.
        @export(implementation) @inline(__always)
        public var PG: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Sector Erase. Bit 1.
        @export(implementation) @inline(__always)
        public var SER: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Mass Erase. Bit 2.
        @export(implementation) @inline(__always)
        public var MER: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Sector number. Bits 6:3.
        @export(implementation) @inline(__always)
        public var SNB: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(3, 4)) }
            set { bits.setField(3, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Values of PSIZE.
        @frozen
        public struct ProgramSize: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var byte: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var halfword: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var word: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var doubleword: Self { .init(rawValue: 3) }
        }

        /// Program size. Bits 9:8.
        @export(implementation) @inline(__always)
        public var PSIZE: ProgramSize {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 2))) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Start. Bit 16.
        @export(implementation) @inline(__always)
        public var STRT: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// End of operation interrupt enable. Bit 24.
        @export(implementation) @inline(__always)
        public var EOPIE: Bool {
            get { bits.flag(24) }
            set { bits.setFlag(24, newValue) }
        }

        /// Error interrupt enable. Bit 25.
        @export(implementation) @inline(__always)
        public var ERRIE: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// Lock. Bit 31.
        @export(implementation) @inline(__always)
        public var LOCK: Bool {
            get { bits.flag(31) }
            set { bits.setFlag(31, newValue) }
        }
    }
}

extension FLASH {
    /// Flash option control register.
    @frozen
    public struct OPTCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFF_AAED) }

        /// Option lock. Bit 0.
        @export(implementation) @inline(__always)
        public var OPTLOCK: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Option start. Bit 1.
        @export(implementation) @inline(__always)
        public var OPTSTRT: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Values of BOR_LEV.
        @frozen
        public struct BrownOutLevel: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var level3: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var level2: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var level1: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var off: Self { .init(rawValue: 3) }
        }

        /// BOR reset Level. Bits 3:2.
        @export(implementation) @inline(__always)
        public var BOR_LEV: BrownOutLevel {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 2))) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// WDG_SW User option bytes. Bit 5.
        @export(implementation) @inline(__always)
        public var WDG_SW: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// nRST_STOP User option bytes. Bit 6.
        @export(implementation) @inline(__always)
        public var nRST_STOP: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// nRST_STDBY User option bytes. Bit 7.
        @export(implementation) @inline(__always)
        public var nRST_STDBY: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Read protect. Bits 15:8.
        @export(implementation) @inline(__always)
        public var RDP: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 8)) }
            set { bits.setField(8, 8, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Not write protect. Bits 27:16.
        @export(implementation) @inline(__always)
        public var nWRP: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 12)) }
            set { bits.setField(16, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}
