// Bank switching: what a write to ROM does, and which parts of the cartridge the CPU sees. A new cartridge
// type is a case of `MapperKind` and its branch in `write` and in the three offsets.

/// The circuit on the cartridge.
public enum MapperKind: UInt8, Sendable {
    /// 32 KB of ROM, and perhaps 8 KB of RAM.
    case none
    /// Up to 2 MB of ROM and 32 KB of RAM.
    case mbc1
}

/// The mapper's registers.
///
/// Source: Pan Docs, "No MBC", "MBC1".
struct Mapper {
    private var kind: MapperKind
    private var ramEnabled: Bool
    /// 5 bits; 0 counts as 1.
    private var lowBank: UInt32
    /// 2 bits, for large ROMs or for RAM.
    private var highBank: UInt32
    /// In mode 1 the high bank register acts on 0x0000...0x3FFF and on RAM as well.
    private var advancedMode: Bool
    private var romBankMask: UInt32
    /// 0 without RAM.
    private var ramBanks: UInt32

    /// `romBytes` and `ramBytes` are powers of two, or 0 for no RAM.
    init(kind: MapperKind, romBytes: UInt32, ramBytes: UInt32) {
        self.kind = kind
        ramEnabled = kind == .none
        lowBank = 1
        highBank = 0
        advancedMode = false
        romBankMask = romBytes / 0x4000 &- 1
        ramBanks = ramBytes / 0x2000
    }

    /// A write of the CPU to 0x0000...0x7FFF. The page table must be made anew after it.
    mutating func write(_ address: UInt32, _ value: UInt32) {
        guard kind == .mbc1 else { return }
        switch address &>> 13 {
        case 0: ramEnabled = value & 0xF == 0xA
        case 1: lowBank = value & 0x1F == 0 ? 1 : value & 0x1F
        case 2: highBank = value & 3
        default: advancedMode = value & 1 != 0
        }
    }

    /// Where in ROM the CPU's 0x0000...0x3FFF begins, in bytes.
    var lowROMOffset: UInt32 {
        advancedMode ? (highBank &<< 5 & romBankMask) &* 0x4000 : 0
    }

    /// Where in ROM the CPU's 0x4000...0x7FFF begins, in bytes.
    var highROMOffset: UInt32 {
        ((highBank &<< 5 | lowBank) & romBankMask) &* 0x4000
    }

    /// Where in the cartridge's RAM the CPU's 0xA000...0xBFFF begins, in bytes; nil while it is closed.
    var ramOffset: UInt32? {
        guard ramEnabled && ramBanks > 0 else { return nil }
        return advancedMode ? (highBank & (ramBanks &- 1)) &* 0x2000 : 0
    }
}
