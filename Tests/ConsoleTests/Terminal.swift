// A terminal of one endless line: what a line editor's echo makes people see.
import Text

/// Interprets what an editor writes: characters, carriage return, line feed, and the two control sequences that
/// move the cursor left and clear to the end of the line (ECMA-48 8.3.18 and 8.3.41). A character is a column.
struct Terminal: TextOutput {
    private(set) var line: [Character] = []
    private(set) var column = 0
    /// Lines that were ended.
    private(set) var lines: [String] = []
    /// What the model does not know, which no editor should write.
    private(set) var surprises: [String] = []
    private var pending: [UInt8] = []

    var text: String { String(line) }

    mutating func write(byte: UInt8) {
        pending.append(byte)
        switch pending[0] {
        case 0x1B: control()
        case 0x0D:
            column = 0
            pending = []
        case 0x0A:
            lines.append(text)
            line = []
            column = 0
            pending = []
        default: character()
        }
    }

    private mutating func control() {
        guard pending.count > 2, (0x40...0x7E).contains(pending.last!) else { return }
        let parameter = String(decoding: pending[2..<pending.count - 1], as: UTF8.self)
        switch (pending[1], pending.last!) {
        case (0x5B, 0x44) where column >= (Int(parameter) ?? 1): column -= Int(parameter) ?? 1
        case (0x5B, 0x4B) where parameter.isEmpty: line.removeSubrange(min(column, line.count)...)
        default: surprises.append(String(decoding: pending.dropFirst(), as: UTF8.self))
        }
        pending = []
    }

    private mutating func character() {
        let length = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : pending[0] >= 0xC0 ? 2 : 1
        // A byte that does not continue the character before it shows that one as broken.
        if pending.count > 1, pending.last! & 0xC0 != 0x80 {
            surprises.append("a broken character")
            show("\u{FFFD}")
            let last = pending.removeLast()
            pending = []
            return write(byte: last)
        }
        guard pending.count == length else { return }
        guard let character = String(validating: pending, as: UTF8.self)?.first, pending[0] >= 0x20 else {
            surprises.append("byte \(pending[0])")
            pending = []
            return
        }
        pending = []
        show(character)
    }

    private mutating func show(_ character: Character) {
        while line.count < column { line.append(" ") }
        if column < line.count { line[column] = character } else { line.append(character) }
        column += 1
    }
}
