// The sound unit through small programs: what its registers read, when channels end, and the samples.
import GameBoy
import XCTest

final class SoundTests: XCTestCase {
    // MARK: - Programs

    private func set(_ register: UInt8, _ value: UInt8) -> [UInt8] { [0x3E, value, 0xE0, register] }

    /// Waits for `halves` half steps of the frame sequencer, 1,024 machine cycles each, in a loop of 7.
    private func wait(halves: Int) -> [UInt8] {
        let count = halves * 1024 / 7
        return [0x01, UInt8(count & 0xFF), UInt8(count >> 8), 0x0B, 0x78, 0xB1, 0x20, 0xFB]
    }

    /// Switches the sound off and on with DIV at 0, so that the sequencer's step 0 is two halves away, and then half a
    /// step further: a step is made in the middle of each further pair of halves.
    private func makeBeginning() -> [UInt8] {
        set(0x26, 0) + set(0x04, 0) + set(0x26, 0x80) + set(0x24, 0x77) + set(0x25, 0xFF) + wait(halves: 1)
    }
    private lazy var begin = makeBeginning()
    private let end: [UInt8] = [0x40, 0x18, 0xFE]

    private func run(_ program: [UInt8]) throws -> Console {
        let console = try Console(program + end)
        console.runToBreakpoint(frames: 100)
        return console
    }

    /// The channels that are on, NR52's low four bits.
    private func playing(_ program: [UInt8]) throws -> UInt8 { try run(program).machine.peek(0xFF26) & 0x0F }

    // MARK: - Registers

    func testBitsThatNobodyKeepsReadOne() throws {
        let masks: [UInt8] = [
            0x80, 0x3F, 0x00, 0xFF, 0xBF, 0xFF, 0x3F, 0x00, 0xFF, 0xBF, 0x7F, 0xFF, 0x9F, 0xFF, 0xBF, 0xFF, 0xFF, 0x00,
            0x00, 0xBF, 0x00, 0x00,
        ]
        for value in [0x00, 0x55, 0x7F] as [UInt8] {
            let writes = (0..<masks.count).flatMap { set(UInt8(0x10 + $0), value) }
            let console = try run(set(0x26, 0x80) + writes)
            for (index, mask) in masks.enumerated() {
                XCTAssertEqual(console.machine.peek(UInt16(0xFF10 + index)), value | mask, "register \(index), \(value)")
            }
        }
    }

    func testSwitchingOffClearsAllButLengthsAndWaveRAM() throws {
        let console = try run(
            set(0x30, 0xA5) + set(0x25, 0xFF) + set(0x11, 0xC0) + set(0x26, 0) + set(0x25, 0x77) + set(0x31, 0x5A))
        XCTAssertEqual(console.machine.peek(0xFF26), 0x70)
        XCTAssertEqual(console.machine.peek(0xFF25), 0)
        XCTAssertEqual(console.machine.peek(0xFF11), 0x3F)
        XCTAssertEqual([console.machine.peek(0xFF30), console.machine.peek(0xFF31)], [0xA5, 0x5A])
    }

    func testLengthsAreWrittenWithoutPower() throws {
        // A length of 1, written while off, ends the channel at the first step.
        let program = set(0x26, 0) + set(0x16, 0x3F) + set(0x04, 0) + set(0x26, 0x80) + set(0x17, 0xF0) + set(0x19, 0xC0)
        XCTAssertEqual(try playing(program), 2)
        XCTAssertEqual(try playing(program + wait(halves: 3)), 0)
    }

    // MARK: - Lengths

    /// The registers of a channel with its DAC on.
    private func powered(_ channel: Int) -> [UInt8] {
        switch channel {
        case 0: set(0x12, 0xF0)
        case 1: set(0x17, 0xF0)
        case 2: set(0x1A, 0x80)
        default: set(0x21, 0xF0)
        }
    }
    private func lengthRegister(_ channel: Int) -> UInt8 { [0x11, 0x16, 0x1B, 0x20][channel] }
    private func control(_ channel: Int) -> UInt8 { [0x14, 0x19, 0x1E, 0x23][channel] }

    func testALengthOfTwoLastsTwoClocks() throws {
        for channel in 0..<4 {
            let two: UInt8 = channel == 2 ? 0xFE : 0x3E
            let start = begin + powered(channel) + set(lengthRegister(channel), two) + set(control(channel), 0xC0)
            let bit = UInt8(1) << UInt8(channel)
            // Steps 0 and 2 clock lengths; they come at one half and five halves from here.
            XCTAssertEqual(try playing(start + wait(halves: 4)), bit, "channel \(channel)")
            XCTAssertEqual(try playing(start + wait(halves: 6)), 0, "channel \(channel)")
        }
    }

