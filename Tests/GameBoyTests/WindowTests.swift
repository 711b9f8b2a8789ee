import XCTest

// The window when its registers are written late: where WY still counts, and how long the line lasts.
@testable import GameBoy

final class WindowTests: XCTestCase {
    /// A white picture with a black window from the middle of the line on, WY out of reach; at `clock` of line 20 WY becomes
    /// `wy`, and at that of line 120 out of reach again.
    private func linesWithWindow<M: Model>(_: M.Type, wy: UInt8, clock: Int, file: StaticString = #filePath, line: UInt = #line)
        throws
        -> [Int]
    {
        // Tile 1 is black, and the window's map is all of it. 0x9C00: 1024 times 1.
        let program: [UInt8] =
            [0xF0, 0x44, 0xFE, 0x91, 0x20, 0xFA, 0xAF, 0xE0, 0x40]
            + [0x21, 0x10, 0x80, 0x3E, 0xFF, 0x22, 0x7D, 0xFE, 0x20, 0x20, 0xF8]
            + [0x21, 0x00, 0x9C, 0x3E, 0x01, 0x22, 0x7C, 0xFE, 0xA0, 0x20, 0xF8]
            + [0x3E, 0xE4, 0xE0, 0x47, 0x3E, 200, 0xE0, 0x4A, 0x3E, 87, 0xE0, 0x4B, 0x3E, 0xF1, 0xE0, 0x40, 0x18, 0xFE]
        let console = try ModelConsole<M>(program, at: [:])
        console.runFrames(12)
        let state = console.machine.state
        func run(to line: UInt32, _ clock: Int) {
            while state.pointee.ppu.line != line || Int(state.pointee.clock &- state.pointee.ppu.lineStart) < clock {
                _ = console.machine.run(machineCycles: 1)
            }
        }
        func write(_ value: UInt8, line: UInt32, clock: Int) {
            // The loop's two instructions leave the clock on any machine cycle; the write is exact.
            run(to: line, max(clock - 24, 0))
            let now = state.pointee.ppu.lineStart &+ UInt32(clock)
            state.pointee.writeRegister(0x4A, UInt32(value), at: now)
        }
        write(wy, line: 20, clock: clock)
        run(to: 143, 0)
        return (0..<143).filter { console.machine.colour(x: 120, y: $0) == 0 && console.machine.colour(x: 20, y: $0) != 0 }
    }

    /// WY that equals the line counts on it up to where the window begins, and from the next line on until the line ends.
    func testWYEqualToTheLine() throws {
        XCTAssertEqual(try linesWithWindow(DMG.self, wy: 20, clock: 40), Array(20..<143))
        XCTAssertEqual(try linesWithWindow(DMG.self, wy: 20, clock: 164), Array(20..<143))
        XCTAssertEqual(try linesWithWindow(DMG.self, wy: 20, clock: 184), Array(21..<143))
        XCTAssertEqual(try linesWithWindow(DMG.self, wy: 20, clock: 452), Array(21..<143))
        XCTAssertEqual(try linesWithWindow(CGB.self, wy: 20, clock: 164), Array(20..<143))
        XCTAssertEqual(try linesWithWindow(CGB.self, wy: 20, clock: 184), Array(21..<143))
        XCTAssertEqual(try linesWithWindow(CGB.self, wy: 20, clock: 448), Array(21..<143))
    }

    /// The grey machine still compares a cycle later than the colour machine.
    func testTheLastMomentOfALine() throws {
        XCTAssertEqual(try linesWithWindow(CGB.self, wy: 20, clock: 452), [])
        XCTAssertEqual(try linesWithWindow(DMG.self, wy: 20, clock: 456), [])
        XCTAssertEqual(try linesWithWindow(DMG.self, wy: 21, clock: 452), Array(21..<143))
        XCTAssertEqual(try linesWithWindow(CGB.self, wy: 21, clock: 452), Array(21..<143))
        XCTAssertEqual(try linesWithWindow(CGB.self, wy: 19, clock: 100), [])
    }

    /// Mode 3 lasts six dots longer where the window turns up, even if WY says so only then.
    func testALateWindowMakesTheLineLonger() throws {
        func length(_ wy: UInt8, at clock: UInt32) throws -> UInt32 {
            let console = try Console([0x3E, 200, 0xE0, 0x4A, 0x3E, 87, 0xE0, 0x4B, 0x3E, 0xF1, 0xE0, 0x40, 0x18, 0xFE])
            console.runFrames(2)
            let state = console.machine.state
            while state.pointee.ppu.line != 20 || state.pointee.ppu.mode != 3 { _ = console.machine.run(machineCycles: 1) }
            let start = state.pointee.ppu.lineStart
            state.pointee.writeRegister(0x4A, UInt32(wy), at: start &+ clock)
            var now = start &+ clock
            while state.pointee.readRegister(0x41, at: now) & 3 == 3 { now = now &+ 1 }
            return now &- start
        }
        let without = try length(200, at: 120)
        XCTAssertEqual(try length(20, at: 120), without + 6)
        XCTAssertEqual(try length(20, at: 184), without, "too late for this line")
    }
}
