// Headers described by their fields, and the views that such a description makes.

/// A header of a fixed size, described by the fields it consists of.
///
///     enum Reading: FrameLayout {
///         static let byteCount = 4
///         static var fields: FieldExtents {
///             Field<Self, UInt8>.channel
///             Field<Self, Bool>.isValid
///             Field<Self, UInt16>.value
///         }
///     }
///     extension Field<Reading, UInt8> { static var channel: Self { .bits(at: 0, width: 7) } }
///
/// A `FrameView<Reading>` has a checked accessor for each: `view[.channel]`. Bits count as in the figures of the standards: bit
/// 0 is the most significant one of the first byte.
public protocol FrameLayout {
    /// Bytes of the header.
    static var byteCount: Int { get }
    /// All its fields in their order, reserved ones too. A test that `fields.fault(in: byteCount)` is nil shows that they leave
    /// no bit out and share none.
    @FieldExtentsBuilder static var fields: FieldExtents { get }
}

/// Where a value stands in a header.
public struct Field<Layout: FrameLayout, Value>: Sendable {
    /// The first bit.
    public let bit: Int
    /// How many bits.
    public let width: Int
    @usableFromInline let isLittleEndian: Bool

    @inlinable @inline(__always)
    init(bit: Int, width: Int, isLittleEndian: Bool = false) {
        self.bit = bit
        self.width = width
        self.isLittleEndian = isLittleEndian
    }
}

extension Field where Value: FixedWidthInteger & UnsignedInteger {
    /// A number of `width` bits from `bit` on, the most significant first. Precondition: at most 32 bits, and no more than the
    /// value has.
    @inlinable @inline(__always)
    public static func bits(at bit: Int, width: Int) -> Self {
        precondition(bit >= 0 && width > 0 && width <= 32 && width <= Value.bitWidth, "a field of more bits than its value has")
        return Self(bit: bit, width: width)
    }

    /// A whole number from `byte` on, the most significant byte first.
    @inlinable @inline(__always)
    public static func bigEndian(at byte: Int) -> Self { bits(at: byte &* 8, width: Value.bitWidth) }

    /// A whole number from `byte` on, the least significant byte first.
    @inlinable @inline(__always)
    public static func littleEndian(at byte: Int) -> Self {
        precondition(byte >= 0 && Value.bitWidth <= 32, "a field of more than 32 bits")
        return Self(bit: byte &* 8, width: Value.bitWidth, isLittleEndian: true)
    }
}

extension Field where Value == Bool {
    /// One bit.
    @inlinable @inline(__always)
    public static func flag(at bit: Int) -> Self {
        precondition(bit >= 0, "a field before the header")
        return Self(bit: bit, width: 1)
    }
}

extension Field {
    /// The bits as a number.
    ///
    /// SAFETY: the bytes are a whole header of the layout.
    @inlinable @inline(__always)
    @unsafe func load(_ bytes: RawSpan) -> UInt32 {
        // Both numbers are known where the field is, so that this costs nothing there.
        precondition(bit &+ width <= Layout.byteCount &* 8, "a field past the end of its header")
        let first = bit &>> 3
        let last = (bit &+ width &- 1) &>> 3
        var value: UInt64 = 0
        // Each branch is known where the field is, so that one is left.
        switch last &- first {
        case 0:
            value = UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: first, as: UInt8.self))
        case 1:
            value = UInt64(UInt16(bigEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: first, as: UInt16.self)))
        case 3:
            value = UInt64(UInt32(bigEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: first, as: UInt32.self)))
        default:
            for index in first...last {
                value = value &<< 8 | UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self))
            }
        }
        let number = UInt32(truncatingIfNeeded: value &>> UInt64((last &+ 1) &* 8 &- bit &- width))
        return number & UInt32.max &>> UInt32(32 &- width)
    }

    /// Puts a number in place of the bits of a header that begins at `start`. Precondition: the field is within the bytes, and
    /// its most significant byte comes first.
    @inlinable
    func store(_ value: UInt32, into bytes: inout MutableSpan<UInt8>, from start: Int = 0) {
        let end = bit &+ width
        for index in bit &>> 3...(end &- 1) &>> 3 {
            // The field's bits in this byte, and how far the value is from them.
            let mask = UInt8(0xFF) >> UInt8(max(bit &- index &* 8, 0)) & UInt8(0xFF) << UInt8(max((index &+ 1) &* 8 &- end, 0))
            let part =
                UInt8(truncatingIfNeeded: value >> UInt32(max(end &- (index &+ 1) &* 8, 0)))
                << UInt8(max((index &+ 1) &* 8 &- end, 0))
            bytes[start &+ index] = bytes[start &+ index] & ~mask | part & mask
        }
    }
}

/// A header in place, read by the fields of its description.
///
/// It borrows the buffer and cannot outlive it. Cost: two words; a field the loads and shifts that one would write by hand, since
/// where it is is known where it is read. Context: any.
public struct FrameView<Layout: FrameLayout>: ~Escapable {
    /// The header's bytes.
    public let bytes: RawSpan

    /// The next header of a reader.
    ///
    /// - Throws: `FrameError.incomplete` if fewer bytes are left than it has.
    @inlinable @inline(__always)
    @_lifetime(copy reader)
    public init(_ reader: inout FrameReader) throws(FrameError) {
        bytes = try reader.bytes(Layout.byteCount)
    }

    /// A number. Precondition: the field is within the header.
    @inlinable @inline(__always)
    public subscript<Value: FixedWidthInteger & UnsignedInteger>(field: Field<Layout, Value>) -> Value {
        // SAFETY: a view has the bytes of its layout.
        let value = Value(truncatingIfNeeded: unsafe field.load(bytes))
        return field.isLittleEndian ? value.byteSwapped : value
    }

    /// A flag. Precondition: the field is within the header.
    @inlinable @inline(__always)
    public subscript(field: Field<Layout, Bool>) -> Bool {
        // SAFETY: as above.
        unsafe field.load(bytes) != 0
    }
}

/// Fields put one after another, and what is wrong with that, if anything.
public struct FieldExtents: Equatable, Sendable {
    /// The bit after the last field.
    public let end: Int
    /// The first field's start that is not the end of the field before it.
    @usableFromInline let misplaced: Int?

    @inlinable
    init(end: Int, misplaced: Int?) {
        self.end = end
        self.misplaced = misplaced
    }

    /// The bit at which the fields first overlap, leave a gap, or do not end with a header of so many bytes; nil if they fit.
    @inlinable
    public func fault(in byteCount: Int) -> Int? { misplaced ?? (end == byteCount &* 8 ? nil : end) }
}

/// Makes `FieldExtents` of fields in a row.
@resultBuilder
public enum FieldExtentsBuilder {
    /// The first field.
    @inlinable
    public static func buildPartialBlock<Layout, Value>(first: Field<Layout, Value>) -> FieldExtents {
        FieldExtents(end: first.bit &+ first.width, misplaced: first.bit == 0 ? nil : 0)
    }

    /// A field after others.
    @inlinable
    public static func buildPartialBlock<Layout, Value>(
        accumulated: FieldExtents, next: Field<Layout, Value>
    ) -> FieldExtents {
        FieldExtents(
            end: next.bit &+ next.width, misplaced: accumulated.misplaced ?? (next.bit == accumulated.end ? nil : next.bit))
    }
}
