import Blinky
import Martlet
import SimulatedChip
import XCTest

final class LightSwitchTests: XCTestCase {
    /// Runs the switch for half a second. `pressed` and `released` have the milliseconds when the button's contact closes
    /// and opens. Returns when the lamp changed.
    private func changes(pressed: Set<UInt64>, released: Set<UInt64>) -> [String] {
        let board = SimulatedSTM32F405()
        let cyclesPerMillisecond = UInt64(board.chip.coreClock) / 1000
        var changes: [String] = []
        board.ports[3].onChange = { pin, isHigh in
            if pin == 15 { changes.append("\(isHigh ? "on" : "off") at \(board.chip.cycles / cyclesPerMillisecond)") }
        }
        _ = board.chip.run(
            for: .milliseconds(500), inStepsOf: .milliseconds(1),
            whenIdle: {
                let now = board.chip.cycles / cyclesPerMillisecond
                if pressed.contains(now) { board.ports[0].drive(0, true) }
                if released.contains(now) { board.ports[0].drive(0, false) }
            }
        ) {
            SystemClock.start(coreClock: board.chip.coreClock)
            let input = makeButton()
            let button = EdgeStream<EdgeInput, 4>(input)
            let lamp = makeLamp()
            Level4.bind(input.interruptLine) { button.handleInterrupt() }
            startTask("switch") { @MainActor in await lightSwitch(lamp, button) }
        }
        return changes
    }

    func testEachPressSwitchesTheLamp() {
        XCTAssertEqual(changes(pressed: [100, 300], released: [200, 400]), ["on at 100", "off at 300"])
    }

    func testAContactThatBouncesIsOnePress() {
        XCTAssertEqual(changes(pressed: [100, 103, 106], released: [102, 105, 200]), ["on at 100"])
    }
}
