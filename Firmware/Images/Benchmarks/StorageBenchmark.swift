// The cost of the flash log: its own instructions and those of flash that is RAM, which has no wait states.
import CortexM
import Interfaces
import Memory
import Storage
import Text

/// 64 keys of 2 bytes with values of 32, in 8 sectors of 4 KB, overwritten in turn by the thousand: collection is
/// part of the mean.
@MainActor
enum StorageBenchmark {
    private static var slots: Int { 16 + 15 + 256 }
    private static var flashBytes: Int { 32768 }
    private static var value = InlineArray<32, UInt8>(repeating: 0x55)
    private static var log: KeyValueLog<MemoryFlash>?

    /// Takes the memory. During start-up.
    static func reserve() {
        // SAFETY: start-up memory is aligned to 8 bytes, lives as long as the program, and is nobody else's.
        let memory = StartupMemory.allocate(bytes: slots * MemoryLayout<IndexSlot>.stride).initializeMemory(
            as: IndexSlot.self, repeating: IndexSlot(), count: slots)
        let flash = UnsafeMutableRawBufferPointer(
            start: StartupMemory.allocate(bytes: flashBytes), count: flashBytes)
        log = try? KeyValueLog.mount(
            MemoryFlash(flash, sectorCount: 8), index: UnsafeMutableBufferPointer(start: memory, count: slots))
    }

    /// Prints what a put and a get cost, and the log's own memory beside its index.
    static func run() {
        guard log != nil else { return }
        for number in 0..<1500 as Range<UInt32> { put(number) }
        let puts: UInt32 = 2000
        var start = Stopwatch.cycles
        for number in 0..<puts { put(number) }
        Report.line("storage: put of 2 and 32 bytes", cycles: Stopwatch.cycles &- start, count: puts)
        start = Stopwatch.cycles
        for number in 0..<puts { get(number) }
        Report.line("storage: get of 2 and 32 bytes", cycles: Stopwatch.cycles &- start, count: puts)
        start = Stopwatch.cycles
        for number in 0..<500 as Range<UInt32> { putTwo(number) }
        Report.line("storage: transaction of two such puts", cycles: Stopwatch.cycles &- start, count: 500)
        lend()
        let bytes = MemoryLayout<KeyValueLog<MemoryFlash>>.size - MemoryLayout<MemoryFlash>.size
        Report.number("storage: bytes beside index and driver", UInt32(bytes))
    }

    private static func put(_ number: UInt32) {
        let key: InlineArray<2, UInt8> = [UInt8(truncatingIfNeeded: number & 63), 7]
        // An equal value would program nothing. Only its last byte says that this one is not.
        value[31] = UInt8(truncatingIfNeeded: number &>> 6)
        do throws(LogError) { try log!.put(key.span, value.span) } catch { fatalError("the log refused a put") }
    }

    private static func putTwo(_ number: UInt32) {
        let first: InlineArray<2, UInt8> = [UInt8(truncatingIfNeeded: number & 31), 7]
        let second: InlineArray<2, UInt8> = [UInt8(truncatingIfNeeded: number & 31) | 32, 7]
        value[31] = UInt8(truncatingIfNeeded: number &>> 5)
        do throws(LogError) {
            try log!.transaction(room: 88) { changes throws(LogError) in
                try changes.put(first.span, value.span)
                try changes.put(second.span, value.span)
                return true
            }
        } catch { fatalError("the log refused a transaction") }
    }

    /// Reads each key twice where it stands: as it is now, and as a snapshot has it once it was written again.
    private static func lend() {
        var empty = InlineArray<0, UInt8>(repeating: 0)
        let snapshot = log!.snapshot()
        put(0)
        let puts: UInt32 = 2000
        let start = Stopwatch.cycles
        for number in 0..<puts {
            let key: InlineArray<2, UInt8> = [UInt8(truncatingIfNeeded: number & 63), 7]
            var span = empty.mutableSpan
            guard (try? log!.withValue(of: key.span, buffer: &span) { $0.count }) == 32 else {
                fatalError("the log lost a value")
            }
        }
        Report.line("storage: get, borrowed in place", cycles: Stopwatch.cycles &- start, count: puts)
        let key: InlineArray<2, UInt8> = [0, 7]
        var span = value.mutableSpan
        guard (try? log!.get(key.span, at: snapshot, into: &span)) == 32 else { fatalError("a snapshot lost a value") }
        log!.close(snapshot)
    }

    private static func get(_ number: UInt32) {
        let key: InlineArray<2, UInt8> = [UInt8(truncatingIfNeeded: number & 63), 7]
        var span = value.mutableSpan
        guard (try? log!.get(key.span, into: &span)) == 32 else { fatalError("the log lost a value") }
    }
}
