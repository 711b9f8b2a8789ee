// The `gb` commands for what is heard, on a board with a sound output.
import CartridgeTesting
import ConsoleOnDiscovery
import Foundation
import SimulatedChip
import Tasks
import XCTest

final class SoundOutputTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private var output: [UInt8] = []
    private var text: String { String(decoding: output, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n") }

    private static let rom = CartridgeSlot.rom(CartridgeSlot.tones + [0x18, 0xFE])

    /// Runs the image, and types each line so many milliseconds after the start.
    private func run(_ lines: [(milliseconds: UInt64, text: String)], for time: Interval) {
        CartridgeSlot.insert(Self.rom, into: board)
        board.usart2.onTransmit = { [unowned self] in output.append($0) }
        var left = lines[...]
        let type = { [board] in
            guard let line = left.first, board.chip.cycles >= line.milliseconds * 168_000 else { return }
            board.usart2.send(Array((line.text + "\r").utf8))
            left = left.dropFirst()
        }
        _ = board.chip.run(for: time, inStepsOf: .milliseconds(1), whenIdle: type) {
            MainActor.assumeIsolated { ConsoleImage.start() }
        }
        XCTAssertTrue(left.isEmpty)
        XCTAssertEqual(board.dac.complaints, [])
    }

    private func levels(of outputs: some Sequence<DACModel.Output>) -> [[UInt16]] { outputs.map { [$0.left, $0.right] } }

    /// What a machine alone makes in so many frames.
    private func levels(frames: Int) throws -> [[UInt16]] { try MachineAlone(Self.rom).run(frames: frames).map(\.levels) }

    func testWithSoundOnARunIsHeardWholeAndInTime() throws {
        run(
            [(10, "gb sound on"), (40, "gb run 120"), (2500, "gb status"), (2600, "gb speed fast")], for: .seconds(3))
        let made = try levels(frames: 120)
        // The first trigger finds silence, and so do the last ones, after the last sample.
        let played = levels(of: board.dac.outputs.dropFirst())
        XCTAssertGreaterThan(made.count, 65_000)
        XCTAssertTrue(zip(played, made).allSatisfy { $0 == $1 })
        XCTAssertEqual(played.count, made.count, accuracy: 3)
        XCTAssertEqual(board.dac.levels, [0x800, 0x800])
        XCTAssertNil(board.dac.cyclesUntilEvent, "after the run it is stopped")
        XCTAssertTrue(text.contains("frames     120, 0 not drawn\n"), text)
        XCTAssertTrue(text.contains("sound      on, 0 samples came too late\n"), text)
        XCTAssertTrue(text.contains("speed      real"), text)
        XCTAssertTrue(text.contains("gb: the sound sets the speed; `gb sound off` first\n"), text)
    }

    func testSwitchedOffInARunItIsSilentAndTheClockPacesOn() {
        run(
            [(10, "gb sound on"), (40, "gb run 120"), (1000, "gb sound off"), (1900, "gb info"), (2500, "gb info")],
            for: .seconds(3))
        XCTAssertEqual(Double(board.dac.outputs.count), 0.96 * 32_774, accuracy: 1000)
        XCTAssertTrue(text.contains("running"), text)
        XCTAssertTrue(text.contains("frames     120\n"), text)
        XCTAssertFalse(text.contains("the sound is off"), "nothing has failed: " + text)
        XCTAssertNil(board.dac.cyclesUntilEvent)
    }

    func testARecordingAndTheOutputHaveTheSame() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).wav").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        run([(10, "gb sound on"), (40, "gb record \(path) 60")], for: .seconds(2))
        let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))[44...]
        let samples = stride(from: file.startIndex, to: file.endIndex, by: 4).map {
            Int16(bitPattern: UInt16(file[$0]) | UInt16(file[$0 + 1]) << 8)
        }
        let made = try levels(frames: 60)
        XCTAssertEqual(samples.map { UInt16(Int32($0) + 0x8000) >> 4 }, made.map { $0[0] })
        XCTAssertTrue(zip(levels(of: board.dac.outputs.dropFirst()), made).allSatisfy { $0 == $1 })
    }

    func testAnOutputThatFailsIsSaidAndTheRunGoesOn() {
        board.dma1.deafStreams = [5]
        run([(10, "gb sound on"), (40, "gb run 60"), (1800, "gb status")], for: .seconds(2))
        XCTAssertTrue(text.contains("gb: the sound is off: the converter was not brought a sample in time\n"), text)
        XCTAssertTrue(text.contains("frames     60, 0 not drawn\n"), text)
        XCTAssertTrue(text.contains("sound      off, "), text)
    }
}
