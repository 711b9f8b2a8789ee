// Real-time clock.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Real-time clock.
@frozen
public struct RTC: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Time register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var TR: Register<TR, ReadWrite> { .init(at: baseAddress) }

    /// Date register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var DR: Register<DR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Control register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var CR: Register<CR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Initialization and status register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var ISR: Register<ISR, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Prescaler register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var PRER: Register<PRER, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Wakeup timer register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var WUTR: Register<WUTR, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Calibration register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var CALIBR: Register<CALIBR, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Alarm A register. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var ALRMAR: Register<ALRMAR, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Alarm B register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var ALRMBR: Register<ALRMBR, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// Write protection register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var WPR: Register<WPR, WriteOnly> { .init(at: baseAddress &+ 0x24) }

    /// Sub second register. Offset 0x28.
    @export(implementation) @inline(__always)
    public var SSR: Register<SSR, ReadOnly> { .init(at: baseAddress &+ 0x28) }

    /// Shift control register. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var SHIFTR: Register<SHIFTR, WriteOnly> { .init(at: baseAddress &+ 0x2C) }

    /// Time stamp time register. Offset 0x30.
    @export(implementation) @inline(__always)
    public var TSTR: Register<TSTR, ReadOnly> { .init(at: baseAddress &+ 0x30) }

    /// Time stamp date register. Offset 0x34.
    @export(implementation) @inline(__always)
    public var TSDR: Register<TSDR, ReadOnly> { .init(at: baseAddress &+ 0x34) }

    /// Timestamp sub second register. Offset 0x38.
    @export(implementation) @inline(__always)
    public var TSSSR: Register<TSSSR, ReadOnly> { .init(at: baseAddress &+ 0x38) }

    /// Calibration register. Offset 0x3C.
    @export(implementation) @inline(__always)
    public var CALR: Register<CALR, ReadWrite> { .init(at: baseAddress &+ 0x3C) }

    /// Tamper and alternate function configuration register. Offset 0x40.
    @export(implementation) @inline(__always)
    public var TAFCR: Register<TAFCR, ReadWrite> { .init(at: baseAddress &+ 0x40) }

    /// Alarm A sub second register. Offset 0x44.
    @export(implementation) @inline(__always)
    public var ALRMASSR: Register<ALRMASSR, ReadWrite> { .init(at: baseAddress &+ 0x44) }

    /// Alarm B sub second register. Offset 0x48.
    @export(implementation) @inline(__always)
    public var ALRMBSSR: Register<ALRMBSSR, ReadWrite> { .init(at: baseAddress &+ 0x48) }

    /// Backup register. Offset 0x50.
    @export(implementation) @inline(__always)
    public var BKP0R: Register<BKP0R, ReadWrite> { .init(at: baseAddress &+ 0x50) }

    /// Backup register. Offset 0x54.
    @export(implementation) @inline(__always)
    public var BKP1R: Register<BKP1R, ReadWrite> { .init(at: baseAddress &+ 0x54) }

    /// Backup register. Offset 0x58.
    @export(implementation) @inline(__always)
    public var BKP2R: Register<BKP2R, ReadWrite> { .init(at: baseAddress &+ 0x58) }

    /// Backup register. Offset 0x5C.
    @export(implementation) @inline(__always)
    public var BKP3R: Register<BKP3R, ReadWrite> { .init(at: baseAddress &+ 0x5C) }

    /// Backup register. Offset 0x60.
    @export(implementation) @inline(__always)
    public var BKP4R: Register<BKP4R, ReadWrite> { .init(at: baseAddress &+ 0x60) }

    /// Backup register. Offset 0x64.
    @export(implementation) @inline(__always)
    public var BKP5R: Register<BKP5R, ReadWrite> { .init(at: baseAddress &+ 0x64) }

    /// Backup register. Offset 0x68.
    @export(implementation) @inline(__always)
    public var BKP6R: Register<BKP6R, ReadWrite> { .init(at: baseAddress &+ 0x68) }

    /// Backup register. Offset 0x6C.
    @export(implementation) @inline(__always)
    public var BKP7R: Register<BKP7R, ReadWrite> { .init(at: baseAddress &+ 0x6C) }

    /// Backup register. Offset 0x70.
    @export(implementation) @inline(__always)
    public var BKP8R: Register<BKP8R, ReadWrite> { .init(at: baseAddress &+ 0x70) }

    /// Backup register. Offset 0x74.
    @export(implementation) @inline(__always)
    public var BKP9R: Register<BKP9R, ReadWrite> { .init(at: baseAddress &+ 0x74) }

    /// Backup register. Offset 0x78.
    @export(implementation) @inline(__always)
    public var BKP10R: Register<BKP10R, ReadWrite> { .init(at: baseAddress &+ 0x78) }

    /// Backup register. Offset 0x7C.
    @export(implementation) @inline(__always)
    public var BKP11R: Register<BKP11R, ReadWrite> { .init(at: baseAddress &+ 0x7C) }

    /// Backup register. Offset 0x80.
    @export(implementation) @inline(__always)
    public var BKP12R: Register<BKP12R, ReadWrite> { .init(at: baseAddress &+ 0x80) }

    /// Backup register. Offset 0x84.
    @export(implementation) @inline(__always)
    public var BKP13R: Register<BKP13R, ReadWrite> { .init(at: baseAddress &+ 0x84) }

    /// Backup register. Offset 0x88.
    @export(implementation) @inline(__always)
    public var BKP14R: Register<BKP14R, ReadWrite> { .init(at: baseAddress &+ 0x88) }

    /// Backup register. Offset 0x8C.
    @export(implementation) @inline(__always)
    public var BKP15R: Register<BKP15R, ReadWrite> { .init(at: baseAddress &+ 0x8C) }

    /// Backup register. Offset 0x90.
    @export(implementation) @inline(__always)
    public var BKP16R: Register<BKP16R, ReadWrite> { .init(at: baseAddress &+ 0x90) }

    /// Backup register. Offset 0x94.
    @export(implementation) @inline(__always)
    public var BKP17R: Register<BKP17R, ReadWrite> { .init(at: baseAddress &+ 0x94) }

    /// Backup register. Offset 0x98.
    @export(implementation) @inline(__always)
    public var BKP18R: Register<BKP18R, ReadWrite> { .init(at: baseAddress &+ 0x98) }

    /// Backup register. Offset 0x9C.
    @export(implementation) @inline(__always)
    public var BKP19R: Register<BKP19R, ReadWrite> { .init(at: baseAddress &+ 0x9C) }
}

