// Dual Timer.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// Dual Timer.
@frozen
public struct DUALTIMER: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Timer 1 Load Register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var TIMER1LOAD: Register<TIMER1LOAD, ReadWrite> { .init(at: baseAddress) }

    /// Timer 1 Value Register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var TIMER1VALUE: Register<TIMER1VALUE, ReadOnly> { .init(at: baseAddress &+ 0x4) }

    /// Timer 1 Control Register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var TIMER1CONTROL: Register<TIMER1CONTROL, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Timer 1 Interrupt Clear Register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var TIMER1INTCLR: Register<TIMER1INTCLR, WriteOnly> { .init(at: baseAddress &+ 0xC) }

    /// Timer 1 Raw Interrupt Status Register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var TIMER1RIS: Register<TIMER1RIS, ReadOnly> { .init(at: baseAddress &+ 0x10) }

    /// Timer 1 Mask Interrupt Status Register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var TIMER1MIS: Register<TIMER1MIS, ReadOnly> { .init(at: baseAddress &+ 0x14) }

    /// Timer 1 Background Load Register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var TIMER1BGLOAD: Register<TIMER1BGLOAD, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Timer 2 Load Register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var TIMER2LOAD: Register<TIMER2LOAD, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// Timer 2 Value Register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var TIMER2VALUE: Register<TIMER2VALUE, ReadOnly> { .init(at: baseAddress &+ 0x24) }

    /// Timer 2 Control Register. Offset 0x28.
    @export(implementation) @inline(__always)
    public var TIMER2CONTROL: Register<TIMER2CONTROL, ReadWrite> { .init(at: baseAddress &+ 0x28) }

    /// Timer 2 Interrupt Clear Register. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var TIMER2INTCLR: Register<TIMER2INTCLR, WriteOnly> { .init(at: baseAddress &+ 0x2C) }

    /// Timer 2 Raw Interrupt Status Register. Offset 0x30.
    @export(implementation) @inline(__always)
    public var TIMER2RIS: Register<TIMER2RIS, ReadOnly> { .init(at: baseAddress &+ 0x30) }

    /// Timer 2 Mask Interrupt Status Register. Offset 0x34.
    @export(implementation) @inline(__always)
    public var TIMER2MIS: Register<TIMER2MIS, ReadOnly> { .init(at: baseAddress &+ 0x34) }

    /// Timer 2 Background Load Register. Offset 0x38.
    @export(implementation) @inline(__always)
    public var TIMER2BGLOAD: Register<TIMER2BGLOAD, ReadWrite> { .init(at: baseAddress &+ 0x38) }
}

extension DUALTIMER {
    /// Timer 1 Load Register.
    @frozen
    public struct TIMER1LOAD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension DUALTIMER {
    /// Timer 1 Value Register.
    @frozen
    public struct TIMER1VALUE: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFFF_FFFF) }
    }
}

extension DUALTIMER {
    /// Timer 1 Control Register.
    @frozen
    public struct TIMER1CONTROL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x20) }

        /// Values of OneShotCount.
        @frozen
        public struct Count: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var wrapping: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var oneShot: Self { .init(rawValue: 1) }
        }

        /// Selects one-shot or wrapping counter mode. Bit 0.
        @export(implementation) @inline(__always)
        public var OneShotCount: Count {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 1))) }
            set { bits.setField(0, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of TimerSize.
        @frozen
        public struct Size: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var bits16: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var bits32: Self { .init(rawValue: 1) }
        }

        /// Selects 16-bit or 32- bit counter operation. Bit 1.
        @export(implementation) @inline(__always)
        public var TimerSize: Size {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(1, 1))) }
            set { bits.setField(1, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of TimerPre.
        @frozen
        public struct Prescaler: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var by1: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var by16: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var by256: Self { .init(rawValue: 2) }
        }

        /// Timer prescale bits. Bits 3:2.
        @export(implementation) @inline(__always)
        public var TimerPre: Prescaler {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 2))) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Interrupt Enable bit. Bit 5.
        @export(implementation) @inline(__always)
        public var InterruptEnable: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Values of TimerMode.
        @frozen
        public struct Mode: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var freeRunning: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var periodic: Self { .init(rawValue: 1) }
        }

        /// Timer Mode bit. Bit 6.
        @export(implementation) @inline(__always)
        public var TimerMode: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 1))) }
            set { bits.setField(6, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Timer Enable Enable bit. Bit 7.
        @export(implementation) @inline(__always)
        public var TimerEnable: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DUALTIMER {
    /// Timer 1 Interrupt Clear Register.
    @frozen
    public struct TIMER1INTCLR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0x1 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Interrupt. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(INT value: Bool) {
            bits.setFlag(0, value)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Interrupt. Bit 0.
            @export(implementation) @inline(__always)
            public static var INT: Self { .init(bits: 0x1) }
        }
    }
}

extension DUALTIMER {
    /// Timer 1 Raw Interrupt Status Register.
    @frozen
    public struct TIMER1RIS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Raw Timer Interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var RIS: Bool {
            bits.flag(0)
        }
    }
}

