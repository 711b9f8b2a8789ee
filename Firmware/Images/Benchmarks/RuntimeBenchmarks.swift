// Tasks, levels and interrupts.
import CortexM
import Memory
import Queues
import Tasks

/// A line that no peripheral drives: pended by hand, it is the interrupt of the measurements.
private let line = InterruptLine(rawValue: 22)
/// Another, whose handler pends that one while thread mode sleeps.
private let pendingLine = InterruptLine(rawValue: 21)

/// Who is resumed by the interrupt, and when it was pended.
private enum Waiting {
    // SAFETY: written by the task that waits before it waits, read by the interrupt that it waits for.
    nonisolated(unsafe) static var continuation: UnsafeContinuation<Void, Never>?
    // SAFETY: written by the one that pends, read by the one that is resumed.
    nonisolated(unsafe) static var start: UInt32 = 0
    // SAFETY: as above.
    nonisolated(unsafe) static var total: UInt32 = 0
    // SAFETY: as above.
    nonisolated(unsafe) static var count: UInt32 = 0

    /// Whether the handler that finds the chip idle is to begin a measurement.
    // SAFETY: as above.
    nonisolated(unsafe) static var isIdleMeasured = false

    static func interrupt() async {
        await withUnsafeContinuation { continuation = $0 }
    }
}

@Level3 private var calls: UInt32 = 0
@Level3 private func callAtLevel3() { calls &+= 1 }

private let queue = SPSCQueue<UInt8, 16>(filler: 0)
private let manyProducers = MPSCQueue<UInt8, 16>(filler: 0)
private let manyConsumers = MPMCQueue<UInt8, 16>(filler: 0)
private let lentBytes = BipBuffer<32>()
private let places = Pool<UInt32, 4>()
// SAFETY: the arena of one benchmark has it.
nonisolated(unsafe) private let region = PinnedSlots<UInt8, 256>()
private let ping = Signal()
private let pong = Signal()
private let levelReady = Signal()
private let requests = Channel<UInt32, 4>()
private let replies = Channel<UInt32, 4>()

@MainActor
enum RuntimeBenchmarks {
    private static let rounds: UInt32 = 1000
    private static let processStack = ProcessStack(bytes: 512)
    private static var partnerRuns = false

    static func start() {
        Report.calibrate()
        Level5.bind(line) {
            guard let continuation = Waiting.continuation else { return }
            Waiting.continuation = nil
            continuation.resume()
        }
        Level1.bind(pendingLine) {
            guard Waiting.isIdleMeasured else { return }
            Waiting.start = Stopwatch.cycles
            NVIC.pend(line)
        }
    }

    /// The tasks that others are measured against.
    static func startPartners() {
        _ = processStack  // Made before memory is sealed.
        startTask("yields") { @MainActor in
            while true {
                if partnerRuns { await Task.yield() } else { await sleep(for: .milliseconds(1)) }
            }
        }
        startTask("answers") { @MainActor in
            while true {
                await ping.wait()
                pong.notify()
            }
        }
        startTask("echoes") { @MainActor in
            while let request = await requests.receive() { _ = replies.trySend(request) }
        }
        startTask("level 3") { await waitAtLevel3() }
        // When this one sleeps again nothing runs, and its line's handler is taken: it is of a lower level.
        startTask("pends") { @Level2 in
            while true {
                NVIC.pend(pendingLine)
                await sleep(for: .milliseconds(1))
            }
        }
    }

    @Level3
    private static func waitAtLevel3() async {
        while true {
            await levelReady.wait()
            for _ in 0..<1000 {
                await Waiting.interrupt()
                Waiting.total &+= Stopwatch.cycles &- Waiting.start
                Waiting.count &+= 1
            }
        }
    }

    static func run() async {
        await preemption()
        await idleInterrupt()
        await deadlines()
        await yields()
        await signals()
        await channels()
        await levelCalls()
        await processStackWaits()
        await children()
        queues()
        Report.number("bytes of a task besides its frames", 64)
    }

