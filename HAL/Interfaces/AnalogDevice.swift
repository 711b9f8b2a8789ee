// What firmware asks of a converter of voltages to numbers.
import Units

/// Why there is no result.
public enum AnalogError: Error, Equatable, Sendable {
    /// A result came before the one before it was taken, or a block was full before the one before it was: some are lost.
    case overrun
    /// Results could not be brought to memory.
    case dma(DMAError)
    /// None came in many times what one takes.
    case timeout
    /// The task was cancelled before its turn came, or before there was a block; nothing was read.
    case cancelled
}

/// A converter of voltages to numbers from 0 to `highestResult`.
public protocol VoltageConverter {
    /// What the reference voltage is converted to.
    static var highestResult: UInt16 { get }
}

extension VoltageConverter {
    /// The voltage of a result, to the nearest microvolt, at a reference of so much. Cost: two divisions of 32 bits, or one
    /// multiplication more where the reference is a constant. Context: any. Preconditions: the result is at most
    /// `highestResult`, and the reference is not negative.
    @inlinable
    public static func voltage(_ result: UInt16, reference: Microvolts) -> Microvolts {
        precondition(result <= highestResult, "a converter's result is above its highest")
        let highest = UInt32(highestResult)
        // In two parts, so that 32 bits have room for each product.
        let (steps, rest) = UInt32(reference.microvolts).quotientAndRemainder(dividingBy: highest)
        return .microvolts(Int32(UInt32(result) * steps + (UInt32(result) * rest + highest / 2) / highest))
    }
}

/// A converter, an input at a time and never waiting. `AnalogReader` of the firmware makes readings with `await` of it.
public protocol AnalogDevice: VoltageConverter, Sendable {
    /// What names an input: on a chip whose converters have different pins, only inputs of this one.
    associatedtype Input: Sendable
    /// How long a conversion of the input takes, rounded up.
    func microseconds(for input: Input) -> Int
    /// Begins to convert an input. Precondition: no conversion is going on.
    func begin(_ input: Input)
    /// The result, if there is one. Clears the interrupt.
    /// - Throws: `overrun` if the next result came before this one was taken.
    func takeResult() throws(AnalogError) -> UInt16?
    /// Gives up what is going on, and is ready for another.
    func restart()
}

/// A converter that samples without end into two blocks of memory in turns. `SampleStream` of the firmware makes a sequence
/// of blocks of it.
public protocol SampleDevice: VoltageConverter, Sendable {
    /// How long it takes to fill a block of so many samples, rounded up.
    func microseconds(forSamples count: Int) -> Int
    /// Begins with the first block, which may take some microseconds. Both are the device's until `stop` returns.
    func begin(_ first: UnsafeMutablePointer<UInt16>, _ second: UnsafeMutablePointer<UInt16>, count: Int)
    /// Which block has become full since this was asked last: 0, 1, or none. From its interrupts, and clears them.
    /// - Throws: `overrun` if samples were lost, `dma` if they could not be brought to memory. The device has to be begun
    ///   again.
    func takeFullBlock() throws(AnalogError) -> Int?
    /// Stops, and has no more to do with the blocks. Also when it has not begun.
    func stop()
}