extension RTC {
    /// Time register.
    @frozen
    public struct TR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Second units in BCD format. Bits 3:0.
        @export(implementation) @inline(__always)
        public var SU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Second tens in BCD format. Bits 6:4.
        @export(implementation) @inline(__always)
        public var ST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Minute units in BCD format. Bits 11:8.
        @export(implementation) @inline(__always)
        public var MNU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Minute tens in BCD format. Bits 14:12.
        @export(implementation) @inline(__always)
        public var MNT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 3)) }
            set { bits.setField(12, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Hour units in BCD format. Bits 19:16.
        @export(implementation) @inline(__always)
        public var HU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 4)) }
            set { bits.setField(16, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Hour tens in BCD format. Bits 21:20.
        @export(implementation) @inline(__always)
        public var HT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 2)) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// AM/PM notation. Bit 22.
        @export(implementation) @inline(__always)
        public var PM: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }
    }
}

extension RTC {
    /// Date register.
    @frozen
    public struct DR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x2101) }

        /// Date units in BCD format. Bits 3:0.
        @export(implementation) @inline(__always)
        public var DU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Date tens in BCD format. Bits 5:4.
        @export(implementation) @inline(__always)
        public var DT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 2)) }
            set { bits.setField(4, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Month units in BCD format. Bits 11:8.
        @export(implementation) @inline(__always)
        public var MU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Month tens in BCD format. Bit 12.
        @export(implementation) @inline(__always)
        public var MT: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Week day units. Bits 15:13.
        @export(implementation) @inline(__always)
        public var WDU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 3)) }
            set { bits.setField(13, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Year units in BCD format. Bits 19:16.
        @export(implementation) @inline(__always)
        public var YU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 4)) }
            set { bits.setField(16, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Year tens in BCD format. Bits 23:20.
        @export(implementation) @inline(__always)
        public var YT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 4)) }
            set { bits.setField(20, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension RTC {
    /// Control register.
    @frozen
    public struct CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Wakeup clock selection. Bits 2:0.
        @export(implementation) @inline(__always)
        public var WCKSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 3)) }
            set { bits.setField(0, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Time-stamp event active edge. Bit 3.
        @export(implementation) @inline(__always)
        public var TSEDGE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Reference clock detection enable (50 or 60 Hz). Bit 4.
        @export(implementation) @inline(__always)
        public var REFCKON: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Hour format. Bit 6.
        @export(implementation) @inline(__always)
        public var FMT: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Coarse digital calibration enable. Bit 7.
        @export(implementation) @inline(__always)
        public var DCE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Alarm A enable. Bit 8.
        @export(implementation) @inline(__always)
        public var ALRAE: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Alarm B enable. Bit 9.
        @export(implementation) @inline(__always)
        public var ALRBE: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Wakeup timer enable. Bit 10.
        @export(implementation) @inline(__always)
        public var WUTE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Time stamp enable. Bit 11.
        @export(implementation) @inline(__always)
        public var TSE: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Alarm A interrupt enable. Bit 12.
        @export(implementation) @inline(__always)
        public var ALRAIE: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Alarm B interrupt enable. Bit 13.
        @export(implementation) @inline(__always)
        public var ALRBIE: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Wakeup timer interrupt enable. Bit 14.
        @export(implementation) @inline(__always)
        public var WUTIE: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Time-stamp interrupt enable. Bit 15.
        @export(implementation) @inline(__always)
        public var TSIE: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Add 1 hour (summer time change). Bit 16.
        @export(implementation) @inline(__always)
        public var ADD1H: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Subtract 1 hour (winter time change). Bit 17.
        @export(implementation) @inline(__always)
        public var SUB1H: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// Backup. Bit 18.
        @export(implementation) @inline(__always)
        public var BKP: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Output polarity. Bit 20.
        @export(implementation) @inline(__always)
        public var POL: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Output selection. Bits 22:21.
        @export(implementation) @inline(__always)
        public var OSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Calibration output enable. Bit 23.
        @export(implementation) @inline(__always)
        public var COE: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }
    }
}

