// A line as it is typed: what each key does to it, and what the terminal is told. Pure state, no waiting.
import Text

/// What a key came to.
public enum LineEvent: Equatable, Sendable {
    /// Nothing yet: go on typing.
    case typing
    /// The line is complete.
    case line
    /// The line is complete and was longer than the buffer; it is not kept. The count is how long it was.
    case tooLong(Int)
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D on an empty line.
    case endOfInput
}

/// One line of up to `capacity` bytes, edited in place: backspace, Ctrl-U, Ctrl-W, the arrow keys, Home and End,
/// and a history of the last lines. What is typed is echoed with the terminal's own control sequences.
///
/// Bytes from 0x80 up are kept as they come, so UTF-8 passes through; the cursor moves over whole characters.
/// It owns two lines and `8 * 64` bytes of history. Context: one task.
public struct LineEditor<let capacity: Int>: ~Copyable {
    private var bytes = InlineArray<capacity, UInt8>(repeating: 0)
    private var count = 0
    private var cursor = 0
    /// How long the line would be, once it is longer than the buffer.
    private var excess = 0
    private var history = LineHistory<capacity>()
    private var escape = Escape.none
    private var lastWasCarriageReturn = false

    /// Where in an escape sequence the keys are: after ESC, after its parameter, or after several parameters.
    private enum Escape {
        case none, started
        case sequence(UInt8)
        case modified
    }

    /// An empty line, and no history.
    public init() {}

    /// The line so far, or the complete one after `.line` until `clear`.
    public var line: Span<UInt8> {
        @_lifetime(borrow self)
        borrowing get { bytes.span.extracting(first: count) }
    }

    /// Begins a new line: what is due after `.line`, `.tooLong` and `.interrupt`.
    public mutating func clear() {
        count = 0
        cursor = 0
        excess = 0
        history.rewind()
    }

    /// Writes the line again, with the cursor where it was: for a prompt that was written anew.
    public func redraw(to output: inout some TextOutput & ~Copyable) {
        for index in 0..<count { output.write(byte: bytes[index]) }
        moveLeft(characters(from: cursor, to: count), &output)
    }

    /// Takes one key. The echo goes to `output`.
    public mutating func accept(_ byte: UInt8, echo output: inout some TextOutput & ~Copyable) -> LineEvent {
        let followsCarriageReturn = lastWasCarriageReturn
        lastWasCarriageReturn = byte == 0x0D
        // What no sequence holds ends it: ESC alone must swallow neither the line's end nor half a character.
        if byte < 0x20 || byte >= 0x80 { escape = .none }
        if case .none = escape {
        } else {
            continueEscape(byte, &output)
            return .typing
        }
        switch byte {
        case 0x0A where followsCarriageReturn: return .typing
        case 0x0A, 0x0D: return finish(&output)
        case 0x03:
            output.writeLine("^C")
            return .interrupt
        case 0x04 where count == 0 && excess == 0: return .endOfInput
        case 0x04: deleteForward(&output)
        case 0x08, 0x7F: deleteBackward(&output)
        case 0x01: moveCursor(to: 0, &output)
        case 0x05: moveCursor(to: count, &output)
        case 0x0E: recall(newer: true, &output)
        case 0x10: recall(newer: false, &output)
        case 0x15: replace(with: 0, from: characters(from: 0, to: cursor), &output)
        case 0x17: deleteWord(&output)
        case 0x1B: escape = .started
        case 0x09: insert(0x20, &output)
        case 0..<0x20: break
        default: insert(byte, &output)
        }
        return .typing
    }

    // MARK: - Ending a line

    private mutating func finish(_ output: inout some TextOutput & ~Copyable) -> LineEvent {
        output.writeLine()
        guard excess == 0 else { return .tooLong(count + excess) }
        history.add(bytes, count: count)
        return .line
    }

    // MARK: - Editing

    private mutating func insert(_ byte: UInt8, _ output: inout some TextOutput & ~Copyable) {
        // A character that does not fit as a whole is not begun, and nothing after it is kept.
        guard excess == 0, count + lengthOfCharacter(startingWith: byte) <= capacity else {
            // Not kept and not echoed: the message after the line says how long it was.
            excess += 1
            return
        }
        var index = count
        while index > cursor {
            bytes[index] = bytes[index - 1]
            index -= 1
        }
        bytes[cursor] = byte
        count += 1
        cursor += 1
        output.write(byte: byte)
        // What follows would tear a character apart on the terminal before its last byte is there.
        if cursor < count, isCharacterComplete { writeTail(&output) }
    }

    private mutating func remove(from start: Int, to end: Int) {
        for index in end..<count { bytes[start + index - end] = bytes[index] }
        count -= end - start
    }

    private mutating func deleteBackward(_ output: inout some TextOutput & ~Copyable) {
        if excess > 0 {
            excess -= 1
            return
        }
        guard cursor > 0 else { return }
        let start = previous(cursor)
        remove(from: start, to: cursor)
        cursor = start
        moveLeft(1, &output)
        writeTail(&output)
    }

    private mutating func deleteForward(_ output: inout some TextOutput & ~Copyable) {
        guard cursor < count else { return }
        remove(from: cursor, to: next(cursor))
        writeTail(&output)
    }

    private mutating func deleteWord(_ output: inout some TextOutput & ~Copyable) {
        // What was too much is the end of the word, or a word after it.
        excess = 0
        var start = cursor
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
        let width = characters(from: start, to: cursor)
        remove(from: start, to: cursor)
        cursor = start
        moveLeft(width, &output)
        writeTail(&output)
    }

