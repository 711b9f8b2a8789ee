// The memory of the log that battery saves are kept in.
import Memory
import Storage

/// The index of that log. Images of a board use the same log, so they have room for as many keys.
public enum LogIndex {
    /// 4 bytes each: two a sector, fifteen, and room for as many keys as seven eighths of the others. A save of 32 KB takes
    /// 65 keys.
    private static var slots: Int { 536 }

    /// Takes the memory. During start-up.
    public static func allocate() -> UnsafeMutableBufferPointer<IndexSlot> {
        // SAFETY: start-up memory is aligned to 8 bytes, lives as long as the program, and is nobody else's.
        let memory = StartupMemory.allocate(bytes: slots * MemoryLayout<IndexSlot>.stride)
            .bindMemory(to: IndexSlot.self, capacity: slots)
        memory.initialize(repeating: IndexSlot(), count: slots)
        return UnsafeMutableBufferPointer(start: memory, count: slots)
    }
}
