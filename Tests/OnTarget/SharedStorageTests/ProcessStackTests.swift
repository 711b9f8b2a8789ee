// Synchronous code on the process stack: switches, what preempts it, and the flash log on a device that takes its time.
import Interfaces
import Memory
import OnTargetHarness
import SerialFlash
import SharedStorage
import Storage
import Tasks

/// RAM as flash that answers after 30 microseconds.
private final class SlowFlash: AsyncNORFlash {
    private let memory: MemoryFlash

    init() {
        let bytes = 2048
        memory = MemoryFlash(
            UnsafeMutableRawBufferPointer(start: StartupMemory.allocate(bytes: bytes), count: bytes), sectorCount: 4)
    }

    var programUnit: Int { memory.programUnit }
    var sectorCount: Int { memory.sectorCount }
    func sector(_ index: Int) -> FlashSector { memory.sector(index) }

    func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) async throws(FlashError) {
        await sleep(for: .microseconds(30))
        try memory.read(at: offset, into: &buffer)
    }

    func program(_ bytes: borrowing Span<UInt8>, at offset: UInt32) async throws(FlashError) {
        await sleep(for: .microseconds(30))
        try memory.program(bytes, at: offset)
    }

    func erase(sector index: Int) async throws(FlashError) {
        await sleep(for: .microseconds(300))
        try memory.erase(sector: index)
    }
}

/// What the work and the task that answers it share.
private struct Sum {
    let stack: ProcessStack
    var question: Float = 0
    var answer: Float = 0
    var total: Float = 0

    /// Adds the answers to a hundred questions, each from a call deeper than the one before, up to ten.
    static func work(_ address: UnsafeMutableRawPointer) {
        // SAFETY: the test gave the address of its sum, which is pinned until the work is done.
        let sum = address.assumingMemoryBound(to: Sum.self)
        for number in 0..<100 { sum.pointee.total += ask(sum, Float(number), depth: number % 10) }
    }

    @inline(never)
    private static func ask(_ sum: UnsafeMutablePointer<Sum>, _ number: Float, depth: Int) -> Float {
        if depth > 0 { return ask(sum, number, depth: depth - 1) + 0.5 }
        sum.pointee.question = number
        sum.pointee.stack.wait()
        return sum.pointee.answer
    }
}

@MainActor
enum ProcessStackTests {
    private static let stack = ProcessStack(bytes: 1024)
    private static let log = SharedLog(SlowFlash(), index: index(), stackBytes: 2816)
    private static var turns: UInt32 = 0
    private static var isRunning = true
    private static var value = InlineArray<16, UInt8>(repeating: 0)

    private static func index() -> UnsafeMutableBufferPointer<IndexSlot> {
        let count = 8 + 15 + 32
        let memory = StartupMemory.allocate(bytes: count * MemoryLayout<IndexSlot>.stride)
            .bindMemory(to: IndexSlot.self, capacity: count)
        memory.initialize(repeating: IndexSlot(), count: count)
        return UnsafeMutableBufferPointer(start: memory, count: count)
    }

    static func start() {
        _ = (stack, log)  // Made before memory is sealed.
        startTask("preempting") { @Level3 in
            while await isStillRunning() { await sleep(for: .microseconds(17)) }
        }
    }

    private static func isStillRunning() -> Bool {
        turns += 1
        return isRunning
    }

    static func run() async {
        let sum = Pinned(Sum(stack: stack))
        var factor: Float = 2
        await stack.run(UnsafeMutableRawPointer(sum.pointer), Sum.work) {
            await Task.yield()
            sum.pointer.pointee.answer = sum.pointer.pointee.question * factor
            factor = factor * 1
        }
        // Twice 0 to 99, and half of 0 to 9 ten times.
        Harness.expect("work waits a hundred times at any depth", sum.pointer.pointee.total == 9900 + 225)
        Harness.expect("its stack is known to have been used", stack.bytesUsed > 104 && stack.bytesUsed < 1024)

        do throws(LogError) {
            let report = try await log.mount()
            Harness.expect("a log on flash behind a bus begins", report.wasFormatted)
            for number in 0..<300 as Range<UInt32> { try await put(number) }
            var right: UInt32 = 0
            for key in 0..<6 as Range<UInt32> where try await get(key) == 294 + key { right += 1 }
            Harness.expect("300 puts, and six keys have their last values", right, equals: 6)
            let erases = try await log.statistics().erases
            Harness.expect("its sectors were erased", erases > 4)
            Harness.expect("what is there is found again", UInt32(try await log.mount().keys), equals: 6)
        } catch { Harness.expect("no call of the log fails", false) }
        isRunning = false
        Harness.expect("a level's task went on meanwhile", turns > 100)
        Harness.expect("its stack is long enough", log.stackBytesUsed < 2816)
    }

    private static func put(_ number: UInt32) async throws(LogError) {
        let key: InlineArray<2, UInt8> = [7, UInt8(truncatingIfNeeded: number % 6)]
        for index in 0..<16 { value[index] = UInt8(truncatingIfNeeded: number >> UInt32(index % 4 * 8)) }
        let bytes = value
        try await log.put(key.span, bytes.span)
        _ = try await log.maintain()
    }

    private static func get(_ key: UInt32) async throws(LogError) -> UInt32? {
        let key: InlineArray<2, UInt8> = [7, UInt8(truncatingIfNeeded: key)]
        var bytes = InlineArray<16, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        guard try await log.get(key.span, into: &span) == 16 else { return nil }
        return UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24
    }
}
