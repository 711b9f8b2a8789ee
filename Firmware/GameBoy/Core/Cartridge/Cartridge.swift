// The cartridge header: what the bytes from 0x0100 to 0x014F say about the rest.
import Text

/// The cartridge types of the byte at 0x0147.
///
/// Source: Pan Docs, "The Cartridge Header", "0147 - Cartridge type".
struct CartridgeType {
    let name: StaticString
    /// nil if the type is not supported.
    let mapper: MapperKind?
    let hasRAM: Bool
    let hasBattery: Bool
    var hasClock: Bool { isOneOf(0x0F, 0x10) }
    var hasMotor: Bool { (0x1C...0x1E).contains(byte) }
    private let byte: UInt8

    /// nil for a byte that no cartridge has.
    init?(_ byte: UInt8) {
        var mapper: MapperKind?
        switch byte {
        case 0x00, 0x08, 0x09: (name, mapper) = ("ROM", MapperKind.none)
        case 0x01...0x03: (name, mapper) = ("MBC1", .mbc1)
        case 0x05, 0x06: (name, mapper) = ("MBC2", .mbc2)
        case 0x0B...0x0D: name = "MMM01"
        case 0x0F...0x13: (name, mapper) = ("MBC3", .mbc3)
        case 0x19...0x1E: (name, mapper) = ("MBC5", .mbc5)
        case 0x20: name = "MBC6"
        case 0x22: name = "MBC7"
        case 0xFC: name = "Pocket Camera"
        case 0xFD: name = "TAMA5"
        case 0xFE: name = "HuC3"
        case 0xFF: (name, mapper) = ("HuC1", .huC1)
        default: return nil
        }
        self.mapper = mapper
        self.byte = byte
        switch byte {
        case 0x02, 0x08, 0x12, 0x1A, 0x1D: (hasRAM, hasBattery) = (true, false)
        case 0x03, 0x09, 0x10, 0x13, 0x1B, 0x1E, 0xFF: (hasRAM, hasBattery) = (true, true)
        // MBC2's RAM is part of the mapper, and this MBC3 has only a clock to keep.
        case 0x06, 0x0F: (hasRAM, hasBattery) = (false, true)
        default: (hasRAM, hasBattery) = (false, false)
        }
    }

    private func isOneOf(_ first: UInt8, _ second: UInt8) -> Bool { byte == first || byte == second }
}

/// A ROM whose header has been checked. It owns nothing: the bytes stay where they are, in flash or in a
/// buffer of the caller's, and must stay there for as long as a machine runs them.
public struct Cartridge {
    /// The ROM: `romByteCount` bytes, or fewer where a file was cut short.
    public let rom: UnsafeRawBufferPointer
    /// The bytes that the mapper's banks make up, a power of two; those that are not in `rom` read 0xFF.
    public let romByteCount: Int
    /// The circuit on the cartridge.
    public let mapper: MapperKind
    /// The bytes of RAM on the cartridge, which a machine is to be given: 0, MBC2's 512, or 2 KB to 128 KB,
    /// a power of two.
    public let ramByteCount: Int
    /// Whether that RAM, or the clock, outlives the power switch.
    public let hasBattery: Bool
    /// Whether there is a clock.
    public let hasClock: Bool
    /// Whether there is a motor that shakes the player.
    public let hasMotor: Bool

    /// The bytes of the header, from the start of the ROM.
    public static var headerEnd: Int { 0x150 }

    /// Checks a ROM image.
    ///
    /// - Parameters:
    ///   - slotSize: the bytes that the place for the ROM holds, if it is to be copied to one.
    ///   - ifOdd: called with each thing that is odd about a ROM which can be run all the same, at most four:
    ///     `CartridgeError.writeWarning` says what is done about it. Without it what is odd is thrown.
    /// - Throws: what is wrong with it; see `CartridgeError`.
    ///
    /// Cost: about 1,000 instructions, and 6 for each byte beyond the size in the header. Context: any.
    @_optimize(size)
    public init(
        rom bytes: UnsafeRawBufferPointer, slotSize: Int = .max,
        ifOdd: (CartridgeError) throws(CartridgeError) -> Void = { error throws(CartridgeError) in throw error }
    ) throws(CartridgeError) {
        guard bytes.count > 0 else { throw .empty }
        guard bytes.count >= Self.headerEnd else { throw .tooShort(bytes: bytes.count) }
        guard !Self.isBlank(bytes) else { throw .noCartridge }

        let expected = Self.checksum(bytes)
        if bytes[0x14D] != expected { try ifOdd(.headerChecksum(expected: expected, found: bytes[0x14D])) }
        guard let type = CartridgeType(bytes[0x147]) else { throw .unknownType(bytes[0x147]) }
        guard let mapper = type.mapper else { throw .unsupportedType(bytes[0x147]) }

        romByteCount = try Self.romBytes(bytes, mapper, ifOdd)
        guard bytes.count <= slotSize else { throw .romExceedsSlot(bytes: bytes.count, slot: slotSize) }
        rom = UnsafeRawBufferPointer(rebasing: bytes[..<min(bytes.count, romByteCount)])

        let largestRAM = type.hasRAM ? mapper.largestRAM : 0x2_0000
        var ramBytes = Self.ramBytes(code: bytes[0x149]) ?? .max
        if ramBytes > largestRAM {
            try ifOdd(.ramSizeCode(bytes[0x149], largest: largestRAM))
            ramBytes = largestRAM
        }
        self.mapper = mapper == .mbc1 && Self.isMulticart(rom) ? .mbc1Multicart : mapper
        ramByteCount = mapper == .mbc2 ? 512 : type.hasRAM ? ramBytes : 0
        hasClock = type.hasClock
        hasMotor = type.hasMotor
        hasBattery = type.hasBattery && (ramByteCount > 0 || hasClock)
    }

