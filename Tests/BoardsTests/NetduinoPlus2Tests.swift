// The Netduino Plus 2 on a simulated STM32F405.
import CortexM
import Interfaces
import MMIO
import NetduinoPlus2
import SimulatedChip
import XCTest

final class NetduinoPlus2Tests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private func makeConsole(_ board: SimulatedSTM32F405? = nil) -> (ClockOutcome, USARTDevice) {
        Claims.releaseAll()
        return CurrentBus.with((board ?? self.board).chip) {
            let clocks = NetduinoPlus2.startClocks()
            return (clocks, NetduinoPlus2.makeConsole(clocks))
        }
    }

    /// Baud that the console's divider makes of its bus clock, in hertz.
    private func baudRate(_ busClock: UInt32) -> Double { Double(busClock) / Double(board.usart1.cyclesInBit) }

    func testRunsAt168MHzFromItsCrystal() {
        let (clocks, _) = makeConsole()
        XCTAssertEqual(clocks.source, .crystal)
        XCTAssertEqual(clocks.coreClock, 168.megahertz)
    }

    /// Half a percent is what both ends of a line may be off together with room to spare.
    func testTheConsoleSpeaksAt115200WhateverTheClock() {
        _ = makeConsole()
        XCTAssertEqual(baudRate(84_000_000), 115_200, accuracy: 576)
        board.clocks.hasCrystal = false
        _ = makeConsole()
        XCTAssertEqual(baudRate(84_000_000), 115_200, accuracy: 576)
        board.clocks.phaseLockedLoopLocks = false
        let unscaled = SimulatedSTM32F405()
        unscaled.clocks.phaseLockedLoopLocks = false
        _ = makeConsole(unscaled)
        XCTAssertEqual(16_000_000 / Double(unscaled.usart1.cyclesInBit), 115_200, accuracy: 576)
    }

    func testTheConsoleIsOnItsPins() {
        var sent: [UInt8] = []
        board.usart1.onTransmit = { sent.append($0) }
        let (_, console) = makeConsole()
        CurrentBus.with(board.chip) {
            console.transmit(0x21)
            // Both pins of port B are alternate functions (MODER), number 7 (AFRL), USART1's (DS8626 table 9).
            XCTAssertEqual(UInt32.load(from: 0x4002_0400) >> 12 & 0xF, 0b1010)
            XCTAssertEqual(UInt32.load(from: 0x4002_0420) >> 24, 0x77)
            // APB2ENR: USART1's clock; AHB1ENR: port B's.
            XCTAssertEqual(UInt32.load(from: 0x4002_3844) >> 4 & 1, 1)
            XCTAssertEqual(UInt32.load(from: 0x4002_3830) >> 1 & 1, 1)
        }
        XCTAssertEqual(sent, [0x21])
    }

    func testTheConsolesLinesAreItsUSARTs() {
        XCTAssertEqual(NetduinoPlus2.consoleReceiveLine, InterruptLine(rawValue: 37))
        XCTAssertEqual(NetduinoPlus2.consoleTransmitLine, NetduinoPlus2.consoleReceiveLine)
    }

    func testDispatchLinesAreEightAndNobodyElses() {
        let lines = NetduinoPlus2.dispatchLines
        var numbers = Set<Int>()
        for index in lines.indices { numbers.insert(lines[index].rawValue) }
        XCTAssertEqual(numbers.count, 8)
        XCTAssertFalse(numbers.contains(NetduinoPlus2.consoleReceiveLine.rawValue))
        // The vector table of an STM32F405 has 82 lines (RM0090 table 62).
        XCTAssertTrue(numbers.allSatisfy { (0..<82).contains($0) })
    }

    func testTheLEDIsPA10AndOffAtFirst() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            let led = NetduinoPlus2.makeLED()
            XCTAssertFalse(board.ports[0].output(10))
            led.set(true)
            XCTAssertTrue(board.ports[0].output(10))
        }
    }

    func testTheLogsFlashIsSectors1To3() throws {
        try CurrentBus.with(board.chip) {
            let flash = try XCTUnwrap(NetduinoPlus2.makeFlash())
            XCTAssertEqual(flash.sectorCount, 3)
            try flash.program([1, 2, 3, 4].span, at: 0)
        }
        XCTAssertEqual(board.flash.contents(0x4000..<0x4004), [1, 2, 3, 4])
    }

    func testTheDataRegionIsWholeSectorsAfterTheProgram() throws {
        let slot = try XCTUnwrap(NetduinoPlus2.dataRegion)
        let start = Int(slot.address) - 0x0800_0000
        XCTAssertTrue(FlashMemoryModel.sectors.contains { $0.lowerBound == start })
        XCTAssertEqual(start + Int(slot.length), 1 << 20)
    }
}
