// An image as the linker wrote it: as much of ELF as says what is where (System V ABI, chapters 4 and 5; 32-bit,
// little-endian).

/// Why a file is no image.
public struct ELFError: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

/// The sections and symbols of an image for a 32-bit little-endian chip.
public struct ELFFile: Sendable {
    /// A part of the image that the linker placed as a whole.
    public struct Section: Equatable, Sendable {
        /// Its name in the linker script, such as `.text`.
        public let name: String
        /// Where the program finds it, in the chip's address space.
        public let address: UInt32
        /// Bytes.
        public let size: UInt32
        /// Takes memory on the chip.
        public let isAllocated: Bool
        /// Its contents are in the file; they are not for zeroed and uninitialised memory.
        public let hasContents: Bool
        /// Holds variables.
        public let isData: Bool
    }

    /// A function or a variable.
    public struct Symbol: Equatable, Sendable {
        /// The name as the linker knows it, mangled.
        public let name: String
        /// Where it is, in the chip's address space.
        public let address: UInt32
        /// Bytes; 0 for a mark without length.
        public let size: UInt32
        /// The section it lies in; nil for absolute ones.
        public let section: Int?
    }

    /// In the order of the file; `Symbol.section` counts in it.
    public let sections: [Section]
    /// In the order of the file.
    public let symbols: [Symbol]

    /// Reads an image. Throws what is wrong with it, and where.
    /// - Throws: an `ELFError`, whose description says which byte is not as it should be.
    public init(_ bytes: [UInt8]) throws(ELFError) {
        let reader = Reader(bytes: bytes)
        guard bytes.count >= 52 else { throw ELFError("\(bytes.count) bytes are too few for an ELF header, which has 52") }
        guard Array(bytes[0..<4]) == [0x7F, 0x45, 0x4C, 0x46] else { throw ELFError("not an ELF file: byte 0 is not 0x7F") }
        guard bytes[4] == 1, bytes[5] == 1 else { throw ELFError("not a 32-bit little-endian image (bytes 4 and 5)") }
        let table = Int(try reader.word(32))
        let entrySize = Int(try reader.half(46))
        let count = Int(try reader.half(48))
        guard entrySize >= 40 else { throw ELFError("section headers of \(entrySize) bytes at byte 46; they have 40") }
        let names = table + Int(try reader.half(50)) * entrySize
        let namesOffset = Int(try reader.word(names + 16))

        let copied = try Self.copiedRanges(reader)
        var sections: [Section] = []
        var symbols: [Symbol] = []
        for index in 0..<count {
            let header = table + index * entrySize
            let kind = try reader.word(header + 4)
            let flags = try reader.word(header + 8)
            let address = try reader.word(header + 12)
            // Flash may be marked as writable where the linker put tables of addresses, and variables as executable where
            // code is copied to RAM with them.
            let isWritten = flags & 1 != 0 && (flags & 4 == 0 || copied.contains { $0.contains(address) })
            sections.append(
                Section(
                    name: try reader.string(namesOffset + Int(try reader.word(header))),
                    address: address, size: try reader.word(header + 20),
                    isAllocated: flags & 2 != 0, hasContents: kind != 8, isData: isWritten))
            guard kind == 2 else { continue }
            let strings = Int(try reader.word(table + Int(try reader.word(header + 24)) * entrySize + 16))
            let start = Int(try reader.word(header + 16))
            for entry in stride(from: start, to: start + Int(try reader.word(header + 20)), by: 16) {
                let section = Int(try reader.half(entry + 14))
                symbols.append(
                    Symbol(
                        name: try reader.string(strings + Int(try reader.word(entry))),
                        address: try reader.word(entry + 4), size: try reader.word(entry + 8),
                        section: section > 0 && section < count ? section : nil))
            }
        }
        self.sections = sections
        self.symbols = symbols
    }

    /// The addresses of what is loaded elsewhere, and copied there by start-up (program headers of the kind LOAD).
    private static func copiedRanges(_ reader: Reader) throws(ELFError) -> [Range<UInt32>] {
        let table = Int(try reader.word(28))
        let entrySize = Int(try reader.half(42))
        var ranges: [Range<UInt32>] = []
        for index in 0..<Int(try reader.half(44)) {
            let header = table + index * entrySize
            let (address, load) = (try reader.word(header + 8), try reader.word(header + 12))
            let size = try reader.word(header + 20)
            guard try reader.word(header) == 1, address != load, size <= .max - address else { continue }
            ranges.append(address..<address + size)
        }
        return ranges
    }

    private struct Reader {
        let bytes: [UInt8]

        func half(_ offset: Int) throws(ELFError) -> UInt16 {
            guard offset >= 0, offset + 2 <= bytes.count else { throw truncated(offset) }
            return UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
        }

        func word(_ offset: Int) throws(ELFError) -> UInt32 {
            guard offset >= 0, offset + 4 <= bytes.count else { throw truncated(offset) }
            return (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32($1 * 8) }
        }

        func string(_ offset: Int) throws(ELFError) -> String {
            guard offset >= 0, offset < bytes.count else { throw truncated(offset) }
            return String(decoding: bytes[offset...].prefix { $0 != 0 }, as: UTF8.self)
        }

        private func truncated(_ offset: Int) -> ELFError {
            ELFError("the file ends at byte \(bytes.count), and something is said to be at byte \(offset)")
        }
    }
}
