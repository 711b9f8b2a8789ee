// What can be wrong with a cartridge, in words.
import Text

/// Why a ROM cannot be run, or what is odd about one that can. Nothing has been changed when it is thrown.
public enum CartridgeError: Error, Equatable, Sendable {
    /// There are no bytes at all.
    case empty
    /// Every byte of the header is 0x00 or every one 0xFF, as in an empty slot.
    case noCartridge
    /// Fewer bytes than the header takes.
    case tooShort(bytes: Int)
    /// The byte at 0x014D does not fit the bytes before it.
    case headerChecksum(expected: UInt8, found: UInt8)
    /// No cartridge has this type (0x0147).
    case unknownType(UInt8)
    /// This type (0x0147) exists, and is not supported.
    case unsupportedType(UInt8)
    /// No cartridge has this ROM size code (0x0148). Old documents have 0x52 to 0x54, for 72, 80 and 96 banks.
    case romSizeCode(UInt8)
    /// The mapper cannot reach all of the ROM that the code at 0x0148 stands for.
    case romTooLargeForMapper(bytes: Int, largest: Int)
    /// Fewer bytes than the ROM size code (0x0148) stands for.
    case romTruncated(needed: Int, found: Int)
    /// Nothing but one byte, over and over, after what the ROM size code (0x0148) stands for.
    case romPadded(expected: Int, found: Int)
    /// More bytes than the ROM size code (0x0148) stands for.
    case romOversized(expected: Int, found: Int)
    /// More bytes than the place for them holds.
    case romExceedsSlot(bytes: Int, slot: Int)
    /// No cartridge has this RAM size code (0x0149), or none with this mapper.
    case ramSizeCode(UInt8, largest: Int)
}

extension CartridgeError {
    /// Writes what is wrong, and where, as one line without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .empty:
            output.write("the file is empty")
        case .noCartridge:
            output.write("no cartridge in the slot: the header holds nothing but 00 or FF")
        case .tooShort(let bytes):
            output.write("too short for a cartridge: ")
            output.write(bytes: bytes)
            output.write(", and the header ends at 0x0150")
        case .headerChecksum(let expected, let found):
            output.write("bad header checksum at 0x014D: expected ")
            output.write(byteInHex: expected)
            output.write(", found ")
            output.write(byteInHex: found)
        case .unknownType(let type):
            output.write("unknown cartridge type at 0x0147: ")
            output.write(byteInHex: type)
            output.write("; expected 0x00 for ROM alone, or a mapper's")
        case .unsupportedType(let type):
            output.write("unsupported cartridge type at 0x0147: ")
            output.write(byteInHex: type)
            output.write(" (")
            output.write(CartridgeType(type)?.name ?? "")
            output.write("); supported are ROM alone, MBC1, MBC2, MBC3, MBC5 and HuC1")
        case .romSizeCode(let code):
            output.write((0x52...0x54).contains(code) ? "unofficial" : "unknown")
            output.write(" ROM size code at 0x0148: ")
            output.write(byteInHex: code)
            output.write("; expected 0x00 to 0x08")
        case .romTooLargeForMapper(let bytes, let largest):
            output.write("the ROM size code at 0x0148 stands for ")
            output.write(bytes: bytes)
            output.write(", and the mapper reaches ")
            output.write(bytes: largest)
        case .romPadded(let expected, let found):
            output.write("padding after the ROM: the size code at 0x0148 stands for ")
            output.write(bytes: expected)
            output.write(", and ")
            output.write(decimal: UInt32(clamping: found &- expected))
            output.write(" more follow")
        case .romOversized(let expected, let found):
            output.write("the file is too long: the size code at 0x0148 stands for ")
            output.write(bytes: expected)
            output.write(", and there are ")
            output.write(bytes: found)
        case .romTruncated(let needed, let found):
            output.write("the ROM is cut short: the size code at 0x0148 stands for ")
            output.write(bytes: needed)
            output.write(", and there are ")
            output.write(bytes: found)
        case .romExceedsSlot(let bytes, let slot):
            output.write("the ROM has ")
            output.write(bytes: bytes)
            output.write(", and the slot holds ")
            output.write(bytes: slot)
        case .ramSizeCode(let code, let largest):
            output.write("bad RAM size code at 0x0149: ")
            output.write(byteInHex: code)
            output.write("; expected one for at most ")
            output.write(bytes: largest)
        }
    }

    /// Writes what is odd about a ROM that is run all the same, and what is done about it, as one line without its end.
    public func writeWarning(to output: inout some TextOutput & ~Copyable) {
        write(to: &output)
        switch self {
        case .headerChecksum: output.write("; it is run all the same")
        case .romSizeCode: output.write("; the ROM is as long as the file")
        case .romTooLargeForMapper: output.write("; the rest is not used")
        case .romTruncated: output.write("; what is missing reads FF")
        case .romPadded: output.write("; they are not used")
        case .romOversized: output.write("; all that the mapper reaches is used")
        case .ramSizeCode: output.write("; the cartridge gets as much as its type can have")
        case .empty, .noCartridge, .tooShort, .unknownType, .unsupportedType, .romExceedsSlot: break
        }
    }
}

extension TextOutput where Self: ~Copyable {
    mutating func write(bytes count: Int) {
        write(decimal: UInt32(clamping: count))
        write(count == 1 ? " byte" : " bytes")
    }

    mutating func write(byteInHex byte: UInt8) {
        write("0x")
        write(hex: UInt32(byte), digits: 2)
    }
}
