// The project's own programs, assembled and run.
import GameBoy
import XCTest

final class OwnProgramTests: XCTestCase {
    func testEachProgramPasses() throws {
        let names = try AssembledProgram.names()
        XCTAssertGreaterThanOrEqual(names.count, 12)
        for name in names {
            let console = try run(name)
            let r = console.machine.registers
            XCTAssertEqual(
                [r.b, r.c, r.d, r.e, r.h, r.l], [3, 5, 8, 13, 21, 34],
                "\(name): check \(r.b) expected \(r.d) and found \(r.e)")
        }
    }

    func testTheWindowIsWhereItWasPut() throws {
        let console = try run("window")
        console.runFrames(1)
        for y in 0..<144 {
            for x in 0..<160 {
                let expected: UInt8 = x >= 88 && y >= 40 ? 3 : 0
                guard console.machine.shade(x: x, y: y) != expected else { continue }
                return XCTFail("shade \(console.machine.shade(x: x, y: y)) at \(x), \(y)")
            }
        }
    }

    /// A program that fails says what it expected: else the others' passing would mean nothing.
    func testAFailureIsSeen() throws {
        var rom = try AssembledProgram("joypad").rom
        let console = try Console(rom: rom)
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.registers.b, 1, "nothing is held: the first check fails")
        XCTAssertEqual(console.machine.registers.d, 0xDE)
        XCTAssertEqual(console.machine.registers.e, 0xDF)
        rom[0x14D] ^= 1
        XCTAssertThrowsError(try Console(rom: rom))
    }

    private func run(_ name: String) throws -> Console {
        let console = try Console(rom: AssembledProgram(name).rom)
        console.machine.hold([.a, .down])
        console.runToBreakpoint(frames: 200)
        console.machine.stopsAtBreakpoints = false
        return console
    }
}
