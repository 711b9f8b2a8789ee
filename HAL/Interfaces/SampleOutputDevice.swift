// What firmware asks of a converter of numbers to two voltages, left and right.
import CortexM

/// A sample for each of two sides, 0 being silence.
public struct StereoSample: Equatable, BitwiseCopyable, Sendable {
    /// The left side, -32,768 to 32,767.
    public var left: Int16
    /// The right side, -32,768 to 32,767.
    public var right: Int16

    /// One sample of each side.
    public init(left: Int16, right: Int16) {
        self.left = left
        self.right = right
    }
}

/// Why samples are not put out.
public enum SampleOutputError: Error, Equatable, Sendable {
    /// The converter was not brought a sample in the time of one: the bus was too slow.
    case underrun
    /// Samples could not be brought from memory.
    case dma(DMAError)
    /// None was put out in many times what one takes.
    case timeout
    /// The task was cancelled first: no sample was handed over, or not all that were queued have been played.
    case cancelled
}

/// A converter that puts out a ring of samples in memory without end. `SampleOutput` of the firmware makes a queue with
/// `await` of it.
public protocol SampleOutputDevice: Sendable {
    /// Samples a second, of both sides each: what the clocks come to.
    var sampleRate: Frequency { get }
    /// The lines on which it interrupts, for one level.
    var interruptLines: InlineArray<2, InterruptLine> { get }
    /// The word that stands for a sample in the ring.
    static func item(_ sample: StereoSample) -> UInt32
    /// Begins with the ring's first item, and interrupts in its middle and at its end. The ring is the device's until
    /// `stop` returns; whoever fills it keeps ahead. Precondition: `count` is even, and at most 65,534.
    func begin(_ ring: UnsafeMutablePointer<UInt32>, count: Int)
    /// How many of the two marks, the ring's middle and its end, were passed since this was last asked: 0, 1
    /// or 2, also if they were passed more than once.
    /// Clears the interrupt; throws what went wrong.
    /// - Throws: `underrun` if the converter was short of a sample, `dma` if samples could not be brought from memory.
    func takeHalves() throws(SampleOutputError) -> Int
    /// How many items are left until the ring's end; 0 and all of them are the same. Any context.
    var remaining: Int { get }
    /// Stops, at silence, and has no more to do with the ring. Also when it has not begun.
    func stop()
}

/// For boards that have none: it is never made.
public enum NoSampleOutput: SampleOutputDevice {
    public var sampleRate: Frequency { switch self {} }
    public var interruptLines: InlineArray<2, InterruptLine> { switch self {} }
    public static func item(_ sample: StereoSample) -> UInt32 { 0 }
    public func begin(_ ring: UnsafeMutablePointer<UInt32>, count: Int) {}
    public func takeHalves() throws(SampleOutputError) -> Int { switch self {} }
    public var remaining: Int { switch self {} }
    public func stop() {}
}
