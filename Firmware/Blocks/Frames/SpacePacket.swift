// CCSDS space packets: what telemetry and telecommands are sent in.

/// The primary header of a space packet, as CCSDS 133.0-B-2, 4.1.3 has it.
public enum SpacePacketHeader: FrameLayout {
    public static var byteCount: Int { 6 }
    public static var fields: FieldExtents {
        Field<Self, UInt8>.version
        Field<Self, Bool>.isTelecommand
        Field<Self, Bool>.hasSecondaryHeader
        Field<Self, UInt16>.applicationProcess
        Field<Self, UInt8>.segment
        Field<Self, UInt16>.sequenceCount
        Field<Self, UInt16>.dataLength
    }
}

extension Field<SpacePacketHeader, UInt8> {
    /// The packet version number, which is 0.
    @inlinable public static var version: Self { .bits(at: 0, width: 3) }
    /// The sequence flags: a `SpacePacketSegment`.
    @inlinable public static var segment: Self { .bits(at: 16, width: 2) }
}

extension Field<SpacePacketHeader, Bool> {
    /// The packet type: telecommands have it set, telemetry has not.
    @inlinable public static var isTelecommand: Self { .flag(at: 3) }
    /// Whether the data begins with a secondary header.
    @inlinable public static var hasSecondaryHeader: Self { .flag(at: 4) }
}

extension Field<SpacePacketHeader, UInt16> {
    /// The application process identifier (APID): who sends telemetry, who is to do a telecommand.
    @inlinable public static var applicationProcess: Self { .bits(at: 5, width: 11) }
    /// The packet's number among those of its application process, or the name of a telecommand.
    @inlinable public static var sequenceCount: Self { .bits(at: 18, width: 14) }
    /// One less than the bytes that follow the primary header.
    @inlinable public static var dataLength: Self { .bigEndian(at: 4) }
}

/// Which part of its data a packet has: the sequence flags.
public enum SpacePacketSegment: UInt8, Sendable {
    /// Neither the first nor the last.
    case continuation = 0
    /// The first of several.
    case first = 1
    /// The last of several.
    case last = 2
    /// All of it.
    case whole = 3
}

/// A time in 4 bytes of seconds and 2 of fractions, since an epoch that the mission sets: the unsegmented time code (CUC) without
/// its preamble of CCSDS 301.0-B-4, 3.2.
public struct TimeCode: Equatable, Sendable {
    /// Whole seconds since the epoch.
    public var seconds: UInt32
    /// The rest, in 65,536ths of a second.
    public var fraction: UInt16

    /// A time since the epoch.
    @inlinable
    public init(seconds: UInt32, fraction: UInt16) {
        self.seconds = seconds
        self.fraction = fraction
    }

    /// Where it stands in a secondary header that is nothing else.
    public enum Layout: FrameLayout {
        public static var byteCount: Int { 6 }
        public static var fields: FieldExtents {
            Field<Self, UInt32>.seconds
            Field<Self, UInt16>.fraction
        }
    }
}

extension Field<TimeCode.Layout, UInt32> {
    /// Whole seconds.
    @inlinable public static var seconds: Self { .bigEndian(at: 0) }
}

extension Field<TimeCode.Layout, UInt16> {
    /// 65,536ths of a second.
    @inlinable public static var fraction: Self { .bigEndian(at: 4) }
}

/// A space packet in place.
///
/// It borrows the buffer and cannot outlive it. Cost: nine words; some 40 instructions to make one. Context: any.
public struct SpacePacket: ~Escapable {
    /// The application process of idle packets.
    @inlinable public static var idleProcess: UInt16 { 0x7FF }
    /// The most bytes that follow a primary header.
    @inlinable public static var maximumDataCount: Int { 65536 }

    /// The primary header.
    public let header: FrameView<SpacePacketHeader>
    @usableFromInline let body: FrameReader

    /// The next packet of a reader, which is left where it was if there is none.
    ///
    /// - Throws: `FrameError.incomplete` if the packet goes on past the bytes, `FrameError.invalid` if its version is not 0, or
    ///   it is an idle packet with a secondary header.
    @inlinable @inline(__always)
    @_lifetime(copy reader)
    @_lifetime(reader: copy reader)
    public init(_ reader: inout FrameReader) throws(FrameError) {
        var ahead = reader
        let header = try FrameView<SpacePacketHeader>(&ahead)
        let version: UInt8 = header[.version]
        guard version == 0 else {
            throw .invalid(offset: reader.offset, expected: .value(0), found: UInt32(version))
        }
        guard header[.applicationProcess] != Self.idleProcess || !header[.hasSecondaryHeader] else {
            throw .invalid(offset: reader.offset, expected: .value(0), found: 1)
        }
        body = try ahead.reader(of: Int(header[.dataLength]) &+ 1)
        self.header = header
        reader = ahead
    }

    /// Who sends this telemetry, or is to do this telecommand.
    @inlinable public var applicationProcess: UInt16 { header[.applicationProcess] }
    /// Its number among the packets of its application process, from 0 to 16,383.
    @inlinable public var sequenceCount: UInt16 { header[.sequenceCount] }
    /// Whether it is a telecommand, and not telemetry.
    @inlinable public var isTelecommand: Bool { header[.isTelecommand] }
    /// Whether it only fills time, and its data has no meaning.
    @inlinable public var isIdle: Bool { applicationProcess == Self.idleProcess }
    /// Which part of its data it has.
    @inlinable public var segment: SpacePacketSegment {
        // Two bits have four values, and each is a case.
        SpacePacketSegment(rawValue: header[.segment]).unsafelyUnwrapped
    }
    /// All that follows the primary header.
    @inlinable
    public var data: RawSpan {
        @_lifetime(copy self)
        get {
            var body = body
            return body.rest()
        }
    }

    /// A reader of the data from its start, whose offsets are those of the bytes that the packet was read from.
    @inlinable
    public var reader: FrameReader {
        @_lifetime(copy self)
        get { body }
    }

    /// The time in the secondary header, which this takes from the data's start; nil if there is no secondary header. `rest` is
    /// moved to what follows.
    ///
    /// - Throws: `FrameError.invalid` if the data is shorter than a time.
    @inlinable
    @_lifetime(rest: copy rest)
    public func time(_ rest: inout FrameReader) throws(FrameError) -> TimeCode? {
        guard header[.hasSecondaryHeader] else { return nil }
        let count = rest.remaining
        guard count >= TimeCode.Layout.byteCount else {
            // The packet is whole: no more bytes will help it.
            throw .invalid(
                offset: rest.offset, expected: .range(UInt32(TimeCode.Layout.byteCount), UInt32(Self.maximumDataCount)),
                found: UInt32(count))
        }
        let view = try FrameView<TimeCode.Layout>(&rest)
        return TimeCode(seconds: view[.seconds], fraction: view[.fraction])
    }
}
