// Two-wire interface of the touch screen.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// Two-wire interface of the touch screen.
@frozen
public struct SBCON: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// The levels of the lines. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CONTROL: Register<CONTROL, ReadOnly> { .init(at: baseAddress) }

    /// Lines to release. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CONTROLS: Register<CONTROLS, WriteOnly> { .init(at: baseAddress) }

    /// Lines to pull low. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CONTROLC: Register<CONTROLC, WriteOnly> { .init(at: baseAddress &+ 0x4) }
}

extension SBCON {
    /// The levels of the lines.
    @frozen
    public struct CONTROL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Clock. Bit 0.
        @export(implementation) @inline(__always)
        public var SCL: Bool {
            bits.flag(0)
        }

        /// Data. Bit 1.
        @export(implementation) @inline(__always)
        public var SDA: Bool {
            bits.flag(1)
        }
    }
}

extension SBCON {
    /// Lines to release.
    @frozen
    public struct CONTROLS: RegisterValue, SettableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0x3 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Clock. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(SCL value: Bool) {
            bits.setFlag(0, value)
        }

        /// Data. Bit 1. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(SDA value: Bool) {
            bits.setFlag(1, value)
        }

        /// The flags that `set` takes, combined with `|`.
        @frozen
        public struct SetFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Clock. Bit 0.
            @export(implementation) @inline(__always)
            public static var SCL: Self { .init(bits: 0x1) }

            /// Data. Bit 1.
            @export(implementation) @inline(__always)
            public static var SDA: Self { .init(bits: 0x2) }
        }
    }
}

extension SBCON {
    /// Lines to pull low.
    @frozen
    public struct CONTROLC: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0x3 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Clock. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(SCL value: Bool) {
            bits.setFlag(0, value)
        }

        /// Data. Bit 1. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(SDA value: Bool) {
            bits.setFlag(1, value)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Clock. Bit 0.
            @export(implementation) @inline(__always)
            public static var SCL: Self { .init(bits: 0x1) }

            /// Data. Bit 1.
            @export(implementation) @inline(__always)
            public static var SDA: Self { .init(bits: 0x2) }
        }
    }
}
