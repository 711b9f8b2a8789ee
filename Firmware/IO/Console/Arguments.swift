// A command line in words.

/// The words of a line, one after another, separated by spaces. A word may be put in double quotes to hold
/// spaces or to be empty; there is no escape. It borrows the line. Context: any.
public struct Arguments: ~Escapable {
    private let line: Span<UInt8>
    private var position = 0

    /// The words of a line, which is borrowed.
    @_lifetime(copy line)
    public init(_ line: Span<UInt8>) { self.line = line }

    /// The next word, without its quotes; nil at the end.
    @_lifetime(copy self)
    public mutating func next() -> Span<UInt8>? {
        while position < line.count, line[position] == 0x20 { position += 1 }
        guard position < line.count else { return nil }
        let isQuoted = line[position] == 0x22
        if isQuoted { position += 1 }
        let start = position
        while position < line.count, line[position] != (isQuoted ? 0x22 : 0x20) { position += 1 }
        let word = line.extracting(start..<position)
        if position < line.count { position += 1 }
        return word
    }

    /// Everything from the next word on, spaces between included and those at the ends not; a single quoted
    /// word without its quotes. Nil if there is nothing.
    @_lifetime(copy self)
    public mutating func rest() -> Span<UInt8>? {
        var end = line.count
        while end > position, line[end - 1] == 0x20 { end -= 1 }
        while position < end, line[position] == 0x20 { position += 1 }
        guard position < end else { return nil }
        if isQuotedWord(from: position, to: end) {
            position += 1
            end -= 1
        }
        let text = line.extracting(position..<end)
        position = line.count
        return text
    }

    /// Whether quotes are the first and the last of these bytes, and nowhere between.
    private func isQuotedWord(from start: Int, to end: Int) -> Bool {
        guard end - start >= 2, line[start] == 0x22, line[end - 1] == 0x22 else { return false }
        for index in start + 1..<end - 1 where line[index] == 0x22 { return false }
        return true
    }
}

extension Span where Element == UInt8 {
    /// Whether these bytes are the characters of `text`.
    public func equals(_ text: StaticString) -> Bool {
        guard text.hasPointerRepresentation, count == text.utf8CodeUnitCount else { return false }
        // SAFETY: a static string that has a pointer representation is that many bytes of constant data.
        let other = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        for index in indices where self[index] != other[index] { return false }
        return true
    }

    /// The decimal number these characters are; nil if they are none or it is beyond 32 bits.
    public var decimal: UInt32? {
        guard count > 0 else { return nil }
        var value: UInt32 = 0
        for index in indices {
            guard (0x30...0x39).contains(self[index]) else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt32(self[index] - 0x30))
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }
}
