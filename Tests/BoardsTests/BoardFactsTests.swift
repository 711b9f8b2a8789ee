// What a board.sh says of its board, held against the board's module and the simulator's models.
import Buses
import Foundation
import Interfaces
import MPS2AN386
import MPS2AN500
import NetduinoPlus2
import STM32F4Discovery
import Sensors
import SimulatedChip
import Tasks
import XCTest

final class BoardFactsTests: XCTestCase {
    private let boards: [String: any Board.Type] = [
        "MPS2AN386": MPS2AN386.self, "MPS2AN500": MPS2AN500.self, "NetduinoPlus2": NetduinoPlus2.self,
        "STM32F4Discovery": STM32F4Discovery.self,
    ]
    /// A model that this test does not know.
    private struct UnknownModel: Error { let name: String }

    private let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Boards").standardized

    private func facts(_ board: String) throws -> [String: String] {
        let text = try String(contentsOf: folder.appendingPathComponent("\(board)/board.sh"), encoding: .utf8)
        let pairs = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "=", maxSplits: 1) }
        return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), $0[1].filter { $0 != "\"" }) })
    }

    func testEveryBoardIsHere() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            FileManager.default.fileExists(atPath: folder.appendingPathComponent("\($0)/board.sh").path)
        }
        XCTAssertEqual(Set(folders), Set(boards.keys))
    }

    func testABoardHasABusIfItsFileSaysSo() throws {
        for (name, board) in boards {
            XCTAssertEqual(try facts(name)["i2c"] == "yes", board is any I2CBoard.Type, name)
        }
    }

    /// The board's own code drives the LED that its file names, and speaks on the port that it names.
    func testTheModelsAreTheBoards() throws {
        for (name, board) in boards { try look(name, board) }
    }

    /// A sensor on the bus of the board's connectors answers.
    private func measure<Tested: I2CBoard>(on board: Tested.Type, _ chip: any SimulatedMicrocontroller, bus: String?) throws {
        let sensor = TMP105Model()
        sensor.sixteenths = -25 * 16 + 4
        switch (bus, chip) {
        case ("i2c1", let chip as SimulatedSTM32F405): chip.i2c1.targets = [sensor]
        case ("shield1", let chip as SimulatedMPS2): chip.shield1.targets = [sensor]
        default: throw UnknownModel(name: "\(board): bus")
        }
        // SAFETY: a simulated chip has one thread, and the test reads after its run.
        nonisolated(unsafe) var measured: Temperature?
        _ = chip.chip.run(for: .seconds(1)) {
            let clocks = board.startClocks()
            SystemClock.start(coreClock: clocks.coreClock)
            let bus = I2CBus(board.makeI2C(clocks))
            for index in board.i2cLines.indices { Level2.bind(board.i2cLines[index]) { bus.handleInterrupt() } }
            startTask("thermometer") { @MainActor in measured = try? await TMP105(bus).temperature() }
        }
        XCTAssertEqual(measured, .celsius(-24) - .millikelvins(750))
    }

    private func look<Tested: Board>(_ name: String, _ board: Tested.Type) throws {
        let facts = try facts(name)
        let chip: any SimulatedMicrocontroller =
            switch facts["simulated_chip"] {
            case "SimulatedSTM32F405": SimulatedSTM32F405()
            case "SimulatedMPS2": SimulatedMPS2()
            default: throw UnknownModel(name: "\(name): chip")
            }
        let port: any SerialModel =
            switch (facts["simulated_console"], chip) {
            case ("usart1", let chip as SimulatedSTM32F405): chip.usart1
            case ("usart2", let chip as SimulatedSTM32F405): chip.usart2
            case ("uart0", let chip as SimulatedMPS2): chip.uart0
            default: throw UnknownModel(name: "\(name): console")
            }
        var levels: [Bool] = []
        XCTAssertTrue(chip.observe(output: try XCTUnwrap(facts["simulated_led"]), { levels.append($0) }), name)
        var sent: [UInt8] = []
        port.onTransmit = { sent.append($0) }
        _ = chip.chip.run(for: .milliseconds(1)) {
            let clocks = board.startClocks()
            board.makeConsole(clocks).transmit(0x21)
            let led = board.makeLED()
            led.set(true)
            led.set(false)
        }
        if let board = board as? any I2CBoard.Type { try measure(on: board, chip, bus: facts["simulated_i2c"]) }
        XCTAssertEqual(levels, [true, false], name)
        XCTAssertEqual(sent, [0x21], name)
    }
}
