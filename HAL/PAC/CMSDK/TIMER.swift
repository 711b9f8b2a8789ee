// Timer 0.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// Timer 0.
@frozen
public struct TIMER: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control Register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CTRL: Register<CTRL, ReadWrite> { .init(at: baseAddress) }

    /// Current Timer Counter Value. Offset 0x4.
    @export(implementation) @inline(__always)
    public var VALUE: Register<VALUE, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Counter Reload Value. Offset 0x8.
    @export(implementation) @inline(__always)
    public var RELOAD: Register<RELOAD, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Timer Interrupt clear register. Offset 0xC. The same address as INTSTATUS.
    @export(implementation) @inline(__always)
    public var INTCLEAR: Register<INTCLEAR, WriteOnly> { .init(at: baseAddress &+ 0xC) }

    /// Timer Interrupt status register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var INTSTATUS: Register<INTSTATUS, ReadOnly> { .init(at: baseAddress &+ 0xC) }
}

extension TIMER {
    /// Control Register.
    @frozen
    public struct CTRL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Enable. Bit 0.
        @export(implementation) @inline(__always)
        public var ENABLE: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// External Input as Enable. Bit 1.
        @export(implementation) @inline(__always)
        public var EXTIN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// External Clock Enable. Bit 2.
        @export(implementation) @inline(__always)
        public var EXTCLK: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Interrupt Enable. Bit 3.
        @export(implementation) @inline(__always)
        public var INTEN: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }
    }
}

extension TIMER {
    /// Current Timer Counter Value.
    @frozen
    public struct VALUE: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension TIMER {
    /// Counter Reload Value.
    @frozen
    public struct RELOAD: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension TIMER {
    /// Timer Interrupt clear register.
    @frozen
    public struct INTCLEAR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0x1 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// The timer's interrupt. Bit 0. Write only.
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

            /// The timer's interrupt. Bit 0.
            @export(implementation) @inline(__always)
            public static var INT: Self { .init(bits: 0x1) }
        }
    }
}

extension TIMER {
    /// Timer Interrupt status register.
    @frozen
    public struct INTSTATUS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// The timer's interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var INT: Bool {
            bits.flag(0)
        }
    }
}
