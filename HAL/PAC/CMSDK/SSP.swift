// Synchronous serial port of the board's SPI header.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// Synchronous serial port of the board's SPI header.
@frozen
public struct SSP: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control register 0. Offset 0x0.
    @export(implementation) @inline(__always)
    public var SSPCR0: Register<SSPCR0, ReadWrite> { .init(at: baseAddress) }

    /// Control register 1. Offset 0x4.
    @export(implementation) @inline(__always)
    public var SSPCR1: Register<SSPCR1, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Data register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var SSPDR: Register<SSPDR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Status register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var SSPSR: Register<SSPSR, ReadOnly> { .init(at: baseAddress &+ 0xC) }

    /// Clock prescale register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var SSPCPSR: Register<SSPCPSR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Interrupts that are let through. Offset 0x14.
    @export(implementation) @inline(__always)
    public var SSPIMSC: Register<SSPIMSC, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Interrupts that are asserted. Offset 0x18.
    @export(implementation) @inline(__always)
    public var SSPRIS: Register<SSPRIS, ReadOnly> { .init(at: baseAddress &+ 0x18) }

    /// Interrupt clear register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var SSPICR: Register<SSPICR, WriteOnly> { .init(at: baseAddress &+ 0x20) }
}

extension SSP {
    /// Control register 0.
    @frozen
    public struct SSPCR0: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data size, one less than the bits. Bits 3:0.
        @export(implementation) @inline(__always)
        public var DSS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Frame format. Bits 5:4.
        @export(implementation) @inline(__always)
        public var FRF: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 2)) }
            set { bits.setField(4, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Clock polarity. Bit 6.
        @export(implementation) @inline(__always)
        public var SPO: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Clock phase. Bit 7.
        @export(implementation) @inline(__always)
        public var SPH: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Serial clock rate, one less than the divider. Bits 15:8.
        @export(implementation) @inline(__always)
        public var SCR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 8)) }
            set { bits.setField(8, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension SSP {
    /// Control register 1.
    @frozen
    public struct SSPCR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Loop back: the output is the input. Bit 0.
        @export(implementation) @inline(__always)
        public var LBM: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Enable. Bit 1.
        @export(implementation) @inline(__always)
        public var SSE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Target, not controller. Bit 2.
        @export(implementation) @inline(__always)
        public var MS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// The target's output is off. Bit 3.
        @export(implementation) @inline(__always)
        public var SOD: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }
    }
}

extension SSP {
    /// Data register.
    @frozen
    public struct SSPDR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// What is sent and received. Bits 15:0.
        @export(implementation) @inline(__always)
        public var DATA: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension SSP {
    /// Status register.
    @frozen
    public struct SSPSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x3) }

        /// The transmit FIFO is empty. Bit 0.
        @export(implementation) @inline(__always)
        public var TFE: Bool {
            bits.flag(0)
        }

        /// The transmit FIFO is not full. Bit 1.
        @export(implementation) @inline(__always)
        public var TNF: Bool {
            bits.flag(1)
        }

        /// The receive FIFO is not empty. Bit 2.
        @export(implementation) @inline(__always)
        public var RNE: Bool {
            bits.flag(2)
        }

        /// The receive FIFO is full. Bit 3.
        @export(implementation) @inline(__always)
        public var RFF: Bool {
            bits.flag(3)
        }

        /// Busy. Bit 4.
        @export(implementation) @inline(__always)
        public var BSY: Bool {
            bits.flag(4)
        }
    }
}

extension SSP {
    /// Clock prescale register.
    @frozen
    public struct SSPCPSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// The divider of the clock, even, 2 to 254. Bits 7:0.
        @export(implementation) @inline(__always)
        public var CPSDVSR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 8)) }
            set { bits.setField(0, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension SSP {
    /// Interrupts that are let through.
    @frozen
    public struct SSPIMSC: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Receive overrun. Bit 0.
        @export(implementation) @inline(__always)
        public var RORIM: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Receive timeout. Bit 1.
        @export(implementation) @inline(__always)
        public var RTIM: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// The receive FIFO is half full. Bit 2.
        @export(implementation) @inline(__always)
        public var RXIM: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// The transmit FIFO is half empty. Bit 3.
        @export(implementation) @inline(__always)
        public var TXIM: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }
    }
}

extension SSP {
    /// Interrupts that are asserted.
    @frozen
    public struct SSPRIS: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x8) }

        /// Receive overrun. Bit 0.
        @export(implementation) @inline(__always)
        public var RORRIS: Bool {
            bits.flag(0)
        }

        /// Receive timeout. Bit 1.
        @export(implementation) @inline(__always)
        public var RTRIS: Bool {
            bits.flag(1)
        }

        /// The receive FIFO is half full. Bit 2.
        @export(implementation) @inline(__always)
        public var RXRIS: Bool {
            bits.flag(2)
        }

        /// The transmit FIFO is half empty. Bit 3.
        @export(implementation) @inline(__always)
        public var TXRIS: Bool {
            bits.flag(3)
        }
    }
}

extension SSP {
    /// Interrupt clear register.
    @frozen
    public struct SSPICR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0x3 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Receive overrun. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(RORIC value: Bool) {
            bits.setFlag(0, value)
        }

        /// Receive timeout. Bit 1. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(RTIC value: Bool) {
            bits.setFlag(1, value)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Receive overrun. Bit 0.
            @export(implementation) @inline(__always)
            public static var RORIC: Self { .init(bits: 0x1) }

            /// Receive timeout. Bit 1.
            @export(implementation) @inline(__always)
            public static var RTIC: Self { .init(bits: 0x2) }
        }
    }
}
