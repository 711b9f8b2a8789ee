// What a cancellation and a deadline do to every call that waits: the same everywhere, at once, and nothing is lost.
//
// A call that can fail throws its error's `cancelled`; one that cannot gives nil or false. The rows below are those of every
// module; what W25Q and SharedLog do is in their own tests.
import Analog
import Buses
import CortexM
import Displays
import Inputs
import Interfaces
import Sensors
import Serial
import SimulatedChip
import Tasks
import Timers
import XCTest

/// What the calls wait for: none of it ever comes, but for what a test gives.
private final class World: Sendable {
    let signal = Signal()
    let empty = Channel<Int, 2>()
    let full = Channel<Int, 2>()
    let emptyPipe = Tasks.Pipe<2>()
    let fullPipe = Tasks.Pipe<2>()
    let semaphore = Tasks.Semaphore(permits: 0)
    let port = BufferedSerialPort<SilentSerial, 4>(SilentSerial(), transmitLine: InterruptLine(rawValue: 3))
    let spi = SPIBus(SilentSPI())
    let i2c = I2CBus(SilentI2C())
    let target = I2CTarget(SilentTarget())
    let reader = AnalogReader(SilentConverter())
    let samples = SampleStream<SilentSampler, 8>(SilentSampler())
    let output = SampleOutput<SilentOutput, 256>(SilentOutput())
    let timer = IntervalTimer(SilentTimer())
    let edges = EdgeStream<SilentEdges, 2>(SilentEdges())
    let captures = CaptureStream<SilentCaptures, 2>(SilentCaptures())

    /// For a task that watches another run.
    @MainActor var isOver = false

    init() {
        for number in 0..<2 { _ = full.trySend(number) }
        let bytes: [2 of UInt8] = [1, 2]
        _ = fullPipe.tryWrite(bytes.span)
    }

    /// Has somebody else hold what the calls wait for.
    @MainActor func holdBuses() -> [Task<Void, Never>] {
        [
            Task { @MainActor in
                try? await self.spi.withSelected(SilentPin()) { () async throws(SPIError) in await sleep(for: .milliseconds(5))
                }
            },
            Task { @MainActor in try? await self.i2c.write(bytes.span, to: 1) },
            Task { @MainActor in _ = try? await self.reader.read(0) },
        ]
    }
}

/// One call: what it is, and what it came to, in words.
private struct Call: Sendable {
    let name: String
    /// What a cancelled task gets of it.
    let cancelled: String
    let body: @Sendable @MainActor (World) async -> String

    init(_ name: String, _ cancelled: String, _ body: @escaping @Sendable @MainActor (World) async -> String) {
        (self.name, self.cancelled, self.body) = (name, cancelled, body)
    }
}

/// What a throwing call came to.
@MainActor
private func outcome<Result, Failure: Error>(_ body: () async throws(Failure) -> Result) async -> String {
    do throws(Failure) { return "\(try await body())" } catch { return "throws \(error)" }
}

private let bytes: [UInt8] = [1]
private let broadcast = Watch<Int>()

@MainActor
private func watch(until end: Instant) async -> String {
    var watcher = broadcast.watcher()
    let value = await watcher.next(until: end)
    return value.map { "\($0)" } ?? "nil"
}

