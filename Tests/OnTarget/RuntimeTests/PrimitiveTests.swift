// What tasks wait for, on the chip: from interrupts, across levels, with deadlines and cancelled.
import CortexM
import Memory
import OnTargetHarness
import Synchronization
import Tasks

private let channel = Channel<UInt32, 2>()
private let semaphore = Semaphore(permits: 1)
private let mutex = AsyncMutex<UInt32>(0)
private let broadcast = Watch<UInt32>()
private let pipe = Pipe<4>()
private let never = Signal()

/// A line that no peripheral drives and no level drains: its handler sends to the channel.
private let sendingLine = InterruptLine(rawValue: 23)

@Level6
private func receiveAtLevel6() async -> UInt32 { await channel.receive() ?? 0 }

private let handlersRun = Atomic<UInt32>(0)

/// How many outer handlers have run when a cancelled receive returns.
@Level6
private func receiveInsideAHandler() async -> UInt32 {
    await withTaskCancellationHandler {
        _ = await channel.receive()
        return handlersRun.load(ordering: .relaxed)
    } onCancel: {
        handlersRun.add(1, ordering: .relaxed)
    }
}

@MainActor
enum PrimitiveTests {
    static func start() {
        Level4.bind(sendingLine) { _ = channel.trySend(9) }
    }

    static func run() async {
        sizes()
        await channels()
        await others()
        await memory()
        await cancellation()
        await several()
    }

    /// What the pages of the types say.
    private static func sizes() {
        Harness.expect("bytes of a signal", UInt32(MemoryLayout<Signal>.size), equals: 12)
        Harness.expect("of a channel of 2 words", UInt32(MemoryLayout<Channel<UInt32, 2>>.size), equals: 24 + 8)
        Harness.expect("of a semaphore", UInt32(MemoryLayout<Semaphore>.size), equals: 12)
        Harness.expect("of a mutex with a word", UInt32(MemoryLayout<AsyncMutex<UInt32>>.size), equals: 12 + 4)
        Harness.expect("of a broadcast of an optional word", UInt32(MemoryLayout<Watch<UInt32>>.size), equals: 12 + 8)
        Harness.expect("of a watcher", UInt32(MemoryLayout<Watcher<UInt32>>.size), equals: 12)
        Harness.expect("of a pipe of 4 bytes", UInt32(MemoryLayout<Pipe<4>>.size), equals: 24 + 4)
        Harness.expect("of a ticker", UInt32(MemoryLayout<Ticker>.size), equals: 16)
    }

    private static func channels() async {
        Harness.expect("a channel takes what it has room for", channel.trySend(1) && channel.trySend(2))
        Harness.expect("and gives back what it has not", !channel.trySend(3))
        let sender = Task { await channel.send(3) }
        await Task.yield()
        Harness.expect("a sender waits outside", UInt32(channel.count), equals: 2)
        var digits: UInt32 = 0
        for _ in 0..<3 { digits = digits * 10 + (await channel.receive() ?? 0) }
        Harness.expect("values come in order", digits, equals: 123)
        Harness.expect("the sender knows", await sender.value)

        let receiver = Task { await channel.receive() ?? 0 }
        await Task.yield()
        NVIC.pend(sendingLine)
        Harness.expect("an interrupt's value reaches a waiting task", await receiver.value, equals: 9)

        let urgent = Task { await receiveAtLevel6() }
        await Task.yield()
        Harness.expect("a value for a task of a higher level", channel.trySend(4))
        Harness.expect("is received there", await urgent.value, equals: 4)

        let start = SystemClock.now
        let nothing = await channel.receive(until: start + .milliseconds(3))
        Harness.expect("a receive gives up at its deadline", nothing == nil && SystemClock.now >= start + .milliseconds(3))
        Harness.expect("and is not in the queue any more", channel.trySend(5) && channel.count == 1)
        Harness.expect("a value that waits", await channel.receive() ?? 0, equals: 5)
    }

