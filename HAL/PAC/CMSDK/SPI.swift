// SPI.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// SPI.
@frozen
public struct SPI: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// SPI Status. Offset 0x0.
    @export(implementation) @inline(__always)
    public var SPSTAT: Register<SPSTAT, ReadWrite> { .init(at: baseAddress) }

    /// SPI Data. Offset 0x2.
    @export(implementation) @inline(__always)
    public var SPDAT: Register<SPDAT, ReadWrite> { .init(at: baseAddress &+ 0x2) }

    /// SPI Clock Configuration. Offset 0x4.
    @export(implementation) @inline(__always)
    public var SPCLK: Register<SPCLK, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// SPI Configuration. Offset 0x6.
    @export(implementation) @inline(__always)
    public var SPCON: Register<SPCON, ReadWrite> { .init(at: baseAddress &+ 0x6) }
}

extension SPI {
    /// SPI Status.
    @frozen
    public struct SPSTAT: RegisterValue {
        public var bits: UInt16

        @export(implementation) @inline(__always)
        public init(bits: UInt16) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SPI {
    /// SPI Data.
    @frozen
    public struct SPDAT: RegisterValue {
        public var bits: UInt16

        @export(implementation) @inline(__always)
        public init(bits: UInt16) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SPI {
    /// SPI Clock Configuration.
    @frozen
    public struct SPCLK: RegisterValue {
        public var bits: UInt16

        @export(implementation) @inline(__always)
        public init(bits: UInt16) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SPI {
    /// SPI Configuration.
    @frozen
    public struct SPCON: RegisterValue {
        public var bits: UInt16

        @export(implementation) @inline(__always)
        public init(bits: UInt16) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// SPEN. Bit 0.
        @export(implementation) @inline(__always)
        public var SPEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// SSDIS. Bit 1.
        @export(implementation) @inline(__always)
        public var SSDIS: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// MSTRS. Bit 2.
        @export(implementation) @inline(__always)
        public var MSTRS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// CPOL. Bit 3.
        @export(implementation) @inline(__always)
        public var CPOL: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// CPHA. Bit 4.
        @export(implementation) @inline(__always)
        public var CPHA: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// SPR1. Bit 5.
        @export(implementation) @inline(__always)
        public var SPR1: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// SPR0. Bit 6.
        @export(implementation) @inline(__always)
        public var SPR0: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }
    }
}
