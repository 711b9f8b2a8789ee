// Interrupt levels: who runs when, written down as it happens.
import CortexM
import OnTargetHarness
import Queues
import Synchronization
import Tasks

/// What ran, in order, as decimal digits. Appended to by several levels, one inside another and never at once.
enum Trace {
    // Atomic, so that the compiler keeps each step where it stands: an interrupt looks at it in between.
    private static let word = Atomic<UInt32>(0)

    static var digits: UInt32 {
        get { word.load(ordering: .sequentiallyConsistent) }
        set { word.store(newValue, ordering: .sequentiallyConsistent) }
    }

    static func add(_ digit: UInt32) { digits = digits &* 10 &+ digit }
}

@Level3 private var counter3: UInt32 = 0

@Level3
private func addAtLevel3() -> UInt32 {
    Trace.add(3)
    counter3 += 1
    return counter3
}

@Level5
private func nestedAtLevel5() async {
    Trace.add(5)
    let count = await addAtLevel3()
    Trace.add(6)
    Level5State.seen = count
}

@Level5
private enum Level5State {
    static var seen: UInt32 = 0
}

private let bytes = SPSCQueue<UInt8, 16>(filler: 0)
@Level4 private var producer = bytes.takeProducer()
private let arrived = Signal()

@MainActor
enum LevelTests {
    static func start() {
        Level4.bind(spareLine) {
            Trace.add(4)
            _ = producer.push(7)
            arrived.notify()
        }
    }

    static func run() async {
        Trace.digits = 0
        Trace.add(1)
        let first = await addAtLevel3()
        Trace.add(2)
        Harness.expect("a call to level 3 and back", Trace.digits, equals: 132)
        Harness.expect("its result", first, equals: 1)

        Trace.digits = 0
        await nestedAtLevel5()
        let seen = await Level5State.seen
        Harness.expect("level 5 calls level 3 and comes back", Trace.digits, equals: 536)
        Harness.expect("what level 5 saw of level 3", seen, equals: 2)

        Trace.digits = 0
        Trace.add(1)
        NVIC.pend(spareLine)
        takePendingInterrupts()
        Trace.add(2)
        Harness.expect("an interrupt preempts thread mode at once", Trace.digits, equals: 142)
        await arrived.wait()
        var consumer = bytes.takeConsumer()
        Harness.expect("a signal given before the wait", UInt32(consumer.pop() ?? 0), equals: 7)
        Harness.expect("the queue is empty again", consumer.pop() == nil)

        Trace.digits = 0
        let masked = withInterruptsMasked {
            NVIC.pend(spareLine)
            return Trace.digits
        }
        Harness.expect("masked interrupts wait", masked, equals: 0)
        Harness.expect("and come when the mask goes", Trace.digits, equals: 4)
        await arrived.wait()
        _ = consumer.pop()
        Harness.expect("a level's priority reaches the controller", UInt32(NVIC.priority(of: spareLine)), equals: 0x50)
    }
}
