// Instructions as text, in the notation of Pan Docs.

/// Turns bytes into instructions.
///
/// Source: Pan Docs, "CPU Instruction Set".
public enum Disassembler {
    /// An instruction and its length in bytes.
    public struct Instruction: Equatable, Sendable {
        /// The instruction as Pan Docs writes it, in lower case.
        public let text: String
        /// Bytes, 1 to 3.
        public let length: Int
    }

    private static let registers = ["b", "c", "d", "e", "h", "l", "[hl]", "a"]
    private static let pairs = ["bc", "de", "hl", "sp"]
    private static let stacked = ["bc", "de", "hl", "af"]
    private static let pointers = ["[bc]", "[de]", "[hl+]", "[hl-]"]
    private static let conditions = ["nz", "z", "nc", "c"]
    private static let operations = ["add a,", "adc a,", "sub a,", "sbc a,", "and a,", "xor a,", "or a,", "cp a,"]
    private static let rotations = ["rlc", "rrc", "rl", "rr", "sla", "sra", "swap", "srl"]

    /// The instruction at an address; `read` gives the bytes.
    public static func instruction(at address: UInt16, _ read: (UInt16) -> UInt8) -> Instruction {
        let opcode = read(address)
        let next = read(address &+ 1)
        let byte = hex(UInt16(next), 2)
        let wordValue = UInt16(read(address &+ 2)) << 8 | UInt16(next)
        let word = hex(wordValue, 4)
        let target = hex(UInt16(truncatingIfNeeded: Int(address) + 2 + Int(Int8(bitPattern: next))), 4)
        let offset = Int(Int8(bitPattern: next))
        let pair = pairs[Int(opcode >> 4 & 3)]
        let condition = conditions[Int(opcode >> 3 & 3)]
        func one(_ text: String) -> Instruction { Instruction(text: text, length: 1) }
        func two(_ text: String) -> Instruction { Instruction(text: text, length: 2) }
        func three(_ text: String) -> Instruction { Instruction(text: text, length: 3) }

        switch opcode {
        case 0x00: return one("nop")
        case 0x07: return one("rlca")
        case 0x08: return three("ld [\(word)], sp")
        case 0x0F: return one("rrca")
        case 0x10: return one("stop")
        case 0x17: return one("rla")
        case 0x18: return two("jr \(target)")
        case 0x1F: return one("rra")
        case 0x20, 0x28, 0x30, 0x38: return two("jr \(condition), \(target)")
        case 0x27: return one("daa")
        case 0x2F: return one("cpl")
        case 0x37: return one("scf")
        case 0x3F: return one("ccf")
        case 0x76: return one("halt")
        case 0x40...0x7F: return one("ld \(registers[Int(opcode >> 3 & 7)]), \(registers[Int(opcode & 7)])")
        case 0x80...0xBF: return one("\(operations[Int(opcode >> 3 & 7)]) \(registers[Int(opcode & 7)])")
        case 0xC0, 0xC8, 0xD0, 0xD8: return one("ret \(condition)")
        case 0xC1, 0xD1, 0xE1, 0xF1: return one("pop \(stacked[Int(opcode >> 4 & 3)])")
        case 0xC5, 0xD5, 0xE5, 0xF5: return one("push \(stacked[Int(opcode >> 4 & 3)])")
        case 0xC2, 0xCA, 0xD2, 0xDA: return three("jp \(condition), \(word)")
        case 0xC3: return three("jp \(word)")
        case 0xC4, 0xCC, 0xD4, 0xDC: return three("call \(condition), \(word)")
        case 0xCD: return three("call \(word)")
        case 0xC6, 0xCE, 0xD6, 0xDE, 0xE6, 0xEE, 0xF6, 0xFE: return two("\(operations[Int(opcode >> 3 & 7)]) \(byte)")
        case 0xC7, 0xCF, 0xD7, 0xDF, 0xE7, 0xEF, 0xF7, 0xFF: return one("rst \(hex(UInt16(opcode & 0x38), 2))")
        case 0xC9: return one("ret")
        case 0xCB: return two(prefixed(next))
        case 0xD9: return one("reti")
        case 0xE0: return two("ldh [\(hex(0xFF00 | UInt16(next), 4))], a")
        case 0xF0: return two("ldh a, [\(hex(0xFF00 | UInt16(next), 4))]")
        case 0xE2: return one("ldh [c], a")
        case 0xF2: return one("ldh a, [c]")
        case 0xE8: return two("add sp, \(offset)")
        case 0xE9: return one("jp hl")
        case 0xEA: return three("ld [\(word)], a")
        case 0xFA: return three("ld a, [\(word)]")
        case 0xF3: return one("di")
        case 0xF8: return two("ld hl, sp\(offset < 0 ? "" : "+")\(offset)")
        case 0xF9: return one("ld sp, hl")
        case 0xFB: return one("ei")
        case 0xD3, 0xDB, 0xDD, 0xE3, 0xE4, 0xEB, 0xEC, 0xED, 0xF4, 0xFC, 0xFD:
            return one("db \(hex(UInt16(opcode), 2))")
        default: break
        }
        switch opcode & 0xF {
        case 0x1: return three("ld \(pair), \(word)")
        case 0x2: return one("ld \(pointers[Int(opcode >> 4)]), a")
        case 0xA: return one("ld a, \(pointers[Int(opcode >> 4)])")
        case 0x3: return one("inc \(pair)")
        case 0xB: return one("dec \(pair)")
        case 0x9: return one("add hl, \(pair)")
        case 0x4, 0xC: return one("inc \(registers[Int(opcode >> 3)])")
        case 0x5, 0xD: return one("dec \(registers[Int(opcode >> 3)])")
        default: return two("ld \(registers[Int(opcode >> 3)]), \(byte)")
        }
    }

    private static func prefixed(_ opcode: UInt8) -> String {
        let register = registers[Int(opcode & 7)]
        let number = Int(opcode >> 3 & 7)
        switch opcode >> 6 {
        case 0: return "\(rotations[number]) \(register)"
        case 1: return "bit \(number), \(register)"
        case 2: return "res \(number), \(register)"
        default: return "set \(number), \(register)"
        }
    }

    /// "$" and upper-case digits.
    static func hex(_ value: UInt16, _ digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return "$" + String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