    func testWithoutItsBitALengthStandsStill() throws {
        XCTAssertEqual(try playing(begin + powered(0) + set(0x11, 0x3F) + set(0x14, 0x80) + wait(halves: 20)), 1)
    }

    func testEnablingALengthBetweenClocksTakesOne() throws {
        // After step 0 the next one leaves lengths alone.
        let between = begin + powered(0) + set(0x11, 0x3F) + set(0x14, 0x80) + wait(halves: 2) + set(0x14, 0x40)
        XCTAssertEqual(try playing(between), 0)
        // Before step 0 the next one clocks them.
        let before = begin + powered(0) + set(0x11, 0x3F) + set(0x14, 0x80) + set(0x14, 0x40)
        XCTAssertEqual(try playing(before), 1)
    }

    func testATriggerFillsAnEmptyLength() throws {
        // Emptied by the extra clock and triggered again between clocks: 64 less one, so 63 clocks of 4 halves.
        let start =
            begin + powered(0) + set(0x11, 0x3F) + set(0x14, 0x80) + wait(halves: 2) + set(0x14, 0xC0)
        XCTAssertEqual(try playing(start + wait(halves: 62 * 4 + 1)), 1)
        XCTAssertEqual(try playing(start + wait(halves: 63 * 4 + 1)), 0)
    }

    func testResettingDIVMakesAStepIfItsBitIsSet() throws {
        // `begin` ends in the second half before step 0, in which the bit is set.
        XCTAssertEqual(try playing(begin + powered(0) + set(0x11, 0x3F) + set(0x14, 0xC0) + set(0x04, 0)), 0)
        // Of four resets only the first finds it set.
        let resets = (0..<4).flatMap { _ in set(0x04, 0) }
        XCTAssertEqual(try playing(begin + powered(0) + set(0x11, 0x3E) + set(0x14, 0xC0) + resets), 1)
    }

    // MARK: - DACs, the sweep

    func testWithoutADACNothingPlays() throws {
        for channel in 0..<4 {
            XCTAssertEqual(try playing(begin + set(control(channel), 0x80)), 0, "channel \(channel)")
            let off: [UInt8] = set([0x12, 0x17, 0x1A, 0x21][channel], 0x07)
            XCTAssertEqual(try playing(begin + powered(channel) + set(control(channel), 0x80) + off), 0)
        }
    }

    func testASweepThatOverflowsEndsTheChannel() throws {
        // 0x700 + 0x700 / 2 is beyond 2047, and the trigger looks at once.
        XCTAssertEqual(try playing(begin + powered(0) + set(0x10, 0x01) + set(0x13, 0) + set(0x14, 0x87)), 0)
        // With no shift it does not look.
        XCTAssertEqual(try playing(begin + powered(0) + set(0x10, 0x10) + set(0x13, 0) + set(0x14, 0x87)), 1)
        // 0x400 goes to 0x600, and the look beyond that ends the channel at the first sweep clock, step 2.
        let sweeping = begin + powered(0) + set(0x10, 0x11) + set(0x13, 0) + set(0x14, 0x84)
        XCTAssertEqual(try playing(sweeping + wait(halves: 4)), 1)
        XCTAssertEqual(try playing(sweeping + wait(halves: 6)), 0)
    }

    func testLeavingSubtractionAfterUseEndsTheChannel() throws {
        let used = begin + powered(0) + set(0x10, 0x19) + set(0x14, 0x84)
        XCTAssertEqual(try playing(used), 1)
        XCTAssertEqual(try playing(used + set(0x10, 0x11)), 0)
        let unused = begin + powered(0) + set(0x10, 0x18) + set(0x14, 0x84)
        XCTAssertEqual(try playing(unused + set(0x10, 0x11)), 1)
    }

    // MARK: - Wave RAM

    func testWhileItPlaysWaveRAMIsClosedButForTheByteBeingRead() throws {
        let fill = (0..<16).flatMap { set(UInt8(0x30 + $0), UInt8($0 * 0x11)) }
        // Frequency 0x7FE: a step each 4 clocks, that is each machine cycle, and an access meets each or none.
        func read(_ frequency: UInt8, nops: Int) throws -> UInt8 {
            let program =
                begin + fill + set(0x1A, 0x80) + set(0x1D, frequency) + set(0x1E, 0x87)
                + [UInt8](repeating: 0, count: nops) + [0xF0, 0x30]
            return try run(program).machine.registers.a
        }
        let bytes = try Set((0..<40).map { try read(0xFE, nops: $0) })
        XCTAssertTrue(bytes.isSubset(of: [0xFF]) || bytes.count == 16, "\(bytes)")
        // At a step each 64 machine cycles nearly all accesses find it closed.
        let slow = try (0..<130).map { try read(0x80, nops: $0) }
        XCTAssertGreaterThan(slow.filter { $0 == 0xFF }.count, 120)
        // Off, it is open.
        XCTAssertEqual(try run(begin + fill + [0xF0, 0x35]).machine.registers.a, 0x55)
    }

