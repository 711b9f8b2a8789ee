// General-purpose I/O.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// General-purpose I/O.
@frozen
public struct GPIO: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Data Register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var DATA: Register<DATA, ReadWrite> { .init(at: baseAddress) }

    /// Data Output Register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var DATAOUT: Register<DATAOUT, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Ouptut enable set Register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var OUTENSET: Register<OUTENSET, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Ouptut enable clear Register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var OUTENCLR: Register<OUTENCLR, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Alternate function set Register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var ALTFUNCSET: Register<ALTFUNCSET, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Alternate function clear Register. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var ALTFUNCCLR: Register<ALTFUNCCLR, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Interrupt enable set Register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var INTENSET: Register<INTENSET, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// Interrupt enable clear Register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var INTENCLR: Register<INTENCLR, ReadWrite> { .init(at: baseAddress &+ 0x24) }

    /// Interrupt type set Register. Offset 0x28.
    @export(implementation) @inline(__always)
    public var INTTYPESET: Register<INTTYPESET, ReadWrite> { .init(at: baseAddress &+ 0x28) }

    /// Interrupt type clear Register. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var INTTYPECLR: Register<INTTYPECLR, ReadWrite> { .init(at: baseAddress &+ 0x2C) }

    /// Polarity-level, edge interrupt configuration set Register. Offset 0x30.
    @export(implementation) @inline(__always)
    public var INTPOLSET: Register<INTPOLSET, ReadWrite> { .init(at: baseAddress &+ 0x30) }

    /// Polarity-level, edge interrupt configuration clear Register. Offset 0x34.
    @export(implementation) @inline(__always)
    public var INTPOLCLR: Register<INTPOLCLR, ReadWrite> { .init(at: baseAddress &+ 0x34) }

    /// Interrupt CLEAR Register. Offset 0x38. The same address as INTSTATUS.
    @export(implementation) @inline(__always)
    public var INTCLEAR: Register<INTCLEAR, WriteOnly> { .init(at: baseAddress &+ 0x38) }

    /// Interrupt Status Register. Offset 0x38.
    @export(implementation) @inline(__always)
    public var INTSTATUS: Register<INTSTATUS, ReadOnly> { .init(at: baseAddress &+ 0x38) }
}

extension GPIO {
    /// Data Register.
    @frozen
    public struct DATA: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Data Output Register.
    @frozen
    public struct DATAOUT: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Ouptut enable set Register.
    @frozen
    public struct OUTENSET: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Ouptut enable clear Register.
    @frozen
    public struct OUTENCLR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Alternate function set Register.
    @frozen
    public struct ALTFUNCSET: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Alternate function clear Register.
    @frozen
    public struct ALTFUNCCLR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Interrupt enable set Register.
    @frozen
    public struct INTENSET: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Interrupt enable clear Register.
    @frozen
    public struct INTENCLR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Interrupt type set Register.
    @frozen
    public struct INTTYPESET: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Interrupt type clear Register.
    @frozen
    public struct INTTYPECLR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Polarity-level, edge interrupt configuration set Register.
    @frozen
    public struct INTPOLSET: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Polarity-level, edge interrupt configuration clear Register.
    @frozen
    public struct INTPOLCLR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension GPIO {
    /// Interrupt CLEAR Register.
    @frozen
    public struct INTCLEAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0xFFFF_FFFF }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }
    }
}

extension GPIO {
    /// Interrupt Status Register.
    @frozen
    public struct INTSTATUS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}
