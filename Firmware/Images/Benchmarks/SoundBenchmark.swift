// What samples cost on their way to a converter, over one that is made of memory.
import Analog
import CortexM
import Interfaces
import Synchronization

/// Plays half the ring whenever it is told to.
private struct SteppedConverter: SampleOutputDevice {
    static let halves = Atomic<UInt32>(0)

    var sampleRate: Frequency { 32_768.hertz }
    var interruptLines: InlineArray<2, InterruptLine> { [InterruptLine(rawValue: 0), InterruptLine(rawValue: 0)] }
    static func item(_ sample: StereoSample) -> UInt32 {
        (UInt32(UInt16(bitPattern: sample.left)) | UInt32(UInt16(bitPattern: sample.right)) &<< 16) ^ 0x8000_8000
    }
    func begin(_ ring: UnsafeMutablePointer<UInt32>, count: Int) {}
    func takeHalves() throws(SampleOutputError) -> Int { 1 }
    var remaining: Int { Self.halves.load(ordering: .relaxed) & 1 == 0 ? 1024 : 512 }
    func stop() {}
}

@MainActor
enum SoundBenchmark {
    private static let output = SampleOutput<SteppedConverter, 1024>(SteppedConverter())
    private static let rounds: UInt32 = 64

    static func reserve() { _ = output }

    static func run() async {
        var samples = InlineArray<32, StereoSample>(repeating: StereoSample(left: 0, right: 0))
        for index in 0..<32 { samples[index].left = Int16(index) }
        await write(samples.span, times: 32)
        var (writing, handling): (UInt32, UInt32) = (0, 0)
        for _ in 0..<rounds {
            SteppedConverter.halves.add(1, ordering: .relaxed)
            var start = Stopwatch.cycles
            output.handleInterrupt()
            handling &+= Stopwatch.cycles &- start
            start = Stopwatch.cycles
            await write(samples.span, times: 16)
            writing &+= Stopwatch.cycles &- start
        }
        Report.line("sound: a sample of 32 written", cycles: writing, count: rounds * 512)
        Report.line("sound: the handler, of half a ring of 1024", cycles: handling, count: rounds, readings: 1)
    }

    private static func write(_ samples: borrowing Span<StereoSample>, times: Int) async {
        for _ in 0..<times { _ = try? await output.write(samples) }
    }
}
