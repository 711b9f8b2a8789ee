// P1/JOYP and the eight buttons.

/// The buttons that are held down.
public struct Buttons: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Right on the cross.
    public static var right: Buttons { Buttons(rawValue: 0x01) }
    /// Left on the cross.
    public static var left: Buttons { Buttons(rawValue: 0x02) }
    /// Up on the cross.
    public static var up: Buttons { Buttons(rawValue: 0x04) }
    /// Down on the cross.
    public static var down: Buttons { Buttons(rawValue: 0x08) }
    /// A.
    public static var a: Buttons { Buttons(rawValue: 0x10) }
    /// B.
    public static var b: Buttons { Buttons(rawValue: 0x20) }
    /// Select.
    public static var select: Buttons { Buttons(rawValue: 0x40) }
    /// Start.
    public static var start: Buttons { Buttons(rawValue: 0x80) }
}

/// The button matrix. A line is low where a held button's row is selected; a line going low requests the
/// interrupt.
///
/// Source: Pan Docs, "Joypad Input".
struct Joypad {
    var pressed: UInt32
    /// Bits 4 and 5 of P1: a row is selected by 0.
    var select: UInt32

    /// The four input lines, 1 where no selected button is held.
    var lines: UInt32 {
        var low: UInt32 = 0
        if select & 0x10 == 0 { low |= pressed & 0xF }
        if select & 0x20 == 0 { low |= pressed &>> 4 }
        return ~low & 0xF
    }

    var p1: UInt32 { 0xC0 | select | lines }

    /// Both return the interrupts requested by it.
    mutating func writeP1(_ value: UInt32) -> UInt32 {
        let before = lines
        select = value & 0x30
        return before & ~lines != 0 ? Interrupt.joypad : 0
    }

    mutating func hold(_ buttons: Buttons) -> UInt32 {
        let before = lines
        pressed = UInt32(buttons.rawValue)
        return before & ~lines != 0 ? Interrupt.joypad : 0
    }
}
