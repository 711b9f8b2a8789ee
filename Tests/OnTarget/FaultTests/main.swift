// Mistakes on purpose, each by the last word of the command line, in an image that has no report of its own: what is said of
// it is the built-in one's. Besides, what `print` and the standard library need (Strings.swift).
import CortexM
import Memory
import Queues
import Semihosting
import Serial
import TargetBoard
import Tasks

let spareLine = InterruptLine(rawValue: 22)
let shared = CeilingMutex<Level5, Int>(0)
let queue = SPSCQueue<UInt8, 4>(filler: 0)

/// What the compiler does not know.
@inline(never) func zero() -> Int { Int(SystemClock.now.microseconds >> 62) }

/// A lazy global whose initializer takes its time.
final class Table: Sendable {
    let count: Int
    init() {
        SystemClock.block(for: .milliseconds(2))
        count = zero() + 7
    }
}
enum Lazy { static let table = Table() }
enum State { @Level5 static var sum = 0 }

/// A driver's handler that another one interrupts.
let use = ReentrantUse()

/// Work for a process stack that needs more than there is.
let stack = ProcessStack(bytes: 512)
@inline(never) func dig(_ depth: Int) -> Int { depth > 200 + zero() ? depth : dig(depth + 1) + depth }
func overflow(_ address: UnsafeMutableRawPointer) { address.assumingMemoryBound(to: Int.self).pointee = dig(1) }
func waitMasked(_ address: UnsafeMutableRawPointer) { withInterruptsMasked { stack.wait() } }
func waitInHandler(_ address: UnsafeMutableRawPointer) {
    NVIC.pend(spareLine)
    takePendingInterrupts()
}

/// What a conformance can call at any level.
protocol Ticking { func tick() }
@MainActor final class Counter: @preconcurrency Ticking {
    var count = 0
    func tick() { count += 1 }
}
@Level5 func tick(_ ticking: some Ticking & Sendable) { ticking.tick() }

@MainActor
func run(_ word: Word) async {
    await sleep(for: .milliseconds(1))
    switch word {
    case "overflow": print(Int.max + zero() + 1)
    case "bounds":
        let values: InlineArray<4, Int> = [1, 2, 3, 4]
        print(values[zero() + 9])
    case "unwrap":
        let nothing: Int? = zero() == 0 ? nil : 1
        print(nothing!)
    case "fatal": fatalError("my own message")
    case "precondition": precondition(zero() > 0, "my own precondition")
    case "bus": print(UnsafePointer<Int>(bitPattern: 0x6FFF_FFF0 + zero())!.pointee)
    case "level8": NVIC.pend(spareLine)
    case "nested": MainActor.withLock(shared) { _ in MainActor.withLock(shared) { $0 += 1 } }
    case "producers":
        let first = queue.takeProducer()
        let second = queue.takeProducer()
        print(first.count + second.count)
    case "lazy": print(Lazy.table.count)
    case "handlers": await use.run()
    case "budget": Dispatcher.setBudget(.milliseconds(1), ofLevel: 40)
    case "masked": withInterruptsMasked { while SystemClock.now < Instant(microseconds: 400_000) {} }
    case "memory": print("\(zero())" + "more than a small string holds")
    case "processoverflow", "processmasked", "processhandler", "processlocked":
        let result = Pinned(0)
        let work: ProcessStack.Work =
            switch word {
            case "processmasked": waitMasked
            case "processhandler": waitInHandler
            case "processlocked": { _ in MainActor.withLock(shared) { _ in stack.wait() } }
            default: overflow
            }
        await stack.run(UnsafeMutableRawPointer(result.pointer), work) {}
        print(result.pointer.pointee)
    case "preconcurrency": await tick(Counter())
    case "runtwice": NVIC.pend(spareLine)
    case "processwait": stack.wait()
    case "strings": await checkStrings()
    default: print("what is asked for?")
    }
    Semihosting.exit(status: 1)
}

let word = Word.last()
switch word {
case "nodispatcher":
    SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
    Dispatcher.run()
case "noclock":
    Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
    startTask("sleeper") { await sleep(for: .milliseconds(1)) }
    Dispatcher.run()
case "onedispatchline":
    Dispatcher.start(dispatchLines: InlineArray(repeating: spareLine))
default: break
}
Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
switch word {
case "processhandler": Level5.bind(spareLine) { stack.wait() }
case "runtwice": Level5.bind(spareLine) { Dispatcher.run() }
case "twice": Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
case "clocktwice": SystemClock.start(coreClock: 16.megahertz)
case "dispatchline": Level3.bind(ThisBoard.dispatchLines[4]) {}
case "level8": Level8.bind(spareLine) { print(UnsafePointer<Int>(bitPattern: 0x6FFF_FFF0)!.pointee) }
case "lazy":
    Level5.bind(spareLine) { State.sum += Lazy.table.count }
    // The initializer runs from 1 ms to 3 ms.
    startTask("interrupter") { @Level6 in
        await sleep(for: .milliseconds(2))
        NVIC.pend(spareLine)
    }
case "handlers":
    Level3.bind(transmitLine) { use.handle() }
    Level5.bind(spareLine) { use.handle() }
case "twolevels":
    Level5.bind(spareLine) {}
    Level3.bind(spareLine) {}
default: break
}
StartupMemory.reserveBlocks(word == "memory" ? 1 : 48, bytes: word == "memory" ? 16 : 192)
Dispatcher.reserveTasks(2, bytes: 1024)
startTask("mistake", bytes: 4096) { @MainActor in await run(word) }
Dispatcher.run()
