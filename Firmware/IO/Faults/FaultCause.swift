// A fault in words: what the fault status registers say (ARMv7-M Architecture Reference Manual, B3.2.15 to
// B3.2.18).
import Text

/// What the core says of a fault.
public struct FaultStatus: Equatable, Sendable {
    /// Configurable and hard fault status, and the addresses that go with the former where it says so.
    public let cfsr, hfsr, mmfar, bfar: UInt32

    /// What the four registers read.
    public init(cfsr: UInt32, hfsr: UInt32, mmfar: UInt32, bfar: UInt32) {
        self.cfsr = cfsr
        self.hfsr = hfsr
        self.mmfar = mmfar
        self.bfar = bfar
    }

    /// Writes the causes, one a line, each indented by two columns. At least one line.
    public func write(to output: inout some TextOutput & ~Copyable) {
        var found = false
        func line(_ output: inout some TextOutput & ~Copyable, _ bit: UInt32, of register: UInt32, _ text: StaticString) {
            guard register >> bit & 1 != 0 else { return }
            found = true
            output.write("  ")
            output.writeLine(text)
        }
        line(&output, 0, of: cfsr, "an instruction was fetched from memory that may not be executed")
        line(&output, 1, of: cfsr, "data was read or written where the memory protection unit forbids it")
        line(&output, 3, of: cfsr, "the memory protection unit forbade unstacking at the return of an exception")
        line(&output, 4, of: cfsr, "the memory protection unit forbade stacking at the entry of an exception")
        line(&output, 5, of: cfsr, "the memory protection unit forbade saving floating-point registers")
        address(&output, isValid: cfsr >> 7 & 1 != 0, mmfar)
        line(&output, 8, of: cfsr, "nothing answered an instruction fetch")
        line(&output, 9, of: cfsr, "nothing answered a read or write, by the instruction at pc")
        line(&output, 10, of: cfsr, "nothing answered a write, by an instruction somewhere before pc")
        line(&output, 11, of: cfsr, "nothing answered unstacking at the return of an exception")
        line(&output, 12, of: cfsr, "nothing answered stacking at the entry of an exception")
        line(&output, 13, of: cfsr, "nothing answered saving floating-point registers")
        address(&output, isValid: cfsr >> 15 & 1 != 0, bfar)
        line(&output, 16, of: cfsr, "an undefined instruction: a trap of the program's own checks, or no code")
        line(&output, 17, of: cfsr, "a jump to an address without the Thumb bit")
        line(&output, 18, of: cfsr, "a return from an exception to nowhere")
        line(&output, 19, of: cfsr, "a floating-point instruction while the coprocessor is off")
        line(&output, 24, of: cfsr, "an unaligned access of a kind that must be aligned")
        line(&output, 25, of: cfsr, "a division by zero")
        line(&output, 1, of: hfsr, "the vector table could not be read")
        line(&output, 31, of: hfsr, "a breakpoint, and no debugger")
        if !found { output.writeLine("  the core gives no cause") }
    }

    private func address(_ output: inout some TextOutput & ~Copyable, isValid: Bool, _ address: UInt32) {
        guard isValid else { return }
        output.write("  at address 0x")
        output.write(hex: address, digits: 8)
        output.writeLine()
    }
}
