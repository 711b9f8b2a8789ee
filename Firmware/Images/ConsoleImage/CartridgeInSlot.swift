// The cartridge slot: memory of the board that a .gb file was written to, behind a header that says how long
// the file is. run.sh and flash.sh write both.
import GameBoy
import Interfaces
import MMIO
import TargetBoard

/// What the board's slot holds.
enum CartridgeInSlot {
    /// Bytes of the header: "MARTLET\0", the file's length, and its complement, both little-endian.
    private static var headerLength: Int { 16 }

    /// The file in the slot; nil if the slot holds none, which blank memory does.
    static var file: UnsafeRawBufferPointer? {
        let slot = ThisBoard.cartridgeSlot
        guard let memory = mappedMemory(at: slot.address, count: Int(slot.length)), memory.count >= headerLength
        else { return nil }
        let magic: StaticString = "MARTLET"
        for index in 0..<7 where memory[index] != magic.utf8Start[index] { return nil }
        guard memory[7] == 0 else { return nil }
        let length = word(memory, 8)
        guard word(memory, 12) == ~length, length <= UInt32(memory.count - headerLength) else { return nil }
        return UnsafeRawBufferPointer(rebasing: memory[headerLength..<headerLength + Int(length)])
    }

    /// The bytes a file may have.
    static var capacity: Int { Int(ThisBoard.cartridgeSlot.length) - headerLength }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
            | UInt32(bytes[offset + 3]) << 24
    }
}
