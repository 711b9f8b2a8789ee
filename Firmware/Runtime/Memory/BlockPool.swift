// Blocks of one size that come and go: for closures and objects that a running program makes.

/// Hands out blocks of one size and takes them back. The list of free blocks lies in the blocks.
///
/// Cost: no memory besides the blocks; about 10 instructions each way. Context: one at a time; the owner masks
/// interrupts where several levels use it.
public struct BlockPool: ~Copyable {
    private let start: UnsafeMutableRawPointer
    private let end: UnsafeMutableRawPointer
    /// Bytes of each block.
    public let blockBytes: Int
    private var free: UnsafeMutableRawPointer?
    /// Blocks handed out now.
    public private(set) var inUse = 0
    /// How often a block was handed out; wraps.
    public private(set) var handedOut = 0

    /// Divides a region into blocks of `blockBytes`, a multiple of 8. The region is the pool's alone.
    public init(_ region: UnsafeMutableRawBufferPointer, blockBytes: Int) {
        precondition(blockBytes > 0 && blockBytes % 8 == 0, "blocks are multiples of 8 bytes")
        let count = region.count / blockBytes
        self.blockBytes = blockBytes
        // SAFETY: a pool without memory hands nothing out, and its pointers are only compared.
        start = region.baseAddress ?? UnsafeMutableRawPointer(bitPattern: 8)!
        end = start + count * blockBytes
        for index in (0..<count).reversed() { link(start + index * blockBytes) }
    }

    private mutating func link(_ block: UnsafeMutableRawPointer) {
        // SAFETY: a free block is nobody's, and holds a pointer at least.
        block.storeBytes(of: free, as: UnsafeMutableRawPointer?.self)
        free = block
    }

    /// Whether the block is of this pool.
    public func owns(_ block: UnsafeMutableRawPointer) -> Bool { block >= start && block < end }

    /// A block; nil if there is none left.
    public mutating func take() -> UnsafeMutableRawPointer? {
        guard let block = free else { return nil }
        // SAFETY: a block in the list is nobody's, and `link` has stored the next one in it.
        free = block.load(as: UnsafeMutableRawPointer?.self)
        inUse += 1
        handedOut &+= 1
        return block
    }

    /// Takes a block back. Precondition: `owns(block)`, and it was handed out.
    public mutating func give(back block: UnsafeMutableRawPointer) {
        precondition(owns(block) && inUse > 0, "a block of another pool")
        link(block)
        inUse -= 1
    }
}
