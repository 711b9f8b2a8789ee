// Bank switching: what a write to ROM does, and which parts of the cartridge the CPU sees. A new cartridge
// type is a case of `MapperKind` and its branch in `write` and in the three offsets.

/// The circuit on the cartridge.
public enum MapperKind: UInt8, Sendable {
    /// 32 KB of ROM, and perhaps 8 KB of RAM.
    case none
    /// Up to 2 MB of ROM and 32 KB of RAM.
    case mbc1
    /// Four games of 256 KB, chosen from a menu.
    case mbc1Multicart
    /// Up to 256 KB of ROM, and 512 half bytes of RAM.
    case mbc2
    /// Up to 4 MB of ROM and 64 KB of RAM, and perhaps a clock.
    case mbc3
    /// Up to 8 MB of ROM and 128 KB of RAM, and perhaps a motor.
    case mbc5
    /// Up to 1 MB of ROM and 32 KB of RAM, and a lamp and an eye for infrared light.
    case huC1
}

/// The mapper's registers.
///
/// Source: Pan Docs, "No MBC", "MBC1", "MBC2", "MBC3", "MBC5", "HuC1"; gekkio, "Game Boy: Complete Technical
/// Reference".
struct Mapper {
    private var kind: MapperKind
    private var hasClock: Bool
    /// HuC1: 0xA000...0xBFFF is the eye.
    var showsInfrared: Bool
    var ramEnabled: Bool
    var lowBank: UInt32
    /// For large ROMs or for RAM; from 8 up, MBC3's clock.
    var highBank: UInt32
    /// In MBC1's mode 1 the high bank register acts on 0x0000...0x3FFF and on RAM as well.
    var advancedMode: Bool
    private var romBankMask: UInt32
    /// 0 without RAM.
    private var ramBanks: UInt32
    /// The last value written to MBC3's latch.
    var latch: UInt32
    var clock: CartridgeClock

    /// The cartridge's sizes are powers of two, or 0 for no RAM.
    init(_ cartridge: Cartridge) {
        kind = cartridge.mapper
        hasClock = cartridge.hasClock
        showsInfrared = false
        ramEnabled = kind == .none || kind == .huC1
        lowBank = 1
        highBank = 0
        advancedMode = false
        romBankMask = UInt32(truncatingIfNeeded: cartridge.romByteCount) / 0x4000 &- 1
        // 2 KB are a bank, in which they come four times; MBC2's half bytes are none.
        ramBanks = kind == .mbc2 ? 0 : (UInt32(truncatingIfNeeded: cartridge.ramByteCount) &+ 0x1FFF) / 0x2000
        latch = 0xFF
        clock = CartridgeClock()
    }

    /// A write of the CPU to 0x0000...0x7FFF. The page table must be made anew after it.
    mutating func write(_ address: UInt32, _ value: UInt32, at now: Moment) {
        let quarter = address &>> 13
        switch kind {
        case .none: break
        case .mbc1, .mbc1Multicart:
            switch quarter {
            case 0: ramEnabled = value & 0xF == 0xA
            case 1: lowBank = value & 0x1F == 0 ? 1 : value & 0x1F
            case 2: highBank = value & 3
            default: advancedMode = value & 1 != 0
            }
        case .mbc2:
            guard address < 0x4000 else { return }
            if address & 0x100 == 0 {
                ramEnabled = value & 0xF == 0xA
            } else {
                lowBank = max(value & 0xF, 1)
            }
        case .mbc3:
            switch quarter {
            case 0: ramEnabled = value & 0xF == 0xA
            case 1: lowBank = max(value & 0xFF, 1)
            case 2: highBank = value & 0xF
            default:
                if hasClock && latch == 0 && value == 1 { clock.latch(at: now) }
                latch = value
            }
        case .mbc5:
            switch address &>> 12 {
            case 0, 1: ramEnabled = value == 0x0A
            case 2: lowBank = lowBank & 0x100 | value
            case 3: lowBank = lowBank & 0xFF | (value & 1) &<< 8
            case 4, 5: highBank = value & 0xF
            default: break
            }
        case .huC1:
            switch quarter {
            case 0: showsInfrared = value & 0xF == 0xE
            case 1: lowBank = value & 0x3F
            case 2: highBank = value & 3
            default: break
            }
        }
    }

    /// Bits of a ROM bank that MBC1's low register holds.
    private var lowBits: UInt32 { kind == .mbc1Multicart ? 4 : 5 }

    /// Where in ROM the CPU's 0x0000...0x3FFF begins, in bytes.
    var lowROMOffset: UInt32 {
        advancedMode ? (highBank &<< lowBits & romBankMask) &* 0x4000 : 0
    }

    /// Where in ROM the CPU's 0x4000...0x7FFF begins, in bytes.
    var highROMOffset: UInt32 {
        switch kind {
        case .mbc1: ((highBank &<< 5 | lowBank) & romBankMask) &* 0x4000
        case .mbc1Multicart: ((highBank &<< 4 | lowBank & 0xF) & romBankMask) &* 0x4000
        default: (lowBank & romBankMask) &* 0x4000
        }
    }

    /// Where in the cartridge's RAM the CPU's 0xA000...0xBFFF begins, in bytes; nil while it is closed, or something
    /// else is there.
    var ramOffset: UInt32? {
        guard ramEnabled && ramBanks > 0 && !showsInfrared else { return nil }
        switch kind {
        case .none: return 0
        case .mbc1, .mbc1Multicart: return advancedMode ? (highBank & (ramBanks &- 1)) &* 0x2000 : 0
        case .mbc3: return highBank < 8 ? (highBank & (ramBanks &- 1)) &* 0x2000 : nil
        default: return (highBank & (ramBanks &- 1)) &* 0x2000
        }
    }

    // MARK: - What else there is at 0xA000...0xBFFF

    /// MBC2's RAM, 512 half bytes over and over, is open.
    var showsHalfBytes: Bool { kind == .mbc2 && ramEnabled }

    private var clockRegister: UInt32? {
        kind == .mbc3 && hasClock && ramEnabled && (8...12).contains(highBank) ? highBank &- 8 : nil
    }

    /// What is read where neither RAM nor half bytes are.
    func readOther() -> UInt32 {
        if let register = clockRegister { return clock.readLatched(register) }
        // The eye sees no light.
        return showsInfrared ? 0xC0 : 0xFF
    }

    mutating func writeOther(_ value: UInt32, at now: Moment) {
        if let register = clockRegister { clock.write(register, value, at: now) }
    }

    /// MBC5's motor hangs on a bit of the RAM bank.
    var isMotorOn: Bool { kind == .mbc5 && highBank & 8 != 0 }

    /// Keeps the clock's last moment near enough to compare.
    mutating func catchUp(to now: Moment) { if hasClock { clock.catchUp(to: now) } }
}
