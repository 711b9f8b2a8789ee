// Blocks of samples over the STM32F4's converter and DMA.
import Analog
import CortexM
import Interfaces
import MMIO
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

private typealias Samples = SampleStream<ADCSampler<ADC1>, 100>

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var samples: Samples!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var blocks: [[UInt16]] = []
    nonisolated(unsafe) static var interrupts = 0
    nonisolated(unsafe) static var board: SimulatedSTM32F405!
}

final class SampleStreamTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let clocks = ClockOutcome(source: .crystal, coreClock: 168.megahertz)

    /// Two inputs at 10 kHz by TIM3: a block of 100 samples is 5 ms.
    private func run(isContinuous: Bool = false, _ body: @escaping @MainActor () async throws(AnalogError) -> Void) {
        (Program.notes, Program.blocks, Program.interrupts) = ([], [], 0)
        Program.board = board
        _ = board.chip.run(for: .milliseconds(200)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let adc = ADC1.take(), let first = PA1.take(), let second = PC5.take(), let stream = DMA2Stream4.take(),
                let timer = TIM3.take()
            else { return XCTFail("something is in use") }
            do {
                Program.samples = Samples(
                    try ADCSampler(
                        adc, by: stream,
                        inputs: [
                            AnalogInput(first.asAnalog(), sampling: .cycles480),
                            AnalogInput(second.asAnalog(), sampling: .cycles480),
                        ],
                        trigger: isContinuous
                            ? .continuous : try SampleTrigger(timer, frequency: 10.kilohertz, clocks: clocks), clocks: clocks))
            } catch { return XCTFail("\(error)") }
            for line in [18, DMA2Stream4.interrupt.rawValue] {
                Level4.bind(InterruptLine(rawValue: line)) {
                    Program.interrupts += 1
                    Program.samples.handleInterrupt()
                }
            }
            startTask("test") { @MainActor in
                do throws(AnalogError) { try await body() } catch {
                    Program.notes.append("\(error) at \(SystemClock.now.microseconds)")
                }
            }
        }
        XCTAssertEqual(board.adc1.complaints, [])
    }

    /// What a channel has at a time: its number, and how many tenths of a millisecond have passed.
    private func count() { board.adc1.value = { UInt16($0 * 100) + UInt16($1 / 16_800) } }

    private static func takeBlocks(_ count: Int) async throws(AnalogError) {
        for _ in 0..<count {
            Program.blocks.append(try await Program.samples.withNextBlock { block in block.indices.map { block[$0] } })
        }
        Program.samples.stop()
    }

    func testBlocksFollowEachOtherWithoutAGap() {
        count()
        run { () async throws(AnalogError) in try await Self.takeBlocks(4) }
        XCTAssertEqual(Program.notes, [])
        // Both inputs once in each tenth of a millisecond, from the first trigger on.
        let expected = (1...200).flatMap { [UInt16(100 + $0), UInt16(1500 + $0)] }
        XCTAssertEqual(Program.blocks.flatMap { $0 }, expected)
        XCTAssertEqual(Program.interrupts, 4)
        XCTAssertEqual(HostLentMemory.count, 0)
    }

    func testContinuousSamplingIsAsFastAsItsInputs() {
        var cycles: [UInt64] = []
        board.adc1.value = { _, cycle in
            cycles.append(cycle)
            return 0
        }
        run(isContinuous: true) { () async throws(AnalogError) in try await Self.takeBlocks(2) }
        XCTAssertEqual(Program.notes, [])
        XCTAssertEqual(Set(zip(cycles, cycles.dropFirst()).map { $1 - $0 }), [492 * 8])
    }

    func testForAwaitCopiesEachBlock() {
        count()
        run { () async throws(AnalogError) in
            var sums: [Int] = []
            for try await block in Program.samples {
                sums.append(block.indices.reduce(0) { $0 + Int(block[$1]) })
                if sums.count == 3 { break }
            }
            Program.samples.stop()
            Program.notes.append("\(sums)")
        }
        XCTAssertEqual(Program.notes, ["[82550, 87550, 92550]"])
    }

    func testATaskThatTakesTooLongForABlockIsAnOverrunAndThenItBeginsAnew() {
        count()
        run { () async throws(AnalogError) in
            try await Self.takeOne(andSpend: 4)
            try await Self.takeOne(andSpend: 6)
        }
        // The last of a block's inputs is converted 46 us after its trigger.
        XCTAssertEqual(Program.notes, ["whole", "overrun at 16046"])
        run { () async throws(AnalogError) in try await Self.takeBlocks(1) }
        XCTAssertEqual(Program.blocks.count, 1)
    }

    private static func takeOne(andSpend milliseconds: Int64) async throws(AnalogError) {
        let note = try await Program.samples.withNextBlock { _ in
            Program.board.chip.spend(.milliseconds(milliseconds))
            return "whole"
        }
        Program.notes.append(note)
    }

    func testATaskThatComesTooLateIsAnOverrun() {
        run { () async throws(AnalogError) in
            _ = try await Program.samples.withNextBlock { _ in }
            await sleep(for: .milliseconds(12))
            _ = try await Program.samples.withNextBlock { _ in }
        }
        XCTAssertEqual(Program.notes, ["overrun at 17046"])
        XCTAssertEqual(HostLentMemory.count, 0)
    }

    /// The stream is kept from its results.
    func testAnOverrunOfTheConverterIsAnErrorAndThenItBeginsAnew() {
        count()
        run { () async throws(AnalogError) in
            Program.board.dma2.deafStreams = [4]
            do throws(AnalogError) { _ = try await Program.samples.withNextBlock { _ in } } catch {
                Program.notes.append("\(error)")
            }
            Program.board.dma2.deafStreams = []
            try await Self.takeBlocks(2)
        }
        XCTAssertEqual(Program.notes, ["overrun"])
        XCTAssertEqual(Program.blocks.count, 2)
    }

    func testEachFailureOfTheStreamIsAnErrorAndThenItBeginsAnew() {
        for (fault, name) in [(DMAModel.Fault.transfer, "transfer"), (.directMode, "directMode"), (.fifo, "fifo")] {
            board.dma2.inject(fault, into: 4)
            run { () async throws(AnalogError) in
                do throws(AnalogError) { _ = try await Program.samples.withNextBlock { _ in } } catch {
                    Program.notes.append("\(error)")
                }
                try await Self.takeBlocks(1)
            }
            XCTAssertEqual(Program.notes, ["dma(Interfaces.DMAError.\(name))"])
            XCTAssertEqual(Program.blocks.count, 1)
        }
    }

    func testAConverterThatNeverSamplesIsATimeout() {
        board.adc1.isStuck = true
        run { () async throws(AnalogError) in try await Self.takeBlocks(1) }
        // 5.001 ms, eight times over, and a millisecond.
        XCTAssertEqual(Program.notes, ["timeout at 41008"])
        XCTAssertEqual(HostLentMemory.count, 0)
    }

    func testACancelledTaskHasNothingAndTheConverterHasStopped() {
        run { () async throws(AnalogError) in
            let task = Task { @MainActor in
                do throws(AnalogError) { try await Self.takeBlocks(1) } catch { Program.notes.append("\(error)") }
            }
            await sleep(for: .milliseconds(1))
            task.cancel()
            await task.value
            Program.notes.append("\(HostLentMemory.count) lent")
        }
        XCTAssertEqual(Program.notes, ["cancelled", "0 lent"])
    }

    func testASequenceHasUpToSixteenInputs() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            guard let adc = ADC1.take(), let stream = DMA2Stream0.take() else { return XCTFail("something is in use") }
            let inputs = InlineArray<17, AnalogInput<ADC1>>(repeating: .temperature)
            do {
                _ = try ADCSampler(adc, by: stream, inputs: inputs, trigger: .continuous, clocks: clocks)
                XCTFail("there are too many")
            } catch { XCTAssertEqual(error as? SamplingError, .inputs(17)) }
        }
    }

    func testWhatCannotBeSampledIsRefused() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            guard let adc = ADC1.take(), let pin = PA0.take(), let stream = DMA2Stream0.take(), let timer = TIM3.take() else {
                return XCTFail("something is in use")
            }
            do {
                // 21 MHz over 492 cycles.
                let trigger = try SampleTrigger(timer, frequency: 50.kilohertz, clocks: clocks)
                _ = try ADCSampler(
                    adc, by: stream, inputs: [AnalogInput(pin.asAnalog(), sampling: .cycles480)], trigger: trigger,
                    clocks: clocks)
                XCTFail("it is too fast")
            } catch { XCTAssertEqual(error as? SamplingError, .tooFast(limit: 42_682.hertz)) }
        }
    }
}