extension RTC {
    /// Initialization and status register.
    @frozen
    public struct ISR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x7) }

        @export(implementation) @inline(__always)
        public static var zeroTriggers: UInt32 { 0x3F20 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x4088 }

        /// Alarm A write flag. Bit 0.
        @export(implementation) @inline(__always)
        public var ALRAWF: Bool {
            bits.flag(0)
        }

        /// Alarm B write flag. Bit 1.
        @export(implementation) @inline(__always)
        public var ALRBWF: Bool {
            bits.flag(1)
        }

        /// Wakeup timer write flag. Bit 2.
        @export(implementation) @inline(__always)
        public var WUTWF: Bool {
            bits.flag(2)
        }

        /// Shift operation pending. Bit 3.
        @export(implementation) @inline(__always)
        public var SHPF: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Initialization status flag. Bit 4.
        @export(implementation) @inline(__always)
        public var INITS: Bool {
            bits.flag(4)
        }

        /// Registers synchronization flag. Bit 5.
        @export(implementation) @inline(__always)
        public var RSF: Bool {
            bits.flag(5)
        }

        /// Initialization flag. Bit 6.
        @export(implementation) @inline(__always)
        public var INITF: Bool {
            bits.flag(6)
        }

        /// Initialization mode. Bit 7.
        @export(implementation) @inline(__always)
        public var INIT: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Alarm A flag. Bit 8.
        @export(implementation) @inline(__always)
        public var ALRAF: Bool {
            bits.flag(8)
        }

        /// Alarm B flag. Bit 9.
        @export(implementation) @inline(__always)
        public var ALRBF: Bool {
            bits.flag(9)
        }

        /// Wakeup timer flag. Bit 10.
        @export(implementation) @inline(__always)
        public var WUTF: Bool {
            bits.flag(10)
        }

        /// Time-stamp flag. Bit 11.
        @export(implementation) @inline(__always)
        public var TSF: Bool {
            bits.flag(11)
        }

        /// Time-stamp overflow flag. Bit 12.
        @export(implementation) @inline(__always)
        public var TSOVF: Bool {
            bits.flag(12)
        }

        /// Tamper detection flag. Bit 13.
        @export(implementation) @inline(__always)
        public var TAMP1F: Bool {
            bits.flag(13)
        }

        /// TAMPER2 detection flag. Bit 14.
        @export(implementation) @inline(__always)
        public var TAMP2F: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Recalibration pending Flag. Bit 16.
        @export(implementation) @inline(__always)
        public var RECALPF: Bool {
            bits.flag(16)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Registers synchronization flag. Bit 5.
            @export(implementation) @inline(__always)
            public static var RSF: Self { .init(bits: 0x20) }

            /// Alarm A flag. Bit 8.
            @export(implementation) @inline(__always)
            public static var ALRAF: Self { .init(bits: 0x100) }

            /// Alarm B flag. Bit 9.
            @export(implementation) @inline(__always)
            public static var ALRBF: Self { .init(bits: 0x200) }

            /// Wakeup timer flag. Bit 10.
            @export(implementation) @inline(__always)
            public static var WUTF: Self { .init(bits: 0x400) }

            /// Time-stamp flag. Bit 11.
            @export(implementation) @inline(__always)
            public static var TSF: Self { .init(bits: 0x800) }

            /// Time-stamp overflow flag. Bit 12.
            @export(implementation) @inline(__always)
            public static var TSOVF: Self { .init(bits: 0x1000) }

            /// Tamper detection flag. Bit 13.
            @export(implementation) @inline(__always)
            public static var TAMP1F: Self { .init(bits: 0x2000) }
        }
    }
}

