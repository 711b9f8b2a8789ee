// UART 0.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// UART 0.
@frozen
public struct UART: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Recieve and Transmit Data Value. Offset 0x0.
    @export(implementation) @inline(__always)
    public var DATA: Register<DATA, ReadWrite> { .init(at: baseAddress) }

    /// UART Status Register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var STATE: Register<STATE, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// UART Control Register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var CTRL: Register<CTRL, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// UART Interrupt CLEAR Register. Offset 0xC. The same address as INTSTATUS.
    @export(implementation) @inline(__always)
    public var INTCLEAR: Register<INTCLEAR, WriteOnly> { .init(at: baseAddress &+ 0xC) }

    /// UART Interrupt Status Register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var INTSTATUS: Register<INTSTATUS, ReadOnly> { .init(at: baseAddress &+ 0xC) }

    /// Baudrate Divider. Offset 0x10.
    @export(implementation) @inline(__always)
    public var BAUDDIV: Register<BAUDDIV, ReadWrite> { .init(at: baseAddress &+ 0x10) }
}

extension UART {
    /// Recieve and Transmit Data Value.
    @frozen
    public struct DATA: RegisterValue {
        public var bits: UInt8

        @export(implementation) @inline(__always)
        public init(bits: UInt8) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension UART {
    /// UART Status Register.
    @frozen
    public struct STATE: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0xC }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// TX Buffer Full. Bit 0.
        @export(implementation) @inline(__always)
        public var TXBF: Bool {
            bits.flag(0)
        }

        /// RX Buffer Full. Bit 1.
        @export(implementation) @inline(__always)
        public var RXBF: Bool {
            bits.flag(1)
        }

        /// TX Buffer Overun (write 1 to clear). Bit 2.
        @export(implementation) @inline(__always)
        public var TXOV: Bool {
            bits.flag(2)
        }

        /// RX Buffer Overun (write 1 to clear). Bit 3.
        @export(implementation) @inline(__always)
        public var RXOV: Bool {
            bits.flag(3)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// TX Buffer Overun (write 1 to clear). Bit 2.
            @export(implementation) @inline(__always)
            public static var TXOV: Self { .init(bits: 0x4) }

            /// RX Buffer Overun (write 1 to clear). Bit 3.
            @export(implementation) @inline(__always)
            public static var RXOV: Self { .init(bits: 0x8) }
        }
    }
}

extension UART {
    /// UART Control Register.
    @frozen
    public struct CTRL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// TX Enable. Bit 0.
        @export(implementation) @inline(__always)
        public var TXEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// RX Enable. Bit 1.
        @export(implementation) @inline(__always)
        public var RXEN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// TX Interrupt Enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TXINT: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// RX Interrupt Enable. Bit 3.
        @export(implementation) @inline(__always)
        public var RXINT: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// TX Overrun Interrupt Enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TXOVINT: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// RX Overrun Interrupt Enable. Bit 5.
        @export(implementation) @inline(__always)
        public var RXOVINT: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// High Speed Test Mode for TX only. Bit 6.
        @export(implementation) @inline(__always)
        public var HSTX: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }
    }
}

extension UART {
    /// UART Interrupt CLEAR Register.
    @frozen
    public struct INTCLEAR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0xF }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// TX Interrupt. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(TXINT value: Bool) {
            bits.setFlag(0, value)
        }

        /// RX Interrupt. Bit 1. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(RXINT value: Bool) {
            bits.setFlag(1, value)
        }

        /// TX Overrun Interrupt. Bit 2. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(TXOV value: Bool) {
            bits.setFlag(2, value)
        }

        /// RX Overrun Interrupt. Bit 3. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(RXOV value: Bool) {
            bits.setFlag(3, value)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// TX Interrupt. Bit 0.
            @export(implementation) @inline(__always)
            public static var TXINT: Self { .init(bits: 0x1) }

            /// RX Interrupt. Bit 1.
            @export(implementation) @inline(__always)
            public static var RXINT: Self { .init(bits: 0x2) }

            /// TX Overrun Interrupt. Bit 2.
            @export(implementation) @inline(__always)
            public static var TXOV: Self { .init(bits: 0x4) }

            /// RX Overrun Interrupt. Bit 3.
            @export(implementation) @inline(__always)
            public static var RXOV: Self { .init(bits: 0x8) }
        }
    }
}

extension UART {
    /// UART Interrupt Status Register.
    @frozen
    public struct INTSTATUS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// TX Interrupt. Bit 0.
        @export(implementation) @inline(__always)
        public var TXINT: Bool {
            bits.flag(0)
        }

        /// RX Interrupt. Bit 1.
        @export(implementation) @inline(__always)
        public var RXINT: Bool {
            bits.flag(1)
        }

        /// TX Overrun Interrupt. Bit 2.
        @export(implementation) @inline(__always)
        public var TXOV: Bool {
            bits.flag(2)
        }

        /// RX Overrun Interrupt. Bit 3.
        @export(implementation) @inline(__always)
        public var RXOV: Bool {
            bits.flag(3)
        }
    }
}

extension UART {
    /// Baudrate Divider.
    @frozen
    public struct BAUDDIV: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}