    private static func preemption() async {
        levelReady.notify()
        await Task.yield()
        while Waiting.count < rounds {
            // The task at level 3 waits again by the time this goes on: it preempts what is here.
            Waiting.start = Stopwatch.cycles
            NVIC.pend(line)
            takePendingInterrupts()
        }
        Report.line("interrupt to task, preempting a lower level", cycles: Waiting.total, count: rounds, readings: 1)
    }

    /// Everyone waits and the core sleeps.
    private static func idleInterrupt() async {
        var total: UInt32 = 0
        Waiting.isIdleMeasured = true
        for _ in 0..<rounds {
            await Waiting.interrupt()
            total &+= Stopwatch.cycles &- Waiting.start
        }
        Waiting.isIdleMeasured = false
        Report.line("interrupt to task, idle chip", cycles: total, count: rounds, readings: 1)
    }

    /// Everyone waits, the core sleeps, and the counter reaches 0 at the deadline: from there to the sleeper's next line.
    private static func deadlines() async {
        var total: UInt32 = 0
        for _ in 0..<rounds {
            let deadline = SystemClock.now + .microseconds(1500)
            await sleep(until: deadline)
            let cycle = UInt32(truncatingIfNeeded: deadline.microseconds) &* SystemClock.cyclesInMicrosecond
            total &+= Stopwatch.cycles &- cycle
        }
        Report.line("deadline to the sleeping task, idle chip", cycles: total, count: rounds, readings: 1)
    }

    private static func yields() async {
        partnerRuns = true
        await sleep(for: .milliseconds(5))
        let start = Stopwatch.cycles
        for _ in 0..<rounds { await Task.yield() }
        let end = Stopwatch.cycles
        partnerRuns = false
        Report.line("task to task in one level (yield)", cycles: end &- start, count: rounds * 2)
    }

    private static func signals() async {
        let start = Stopwatch.cycles
        for _ in 0..<rounds {
            ping.notify()
            await pong.wait()
        }
        Report.line("signal there and back, two switches", cycles: Stopwatch.cycles &- start, count: rounds)
    }

    private static func channels() async {
        var sum: UInt32 = 0
        let start = Stopwatch.cycles
        for index in 0..<rounds {
            _ = requests.trySend(index)
            sum &+= await replies.receive() ?? 0
        }
        Report.line("channel send and receive with a switch", cycles: Stopwatch.cycles &- start, count: rounds * 2)
        if sum == 1 { Report.number("", sum) }
    }

    @inline(never)
    private static func piece(_ arena: borrowing Arena, _ words: Int) -> Int {
        guard let words = arena.allocate(repeating: UInt32(0), count: words) else { return 0 }
        words[0] = 7
        return words.count
    }

    /// Pieces of an arena, and a place of a pool.
    private static func memory() {
        // SAFETY: the region is static, and nothing else touches it.
        var arena = unsafe Arena(UnsafeMutableRawBufferPointer(start: region.pointer, count: 256))
        var sum = 0
        var start = Stopwatch.cycles
        for _ in 0..<rounds {
            for words in 1..<5 { sum &+= piece(arena, words) }
            arena.reset()
        }
        Report.line("arena: four pieces of 1 to 4 words, and a reset", cycles: Stopwatch.cycles &- start, count: rounds)
        start = Stopwatch.cycles
        for index in 0..<rounds {
            guard let place = places.take(index) else { continue }
            sum &+= Int(place.value)
        }
        Report.line("pool: a value taken and given back", cycles: Stopwatch.cycles &- start, count: rounds)
        if sum == 1 { Report.number("", UInt32(sum)) }
    }

