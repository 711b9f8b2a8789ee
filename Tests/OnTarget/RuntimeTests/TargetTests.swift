// What other devices begin, on the chip: being a target of a bus, and captures of a timer, over devices made of memory.
import Buses
import CortexM
import Inputs
import Interfaces
import OnTargetHarness
import Synchronization
import Tasks

/// A line that nothing else here pends.
private let line = InterruptLine(rawValue: 15)

/// A controller that writes 7 and 9 and then reads three bytes, an event an interrupt.
private struct ScriptedTarget: I2CTargetDevice {
    private static let step = Atomic<UInt32>(0)
    private static let sum = Atomic<UInt32>(0)
    static var sumOfGiven: UInt32 { sum.load(ordering: .relaxed) }
    private static let isListening = Atomic<Bool>(false)
    private static let isTaken = Atomic<Bool>(false)

    func takeEvent() throws(I2CTargetError) -> I2CTargetEvent? {
        guard Self.isListening.load(ordering: .relaxed), !Self.isTaken.exchange(true, ordering: .relaxed) else {
            Self.isTaken.store(false, ordering: .relaxed)
            return nil
        }
        let step = Self.step.add(1, ordering: .relaxed).oldValue
        let event: I2CTargetEvent
        switch step {
        case 0: event = .addressed(isRead: false)
        case 1: event = .received(7)
        case 2: event = .received(9)
        case 3: event = .addressed(isRead: true)
        case 4...6: event = .needsByte
        case 7: event = .ended
        default: return nil
        }
        NVIC.pend(line)
        return event
    }

    func give(_ byte: UInt8) { Self.sum.add(UInt32(byte), ordering: .relaxed) }

    func setListening(_ isListening: Bool) {
        Self.isListening.store(isListening, ordering: .relaxed)
        Self.isTaken.store(false, ordering: .relaxed)
        if isListening { NVIC.pend(line) }
    }

    func restart() {}
}

private struct CountingInput: CaptureDevice {
    private static let count = Atomic<UInt32>(65_000)

    func takeCapture() -> Capture? {
        Capture(count: Self.count.add(1000, ordering: .relaxed).newValue & 0xFFFF, counterBits: 16, followsGap: false)
    }
}

private let target = I2CTarget(ScriptedTarget())
private let captures = CaptureStream<CountingInput, 4>(CountingInput())

@MainActor
enum TargetTests {
    static func start() {
        _ = (target, captures)  // Made before memory is sealed.
        Level5.bind(line) { target.handleInterrupt() }
    }

    static func run() async {
        var bytes: InlineArray<4, UInt8> = InlineArray(repeating: 0)
        let answer: InlineArray<4, UInt8> = [10, 20, 30, 40]
        var read: UInt32 = 0
        var sent: UInt32 = 0
        do throws(I2CTargetError) {
            var span = bytes.mutableSpan
            let request = try await target.listen(into: &span, until: SystemClock.now + .milliseconds(100))
            if case .read(let count)? = request { read = UInt32(count) }
            sent = UInt32(try await target.respond(with: answer.span))
        } catch { Harness.expect("a controller's transfer", false) }
        Harness.expect("a controller writes", UInt32(bytes[0]) * 100 + UInt32(bytes[1]) * 10 + read, equals: 792)
        Harness.expect("and reads after a repeated start", ScriptedTarget.sumOfGiven + sent, equals: 62)

        var distance: UInt32 = 0
        for _ in 0..<2 { captures.handleInterrupt() }
        if let first = await captures.next(), let second = await captures.next() { distance = second.counts(since: first) }
        Harness.expect("a capture's distance over the counter's end", distance, equals: 1000)
    }
}
