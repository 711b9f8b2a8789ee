import CortexM
import Tasks
import XCTest

private final class Box: Sendable {
    let channel = Channel<Int, 2>()
}

private let fromInterrupt = Channel<Int, 2>()

final class ChannelTests: XCTestCase {
    func testValuesComeInOrderAroundTheEnd() {
        simulate {
            let channel = Channel<Int, 3>()
            for number in 0..<10 {
                XCTAssertTrue(channel.trySend(2 * number))
                XCTAssertTrue(channel.trySend(2 * number + 1))
                XCTAssertEqual(channel.count, 2)
                let first = await channel.receive()
                XCTAssertEqual(first, 2 * number)
                XCTAssertEqual(channel.tryReceive(), 2 * number + 1)
            }
            XCTAssertNil(channel.tryReceive())
        }
    }

    func testAFullChannelTakesNothing() {
        simulate {
            let channel = Channel<Int, 2>()
            XCTAssertTrue(channel.trySend(1))
            XCTAssertTrue(channel.trySend(2))
            XCTAssertFalse(channel.trySend(3))
            XCTAssertEqual(channel.count, 2)
            XCTAssertEqual(channel.tryReceive(), 1)
            XCTAssertTrue(channel.trySend(4))
            XCTAssertEqual(channel.tryReceive(), 2)
            XCTAssertEqual(channel.tryReceive(), 4)
        }
    }

    func testSendersWaitForRoomInOrderAndNobodyPasses() {
        simulate {
            let (box, trace) = (Box(), Trace())
            for number in 1...5 {
                Task {
                    let sent = await box.channel.send(number)
                    trace.add("\(number) \(sent)")
                }
            }
            await settle()
            XCTAssertEqual(trace.entries, ["1 true", "2 true"])
            XCTAssertFalse(box.channel.trySend(9), "room is the waiting sender's")
            XCTAssertEqual(box.channel.tryReceive(), 1)
            XCTAssertFalse(box.channel.trySend(9), "also before that sender has run")
            var received: [Int] = []
            while let value = box.channel.tryReceive() { received.append(value) }
            XCTAssertEqual(received, [2, 3, 4, 5])
            await settle()
            XCTAssertEqual(trace.entries, ["1 true", "2 true", "3 true", "4 true", "5 true"])
        }
    }

    func testReceiversTakeTurnsInTheOrderTheyCame() {
        simulate {
            let (box, trace) = (Box(), Trace())
            for name in ["a", "b", "c"] {
                Task {
                    for _ in 0..<2 {
                        let value = await box.channel.receive()
                        trace.add("\(name)\(value ?? -1)")
                    }
                }
            }
            await settle()
            for number in 1...6 {
                XCTAssertTrue(box.channel.trySend(number))
                await settle()
            }
            XCTAssertEqual(trace.entries, ["a1", "b2", "c3", "a4", "b5", "c6"])
        }
    }

    func testAValueGoesToTheWaitingReceiverNotToWhoComesFirst() {
        simulate {
            let box = Box()
            let waiting = Task { await box.channel.receive() }
            await settle()
            XCTAssertTrue(box.channel.trySend(1))
            XCTAssertNil(box.channel.tryReceive())
            let received = await waiting.value
            XCTAssertEqual(received, 1)
        }
    }

    func testAnInterruptSends() {
        simulate {
            let line = InterruptLine(rawValue: 22)
            Level4.bind(line) { _ = fromInterrupt.trySend(7) }
            let waiting = Task { await fromInterrupt.receive() }
            await settle()
            NVIC.pend(line)
            NVIC.pend(line)
            XCTAssertEqual(fromInterrupt.count, 1)
            let first = await waiting.value
            XCTAssertEqual([first, fromInterrupt.tryReceive()], [7, 7])
        }
    }

    // MARK: - Cancellation

    func testATaskCancelledBeforeItWaitsDoesNot() {
        simulate {
            let box = Box()
            let receiver = Task { await box.channel.receive() }
            receiver.cancel()
            let received = await receiver.value
            XCTAssertNil(received)
            XCTAssertTrue(box.channel.trySend(1) && box.channel.trySend(2))
            let sender = Task { await box.channel.send(3) }
            sender.cancel()
            let sent = await sender.value
            XCTAssertFalse(sent)
            let another = Task { await box.channel.receive() }
            another.cancel()
            let present = await another.value
            XCTAssertEqual(present, 1, "what needs no wait succeeds")
            XCTAssertEqual(box.channel.count, 1)
        }
    }

    func testACancelledReceiverLeavesTheQueue() {
        simulate {
            let (box, trace) = (Box(), Trace())
            let receivers = (0..<3).map { number in
                Task {
                    let value = await box.channel.receive()
                    trace.add("\(number): \(value ?? -1)")
                }
            }
            await settle()
            receivers[1].cancel()
            await settle()
            XCTAssertTrue(box.channel.trySend(10) && box.channel.trySend(20))
            await settle()
            XCTAssertEqual(trace.entries, ["1: -1", "0: 10", "2: 20"])
            XCTAssertEqual(box.channel.count, 0)
        }
    }

    func testACancelledSenderTakesItsValueBack() {
        simulate {
            let box = Box()
            XCTAssertTrue(box.channel.trySend(1) && box.channel.trySend(2))
            let senders = (3...5).map { number in Task { await box.channel.send(number) } }
            await settle()
            senders[2].cancel()
            senders[0].cancel()
            var sent: [Bool] = []
            var received: [Int] = []
            while let value = box.channel.tryReceive() { received.append(value) }
            for sender in senders { sent.append(await sender.value) }
            XCTAssertEqual(received, [1, 2, 4])
            XCTAssertEqual(sent, [false, true, false])
        }
    }

