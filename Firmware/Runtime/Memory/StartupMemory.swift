// The program's one bump allocator, and the C entry points through which compiled Swift allocates: closures
// given to tasks, and class instances.

#if hasFeature(Embedded)
    import CortexMInstructions
    import Startup

    // SAFETY: thread mode alone allocates, and only until `StartupMemory.seal`; the linker script gives the
    // region to nobody else.
    nonisolated(unsafe) private var allocator: BumpAllocator = {
        let region = martlet_bump_region()
        return BumpAllocator(start: region.start, end: region.end)
    }()

    // SAFETY: written once, at start-up; its blocks come and go with interrupts masked.
    nonisolated(unsafe) private var blocks = BlockPool(
        UnsafeMutableRawBufferPointer(start: nil, count: 0), blockBytes: 8)

    private func withBlocks<Result>(_ body: (inout BlockPool) -> Result) -> Result {
        let primask = martlet_mask_interrupts()
        defer { martlet_restore_interrupts(primask) }
        return body(&blocks)
    }

    /// What was a block is one again; everything else lives as long as the program.
    @c @implementation
    func martlet_free(_ memory: UnsafeMutableRawPointer?) {
        guard let memory else { return }
        withBlocks { if $0.owns(memory) { $0.give(back: memory) } }
    }

    /// Where C asks: memory, or a fault with a message. Once start-up is over, a block of the pool.
    @c @implementation
    func martlet_allocate(_ bytes: Int, _ alignment: Int) -> UnsafeMutableRawPointer {
        if allocator.isSealed, alignment <= 8,
            let block = withBlocks({ bytes <= $0.blockBytes ? $0.take() : nil })
        {
            return block
        }
        do throws(BumpAllocator.Failure) {
            return try allocator.allocate(bytes: bytes, alignment: max(alignment, 8))
        } catch {
            let message: StaticString =
                switch error {
                case .sealed:
                    "memory was asked for after start-up, and no block of StartupMemory.reserveBlocks is free for it; bytes"
                case .full: "start-up asked for more memory than there is; bytes"
                }
            // SAFETY: a static string's characters are in flash, ended by 0.
            martlet_fail(
                UnsafeRawPointer(message.utf8Start).assumingMemoryBound(to: CChar.self), UInt32(bytes))
        }
    }
#else
    // SAFETY: as on the chip, one thread allocates, that of the simulated chip.
    nonisolated(unsafe) private var allocator = makeAllocator()

    /// As much as a chip has. The region lives as long as the process: what was allocated may be in use still.
    private func makeAllocator() -> BumpAllocator {
        let bytes = 128 << 10
        let region = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
        return BumpAllocator(start: region, end: region + bytes)
    }
#endif

/// What start-up allocates, once and for good.
public enum StartupMemory {
    /// `bytes` bytes aligned to 8, for as long as the program runs. Refused with a fault when there are none
    /// left or start-up is over. Not cleared.
    public static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
        #if hasFeature(Embedded)
            martlet_allocate(bytes, 8)
        #else
            do throws(BumpAllocator.Failure) {
                return try allocator.allocate(bytes: bytes, alignment: 8)
            } catch {
                fatalError("start-up memory: \(error), \(bytes) bytes asked for")
            }
        #endif
    }

    /// Takes memory for `count` closures and objects of up to `bytes` each that the running program makes: a
    /// closure that captures takes 8 bytes and what it captures. More at once, or a larger one, is a fault.
    /// During start-up, once.
    public static func reserveBlocks(_ count: Int, bytes: Int) {
        #if hasFeature(Embedded)
            let blockBytes = (bytes + 7) & ~7
            let region = UnsafeMutableRawBufferPointer(
                start: allocate(bytes: count * blockBytes), count: count * blockBytes)
            blocks = BlockPool(region, blockBytes: blockBytes)
        #endif
    }

    #if hasFeature(Embedded)
        /// How many of those blocks are taken now.
        public static var blocksInUse: Int { withBlocks { $0.inUse } }

        /// How often one was taken.
        public static var blocksHandedOut: Int { withBlocks { $0.handedOut } }
    #endif

    /// Ends start-up.
    public static func seal() { allocator.seal() }

    #if !hasFeature(Embedded)
        /// A simulated chip starts with all of its memory.
        public static func reset() { allocator = makeAllocator() }
    #endif

    /// Bytes handed out, bytes there are, and allocations that were asked for since `seal`.
    public static var used: Int { allocator.used }
    /// Bytes that start-up may hand out in all: the RAM that the image's static data and its main stack leave.
    public static var capacity: Int { allocator.capacity }
    /// How many allocations were asked for since the start.
    public static var allocations: Int { allocator.allocations }
    /// How many of them came after `seal` and found no block either.
    public static var allocationsSinceSeal: Int { allocator.allocationsSinceSeal }
}
