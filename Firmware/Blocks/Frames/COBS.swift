// Consistent Overhead Byte Stuffing: frames without a zero, which ends them.

/// Consistent Overhead Byte Stuffing with a CRC-16.
///
/// Each run of up to 254 bytes without a zero follows a byte that says where the next zero would be, so that a frame takes one
/// byte more and one for each 254. A byte that is lost or damaged costs no more than its frame and the next.
///
/// Context: any. Source: Cheshire and Baker, "Consistent Overhead Byte Stuffing", IEEE/ACM Transactions on Networking 7(2), 1999.
public struct COBS: Framing {
    @inlinable public static var delimiter: UInt8 { 0 }
    @inlinable public static var expectedBytes: FrameExpectation { .range(1, 0xFF) }

    /// The code of the run, and what is left of it.
    @usableFromInline var code: UInt8 = 0xFF
    @usableFromInline var left: UInt8 = 0

    @inlinable public init() {}

    @inlinable public var missing: Int { Int(left) }
    @inlinable public var literalCount: Int { Int(left) }

    @inlinable @inline(__always)
    public mutating func takeLiterals(_ count: Int) { left &-= UInt8(truncatingIfNeeded: count) }

    @inlinable @inline(__always)
    public mutating func decode(_ byte: UInt8) -> DecodedByte {
        guard byte != 0 else { return .delimiter }
        guard left == 0 else {
            left &-= 1
            return .byte(byte)
        }
        // The last run had its zero, unless it was a full one, or none.
        let endsWithZero = code != 0xFF
        code = byte
        left = byte &- 1
        return endsWithZero ? .byte(0) : .none
    }

    @inlinable
    public static func maximumEncodedCount(of count: Int) -> Int {
        let count = count &+ 2
        return count &+ (count &+ 253) / 254 &+ 2
    }

    public static func encode(_ payload: RawSpan, into output: inout MutableSpan<UInt8>) -> Int? {
        let checksum = Self.checksum(of: payload)
        var encoder = Encoder()
        for index in 0..<payload.byteCount {
            // SAFETY: the index is below the count.
            let byte = unsafe payload.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
            guard encoder.add(byte, to: &output) else { return nil }
        }
        guard encoder.add(UInt8(truncatingIfNeeded: checksum &>> 8), to: &output),
            encoder.add(UInt8(truncatingIfNeeded: checksum), to: &output), encoder.position < output.count
        else { return nil }
        output[encoder.start] = encoder.code
        output[encoder.position] = delimiter
        return encoder.position &+ 1
    }

    private struct Encoder {
        /// Where the run's code will stand.
        var start = 0
        var position = 1
        var code: UInt8 = 1

        /// False if there is no room.
        mutating func add(_ byte: UInt8, to output: inout MutableSpan<UInt8>) -> Bool {
            // A full run ends only when a byte comes after it: else a frame of just that many would take one more.
            if code == 0xFF {
                guard position < output.count else { return false }
                endRun(in: &output)
            }
            guard position < output.count else { return false }
            if byte == 0 {
                endRun(in: &output)
            } else {
                output[position] = byte
                position &+= 1
                code &+= 1
            }
            return true
        }

        private mutating func endRun(in output: inout MutableSpan<UInt8>) {
            output[start] = code
            start = position
            position &+= 1
            code = 1
        }
    }
}
