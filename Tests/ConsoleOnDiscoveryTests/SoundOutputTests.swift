// The `gb` commands for what is heard, on a board with a sound output.
import ConsoleOnDiscovery
import Foundation
import GameBoy
import SimulatedChip
import Tasks
import XCTest

final class SoundOutputTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private var output: [UInt8] = []
    private var text: String { String(decoding: output, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n") }

    /// Two tones, one on each side.
    private static let rom: [UInt8] = {
        var rom = [UInt8](repeating: 0, count: 0x8000)
        let sound: [(UInt8, UInt8)] = [
            (0x26, 0x80), (0x24, 0x77), (0x25, 0x21), (0x16, 0x80), (0x17, 0xF0), (0x18, 0x00), (0x19, 0x87), (0x11, 0x40),
            (0x12, 0xA0), (0x13, 0x80), (0x14, 0x86),
        ]
        // LD A,value; LDH (register),A; and JR -2 at the end.
        let program: [UInt8] = sound.flatMap { [UInt8(0x3E), $0.1, 0xE0, $0.0] } + [0x18, 0xFE]
        rom.replaceSubrange(0x100..<0x104, with: [0x00, 0xC3, 0x50, 0x01])
        rom.replaceSubrange(0x150..<0x150 + program.count, with: program)
        rom[0x14D] = rom[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
        return rom
    }()

    /// Runs the image, and types each line so many milliseconds behind the start.
    private func run(_ lines: [(milliseconds: UInt64, text: String)], for time: Interval) {
        let length = UInt32(Self.rom.count)
        var header = Array("MARTLET\0".utf8)
        for word in [length, ~length] { withUnsafeBytes(of: word.littleEndian) { header += $0 } }
        board.flash.fill(at: 256 << 10, header + Self.rom)
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

    /// What a machine alone makes in so many frames, as 12-bit levels.
    private func levels(frames: Int) throws -> [(left: UInt16, right: UInt16)] {
        let rom = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.rom.count, alignment: 4)
        let region = UnsafeMutableRawBufferPointer.allocate(byteCount: Machine.byteCount, alignment: Machine.alignment)
        defer {
            rom.deallocate()
            region.deallocate()
        }
        rom.copyBytes(from: Self.rom)
        var machine = try Machine(in: region, cartridge: try Cartridge(rom: UnsafeRawBufferPointer(rom)))
        machine.clocksPerSample = 128
        var levels: [(left: UInt16, right: UInt16)] = []
        for _ in 0..<frames {
            while machine.run(machineCycles: 1 << 20) != .frame {}
            machine.takeSound { levels.append((UInt16(Int32($0) + 0x8000) >> 4, UInt16(Int32($1) + 0x8000) >> 4)) }
        }
        return levels
    }

    func testWithSoundOnARunIsHeardWholeAndInTime() throws {
        run(
            [(10, "gb sound on"), (40, "gb run 120"), (2500, "gb status"), (2600, "gb speed fast")], for: .seconds(3))
        let made = try levels(frames: 120)
        // The first trigger finds silence, and so do the last ones, behind the last sample.
        let played = board.dac.outputs.dropFirst()
        XCTAssertGreaterThan(made.count, 65_000)
        XCTAssertTrue(zip(played, made).allSatisfy { $0.left == $1.left && $0.right == $1.right })
        XCTAssertEqual(played.count, made.count, accuracy: 3)
        XCTAssertEqual(board.dac.levels, [0x800, 0x800])
        XCTAssertNil(board.dac.cyclesUntilEvent, "behind the run it is stopped")
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
        XCTAssertEqual(samples.map { UInt16(Int32($0) + 0x8000) >> 4 }, made.map(\.left))
        XCTAssertTrue(zip(board.dac.outputs.dropFirst(), made).allSatisfy { $0.left == $1.left && $0.right == $1.right })
    }

    func testAnOutputThatFailsIsSaidAndTheRunGoesOn() {
        board.dma1.deafStreams = [5]
        run([(10, "gb sound on"), (40, "gb run 60"), (1800, "gb status")], for: .seconds(2))
        XCTAssertTrue(text.contains("gb: the sound is off: the converter was not brought a sample in time\n"), text)
        XCTAssertTrue(text.contains("frames     60, 0 not drawn\n"), text)
        XCTAssertTrue(text.contains("sound      off, "), text)
    }
}
