// Digital-to-analog converter.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Digital-to-analog converter.
@frozen
public struct DAC: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR: Register<CR, ReadWrite> { .init(at: baseAddress) }

    /// Software trigger register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var SWTRIGR: Register<SWTRIGR, WriteOnly> { .init(at: baseAddress &+ 0x4) }

    /// channel1 12-bit right-aligned data holding register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var DHR12R1: Register<DHR12R1, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// channel1 12-bit left aligned data holding register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var DHR12L1: Register<DHR12L1, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// channel1 8-bit right aligned data holding register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var DHR8R1: Register<DHR8R1, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// channel2 12-bit right aligned data holding register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var DHR12R2: Register<DHR12R2, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// channel2 12-bit left aligned data holding register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var DHR12L2: Register<DHR12L2, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// channel2 8-bit right-aligned data holding register. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var DHR8R2: Register<DHR8R2, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Dual DAC 12-bit right-aligned data holding register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var DHR12RD: Register<DHR12RD, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// DUAL DAC 12-bit left aligned data holding register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var DHR12LD: Register<DHR12LD, ReadWrite> { .init(at: baseAddress &+ 0x24) }

    /// DUAL DAC 8-bit right aligned data holding register. Offset 0x28.
    @export(implementation) @inline(__always)
    public var DHR8RD: Register<DHR8RD, ReadWrite> { .init(at: baseAddress &+ 0x28) }

    /// channel1 data output register. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var DOR1: Register<DOR1, ReadOnly> { .init(at: baseAddress &+ 0x2C) }

    /// channel2 data output register. Offset 0x30.
    @export(implementation) @inline(__always)
    public var DOR2: Register<DOR2, ReadOnly> { .init(at: baseAddress &+ 0x30) }

    /// Status register. Offset 0x34.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress &+ 0x34) }
}

extension DAC {
    /// Control register.
    @frozen
    public struct CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 enable. Bit 0.
        @export(implementation) @inline(__always)
        public var EN1: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// DAC channel1 output buffer disable. Bit 1.
        @export(implementation) @inline(__always)
        public var BOFF1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// DAC channel1 trigger enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEN1: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// DAC channel1 trigger selection. Bits 5:3.
        @export(implementation) @inline(__always)
        public var TSEL1: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(3, 3)) }
            set { bits.setField(3, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel1 noise/triangle wave generation enable. Bits 7:6.
        @export(implementation) @inline(__always)
        public var WAVE1: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel1 mask/amplitude selector. Bits 11:8.
        @export(implementation) @inline(__always)
        public var MAMP1: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel1 DMA enable. Bit 12.
        @export(implementation) @inline(__always)
        public var DMAEN1: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// DAC channel1 DMA Underrun Interrupt enable. Bit 13.
        @export(implementation) @inline(__always)
        public var DMAUDRIE1: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// DAC channel2 enable. Bit 16.
        @export(implementation) @inline(__always)
        public var EN2: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// DAC channel2 output buffer disable. Bit 17.
        @export(implementation) @inline(__always)
        public var BOFF2: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// DAC channel2 trigger enable. Bit 18.
        @export(implementation) @inline(__always)
        public var TEN2: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// DAC channel2 trigger selection. Bits 21:19.
        @export(implementation) @inline(__always)
        public var TSEL2: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(19, 3)) }
            set { bits.setField(19, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel2 noise/triangle wave generation enable. Bits 23:22.
        @export(implementation) @inline(__always)
        public var WAVE2: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(22, 2)) }
            set { bits.setField(22, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel2 mask/amplitude selector. Bits 27:24.
        @export(implementation) @inline(__always)
        public var MAMP2: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel2 DMA enable. Bit 28.
        @export(implementation) @inline(__always)
        public var DMAEN2: Bool {
            get { bits.flag(28) }
            set { bits.setFlag(28, newValue) }
        }

        /// DAC channel2 DMA underrun interrupt enable. Bit 29.
        @export(implementation) @inline(__always)
        public var DMAUDRIE2: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }
    }
}