    // MARK: - Samples

    private func samples(_ program: [UInt8], frames: Int, clocks: UInt32 = 128) throws -> [(Int, Int)] {
        let console = try Console(program + [0x18, 0xFE])
        console.machine.clocksPerSample = clocks
        var samples: [(Int, Int)] = []
        for _ in 0..<frames {
            console.runFrames(1)
            console.machine.takeSound { samples.append((Int($0), Int($1))) }
        }
        XCTAssertEqual(console.machine.lostSamples, 0)
        return samples
    }

    /// Channel 2 at half duty: 131,072 / (2048 - frequency) hertz.
    private func tone(_ frequency: Int, panning: UInt8 = 0xFF) -> [UInt8] {
        set(0x26, 0) + set(0x26, 0x80) + set(0x24, 0x77) + set(0x25, panning) + set(0x16, 0x80) + set(0x17, 0xF0)
            + set(0x18, UInt8(frequency & 0xFF)) + set(0x19, 0x80 | UInt8(frequency >> 8))
    }

    func testAToneHasItsPitchAndItsSide() throws {
        let both = try samples(tone(1920), frames: 30)
        // The machine starts at the end of line 153, so its first frame ends 144 lines later.
        XCTAssertEqual(both.count, (29 * 70224 + 144 * 456) / 128, accuracy: 2)
        // 1024 Hz for 30 frames: a rise each 32 samples.
        let left = both.map(\.0)
        let rises = zip(left, left.dropFirst()).filter { $0 < 0 && $1 >= 0 }.count
        XCTAssertEqual(Double(rises), Double(both.count) / 32, accuracy: 3)
        XCTAssertTrue(both.allSatisfy { $0.0 == $0.1 })

        let oneSided = try samples(tone(1920, panning: 0x20), frames: 30).suffix(5000)
        XCTAssertGreaterThan(oneSided.map(\.0).max()!, 2000)
        XCTAssertEqual(Set(oneSided.map(\.1)), [0])
    }

    func testTheHighPassTakesTheMeanAway() throws {
        let tail = try samples(tone(1920), frames: 60).suffix(3200).map(\.0)
        XCTAssertLessThan(abs(tail.reduce(0, +) / tail.count), 100)
    }

    func testAPitchAboveHalfTheRateIsSilent() throws {
        // 32,768 Hz and more.
        for frequency in [2044, 2047] {
            let tail = try samples(tone(frequency), frames: 60).suffix(3200).map(\.0)
            XCTAssertLessThan(tail.map(abs).max()!, 20)
        }
    }

    func testAnEnvelopeFades() throws {
        // From 15 down by one each 1/64 second: silent after a quarter of a second.
        let sound = try samples(
            set(0x26, 0) + set(0x26, 0x80) + set(0x24, 0x77) + set(0x25, 0xFF) + set(0x21, 0xF1) + set(0x22, 0x30)
                + set(0x23, 0x80), frames: 30
        ).map(\.0)
        func loudness(_ range: Range<Int>) -> Int { sound[range].map(abs).max()! }
        XCTAssertGreaterThan(loudness(0..<1000), 3 * loudness(6000..<7000))
        XCTAssertGreaterThan(loudness(6000..<7000), 0)
        XCTAssertLessThan(loudness(15000..<16000), 20)
    }

    func testRatesAndSlicesMakeNoDifferenceToTheProgram() throws {
        for clocks in [32, 87, 96, 512] as [UInt32] {
            let console = try Console(tone(1000) + [0x18, 0xFE])
            console.machine.clocksPerSample = clocks
            var total = 0
            for _ in 0..<4 * 40 {
                _ = console.machine.run(machineCycles: 17556 / 40)
                console.machine.takeSound { _, _ in total += 1 }
            }
            XCTAssertEqual(total, Int(console.machine.clock / clocks), accuracy: 1)
            let silent = try Console(tone(1000) + [0x18, 0xFE])
            while silent.machine.clock < console.machine.clock {
                _ = silent.machine.run(machineCycles: (console.machine.clock - silent.machine.clock) / 4)
            }
            XCTAssertEqual(silent.machine.registers, console.machine.registers)
        }
    }
}
