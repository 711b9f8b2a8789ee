// Samples of analog inputs in blocks, for a task.
import CortexM
import Interfaces
import Memory
import Tasks

/// Samples that a converter takes without end, a block after another: while a task works on one the next is filled.
///
///     private let samples = SampleStream<ADCSampler<ADC1>, 256>(sampler)
///
///     Level4.bind(streamLine) { samples.handleInterrupt() }
///     Level4.bind(converterLine) { samples.handleInterrupt() }
///     while true { show(try await samples.withNextBlock { $0.max() }) }
///     for try await block in samples { show(block) }       // the same, each block copied
///
/// A block is the newest, and it is whole: if it, or one before it that was not asked for, was written again meanwhile, the
/// call throws `overrun`. Behind any error the converter has stopped, and the next call begins anew. So a task has the time
/// that a block takes to fill for each block, and so has the handler; one that is late by two whole blocks is not noticed.
///
/// Memory: both blocks belong to this object, which stops the converter before it goes. Cost: two blocks and 60 bytes; one
/// interrupt and about 150 instructions a block. An object, made during start-up. Context: one task, but for
/// `handleInterrupt`.
public final class SampleStream<Device: SampleDevice, let blockLength: Int>: AsyncSequence, @unchecked Sendable {
    private struct State {
        var isRunning = false
        /// How many blocks were filled since the begin, and how many of them were asked for.
        var filled: UInt32 = 0
        var taken: UInt32 = 0
        var error: AnalogError?
    }

    // SAFETY of `@unchecked`: the state is touched with interrupts masked or by the handler, the blocks as said above.
    private let device: Device
    private let state = Pinned(State())
    private let arrived = Signal()
    private let handler = ExclusiveUse()
    private let reader = ExclusiveUse()
    private let first = PinnedSlots<UInt16, blockLength>()
    private let second = PinnedSlots<UInt16, blockLength>()

    /// Takes over the device. Bind its interrupts before `begin`.
    public init(_ device: Device) { self.device = device }

    deinit { device.stop() }

    /// Notes a block that is full. The level that both lines are bound to.
    public func handleInterrupt() { handler.handle(noteFullBlock) }

    private func noteFullBlock() {
        guard state.pointer.pointee.isRunning else { return }
        do throws(AnalogError) {
            guard let block = try device.takeFullBlock() else { return }
            // They are full in turns; if it is not this one's, both have been since.
            guard block == Int(state.pointer.pointee.filled & 1) else { throw .overrun }
            state.pointer.pointee.filled &+= 1
        } catch { end(with: error) }
        arrived.notify()
    }

    private func end(with error: AnalogError?) {
        device.stop()
        state.pointer.pointee.isRunning = false
        state.pointer.pointee.error = error
    }

    /// Stops sampling, until a block is asked for.
    public func stop() { withInterruptsMasked { end(with: nil) } }

    private func beginIfStopped() {
        let begins = withInterruptsMasked {
            guard !state.pointer.pointee.isRunning, state.pointer.pointee.error == nil else { return false }
            arrived.reset()
            state.pointer.pointee = State(isRunning: true)
            return true
        }
        // It takes microseconds until the device is ready, in which interrupts come.
        if begins { device.begin(first.pointer, second.pointer, count: blockLength) }
    }

    /// Waits for the next block and lends it to `body`, which should take less time than a block does. Throws `cancelled` if
    /// the task was cancelled first; the converter has stopped then, as after every error. A second task in here is a fault.
    public func withNextBlock<Result>(_ body: (Span<UInt16>) -> Result) async throws(AnalogError) -> Result {
        reader.enter("two tasks read one stream of samples; running level")
        defer { reader.leave() }
        beginIfStopped()
        let timeout = Int64(device.microseconds(forSamples: blockLength)) * 8 + 1000
        while true {
            let (filled, error) = take()
            if let error { throw error }
            if let filled { return try lend(filled, body) }
            let deadline = SystemClock.now + .microseconds(timeout)
            let outcome = await arrived.wait(until: deadline, endsWhenCancelled: true)
            guard outcome == .served else {
                stop()
                throw outcome == .cancelled ? .cancelled : .timeout
            }
        }
    }

    /// Which block is new, if one is; or what ended the sampling.
    private func take() -> (filled: UInt32?, error: AnalogError?) {
        withInterruptsMasked {
            if let error = state.pointer.pointee.error {
                state.pointer.pointee.error = nil
                return (nil, error)
            }
            let new = state.pointer.pointee.filled &- state.pointer.pointee.taken
            if new > 1 {
                end(with: nil)
                return (nil, .overrun)
            }
            state.pointer.pointee.taken &+= new
            return (new == 1 ? state.pointer.pointee.filled : nil, nil)
        }
    }

    private func lend<Result>(_ filled: UInt32, _ body: (Span<UInt16>) -> Result) throws(AnalogError) -> Result {
        // SAFETY: the device has filled the block, and is at the other one until `filled` counts on; what it writes after
        // that is numbers too, and the result is not given out.
        let block = UnsafeBufferPointer(start: filled & 1 == 1 ? first.pointer : second.pointer, count: blockLength)
        let result = body(block.span)
        let isIntact = withInterruptsMasked {
            if state.pointer.pointee.filled == filled, state.pointer.pointee.error == nil { return true }
            end(with: nil)
            return false
        }
        guard isIntact else { throw .overrun }
        return result
    }

    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// The blocks of the stream, for `for try await`.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: SampleStream

        /// The next block, copied. Cost: a block in the frame. As `withNextBlock` otherwise.
        /// - Throws: `overrun`, `dma`, `timeout` or `cancelled`, as `withNextBlock`.
        public mutating func next() async throws(AnalogError) -> InlineArray<blockLength, UInt16>? {
            try await stream.withNextBlock { block in InlineArray<blockLength, UInt16> { block[$0] } }
        }
    }
}
