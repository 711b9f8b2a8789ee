// Gathers what is programmed, so that a record is one call of the flash driver, and few for a long one.

/// Up to 128 bytes that belong to flash from `address` on, and the checksum of those added so far. It lives on
/// the stack of one write.
struct RecordWriter: ~Copyable {
    private var words = InlineArray<32, UInt32>(repeating: 0xFFFF_FFFF)
    private(set) var count = 0
    private(set) var address: UInt32
    /// Of what was added before `summed`.
    private var crc: CRC32
    private var summed = 0

    init(at address: UInt32, crc: CRC32) {
        self.address = address
        self.crc = crc
    }

    /// What more can be added before it has to be written. It is a multiple of every program unit that fits.
    var room: Int { 128 &- count }

    var span: Span<UInt8> {
        // SAFETY: all 128 bytes are initialised, `count` is never above that, and the span ends with the borrow.
        @_lifetime(borrow self)
        borrowing get { unsafe Span<UInt8>(_bytes: words.span.bytes).extracting(first: count) }
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
        sum.add(span.extracting(summed..<count))
        crc = sum
        summed = count
    }

    /// Adds as many of the bytes from `first` on as there is room for, and returns how many.
    mutating func add(_ bytes: borrowing Span<UInt8>, from first: Int) -> Int {
        let added = Swift.min(room, bytes.count &- first)
        guard added > 0 else { return 0 }
        var target = words.mutableSpan
        var raw = target.mutableBytes
        bytes.bytes.withUnsafeBytes { source in
            raw.withUnsafeMutableBytes { target in
                // SAFETY: `added` bytes are left in the source, and fit behind `count` in the 128 of the target.
                unsafe (target.baseAddress! + count).copyMemory(from: source.baseAddress! + first, byteCount: added)
            }
        }
        count &+= added
        return added
    }

    /// Adds the low `length` bytes of a word, the lowest first. Precondition: there is room.
    mutating func add(_ word: UInt32, length: Int = 4) {
        var word = word
        var target = words.mutableSpan
        var raw = target.mutableBytes
        raw.withUnsafeMutableBytes { target in
            for index in count..<count &+ length {
                target[index] = UInt8(truncatingIfNeeded: word)
                word &>>= 8
            }
        }
        count &+= length
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
