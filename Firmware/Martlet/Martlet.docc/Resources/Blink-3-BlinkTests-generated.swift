import Martlet
import SimulatedChip
import XCTest
import Blinky

/// Notes when the LED changed, in milliseconds since the clock's start.
private struct NotedLED: OutputPin {
    // SAFETY: a simulated chip has one thread, and the test reads after its run.
    nonisolated(unsafe) static var changes: [Int64] = []

    func set(_ isOn: Bool) { Self.changes.append(SystemClock.now.microseconds / 1000) }
}

final class BlinkTests: XCTestCase {
    func testTheLEDChangesTwiceASecond() {
        NotedLED.changes = []
        let chip = SimulatedChip(coreClock: 168.megahertz, peripherals: [])
        _ = chip.run(for: .milliseconds(2100)) {
            SystemClock.start(coreClock: chip.coreClock)
            startTask("blink") { @MainActor in await blink(NotedLED()) }
        }
        XCTAssertEqual(NotedLED.changes, [0, 500, 1000, 1500, 2000])
    }
}
