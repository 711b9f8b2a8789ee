// Game Boy programs for tests of images, made byte by byte, and the slot they lie in.
import GameBoy
import SimulatedChip

/// Game Boy programs, and the slot they lie in.
public enum CartridgeSlot {
    public static let offset = 256 << 10

    /// What run.sh and flash.sh write.
    public static func insert(_ file: [UInt8], into board: SimulatedSTM32F405) {
        let header = Cartridge.slotHeader(fileLength: UInt32(file.count))
        board.flash.fill(at: offset, header.indices.map { header[$0] } + file)
    }

    /// 32 KB that run `program` from 0x0150.
    public static func rom(_ program: [UInt8]) -> [UInt8] {
        var rom = [UInt8](repeating: 0, count: 0x8000)
        rom.replaceSubrange(0x100..<0x104, with: [0x00, 0xC3, 0x50, 0x01])
        rom.replaceSubrange(0x134..<0x139, with: Array("HELLO".utf8))
        rom.replaceSubrange(0x150..<0x150 + program.count, with: program)
        rom[0x14D] = rom[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
        return rom
    }

    /// The registers of a program that sounds: a tone of channel 2 on the left, and one of channel 1 on the right. Each is
    /// LD A,value; LDH (register),A.
    public static let tones: [UInt8] = {
        let registers: [(UInt8, UInt8)] = [
            (0x26, 0x80), (0x24, 0x77), (0x25, 0x21), (0x16, 0x80), (0x17, 0xF0), (0x18, 0x00), (0x19, 0x87), (0x11, 0x40),
            (0x12, 0xA0), (0x13, 0x80), (0x14, 0x86),
        ]
        return registers.flatMap { [UInt8(0x3E), $0.1, 0xE0, $0.0] }
    }()

    /// Sends `text` through the serial port, a byte at a time, and stays.
    public static func printing(_ text: String) -> [UInt8] {
        var program: [UInt8] = []
        for byte in text.utf8 {
            // LD A,byte; LDH (SB),A; LD A,0x81; LDH (SC),A; then LDH A,(SC); BIT 7,A; JR NZ while it is sent.
            program += [0x3E, byte, 0xE0, 0x01, 0x3E, 0x81, 0xE0, 0x02, 0xF0, 0x02, 0xCB, 0x7F, 0x20, 0xFA]
        }
        return rom(program + [0x18, 0xFE])
    }
}
