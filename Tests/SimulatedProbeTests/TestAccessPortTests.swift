// The JTAG state machine, one port, and ports in a chain.
import SimulatedProbe
import XCTest

final class TestAccessPortTests: XCTestCase {
    private static let states: [TestAccessState] = [
        .testLogicReset, .runTestIdle, .selectDataScan, .captureData, .shiftData, .exit1Data, .pauseData, .exit2Data,
        .updateData, .selectInstructionScan, .captureInstruction, .shiftInstruction, .exit1Instruction,
        .pauseInstruction, .exit2Instruction, .updateInstruction,
    ]

    func testFiveClocksWithTMSHighResetFromAnyState() {
        for state in Self.states {
            var state = state
            for _ in 0..<5 { state = state.next(modeSelect: true) }
            XCTAssertEqual(state, .testLogicReset)
        }
    }

    func testEachStateIsTheWayIntoAnother() {
        // Each state has two ways out; those that wait are entered from themselves too.
        for state in Self.states {
            let ways = Self.states.flatMap { [$0.next(modeSelect: false), $0.next(modeSelect: true)] }
            XCTAssertTrue(ways.contains(state), "no way leads to \(state)")
        }
        for state in [TestAccessState.runTestIdle, .shiftData, .pauseData, .shiftInstruction, .pauseInstruction] {
            XCTAssertEqual(state.next(modeSelect: false), state)
        }
    }

    func testADataScanGoesThroughPauseAndBack() {
        var state = TestAccessState.runTestIdle
        let path: [(Bool, TestAccessState)] = [
            (true, .selectDataScan), (false, .captureData), (false, .shiftData), (true, .exit1Data),
            (false, .pauseData), (true, .exit2Data), (false, .shiftData), (true, .exit1Data), (true, .updateData),
            (false, .runTestIdle),
        ]
        for (modeSelect, expected) in path {
            state = state.next(modeSelect: modeSelect)
            XCTAssertEqual(state, expected)
        }
    }

    func testResetSelectsTheIdentificationCodes() {
        let wires = Wires(ProbedChip())
        // The core's port is nearest to TDO, so its code comes first.
        XCTAssertEqual(wires.scanData(0, count: 64), 0x0641_3041 << 32 | 0x4BA0_0477)
    }

    func testInstructionRegistersCapture01() {
        let wires = Wires(ProbedChip())
        XCTAssertEqual(wires.scanInstruction(0b11111_1111, count: 9), 0b00001_0001)
    }

    func testBypassIsOneBitInEachPort() {
        let wires = Wires(ProbedChip())
        _ = wires.scanInstruction(0b11111_1111, count: 9)
        // Two zeros were captured; the pattern follows two clocks late.
        XCTAssertEqual(wires.scanData(0b1011, count: 6), 0b101100)
    }

    func testTRSTResetsWithoutAClock() {
        let wires = Wires(ProbedChip())
        _ = wires.scanInstruction(0b11111_1111, count: 9)
        wires.send("tr")
        wires.clock(modeSelect: false)
        XCTAssertEqual(wires.scanData(0, count: 32), 0x4BA0_0477)
    }

    func testNothingIsAnsweredAfterTheEnd() {
        var session = BitBangSession(ProbedChip())
        XCTAssertEqual(session.take("RBbR?".utf8).count, 2)
        XCTAssertEqual(session.take("RQR".utf8).count, 1)
        XCTAssertTrue(session.hasEnded)
    }
}
