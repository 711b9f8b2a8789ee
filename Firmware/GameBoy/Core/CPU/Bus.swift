// What the CPU sees of the rest of the machine. The CPU is generic over it, so that tests drive the very
// same instructions over a flat memory that records each machine cycle.

/// The CPU's side of the bus. Every call of `read`, `write` and `idle` is one machine cycle (4 clocks at
/// normal speed), and the calls come in the order of the hardware's cycles.
///
/// Addresses are 0...0xFFFF and data is 0...0xFF, both in 32-bit words: the host of this code has 32-bit
/// registers, and narrower types would cost an extension at each use.
///
/// Source: Pan Docs, "CPU Instruction Set"; gekkio, "Game Boy: Complete Technical Reference".
public protocol CPUBus: ~Copyable {
    /// One machine cycle that reads a byte.
    mutating func read(_ address: UInt32) -> UInt32
    /// One machine cycle that reads a byte of 0xFF00...0xFFFF; `offset` is 0...0xFF.
    mutating func readHigh(_ offset: UInt32) -> UInt32
    /// One machine cycle that writes a byte.
    mutating func write(_ address: UInt32, _ value: UInt32)
    /// One machine cycle in which the CPU leaves the bus alone.
    mutating func idle()
    /// One machine cycle in which the CPU counts an address up or down, and nothing else. The address is on the bus
    /// meanwhile, which damages OAM during its scan.
    mutating func idle(addressing address: UInt32)
    /// One machine cycle that reads a byte and counts its address up or down.
    mutating func readCounting(_ address: UInt32) -> UInt32

    /// The interrupts that are both requested and enabled: IF & IE & 0x1F, at this moment.
    var pendingInterrupts: UInt32 { mutating get }
    /// Called after a change that the machine must look at before the next instruction: HALT, STOP, EI,
    /// RETI, an illegal opcode.
    mutating func requestAttention()
    /// Called by STOP, which resets DIV.
    mutating func stopClocks()
    /// Called by `LD B,B`, which programs use as a breakpoint.
    mutating func breakpoint()
}
