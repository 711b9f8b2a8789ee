// SLIP: frames between END bytes, with escapes for those within.

/// The Serial Line Internet Protocol's framing with a CRC-16.
///
/// A frame begins with END too, so that noise before it is a frame of its own. In the worst case it takes twice its bytes.
///
/// Context: any. Source: RFC 1055.
public struct SLIP: Framing {
    @inlinable public static var delimiter: UInt8 { 0xC0 }
    @inlinable static var escape: UInt8 { 0xDB }
    @inlinable static var escapedDelimiter: UInt8 { 0xDC }
    @inlinable static var escapedEscape: UInt8 { 0xDD }

    @inlinable public static var expectedBytes: FrameExpectation {
        .either(UInt32(escapedDelimiter), UInt32(escapedEscape))
    }

    @usableFromInline var isEscaped = false

    @inlinable public init() {}

    @inlinable public var missing: Int { isEscaped ? 1 : 0 }
    /// None for certain: any byte may be an escape.
    @inlinable public var literalCount: Int { 0 }
    @inlinable public mutating func takeLiterals(_ count: Int) {}

    @inlinable @inline(__always)
    public mutating func decode(_ byte: UInt8) -> DecodedByte {
        if byte == Self.delimiter { return .delimiter }
        guard isEscaped else {
            isEscaped = byte == Self.escape
            return isEscaped ? .none : .byte(byte)
        }
        isEscaped = false
        switch byte {
        case Self.escapedDelimiter: return .byte(Self.delimiter)
        case Self.escapedEscape: return .byte(Self.escape)
        default: return .invalid
        }
    }

    @inlinable
    public static func maximumEncodedCount(of count: Int) -> Int { (count &+ 2) &* 2 &+ 2 }

    public static func encode(_ payload: RawSpan, into output: inout MutableSpan<UInt8>) -> Int? {
        let checksum = Self.checksum(of: payload)
        guard output.count >= 2 else { return nil }
        output[0] = delimiter
        var position = 1
        for index in 0..<payload.byteCount {
            // SAFETY: the index is below the count.
            let byte = unsafe payload.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
            guard add(byte, at: &position, to: &output) else { return nil }
        }
        guard add(UInt8(truncatingIfNeeded: checksum &>> 8), at: &position, to: &output),
            add(UInt8(truncatingIfNeeded: checksum), at: &position, to: &output), position < output.count
        else { return nil }
        output[position] = delimiter
        return position &+ 1
    }

    /// False if there is no room.
    private static func add(_ byte: UInt8, at position: inout Int, to output: inout MutableSpan<UInt8>) -> Bool {
        guard byte == delimiter || byte == escape else {
            guard position < output.count else { return false }
            output[position] = byte
            position &+= 1
            return true
        }
        guard position &+ 1 < output.count else { return false }
        output[position] = escape
        output[position &+ 1] = byte == delimiter ? escapedDelimiter : escapedEscape
        position &+= 2
        return true
    }
}
