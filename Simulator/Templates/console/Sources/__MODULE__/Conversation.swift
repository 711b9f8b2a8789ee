import Martlet

/// Lines that somebody types, and what is answered. It knows nothing of where they come from.
public struct Conversation: Sendable {
    private var line = InlineArray<40, UInt8>(repeating: 0)
    private var count = 0

    public init() {}

    /// Takes a byte that was typed; returns what to send back. Any context.
    public mutating func receive(_ byte: UInt8) -> Reply {
        switch byte {
        case 0x0D, 0x0A:
            let reply = Reply.line(line, count: count)
            count = 0
            return reply
        case 0x08, 0x7F:
            guard count > 0 else { return .nothing }
            count -= 1
            return .erase
        case 0x20..<0x7F:
            guard count < line.count else { return .nothing }
            line[count] = byte
            count += 1
            return .echo(byte)
        default: return .nothing
        }
    }

    public enum Reply: Sendable {
        case nothing
        case echo(UInt8)
        case erase
        case line(InlineArray<40, UInt8>, count: Int)
    }
}
