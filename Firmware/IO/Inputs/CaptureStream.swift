// Edges of an input with a timer's count, for a task.
import Interfaces
import Synchronization
import Tasks

/// The captures of an input, kept for one task until it takes them: as exact as the timer, however late the task is.
///
///     for await capture in stream {
///         if let last, !capture.followsGap { show(periodInCounts: capture.counts(since: last)) }
///         last = capture
///     }
///
/// Cost: 32 bytes and 12 a capture; about 100 instructions an interrupt. It is an object, made during start-up, so that a
/// handler and a task may have it both.
public final class CaptureStream<Device: CaptureDevice, let capacity: Int>: AsyncSequence, Sendable {
    private let device: Device
    private let captures = Channel<Capture, capacity>()
    /// Whether a capture found no room since one was kept last.
    private let hasGap = Atomic<Bool>(false)

    /// Takes over the device. Bind its interrupt, and call `handleInterrupt` there.
    public init(_ device: Device) { self.device = device }

    /// Keeps the capture that came, if one did. The interrupt's level.
    public func handleInterrupt() {
        guard var capture = device.takeCapture() else { return }
        if hasGap.load(ordering: .relaxed) { capture.followsGap = true }
        hasGap.store(!captures.trySend(capture), ordering: .relaxed)
    }

    /// Waits for the next capture until `deadline`; nil if that or the cancellation of the task came first. One task.
    public func next(until deadline: Instant = .never) async -> Capture? { await captures.receive(until: deadline) }

    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// The captures of the stream, for `for await`.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: CaptureStream

        public mutating func next() async -> Capture? { await stream.next() }
    }
}
