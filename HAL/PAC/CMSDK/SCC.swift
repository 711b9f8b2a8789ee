// Serial Communication Controller.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

import MMIO

/// Serial Communication Controller.
@frozen
public struct SCC: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// CFG_REG0. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CFG_REG0: Register<CFG_REG0, ReadWrite> { .init(at: baseAddress) }

    /// CFG_REG1. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CFG_REG1: Register<CFG_REG1, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// CFG_REG2. Offset 0x8.
    @export(implementation) @inline(__always)
    public var CFG_REG2: Register<CFG_REG2, ReadOnly> { .init(at: baseAddress &+ 0x8) }

    /// CFG_REG3. Offset 0xC.
    @export(implementation) @inline(__always)
    public var CFG_REG3: Register<CFG_REG3, ReadOnly> { .init(at: baseAddress &+ 0xC) }

    /// CFG_REG4. Offset 0x10.
    @export(implementation) @inline(__always)
    public var CFG_REG4: Register<CFG_REG4, ReadOnly> { .init(at: baseAddress &+ 0x10) }

    /// CFG_REG5. Offset 0x14.
    @export(implementation) @inline(__always)
    public var CFG_REG5: Register<CFG_REG5, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// CFG_REG6. Offset 0x18.
    @export(implementation) @inline(__always)
    public var CFG_REG6: Register<CFG_REG6, ReadOnly> { .init(at: baseAddress &+ 0x18) }

    /// CFG_REG7. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var CFG_REG7: Register<CFG_REG7, ReadOnly> { .init(at: baseAddress &+ 0x1C) }

    /// SYS_CFGDATA_RTN. Offset 0xA0.
    @export(implementation) @inline(__always)
    public var SYS_CFGDATA_RTN: Register<SYS_CFGDATA_RTN, ReadWrite> { .init(at: baseAddress &+ 0xA0) }

    /// SYS_CFGDATA_OUT. Offset 0xA4.
    @export(implementation) @inline(__always)
    public var SYS_CFGDATA_OUT: Register<SYS_CFGDATA_OUT, ReadWrite> { .init(at: baseAddress &+ 0xA4) }

    /// SYS_CFGCTRL. Offset 0xA8.
    @export(implementation) @inline(__always)
    public var SYS_CFGCTRL: Register<SYS_CFGCTRL, ReadWrite> { .init(at: baseAddress &+ 0xA8) }

    /// SYS_CFGSTAT. Offset 0xAC.
    @export(implementation) @inline(__always)
    public var SYS_CFGSTAT: Register<SYS_CFGSTAT, ReadWrite> { .init(at: baseAddress &+ 0xAC) }

    /// DLL Lock Register. Offset 0x100.
    @export(implementation) @inline(__always)
    public var DLL: Register<DLL, ReadWrite> { .init(at: baseAddress &+ 0x100) }

    /// AID. Offset 0xFF8.
    @export(implementation) @inline(__always)
    public var AID: Register<AID, ReadOnly> { .init(at: baseAddress &+ 0xFF8) }

    /// ID. Offset 0xFFC.
    @export(implementation) @inline(__always)
    public var ID: Register<ID, ReadOnly> { .init(at: baseAddress &+ 0xFFC) }
}

extension SCC {
    /// CFG_REG0.
    @frozen
    public struct CFG_REG0: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// 1 = REMAP Block RAM to ZBT. Bit 0.
        @export(implementation) @inline(__always)
        public var REMAP: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }
    }
}