extension RTC {
    /// Prescaler register.
    @frozen
    public struct PRER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x7F_00FF) }

        /// Synchronous prescaler factor. Bits 14:0.
        @export(implementation) @inline(__always)
        public var PREDIV_S: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 15)) }
            set { bits.setField(0, 15, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Asynchronous prescaler factor. Bits 22:16.
        @export(implementation) @inline(__always)
        public var PREDIV_A: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 7)) }
            set { bits.setField(16, 7, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension RTC {
    /// Wakeup timer register.
    @frozen
    public struct WUTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFFF) }

        /// Wakeup auto-reload value bits. Bits 15:0.
        @export(implementation) @inline(__always)
        public var WUT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension RTC {
    /// Calibration register.
    @frozen
    public struct CALIBR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Digital calibration. Bits 4:0.
        @export(implementation) @inline(__always)
        public var DC: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Digital calibration sign. Bit 7.
        @export(implementation) @inline(__always)
        public var DCS: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension RTC {
    /// Alarm A register.
    @frozen
    public struct ALRMAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Second units in BCD format. Bits 3:0.
        @export(implementation) @inline(__always)
        public var SU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Second tens in BCD format. Bits 6:4.
        @export(implementation) @inline(__always)
        public var ST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alarm A seconds mask. Bit 7.
        @export(implementation) @inline(__always)
        public var MSK1: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Minute units in BCD format. Bits 11:8.
        @export(implementation) @inline(__always)
        public var MNU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Minute tens in BCD format. Bits 14:12.
        @export(implementation) @inline(__always)
        public var MNT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 3)) }
            set { bits.setField(12, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alarm A minutes mask. Bit 15.
        @export(implementation) @inline(__always)
        public var MSK2: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Hour units in BCD format. Bits 19:16.
        @export(implementation) @inline(__always)
        public var HU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 4)) }
            set { bits.setField(16, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Hour tens in BCD format. Bits 21:20.
        @export(implementation) @inline(__always)
        public var HT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 2)) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// AM/PM notation. Bit 22.
        @export(implementation) @inline(__always)
        public var PM: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Alarm A hours mask. Bit 23.
        @export(implementation) @inline(__always)
        public var MSK3: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// Date units or day in BCD format. Bits 27:24.
        @export(implementation) @inline(__always)
        public var DU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Date tens in BCD format. Bits 29:28.
        @export(implementation) @inline(__always)
        public var DT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(28, 2)) }
            set { bits.setField(28, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Week day selection. Bit 30.
        @export(implementation) @inline(__always)
        public var WDSEL: Bool {
            get { bits.flag(30) }
            set { bits.setFlag(30, newValue) }
        }

        /// Alarm A date mask. Bit 31.
        @export(implementation) @inline(__always)
        public var MSK4: Bool {
            get { bits.flag(31) }
            set { bits.setFlag(31, newValue) }
        }
    }
}

