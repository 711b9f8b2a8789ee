// The boundary-scan port that ST puts before the core's debug port (RM0090 38.6.1): only its identification
// code is modelled, since flashing leaves the pins alone.

/// Five bits of instruction; everything but IDCODE is BYPASS.
public final class BoundaryScan: TestDataRegisters {
    /// What IDCODE reads: ST, an F405.
    public static let identification: UInt32 = 0x0641_3041

    public let instructionLength = 5
    public let identificationInstruction: UInt64 = 0b00001

    /// The port, with no state but its identification.
    public init() {}

    public func length(of instruction: UInt64) -> Int { instruction == identificationInstruction ? 32 : 1 }

    public func capture(_ instruction: UInt64) -> UInt64 {
        instruction == identificationInstruction ? UInt64(Self.identification) : 0
    }

    public func update(_ instruction: UInt64, _ value: UInt64) {}
}