private let calls: [Call] = [
    Call("sleep(for:)", "false") { _ in "\(await sleep(for: .seconds(1)))" },
    Call("sleep(until:)", "false") { _ in "\(await sleep(until: SystemClock.now + .seconds(1)))" },
    Call("ContinuousClock.sleep", "throws CancellationError()") { _ in
        await outcome { () async throws(CancellationError) in
            try await Tasks.ContinuousClock().sleep(until: .now.advanced(by: .seconds(1)))
        }
    },
    Call("Signal.wait", "false") { world in "\(await world.signal.wait())" },
    Call("Channel.receive", "nil") { world in "\(await world.empty.receive().map { "\($0)" } ?? "nil")" },
    Call("Channel.send", "false") { world in "\(await world.full.send(9))" },
    Call("Pipe.read", "nil") { world in
        var read = [UInt8](repeating: 0, count: 2)
        var span = read.mutableSpan
        return await world.emptyPipe.read(into: &span).map { "\($0)" } ?? "nil"
    },
    Call("Pipe.write", "nil") { world in await world.fullPipe.write(bytes.span).map { "\($0)" } ?? "nil" },
    Call("Watcher.next", "nil") { _ in await watch(until: .never) },
    Call("Semaphore.acquire", "false") { world in "\(await world.semaphore.acquire())" },
    Call("Ticker.next", "nil") { _ in
        var ticker = Ticker(every: .seconds(1))
        return await ticker.next().map { "\($0)" } ?? "nil"
    },
    Call("EdgeStream.next", "nil") { world in await world.edges.next().map { "\($0)" } ?? "nil" },
    Call("CaptureStream.next", "nil") { world in await world.captures.next().map { "\($0)" } ?? "nil" },
    Call("BufferedSerialPort.receive", "nil") { world in await world.port.receive().map { "\($0)" } ?? "nil" },
    Call("BufferedSerialPort.send", "throws cancelled") { world in
        await outcome { () async throws(SerialError) in
            let four: [UInt8] = [1, 2, 3, 4]
            // The first may find room.
            try await world.port.send(four.span)
            try await world.port.send(four.span)
        }
    },
    Call("BufferedSerialPort.drain", "throws cancelled") { world in
        await outcome { () async throws(SerialError) in
            try await world.port.send(bytes.span)
            try await world.port.drain()
        }
    },
    Call("SPIBus.withSelected", "throws cancelled") { world in
        await outcome { () async throws(SPIError) in
            try await world.spi.withSelected(SilentPin()) { () async throws(SPIError) in "selected" }
        }
    },
    Call("ILI9341.start", "throws cancelled") { world in
        let display = ILI9341(world.spi, select: SilentPin(), dataSelect: SilentPin())
        return await outcome { () async throws(DisplayError) in try await display.start() }
    },
    Call("I2CBus.write", "throws cancelled") { world in
        await outcome { () async throws(I2CError) in try await world.i2c.write(bytes.span, to: 1) }
    },
    Call("BME280.init", "throws cancelled") { world in
        await outcome { () async throws(WeatherError) in _ = try await BME280(world.i2c) }
    },
    Call("I2CTarget.listen", "throws cancelled") { world in
        await outcome { () async throws(I2CTargetError) in
            var read = [UInt8](repeating: 0, count: 2)
            var span = read.mutableSpan
            return try await world.target.listen(into: &span)
        }
    },
    Call("AnalogReader.read", "throws cancelled") { world in
        await outcome { () async throws(AnalogError) in try await world.reader.read(0) }
    },
    Call("SampleStream.withNextBlock", "throws cancelled") { world in
        await outcome { () async throws(AnalogError) in try await world.samples.withNextBlock { $0.count } }
    },
    Call("SampleOutput.write", "throws cancelled") { world in
        await outcome { () async throws(SampleOutputError) in
            let samples = [StereoSample](repeating: StereoSample(left: 1, right: 1), count: 256)
            // The first may find room.
            try await world.output.write(samples.span)
            return try await world.output.write(samples.span)
        }
    },
    Call("SampleOutput.finish", "throws cancelled") { world in
        await outcome { () async throws(SampleOutputError) in
            let samples = [StereoSample](repeating: StereoSample(left: 1, right: 1), count: 200)
            try await world.output.write(samples.span)
            try await world.output.finish()
        }
    },
    Call("IntervalTimer.delay", "throws cancelled") { world in
        await outcome { () async throws(IntervalTimerError) in try await world.timer.delay(.microseconds(1_000_000)) }
    },
]

/// The same with a deadline.
private struct DeadlineCall: Sendable {
    let name: String
    /// What is given when it comes.
    let expired: String
    let body: @Sendable @MainActor (World, Instant) async -> String

    init(_ name: String, _ expired: String, _ body: @escaping @Sendable @MainActor (World, Instant) async -> String) {
        (self.name, self.expired, self.body) = (name, expired, body)
    }
}

private let deadlineCalls: [DeadlineCall] = [
    DeadlineCall("Signal.wait(until:)", "false") { world, end in "\(await world.signal.wait(until: end))" },
    DeadlineCall("Signal.waitRegardless(until:)", "false") { world, end in "\(await world.signal.waitRegardless(until: end))" },
    DeadlineCall("Channel.receive(until:)", "nil") { world, end in
        await world.empty.receive(until: end).map { "\($0)" } ?? "nil"
    },
    DeadlineCall("Channel.send(until:)", "false") { world, end in "\(await world.full.send(9, until: end))" },
    DeadlineCall("Pipe.read(until:)", "nil") { world, end in
        var read = [UInt8](repeating: 0, count: 2)
        var span = read.mutableSpan
        return await world.emptyPipe.read(into: &span, until: end).map { "\($0)" } ?? "nil"
    },
    DeadlineCall("Pipe.write(until:)", "nil") { world, end in
        await world.fullPipe.write(bytes.span, until: end).map { "\($0)" } ?? "nil"
    },
    DeadlineCall("Watcher.next(until:)", "nil") { _, end in await watch(until: end) },
    DeadlineCall("Semaphore.acquire(until:)", "false") { world, end in "\(await world.semaphore.acquire(until: end))" },
    DeadlineCall("EdgeStream.next(until:)", "nil") { world, end in await world.edges.next(until: end).map { "\($0)" } ?? "nil"
    },
    DeadlineCall("CaptureStream.next(until:)", "nil") { world, end in
        await world.captures.next(until: end).map { "\($0)" } ?? "nil"
    },
    DeadlineCall("BufferedSerialPort.receive(until:)", "nil") { world, end in
        await world.port.receive(until: end).map { "\($0)" } ?? "nil"
    },
    DeadlineCall("I2CTarget.listen(until:)", "nil") { world, end in
        await outcome { () async throws(I2CTargetError) in
            var read = [UInt8](repeating: 0, count: 2)
            var span = read.mutableSpan
            return try await world.target.listen(into: &span, until: end)
        }
    },
]