extension RTC {
    /// Alarm B register.
    @frozen
    public struct ALRMBR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Second units in BCD format. Bits 3:0.
        @export(implementation) @inline(__always)
        public var SU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Second tens in BCD format. Bits 6:4.
        @export(implementation) @inline(__always)
        public var ST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alarm B seconds mask. Bit 7.
        @export(implementation) @inline(__always)
        public var MSK1: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Minute units in BCD format. Bits 11:8.
        @export(implementation) @inline(__always)
        public var MNU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Minute tens in BCD format. Bits 14:12.
        @export(implementation) @inline(__always)
        public var MNT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 3)) }
            set { bits.setField(12, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alarm B minutes mask. Bit 15.
        @export(implementation) @inline(__always)
        public var MSK2: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Hour units in BCD format. Bits 19:16.
        @export(implementation) @inline(__always)
        public var HU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 4)) }
            set { bits.setField(16, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Hour tens in BCD format. Bits 21:20.
        @export(implementation) @inline(__always)
        public var HT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 2)) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// AM/PM notation. Bit 22.
        @export(implementation) @inline(__always)
        public var PM: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Alarm B hours mask. Bit 23.
        @export(implementation) @inline(__always)
        public var MSK3: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// Date units or day in BCD format. Bits 27:24.
        @export(implementation) @inline(__always)
        public var DU: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Date tens in BCD format. Bits 29:28.
        @export(implementation) @inline(__always)
        public var DT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(28, 2)) }
            set { bits.setField(28, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Week day selection. Bit 30.
        @export(implementation) @inline(__always)
        public var WDSEL: Bool {
            get { bits.flag(30) }
            set { bits.setFlag(30, newValue) }
        }

        /// Alarm B date mask. Bit 31.
        @export(implementation) @inline(__always)
        public var MSK4: Bool {
            get { bits.flag(31) }
            set { bits.setFlag(31, newValue) }
        }
    }
}

extension RTC {
    /// Write protection register.
    @frozen
    public struct WPR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Write protection key. Bits 7:0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(KEY value: UInt8) {
            bits.setField(0, 8, UInt32(truncatingIfNeeded: value))
        }
    }
}

extension RTC {
    /// Sub second register.
    @frozen
    public struct SSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Sub second value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var SS: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension RTC {
    /// Shift control register.
    @frozen
    public struct SHIFTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Subtract a fraction of a second. Bits 14:0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(SUBFS value: UInt16) {
            bits.setField(0, 15, UInt32(truncatingIfNeeded: value))
        }

        /// Add one second. Bit 31. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(ADD1S value: Bool) {
            bits.setFlag(31, value)
        }
    }
}

extension RTC {
    /// Time stamp time register.
    @frozen
    public struct TSTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Tamper 1 detection enable. Bit 0.
        @export(implementation) @inline(__always)
        public var TAMP1E: Bool {
            bits.flag(0)
        }

        /// Active level for tamper 1. Bit 1.
        @export(implementation) @inline(__always)
        public var TAMP1TRG: Bool {
            bits.flag(1)
        }

        /// Tamper interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TAMPIE: Bool {
            bits.flag(2)
        }

        /// TAMPER1 mapping. Bit 16.
        @export(implementation) @inline(__always)
        public var TAMP1INSEL: Bool {
            bits.flag(16)
        }

        /// TIMESTAMP mapping. Bit 17.
        @export(implementation) @inline(__always)
        public var TSINSEL: Bool {
            bits.flag(17)
        }

        /// AFO_ALARM output type. Bit 18.
        @export(implementation) @inline(__always)
        public var ALARMOUTTYPE: Bool {
            bits.flag(18)
        }
    }
}

