// What happened, in flash: the last few events, each with a number that goes on through restarts.
import Interfaces

/// A ring of events under keys `NAME.00`, `NAME.01` and so on in a log. An event's value is readable as it is: its number, the
/// seconds since start-up, and the text.
///
/// Cost: 16 bytes; an event is a put of its text and some 30 bytes, and the first one after a start-up reads them all. One
/// task at a time, as the log. Throws what the log throws.
public struct EventLog: Sendable {
    private let name: StaticString
    /// How many events there are at the most: 1 to 100.
    public let capacity: Int
    private var nextNumber: UInt32?

    /// The longest text of an event; what is longer is cut.
    public static var longestText: Int { 96 }

    /// Precondition: a name of up to 200 bytes, and a capacity of 1 to 100.
    public init(_ name: StaticString, capacity: Int) {
        precondition(name.utf8CodeUnitCount <= 200 && capacity >= 1 && capacity <= 100, "no such event log")
        self.name = name
        self.capacity = capacity
    }

    // Keys and values are in arrays of these functions, since `TextBuffer.span` cannot be relied on here: see there.

    /// Adds an event, in place of the oldest one if there are as many as there can be.
    /// - Throws: as `KeyValueLog.put`: `full`, `tooManyKeys`, `flash`. The event is not kept then.
    public mutating func append<Flash: NORFlash & ~Copyable>(
        _ text: borrowing Span<UInt8>, seconds: UInt32, to log: inout KeyValueLog<Flash>
    ) throws(LogError) {
        let number = try findNext(in: &log)
        var value = InlineArray<120, UInt8>(repeating: 0)
        var count = 0
        Self.write(number, to: &value, &count)
        Self.write(seconds, to: &value, &count)
        for index in 0..<min(text.count, Self.longestText) {
            value[count] = text[index]
            count += 1
        }
        var key = InlineArray<203, UInt8>(repeating: 0)
        let length = write(keyOf: number, to: &key)
        try log.put(key.span.extracting(first: length), value.span.extracting(first: count))
        nextNumber = number &+ 1
    }

    /// Calls `body` with the number, the seconds and the text of each event, the oldest first.
    /// - Throws: as `KeyValueLog.get`: `damagedRecord`, `flash`. Later events are not given then.
    public mutating func forEach<Flash: NORFlash & ~Copyable>(
        in log: inout KeyValueLog<Flash>, _ body: (UInt32, UInt32, borrowing Span<UInt8>) -> Void
    ) throws(LogError) {
        let end = try findNext(in: &log)
        var buffer = InlineArray<128, UInt8>(repeating: 0)
        var key = InlineArray<203, UInt8>(repeating: 0)
        for back in stride(from: UInt32(capacity), to: 0, by: -1) where back <= end {
            let length = write(keyOf: end - back, to: &key)
            var span = buffer.mutableSpan
            guard let count = try log.get(key.span.extracting(first: length), into: &span),
                let event = Event(buffer.span.extracting(first: count)), event.number == end - back
            else { continue }
            body(event.number, event.seconds, buffer.span.extracting(event.textStart..<count))
        }
    }

    /// The number after the highest one that is stored.
    private mutating func findNext<Flash: NORFlash & ~Copyable>(in log: inout KeyValueLog<Flash>) throws(LogError) -> UInt32 {
        if let nextNumber { return nextNumber }
        var next: UInt32 = 0
        var buffer = InlineArray<128, UInt8>(repeating: 0)
        var key = InlineArray<203, UInt8>(repeating: 0)
        for slot in 0..<capacity {
            let length = write(keyOf: UInt32(slot), to: &key)
            var span = buffer.mutableSpan
            guard let count = try log.get(key.span.extracting(first: length), into: &span),
                let event = Event(buffer.span.extracting(first: count))
            else { continue }
            next = max(next, event.number &+ 1)
        }
        nextNumber = next
        return next
    }

    /// Writes a number and a space.
    private static func write(_ number: UInt32, to value: inout InlineArray<120, UInt8>, _ count: inout Int) {
        var divisor: UInt32 = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            value[count] = 0x30 + UInt8(truncatingIfNeeded: number / divisor % 10)
            count += 1
            divisor /= 10
        }
        value[count] = 0x20
        count += 1
    }

    /// The key of the event with that number, and how long it is.
    private func write(keyOf number: UInt32, to key: inout InlineArray<203, UInt8>) -> Int {
        let count = name.utf8CodeUnitCount
        // SAFETY: a static string's bytes are in the program; there are as many as it says.
        for index in 0..<count { key[index] = unsafe name.utf8Start[index] }
        let place = UInt8(truncatingIfNeeded: number % UInt32(capacity))
        key[count] = 0x2E
        key[count + 1] = 0x30 + place / 10
        key[count + 2] = 0x30 + place % 10
        return count + 3
    }
}

/// What a value says; nil if it is no event's.
private struct Event {
    let number: UInt32
    let seconds: UInt32
    let textStart: Int

    init?(_ value: borrowing Span<UInt8>) {
        var position = 0
        guard let number = Self.decimal(value, &position), let seconds = Self.decimal(value, &position) else { return nil }
        (self.number, self.seconds, textStart) = (number, seconds, position)
    }

    /// A number and the space after it.
    private static func decimal(_ value: borrowing Span<UInt8>, _ position: inout Int) -> UInt32? {
        var number: UInt32 = 0
        let start = position
        while position < value.count, value[position] >= 0x30, value[position] <= 0x39 {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            number = product &+ UInt32(value[position] &- 0x30)
            position += 1
        }
        guard position > start, position < value.count, value[position] == 0x20 else { return nil }
        position += 1
        return number
    }
}
