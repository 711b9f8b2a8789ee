// Where each key's newest record is: a hash table in memory of the caller.

/// Four bytes of memory that the caller lends to a log. Their content is the log's own business.
public struct IndexSlot: Sendable {
    @usableFromInline var bits: UInt32

    /// An unused slot.
    public init() { bits = 0 }
}

/// Open addressing with linear probing. A slot holds sixteen bits of the key's hash above the word address of
/// its record; no record is at word 0, so 0 is an empty slot. The home of an entry follows from its sixteen
/// bits alone, so entries are moved up on removal without a look at the flash.
///
/// Cost: memory reads only; about four slots a look-up when half full, thirty at the limit of seven eighths.
struct LogIndex {
    private let slots: UnsafeMutableBufferPointer<IndexSlot>
    private(set) var count = 0

    /// Takes the memory, which must outlive the index, and empties it. At least two slots.
    init(_ slots: UnsafeMutableBufferPointer<IndexSlot>) {
        self.slots = slots
        removeAll()
    }

    mutating func removeAll() {
        // SAFETY: the caller of `mount` lends this memory to the log alone for the log's life.
        slots.initialize(repeating: IndexSlot())
        count = 0
    }

    /// The slots that are looked at; an eighth of them stays empty.
    var slotCount: Int { slots.count }
    var capacity: Int { Swift.max(1, slots.count - Swift.max(1, slots.count / 8)) }

    /// The hash of a key as the index and the footers of sectors use it: FNV-1a, and the upper half of a product,
    /// which short keys that differ in few bits need to be far apart.
    static func tag(of key: borrowing Span<UInt8>) -> UInt16 {
        var hash: UInt32 = 0x811C_9DC5
        for index in key.indices { hash = (hash ^ UInt32(key[index])) &* 0x0100_0193 }
        return UInt16(truncatingIfNeeded: ((hash ^ hash &>> 15) &* 0x9E37_79B1) &>> 16)
    }

    /// The slot where a search for the tag starts.
    func home(of tag: UInt16) -> Int {
        Int(truncatingIfNeeded: (UInt32(tag) &* UInt32(truncatingIfNeeded: slots.count)) &>> 16)
    }

    func slot(after slot: Int) -> Int { slot + 1 == slots.count ? 0 : slot + 1 }

    /// The entry at a slot: its tag, and the word address of its record; `nil` if it is empty.
    func entry(at slot: Int) -> (tag: UInt16, word: UInt16)? {
        let bits = self[slot]
        guard bits != 0 else { return nil }
        return (UInt16(truncatingIfNeeded: bits &>> 16), UInt16(truncatingIfNeeded: bits))
    }

    /// The slot of the entry with this tag and this record.
    func find(_ tag: UInt16, word: UInt16) -> Int? {
        var slot = home(of: tag)
        while let entry = entry(at: slot) {
            if entry.tag == tag && entry.word == word { return slot }
            slot = self.slot(after: slot)
        }
        return nil
    }

    /// The slot of an entry with this tag.
    func find(_ tag: UInt16) -> Int? {
        var slot = home(of: tag)
        while let entry = entry(at: slot) {
            if entry.tag == tag { return slot }
            slot = self.slot(after: slot)
        }
        return nil
    }

    /// Whether there is an entry with this tag for another record.
    func hasEntry(_ tag: UInt16, otherThan word: UInt16) -> Bool {
        var slot = home(of: tag)
        while let entry = entry(at: slot) {
            if entry.tag == tag && entry.word != word { return true }
            slot = self.slot(after: slot)
        }
        return false
    }

    mutating func update(_ slot: Int, word: UInt16) {
        self[slot] = self[slot] & 0xFFFF_0000 | UInt32(word)
    }

    /// Precondition: the index is not full and the key is not in it.
    mutating func insert(_ tag: UInt16, word: UInt16) {
        var slot = home(of: tag)
        while self[slot] != 0 { slot = self.slot(after: slot) }
        self[slot] = UInt32(tag) &<< 16 | UInt32(word)
        count += 1
    }

    /// Empties the slot, and moves up the entries that would no longer be found.
    mutating func remove(_ slot: Int) {
        var hole = slot
        var next = self.slot(after: hole)
        while let entry = entry(at: next) {
            let home = home(of: entry.tag)
            // The entry may move if its home is not between the hole and where it is.
            let distanceToHome = (next - home + slots.count) % slots.count
            let distanceToHole = (next - hole + slots.count) % slots.count
            if distanceToHome >= distanceToHole {
                self[hole] = self[next]
                hole = next
            }
            next = self.slot(after: next)
        }
        self[hole] = 0
        count -= 1
    }

    private subscript(slot: Int) -> UInt32 {
        // SAFETY: every slot number comes from `home(of:)` and `slot(after:)`, which stay below the count, or
        // from a caller that counts up to `slotCount`; the precondition of the buffer checks it in debug builds.
        get { slots[slot].bits }
        nonmutating set { slots[slot].bits = newValue }
    }
}
