// FPGA System Control I/O.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// FPGA System Control I/O.
@frozen
public struct FPGAIO: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// LED Connections. Offset 0x0.
    @export(implementation) @inline(__always)
    public var LED: Register<LED, ReadWrite> { .init(at: baseAddress) }

    /// Button Connections. Offset 0x8.
    @export(implementation) @inline(__always)
    public var BUTTON: Register<BUTTON, ReadOnly> { .init(at: baseAddress &+ 0x8) }

    /// 1Hz Up Counter. Offset 0x10.
    @export(implementation) @inline(__always)
    public var CLK1HZ: Register<CLK1HZ, ReadOnly> { .init(at: baseAddress &+ 0x10) }

    /// 100Hz Up Counter. Offset 0x14.
    @export(implementation) @inline(__always)
    public var CLK100HZ: Register<CLK100HZ, ReadOnly> { .init(at: baseAddress &+ 0x14) }

    /// Cycle up counter. Offset 0x18.
    @export(implementation) @inline(__always)
    public var COUNTER: Register<COUNTER, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Reload value for prescaler counter. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var PRESCALER: Register<PRESCALER, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Prescale Counter. Offset 0x20.
    @export(implementation) @inline(__always)
    public var PSCNTR: Register<PSCNTR, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// Misc. Control. Offset 0x4C.
    @export(implementation) @inline(__always)
    public var MISC: Register<MISC, ReadWrite> { .init(at: baseAddress &+ 0x4C) }
}

extension FPGAIO {
    /// LED Connections.
    @frozen
    public struct LED: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// LED0. Bit 0.
        @export(implementation) @inline(__always)
        public var LED0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// LED. By index, 0...1; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(LED index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<2, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<2, at: 0, every: 1), newValue) }
        }

        /// LED1. Bit 1.
        @export(implementation) @inline(__always)
        public var LED1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }
    }
}

extension FPGAIO {
    /// Button Connections.
    @frozen
    public struct BUTTON: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// BUTTON0. Bit 0.
        @export(implementation) @inline(__always)
        public var BUTTON0: Bool {
            bits.flag(0)
        }

        /// BUTTON. By index, 0...1; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(BUTTON index: Int) -> Bool {
            bits.flag(fieldOffset(index, in: 0..<2, at: 0, every: 1))
        }

        /// BUTTON1. Bit 1.
        @export(implementation) @inline(__always)
        public var BUTTON1: Bool {
            bits.flag(1)
        }
    }
}

extension FPGAIO {
    /// 1Hz Up Counter.
    @frozen
    public struct CLK1HZ: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension FPGAIO {
    /// 100Hz Up Counter.
    @frozen
    public struct CLK100HZ: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension FPGAIO {
    /// Cycle up counter.
    @frozen
    public struct COUNTER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension FPGAIO {
    /// Reload value for prescaler counter.
    @frozen
    public struct PRESCALER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension FPGAIO {
    /// Prescale Counter.
    @frozen
    public struct PSCNTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension FPGAIO {
    /// Misc. Control.
    @frozen
    public struct MISC: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// CLCD_CS. Bit 0.
        @export(implementation) @inline(__always)
        public var CLCD_CS: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// SPI_nSS. Bit 1.
        @export(implementation) @inline(__always)
        public var SPI_nSS: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// CLCD_RESET. Bit 3.
        @export(implementation) @inline(__always)
        public var CLCD_RESET: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// CLCD_RS. Bit 4.
        @export(implementation) @inline(__always)
        public var CLCD_RS: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// CLCD_RD. Bit 5.
        @export(implementation) @inline(__always)
        public var CLCD_RD: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// CLCD_BL_CTRL. Bit 6.
        @export(implementation) @inline(__always)
        public var CLCD_BL_CTRL: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// ADC_SPI_nCS. Bit 7.
        @export(implementation) @inline(__always)
        public var ADC_SPI_nCS: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// SHIELD0_SPI_nCS. Bit 8.
        @export(implementation) @inline(__always)
        public var SHIELD0_SPI_nCS: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// SHIELD1_SPI_nCS. Bit 9.
        @export(implementation) @inline(__always)
        public var SHIELD1_SPI_nCS: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }
    }
}
