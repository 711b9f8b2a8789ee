// What images that play a Game Boy share: which frames are drawn, and buttons that cannot be held together.
import GameBoy
import GameBoyPlayer
import SimulatedChip
import Tasks
import XCTest

final class FramePaceTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private func run(_ body: @escaping @MainActor () async -> Void) {
        _ = board.chip.run(for: .seconds(2)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            startTask("test") { await body() }
        }
    }

    func testLateFramesAreLeftOutAndNoMoreThanSoManyInARow() {
        run { @MainActor in
            var pace = FramePace(speed: .real, mostSkipped: 2)
            XCTAssertEqual(
                [true, true, true, true, false, true].map { pace.beginFrame(isLate: $0) },
                [false, false, true, false, true, false])
        }
    }

    func testFramesOfTheClockAre16742MicrosecondsApart() {
        run { @MainActor in
            var pace = FramePace(speed: .real)
            let start = SystemClock.now
            for _ in 0..<59 {
                XCTAssertTrue(pace.beginFrame())
                if let next = pace.nextStart { await sleep(until: next) }
            }
            XCTAssertEqual((SystemClock.now - start).microseconds, 59 * 70_224 * 15_625 / 65_536)
        }
    }

    func testBehindFramesThatTheSoundPacedTheClockGoesOnFromThere() {
        run { @MainActor in
            var pace = FramePace(speed: .real, mostSkipped: 4)
            await sleep(for: .milliseconds(200))
            XCTAssertTrue(pace.beginFrame(isLate: false))
            XCTAssertEqual(pace.nextStart.map { ($0 - SystemClock.now).microseconds }, 16_742)
        }
    }
}

final class HeldTogetherTests: XCTestCase {
    func testOppositeDirectionsAreNeither() {
        XCTAssertEqual(Buttons([.left, .right, .a]).withoutOpposites, [.a])
        XCTAssertEqual(Buttons([.up, .down, .left]).withoutOpposites, [.left])
        XCTAssertEqual(Buttons([.up, .down, .left, .right, .start]).withoutOpposites, [.start])
    }

    func testEverythingElseStays() {
        let held: Buttons = [.up, .left, .a, .b, .select, .start]
        XCTAssertEqual(held.withoutOpposites, held)
    }
}