extension RTC {
    /// Time stamp date register.
    @frozen
    public struct TSDR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Date units in BCD format. Bits 3:0.
        @export(implementation) @inline(__always)
        public var DU: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(0, 4))
        }

        /// Date tens in BCD format. Bits 5:4.
        @export(implementation) @inline(__always)
        public var DT: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(4, 2))
        }

        /// Month units in BCD format. Bits 11:8.
        @export(implementation) @inline(__always)
        public var MU: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(8, 4))
        }

        /// Month tens in BCD format. Bit 12.
        @export(implementation) @inline(__always)
        public var MT: Bool {
            bits.flag(12)
        }

        /// Week day units. Bits 15:13.
        @export(implementation) @inline(__always)
        public var WDU: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(13, 3))
        }
    }
}

extension RTC {
    /// Timestamp sub second register.
    @frozen
    public struct TSSSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Sub second value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var SS: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension RTC {
    /// Calibration register.
    @frozen
    public struct CALR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Calibration minus. Bits 8:0.
        @export(implementation) @inline(__always)
        public var CALM: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 9)) }
            set { bits.setField(0, 9, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Use a 16-second calibration cycle period. Bit 13.
        @export(implementation) @inline(__always)
        public var CALW16: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Use an 8-second calibration cycle period. Bit 14.
        @export(implementation) @inline(__always)
        public var CALW8: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Increase frequency of RTC by 488.5 ppm. Bit 15.
        @export(implementation) @inline(__always)
        public var CALP: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension RTC {
    /// Tamper and alternate function configuration register.
    @frozen
    public struct TAFCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Tamper 1 detection enable. Bit 0.
        @export(implementation) @inline(__always)
        public var TAMP1E: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Active level for tamper 1. Bit 1.
        @export(implementation) @inline(__always)
        public var TAMP1TRG: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Tamper interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TAMPIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Tamper 2 detection enable. Bit 3.
        @export(implementation) @inline(__always)
        public var TAMP2E: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Active level for tamper 2. Bit 4.
        @export(implementation) @inline(__always)
        public var TAMP2TRG: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Activate timestamp on tamper detection event. Bit 7.
        @export(implementation) @inline(__always)
        public var TAMPTS: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Tamper sampling frequency. Bits 10:8.
        @export(implementation) @inline(__always)
        public var TAMPFREQ: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 3)) }
            set { bits.setField(8, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Tamper filter count. Bits 12:11.
        @export(implementation) @inline(__always)
        public var TAMPFLT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Tamper precharge duration. Bits 14:13.
        @export(implementation) @inline(__always)
        public var TAMPPRCH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// TAMPER pull-up disable. Bit 15.
        @export(implementation) @inline(__always)
        public var TAMPPUDIS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// TAMPER1 mapping. Bit 16.
        @export(implementation) @inline(__always)
        public var TAMP1INSEL: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// TIMESTAMP mapping. Bit 17.
        @export(implementation) @inline(__always)
        public var TSINSEL: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// AFO_ALARM output type. Bit 18.
        @export(implementation) @inline(__always)
        public var ALARMOUTTYPE: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }
    }
}

extension RTC {
    /// Alarm A sub second register.
    @frozen
    public struct ALRMASSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Sub seconds value. Bits 14:0.
        @export(implementation) @inline(__always)
        public var SS: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 15)) }
            set { bits.setField(0, 15, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Mask the most-significant bits starting at this bit. Bits 27:24.
        @export(implementation) @inline(__always)
        public var MASKSS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension RTC {
    /// Alarm B sub second register.
    @frozen
    public struct ALRMBSSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Sub seconds value. Bits 14:0.
        @export(implementation) @inline(__always)
        public var SS: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 15)) }
            set { bits.setField(0, 15, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Mask the most-significant bits starting at this bit. Bits 27:24.
        @export(implementation) @inline(__always)
        public var MASKSS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP0R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP1R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP2R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP3R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP4R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP5R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP6R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP7R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP8R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP9R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP10R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP11R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP12R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP13R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP14R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP15R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP16R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP17R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP18R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension RTC {
    /// Backup register.
    @frozen
    public struct BKP19R: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BKP. Bits 31:0.
        @export(implementation) @inline(__always)
        public var BKP: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}
