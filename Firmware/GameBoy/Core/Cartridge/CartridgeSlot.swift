// The cartridge slot: memory of the board that a .gb file was written to, after a header that says how long
// the file is. `make_cartridge` in Boards/build.sh writes both, and so does what puts a cartridge into a simulated board.

extension Cartridge {
    /// Bytes of a slot's header: "MARTLET\0", the file's length, and its complement, both little-endian.
    public static var slotHeaderLength: Int { 16 }

    /// What a slot's header begins with; a zero byte follows it.
    private static var slotMagic: StaticString { "MARTLET" }

    /// The header for a file of `length` bytes.
    public static func slotHeader(fileLength length: UInt32) -> InlineArray<16, UInt8> {
        var header = InlineArray<16, UInt8>(repeating: 0)
        // SAFETY: the text has seven bytes.
        for index in 0..<7 { header[index] = slotMagic.utf8Start[index] }
        for index in 0..<4 {
            header[8 + index] = UInt8(truncatingIfNeeded: length >> UInt32(index * 8))
            header[12 + index] = ~header[8 + index]
        }
        return header
    }

    /// The file in a slot's memory; nil if the slot holds none, which blank memory does.
    public static func file(inSlot memory: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard memory.count >= slotHeaderLength else { return nil }
        // SAFETY: the text has seven bytes.
        for index in 0..<7 where memory[index] != slotMagic.utf8Start[index] { return nil }
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
