// Data that came in several space packets, put together again.

/// Puts the segments of one application process's data together, in its own buffer, and says which are lost.
///
/// Packets have to be given in the order they were sent in. Where the sequence count is not the next one, the packets between
/// are lost: an unfinished set of segments is given up, and the following segments are passed over until a first one. A packet
/// with the count of the one before it is a repetition and refused; one that comes late looks like a loss of almost 16,384.
///
/// Cost: `capacity` and some 24 bytes; a packet's bytes are copied once. Context: any, its owner's alone. Source: CCSDS
/// 133.0-B-2, 4.1.3.4.
public struct SegmentReassembler<let capacity: Int>: ~Copyable {
    /// What a packet did.
    public enum Progress: Equatable, Sendable {
        /// More segments have to come.
        case pending
        /// The data is whole, and in `data` until the next packet of its application process.
        case complete
        /// The packet is of another application process, and changed nothing.
        case notMine
        /// The packet has the sequence count of the one before it, and changed nothing.
        case repeated
        /// The packet continues what has no beginning here.
        case withoutFirst
        /// The data is longer than the buffer, or a packet shorter than its secondary header.
        case wrongLength
    }

    /// What came of a packet.
    public struct Outcome: Equatable, Sendable {
        /// What it did.
        public let progress: Progress
        /// How many packets before it were lost.
        public let lostPackets: Int
        /// Bytes of unfinished data that were given up.
        public let discardedBytes: Int
    }

    /// Whose data it is.
    public let applicationProcess: UInt16
    private let secondaryHeaderCount: Int
    private var buffer = InlineArray<capacity, UInt8>(repeating: 0)
    private var count = 0
    private var state = State.idle
    /// Of the packet before; none at first.
    private var lastCount: UInt16?

    private enum State: Sendable { case idle, within, complete }

    /// A reassembler of an application process's data, in packets whose secondary header, where they have one, takes
    /// `secondaryHeaderCount` bytes and is left out.
    public init(applicationProcess: UInt16, secondaryHeaderCount: Int = 0) {
        self.applicationProcess = applicationProcess
        self.secondaryHeaderCount = secondaryHeaderCount
    }

    /// The whole data; no bytes if the last packet that changed something did not complete it.
    public var data: RawSpan {
        @_lifetime(borrow self)
        get { buffer.span.bytes.extracting(0..<(state == .complete ? count : 0)) }
    }

    /// Takes the next packet.
    public mutating func add(_ packet: borrowing SpacePacket) -> Outcome {
        guard packet.applicationProcess == applicationProcess else {
            return Outcome(progress: .notMine, lostPackets: 0, discardedBytes: 0)
        }
        let sequenceCount = packet.sequenceCount
        guard sequenceCount != lastCount else { return Outcome(progress: .repeated, lostPackets: 0, discardedBytes: 0) }
        let lost = lastCount.map { Int((sequenceCount &- $0 &- 1) & 0x3FFF) } ?? 0
        lastCount = sequenceCount
        let segment = packet.segment
        let isStart = segment == .first || segment == .whole
        var discarded = 0
        if state == .complete { state = .idle }
        if state == .within && (lost > 0 || isStart) { discarded = giveUp() }
        guard isStart || state == .within else {
            return Outcome(progress: .withoutFirst, lostPackets: lost, discardedBytes: discarded)
        }
        if isStart { count = 0 }
        guard append(packet) else {
            return Outcome(progress: .wrongLength, lostPackets: lost, discardedBytes: discarded &+ giveUp())
        }
        let isEnd = segment == .last || segment == .whole
        state = isEnd ? .complete : .within
        return Outcome(progress: isEnd ? .complete : .pending, lostPackets: lost, discardedBytes: discarded)
    }

    private mutating func giveUp() -> Int {
        defer { count = 0 }
        state = .idle
        return count
    }

    /// False if there is no room.
    private mutating func append(_ packet: borrowing SpacePacket) -> Bool {
        let data = packet.data
        let start = packet.header[.hasSecondaryHeader] ? secondaryHeaderCount : 0
        guard start <= data.byteCount, data.byteCount &- start <= capacity &- count else { return false }
        for index in start..<data.byteCount {
            // SAFETY: the index is below the count.
            buffer[count] = unsafe data.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
            count &+= 1
        }
        return true
    }
}
