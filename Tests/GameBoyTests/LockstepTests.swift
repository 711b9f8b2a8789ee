// The core beside the plain CPU: the project's own programs, random bytes, and public programs if there are any.
import Foundation
import GameBoy
import GameBoyTools
import XCTest

final class LockstepTests: XCTestCase {
    /// Runs both until the program's end, so many frames, or a difference, which is returned. Counts instructions.
    private func run<M>(_ console: ModelConsole<M>, frames: Int, instructions: inout Int) -> String? {
        var lockstep = Lockstep(console.machine)
        defer { instructions += lockstep.instructions }
        for frame in 0..<frames {
            console.machine.hold(.benchmark(frame: UInt32(frame)))
            var endsFrame = false
            while !endsFrame {
                if let difference = lockstep.step(&console.machine, endsFrame: &endsFrame) { return difference }
            }
        }
        return nil
    }

    func testOwnProgramsAreTheSame() throws {
        var instructions = 0
        for name in try AssembledProgram.names() {
            let console = try Console(rom: AssembledProgram(name).rom)
            XCTAssertNil(run(console, frames: 40, instructions: &instructions), name)
            let colour = try ColourConsole(rom: AssembledProgram(name).rom)
            XCTAssertNil(run(colour, frames: 40, instructions: &instructions), "\(name), CGB")
        }
        print("lockstep: \(instructions) instructions of the own programs")
        XCTAssertGreaterThan(instructions, 1_000_000)
    }

    func testRandomBytesAreTheSame() throws {
        var instructions = 0
        for seed in 0..<30 as Range<UInt64> {
            var random = Random(seed: seed)
            var rom = makeROM((0..<0x7000).map { _ in UInt8.random(in: 0...255, using: &random) })
            XCTAssertNil(run(try Console(rom: rom), frames: 2, instructions: &instructions), "seed \(seed)")
            rom[0x143] = 0x80
            fixChecksum(&rom)
            XCTAssertNil(run(try ColourConsole(rom: rom), frames: 2, instructions: &instructions), "seed \(seed), CGB")
        }
        print("lockstep: \(instructions) instructions of random bytes")
    }

    func testPublicProgramsAreTheSame() throws {
        guard let root = ProcessInfo.processInfo.environment["GAMEBOY_ROMS"] else {
            throw XCTSkip("no public test programs: GAMEBOY_ROMS names no folder")
        }
        var instructions = 0
        var programs = 0
        for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
            guard path.hasSuffix(".gb") || path.hasSuffix(".gbc"),
                let data = FileManager.default.contents(atPath: root + "/" + path), data.count > 0x143
            else { continue }
            programs += 1
            if data[0x143] & 0x80 != 0 {
                guard let console = try? ColourConsole(rom: [UInt8](data)) else { continue }
                XCTAssertNil(run(console, frames: 60, instructions: &instructions), path)
            } else {
                guard let console = try? Console(rom: [UInt8](data)) else { continue }
                XCTAssertNil(run(console, frames: 60, instructions: &instructions), path)
            }
        }
        print("lockstep: \(instructions) instructions of \(programs) public programs")
    }

    /// The test must be able to fail: a machine that is changed behind the plain CPU's back.
    func testADifferenceIsSeen() throws {
        let first = try Console([0x04, 0x18, 0xFD])  // INC B; JR -3
        let second = try Console([0x04, 0x18, 0xFD])
        var lockstep = Lockstep(first.machine)
        var endsFrame = false
        for _ in 0..<5 { XCTAssertNil(lockstep.step(&first.machine, endsFrame: &endsFrame)) }
        let difference = try XCTUnwrap(lockstep.step(&second.machine, endsFrame: &endsFrame))
        XCTAssertTrue(difference.contains("  core    A=01"), difference)
        XCTAssertTrue(difference.contains("  plain   A=01"), difference)
    }
}
