// Frames on a byte stream: what COBS and SLIP have in common.
import Checksums

/// A way to mark where frames end in a stream of bytes: `COBS` or `SLIP`.
///
/// A frame on the link is its bytes, and after them the complement of their `CRC16`, the most significant byte first: the
/// complement, since it tells a lost last byte too, whatever that was.
public protocol Framing: Sendable {
    /// The byte that ends a frame, and stands nowhere else.
    static var delimiter: UInt8 { get }
    /// What may stand in place of an invalid byte.
    static var expectedBytes: FrameExpectation { get }
    /// The state before a frame.
    init()
    /// Takes the next byte of a frame.
    mutating func decode(_ byte: UInt8) -> DecodedByte
    /// How many of the next bytes mean themselves, unless one is the delimiter.
    var literalCount: Int { get }
    /// Takes so many bytes that mean themselves. Precondition: at most `literalCount`.
    mutating func takeLiterals(_ count: Int)
    /// How many bytes would have to come before the frame may end.
    var missing: Int { get }
    /// The most bytes that a frame of so many bytes takes on the link, checksum and delimiters included.
    static func maximumEncodedCount(of count: Int) -> Int
    /// Writes a frame with its checksum and delimiters.
    ///
    /// Answers how many bytes it takes; nil, with what stands in `output` of no meaning, if it has no room. Context: any.
    static func encode(_ payload: RawSpan, into output: inout MutableSpan<UInt8>) -> Int?
}

extension Framing {
    /// What follows a frame's bytes.
    static func checksum(of payload: RawSpan) -> UInt16 {
        var checksum = CRC16()
        checksum.add(payload)
        return ~checksum.value
    }
}

/// What a byte of the stream has added to the frame.
public enum DecodedByte: Equatable, Sendable {
    /// Nothing yet.
    case none
    /// A byte of the frame.
    case byte(UInt8)
    /// The frame's end.
    case delimiter
    /// The byte should have been one of `expectedBytes`.
    case invalid
}

/// Finds the frames in a stream of bytes that comes as it comes, and lends each whole one from its own buffer.
///
///     var decoder = FrameDecoder<COBS, 256>()
///     while let byte = await port.read() {
///         do {
///             if try decoder.add(byte) { handle(decoder.frame) }
///         } catch { report(error) }
///     }
///
/// A damaged, truncated or overlong frame is one error, and the bytes up to the next delimiter are passed over. Frames of no
/// bytes, not even a checksum, are idle delimiters and passed over too. What is lent cannot be kept past the next byte: that
/// does not compile.
///
/// `capacity` is bytes of a frame with the two of its checksum. Cost: `capacity` and some 24 bytes; some 31 instructions a byte
/// by `add`, 22 by `take`, the checksum included, which comes with the last byte.
/// Context: any, its owner's alone.
public struct FrameDecoder<Code: Framing, let capacity: Int>: ~Copyable {
    @usableFromInline var buffer = InlineArray<capacity, UInt8>(repeating: 0)
    @usableFromInline var count = 0
    @usableFromInline var code = Code()
    @usableFromInline var state = State.idle
    /// Bytes that were taken since the start.
    @inlinable public var offset: Int { taken }
    @usableFromInline var taken = 0

    /// `idle` before the first byte of a frame.
    @usableFromInline
    enum State: Sendable { case idle, within, lent, discarding }

    /// A decoder before the first byte of a stream.
    @inlinable
    public init() {}

    /// Takes a byte. True if it ends a frame, which is in `frame` until the next byte.
    ///
    /// - Throws: `FrameError.incomplete` if the frame has ended too early, `FrameError.invalid` if it is damaged or longer than
    ///   the buffer. The offset is the stream's. The decoder goes on with the next frame.
    @inlinable
    public mutating func add(_ byte: UInt8) throws(FrameError) -> Bool {
        let place = taken
        taken &+= 1
        if state != .within {
            if byte == Code.delimiter {
                begin()
                return false
            }
            if state == .discarding { return false }
            if state == .lent { begin() }
            state = .within
        }
        switch code.decode(byte) {
        case .none: return false
        case .byte(let byte):
            guard count < capacity else {
                state = .discarding
                throw .invalid(
                    offset: place, expected: .length(atMost: UInt32(truncatingIfNeeded: capacity)),
                    found: UInt32(truncatingIfNeeded: count &+ 1))
            }
            buffer[count] = byte
            count &+= 1
            return false
        case .delimiter: return try end(at: place)
        case .invalid:
            state = .discarding
            throw .invalid(offset: place, expected: Code.expectedBytes, found: UInt32(byte))
        }
    }

