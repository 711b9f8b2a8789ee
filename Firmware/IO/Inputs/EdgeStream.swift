// Edges of an input, for a task.
import Interfaces
import Synchronization
import Tasks

/// A change of an input's level.
public struct Edge: Sendable {
    /// When its interrupt was handled.
    public let time: Instant
    /// The level then; a short pulse may be over by that time.
    public let isHigh: Bool
}

/// The edges of an input, kept for one task until it takes them.
///
///     private let button = EdgeStream<EdgeInput, 8>(EdgeInput(pin, line: line, on: .falling))
///
///     Level4.bind(buttonLine) { button.handleInterrupt() }
///     startTask("button") {
///         for await edge in button { press(at: edge.time) }
///     }
///
/// Cost: 24 bytes and 16 an edge; about 100 instructions an interrupt. It is an object, made during start-up, so that a
/// handler and a task may have it both.
public final class EdgeStream<Device: EdgeDevice, let capacity: Int>: AsyncSequence, Sendable {
    private let device: Device
    private let edges = Channel<Edge, capacity>()
    private let lost = Atomic<UInt32>(0)

    /// Takes over the device. Bind its interrupt, and call `handleInterrupt` there.
    public init(_ device: Device) { self.device = device }

    /// Keeps the edge that came, if one did. The interrupt's level.
    public func handleInterrupt() {
        guard device.takeEdge() else { return }
        if !edges.trySend(Edge(time: SystemClock.now, isHigh: device.isHigh)) { lost.wrappingAdd(1, ordering: .relaxed) }
    }

    /// How many edges found no room since start. Any context.
    public var lostCount: UInt32 { lost.load(ordering: .relaxed) }

    /// Waits for the next edge until `deadline`; nil if that or the cancellation of the task came first. One task.
    public func next(until deadline: Instant = .never) async -> Edge? { await edges.receive(until: deadline) }

    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// The edges of the stream, for `for await`.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: EdgeStream

        public mutating func next() async -> Edge? { await stream.next() }
    }
}
