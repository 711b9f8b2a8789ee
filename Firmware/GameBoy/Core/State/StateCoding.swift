// How a save state's fields become bytes and come back. Which fields there are is in StateFields.swift: one list, gone
// through to count, to write, to check and to take over, so that these cannot disagree.
import Checksums
import Text

/// Something that goes through the fields of a machine. A field is 1 to 4 bytes, the lowest first.
protocol StateCoder: ~Copyable {
    /// The clock and the CPU's time, which moments are told by.
    var clock: Moment { get set }
    var cpuTime: Moment { get set }
    /// A field of 0...`limit`.
    mutating func code(_ value: inout UInt32, bytes: Int, upTo limit: UInt32)
}

extension StateCoder where Self: ~Copyable {
    /// A field as small as its limit allows.
    @inline(__always)
    mutating func code(_ value: inout UInt32, upTo limit: UInt32) {
        code(&value, bytes: limit <= 0xFF ? 1 : limit <= 0xFFFF ? 2 : 4, upTo: limit)
    }

    @inline(__always)
    mutating func word(_ value: inout UInt32) { code(&value, bytes: 4, upTo: .max) }

    @inline(__always)
    mutating func code(_ value: inout Int32) {
        var bits = UInt32(bitPattern: value)
        word(&bits)
        value = Int32(bitPattern: bits)
    }

    @inline(__always)
    mutating func code(_ value: inout UInt64) {
        var low = UInt32(truncatingIfNeeded: value)
        var high = UInt32(truncatingIfNeeded: value &>> 32)
        word(&low)
        word(&high)
        value = UInt64(high) &<< 32 | UInt64(low)
    }

    @inline(__always)
    mutating func code(_ value: inout Bool) {
        var bit: UInt32 = value ? 1 : 0
        code(&bit, upTo: 1)
        value = bit != 0
    }

    @inline(__always)
    mutating func code(_ value: inout UInt8, upTo limit: UInt32 = 0xFF) {
        var word = UInt32(value)
        code(&word, bytes: 1, upTo: limit)
        value = UInt8(truncatingIfNeeded: word)
    }

    /// A moment as its distance from the clock. Only moments that nobody looks at any more can be further away than
    /// four seconds, and those may be moved.
    @inline(__always)
    mutating func moment(_ value: inout Moment) { distance(&value, from: clock) }

    /// A moment in the CPU's time.
    @inline(__always)
    mutating func cpuMoment(_ value: inout Moment) { distance(&value, from: cpuTime) }

    private mutating func distance(_ value: inout Moment, from origin: Moment) {
        let far: Int32 = 1 << 24
        var distance = UInt32(bitPattern: min(max(Int32(bitPattern: value &- origin), -far), far) &+ far)
        code(&distance, bytes: 4, upTo: UInt32(bitPattern: far &* 2))
        value = origin &+ distance &- UInt32(bitPattern: far)
    }
}

/// Counts the bytes.
struct StateCounter: StateCoder {
    var clock: Moment = 0
    var cpuTime: Moment = 0
    var count = 0

    mutating func code(_ value: inout UInt32, bytes: Int, upTo limit: UInt32) { count &+= bytes }
}

/// Writes the bytes and keeps their checksum.
struct StateWriter<Output: ByteOutput & ~Copyable>: StateCoder, ~Copyable {
    // SAFETY: points to the caller's output, for as long as the writer lives within one function.
    let output: UnsafeMutablePointer<Output>
    var clock: Moment
    var cpuTime: Moment
    var checksum = CRC32()

    mutating func code(_ value: inout UInt32, bytes: Int, upTo limit: UInt32) {
        var rest = value
        for _ in 0..<bytes {
            let byte = UInt8(truncatingIfNeeded: rest)
            checksum.add(byte)
            output.pointee.write(byte: byte)
            rest &>>= 8
        }
    }
}

/// Reads fields from a state. The first field beyond its limit is kept as an error.
struct StateReader: StateCoder {
    // SAFETY: the caller's bytes, for as long as the reader lives within one function; each index is compared with
    // their count.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Only looks.
    let isChecking: Bool
    var offset: Int
    var error: SaveStateError?
    var clock: Moment = 0
    var cpuTime: Moment = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, isChecking: Bool) {
        self.bytes = bytes
        self.offset = offset
        self.isChecking = isChecking
    }

    mutating func code(_ value: inout UInt32, bytes count: Int, upTo limit: UInt32) {
        var found: UInt32 = 0
        for byte in 0..<count where offset &+ byte < bytes.count {
            found |= UInt32(bytes[offset &+ byte]) &<< UInt32(truncatingIfNeeded: byte &* 8)
        }
        if found > limit && error == nil { error = .field(offset: offset, limit: limit, found: found) }
        offset &+= count
        if !isChecking { value = min(found, limit) }
    }
}
