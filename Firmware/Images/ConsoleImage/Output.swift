// Text on its way to the terminal.
import Serial
import Tasks
import Text

/// Collects text and sends it to the port in pieces that other tasks' text does not split.
///
/// A piece holds 240 bytes: more without a `send` in between is cut there, which `send` shows by an ellipsis.
/// Lines end as terminals want it, by carriage return and line feed. Thread mode.
struct Output: TextOutput, ~Copyable {
    private var buffer = TextBuffer<240>()

    // None of these is inlined: commands are mostly calls of them.
    @inline(never)
    mutating func write(byte: UInt8) {
        if byte == 0x0A { buffer.write(byte: 0x0D) }
        buffer.write(byte: byte)
    }

    /// Sends what was written since the last time. Where the terminal takes nothing the text is dropped: there
    /// is no one to tell.
    @MainActor @inline(never)
    mutating func send() async {
        let wasCut = buffer.dropped > 0
        _ = try? await Hardware.port.pointee.send(buffer.span)
        buffer.removeAll()
        if wasCut {
            buffer.write("...\r\n")
            _ = try? await Hardware.port.pointee.send(buffer.span)
            buffer.removeAll()
        }
    }

    /// Sends lines of any number.
    @MainActor
    mutating func sendLines(_ text: borrowing Span<UInt8>) async {
        for index in text.indices {
            write(byte: text[index])
            if text[index] == 0x0A { await send() }
        }
    }

    /// Writes the line, ends it and sends it.
    @MainActor @inline(never)
    mutating func sendLine(_ text: StaticString) async {
        writeLine(text)
        await send()
    }
}

extension TextOutput where Self: ~Copyable {
    /// Writes bytes that are text.
    mutating func write(_ text: borrowing Span<UInt8>) {
        for index in text.indices { write(byte: text[index]) }
    }

    /// Writes a 64-bit number in decimal.
    mutating func write(decimal value: UInt64) {
        // By billions, so that all but two divisions are of 32 bits.
        let billion: UInt64 = 1_000_000_000
        guard value >= billion else {
            write(decimal: UInt32(truncatingIfNeeded: value))
            return
        }
        write(decimal: value / billion)
        write(decimal: UInt32(truncatingIfNeeded: value % billion), width: 9, padding: 0x30)
    }
}
