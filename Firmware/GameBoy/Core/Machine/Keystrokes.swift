// A keyboard as a joypad: which button a terminal's keys stand for, and how long a keystroke holds one.

/// What a keystroke means.
public enum Keystroke: Equatable, Sendable {
    /// Press these.
    case button(Buttons)
    /// q, Ctrl-C or Ctrl-D.
    case end
}

/// Turns the bytes of a terminal into keystrokes: the arrow keys or w, a, s, d for directions, x or k for A, z or j for
/// B, Enter for Start, and Space for Select.
///
/// It owns two bytes. Context: one task.
public struct KeystrokeReader: Sendable {
    private enum Escape: Sendable { case none, started, sequence }

    private var escape = Escape.none
    private var lastWasCarriageReturn = false

    /// No sequence has begun.
    public init() {}

    /// Takes a byte; nil while a sequence goes on, and for a key without a meaning.
    public mutating func accept(_ byte: UInt8) -> Keystroke? {
        let followsCarriageReturn = lastWasCarriageReturn
        lastWasCarriageReturn = byte == 0x0D
        switch (escape, byte) {
        case (.started, 0x5B), (.started, 0x4F):
            escape = .sequence
            return nil
        // Parameters of a sequence (ECMA-48, 5.4).
        case (.sequence, 0x20...0x3F): return nil
        case (.sequence, 0x40...0x7E):
            escape = .none
            switch byte {
            case 0x41: return .button(.up)
            case 0x42: return .button(.down)
            case 0x43: return .button(.right)
            case 0x44: return .button(.left)
            default: return nil
            }
        default: escape = .none
        }
        switch byte {
        case 0x1B:
            escape = .started
            return nil
        case 0x0A where followsCarriageReturn: return nil
        case 0x0A, 0x0D: return .button(.start)
        case 0x03, 0x04, 0x71: return .end
        case 0x20: return .button(.select)
        case 0x77: return .button(.up)
        case 0x61: return .button(.left)
        case 0x73: return .button(.down)
        case 0x64: return .button(.right)
        case 0x78, 0x6B: return .button(.a)
        case 0x7A, 0x6A: return .button(.b)
        default: return nil
        }
    }
}

/// Buttons that were pressed and let go of themselves: a terminal says when a key goes down, and never when up.
public struct HeldButtons: Sendable {
    /// The frames that a keystroke holds a button unless it is said otherwise: a terminal repeats a key each 30 to 40 ms,
    /// so that a key that stays down holds its button.
    public static var usualFrames: UInt16 { 6 }

    private var framesLeft = InlineArray<8, UInt16>(repeating: 0)

    /// Nothing is held.
    public init() {}

    /// Holds these buttons for so many frames from now on, or longer if they are held already.
    public mutating func press(_ buttons: Buttons, frames: UInt16 = usualFrames) {
        for bit in 0..<8 where buttons.rawValue &>> UInt8(bit) & 1 != 0 {
            framesLeft[bit] = max(framesLeft[bit], frames)
        }
        // What points the other way is let go: a game may trust that a cross cannot be pressed on both sides.
        for bit in 0..<4 where buttons.rawValue &>> UInt8(bit ^ 1) & 1 != 0 { framesLeft[bit] = 0 }
    }

    /// Lets go of everything.
    public mutating func releaseAll() { framesLeft = InlineArray(repeating: 0) }

    /// The buttons held in the frame that begins, which counts.
    public mutating func nextFrame() -> Buttons {
        var held: UInt8 = 0
        for bit in 0..<8 where framesLeft[bit] > 0 {
            framesLeft[bit] &-= 1
            held |= 1 &<< UInt8(bit)
        }
        return Buttons(rawValue: held)
    }
}

extension Buttons {
    /// The button of this name in lower-case letters; nil if it is none.
    public init?(name: borrowing Span<UInt8>) {
        switch name.count {
        case 1:
            switch name[0] {
            case 0x61: self = .a
            case 0x62: self = .b
            default: return nil
            }
        case 2: self = .up
        case 4: self = name[0] == 0x64 ? .down : .left
        case 5: self = name[0] == 0x72 ? .right : .start
        case 6: self = .select
        default: return nil
        }
        let expected: StaticString =
            switch self {
            case .a: "a"
            case .b: "b"
            case .up: "up"
            case .down: "down"
            case .left: "left"
            case .right: "right"
            case .start: "start"
            default: "select"
            }
        guard expected.utf8CodeUnitCount == name.count else { return nil }
        // SAFETY: below the name's length; a text of one scalar may have no pointer, and was compared above.
        if name.count > 1 {
            for index in 0..<name.count where expected.utf8Start[index] != name[index] { return nil }
        }
    }
}
