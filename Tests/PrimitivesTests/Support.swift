// What the tests of the primitives share: a program of one task, a trace, and numbers by chance.
import SimulatedChip
import Tasks
import XCTest

/// Runs `body` in thread mode of a chip with nothing but its core, to its end.
func simulate(
    for limit: Interval = .seconds(100), file: StaticString = #filePath, line: UInt = #line,
    _ body: @escaping @Sendable @MainActor () async -> Void
) {
    let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])
    let progress = Progress()
    let outcome = chip.run(for: limit, until: { MainActor.assumeIsolated { progress.isFinished } }) {
        SystemClock.start(coreClock: chip.coreClock)
        startTask("test") { @MainActor in
            await body()
            progress.isFinished = true
        }
    }
    XCTAssertEqual(outcome, .finished, "a task waits for ever", file: file, line: line)
}

private final class Progress: Sendable {
    @MainActor var isFinished = false
}

/// What happened, in order.
final class Trace: Sendable {
    @MainActor private(set) var entries: [String] = []
    @MainActor func add(_ entry: String) { entries.append(entry) }
}

/// Lets every other task of thread mode run until it waits.
@MainActor func settle() async {
    for _ in 0..<8 { await Task.yield() }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

// Modules that XCTest brings along have a semaphore and a pipe too.
typealias Semaphore = Tasks.Semaphore
typealias Pipe<let capacity: Int> = Tasks.Pipe<capacity>
