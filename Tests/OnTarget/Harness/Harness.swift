// What a test on the chip needs: a place to print, a count, and an end.
import Faults
import Semihosting
import Startup
import Tasks
import Text

/// The host's console, a byte at a time by semihosting: it works before and beside everything under test.
public struct HostOutput: TextOutput, ~Copyable {
    public init() {}

    public mutating func write(byte: UInt8) {
        Semihosting.write(byte: byte)
    }
}

@MainActor
public enum Harness {
    /// Set before a fault on purpose: it then ends the run with 0.
    // SAFETY: written by the code that faults, read by the fault handler.
    nonisolated(unsafe) public static var expectsFault = false

    private static var passed: UInt32 = 0
    private static var failed: UInt32 = 0

    /// Counts one check and prints its name, with `got` and `expected` if it fails.
    public static func expect(_ name: StaticString, _ got: UInt32, equals expected: UInt32) {
        var output = HostOutput()
        if got == expected {
            passed += 1
            output.write("pass: ")
            output.writeLine(name)
        } else {
            failed += 1
            output.write("FAIL: ")
            output.write(name)
            output.write(": got ")
            output.write(decimal: got)
            output.write(", expected ")
            output.write(decimal: expected)
            output.writeLine()
        }
    }

    public static func expect(_ name: StaticString, _ condition: Bool) { expect(name, condition ? 1 : 0, equals: 1) }

    /// Prints an address.
    public static func note(_ name: StaticString, address: UInt) {
        var output = HostOutput()
        output.write(name)
        output.write(": ")
        output.write("0x")
        output.write(hex: UInt32(address), digits: 8)
        output.writeLine()
    }

    /// Prints the totals and ends the emulation.
    public static func finish() {
        var output = HostOutput()
        output.write(decimal: passed)
        output.write(" passed, ")
        output.write(decimal: failed)
        output.writeLine(" failed")
        Semihosting.exit(status: failed == 0 ? 0 : 1)
    }
}

/// A fault nobody asked for fails the run; one that a test asked for is printed and ends it with 0.
@c @implementation
func martlet_report_crash() {
    var output = HostOutput()
    CrashReport.write(to: &output)
    Semihosting.exit(status: Harness.expectsFault ? 0 : 1)
}
