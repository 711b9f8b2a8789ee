// A chip to run tasks on, and a place to note what they did.
import CortexM
import SimulatedChip
import Tasks

/// A chip with nothing but its core.
func runOnBareChip(for limit: Interval = .seconds(10), _ start: () -> Void) -> SimulatedChip.Outcome {
    let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])
    return chip.run(for: limit) {
        SystemClock.start(coreClock: chip.coreClock)
        start()
    }
}

/// What tasks and handlers of all levels did, in order.
enum Trace {
    // SAFETY: a simulated chip has one thread, and the test reads after its run.
    nonisolated(unsafe) static var entries: [String] = []

    static func add(_ entry: String) { entries.append(entry) }

    /// Milliseconds since the clock's start, and `entry`.
    static func addTimed(_ entry: String) { add("\(SystemClock.now.microseconds / 1000) \(entry)") }

    /// What `start` and the tasks it starts do on a bare chip.
    static func of(for limit: Interval = .seconds(1), _ start: () -> Void) -> [String] {
        entries = []
        _ = runOnBareChip(for: limit, start)
        return entries
    }
}

func line(_ number: Int) -> InterruptLine { InterruptLine(rawValue: number) }
