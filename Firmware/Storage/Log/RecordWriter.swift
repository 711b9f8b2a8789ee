// Gathers what is programmed, so that a record is one call of the flash driver, and few for a long one.
import Checksums

/// Up to 64 bytes that belong to flash from `address` on, and the checksum of those added so far. The bytes are
/// the caller's, so that a writer that is passed on is no copy of them.
struct RecordWriter: ~Copyable, ~Escapable {
    static var capacity: Int { 64 }

    private var bytes: MutableSpan<UInt8>
    private(set) var count = 0
    private(set) var address: UInt32
    /// Of what was added before `summed`.
    private var crc: CRC32
    private var summed = 0

    /// Precondition: there are `capacity` bytes, whatever they hold.
    @_lifetime(copy bytes)
    init(_ bytes: consuming MutableSpan<UInt8>, at address: UInt32, crc: CRC32) {
        self.bytes = bytes
        self.address = address
        self.crc = crc
    }

    /// What more can be added before it has to be written. The capacity is a multiple of every program unit.
    var room: Int { Self.capacity &- count }

    var span: Span<UInt8> {
        @_lifetime(borrow self)
        borrowing get { bytes.span.extracting(first: count) }
    }

    mutating func didFlush() {
        sum()
        address &+= UInt32(truncatingIfNeeded: count)
        count = 0
        summed = 0
    }

    /// Takes what was added since the last call into the checksum.
    private mutating func sum() {
        guard summed < count else { return }
        var sum = crc
        sum.add(bytes.span.extracting(summed..<count))
        crc = sum
        summed = count
    }

    /// Adds as many of the bytes from `first` on as there is room for, and returns how many.
    mutating func add(_ source: borrowing Span<UInt8>, from first: Int) -> Int {
        let added = Swift.min(room, source.count &- first)
        guard added > 0 else { return 0 }
        let end = count
        bytes.withUnsafeMutableBytes { target in
            source.bytes.withUnsafeBytes { source in
                // SAFETY: `added` bytes are left in the source, and fit after `end` in the target.
                unsafe copyBytes(from: source.baseAddress! + first, to: target.baseAddress! + end, count: added)
            }
        }
        count &+= added
        return added
    }

    /// Adds the low `length` bytes of a word, the lowest first. Precondition: there is room.
    mutating func add(_ word: UInt32, length: Int = 4) {
        var word = word
        for _ in 0..<length {
            bytes[count] = UInt8(truncatingIfNeeded: word)
            word &>>= 8
            count &+= 1
        }
    }

    /// Adds a byte that stays as erased and that the checksum does not cover, nor anything added from here on.
    /// Precondition: there is room.
    mutating func addPadding() {
        sum()
        add(0xFF, length: 1)
        summed = count
    }

    /// Adds the checksum of all that was added before. Precondition: there is room.
    mutating func addChecksum() {
        sum()
        add(crc.value)
        summed = count
    }
}
