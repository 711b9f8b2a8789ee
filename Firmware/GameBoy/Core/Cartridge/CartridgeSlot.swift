// The cartridge slot: memory of the board that a .gb file was written to, after a header that says how long
// the file is. The project's scripts write both.

extension Cartridge {
    /// Bytes of a slot's header: "MARTLET\0", the file's length, and its complement, both little-endian.
    public static var slotHeaderLength: Int { 16 }

    /// The file in a slot's memory; nil if the slot holds none, which blank memory does.
    public static func file(inSlot memory: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard memory.count >= slotHeaderLength else { return nil }
        let magic: StaticString = "MARTLET"
        // SAFETY: the text has seven bytes.
        for index in 0..<7 where memory[index] != magic.utf8Start[index] { return nil }
        guard memory[7] == 0 else { return nil }
        let length = word(memory, 8)
        guard word(memory, 12) == ~length, length <= UInt32(memory.count - slotHeaderLength) else { return nil }
        return UnsafeRawBufferPointer(rebasing: memory[slotHeaderLength..<slotHeaderLength + Int(length)])
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
            | UInt32(bytes[offset + 3]) << 24
    }
}
