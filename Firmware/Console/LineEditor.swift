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

    private enum Escape { case none, started, sequence(UInt8) }

    public init() {}

    /// The line so far, or the complete one behind `.line` until the next key.
    public var line: Span<UInt8> {
        @_lifetime(borrow self)
        borrowing get { bytes.span.extracting(first: count) }
    }

    /// Begins a new line. The next key does so by itself behind `.line`, `.tooLong` and `.interrupt`.
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
        if case .none = escape {} else {
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
        case 0x15: replace(with: 0, &output)
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
        guard count < capacity else {
            // Not kept and not echoed: the message behind the line says how long it was.
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
        if cursor < count { writeTail(&output) }
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
        var start = cursor
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
        let width = characters(from: start, to: cursor)
        remove(from: start, to: cursor)
        cursor = start
        moveLeft(width, &output)
        writeTail(&output)
    }

    /// Shows `length` bytes that now stand in the buffer in place of what the terminal shows.
    private mutating func replace(with length: Int, _ output: inout some TextOutput & ~Copyable) {
        moveLeft(characters(from: 0, to: cursor), &output)
        count = length
        cursor = length
        excess = 0
        for index in 0..<count { output.write(byte: bytes[index]) }
        output.write("\u{1B}[K")
    }

    /// Writes what stands behind the cursor, clears the rest of the line, and comes back.
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
        guard case .sequence(let parameter) = escape else {
            escape = byte == 0x5B || byte == 0x4F ? .sequence(0) : .none
            return
        }
        if (0x30...0x3F).contains(byte) {
            escape = .sequence(byte)
            return
        }
        escape = .none
        switch (byte, parameter) {
        case (0x41, _): recall(newer: false, &output)
        case (0x42, _): recall(newer: true, &output)
        case (0x43, _): if cursor < count { moveCursor(to: next(cursor), &output) }
        case (0x44, _): if cursor > 0 { moveCursor(to: previous(cursor), &output) }
        case (0x48, _), (0x7E, 0x31): moveCursor(to: 0, &output)
        case (0x46, _), (0x7E, 0x34): moveCursor(to: count, &output)
        case (0x7E, 0x33): deleteForward(&output)
        default: break
        }
    }

    private mutating func recall(newer: Bool, _ output: inout some TextOutput & ~Copyable) {
        moveCursor(to: 0, &output)
        guard let length = history.recall(newer: newer, into: &bytes) else {
            if newer { replace(with: 0, &output) } else { moveCursor(to: count, &output) }
            return
        }
        replace(with: length, &output)
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

    /// Copies the next older or newer line and answers its length; nil at either end.
    mutating func recall(newer: Bool, into bytes: inout InlineArray<capacity, UInt8>) -> Int? {
        let target = newer ? back - 1 : back + 1
        guard target <= min(added, Self.lines) else { return nil }
        back = max(target, 0)
        guard back > 0 else { return nil }
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
