// What is wrong with bytes, and where.

/// Why bytes were not read.
///
/// Partial input and bad input are different cases: after `incomplete` the same read may succeed with more bytes, after `invalid`
/// it will not. Offsets count from the start of the reader's bytes, or of a decoder's stream.
public enum FrameError: Error, Equatable, Sendable {
    /// The bytes end at `offset`, where at least `missing` more are needed.
    case incomplete(offset: Int, missing: Int)
    /// What stands at `offset` is `found`, and should have been something else.
    case invalid(offset: Int, expected: FrameExpectation, found: UInt32)

    /// Where the bytes end, or the bad ones begin.
    public var offset: Int {
        switch self {
        case .incomplete(let offset, _), .invalid(let offset, _, _): offset
        }
    }
}

/// What should have stood in place of bad input.
public enum FrameExpectation: Equatable, Sendable {
    /// This value.
    case value(UInt32)
    /// A value from the first to the second.
    case range(UInt32, UInt32)
    /// One of two values.
    case either(UInt32, UInt32)
    /// The checksum of the bytes before it, which is this value.
    case checksum(UInt32)
    /// At most so many bytes.
    case length(atMost: UInt32)
    /// The end: the bytes that are left, `found` of them, belong to nothing.
    case end
}

#if !hasFeature(Embedded)
    extension FrameExpectation: CustomStringConvertible {
        public var description: String {
            func hex(_ value: UInt32) -> String { "0x" + String(value, radix: 16, uppercase: true) }
            return switch self {
            case .value(let value): hex(value)
            case .range(let first, let last): "\(hex(first)) to \(hex(last))"
            case .either(let first, let second): "\(hex(first)) or \(hex(second))"
            case .checksum(let value): "checksum \(hex(value))"
            case .length(let bytes): "at most \(bytes) bytes"
            case .end: "the end"
            }
        }
    }
#endif
