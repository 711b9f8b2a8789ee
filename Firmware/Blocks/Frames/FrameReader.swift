// A cursor over bytes that are read in place.

/// Reads bytes one thing after another, and copies none of them.
///
/// A reader, and every span that it answers, borrows the buffer: neither can outlive it. Code in which it would does not compile.
/// A copy of a reader reads from the same place on by itself, which is how one looks ahead.
///
/// A read that throws leaves the reader where it was. Cost: four words. Context: any.
public struct FrameReader: ~Escapable {
    @usableFromInline let bytes: RawSpan
    @usableFromInline let base: Int
    @usableFromInline var position = 0

    /// A reader of bytes, the first of which has the offset `base` in errors.
    @inlinable @inline(__always)
    @_lifetime(copy bytes)
    public init(_ bytes: RawSpan, base: Int = 0) {
        self.bytes = bytes
        self.base = base
    }

    /// The offset of the next byte.
    @inlinable public var offset: Int { base &+ position }
    /// How many bytes are left.
    @inlinable public var remaining: Int { bytes.byteCount &- position }

    /// Takes `count` bytes and answers where they begin.
    ///
    /// - Throws: `FrameError.incomplete` if fewer are left.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    mutating func advance(_ count: Int) throws(FrameError) -> Int {
        guard count <= remaining else {
            throw .incomplete(offset: base &+ bytes.byteCount, missing: count &- remaining)
        }
        let start = position
        position = start &+ count
        return start
    }

    /// Reads a byte.
    ///
    /// - Throws: `FrameError.incomplete` at the end.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readByte() throws(FrameError) -> UInt8 {
        let start = try advance(1)
        // SAFETY: `advance` has checked that the byte is there.
        return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: start, as: UInt8.self)
    }

    /// Reads an integer, the most significant byte first.
    ///
    /// - Throws: `FrameError.incomplete` if fewer bytes are left than it has.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func read<Value: FixedWidthInteger & BitwiseCopyable>(
        bigEndian type: Value.Type = Value.self
    ) throws(FrameError) -> Value {
        let start = try advance(MemoryLayout<Value>.size)
        // SAFETY: `advance` has checked that the bytes are there, and each value of them is an integer.
        return Value(bigEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: Value.self))
    }

    /// Reads an integer, the least significant byte first.
    ///
    /// - Throws: `FrameError.incomplete` if fewer bytes are left than it has.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func read<Value: FixedWidthInteger & BitwiseCopyable>(
        littleEndian type: Value.Type = Value.self
    ) throws(FrameError) -> Value {
        let start = try advance(MemoryLayout<Value>.size)
        // SAFETY: as above.
        return Value(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: Value.self))
    }

    /// Reads `count` bytes in place. Precondition: `count` is not negative.
    ///
    /// - Throws: `FrameError.incomplete` if fewer are left.
    @inlinable @inline(__always)
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func bytes(_ count: Int) throws(FrameError) -> RawSpan {
        precondition(count >= 0, "a negative count of bytes")
        let start = try advance(count)
        // SAFETY: `advance` has checked that the bytes are there.
        return unsafe bytes.extracting(unchecked: start..<start &+ count)
    }

    /// Reads all that is left.
    @inlinable @inline(__always)
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func rest() -> RawSpan {
        let start = position
        position = bytes.byteCount
        // SAFETY: the position is never past the end.
        return unsafe bytes.extracting(unchecked: start..<position)
    }

    /// Reads `count` bytes and answers where they were, for what cannot keep a span. Precondition: `count` is not negative.
    ///
    /// - Throws: `FrameError.incomplete` if fewer are left.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func range(_ count: Int) throws(FrameError) -> FrameRange {
        precondition(count >= 0, "a negative count of bytes")
        let start = try advance(count)
        return FrameRange(offset: base &+ start, count: count)
    }

    /// Bytes that `range` has read. Precondition: they are this reader's.
    @inlinable
    @_lifetime(copy self)
    public func bytes(in range: FrameRange) -> RawSpan {
        bytes.extracting(range.offset &- base..<range.offset &- base &+ range.count)
    }

    /// A reader of the next `count` bytes by themselves, which are passed over here. Its offsets go on from this reader's.
    /// Precondition: `count` is not negative.
    ///
    /// - Throws: `FrameError.incomplete` if fewer are left.
    @inlinable @inline(__always)
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func reader(of count: Int) throws(FrameError) -> FrameReader {
        let start = offset
        return FrameReader(try bytes(count), base: start)
    }

    /// Passes over `count` bytes. Precondition: `count` is not negative.
    ///
    /// - Throws: `FrameError.incomplete` if fewer are left.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func skip(_ count: Int) throws(FrameError) {
        precondition(count >= 0, "a negative count of bytes")
        _ = try advance(count)
    }

    /// Passes over a byte that has to be `byte`.
    ///
    /// - Throws: `FrameError.incomplete` at the end, `FrameError.invalid` if it is another.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func expect(_ byte: UInt8) throws(FrameError) {
        let start = self
        let found = try readByte()
        guard found == byte else {
            self = start
            throw .invalid(offset: offset, expected: .value(UInt32(byte)), found: UInt32(found))
        }
    }

    /// Makes sure that nothing is left.
    ///
    /// - Throws: `FrameError.invalid` with the number of bytes that are.
    @inlinable
    public func expectEnd() throws(FrameError) {
        guard remaining == 0 else {
            throw .invalid(offset: offset, expected: .end, found: UInt32(truncatingIfNeeded: remaining))
        }
    }
}

/// Where bytes were in what a reader reads: what may be kept when a span may not.
public struct FrameRange: Equatable, Sendable {
    /// The first byte's offset.
    public let offset: Int
    /// How many bytes there are.
    public let count: Int

    @inlinable
    init(offset: Int, count: Int) {
        self.offset = offset
        self.count = count
    }
}
