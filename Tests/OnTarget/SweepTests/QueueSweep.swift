// An interrupt at every instruction of a push and a pop, whose level pushes into and pops from the same queues.
import CortexM
import OnTargetHarness
import Queues
import Tasks

private let manyProducers = MPSCQueue<UInt32, 4>(filler: 0)
private let manyConsumers = MPMCQueue<UInt32, 4>(filler: 0)
private let toLevel4 = SPSCQueue<UInt32, 4>(filler: 0)
private let fromLevel4 = SPSCQueue<UInt32, 4>(filler: 0)
private let lentBytes = BipBuffer<32>()
/// When the level's task is to wake, in microseconds.
private let deadlines = Channel<Int64, 1>()
private let done = Signal()

/// What the level's task has to do each time it wakes, and what it saw.
@Level4
private enum Partner {
    static var producer = fromLevel4.takeProducer()
    static var consumer = toLevel4.takeConsumer()
    static var bytes = lentBytes.takeConsumer()
    /// The sum of the elements that it has popped, and how many.
    static var sum: UInt32 = 0
    static var count: UInt32 = 0

    static func work(_ element: UInt32) {
        _ = manyProducers.push(element)
        if let popped = manyConsumers.pop() { take(popped) }
        _ = manyConsumers.push(element)
        _ = producer.push(element)
        if let popped = consumer.pop() { take(popped) }
        for _ in 0..<2 {
            let first = lent()
            for _ in 0..<first.count { take(UInt32(first.byte)) }
            bytes.release(first.count)
        }
    }

    /// The first piece: its length, and its bytes, which are all alike.
    private static func lent() -> (count: Int, byte: UInt8) {
        let span = bytes.bytes
        return (span.count, span.count > 0 ? span[0] : 0)
    }

    private static func take(_ element: UInt32) {
        sum &+= element
        count &+= 1
    }

    static func taken() -> (sum: UInt32, count: UInt32) {
        defer { (sum, count) = (0, 0) }
        return (sum, count)
    }
}

extension Sweep {
    /// The task of level 4, which the clock's wrap wakes in the middle of the main task's calls.
    static func startQueuePartner() {
        startTask("partner") { @Level4 in
            while let deadline = await deadlines.receive() {
                await sleep(until: Instant(microseconds: deadline))
                Partner.work(1000)
                done.notify()
            }
        }
    }

    /// Every element that either side pushes comes out once, on the other side or on its own.
    static func sweepQueues() async {
        var consumer = manyProducers.takeConsumer()
        var producer = toLevel4.takeProducer()
        var received = fromLevel4.takeConsumer()
        var writer = lentBytes.takeProducer()
        var (runs, wrong): (UInt32, UInt32) = (0, 0)
        for cycles in 4..<longest {
            for instructions in 0..<instructionsInCycle {
                let deadline = SystemClock.now + .microseconds(400)
                await deadlines.send(deadline.microseconds)
                while SystemClock.now + .microseconds(30) < deadline { await Task.yield() }
                waitForWrap(in: cycles, andThen: instructions)
                var (sum, count): (UInt32, UInt32) = (0, 0)
                func take(_ element: UInt32?) {
                    guard let element else { return }
                    sum &+= element
                    count &+= 1
                }
                _ = manyProducers.push(1)
                take(consumer.pop())
                _ = manyConsumers.push(10)
                take(manyConsumers.pop())
                _ = producer.push(100)
                take(received.pop())
                write(&writer)
                await done.wait()
                // What the interrupt came before is still there.
                while let element = consumer.pop() { take(element) }
                while let element = manyConsumers.pop() { take(element) }
                while let element = received.pop() { take(element) }
                runs += 1
                // Once more, for what the interrupt came too early to take.
                await deadlines.send(SystemClock.now.microseconds)
                await done.wait()
                let rest = await Partner.taken()
                (sum, count) = (sum &+ rest.sum, count &+ rest.count)
                while let element = consumer.pop() { take(element) }
                while let element = manyConsumers.pop() { take(element) }
                while let element = received.pop() { take(element) }
                // Two runs of the partner's with three pushes of 1000 each, and this one's 1, 10, 100 and three bytes of 7.
                if sum != 6000 &+ 111 &+ 21 || count != 12 { wrong += 1 }
            }
        }
        Harness.expect("queues at every instruction: each element once", wrong, equals: 0)
        Harness.expect("and of so many runs", runs, equals: (longest - 4) * instructionsInCycle)
    }

    /// Three bytes, in one piece.
    private static func write(_ writer: inout BipBuffer<32>.Producer) {
        var span = writer.free(atLeast: 3)
        guard span.count >= 3 else { return }
        for index in 0..<3 { span[index] = 7 }
        writer.commit(3)
    }
}
