// A byte queue that lends its memory in one piece, for DMA and for parsers (after S. Cooke's bipartite buffer).
import CortexM
import Memory

#if MODEL_CHECKING
    import ModelChecking
#else
    import Synchronization
#endif

/// A first-in, first-out queue of bytes between one producer and one consumer, which work in the queue's own memory: the
/// producer writes into a span of it and says how many bytes it has written, the consumer reads a span of it and says how many
/// it is done with. Each span is in one piece, so that DMA can fill or send it and a parser can look at it, with no copy.
///
///     private let line = BipBuffer<512>()
///     private enum Receiver { @Level5 static var bytes = line.takeProducer() }
///
///     Level5.bind(dmaLine) {
///         var free = Receiver.bytes.free(atLeast: 64)
///         let count = device.copy(into: &free)
///         Receiver.bytes.commit(count)
///     }
///     startTask("parser") { @MainActor in
///         var received = line.takeConsumer()
///         while await arrived.wait() { received.release(parse(received.bytes)) }
///     }
///
/// Where a piece does not fit before the end of the memory it begins at the start, and the bytes at the end stay unused for that
/// lap. So a piece of up to half the capacity, less one byte, is found whenever the queue is empty.
///
/// Each side's calls take about 20 instructions, have no loop and no lock. Cost: `capacity` bytes and 16. Context: any; each end
/// has one at a time, which may be an interrupt.
public struct BipBuffer<let capacity: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: as for `SPSCQueue`: bytes pass by releasing stores of an index.
    private let state = Pinned(State())
    private let bytes: Pinned<InlineArray<capacity, UInt8>>

    /// An empty buffer. Precondition: a capacity of at least 2.
    public init() {
        precondition(capacity > 1, "a bip buffer has a capacity of at least two")
        bytes = Pinned(InlineArray(repeating: 0))
    }

    deinit {
        guard !state.pointer.pointee.hasProducer.load(ordering: .acquiring),
            !state.pointer.pointee.hasConsumer.load(ordering: .acquiring)
        else { stop("a bip buffer ended before its ends; capacity", capacity) }
    }

    /// The end that writes. While there is one, another is a fault.
    public func takeProducer() -> Producer {
        let wasTaken = state.pointer.pointee.hasProducer.exchange(true, ordering: .acquiringAndReleasing)
        guard !wasTaken else { stop("a bip buffer has one producer, and its end is taken; capacity", capacity) }
        return Producer(state: state.pointer, memory: memory)
    }

    /// The end that reads. While there is one, another is a fault.
    public func takeConsumer() -> Consumer {
        let wasTaken = state.pointer.pointee.hasConsumer.exchange(true, ordering: .acquiringAndReleasing)
        guard !wasTaken else { stop("a bip buffer has one consumer, and its end is taken; capacity", capacity) }
        return Consumer(state: state.pointer, memory: memory)
    }

    private var memory: UnsafeMutablePointer<UInt8> {
        // SAFETY: an inline array's elements lie in a row.
        UnsafeMutableRawPointer(bytes.pointer).assumingMemoryBound(to: UInt8.self)
    }

    /// The bytes are those from `head` up to `tail`, or, where `tail` is the lower one, those from `head` up to `wrap` and then
    /// those from the start up to `tail`.
    fileprivate struct State: ~Copyable {
        let tail = Atomic<UInt32>(0)
        let head = Atomic<UInt32>(0)
        /// Where the producer last went back to the start. It has a meaning only while `tail` is below `head`.
        let wrap = Atomic<UInt32>(0)
        let hasProducer = Atomic<Bool>(false)
        let hasConsumer = Atomic<Bool>(false)
    }

    // SAFETY of the ends' `@unchecked`: they point into the buffer, which stops with a fault if it ends before them; there is one
    // of each.

    /// The one end of a buffer that writes.
    // SAFETY of `@unchecked`: as above.
    public struct Producer: ~Copyable, @unchecked Sendable {
        fileprivate let state: UnsafeMutablePointer<State>
        fileprivate let memory: UnsafeMutablePointer<UInt8>
        /// The piece that was lent last, and is not committed.
        private var start: UInt32 = 0
        private var length: UInt32 = 0

        fileprivate init(state: UnsafeMutablePointer<State>, memory: UnsafeMutablePointer<UInt8>) {
            (self.state, self.memory) = (state, memory)
        }

        /// Free memory in one piece of at least so many bytes, as long as it is; empty if there is none. It is the caller's until
        /// the next call of this end. What it holds at first has no meaning.
        @_lifetime(&self)
        public mutating func free(atLeast minimum: Int = 1) -> MutableSpan<UInt8> {
            let minimum = UInt32(clamping: max(minimum, 1))
            let end = UInt32(truncatingIfNeeded: capacity)
            // Only this end stores `tail`.
            let tail = state.pointee.tail.load(ordering: .relaxed)
            // Acquiring: the consumer's reads of what it released come before the writes here.
            let head = state.pointee.head.load(ordering: .acquiring)
            if tail >= head {
                if end &- tail >= minimum {
                    (start, length) = (tail, end &- tail)
                } else if head > minimum {
                    // One byte stays free: `tail` at `head` would say that all is.
                    (start, length) = (0, head &- 1)
                } else {
                    (start, length) = (tail, 0)
                }
            } else if head &- tail > minimum {
                (start, length) = (tail, head &- tail &- 1)
            } else {
                (start, length) = (tail, 0)
            }
            // SAFETY: the piece is within the memory, which outlives this end, and nobody else touches it before the commit.
            let span = unsafe MutableSpan(
                _unsafeStart: memory + Int(start), count: Int(length))
            return unsafe _overrideLifetime(span, mutating: &self)
        }

        /// Hands the first `count` bytes of the piece that was lent last to the consumer. Precondition: it has as many.
        public mutating func commit(_ count: Int) {
            guard count >= 0, count <= Int(length) else { stop("more bytes are committed than were free; bytes", count) }
            guard count > 0 else { return }
            let tail = state.pointee.tail.load(ordering: .relaxed)
            // Relaxed: it goes with the store of `tail` below.
            if start < tail { state.pointee.wrap.store(tail, ordering: .relaxed) }
            length = 0
            // Releasing: who sees this index sees the bytes, and `wrap`.
            state.pointee.tail.store(start &+ UInt32(truncatingIfNeeded: count), ordering: .releasing)
        }

        deinit { state.pointee.hasProducer.store(false, ordering: .releasing) }
    }

    /// The one end of a buffer that reads.
    // SAFETY of `@unchecked`: as above.
    public struct Consumer: ~Copyable, @unchecked Sendable {
        fileprivate let state: UnsafeMutablePointer<State>
        fileprivate let memory: UnsafeMutablePointer<UInt8>

        /// Where the first bytes are, as many as lie in one piece.
        private func piece() -> (start: UInt32, count: UInt32) {
            // Only this end stores `head`.
            let head = state.pointee.head.load(ordering: .relaxed)
            // Acquiring: the bytes that were committed with it are seen.
            let tail = state.pointee.tail.load(ordering: .acquiring)
            if tail >= head { return (head, tail &- head) }
            // Relaxed: `tail` came with it.
            let wrap = state.pointee.wrap.load(ordering: .relaxed)
            return head < wrap ? (head, wrap &- head) : (0, tail)
        }

        /// The first bytes, as many as lie in one piece; empty if there are none. More may follow in another piece, which is
        /// lent when this one is released.
        public var bytes: Span<UInt8> {
            @_lifetime(borrow self)
            get {
                let (start, count) = piece()
                // SAFETY: the piece is within the memory, which outlives this end, and nobody writes it before its release.
                let span = unsafe Span(
                    _unsafeStart: UnsafePointer(memory + Int(start)), count: Int(count))
                return unsafe _overrideLifetime(span, borrowing: self)
            }
        }

        /// Gives the first `count` bytes back, which were read. Precondition: `bytes` has as many.
        public mutating func release(_ count: Int) {
            let (start, length) = piece()
            guard count >= 0, count <= Int(length) else { stop("more bytes are released than there are; bytes", count) }
            guard count > 0 else { return }
            // Releasing: the reads come before the next writes.
            state.pointee.head.store(start &+ UInt32(truncatingIfNeeded: count), ordering: .releasing)
        }

        deinit { state.pointee.hasConsumer.store(false, ordering: .releasing) }
    }
}
