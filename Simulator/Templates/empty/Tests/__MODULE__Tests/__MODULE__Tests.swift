import Martlet
import SimulatedChip
import XCTest
import __MODULE__

final class __MODULE__Tests: XCTestCase {
    func testRunsForAMinute() {
        let chip = SimulatedChip(coreClock: 168.megahertz, peripherals: [])
        _ = chip.run(for: .seconds(60)) {
            SystemClock.start(coreClock: chip.coreClock)
            startTask("work") { @MainActor in await work() }
        }
        XCTAssertGreaterThanOrEqual(chip.cycles, 60 * UInt64(chip.coreClock.hertz) - 1)
    }
}