    /// Shows `length` bytes that now stand in the buffer in place of what the terminal shows, whose cursor is in
    /// `column`.
    private mutating func replace(with length: Int, from column: Int, _ output: inout some TextOutput & ~Copyable) {
        moveLeft(column, &output)
        count = length
        cursor = length
        excess = 0
        for index in 0..<count { output.write(byte: bytes[index]) }
        output.write("\u{1B}[K")
    }

    /// Writes what follows the cursor, clears the rest of the line, and comes back.
    private func writeTail(_ output: inout some TextOutput & ~Copyable) {
        for index in cursor..<count { output.write(byte: bytes[index]) }
        output.write("\u{1B}[K")
        moveLeft(characters(from: cursor, to: count), &output)
    }

    // MARK: - Moving

    private mutating func moveCursor(to index: Int, _ output: inout some TextOutput & ~Copyable) {
        if index < cursor {
            moveLeft(characters(from: index, to: cursor), &output)
        } else {
            for position in cursor..<index { output.write(byte: bytes[position]) }
        }
        cursor = index
    }

    private func moveLeft(_ columns: Int, _ output: inout some TextOutput & ~Copyable) {
        guard columns > 0 else { return }
        output.write("\u{1B}[")
        output.write(decimal: UInt32(columns))
        output.write("D")
    }

    private func isContinuation(_ index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }

    /// The bytes of a UTF-8 character, by its first one (RFC 3629, section 3); 1 for a byte that begins none.
    private func lengthOfCharacter(startingWith byte: UInt8) -> Int {
        switch byte {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }

    /// Whether the character before the cursor has all of its bytes.
    private var isCharacterComplete: Bool {
        let start = previous(cursor)
        return cursor - start >= lengthOfCharacter(startingWith: bytes[start])
    }

    private func previous(_ index: Int) -> Int {
        var index = index - 1
        while index > 0, isContinuation(index) { index -= 1 }
        return index
    }

    private func next(_ index: Int) -> Int {
        var index = index + 1
        while index < count, isContinuation(index) { index += 1 }
        return index
    }

    private func characters(from start: Int, to end: Int) -> Int {
        var characters = 0
        for index in start..<end where !isContinuation(index) { characters += 1 }
        return characters
    }

    // MARK: - Escape sequences and history

    /// Cursor keys arrive as `ESC [ letter` or `ESC O letter`, others as `ESC [ number ~` (ECMA-48).
    private mutating func continueEscape(_ byte: UInt8, _ output: inout some TextOutput & ~Copyable) {
        if case .started = escape {
            escape = byte == 0x5B || byte == 0x4F ? .sequence(0) : .none
            return
        }
        // Keys that a modifier was held with have a second parameter, after a semicolon.
        var key: UInt8 = 0
        if case .sequence(let number) = escape { key = number }
        switch byte {
        case 0x30...0x39:
            if case .sequence = escape, key < 10 { escape = .sequence(key * 10 + byte - 0x30) }
            return
        case 0x3A...0x3F:
            escape = .modified
            return
        default: escape = .none
        }
        switch (byte, key) {
        case (0x41, _): recall(newer: false, &output)
        case (0x42, _): recall(newer: true, &output)
        case (0x43, _): if cursor < count { moveCursor(to: next(cursor), &output) }
        case (0x44, _): if cursor > 0 { moveCursor(to: previous(cursor), &output) }
        case (0x48, _), (0x7E, 1), (0x7E, 7): moveCursor(to: 0, &output)
        case (0x46, _), (0x7E, 4), (0x7E, 8): moveCursor(to: count, &output)
        case (0x7E, 3): deleteForward(&output)
        default: break
        }
    }

    private mutating func recall(newer: Bool, _ output: inout some TextOutput & ~Copyable) {
        // The terminal's column is counted before the line in the buffer becomes another.
        let column = characters(from: 0, to: cursor)
        guard let length = history.recall(newer: newer, into: &bytes) else { return }
        replace(with: length, from: column, &output)
    }
}

/// The last lines, the newest last.
struct LineHistory<let capacity: Int>: ~Copyable {
    private static var lines: Int { 8 }
    private var stored = InlineArray<8, InlineArray<64, UInt8>>(repeating: InlineArray(repeating: 0))
    private var lengths = InlineArray<8, Int>(repeating: 0)
    /// Lines ever added, and how many back the one shown is; 0 is the line being typed.
    private var added = 0
    private var back = 0

    /// Keeps a line that is not empty, fits, and is not the last one again.
    mutating func add(_ bytes: InlineArray<capacity, UInt8>, count: Int) {
        back = 0
        guard count > 0, count <= 64, !isLast(bytes, count) else { return }
        let slot = added % Self.lines
        for index in 0..<count { stored[slot][index] = bytes[index] }
        lengths[slot] = count
        added += 1
    }

    mutating func rewind() { back = 0 }

    /// Copies the next older or newer line and answers its length, 0 for the line being typed, which is empty
    /// anew; nil at either end.
    mutating func recall(newer: Bool, into bytes: inout InlineArray<capacity, UInt8>) -> Int? {
        let target = newer ? back - 1 : back + 1
        guard target >= 0, target <= min(added, Self.lines) else { return nil }
        back = target
        guard back > 0 else { return 0 }
        let slot = (added - back) % Self.lines
        for index in 0..<lengths[slot] { bytes[index] = stored[slot][index] }
        return lengths[slot]
    }

    private func isLast(_ bytes: InlineArray<capacity, UInt8>, _ count: Int) -> Bool {
        guard added > 0 else { return false }
        let slot = (added - 1) % Self.lines
        guard lengths[slot] == count else { return false }
        for index in 0..<count where stored[slot][index] != bytes[index] { return false }
        return true
    }
}
