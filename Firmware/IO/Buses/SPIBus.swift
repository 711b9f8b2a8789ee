// A serial peripheral bus for tasks: bytes come and go by interrupt, and `await` is all the waiting.
import CortexM
import Interfaces
import Memory
import Tasks

/// A bus with one controller and any number of targets, each with a select pin that is low while it is meant.
///
///     private let bus = SPIBus(SPIController(spi, clock: sck, input: miso, output: mosi, clocks: clocks, bitRate: 10.megahertz))
///
///     Level4.bind(spiLine) { bus.handleInterrupt() }
///     let identity = try await bus.withSelected(chipSelect) { () throws(SPIError) in
///         try await bus.write(command.span)
///         try await bus.exchange(&answer.mutableSpan)
///     }
///
/// One task at a time has the bus; the others wait in the order they came. Waiting is bounded: a transfer that is not over
/// in eight times what its bits take, and a millisecond, is given up, the controller restarted, and it throws.
///
/// The controller works on the caller's bytes, which are borrowed until the transfer is over: a task that is cancelled
/// waits for that.
///
/// Cost: 80 bytes. By `SPIController` one interrupt and about 60 instructions a byte; by `SPIDMAController` one interrupt
/// and about 400 instructions for each 65,535 bytes of a transfer. An object, made during start-up, so that its handlers and
/// its tasks may have it both. Context: tasks, but for `handleInterrupt`.
public final class SPIBus<Device: SPIDevice>: @unchecked Sendable {
    /// What the interrupts work on: bytes in the frame of a task that waits.
    private struct State {
        var transfer: SPITransfer?
        var error: SPIError?
    }

    // SAFETY of `@unchecked`: the state is touched with interrupts masked or by the handler, whose lines have one level.
    private let device: Device
    private let state = Pinned(State())
    /// Where a peripheral that moves its own data puts what nobody wants.
    private let sink = Pinned<UInt8>(0)
    private let finished = Signal()
    private let access = Semaphore(permits: 1)
    /// Written by who has `access`.
    private let isSelected = Pinned(false)
    private let user = ExclusiveUse()
    private let handler = ExclusiveUse()

    /// Takes over the controller. Bind its interrupts before the first transfer.
    public init(_ device: Device) { self.device = device }

    /// Takes the transfer a step further. The level that the interrupts are bound to.
    public func handleInterrupt() { handler.handle(advance) }

    private func advance() {
        guard var transfer = state.pointer.pointee.transfer else { return }
        do throws(SPIError) {
            guard try device.advance(&transfer) else {
                state.pointer.pointee.transfer = transfer
                return
            }
        } catch { state.pointer.pointee.error = error }
        state.pointer.pointee.transfer = nil
        finished.notify()
    }

    /// Runs `body` with a target selected and the bus to itself. Throws `cancelled`, and `body` has not run, if the task is
    /// cancelled before its turn comes.
    ///
    /// - Parameter isCancellable: false for a target that has begun what cannot be left in the middle: then a cancelled
    ///   task waits for its turn, too.
    public func withSelected<Select: OutputPin, Result>(
        _ select: Select, isCancellable: Bool = true, _ body: () async throws(SPIError) -> Result
    ) async throws(SPIError) -> Result {
        if !isCancellable {
            await access.acquireRegardless()
        } else if await !access.acquire() {
            throw .cancelled
        }
        select.set(false)
        isSelected.pointer.pointee = true
        defer {
            isSelected.pointer.pointee = false
            select.set(true)
            access.release()
        }
        return try await body()
    }

    /// Sends bytes and drops what comes back. Inside `withSelected`.
    /// - Throws: `overrun`, `modeFault`, `timeout` or `dma` from the controller, which is restarted. Some bytes may be out.
    public func write(_ bytes: borrowing Span<UInt8>) async throws(SPIError) {
        let (start, count) = bytes.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
        try await run(source: start, target: nil, count: count)
    }

    /// The same with the bytes of any values, as they are in memory.
    /// - Throws: as `write`.
    public func write(bytesOf values: borrowing Span<some BitwiseCopyable>) async throws(SPIError) {
        let (start, count) = values.withUnsafeBytes { ($0.baseAddress, $0.count) }
        // SAFETY: any value's bytes may be read as bytes, and `BitwiseCopyable` ones have nothing else to them.
        try await run(source: start?.assumingMemoryBound(to: UInt8.self), target: nil, count: count)
    }

    /// Sends bytes and puts what comes back in their places. Inside `withSelected`.
    /// - Throws: `overrun`, `modeFault`, `timeout` or `dma` from the controller, which is restarted. Some bytes may be
    ///   exchanged.
    public func exchange(_ bytes: inout MutableSpan<UInt8>) async throws(SPIError) {
        let (start, count) = bytes.withUnsafeMutableBufferPointer { ($0.baseAddress, $0.count) }
        try await run(source: start.map { UnsafePointer($0) }, target: start, count: count)
    }

    // SAFETY of the pointers: the caller's span is borrowed until this returns, and by then the transfer has none.
    private func run(
        source: UnsafePointer<UInt8>?, target: UnsafeMutablePointer<UInt8>?, count: Int
    ) async throws(SPIError) {
        guard count > 0, let source else { return }
        precondition(isSelected.pointer.pointee, "a transfer outside of withSelected")
        user.enter("two tasks transfer on one bus; running level")
        defer { user.leave() }
        finished.reset()
        withInterruptsMasked {
            var transfer = SPITransfer(source: source, count: count, target: target, sink: sink.pointer)
            device.begin(&transfer)
            state.pointer.pointee = State(transfer: transfer, error: nil)
        }
        let bits = Int64(count) * 8 * 8
        let deadline = SystemClock.now + .microseconds(bits * 1_000_000 / Int64(device.bitRate.hertz) + 1000)
        // The bytes are lent: a cancellation has to wait for the transfer's end.
        let isOver = await finished.waitRegardless(until: deadline)
        let error = withInterruptsMasked {
            if !isOver {
                state.pointer.pointee.transfer = nil
                device.restart()
            }
            return state.pointer.pointee.error
        }
        if let error { throw error }
        if !isOver { throw .timeout }
    }
}