    /// The size of the ROM that a file of these bytes stands for: what the header says, and more if the file has more,
    /// as far as the mapper reaches.
    @_optimize(size)
    private static func romBytes(
        _ bytes: UnsafeRawBufferPointer, _ mapper: MapperKind,
        _ ifOdd: (CartridgeError) throws(CartridgeError) -> Void
    ) throws(CartridgeError) -> Int {
        let (code, largest) = (bytes[0x148], mapper.largestROM)
        var size = 0x8000
        if code > 8 {
            try ifOdd(.romSizeCode(code))
        } else {
            size <<= Int(code)
            if size > largest {
                try ifOdd(.romTooLargeForMapper(bytes: size, largest: largest))
            } else if bytes.count < size {
                try ifOdd(.romTruncated(needed: size, found: bytes.count))
            } else if isPadded(bytes, from: size) {
                try ifOdd(.romPadded(expected: size, found: bytes.count))
                return size
            } else if bytes.count > size {
                try ifOdd(.romOversized(expected: size, found: bytes.count))
            }
        }
        while size < bytes.count && size < largest { size &<<= 1 }
        return min(size, largest)
    }

    /// Whether nothing but one byte, over and over, comes after the ROM.
    private static func isPadded(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        guard bytes.count > start else { return false }
        for index in start..<bytes.count where bytes[index] != bytes[start] { return false }
        return true
    }

    /// A multicart has 1 MB, and each of its games has the logo, which begins with CE ED, as the whole has.
    ///
    /// Source: Pan Docs, "MBC1", "MBC1M".
    @_optimize(size)
    private static func isMulticart(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == 0x10_0000 && bytes[0x104] == 0xCE && bytes[0x105] == 0xED else { return false }
        var games = 0
        for game in 0..<4 {
            var address = 0x104
            while address < 0x134 && bytes[game &* 0x4_0000 &+ address] == bytes[address] { address &+= 1 }
            if address == 0x134 { games &+= 1 }
        }
        return games > 2
    }

    /// Writes the title (0x0134 to 0x0143) up to its first zero; bytes that are no printable ASCII come out
    /// as "?".
    public func writeTitle(to output: inout some TextOutput & ~Copyable) {
        for index in 0x134...0x143 {
            // The last byte is the colour flag where its top bit is set.
            guard rom[index] != 0 && !(index == 0x143 && rom[index] >= 0x80) else { return }
            output.write(byte: (0x20..<0x7F).contains(rom[index]) ? rom[index] : 0x3F)
        }
    }

    private static func isBlank(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let first = bytes[0x100]
        guard first == 0x00 || first == 0xFF else { return false }
        for index in 0x100..<headerEnd where bytes[index] != first { return false }
        return true
    }

    /// Source: Pan Docs, "014D - Header checksum".
    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt8 {
        var sum: UInt8 = 0
        for index in 0x134...0x14C { sum = sum &- bytes[index] &- 1 }
        return sum
    }

    /// Source: Pan Docs, "0149 - RAM size". No cartridge is known to have had the 2 KB of code 1; programs say so.
    private static func ramBytes(code: UInt8) -> Int? {
        switch code {
        case 0: 0
        case 1: 0x800
        case 2: 0x2000
        case 3: 0x8000
        case 4: 0x2_0000
        case 5: 0x1_0000
        default: nil
        }
    }
}

extension MapperKind {
    /// The bytes of ROM that the mapper can reach.
    var largestROM: Int {
        switch self {
        case .none: 0x8000
        case .mbc1, .mbc1Multicart: 0x20_0000
        case .mbc2: 0x4_0000
        case .mbc3: 0x40_0000
        case .mbc5: 0x80_0000
        case .huC1: 0x10_0000
        }
    }

    /// The bytes of RAM that the mapper can reach.
    var largestRAM: Int {
        switch self {
        case .none, .mbc2: 0x2000
        case .mbc1, .mbc1Multicart, .huC1: 0x8000
        case .mbc3: 0x1_0000
        case .mbc5: 0x2_0000
        }
    }
}