    private static func others() async {
        Harness.expect("a permit", semaphore.tryAcquire() && !semaphore.tryAcquire())
        let waiting = Task { await semaphore.acquire() }
        await Task.yield()
        semaphore.release()
        Harness.expect("is given on", await waiting.value && semaphore.available == 0)

        let adding = Task {
            await mutex.withLock { value in
                let before = value
                await sleep(for: .milliseconds(2))
                value = before + 1
            }
        }
        await Task.yield()
        let sum = await mutex.withLock { value in
            value += 10
            return value
        }
        await adding.value
        Harness.expect("a lock holds across an await", sum, equals: 11)

        var watcher = broadcast.watcher()
        broadcast.set(1)
        broadcast.set(2)
        Harness.expect("a watcher sees the newest", await watcher.next() ?? 0, equals: 2)
        Harness.expect("and nothing twice", await watcher.next(until: SystemClock.now + .milliseconds(1)) == nil)

        let writer = Task {
            let bytes: [6 of UInt8] = [1, 2, 3, 4, 5, 6]
            var written = 0
            while written < 6 { written += await pipe.write(bytes.span.extracting(written..<6)) ?? 6 }
        }
        var sumOfBytes: UInt32 = 0
        var count = 0
        while count < 6 {
            var buffer: [4 of UInt8] = [0, 0, 0, 0]
            var span = buffer.mutableSpan
            let read = await pipe.read(into: &span) ?? 0
            for index in 0..<read { sumOfBytes = sumOfBytes * 10 + UInt32(buffer[index]) }
            count += read
        }
        await writer.value
        Harness.expect("bytes go through a smaller pipe", sumOfBytes, equals: 123_456)

        var ticker = Ticker(every: .milliseconds(2))
        let start = ticker.deadline
        var ticks = 0
        for _ in 0..<3 { ticks += 1 + (await ticker.next() ?? 0) }
        Harness.expect("ticks keep their places", ticker.deadline == start + .milliseconds(2 * Int64(ticks)))
    }

    private static func memory() async {
        let task = Task {
            await Task.yield()
            await never.wait()
        }
        await Task.yield()
        let before = StartupMemory.blocksInUse
        await Task.yield()
        Harness.expect("a wait takes no memory", UInt32(StartupMemory.blocksInUse), equals: UInt32(before))
        task.cancel()
        await task.value

        let outside = StartupMemory.blocksInUse
        let inside = await withTimeout(.seconds(1)) { StartupMemory.blocksInUse }
        Harness.expect("an operation with a timeout takes a block", UInt32(inside ?? 0), equals: UInt32(outside) + 1)
        Harness.expect("and gives it back", UInt32(StartupMemory.blocksInUse), equals: UInt32(outside))
    }

    private static func cancellation() async {
        let sleeper = Task { await sleep(for: .seconds(1000)) }
        let receiver = Task { await channel.receive() == nil }
        let acquirer = Task { await semaphore.acquire() }
        let listener = Task { await never.wait() }
        await Task.yield()
        sleeper.cancel()
        receiver.cancel()
        acquirer.cancel()
        listener.cancel()
        Harness.expect("a cancelled sleep ends", await !sleeper.value)
        Harness.expect("a cancelled receive", await receiver.value)
        Harness.expect("a cancelled acquire", await !acquirer.value)
        Harness.expect("a cancelled wait", await !listener.value)
        semaphore.release()
        Harness.expect("nobody is left who takes", semaphore.available == 1 && channel.trySend(6))
        _ = channel.tryReceive()

        let urgent = Task { await receiveAtLevel6() }
        await Task.yield()
        urgent.cancel()
        Harness.expect("a cancelled receive at a higher level", await urgent.value, equals: 0)

        let nested = Task { await receiveInsideAHandler() }
        await Task.yield()
        nested.cancel()
        Harness.expect("every handler runs before the task goes on", await nested.value, equals: 1)
    }

    private static func several() async {
        let inTime = await withTimeout(.seconds(1)) { () async -> UInt32 in
            await sleep(for: .milliseconds(1))
            return 5
        }
        Harness.expect("an operation in time", inTime ?? 0, equals: 5)
        let late = await withTimeout(.milliseconds(2)) { await never.wait() }
        Harness.expect("one that is late", late == nil)

        switch await select({ await never.wait() }, { () async -> UInt32 in 7 }) {
        case .first: Harness.expect("the first of two", false)
        case .second(let number): Harness.expect("the first of two", number, equals: 7)
        }
        let both = await join({ () async -> UInt32 in 1 }, { () async -> UInt32 in 2 }, { () async -> UInt32 in 3 })
        Harness.expect("all of three", both.0 * 100 + both.1 * 10 + both.2, equals: 123)

        let outer = Task { await withTimeout(.seconds(1000)) { await never.wait() } }
        await Task.yield()
        await Task.yield()
        outer.cancel()
        Harness.expect("a cancelled task cancels its async lets", await outer.value == false)
    }
}
