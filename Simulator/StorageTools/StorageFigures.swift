// What the log costs its flash, in bytes and erases, which are the same on every machine.
import Interfaces
import SimulatedFlash
import Storage

/// What a workload of 20,000 puts of 32 bytes under keys of 2 costs, on 16 sectors of 4 KB with a program unit of 4.
package struct StorageFigures {
    package enum Workload: String, CaseIterable {
        /// 64 keys, at random.
        case scattered = "A: 64 keys, at random"
        /// 500 keys, a third of the flash; nine puts of ten go to a tenth of them.
        case halfFull = "D: 500 keys, nine of ten puts to a tenth"

        var keys: Int { self == .scattered ? 64 : 500 }

        func key(_ random: inout SplitMix64) -> Int {
            guard self == .halfFull else { return Int.random(in: 0..<64, using: &random) }
            return Int.random(in: 0..<10, using: &random) == 0
                ? Int.random(in: 50..<500, using: &random) : Int.random(in: 0..<50, using: &random)
        }
    }

    package var bytesPerPut = 0.0
    package var erasesPerThousandPuts = 0.0
    /// Bytes programmed by the put that programmed most, of those that erased nothing.
    package var worstPut = 0
    /// How often the least and the most worn sector was erased.
    package var wear = 0...0
    package var bytesReadPerGet = 0.0
    /// By a mount: the mean of mounts after every 97th put, and the most.
    package var bytesReadByMount = 0.0
    package var mostBytesReadByMount = 0

    private static let sectors = Array(repeating: 4096, count: 16)

    package static func measure(_ workload: Workload) throws -> StorageFigures {
        let flash = SimulatedFlash(sectors: sectors)
        let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 1024)
        // SAFETY: the logs that borrow the memory end with this function.
        defer { memory.deallocate() }
        var log = try KeyValueLog.mount(flash, index: memory)
        var mounts = 0
        var random = SplitMix64(seed: 1)
        func key(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
        for number in 0..<workload.keys { try log.put(key(number).span, [UInt8](repeating: 0, count: 32).span) }
        var figures = StorageFigures()
        let start = flash.counters
        let puts = 20_000
        for number in 0..<puts {
            let before = flash.counters
            let value = [UInt8](repeating: UInt8(number & 0xFF), count: 32)
            try log.put(key(workload.key(&random)).span, value.span)
            if number % 97 == 96 {
                mounts += 1
                let read = try bytesReadByMount(of: flash.contents)
                figures.bytesReadByMount += (Double(read) - figures.bytesReadByMount) / Double(mounts)
                figures.mostBytesReadByMount = max(figures.mostBytesReadByMount, read)
            }
            guard flash.counters.erases == before.erases else { continue }
            figures.worstPut = max(figures.worstPut, flash.counters.programmedBytes - before.programmedBytes)
        }
        let end = flash.counters
        let erases = end.erases.reduce(0, +) - start.erases.reduce(0, +)
        figures.bytesPerPut = Double(end.programmedBytes - start.programmedBytes) / Double(puts)
        figures.erasesPerThousandPuts = Double(erases) * 1000 / Double(puts)
        figures.wear = end.erases.min()!...end.erases.max()!
        var value = [UInt8](repeating: 0, count: 32)
        for number in 0..<workload.keys {
            var span = value.mutableSpan
            _ = try log.get(key(number).span, into: &span)
        }
        figures.bytesReadPerGet = Double(flash.counters.readBytes - end.readBytes) / Double(workload.keys)
        return figures
    }

    private static func bytesReadByMount(of contents: [UInt8]) throws -> Int {
        let flash = SimulatedFlash(sectors: sectors)
        flash.contents = contents
        let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 1024)
        // SAFETY: the log that borrows the memory ends with this function.
        defer { memory.deallocate() }
        _ = try KeyValueLog.mount(flash, index: memory)
        return flash.counters.readBytes
    }
}
