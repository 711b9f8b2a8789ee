// IF and IE.

/// The bits of IF and IE.
///
/// Source: Pan Docs, "Interrupts", "Interrupt Sources".
enum Interrupt {
    static var vBlank: UInt32 { 0x01 }
    static var stat: UInt32 { 0x02 }
    static var timer: UInt32 { 0x04 }
    static var serial: UInt32 { 0x08 }
    static var joypad: UInt32 { 0x10 }
    static var all: UInt32 { 0x1F }
}

/// IF (0xFF0F) and IE (0xFFFF).
struct InterruptRegisters {
    /// IF, its low five bits.
    var requested: UInt32
    /// IE, all eight bits: the upper three are kept and mean nothing.
    var enabled: UInt32

    @inline(__always)
    var pending: UInt32 { requested & enabled & Interrupt.all }
}