extension SCC {
    /// CFG_REG1.
    @frozen
    public struct CFG_REG1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of MCC_LED0.
        @frozen
        public struct MCC_LED0: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 0.
        @export(implementation) @inline(__always)
        public var MCC_LED0: MCC_LED0 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 1))) }
            set { bits.setField(0, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCC_LED1.
        @frozen
        public struct MCC_LED1: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 1.
        @export(implementation) @inline(__always)
        public var MCC_LED1: MCC_LED1 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(1, 1))) }
            set { bits.setField(1, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCC_LED2.
        @frozen
        public struct MCC_LED2: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 2.
        @export(implementation) @inline(__always)
        public var MCC_LED2: MCC_LED2 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 1))) }
            set { bits.setField(2, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCC_LED3.
        @frozen
        public struct MCC_LED3: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 3.
        @export(implementation) @inline(__always)
        public var MCC_LED3: MCC_LED3 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(3, 1))) }
            set { bits.setField(3, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCC_LED4.
        @frozen
        public struct MCC_LED4: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 4.
        @export(implementation) @inline(__always)
        public var MCC_LED4: MCC_LED4 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 1))) }
            set { bits.setField(4, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCC_LED5.
        @frozen
        public struct MCC_LED5: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 5.
        @export(implementation) @inline(__always)
        public var MCC_LED5: MCC_LED5 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(5, 1))) }
            set { bits.setField(5, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCC_LED6.
        @frozen
        public struct MCC_LED6: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 6.
        @export(implementation) @inline(__always)
        public var MCC_LED6: MCC_LED6 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 1))) }
            set { bits.setField(6, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of MCC_LED7.
        @frozen
        public struct MCC_LED7: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// LED is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// LED is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC LEDs: 0 = OFF 1 = ON. Bit 7.
        @export(implementation) @inline(__always)
        public var MCC_LED7: MCC_LED7 {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(7, 1))) }
            set { bits.setField(7, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension SCC {
    /// CFG_REG2.
    @frozen
    public struct CFG_REG2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SCC {
    /// CFG_REG3.
    @frozen
    public struct CFG_REG3: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of MCC_SWITCHE0.
        @frozen
        public struct MCC_SWITCHE0: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 0.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE0: MCC_SWITCHE0 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 1)))
        }

        /// Values of MCC_SWITCHE1.
        @frozen
        public struct MCC_SWITCHE1: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 1.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE1: MCC_SWITCHE1 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(1, 1)))
        }

        /// Values of MCC_SWITCHE2.
        @frozen
        public struct MCC_SWITCHE2: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 2.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE2: MCC_SWITCHE2 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 1)))
        }

        /// Values of MCC_SWITCHE3.
        @frozen
        public struct MCC_SWITCHE3: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 3.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE3: MCC_SWITCHE3 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(3, 1)))
        }

        /// Values of MCC_SWITCHE4.
        @frozen
        public struct MCC_SWITCHE4: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 4.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE4: MCC_SWITCHE4 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 1)))
        }

        /// Values of MCC_SWITCHE5.
        @frozen
        public struct MCC_SWITCHE5: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 5.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE5: MCC_SWITCHE5 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(5, 1)))
        }

        /// Values of MCC_SWITCHE6.
        @frozen
        public struct MCC_SWITCHE6: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 6.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE6: MCC_SWITCHE6 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 1)))
        }

        /// Values of MCC_SWITCHE7.
        @frozen
        public struct MCC_SWITCHE7: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// Switch is off.
            @export(implementation) @inline(__always)
            public static var Off: Self { .init(rawValue: 0) }

            /// Switch is on.
            @export(implementation) @inline(__always)
            public static var On: Self { .init(rawValue: 1) }
        }

        /// MCC SWITCHES: 0 = OFF 1 = ON. Bit 7.
        @export(implementation) @inline(__always)
        public var MCC_SWITCHE7: MCC_SWITCHE7 {
            .init(rawValue: UInt8(truncatingIfNeeded: bits.field(7, 1)))
        }
    }
}

extension SCC {
    /// CFG_REG4.
    @frozen
    public struct CFG_REG4: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Board Revision. Bits 3:0.
        @export(implementation) @inline(__always)
        public var BRDREV: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(0, 4))
        }
    }
}

