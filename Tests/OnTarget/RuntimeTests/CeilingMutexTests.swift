// What levels share under a ceiling: who comes through and who waits.
import CortexM
import OnTargetHarness
import Tasks

/// A line below the ceiling and one above it, which nothing else here pends.
private let lowerLine = InterruptLine(rawValue: 20)
private let upperLine = InterruptLine(rawValue: 21)

private struct Counts: Sendable {
    var below: UInt32 = 0
    var atCeiling: UInt32 = 0
}
private let counts = CeilingMutex<Level5, Counts>(Counts())

@MainActor
enum CeilingMutexTests {
    static func start() {
        Level2.bind(lowerLine) {
            Trace.add(2)
            Level2.withLock(counts) { $0.below += 1 }
        }
        Level6.bind(upperLine) { Trace.add(6) }
    }

    @Level5 private static func count() {
        Trace.add(5)
        Level5.withLock(counts) { $0.atCeiling += 1 }
    }

    static func run() async {
        Trace.digits = 0
        Trace.add(1)
        MainActor.withLock(counts) { counts in
            NVIC.pend(lowerLine)
            NVIC.pend(upperLine)
            takePendingInterrupts()
            Trace.add(7)
            counts.below += 10
        }
        takePendingInterrupts()
        Trace.add(8)
        Harness.expect("a level above the ceiling comes, one below waits", Trace.digits, equals: 16_728)

        Trace.digits = 0
        let seen = await { @Level3 in
            Level3.withLock(counts) { counts in
                NVIC.pend(lowerLine)
                takePendingInterrupts()
                counts.below += 100
            }
            Trace.add(3)
            return Level3.withLock(counts) { $0.below }
        }()
        Harness.expect("a lock ends at the level it was taken at", Trace.digits, equals: 32)
        Harness.expect("what it saw", seen, equals: 111)
        await count()
        let total = MainActor.withLock(counts) { $0.below * 10 + $0.atCeiling }
        Harness.expect("no count is lost", total, equals: 1121)
    }
}