    /// A push and a pop with nobody else in between.
    private static func sharedQueues() {
        var consumer = manyProducers.takeConsumer()
        var start = Stopwatch.cycles
        var sum: UInt32 = 0
        for index in 0..<rounds {
            _ = manyProducers.push(UInt8(truncatingIfNeeded: index))
            sum &+= UInt32(consumer.pop() ?? 0)
        }
        Report.line("queue of many producers: push and pop", cycles: Stopwatch.cycles &- start, count: rounds)
        start = Stopwatch.cycles
        for index in 0..<rounds {
            _ = manyConsumers.push(UInt8(truncatingIfNeeded: index))
            sum &+= UInt32(manyConsumers.pop() ?? 0)
        }
        Report.line("queue of many consumers: push and pop", cycles: Stopwatch.cycles &- start, count: rounds)
        var writer = lentBytes.takeProducer()
        var reader = lentBytes.takeConsumer()
        start = Stopwatch.cycles
        for _ in 0..<rounds {
            sum &+= UInt32(truncatingIfNeeded: writer.free(atLeast: 8).count)
            writer.commit(8)
            sum &+= UInt32(truncatingIfNeeded: reader.bytes.count)
            reader.release(8)
        }
        Report.line("bip buffer: free, commit, bytes, release", cycles: Stopwatch.cycles &- start, count: rounds)
        if sum == 1 { Report.number("", sum) }
    }

    private static func levelCalls() async {
        let start = Stopwatch.cycles
        for _ in 0..<rounds { await callAtLevel3() }
        Report.line("a call to another level and back", cycles: Stopwatch.cycles &- start, count: rounds)
    }

    /// Work on the process stack that waits again and again, and a task that answers at once.
    private static func processStackWaits() async {
        let start = Stopwatch.cycles
        await processStack.run(UnsafeMutableRawPointer(Unmanaged.passUnretained(processStack).toOpaque())) { stack in
            // SAFETY: the address is that of the stack itself, which lives as long as the program.
            let stack = Unmanaged<ProcessStack>.fromOpaque(stack).takeUnretainedValue()
            for _ in 0..<rounds { stack.wait() }
        } answering: {
        }
        Report.line("a wait on the process stack, there and back", cycles: Stopwatch.cycles &- start, count: rounds)
    }

    private static func children() async {
        var start = Stopwatch.cycles
        for _ in 0..<rounds { _ = await Task { UInt32(1) }.value }
        Report.line("a task made, awaited and given back", cycles: Stopwatch.cycles &- start, count: rounds)
        start = Stopwatch.cycles
        for _ in 0..<rounds { await twoChildren() }
        Report.line("two async lets", cycles: Stopwatch.cycles &- start, count: rounds)
        start = Stopwatch.cycles
        for _ in 0..<rounds { await groupOfTwo() }
        Report.line("a group of two children", cycles: Stopwatch.cycles &- start, count: rounds)
        var sum: UInt32 = 0
        start = Stopwatch.cycles
        for index in 0..<rounds { await $local.withValue(index) { sum &+= readLocal() } }
        Report.line("a task-local value bound and read", cycles: Stopwatch.cycles &- start, count: rounds)
        start = Stopwatch.cycles
        for _ in 0..<rounds {
            await withTaskExecutorPreference(Level3.taskExecutor) { @concurrent in await preferring() }
        }
        Report.line("a preferred level, there and back", cycles: Stopwatch.cycles &- start, count: rounds)
        if sum == 1 { Report.number("", sum) }
    }

    private static func groupOfTwo() async {
        await withTaskGroup(of: UInt32.self) { group in
            group.addTask { await one() }
            group.addTask { await one() }
            while let number = await group.next() { consume(number) }
        }
    }

    @inline(never) @_optimize(none)
    nonisolated private static func consume(_ number: UInt32) {}

    @TaskLocal private static var local: UInt32 = 0

    @inline(never)
    private static func readLocal() -> UInt32 { local }

    @concurrent
    private static func preferring() async { consume(1) }

    private static func twoChildren() async {
        async let first = one()
        async let second = one()
        _ = await first &+ second
    }

    @inline(never)
    private static func one() async -> UInt32 { 1 }

    private static func queues() {
        var producer = queue.takeProducer()
        var consumer = queue.takeConsumer()
        let start = Stopwatch.cycles
        var sum: UInt32 = 0
        for index in 0..<rounds {
            _ = producer.push(UInt8(truncatingIfNeeded: index))
            sum &+= UInt32(consumer.pop() ?? 0)
        }
        Report.line("queue push and pop", cycles: Stopwatch.cycles &- start, count: rounds)
        if sum == 1 { Report.number("", sum) }
        sharedQueues()
        memory()
    }
}