extension DAC {
    /// Software trigger register.
    @frozen
    public struct SWTRIGR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 software trigger. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(SWTRIG1 value: Bool) {
            bits.setFlag(0, value)
        }

        /// DAC channel2 software trigger. Bit 1. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(SWTRIG2 value: Bool) {
            bits.setFlag(1, value)
        }
    }
}

extension DAC {
    /// channel1 12-bit right-aligned data holding register.
    @frozen
    public struct DHR12R1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 12-bit right-aligned data. Bits 11:0.
        @export(implementation) @inline(__always)
        public var DACC1DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// channel1 12-bit left aligned data holding register.
    @frozen
    public struct DHR12L1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 12-bit left-aligned data. Bits 15:4.
        @export(implementation) @inline(__always)
        public var DACC1DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(4, 12)) }
            set { bits.setField(4, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// channel1 8-bit right aligned data holding register.
    @frozen
    public struct DHR8R1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 8-bit right-aligned data. Bits 7:0.
        @export(implementation) @inline(__always)
        public var DACC1DHR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 8)) }
            set { bits.setField(0, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// channel2 12-bit right aligned data holding register.
    @frozen
    public struct DHR12R2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel2 12-bit right-aligned data. Bits 11:0.
        @export(implementation) @inline(__always)
        public var DACC2DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// channel2 12-bit left aligned data holding register.
    @frozen
    public struct DHR12L2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel2 12-bit left-aligned data. Bits 15:4.
        @export(implementation) @inline(__always)
        public var DACC2DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(4, 12)) }
            set { bits.setField(4, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// channel2 8-bit right-aligned data holding register.
    @frozen
    public struct DHR8R2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel2 8-bit right-aligned data. Bits 7:0.
        @export(implementation) @inline(__always)
        public var DACC2DHR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 8)) }
            set { bits.setField(0, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// Dual DAC 12-bit right-aligned data holding register.
    @frozen
    public struct DHR12RD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 12-bit right-aligned data. Bits 11:0.
        @export(implementation) @inline(__always)
        public var DACC1DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel2 12-bit right-aligned data. Bits 27:16.
        @export(implementation) @inline(__always)
        public var DACC2DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 12)) }
            set { bits.setField(16, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// DUAL DAC 12-bit left aligned data holding register.
    @frozen
    public struct DHR12LD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 12-bit left-aligned data. Bits 15:4.
        @export(implementation) @inline(__always)
        public var DACC1DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(4, 12)) }
            set { bits.setField(4, 12, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel2 12-bit left-aligned data. Bits 31:20.
        @export(implementation) @inline(__always)
        public var DACC2DHR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(20, 12)) }
            set { bits.setField(20, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// DUAL DAC 8-bit right aligned data holding register.
    @frozen
    public struct DHR8RD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 8-bit right-aligned data. Bits 7:0.
        @export(implementation) @inline(__always)
        public var DACC1DHR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 8)) }
            set { bits.setField(0, 8, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DAC channel2 8-bit right-aligned data. Bits 15:8.
        @export(implementation) @inline(__always)
        public var DACC2DHR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 8)) }
            set { bits.setField(8, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DAC {
    /// channel1 data output register.
    @frozen
    public struct DOR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 data output. Bits 11:0.
        @export(implementation) @inline(__always)
        public var DACC1DOR: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 12))
        }
    }
}

extension DAC {
    /// channel2 data output register.
    @frozen
    public struct DOR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel2 data output. Bits 11:0.
        @export(implementation) @inline(__always)
        public var DACC2DOR: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 12))
        }
    }
}

extension DAC {
    /// Status register.
    @frozen
    public struct SR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DAC channel1 DMA underrun flag. Bit 13.
        @export(implementation) @inline(__always)
        public var DMAUDR1: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// DAC channel2 DMA underrun flag. Bit 29.
        @export(implementation) @inline(__always)
        public var DMAUDR2: Bool {
            get { bits.flag(29) }
            set { bits.setFlag(29, newValue) }
        }
    }
}
