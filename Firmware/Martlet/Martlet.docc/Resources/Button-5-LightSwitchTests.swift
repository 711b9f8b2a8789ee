import Blinky
import Martlet
import SimulatedChip
import XCTest

final class LightSwitchTests: XCTestCase {
    /// Runs the switch for half a second. The button's contact closes and opens at
    /// these milliseconds. Returns when the lamp changed.
    private func changes(closes: Set<UInt64>, opens: Set<UInt64>) -> [String] {
        let board = SimulatedSTM32F405()
        let chip = board.chip
        let cycles = UInt64(chip.coreClock / 1.kilohertz)
        var changes: [String] = []
        board.ports[3].onChange = { pin, isHigh in
            guard pin == 15 else { return }
            changes.append("\(isHigh ? "on" : "off") at \(chip.cycles / cycles)")
        }
        _ = chip.run(
            for: .milliseconds(500), inStepsOf: .milliseconds(1),
            whenIdle: {
                let now = chip.cycles / cycles
                if closes.contains(now) { board.ports[0].drive(0, true) }
                if opens.contains(now) { board.ports[0].drive(0, false) }
            }
        ) {
            SystemClock.start(coreClock: chip.coreClock)
            let input = makeButton()
            let button = EdgeStream<_, 4>(input)
            let lamp = makeLamp()
            Level4.bind(input.interruptLine) { button.handleInterrupt() }
            startTask("switch") { @MainActor in await lightSwitch(lamp, button) }
        }
        return changes
    }

    func testEachPressSwitchesTheLamp() {
        XCTAssertEqual(
            changes(closes: [100, 300], opens: [200, 400]),
            ["on at 100", "off at 300"])
    }
}
