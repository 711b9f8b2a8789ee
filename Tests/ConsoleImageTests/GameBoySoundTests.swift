// The `gb` commands for what is heard: recordings, and a board without a sound output.
import CartridgeTesting
import Foundation
import SimulatedChip
import Tasks
import XCTest

final class GameBoySoundTests: XCTestCase {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    override func setUpWithError() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private static let beep = CartridgeSlot.rom(CartridgeSlot.tones + [0x18, 0xFE])

    private func session() -> Session {
        let board = SimulatedSTM32F405()
        CartridgeSlot.insert(Self.beep, into: board)
        return Session(board)
    }

    /// What a machine alone makes in so many frames: left and right in turn.
    private func samples(frames: Int) throws -> [Int16] {
        try MachineAlone(Self.beep).run(frames: frames).flatMap { [$0.left, $0.right] }
    }

    private func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    func testARecordingIsWhatTheMachineMade() throws {
        let path = folder.appendingPathComponent("beep.wav").path
        let session = session()
        session.run([.line("gb record \(path) 60"), .expect("samples"), .wait(.milliseconds(20)), .line("gb info")])
        let expected = try samples(frames: 60)
        let count = expected.count / 2
        // 60 frames, of which the first began in its picture.
        XCTAssertEqual(String(count * 1000 / 32_768), "1003")
        XCTAssertTrue(
            session.text.contains("gb: \(count) samples, 1.003 s of sound, written to \(path)\n"), session.text)
        let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        XCTAssertEqual(String(decoding: file[..<4] + file[8..<16], as: UTF8.self), "RIFFWAVEfmt ")
        XCTAssertEqual(word(file, at: 4), UInt32(file.count - 8))
        XCTAssertEqual(word(file, at: 24), 32_768)
        XCTAssertEqual(word(file, at: 40), UInt32(expected.count * 2))
        XCTAssertEqual(file.count, 44 + expected.count * 2)
        XCTAssertEqual(
            Array(file[44...]), expected.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
        XCTAssertGreaterThan(expected.max() ?? 0, 1000, "the program must be heard")
    }

    func testARecordingWithoutFramesIsOfTheNextRun() throws {
        let path = folder.appendingPathComponent("next.wav").path
        let session = session()
        session.run([
            .line("gb record \(path)"), .line("gb run 30"), .expect("samples"), .wait(.milliseconds(20)), .line("gb run 30"),
            .wait(.seconds(1)), .line("gb info"),
        ])
        XCTAssertEqual(session.text.components(separatedBy: "of sound").count, 2, session.text)
        let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        XCTAssertEqual(word(file, at: 40), UInt32(try samples(frames: 30).count * 2))
    }

    func testARunThatGoesOnIsRecordedFromHereOn() throws {
        let path = folder.appendingPathComponent("later.wav").path
        let session = session()
        session.run([
            .line("gb speed real"), .line("gb run 120"), .wait(.seconds(1)), .line("gb record \(path)"),
            .expect("samples"), .wait(.milliseconds(20)), .line("gb info"),
        ])
        let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let seconds = Double(word(file, at: 40)) / 4 / 32_768
        XCTAssertEqual(seconds, 1, accuracy: 0.1)
        XCTAssertEqual(file.count, 44 + Int(word(file, at: 40)))
    }

    func testWhatCannotBeRecordedIsSaid() {
        let path = folder.appendingPathComponent("none/beep.wav").path
        let usage = "gb record takes a file of the host and, to run it now, a number of frames\n"
        let other = folder.appendingPathComponent("a.wav").path
        XCTAssertEqual(
            session().answers(to: [
                "gb record", "gb record \(other) many", "gb record \(other) 0", "gb record \(path) 10", "gb record \(other)",
                "gb record \(other)",
            ]),
            [
                usage, usage, usage, "gb: the host does not open \(path); nothing is recorded\n", "",
                "gb: a recording goes on already, to the end of the run\n",
            ])
    }

    /// A device that is always full.
    func testAFailureOfTheHostSaysWhere() {
        let session = session()
        session.run([.line("gb record /dev/full 60"), .expect("has ended"), .wait(.seconds(1)), .line("gb info")])
        XCTAssertTrue(
            session.text.contains("gb: the host failed to write /dev/full after byte 0; the recording has ended\n"),
            session.text)
        XCTAssertTrue(session.text.hasSuffix("frames     60\n" + Session.prompt), session.text)
    }

    func testABoardWithoutAnOutputSaysSo() {
        XCTAssertEqual(
            session().answers(to: ["gb sound", "gb sound on", "gb sound off"]),
            [
                "gb sound takes on or off\n", "gb: this board has no sound output\n", "gb: this board has no sound output\n",
            ])
        let session = session()
        session.run([.line("gb run 10"), .wait(.seconds(1)), .line("gb status")])
        XCTAssertTrue(session.text.contains("sound      off; the board has no output\n"), session.text)
    }
}
