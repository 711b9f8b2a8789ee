// Parsers that are put together from parsers. Each is a value whose type says all of it, so that the compiler makes one
// function of it: no closure is kept, nothing is allocated.

/// Something that reads a value.
///
/// What it reads has to be a value that may be kept: an associated type that is not escapable cannot be written in Swift 6.3
/// without an experimental feature. Bytes are read as a `FrameRange`, and `FrameReader.bytes(in:)` answers them.
public protocol FrameParser {
    /// What it reads.
    associatedtype Output

    /// Reads from where the reader is. Where the reader is after an error has no meaning.
    ///
    /// - Throws: `FrameError.incomplete` for partial input, `FrameError.invalid` for bad input.
    @_lifetime(reader: copy reader)
    func parse(_ reader: inout FrameReader) throws(FrameError) -> Output
}

/// An integer, the most significant byte first.
public struct BigEndian<Output: FixedWidthInteger & BitwiseCopyable>: FrameParser {
    /// A parser of such integers.
    @inlinable public init() {}

    @inlinable @inline(__always)
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> Output { try reader.read(bigEndian: Output.self) }
}

/// An integer, the least significant byte first.
public struct LittleEndian<Output: FixedWidthInteger & BitwiseCopyable>: FrameParser {
    /// A parser of such integers.
    @inlinable public init() {}

    @inlinable @inline(__always)
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> Output { try reader.read(littleEndian: Output.self) }
}

/// A byte that has to be the given one.
public struct Marker: FrameParser {
    @usableFromInline let byte: UInt8

    /// A parser of this byte.
    @inlinable public init(_ byte: UInt8) { self.byte = byte }

    @inlinable @inline(__always)
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) { try reader.expect(byte) }
}

/// All bytes that are left.
public struct Remainder: FrameParser {
    /// A parser of them.
    @inlinable public init() {}

    @inlinable @inline(__always)
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> FrameRange { try reader.range(reader.remaining) }
}

/// One parser and then another.
public struct Sequence2<First: FrameParser, Second: FrameParser>: FrameParser {
    @usableFromInline let first: First
    @usableFromInline let second: Second

    @inlinable
    init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    @inlinable @inline(__always)
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> (First.Output, Second.Output) {
        let value = try first.parse(&reader)
        return (value, try second.parse(&reader))
    }
}

/// What a parser reads, made into something else.
public struct Mapped<Base: FrameParser, Output>: FrameParser {
    @usableFromInline let base: Base
    @usableFromInline let transform: (Base.Output) -> Output

    @inlinable
    init(_ base: Base, _ transform: @escaping (Base.Output) -> Output) {
        self.base = base
        self.transform = transform
    }

    @inlinable @inline(__always)
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> Output { transform(try base.parse(&reader)) }
}

/// The same parser a fixed number of times.
public struct Repeated<let count: Int, Element: FrameParser>: FrameParser {
    @usableFromInline let element: Element

    @inlinable
    init(_ element: Element) { self.element = element }

    @inlinable
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> InlineArray<count, Element.Output> {
        let first = try element.parse(&reader)
        var values = InlineArray<count, Element.Output>(repeating: first)
        for index in 1..<count { values[index] = try element.parse(&reader) }
        return values
    }
}

/// A parser as often as it takes to the end of the input, each value put into a result.
public struct Folded<Element: FrameParser, Output>: FrameParser {
    @usableFromInline let element: Element
    @usableFromInline let initial: Output
    @usableFromInline let combine: (inout Output, Element.Output) -> Void

    @inlinable
    init(_ element: Element, _ initial: Output, _ combine: @escaping (inout Output, Element.Output) -> Void) {
        self.element = element
        self.initial = initial
        self.combine = combine
    }

    @inlinable
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> Output {
        var result = initial
        while reader.remaining > 0 {
            let start = reader.offset
            combine(&result, try element.parse(&reader))
            // A parser of nothing would go on for ever.
            guard reader.offset > start else { return result }
        }
        return result
    }
}