extension SCC {
    /// CFG_REG5.
    @frozen
    public struct CFG_REG5: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Debug: 0 = Serial Wire Debug 1 = JTAG. Bit 5.
        @export(implementation) @inline(__always)
        public var DEBUG: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }
    }
}

extension SCC {
    /// CFG_REG6.
    @frozen
    public struct CFG_REG6: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SCC {
    /// CFG_REG7.
    @frozen
    public struct CFG_REG7: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SCC {
    /// SYS_CFGDATA_RTN.
    @frozen
    public struct SYS_CFGDATA_RTN: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SCC {
    /// SYS_CFGDATA_OUT.
    @frozen
    public struct SYS_CFGDATA_OUT: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }
    }
}

extension SCC {
    /// SYS_CFGCTRL.
    @frozen
    public struct SYS_CFGCTRL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Device (value of 0/1/2 for supported clocks. Bits 11:0.
        @export(implementation) @inline(__always)
        public var DEVICE: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Function Value. Bits 25:20.
        @export(implementation) @inline(__always)
        public var RFUNCVAL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 6)) }
            set { bits.setField(20, 6, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Read/Write Access. Bit 30.
        @export(implementation) @inline(__always)
        public var RW_ACCESS: Bool {
            get { bits.flag(30) }
            set { bits.setFlag(30, newValue) }
        }

        /// Start: generates interrupt on write to this bit. Bit 31.
        @export(implementation) @inline(__always)
        public var START: Bool {
            get { bits.flag(31) }
            set { bits.setFlag(31, newValue) }
        }
    }
}

extension SCC {
    /// SYS_CFGSTAT.
    @frozen
    public struct SYS_CFGSTAT: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Complete Flag. Bit 0.
        @export(implementation) @inline(__always)
        public var COMPLETE: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Error Flag. Bit 1.
        @export(implementation) @inline(__always)
        public var ERROR: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }
    }
}

extension SCC {
    /// DLL Lock Register.
    @frozen
    public struct DLL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Complete Flag. Bit 0.
        @export(implementation) @inline(__always)
        public var LOCKED: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Complete Flag. Bits 23:16.
        @export(implementation) @inline(__always)
        public var LOCK_UNLOCK: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 8)) }
            set { bits.setField(16, 8, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Error Flag. Bits 31:24.
        @export(implementation) @inline(__always)
        public var LOCKED_MASKED: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 8)) }
            set { bits.setField(24, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension SCC {
    /// AID.
    @frozen
    public struct AID: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of SCC configuration register. Bits 7:0.
        @export(implementation) @inline(__always)
        public var NUM_CFG_REG: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(0, 8))
        }

        /// V2M-MPS2 target Board Revision (A=0,B=1,C=2). Bits 23:20.
        @export(implementation) @inline(__always)
        public var MPS2_REV: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(20, 4))
        }

        /// FPGA Build Number. Bits 31:24.
        @export(implementation) @inline(__always)
        public var FPGA_BUILD: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(24, 8))
        }
    }
}

extension SCC {
    /// ID.
    @frozen
    public struct ID: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Application note IP revision number. Bits 3:0.
        @export(implementation) @inline(__always)
        public var APP_REV: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(0, 4))
        }

        /// Primary Part Number: 383 = AN383. Bits 11:4.
        @export(implementation) @inline(__always)
        public var PRI_NUM: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(4, 8))
        }

        /// IP Architecture: 0x4 = AHB. Bits 19:16.
        @export(implementation) @inline(__always)
        public var IP_ARCH: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(16, 4))
        }

        /// Application note IP variant number. Bits 23:20.
        @export(implementation) @inline(__always)
        public var APP_NOTE_VAR: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(20, 4))
        }

        /// Implementer ID: 0x41 = ARM. Bits 31:24.
        @export(implementation) @inline(__always)
        public var IMPLEMENTER_ID: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(24, 8))
        }
    }
}
