// The table, and the measuring.
import CortexM
import Semihosting
import Tasks
import Text

/// The host's console, by semihosting.
struct HostOutput: TextOutput, ~Copyable {
    mutating func write(byte: UInt8) {
        Semihosting.write(byte: byte)
    }
}

/// Instructions since start, as SysTick counts them: under -icount it moves on by one cycle a 1/f of virtual time.
/// Read twice and subtract; the readings' own cost is measured and taken off.
enum Stopwatch {
    /// Core clock cycles since start, the low word.
    @inline(__always)
    static var cycles: UInt32 { SystemClock.cycleCount }

    /// Nanoseconds, which are instructions, in tenths, of one of `count` that took `cycles` in all.
    static func tenths(of cycles: UInt32, count: UInt32) -> UInt32 {
        let tenths = UInt64(cycles) * 10_000 / UInt64(SystemClock.cyclesInMicrosecond)
        return UInt32(truncatingIfNeeded: (tenths + UInt64(count / 2)) / UInt64(count))
    }

    /// Nanoseconds, which are instructions.
    static func instructions(_ cycles: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: UInt64(cycles) * 1000 / UInt64(SystemClock.cyclesInMicrosecond))
    }
}

@MainActor
enum Report {
    /// Prints `name tenths-of-instructions`, less what two readings of the stopwatch cost where `readings` says how
    /// many there were for each.
    static func line(_ name: StaticString, cycles: UInt32, count: UInt32, readings: UInt32 = 0) {
        var output = HostOutput()
        var tenths = Stopwatch.tenths(of: cycles, count: count)
        tenths -= min(tenths, readings * readingCost)
        output.write(name, width: 48)
        output.write(decimal: tenths / 10, width: 8)
        output.write(".")
        output.write(decimal: tenths % 10)
        output.writeLine()
    }

    static func number(_ name: StaticString, _ value: UInt32) {
        var output = HostOutput()
        output.write(name, width: 48)
        output.write(decimal: value, width: 8)
        output.writeLine()
    }

    /// Tenths of an instruction that a reading of the stopwatch costs.
    private(set) static var readingCost: UInt32 = 0

    static func calibrate() {
        let start = Stopwatch.cycles
        var sum: UInt32 = 0
        for _ in 0..<1000 { sum &+= Stopwatch.cycles }
        let end = Stopwatch.cycles
        readingCost = Stopwatch.tenths(of: end &- start, count: 1000)
        if sum == 1 { number("", sum) }
    }

    static func finish() { Semihosting.exit(status: 0) }
}
