// Readings, blocks of samples and sound on the chip, over converters made of memory: QEMU has no DMA, its converter measures
// nothing, and it has none to voltages.
import Analog
import CortexM
import Interfaces
import OnTargetHarness
import Synchronization
import Tasks

/// Lines that nothing else here pends.
private let readerLine = InterruptLine(rawValue: 13)
private let samplerLine = InterruptLine(rawValue: 12)
private let soundLine = InterruptLine(rawValue: 4)

/// A converter whose inputs are numbers, and convert to them at the next interrupt; 0 never does.
private struct NumberConverter: AnalogDevice {
    private static let result = Atomic<UInt32>(0)

    static var highestResult: UInt16 { 4095 }
    func microseconds(for input: UInt16) -> Int { 1 }
    func begin(_ input: UInt16) {
        Self.result.store(UInt32(input), ordering: .relaxed)
        if input != 0 { NVIC.pend(readerLine) }
    }
    func takeResult() throws(AnalogError) -> UInt16? {
        UInt16(truncatingIfNeeded: Self.result.load(ordering: .relaxed))
    }
    func restart() {}
}

/// A sampler that fills a block with its number whenever it is asked for one, and then the next one at once.
private struct NumberSampler: SampleDevice {
    // SAFETY: written with interrupts masked or by the one handler.
    nonisolated(unsafe) private static var blocks: InlineArray<2, UnsafeMutablePointer<UInt16>?> = [nil, nil]
    // SAFETY: as above.
    nonisolated(unsafe) private static var length = 0
    private static let filled = Atomic<UInt32>(0)
    static let stops = Atomic<UInt32>(0)

    static var highestResult: UInt16 { 4095 }
    func microseconds(forSamples count: Int) -> Int { count }
    func begin(_ first: UnsafeMutablePointer<UInt16>, _ second: UnsafeMutablePointer<UInt16>, count: Int) {
        Self.blocks = [first, second]
        Self.length = count
        Self.filled.store(0, ordering: .relaxed)
        NVIC.pend(samplerLine)
    }
    func takeFullBlock() throws(AnalogError) -> Int? {
        let number = Self.filled.load(ordering: .relaxed)
        guard number < 3 else { throw .dma(.transfer) }
        let block = Int(number & 1)
        if let place = Self.blocks[block] {
            for index in 0..<Self.length { place[index] = UInt16(truncatingIfNeeded: number) }
        }
        Self.filled.store(number &+ 1, ordering: .relaxed)
        return block
    }
    func stop() { Self.stops.add(1, ordering: .relaxed) }
}

/// A converter to voltages that plays half the ring at each interrupt, and adds up the left side.
private struct AddingConverter: SampleOutputDevice {
    // SAFETY: written before the handler comes and by it.
    nonisolated(unsafe) private static var ring: UnsafeMutablePointer<UInt32>?
    nonisolated(unsafe) private static var isInSecond = false
    static let sum = Atomic<UInt32>(0)

    var sampleRate: Frequency { 32_768.hertz }
    var interruptLines: InlineArray<2, InterruptLine> { [soundLine, soundLine] }
    static func item(_ sample: StereoSample) -> UInt32 { UInt32(UInt16(bitPattern: sample.left)) }
    func begin(_ ring: UnsafeMutablePointer<UInt32>, count: Int) { Self.ring = ring }
    func takeHalves() throws(SampleOutputError) -> Int { 1 }
    var remaining: Int { Self.isInSecond ? 128 : 256 }
    func stop() {}

    static func playHalf() {
        guard let ring else { return }
        for index in 0..<128 { sum.add(ring[index + (isInSecond ? 128 : 0)], ordering: .relaxed) }
        isInSecond.toggle()
    }
}

private let reader = AnalogReader(NumberConverter())
private let samples = SampleStream<NumberSampler, 16>(NumberSampler())
private let sound = SampleOutput<AddingConverter, 256>(AddingConverter())

@MainActor
enum AnalogTests {
    static func start() {
        _ = (reader, samples, sound)  // Made before memory is sealed.
        Level6.bind(readerLine) { reader.handleInterrupt() }
        Level6.bind(samplerLine) { samples.handleInterrupt() }
        Level6.bind(soundLine) {
            AddingConverter.playHalf()
            sound.handleInterrupt()
        }
    }

    static func run() async {
        var sum: UInt32 = 0
        do throws(AnalogError) {
            sum += UInt32(try await reader.read(100))
            let both = try await reader.read([20, 3] as InlineArray<2, UInt16>)
            sum += UInt32(both[0]) + UInt32(both[1])
        } catch { Harness.expect("readings", false) }
        Harness.expect("readings come by interrupt", sum, equals: 123)

        var outcome: UInt32 = 0
        do throws(AnalogError) { _ = try await reader.read(0) } catch { outcome = error == .timeout ? 1 : 2 }
        Harness.expect("a converter that is stuck is a timeout", outcome, equals: 1)

        var total: UInt32 = 0
        outcome = 0
        do throws(AnalogError) {
            for try await block in samples {
                for index in block.indices { total += UInt32(block[index]) + 1 }
                NVIC.pend(samplerLine)
            }
        } catch { outcome = error == .dma(.transfer) ? 1 : 2 }
        Harness.expect("blocks of samples follow each other", total, equals: 16 * (1 + 2 + 3))
        Harness.expect("and end with the sampler's error", outcome, equals: 1)
        Harness.expect("which has stopped it", NumberSampler.stops.load(ordering: .relaxed), equals: 1)

        await playSound()
    }

    /// 1,000 samples into a ring of 256, which plays half of it each millisecond.
    private static func playSound() async {
        var block = InlineArray<100, StereoSample>(repeating: StereoSample(left: 1, right: 0))
        for index in 0..<100 { block[index].left = Int16(index) }
        let player = Task { @MainActor in
            for _ in 0..<10 {
                await sleep(for: .milliseconds(1))
                NVIC.pend(soundLine)
            }
        }
        var outcome: UInt32 = 0
        do throws(SampleOutputError) {
            for _ in 0..<10 { outcome += UInt32(try await sound.write(block.span)) / 100 }
        } catch { outcome = 100 }
        await player.value
        Harness.expect("sound is written at the converter's pace", outcome, equals: 10)
        Harness.expect("and all of it is played", AddingConverter.sum.load(ordering: .relaxed), equals: 10 * 4950)
        Harness.expect("and what is played late is counted", sound.missing, equals: 280)
    }
}
