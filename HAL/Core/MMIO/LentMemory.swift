// Memory that a DMA stream, or another controller of the bus besides the core, reads and writes.

/// Makes memory known to the bus. On the chip there is nothing to do: the bus knows memory by the address that the core
/// uses. On the host, where addresses are longer than 32 bits, memory that is lent gets a simulated one, and an address
/// that is not lent, or not any more, is answered by nobody: a transfer that outlives its memory is a bus error in a test
/// instead of a stray store.
///
/// Cost: nothing on the chip. Context: any.
public enum LentMemory {
    /// Lends `memory` to the bus, and answers the address by which the bus knows it. Until it is given back, the memory must
    /// stay where it is, and its contents may change at any time.
    @inline(__always)
    public static func lend(_ memory: UnsafeRawBufferPointer) -> UInt32 {
        #if hasFeature(Embedded)
            UInt32(truncatingIfNeeded: UInt(bitPattern: memory.baseAddress))
        #else
            HostLentMemory.lend(memory)
        #endif
    }

    /// Ends what `lend` began. The bus's controller has stopped before. An address that is not lent is ignored.
    @inline(__always)
    public static func giveBack(_ address: UInt32) {
        #if !hasFeature(Embedded)
            HostLentMemory.giveBack(address)
        #endif
    }
}

#if !hasFeature(Embedded)
    /// What is lent on the host, and the addresses it is known by.
    public enum HostLentMemory {
        private struct Region {
            let address: UInt32
            let memory: UnsafeRawBufferPointer
        }

        // SAFETY: one simulated chip runs at a time and all its code on one thread, as `CurrentBus` says.
        nonisolated(unsafe) private static var regions: [Region] = []
        // SAFETY: as above.
        nonisolated(unsafe) private static var nextAddress: UInt32 = 0x2000_0000

        /// How many regions are lent now.
        public static var count: Int { regions.count }

        static func lend(_ memory: UnsafeRawBufferPointer) -> UInt32 {
            // Each has an address that none had for long before it, aligned as the memory is.
            if nextAddress > 0x3F00_0000 { nextAddress = 0x2000_0000 }
            let address = nextAddress + UInt32(UInt(bitPattern: memory.baseAddress) & 15)
            nextAddress = (address + UInt32(memory.count) + 32) & ~15
            regions.append(Region(address: address, memory: memory))
            return address
        }

        static func giveBack(_ address: UInt32) { regions.removeAll { $0.address == address } }

        /// Nothing is lent: a new simulated chip starts.
        public static func reset() { regions = [] }

        /// Where the bytes from `address` on are; nil if they are not lent, all of them.
        public static func memory(at address: UInt32, count: Int) -> UnsafeMutableRawPointer? {
            for region in regions where region.address <= address {
                let offset = Int(address - region.address)
                guard offset + count <= region.memory.count, let start = region.memory.baseAddress else { continue }
                // SAFETY: who lent it says in which direction it is used, to the stream.
                return UnsafeMutableRawPointer(mutating: start) + offset
            }
            return nil
        }
    }
#endif