/// The first parser, or the second where the input is bad for the first.
public struct OneOf<First: FrameParser, Second: FrameParser>: FrameParser where First.Output == Second.Output {
    @usableFromInline let first: First
    @usableFromInline let second: Second

    @inlinable
    init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    /// Where both fail, the error of the one that came further. Partial input for the first is not tried with the second: more
    /// bytes may still make it right.
    /// - Throws: `FrameError.incomplete` of the first, `FrameError.invalid` of the one that came further.
    @inlinable
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> First.Output {
        let start = reader
        do {
            return try first.parse(&reader)
        } catch {
            guard case .invalid = error else { throw error }
            reader = start
            do {
                return try second.parse(&reader)
            } catch let other {
                throw other.offset >= error.offset ? other : error
            }
        }
    }
}

/// A value, or nil where the input has ended or has something else.
public struct Optionally<Base: FrameParser>: FrameParser {
    @usableFromInline let base: Base

    @inlinable
    init(_ base: Base) { self.base = base }

    /// Partial input is an error here too, unless there is none at all.
    /// - Throws: `FrameError.incomplete`.
    @inlinable
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> Base.Output? {
        guard reader.remaining > 0 else { return nil }
        let start = reader
        do {
            return try base.parse(&reader)
        } catch {
            guard case .invalid = error else { throw error }
            reader = start
            return nil
        }
    }
}

/// A number of bytes, and then these bytes, which a parser reads to their end.
public struct LengthPrefixed<Length: FrameParser, Content: FrameParser>: FrameParser where Length.Output: FixedWidthInteger {
    @usableFromInline let length: Length
    @usableFromInline let content: Content

    /// A parser of `content` within as many bytes as `length` says.
    @inlinable
    public init(_ length: Length, _ content: Content) {
        self.length = length
        self.content = content
    }

    /// A length that is negative, or more than a signed 32-bit number has, is bad input. Content that asks for more than its
    /// bytes is `invalid` too, since more input would not help it.
    @inlinable
    @_lifetime(reader: copy reader)
    public func parse(_ reader: inout FrameReader) throws(FrameError) -> Content.Output {
        let start = reader.offset
        let read = try length.parse(&reader)
        guard let count = Int32(exactly: read), count >= 0 else {
            throw .invalid(
                offset: start, expected: .range(0, UInt32(Int32.max)), found: UInt32(truncatingIfNeeded: read))
        }
        var inner = try reader.reader(of: Int(count))
        do {
            let value = try content.parse(&inner)
            try inner.expectEnd()
            return value
        } catch {
            guard case .incomplete(_, let missing) = error else { throw error }
            throw .invalid(
                offset: start, expected: .range(UInt32(truncatingIfNeeded: Int(count) &+ missing), UInt32(Int32.max)),
                found: UInt32(count))
        }
    }
}

extension FrameParser {
    /// This parser, then another: both values.
    @inlinable
    public func then<Next: FrameParser>(_ next: Next) -> Sequence2<Self, Next> { Sequence2(self, next) }

    /// What this reads, made into something else.
    @inlinable
    public func map<Result>(_ transform: @escaping (Output) -> Result) -> Mapped<Self, Result> { Mapped(self, transform) }

    /// This parser `count` times, at least once.
    @inlinable
    public func repeated<let count: Int>(_ type: InlineArray<count, Output>.Type) -> Repeated<count, Self> { Repeated(self) }

    /// This parser to the end of the input, each value put into a result that begins as `initial`.
    @inlinable
    public func folded<Result>(
        into initial: Result, _ combine: @escaping (inout Result, Output) -> Void
    ) -> Folded<Self, Result> { Folded(self, initial, combine) }

    /// This parser, or another where the input is bad for this one.
    @inlinable
    public func or<Other: FrameParser>(_ other: Other) -> OneOf<Self, Other> where Other.Output == Output { OneOf(self, other) }

    /// This parser's value, or nil where the input has ended or has something else.
    @inlinable
    public func optional() -> Optionally<Self> { Optionally(self) }
}
