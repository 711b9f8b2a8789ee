// Bytes between two tasks, or between an interrupt and a task.
import CortexM
import Memory

/// A stream of bytes with room for `capacity` of them: one side writes some, the other reads some, and neither has to
/// know how the other cuts them up. One writer and one reader at a time.
///
/// Cost: 24 bytes and the capacity; 40 bytes in the frame of a task that waits. Interrupts are masked while bytes are
/// copied, about 10 cycles each, so at most `capacity` times that. Context: `tryWrite`, `tryRead` and `count` any;
/// `write` and `read` tasks.
public struct Pipe<let capacity: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: all of it is touched only with interrupts masked.
    private let places = Pinned(Places())
    private let writers = Pinned(WaitQueue())
    private let readers = Pinned(WaitQueue())
    // Last, as in `Channel`.
    private let bytes = PinnedSlots<UInt8, capacity>()

    /// An empty pipe. Precondition: `capacity` is at least 1.
    public init() { precondition(capacity > 0, "a pipe needs room for a byte") }

    /// How many bytes nobody has read. Any context.
    public var count: Int { withInterruptsMasked { places.pointer.pointee.count } }

    /// Writes as many of the first bytes of `source` as there is room for, and says how many. Any context.
    public func tryWrite(_ source: Span<UInt8>) -> Int {
        withInterruptsMasked {
            let written = min(source.count, capacity &- places.pointer.pointee.count)
            for index in 0..<written {
                let end = places.pointer.pointee.head &+ places.pointer.pointee.count
                (bytes.pointer + (end < capacity ? end : end &- capacity)).initialize(to: source[index])
                places.pointer.pointee.count &+= 1
            }
            if written > 0, let reader = readers.pointer.pointee.first { Waiter.end(reader, .served) }
            return written
        }
    }

    /// Reads as many bytes as there are and fit into `target`, and says how many. Any context.
    public func tryRead(into target: inout MutableSpan<UInt8>) -> Int {
        withInterruptsMasked {
            let read = min(target.count, places.pointer.pointee.count)
            for index in 0..<read {
                let head = places.pointer.pointee.head
                target[index] = bytes.pointer[head]
                places.pointer.pointee.head = head &+ 1 < capacity ? head &+ 1 : 0
            }
            places.pointer.pointee.count &-= read
            if read > 0, let writer = writers.pointer.pointee.first { Waiter.end(writer, .served) }
            return read
        }
    }

    /// Waits for room until `deadline`, and writes as many bytes of `source` as there is room for: at least one, or 0 if
    /// `source` is empty. nil, and none was written, if the deadline or the cancellation of the task came first. A second
    /// task that writes meanwhile is a fault. Task context.
    public func write(_ source: Span<UInt8>, until deadline: Instant = .never) async -> Int? {
        guard source.count > 0 else { return 0 }
        while true {
            let outcome = await wait(in: writers.pointer, until: deadline) {
                precondition(writers.pointer.pointee.first == nil, "two tasks write to one pipe")
                return places.pointer.pointee.count < capacity
            }
            // Somebody else may have taken the room in between, with `tryWrite`.
            let written = tryWrite(source)
            if written > 0 { return written }
            guard outcome == .served else { return nil }
        }
    }

    /// Waits for bytes until `deadline`, and reads as many as there are and fit into `target`: at least one, or 0 if
    /// `target` is empty. nil if the deadline or the cancellation of the task came first. A second task that reads
    /// meanwhile is a fault. Task context.
    public func read(into target: inout MutableSpan<UInt8>, until deadline: Instant = .never) async -> Int? {
        guard target.count > 0 else { return 0 }
        while true {
            let outcome = await wait(in: readers.pointer, until: deadline) {
                precondition(readers.pointer.pointee.first == nil, "two tasks read from one pipe")
                return places.pointer.pointee.count > 0
            }
            let read = tryRead(into: &target)
            if read > 0 { return read }
            guard outcome == .served else { return nil }
        }
    }
}
