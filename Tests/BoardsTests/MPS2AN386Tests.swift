// The MPS2 with AN386 on its simulated chip.
import CortexM
import Interfaces
import MMIO
import MPS2AN386
import SimulatedChip
import XCTest

final class MPS2AN386Tests: XCTestCase {
    private let board = SimulatedMPS2()

    func testHasOneClockOf25MHz() {
        let clocks = MPS2AN386.startClocks()
        XCTAssertEqual(clocks.source, .fixed)
        XCTAssertEqual(clocks.coreClock, 25.megahertz)
    }

    func testTheConsoleSpeaksAt115200() {
        var sent: [UInt8] = []
        board.uart0.onTransmit = { sent.append($0) }
        CurrentBus.with(board.chip) { MPS2AN386.makeConsole(MPS2AN386.startClocks()).transmit(0x21) }
        XCTAssertEqual(25_000_000 / Double(board.uart0.cyclesInBit), 115_200, accuracy: 576)
        XCTAssertEqual(sent, [0x21])
    }

    func testDispatchLinesAreEightAndNobodyElses() {
        let lines = MPS2AN386.dispatchLines
        var numbers = Set<Int>()
        for index in lines.indices { numbers.insert(lines[index].rawValue) }
        XCTAssertEqual(numbers.count, 8)
        // Behind the lines of table 3-4, and within the 32 that the chip has.
        XCTAssertTrue(numbers.allSatisfy { (22..<32).contains($0) })
    }

    func testTheLEDIsOffAtFirst() {
        CurrentBus.with(board.chip) {
            UInt32.store(1, to: 0x4002_8000)
            let led = MPS2AN386.makeLED()
            XCTAssertEqual(board.boardIO.leds, 0)
            led.set(true)
            XCTAssertEqual(board.boardIO.leds, 1)
        }
    }

    func testHasNoFlashOfItsOwn() {
        XCTAssertTrue(MPS2AN386.makeFlash() == nil)
    }
}
