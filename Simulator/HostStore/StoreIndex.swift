// Where each key's newest record is: a hash table that threads read while one writes.
import Synchronization

/// A place in a segment, as eight bytes of the index say it: sixteen bits of the key's hash, sixteen of the segment's slot,
/// and the offset in units of eight bytes.
struct Location: Equatable {
    let bits: UInt64

    @inline(__always) init(bits: UInt64) { self.bits = bits }
    @inline(__always)
    init(hash: UInt64, slot: Int, offset: Int) {
        bits = hash << 48 | UInt64(truncatingIfNeeded: slot) << 32 | UInt64(truncatingIfNeeded: offset) >> 3
    }

    @inline(__always) var slot: Int { Int(truncatingIfNeeded: bits >> 32 & 0xFFFF) }
    @inline(__always) var offset: Int { Int(truncatingIfNeeded: (bits & 0xFFFF_FFFF) << 3) }
    /// Whether the key's hash may be this one.
    @inline(__always) func matches(_ hash: UInt64) -> Bool { (bits ^ hash << 48) >> 48 == 0 }

    /// No record is at the beginning of a segment: there are headers.
    static var empty: Location { Location(bits: 0) }
    /// A key was here: a search goes on.
    static var removed: Location { Location(bits: 1) }
    @inline(__always) var isEntry: Bool { bits > 1 }
}

/// A table of a fixed size: open addressing with linear probing. The upper bits of the hash are the home, so that a larger
/// table has the same order. At most half of it is in use.
///
/// A table that grows has the one before beside it, whose entries move over a few at a time. An entry is stored in the new
/// table before it is removed from the old one: who looks in the old one first, and then in the new one, finds it.
struct StoreTable: @unchecked Sendable {
    let count: Int
    private let shift: UInt64
    // SAFETY of `@unchecked` and the pointers: atomics, which live until `deallocate`; who may read them is `Readers`' matter.
    private let slots: UnsafeMutablePointer<Atomic<UInt64>>
    private let mapped: UnsafeMutableRawPointer
    /// The table that this one replaces, until it is empty.
    var previous: UnsafeMutablePointer<StoreTable>?

    /// Precondition: `count` is a power of two, and at least 2.
    init(count: Int, previous: UnsafeMutablePointer<StoreTable>? = nil) {
        self.count = count
        self.previous = previous
        shift = UInt64(64 - count.trailingZeroBitCount)
        // Zeros from the system come a page at a time, when they are first looked at.
        mapped = zeroedMemory(bytes: count * MemoryLayout<Atomic<UInt64>>.stride)
        // SAFETY: an atomic integer is laid out as the integer, and zeros are an empty slot.
        slots = mapped.bindMemory(to: Atomic<UInt64>.self, capacity: count)
    }

    /// Precondition: nobody reads it any more.
    func deallocate() { releaseMemory(mapped, bytes: count * MemoryLayout<Atomic<UInt64>>.stride) }

    @inline(__always) func home(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> shift) }
    @inline(__always) func homeEntry(of hash: UInt64) -> Location { load(home(of: hash)) }
    @inline(__always) func index(after index: Int) -> Int { (index &+ 1) & (count &- 1) }
    @inline(__always) func load(_ index: Int) -> Location { Location(bits: slots[index].load(ordering: .acquiring)) }
    @inline(__always) func store(_ location: Location, at index: Int) {
        slots[index].store(location.bits, ordering: .releasing)
    }
}

/// The hash of a key: two words at a time, multiplied to twice their width and folded. `seed` is the store's own, so that
/// nobody can choose keys that meet.
@inline(__always)
func hash(_ key: UnsafeRawPointer, _ count: Int, seed: UInt64) -> UInt64 {
    // SAFETY: the key has `count` bytes.
    @inline(__always) func word(_ offset: Int) -> UInt64 { key.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset &+ 16 <= count {
        state = fold(word(offset) ^ 0xA076_1D64_78BD_642F, word(offset &+ 8) ^ state)
        offset &+= 16
    }
    if offset < count {
        var (low, high): (UInt64, UInt64) = (0, 0)
        var index = offset
        while index < count {
            let byte = UInt64(key.load(fromByteOffset: index, as: UInt8.self))
            let place = UInt64(truncatingIfNeeded: (index &- offset) & 7) << 3
            if index &- offset < 8 { low |= byte << place } else { high |= byte << place }
            index &+= 1
        }
        state = fold(low ^ 0xE703_7ED1_A0B4_28DB, high ^ state)
    }
    return fold(state ^ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
}

@inline(__always)
private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
}