private final class Events: Sendable {
    @MainActor var count = 0
}

/// Runs `body` on a chip with nothing but its core, and counts what the dispatcher does meanwhile.
private func simulate(_ body: @escaping @Sendable @MainActor (Events) async -> Void) {
    let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])
    let events = Events()
    Dispatcher.observer = { _ in MainActor.assumeIsolated { events.count += 1 } }
    defer { Dispatcher.observer = nil }
    let isFinished = Finished()
    let outcome = chip.run(for: .seconds(10), until: { MainActor.assumeIsolated { isFinished.value } }) {
        SystemClock.start(coreClock: chip.coreClock)
        startTask("test") { @MainActor in
            await body(events)
            isFinished.value = true
        }
    }
    XCTAssertEqual(outcome, .finished, "a task waits for ever")
}

private final class Finished: Sendable {
    @MainActor var value = false
}

final class CancellationTests: XCTestCase {
    /// Runs the call in a task of its own, which is cancelled first or a millisecond later.
    @MainActor
    private static func check(_ call: Call, isCancelledFirst: Bool, _ events: Events) async {
        let world = World()
        let holders = world.holdBuses()
        for _ in 0..<8 { await Task.yield() }
        let begin = SystemClock.now
        let eventsBefore = events.count
        let task = Task { @MainActor in
            if isCancelledFirst { withUnsafeCurrentTask { $0?.cancel() } }
            return await call.body(world)
        }
        if !isCancelledFirst {
            await sleep(for: .milliseconds(1))
            task.cancel()
        }
        let result = await task.value
        let label = "\(call.name), cancelled \(isCancelledFirst ? "before" : "while it waits")"
        XCTAssertEqual(result, call.cancelled, label)
        XCTAssertEqual((SystemClock.now - begin).microseconds, isCancelledFirst ? 0 : 1000, "\(label): when it ends")
        XCTAssertLessThan(events.count - eventsBefore, 40, "\(label): it goes round")
        for holder in holders { await holder.value }
    }

    func testACallInACancelledTaskEndsAtOnce() {
        for call in calls { simulate { events in await Self.check(call, isCancelledFirst: true, events) } }
    }

    func testACallThatIsCancelledWhileItWaitsEndsThen() {
        for call in calls { simulate { events in await Self.check(call, isCancelledFirst: false, events) } }
    }

    func testADeadlineThatHasPassedEndsACallAtOnce() {
        for call in deadlineCalls {
            simulate { events in
                await sleep(for: .milliseconds(3))
                let (begin, eventsBefore) = (SystemClock.now, events.count)
                let result = await call.body(World(), begin - .milliseconds(1))
                XCTAssertEqual(result, call.expired, call.name)
                XCTAssertEqual((SystemClock.now - begin).microseconds, 0, call.name)
                XCTAssertLessThan(events.count - eventsBefore, 40, "\(call.name): it goes round")
            }
        }
    }

    func testADeadlineThatComesEndsACallThen() {
        for call in deadlineCalls {
            simulate { events in
                let (begin, eventsBefore) = (SystemClock.now, events.count)
                let result = await call.body(World(), begin + .milliseconds(2))
                XCTAssertEqual(result, call.expired, call.name)
                XCTAssertEqual((SystemClock.now - begin).microseconds, 2000, call.name)
                XCTAssertLessThan(events.count - eventsBefore, 40, "\(call.name): it goes round")
            }
        }
    }

    /// What a cancelled call did not get, the next one gets; what it did not give, it still has.
    func testNothingIsLostToACancelledCall() {
        simulate { _ in
            let world = World()
            let task = Task { @MainActor in
                (
                    await world.empty.receive(), await world.signal.wait(), await world.semaphore.acquire(),
                    await world.full.send(9)
                )
            }
            task.cancel()
            let nothing = await task.value
            XCTAssertNil(nothing.0)
            XCTAssertEqual([nothing.1, nothing.2, nothing.3], [false, false, false])

            _ = world.empty.trySend(5)
            world.signal.notify()
            world.semaphore.release()
            let received = await world.empty.receive()
            XCTAssertEqual(received, 5)
            let isNotified = await world.signal.wait()
            let hasPermit = await world.semaphore.acquire()
            XCTAssertTrue(isNotified && hasPermit)
            XCTAssertEqual([world.full.tryReceive(), world.full.tryReceive(), world.full.tryReceive()], [0, 1, nil])
        }
    }

    /// `more/22`: a task that is cancelled and waits all the same lets the others of its level run.
    func testACancelledTaskThatGoesOnWaitingStarvesNobody() {
        simulate { _ in
            let world = World()
            let task = Task { @MainActor in
                var waits = 0
                while waits < 1_000_000, !world.isOver {
                    await world.signal.wait()
                    waits += 1
                }
                return waits
            }
            task.cancel()
            let other = Task { @MainActor in
                await Task.yield()
                world.isOver = true
            }
            await other.value
            let waits = await task.value
            XCTAssertLessThan(waits, 1000)
        }
    }
}
