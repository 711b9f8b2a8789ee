// Making space packets.

/// What a space packet says of its data.
public struct SpacePacketHeading: Equatable, Sendable {
    /// What the data begins with.
    public enum SecondaryHeader: Equatable, Sendable {
        /// No secondary header.
        case none
        /// A time, which is put before the payload.
        case time(TimeCode)
        /// One of the mission's own, with which the payload begins.
        case inPayload
    }

    /// Who sends it or is to do it: below 2048, and below 2047 for what is not idle.
    public var applicationProcess: UInt16
    /// Its number: below 16,384.
    public var sequenceCount: UInt16
    /// Whether it is a telecommand, and not telemetry.
    public var isTelecommand: Bool
    /// Which part of its data it has.
    public var segment: SpacePacketSegment
    /// What the data begins with.
    public var secondaryHeader: SecondaryHeader

    /// Telemetry, all in one packet and without a secondary header, unless said otherwise.
    public init(
        applicationProcess: UInt16, sequenceCount: UInt16 = 0, isTelecommand: Bool = false,
        segment: SpacePacketSegment = .whole,
        secondaryHeader: SecondaryHeader = .none
    ) {
        self.applicationProcess = applicationProcess
        self.sequenceCount = sequenceCount
        self.isTelecommand = isTelecommand
        self.segment = segment
        self.secondaryHeader = secondaryHeader
    }

    /// Counts on to the next packet of the application process; 0 comes after 16,383.
    public mutating func advance() { sequenceCount = (sequenceCount &+ 1) & 0x3FFF }

    private var timeCount: Int {
        if case .time = secondaryHeader { return TimeCode.Layout.byteCount }
        return 0
    }

    /// Writes a packet with this heading.
    ///
    /// Answers how many bytes it takes; nil, and nothing written, if `output` has no room. Preconditions: the numbers are within
    /// their bits, the data has from 1 to 65,536 bytes with its time, and an idle packet has no secondary header. Context: any.
    public func encode(_ payload: RawSpan, into output: inout MutableSpan<UInt8>) -> Int? {
        let start = SpacePacketHeader.byteCount &+ timeCount
        let dataCount = timeCount &+ payload.byteCount
        guard writeHeaders(dataCount, &output) else { return nil }
        for index in 0..<payload.byteCount {
            // SAFETY: the index is below the count.
            output[start &+ index] = unsafe payload.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
        }
        return start &+ payload.byteCount
    }

    /// Writes an idle packet of `count` bytes in all, its data filled with `pattern`.
    ///
    /// Answers `count`; nil, and nothing written, if `output` has no room. Precondition: from 7 to 65,542 bytes.
    public static func encodeIdle(
        _ count: Int, filledWith pattern: UInt8 = 0xFF, sequenceCount: UInt16 = 0, into output: inout MutableSpan<UInt8>
    ) -> Int? {
        let heading = SpacePacketHeading(applicationProcess: SpacePacket.idleProcess, sequenceCount: sequenceCount)
        guard heading.writeHeaders(count - SpacePacketHeader.byteCount, &output) else { return nil }
        for index in SpacePacketHeader.byteCount..<count { output[index] = pattern }
        return count
    }

    private func writeHeaders(_ dataCount: Int, _ output: inout MutableSpan<UInt8>) -> Bool {
        precondition(
            applicationProcess < 0x800 && sequenceCount < 0x4000, "a space packet's number has more bits than its field")
        precondition(dataCount >= 1 && dataCount <= SpacePacket.maximumDataCount, "a space packet of no data, or of too much")
        precondition(
            applicationProcess != SpacePacket.idleProcess || secondaryHeader == .none, "an idle packet with a secondary header")
        guard output.count >= SpacePacketHeader.byteCount &+ dataCount else { return false }
        typealias Number = Field<SpacePacketHeader, UInt16>
        typealias Flag = Field<SpacePacketHeader, Bool>
        typealias Small = Field<SpacePacketHeader, UInt8>
        Small.version.store(0, into: &output)
        Flag.isTelecommand.store(isTelecommand ? 1 : 0, into: &output)
        Flag.hasSecondaryHeader.store(secondaryHeader == .none ? 0 : 1, into: &output)
        Number.applicationProcess.store(UInt32(applicationProcess), into: &output)
        Small.segment.store(UInt32(segment.rawValue), into: &output)
        Number.sequenceCount.store(UInt32(sequenceCount), into: &output)
        Number.dataLength.store(UInt32(truncatingIfNeeded: dataCount &- 1), into: &output)
        if case .time(let time) = secondaryHeader {
            let start = SpacePacketHeader.byteCount
            Field<TimeCode.Layout, UInt32>.seconds.store(time.seconds, into: &output, from: start)
            Field<TimeCode.Layout, UInt16>.fraction.store(UInt32(time.fraction), into: &output, from: start)
        }
        return true
    }
}