    /// Takes bytes from a reader until a frame has ended. True if one has, false if the reader has no more.
    ///
    /// - Throws: as `add`; the bytes after the bad one are still the reader's.
    @inlinable
    @_lifetime(reader: copy reader)
    public mutating func take(from reader: inout FrameReader) throws(FrameError) -> Bool {
        while reader.remaining > 0 {
            if state == .within { takeContent(from: &reader) }
            guard reader.remaining > 0 else { return false }
            if try add(try reader.readByte()) { return true }
        }
        return false
    }

    /// Takes bytes as far as `add` would only store what they mean: up to a delimiter, a bad byte or a full buffer.
    @inlinable
    @_optimize(speed)
    @_lifetime(reader: copy reader)
    mutating func takeContent(from reader: inout FrameReader) {
        var (code, count) = (code, count)
        let start = reader.position
        var position = start
        let end = reader.bytes.byteCount
        var target = buffer.mutableSpan
        content: while position < end {
            let literals = min(code.literalCount, end &- position, capacity &- count)
            if literals > 0 {
                let last = position &+ literals
                let first = position
                while position < last {
                    // SAFETY: the position is before the end.
                    let byte = unsafe reader.bytes.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
                    if byte == Code.delimiter { break }
                    // SAFETY: there is room for all literals.
                    unsafe target[unchecked: count] = byte
                    count &+= 1
                    position &+= 1
                }
                code.takeLiterals(position &- first)
                if position < last { break content }
                continue
            }
            // SAFETY: the position is before the end.
            let byte = unsafe reader.bytes.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
            var next = code
            switch next.decode(byte) {
            case .none: break
            case .byte(let byte):
                guard count < capacity else { break content }
                // SAFETY: the count is below the capacity, and never negative.
                unsafe target[unchecked: count] = byte
                count &+= 1
            case .delimiter, .invalid: break content
            }
            code = next
            position &+= 1
        }
        (self.code, self.count) = (code, count)
        taken &+= position &- start
        reader.position = position
    }

    /// Says that the stream has ended, and begins a new one.
    ///
    /// - Throws: `FrameError.incomplete` if it has ended within a frame.
    public mutating func finish() throws(FrameError) {
        let isPartial = state == .within
        // The delimiter is missing too.
        let (end, missing) = (taken, missingBytes &+ 1)
        begin()
        taken = 0
        if isPartial { throw .incomplete(offset: end, missing: missing) }
    }

    /// The whole frame without its checksum; no bytes if none has just ended.
    @inlinable
    public var frame: RawSpan {
        @_lifetime(borrow self)
        get { buffer.span.bytes.extracting(0..<(state == .lent ? count &- 2 : 0)) }
    }

    @usableFromInline
    mutating func begin() {
        count = 0
        code = Code()
        state = .idle
    }

    /// How many bytes would have to come before the delimiter: of a run or an escape, else of the checksum.
    private var missingBytes: Int { code.missing > 0 ? code.missing : max(2 &- count, 0) }

    @usableFromInline
    mutating func end(at place: Int) throws(FrameError) -> Bool {
        let missing = missingBytes
        guard missing == 0 else {
            begin()
            throw .incomplete(offset: place, missing: missing)
        }
        // Over all bytes at once: a byte at a time it would take half as long again.
        let expected = Code.checksum(of: buffer.span.bytes.extracting(0..<count &- 2))
        let found = UInt16(buffer[count &- 2]) << 8 | UInt16(buffer[count &- 1])
        guard found == expected else {
            begin()
            throw .invalid(offset: place, expected: .checksum(UInt32(expected)), found: UInt32(found))
        }
        state = .lent
        return true
    }
}
