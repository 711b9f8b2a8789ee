import LanguageChecks
import SimulatedChip
import Tasks
import XCTest

final class LanguageTests: XCTestCase {
    func testSwiftsOwnRuntimeMeetsTheChecksOfTheChip() {
        let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])
        let results = Results()
        let outcome = chip.run(for: .seconds(10), until: { results.isComplete }) {
            SystemClock.start(coreClock: chip.coreClock)
            startTask("checks") { @MainActor in
                await LanguageChecks.run(
                    { name, got, expected in
                        results.count += 1
                        XCTAssertEqual(got, expected, "\(name)")
                    },
                    note: { name, address in print("\(name): 0x\(String(address, radix: 16))") })
                results.isComplete = true
            }
        }
        XCTAssertEqual(outcome, .finished)
        XCTAssertEqual(results.count, 61)
    }
}

// SAFETY: the simulated chip runs on the test's own thread.
private final class Results: @unchecked Sendable {
    var count = 0
    var isComplete = false
}
