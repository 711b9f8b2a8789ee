// A queue of samples over the STM32F4's converters to voltages and DMA.
import Analog
import CortexM
import Interfaces
import MMIO
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// 1024 samples: 31 ms at 32,774 Hz.
private typealias Output = SampleOutput<DACOutput, 1024>

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var output: Output!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var interrupts = 0
    nonisolated(unsafe) static var board: SimulatedSTM32F405!
    nonisolated(unsafe) static var next = 0
}

final class SampleOutputTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let clocks = ClockOutcome(source: .crystal, coreClock: 168.megahertz)
    /// Core cycles of a sample: 2,563 clocks of the timer.
    private static let period: UInt64 = 5126
    private static let silence: UInt16 = 0x800

    private func run(
        for limit: Interval = .milliseconds(300), _ body: @escaping @MainActor () async throws(SampleOutputError) -> Void
    ) {
        (Program.notes, Program.interrupts, Program.next) = ([], 0, 0)
        Program.board = board
        _ = board.chip.run(for: limit) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let dac = DualDAC.take(), let left = PA4.take(), let right = PA5.take(), let stream = DMA1Stream5.take(),
                let timer = TIM6.take()
            else { return XCTFail("something is in use") }
            do throws(TimerError) {
                Program.output = Output(
                    try DACOutput(
                        dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: timer, sampleRate: 32_768.hertz,
                        clocks: clocks))
            } catch { return XCTFail("\(error)") }
            let lines = Program.output.interruptLines
            XCTAssertEqual(lines.indices.map { lines[$0].rawValue }, [DMA1Stream5.interrupt.rawValue, 54])
            for index in lines.indices {
                Level4.bind(lines[index]) {
                    Program.interrupts += 1
                    Program.output.handleInterrupt()
                }
            }
            startTask("test") { @MainActor in
                do throws(SampleOutputError) { try await body() } catch {
                    Program.notes.append("\(error)")
                }
            }
        }
        XCTAssertEqual(board.dac.complaints, [])
    }

    /// The next samples, each a number of its own that survives the converters' 12 bits; right is left's opposite.
    private static func samples(_ count: Int) -> [StereoSample] {
        defer { Program.next += count }
        return (Program.next..<Program.next + count).map { index in
            let value = Int16(truncatingIfNeeded: (index % 2000 + 1) * 16)
            return StereoSample(left: value, right: -value)
        }
    }

    /// What a sample's number is at the outputs.
    private static func level(_ index: Int) -> UInt16 { 0x800 + UInt16(index % 2000 + 1) }

    private static func write(_ count: Int) async throws(SampleOutputError) {
        let samples = samples(count)
        let written = try await Program.output.write(samples.span)
        if written < count { Program.notes.append("\(written) of \(count)") }
    }

    func testSamplesArePlayedInOrderAtEqualIntervalsOnBothSides() {
        run { () async throws(SampleOutputError) in
            for _ in 0..<10 { try await Self.write(549) }
        }
        XCTAssertEqual(Program.notes, [])
        let outputs = board.dac.outputs
        XCTAssertEqual(Set(zip(outputs, outputs.dropFirst()).map { $1.cycle - $0.cycle }), [Self.period])
        // The first trigger finds the silence that was there before the stream brought anything.
        XCTAssertEqual(outputs[0].left, Self.silence)
        let played = outputs.dropFirst().prefix(5490)
        XCTAssertEqual(played.map(\.left), (0..<5490).map(Self.level))
        XCTAssertEqual(played.map(\.right), (0..<5490).map { 0x1000 - Self.level($0) })
        XCTAssertEqual(Set(outputs.dropFirst(5491).map(\.left)), [Self.silence])
    }

    func testTheRateIsThatOfTheClocksAndTheInterruptsAreTwoARing() {
        run(for: .seconds(1)) { () async throws(SampleOutputError) in
            XCTAssertEqual(Program.output.sampleRate, 32_774.hertz)
            for _ in 0..<60 { try await Self.write(549) }
        }
        // A second less the time until half the ring was full, which is none here.
        XCTAssertEqual(board.dac.outputs.count, 32_774)
        XCTAssertEqual(Program.interrupts, 64)
    }

    func testTheWriterGoesAtTheConvertersPace() {
        run(for: .seconds(2)) { () async throws(SampleOutputError) in
            let start = SystemClock.now
            for _ in 0..<100 { try await Self.write(549) }
            // The last samples find room when 106 halves are played, 54,272 samples.
            Program.notes.append("\((SystemClock.now - start).microseconds / 1000)")
            Program.notes.append("\(Program.output.missing) missing, \(Program.output.queued) queued")
        }
        XCTAssertEqual(Program.notes, ["1655", "0 missing, 628 queued"])
    }

    func testALateWriterIsHeardAsSilenceAndCounted() {
        run { () async throws(SampleOutputError) in
            try await Self.write(600)
            // The 600 last 18.3 ms.
            await sleep(for: .milliseconds(40))
            Program.notes.append("\(Program.output.queued)")
            try await Self.write(600)
            Program.notes.append("\(Program.output.missing)")
            await sleep(for: .milliseconds(40))
        }
        let heard = board.dac.outputs.map(\.left)
        let expected = (0..<1200).map(Self.level)
        XCTAssertEqual(heard.filter { $0 != Self.silence }, expected)
        let gap = heard.lastIndex(of: expected[599]).map { last in heard[(last + 1)...].prefix { $0 == Self.silence }.count }
        XCTAssertEqual(Program.notes, ["0", "\(gap ?? 0)"])
        // 40 ms and the lead, less the 600 samples.
        XCTAssertEqual(gap, 40 * 32_774 / 1000 + 16 - 600)
    }

    /// Interrupts are kept away from 15 ms on, shortly before the middle of the ring.
    private func runMasked(for interval: Interval) -> [UInt16] {
        run { () async throws(SampleOutputError) in
            try await Self.write(1000)
            await sleep(for: .milliseconds(15))
            withInterruptsMasked { Program.board.chip.spend(interval) }
            await sleep(for: .milliseconds(10))
            try await Self.write(500)
        }
        XCTAssertEqual(Program.notes, [])
        return board.dac.outputs.map(\.left).filter { $0 != Self.silence }
    }

    func testAHandlerThatIsLateByLessThanHalfARingLetsNothingBeHeardTwice() {
        XCTAssertEqual(runMasked(for: .milliseconds(16)), (0..<1500).map(Self.level))
    }

    func testALaterHandlerEndsTheOldSoundAndWhatFollowsIsWhole() {
        let heard = runMasked(for: .milliseconds(21))
        // 1024 samples last 31.2 ms; from there to the handler at 36 ms the ring's first samples are heard again.
        let old = heard.count - 1500
        XCTAssertEqual(old, 36 * 32_774 / 1000 - 1024)
        XCTAssertEqual(heard, [0..<1000, 0..<old, 1000..<1500].joined().map(Self.level))
    }

    func testAStreamThatDoesNotBringSamplesIsAnUnderrunAndThenItBeginsAnew() {
        run { () async throws(SampleOutputError) in
            Program.board.dma1.deafStreams = [5]
            do throws(SampleOutputError) { for _ in 0..<4 { try await Self.write(549) } } catch {
                Program.notes.append("\(error)")
            }
            Program.board.dma1.deafStreams = []
            Program.next = 0
            try await Self.write(1000)
        }
        XCTAssertEqual(Program.notes, ["underrun"])
        XCTAssertEqual(board.dac.outputs.map(\.left).filter { $0 != Self.silence }, (0..<1000).map(Self.level))
    }

    func testAFailureOfTheStreamIsAnErrorAndThenItBeginsAnew() {
        board.dma1.inject(.transfer, into: 5)
        run { () async throws(SampleOutputError) in
            do throws(SampleOutputError) { for _ in 0..<4 { try await Self.write(549) } } catch {
                Program.notes.append("\(error)")
                Program.notes.append("\(HostLentMemory.count) lent")
            }
            Program.next = 0
            try await Self.write(1000)
        }
        XCTAssertEqual(Program.notes, ["dma(Interfaces.DMAError.transfer)", "0 lent"])
        XCTAssertEqual(board.dac.outputs.map(\.left).filter { $0 != Self.silence }, (0..<1000).map(Self.level))
    }

    func testAConverterThatIsNeverTriggeredIsATimeout() {
        run { () async throws(SampleOutputError) in
            // CEN of TIM6.
            UInt32.store(0, to: 0x4000_1000)
            let start = SystemClock.now
            do throws(SampleOutputError) { try await Self.write(2000) } catch {
                Program.notes.append("\(error) after \((SystemClock.now - start).microseconds / 1000) ms")
            }
            Program.notes.append("\(HostLentMemory.count) lent")
        }
        // 512 samples eight times over, and a millisecond.
        XCTAssertEqual(Program.notes, ["timeout after 125 ms", "0 lent"])
    }

    func testACancelledWriterEndsAndWhatItWroteIsPlayed() {
        run { () async throws(SampleOutputError) in
            let task = Task { @MainActor in try? await Self.write(3000) }
            await sleep(for: .milliseconds(20))
            task.cancel()
            await task.value
        }
        XCTAssertEqual(Program.notes, ["1536 of 3000"])
        XCTAssertEqual(board.dac.outputs.map(\.left).filter { $0 != Self.silence }, (0..<1536).map(Self.level))
    }

    func testStoppedItIsSilentAndHasNoMemory() {
        run { () async throws(SampleOutputError) in
            try await Self.write(1000)
            await sleep(for: .milliseconds(5))
            Program.output.stop()
            Program.notes.append("\(HostLentMemory.count) lent, \(Program.output.queued) queued")
            Program.notes.append("\(Program.board.dac.levels)")
            await sleep(for: .milliseconds(5))
        }
        XCTAssertEqual(Program.notes, ["0 lent, 0 queued", "[2048, 2048]"])
        XCTAssertEqual(board.dac.outputs.count, 5 * 32_774 / 1000)
    }

    func testFinishPlaysWhatIsQueuedEvenIfItIsLittle() {
        run { () async throws(SampleOutputError) in
            for count in [900, 100] {
                try await Self.write(count)
                try await Program.output.finish()
                Program.notes.append("\(HostLentMemory.count) lent, \(Program.output.queued) queued")
            }
        }
        XCTAssertEqual(Program.notes, ["0 lent, 0 queued", "0 lent, 0 queued"])
        XCTAssertEqual(board.dac.outputs.map(\.left).filter { $0 != Self.silence }, (0..<1000).map(Self.level))
    }

    func testItIsLowWhenAQuarterIsLeftAndNotBeforeItPlays() {
        run { () async throws(SampleOutputError) in
            Program.notes.append("\(Program.output.isLow)")
            try await Self.write(1000)
            // 1000 samples last 30.5 ms, and the last quarter of the queue 7.8.
            for milliseconds in [0, 22, 2] as [Int64] {
                await sleep(for: .milliseconds(milliseconds))
                Program.notes.append("\(Program.output.isLow)")
            }
        }
        XCTAssertEqual(Program.notes, ["false", "false", "false", "true"])
    }

    func testEachSideIsItsOwnAndTheMiddleIsSilence() {
        XCTAssertEqual(DACOutput.item(StereoSample(left: 0, right: 0)), 0x8000_8000)
        XCTAssertEqual(DACOutput.item(StereoSample(left: .max, right: .min)), 0x0000_FFFF)
        XCTAssertEqual(DACOutput.item(StereoSample(left: -1, right: 16)), 0x8010_7FFF)
    }

    /// The second converter's requests, and the other timer.
    func testTheOtherStreamAndTheOtherTimerServeToo() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            guard let dac = DualDAC.take(), let left = PA4.take(), let right = PA5.take(), let stream = DMA1Stream6.take(),
                let timer = TIM7.take()
            else { return XCTFail("something is in use") }
            let ring = UnsafeMutablePointer<UInt32>.allocate(capacity: 4)
            defer { ring.deallocate() }
            for index in 0..<4 { ring[index] = UInt32(index + 1) << 4 | UInt32(index + 5) << 20 }
            do throws(TimerError) {
                let device = try DACOutput(
                    dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: timer, sampleRate: 84.kilohertz,
                    clocks: clocks)
                device.begin(ring, count: 4)
                board.chip.spend(.microseconds(100))
                XCTAssertEqual(device.remaining, 4)
                device.stop()
            } catch { XCTFail("\(error)") }
        }
        XCTAssertEqual(board.dac.outputs.map(\.left), [0x800, 1, 2, 3, 4, 1, 2, 3])
        XCTAssertEqual(board.dac.outputs.map(\.right), [0x800, 5, 6, 7, 8, 5, 6, 7])
    }

    func testARateThatTheTimerCannotMakeIsRefused() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            guard let dac = DualDAC.take(), let left = PA4.take(), let right = PA5.take(), let stream = DMA1Stream5.take(),
                let timer = TIM6.take()
            else { return XCTFail("something is in use") }
            do throws(TimerError) {
                _ = try DACOutput(
                    dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: timer, sampleRate: 0.hertz,
                    clocks: clocks)
                XCTFail("there is no such rate")
            } catch { XCTAssertEqual(error, .frequencyOutOfRange(.zero)) }
        }
    }
}
