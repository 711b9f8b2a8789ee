// Text without `String`: a sink takes bytes, and the numbers are turned into digits on the way. The same
// source prints on the chip's console, into a fixed buffer, and into a `String` on the host.
//
// Cost: no memory but a few bytes of stack; a decimal number costs one division a digit. Context: that of
// the sink.

/// Takes bytes one at a time, in order: a UART, a ring, a file, a checksum.
///
/// A sink that can fail remembers that it failed; the writer does not stop for it.
public protocol ByteOutput: ~Copyable {
    /// Takes the next byte.
    mutating func write(byte: UInt8)
}

/// A byte sink whose bytes are read by people: UTF-8 text, lines ended by "\n".
public protocol TextOutput: ByteOutput, ~Copyable {}

/// On which side of a field the text stands.
public enum Alignment: Sendable {
    /// At the field's left end, filled up on its right.
    case left
    /// At the field's right end, filled up on its left.
    case right
}

extension TextOutput where Self: ~Copyable {
    /// Writes the text as it is.
    @export(implementation) @inline(never)
    public mutating func write(_ text: StaticString) {
        // SAFETY: a static string that has a pointer representation is `utf8CodeUnitCount` bytes of the
        // image's constant data. One made of a single scalar has none and is encoded below.
        if text.hasPointerRepresentation {
            let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            for byte in bytes { write(byte: byte) }
        } else {
            write(scalar: text.unicodeScalar)
        }
    }

    /// Writes one Unicode scalar as UTF-8.
    @export(implementation) @inline(never)
    public mutating func write(scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            write(byte: UInt8(truncatingIfNeeded: value))
            return
        }
        if value < 0x800 {
            write(byte: UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        } else {
            if value < 0x1_0000 {
                write(byte: UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            } else {
                write(byte: UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
                write(byte: UInt8(truncatingIfNeeded: 0x80 | (value >> 12 & 0x3F)))
            }
            write(byte: UInt8(truncatingIfNeeded: 0x80 | (value >> 6 & 0x3F)))
        }
        write(byte: UInt8(truncatingIfNeeded: 0x80 | (value & 0x3F)))
    }

    /// Writes the text in a field of `width` columns, a column a byte; longer text is written whole.
    @export(implementation) @inline(never)
    public mutating func write(_ text: StaticString, width: Int, align: Alignment = .left) {
        let length = text.hasPointerRepresentation ? text.utf8CodeUnitCount : 1
        if align == .right { write(spaces: width - length) }
        write(text)
        if align == .left { write(spaces: width - length) }
    }

    /// Writes an unsigned number in decimal, right-aligned in `width` columns with `padding` before it.
    @export(implementation) @inline(never)
    public mutating func write(decimal value: UInt32, width: Int = 0, padding: UInt8 = 0x20) {
        var divisor: UInt32 = 1
        var digits = 1
        while value / divisor >= 10 {
            divisor &*= 10
            digits += 1
        }
        var missing = width - digits
        while missing > 0 {
            write(byte: padding)
            missing -= 1
        }
        var rest = value
        while divisor > 0 {
            let digit = rest / divisor
            write(byte: 0x30 &+ UInt8(truncatingIfNeeded: digit))
            rest &-= digit &* divisor
            divisor /= 10
        }
    }

    /// Writes a signed number in decimal, with "-" directly before the digits of a negative one.
    @export(implementation) @inline(never)
    public mutating func write(decimal value: Int32, width: Int = 0) {
        guard value < 0 else { return write(decimal: UInt32(value), width: width) }
        var digits = 1
        var rest = value.magnitude
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        write(spaces: width - digits - 1)
        write(byte: 0x2D)
        write(decimal: value.magnitude)
    }

    /// Writes the low `digits` hexadecimal digits (1 to 8) of a number, in capitals and without a prefix.
    @export(implementation) @inline(never)
    public mutating func write(hex value: UInt32, digits: Int) {
        var shift = UInt32(truncatingIfNeeded: min(max(digits, 1), 8)) &* 4
        while shift > 0 {
            shift &-= 4
            let digit = UInt8(truncatingIfNeeded: value &>> shift & 0xF)
            write(byte: digit < 10 ? 0x30 &+ digit : 0x37 &+ digit)
        }
    }

    /// Writes `count` spaces; none if `count` is not positive.
    @export(implementation) @inline(never)
    public mutating func write(spaces count: Int) {
        var left = count
        while left > 0 {
            write(byte: 0x20)
            left -= 1
        }
    }

    /// Ends the line.
    @export(implementation) @inline(never)
    public mutating func writeLine() { write(byte: 0x0A) }

    /// Writes the text and ends the line.
    @export(implementation) @inline(never)
    public mutating func writeLine(_ text: StaticString) {
        write(text)
        writeLine()
    }
}

/// Keeps the first bytes of what is written, in place. It owns `capacity` bytes and a count, and allocates
/// nothing.
public struct TextBuffer<let capacity: Int>: TextOutput, ~Copyable {
    @usableFromInline var bytes: InlineArray<capacity, UInt8>
    /// Bytes kept so far, at most `capacity`.
    public private(set) var count: Int
    /// Bytes that were written after the buffer was full, and dropped.
    public private(set) var dropped: Int

    /// An empty buffer.
    public init() {
        bytes = InlineArray(repeating: 0)
        count = 0
        dropped = 0
    }

    /// Keeps the byte, or drops and counts it if there is no room.
    public mutating func write(byte: UInt8) {
        guard count < capacity else {
            dropped &+= 1
            return
        }
        bytes[count] = byte
        count &+= 1
    }

    /// Forgets what was written.
    public mutating func removeAll() {
        count = 0
        dropped = 0
    }

    /// The bytes kept so far.
    ///
    /// Swift 6.3 may make this a span of a copy that is gone, where generic code of one module is specialised in another
    /// (swiftlang/swift#90454, mended in 6.4): generic code of libraries uses an `InlineArray` of its own instead.
    public var span: Span<UInt8> {
        @_lifetime(borrow self)
        borrowing get { bytes.span.extracting(first: count) }
    }
}

#if !hasFeature(Embedded)
    /// Collects text for the host: tests and the `martlet` command.
    public struct StringOutput: TextOutput {
        private var bytes: [UInt8] = []

        /// No text yet.
        public init() {}

        /// Keeps the byte.
        public mutating func write(byte: UInt8) { bytes.append(byte) }

        /// What was written so far; bytes that are no UTF-8 come out as U+FFFD.
        public var text: String { String(decoding: bytes, as: UTF8.self) }
    }
#endif