    func testAReceiverCancelledOnceChosenStillHasTheValue() {
        simulate {
            let box = Box()
            let receivers = (0..<2).map { _ in Task { await box.channel.receive() } }
            await settle()
            XCTAssertTrue(box.channel.trySend(1))
            receivers[0].cancel()
            XCTAssertTrue(box.channel.trySend(2))
            let received = [await receivers[0].value, await receivers[1].value]
            XCTAssertEqual(received, [1, 2])
        }
    }

    // MARK: - Deadlines

    func testADeadlineEndsTheWaitAndLeavesNothingBehind() {
        simulate {
            let box = Box()
            let start = SystemClock.now
            let received = await box.channel.receive(until: start + .milliseconds(5))
            XCTAssertNil(received)
            XCTAssertEqual((SystemClock.now - start).microseconds, 5000)
            XCTAssertTrue(box.channel.trySend(1) && box.channel.trySend(2))
            let sent = await box.channel.send(3, until: SystemClock.now + .milliseconds(5))
            XCTAssertFalse(sent)
            let past = await box.channel.send(4, until: start)
            XCTAssertFalse(past)
            XCTAssertEqual(box.channel.tryReceive(), 1)
            XCTAssertEqual(box.channel.count, 1)
        }
    }

    func testAReceiverServedInTimeLeavesTheTimerQueue() {
        simulate {
            let box = Box()
            let waiting = Task { await box.channel.receive(until: SystemClock.now + .milliseconds(5)) }
            await settle()
            XCTAssertTrue(box.channel.trySend(1))
            let first = await waiting.value
            XCTAssertEqual(first, 1)
            await sleep(for: .milliseconds(10))
            XCTAssertTrue(box.channel.trySend(2))
            XCTAssertEqual(box.channel.tryReceive(), 2)
        }
    }

    // MARK: - Against a model

    func testRandomOperationsDoWhatTheModelDoes() {
        for seed in 1...20 as ClosedRange<UInt64> {
            simulate {
                var random = SeededGenerator(seed: seed)
                let (box, results) = (Box(), Results())
                var model = ChannelModel()
                var tasks: [Task<Void, Never>] = []
                for step in 0..<1000 {
                    let id = tasks.count
                    let milliseconds = Int64.random(in: 1...10, using: &random)
                    switch Int.random(in: 0..<7, using: &random) {
                    case 0:
                        XCTAssertEqual(box.channel.trySend(step), model.trySend(step))
                    case 1:
                        XCTAssertEqual(box.channel.tryReceive(), model.tryReceive())
                    case 2:
                        tasks.append(
                            Task {
                                let deadline = SystemClock.now + .milliseconds(milliseconds)
                                let sent = await box.channel.send(step, until: deadline)
                                results.set(id, sent ? "sent" : "no")
                            })
                        await settle()
                        if model.trySend(step) {
                            model.results[id] = "sent"
                        } else {
                            model.senders.append((id, model.time + milliseconds, step))
                        }
                    case 3:
                        tasks.append(
                            Task {
                                let deadline = SystemClock.now + .milliseconds(milliseconds)
                                let value = await box.channel.receive(until: deadline)
                                results.set(id, value.map(String.init) ?? "no")
                            })
                        await settle()
                        if let value = model.tryReceive() {
                            model.results[id] = String(value)
                        } else {
                            model.receivers.append((id, model.time + milliseconds))
                        }
                    case 4 where !tasks.isEmpty:
                        let id = Int.random(in: max(0, tasks.count - 6)..<tasks.count, using: &random)
                        tasks[id].cancel()
                        model.endWaits { waiting, _ in waiting == id }
                    case 5:
                        await sleep(for: .milliseconds(1))
                        model.time += 1
                        let now = model.time
                        model.endWaits { _, deadline in deadline <= now }
                    default:
                        await settle()
                        XCTAssertEqual(results.byTask, model.results, "seed \(seed), step \(step)")
                    }
                    XCTAssertEqual(box.channel.count, model.buffer.count, "seed \(seed), step \(step)")
                }
                XCTAssertGreaterThan(model.results.values.filter { $0 == "no" }.count, 10)
                XCTAssertGreaterThan(model.results.values.filter { $0 != "no" }.count, 10)
                tasks.forEach { $0.cancel() }
            }
        }
    }
}

private final class Results: Sendable {
    @MainActor private(set) var byTask: [Int: String] = [:]
    @MainActor func set(_ id: Int, _ result: String) { byTask[id] = result }
}

/// What a channel of two does, in arrays.
private struct ChannelModel {
    var time: Int64 = 0
    var buffer: [Int] = []
    var senders: [(id: Int, deadline: Int64, value: Int)] = []
    var receivers: [(id: Int, deadline: Int64)] = []
    var results: [Int: String] = [:]

    mutating func trySend(_ value: Int) -> Bool {
        if !receivers.isEmpty {
            results[receivers.removeFirst().id] = String(value)
            return true
        }
        guard buffer.count < 2 else { return false }
        buffer.append(value)
        return true
    }

    mutating func tryReceive() -> Int? {
        guard !buffer.isEmpty else { return nil }
        let value = buffer.removeFirst()
        if !senders.isEmpty {
            let sender = senders.removeFirst()
            buffer.append(sender.value)
            results[sender.id] = "sent"
        }
        return value
    }

    mutating func endWaits(where ends: (_ id: Int, _ deadline: Int64) -> Bool) {
        for sender in senders where ends(sender.id, sender.deadline) { results[sender.id] = "no" }
        for receiver in receivers where ends(receiver.id, receiver.deadline) { results[receiver.id] = "no" }
        senders.removeAll { ends($0.id, $0.deadline) }
        receivers.removeAll { ends($0.id, $0.deadline) }
    }
}