extension DUALTIMER {
    /// Timer 1 Mask Interrupt Status Register.
    @frozen
    public struct TIMER1MIS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Masked Timer Interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var MIS: Bool {
            bits.flag(0)
        }
    }
}

extension DUALTIMER {
    /// Timer 1 Background Load Register.
    @frozen
    public struct TIMER1BGLOAD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension DUALTIMER {
    /// Timer 2 Load Register.
    @frozen
    public struct TIMER2LOAD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension DUALTIMER {
    /// Timer 2 Value Register.
    @frozen
    public struct TIMER2VALUE: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFFF_FFFF) }
    }
}

extension DUALTIMER {
    /// Timer 2 Control Register.
    @frozen
    public struct TIMER2CONTROL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x20) }

        /// Values of OneShotCount.
        @frozen
        public struct Count: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var wrapping: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var oneShot: Self { .init(rawValue: 1) }
        }

        /// Selects one-shot or wrapping counter mode. Bit 0.
        @export(implementation) @inline(__always)
        public var OneShotCount: Count {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 1))) }
            set { bits.setField(0, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of TimerSize.
        @frozen
        public struct Size: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var bits16: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var bits32: Self { .init(rawValue: 1) }
        }

        /// Selects 16-bit or 32- bit counter operation. Bit 1.
        @export(implementation) @inline(__always)
        public var TimerSize: Size {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(1, 1))) }
            set { bits.setField(1, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of TimerPre.
        @frozen
        public struct Prescaler: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var by1: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var by16: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var by256: Self { .init(rawValue: 2) }
        }

        /// Timer prescale bits. Bits 3:2.
        @export(implementation) @inline(__always)
        public var TimerPre: Prescaler {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 2))) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Interrupt Enable bit. Bit 5.
        @export(implementation) @inline(__always)
        public var InterruptEnable: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Values of TimerMode.
        @frozen
        public struct Mode: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var freeRunning: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var periodic: Self { .init(rawValue: 1) }
        }

        /// Timer Mode bit. Bit 6.
        @export(implementation) @inline(__always)
        public var TimerMode: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 1))) }
            set { bits.setField(6, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Timer Enable Enable bit. Bit 7.
        @export(implementation) @inline(__always)
        public var TimerEnable: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DUALTIMER {
    /// Timer 2 Interrupt Clear Register.
    @frozen
    public struct TIMER2INTCLR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0x1 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Interrupt. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(INT value: Bool) {
            bits.setFlag(0, value)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Interrupt. Bit 0.
            @export(implementation) @inline(__always)
            public static var INT: Self { .init(bits: 0x1) }
        }
    }
}

extension DUALTIMER {
    /// Timer 2 Raw Interrupt Status Register.
    @frozen
    public struct TIMER2RIS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Raw Timer Interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var RIS: Bool {
            bits.flag(0)
        }
    }
}

extension DUALTIMER {
    /// Timer 2 Mask Interrupt Status Register.
    @frozen
    public struct TIMER2MIS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Masked Timer Interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var MIS: Bool {
            bits.flag(0)
        }
    }
}

extension DUALTIMER {
    /// Timer 2 Background Load Register.
    @frozen
    public struct TIMER2BGLOAD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}
