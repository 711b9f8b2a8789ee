// A serial peripheral bus for tasks: bytes come and go by interrupt, and `await` is all the waiting.
import CortexM
import Interfaces
import Memory
import Tasks

/// A bus with one controller and any number of targets, each with a select pin that is low while it is meant.
///
///     private let bus = SPIBus(SPIController(spi, clock: sck, input: miso, output: mosi, clocks: clocks, bitRate: 10_000_000))
///
///     Level4.bind(spiLine) { bus.handleInterrupt() }
///     let identity = try await bus.withSelected(chipSelect) { () throws(SPIError) in
///         try await bus.write(command.span)
///         try await bus.exchange(&answer.mutableSpan)
///     }
///
/// One task at a time has the bus; the others wait in the order they came. Waiting is bounded: a controller that does not
/// exchange a byte in eight times what it should take is restarted, and the transfer throws.
///
/// Cost: 80 bytes; about 60 instructions a byte. An object, made during start-up, so that its handler and its tasks may
/// have it both. Context: tasks, but for `handleInterrupt`.
public final class SPIBus<Device: SPIDevice>: @unchecked Sendable {
    /// What the interrupt works on: bytes in the frame of a task that waits.
    private struct Transfer {
        /// The next to send, and how many are left.
        var source: UnsafePointer<UInt8>?
        var left = 0
        /// Where the answers go, if anywhere.
        var target: UnsafeMutablePointer<UInt8>?
        var error: SPIError?
    }

    // SAFETY of `@unchecked`: the transfer is touched with interrupts masked or by the one handler.
    private let device: Device
    private let transfer = Pinned(Transfer())
    private let finished = Signal()
    private let access = Semaphore(permits: 1)

    public init(_ device: Device) { self.device = device }

    /// Moves a byte each way. The level that the interrupt is bound to.
    public func handleInterrupt() {
        do throws(SPIError) {
            guard let byte = try device.takeReceived() else { return }
            keep(byte)
        } catch {
            transfer.pointer.pointee.error = error
            end()
        }
    }

    private func keep(_ byte: UInt8) {
        guard transfer.pointer.pointee.left > 0, let source = transfer.pointer.pointee.source else { return }
        // SAFETY: both point at `left` bytes of a task that waits until `left` is 0 and then gives them up.
        if let target = transfer.pointer.pointee.target {
            target.pointee = byte
            transfer.pointer.pointee.target = target + 1
        }
        transfer.pointer.pointee.source = source + 1
        transfer.pointer.pointee.left &-= 1
        if transfer.pointer.pointee.left > 0 { device.exchange(source[1]) } else { end() }
    }

    private func end() {
        device.setInterrupt(false)
        transfer.pointer.pointee.left = 0
        transfer.pointer.pointee.source = nil
        transfer.pointer.pointee.target = nil
        finished.notify()
    }

    /// Runs `body` with a target selected and the bus to itself.
    public func withSelected<Select: OutputPin, Result>(
        _ select: Select, _ body: () async throws(SPIError) -> Result
    ) async throws(SPIError) -> Result {
        // A task that is cancelled while it waits for the bus has not got it.
        guard await access.acquire() else { throw .timeout }
        select.set(false)
        defer {
            select.set(true)
            access.release()
        }
        return try await body()
    }

    /// Sends bytes and drops what comes back. Inside `withSelected`.
    public func write(_ bytes: borrowing Span<UInt8>) async throws(SPIError) {
        let (start, count) = bytes.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
        try await run(source: start, target: nil, count: count)
    }

    /// Sends bytes and puts what comes back in their places. Inside `withSelected`.
    public func exchange(_ bytes: inout MutableSpan<UInt8>) async throws(SPIError) {
        let (start, count) = bytes.withUnsafeMutableBufferPointer { ($0.baseAddress, $0.count) }
        try await run(source: start.map { UnsafePointer($0) }, target: start, count: count)
    }

    // SAFETY of the pointers: the caller's span is borrowed until this returns, and by then the transfer has none.
    private func run(
        source: UnsafePointer<UInt8>?, target: UnsafeMutablePointer<UInt8>?, count: Int
    ) async throws(SPIError) {
        guard count > 0, let source else { return }
        finished.reset()
        withInterruptsMasked {
            transfer.pointer.pointee = Transfer(source: source, left: count, target: target, error: nil)
            device.setInterrupt(true)
            device.exchange(source.pointee)
        }
        let bits = Int64(count) * 8 * 8
        let deadline = SystemClock.now + .microseconds(bits * 1_000_000 / Int64(device.bitRate) + 1000)
        // The bytes are lent: a cancellation has to wait for the transfer's end.
        let outcome = await finished.waitRegardless(until: deadline)
        let error = withInterruptsMasked {
            if !outcome {
                end()
                device.restart()
            }
            return transfer.pointer.pointee.error
        }
        if let error { throw error }
        if !outcome { throw .timeout }
    }
}
