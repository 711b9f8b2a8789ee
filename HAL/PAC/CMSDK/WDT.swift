// Watchdog Timer.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// Watchdog Timer.
@frozen
public struct WDT: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Watchdog Load Register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var WDOGLOAD: Register<WDOGLOAD, ReadWrite> { .init(at: baseAddress) }

    /// Watchdog Value Register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var WDOGVALUE: Register<WDOGVALUE, ReadOnly> { .init(at: baseAddress &+ 0x4) }

    /// Watchdog Control Register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var WDOGCONTROL: Register<WDOGCONTROL, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Watchdog Interrupt Clear Register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var WDOGINTCLR: Register<WDOGINTCLR, WriteOnly> { .init(at: baseAddress &+ 0xC) }

    /// Watchdog Raw Interrupt Status Register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var WDOGRIS: Register<WDOGRIS, ReadOnly> { .init(at: baseAddress &+ 0x10) }

    /// Watchdog Mask Interrupt Status Register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var WDOGMIS: Register<WDOGMIS, ReadOnly> { .init(at: baseAddress &+ 0x14) }

    /// Watchdog Lock Register. Offset 0xC00.
    @export(implementation) @inline(__always)
    public var WDOGLOCK: Register<WDOGLOCK, ReadWrite> { .init(at: baseAddress &+ 0xC00) }
}

extension WDT {
    /// Watchdog Load Register.
    @frozen
    public struct WDOGLOAD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFFF_FFFF) }
    }
}

extension WDT {
    /// Watchdog Value Register.
    @frozen
    public struct WDOGVALUE: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFFF_FFFF) }
    }
}

extension WDT {
    /// Watchdog Control Register.
    @frozen
    public struct WDOGCONTROL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x20) }

        /// Enable the interrupt event. Bit 0.
        @export(implementation) @inline(__always)
        public var INTEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Enable watchdog reset output. Bit 1.
        @export(implementation) @inline(__always)
        public var RESEN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }
    }
}

extension WDT {
    /// Watchdog Interrupt Clear Register.
    @frozen
    public struct WDOGINTCLR: RegisterValue, ClearableFlags {
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

extension WDT {
    /// Watchdog Raw Interrupt Status Register.
    @frozen
    public struct WDOGRIS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Raw watchdog Interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var RIS: Bool {
            bits.flag(0)
        }
    }
}

extension WDT {
    /// Watchdog Mask Interrupt Status Register.
    @frozen
    public struct WDOGMIS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Masked Watchdog Interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var MIS: Bool {
            bits.flag(0)
        }
    }
}

extension WDT {
    /// Watchdog Lock Register.
    @frozen
    public struct WDOGLOCK: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}
