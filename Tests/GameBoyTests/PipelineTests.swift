import XCTest

// Three ways to draw a line against each other, with random writes to the picture's registers in the middle of lines: the
// line renderer, the pixel pipeline in runs of dots that are alike, and the same dot by dot.
@testable import GameBoy

final class PipelineTests: XCTestCase {
    func testRunsOfDotsAndWholeLinesAgreeWithSingleDots() throws {
        for seed in 1...16 as ClosedRange<UInt64> {
            let rom = greyProgram(seed: seed)
            compare(try Console(rom: rom), try Console(rom: rom), frames: 9, seed)
        }
    }

    func testTheyAgreeInColour() throws {
        for seed in 1...10 as ClosedRange<UInt64> {
            let writes = randomWrites(seed: seed)
            let scene = ColourScene(seed: seed)
            compare(try scene.console(loop: writes), try scene.console(loop: writes), frames: 14, seed)
        }
    }

    /// Mode 3 of a line in which nothing is written: reckoned at its start, and found at the end of its dots.
    func testALineLastsAsLongAsItsDots() throws {
        for seed in 1...24 as ClosedRange<UInt64> {
            try compareLengths(of: try Console(rom: greyProgram(seed: seed, writing: [0x18, 0xFE])), seed)
            try compareLengths(of: try ColourScene(seed: seed).console(loop: [0x18, 0xFE]), seed)
        }
    }

    private func compareLengths<M>(of console: ModelConsole<M>, _ seed: UInt64) throws {
        console.runFrames(12)
        var compared = 0
        while compared < 100 {
            _ = console.machine.run(machineCycles: 1)
            guard let (reckoned, found) = console.machine.state.pointee.ppu.drawWholeLine() else { continue }
            compared += 1
            guard reckoned != found else { continue }
            return XCTFail("seed \(seed), line \(console.machine.state.pointee.ppu.line): \(reckoned), \(found)")
        }
    }

    /// Runs both for some frames. `plain` draws each line dot by dot from its start.
    private func compare<M>(_ fast: ModelConsole<M>, _ plain: ModelConsole<M>, frames: Int, _ seed: UInt64) {
        var lines = 0
        for frame in 0..<frames {
            var reason = StopReason.budget
            while reason == .budget {
                reason = plain.machine.run(machineCycles: 1)
                plain.machine.state.pointee.drawDots()
            }
            fast.runFrames(1)
            XCTAssertEqual(fast.machine.clock, plain.machine.clock)
            for y in 0..<144 {
                let pictures = [fast, plain].map { console in (0..<160).map { console.machine.colour(x: $0, y: y) } }
                guard pictures[0] != pictures[1] else { continue }
                let column = zip(pictures[0], pictures[1]).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
                return XCTFail("seed \(seed), frame \(frame), line \(y), column \(column)")
            }
            lines += Set((0..<144).map { y in (0..<160).map { fast.machine.colour(x: $0, y: y) } }).count
        }
        XCTAssertGreaterThan(lines, 100, "seed \(seed): nothing to see")
    }

    /// Straight-line code of some frames that writes random values to random registers, close together and far apart, and
    /// then begins again at 0x0150 with everything copied anew.
    private func randomWrites(seed: UInt64) -> [UInt8] {
        var random = Random(seed: seed &+ 77)
        var code: [UInt8] = []
        while code.count < 7000 {
            let register = [0x40, 0x42, 0x43, 0x47, 0x48, 0x49, 0x4A, 0x4B].randomElement(using: &random)!
            var value = UInt8.random(in: 0...255, using: &random)
            if register == 0x40 { value |= 0x80 }
            // At this the window begins late, which the line renderer leaves out.
            if register == 0x4B && value == 0 { value = 7 }
            code += [0x3E, value, 0xE0, UInt8(register)]
            let pause = UInt8.random(in: 0...255, using: &random)
            switch pause & 7 {
            case 0: code += [0x06, pause, 0x05, 0x20, 0xFD]  // Up to nine lines.
            case 1: code += [0x06, pause >> 3 | 1, 0x05, 0x20, 0xFD]  // Up to one.
            case 2, 3: code += [UInt8](repeating: 0, count: Int(pause >> 5))
            default: break
            }
        }
        return code + [0xC3, 0x50, 0x01]
    }

    private func greyProgram(seed: UInt64, writing writes: [UInt8]? = nil) -> [UInt8] {
        var random = Random(seed: seed)
        func byte() -> UInt8 { UInt8.random(in: 0...255, using: &random) }
        var tiles = randomTiles(seed: seed)
        for index in tiles.indices where tiles[index] & 0x18 == 0 { tiles[index] = 0 }
        var oam = (0..<160).map { _ in byte() }
        for index in 0..<40 where index % 3 == 0 { oam[index * 4] = UInt8(16 + seed % 130) }
        let setup = PictureSetup(
            lcdc: byte() | 0x80, scx: byte(), scy: byte(), wx: byte() % 159 + 7, wy: byte() % 160, bgp: byte(),
            obp0: byte(), obp1: byte())
        return makeROM(
            pictureProgram(setup).dropLast(2) + (writes ?? randomWrites(seed: seed)), at: [0x2000: tiles, 0x1F00: oam])
    }
}

extension PPU {
    /// At the start of mode 3 draws the line; returns the clocks of mode 3, reckoned and found. Nil if it is drawn already.
    fileprivate mutating func drawWholeLine() -> (reckoned: UInt32, found: UInt32)? {
        guard isOn && mode == 3 && !pipeline.isRunning else { return nil }
        let reckoned = next &- drawingStart
        beginPipeline()
        while pipeline.position < 160 { runDot() }
        return (reckoned, pipeline.clock &+ Self.lag &- drawingStart)
    }
}

extension MachineState {
    /// Draws the line as far as no write can change it any more.
    fileprivate mutating func drawDots() {
        guard ppu.isOn && ppu.mode == 3 else { return }
        if !ppu.pipeline.isRunning { ppu.beginPipeline() }
        while ppu.pipeline.position < 160 && ppu.pipeline.clock.isDue(at: clock &- 1) { ppu.runDot() }
    }
}
