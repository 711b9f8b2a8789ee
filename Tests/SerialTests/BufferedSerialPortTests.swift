// A serial port with queues, over both families of chips.
import CMSDKDrivers
import CMSDKPAC
import CortexM
import Interfaces
import STM32F405PAC
import STM32F4Drivers
import Serial
import SimulatedChip
import Tasks
import XCTest

/// The port under test, which handlers reach without capturing anything.
private enum Ports {
    // SAFETY: a simulated chip has one thread; each test makes its port before it starts the chip's tasks.
    nonisolated(unsafe) static var usart: UnsafeMutablePointer<BufferedSerialPort<USARTDevice, 256>>!
    // SAFETY: as above.
    nonisolated(unsafe) static var uart: UnsafeMutablePointer<BufferedSerialPort<UARTDevice, 256>>!
    // SAFETY: as above; what the tasks of a test found.
    nonisolated(unsafe) static var received: [UInt8] = []
    // SAFETY: as above.
    nonisolated(unsafe) static var notes: [String] = []

    static func place<Device>(
        _ port: consuming BufferedSerialPort<Device, 256>
    ) -> UnsafeMutablePointer<BufferedSerialPort<Device, 256>> {
        // SAFETY: never freed, since a chip's ports live as long as the program.
        let memory = UnsafeMutablePointer<BufferedSerialPort<Device, 256>>.allocate(capacity: 1)
        memory.initialize(to: port)
        return memory
    }
}

private func note(_ error: SerialError?) {
    Ports.notes.append("\(SystemClock.now.microseconds / 1000) \(error.map { "\($0)" } ?? "sent")")
}

final class USARTPortTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private var sent: [UInt8] = []

    private func run(
        for limit: Interval = .seconds(1), whenIdle: @escaping () -> Void = {}, _ start: () -> Void
    ) {
        Ports.received = []
        Ports.notes = []
        board.usart1.onTransmit = { [unowned self] in sent.append($0) }
        _ = board.chip.run(for: limit, whenIdle: whenIdle) {
            SystemClock.start(coreClock: board.chip.coreClock)
            Ports.usart = Ports.place(
                BufferedSerialPort<_, 256>(
                    USARTDevice(STM32F405.USART1, clock: 84.megahertz, baudRate: 115_200),
                    transmitLine: InterruptLine(rawValue: 37)))
            Level5.bind(InterruptLine(rawValue: 37)) { Ports.usart.pointee.handleInterrupt() }
            Ports.usart.pointee.start()
            start()
        }
    }

    private func startReceiver() {
        startTask("receiver") { @MainActor in
            while let byte = await Ports.usart.pointee.receive() { Ports.received.append(byte) }
        }
    }

    func testBytesArriveInOrder() {
        let bytes = (0..<200).map { UInt8($0) }
        var left = bytes[...]
        run(whenIdle: { [board] in
            board.usart1.send(left.prefix(7))
            left = left.dropFirst(7)
        }) { startReceiver() }
        XCTAssertEqual(Ports.received, bytes)
        XCTAssertEqual(Ports.usart.pointee.errorCount, 0)
    }

    func testBytesWaitForWhoTakesThem() {
        run {
            board.usart1.send([1, 2, 3])
            // Any access takes the interrupt.
            XCTAssertTrue(NVIC.isEnabled(InterruptLine(rawValue: 37)))
            XCTAssertEqual(Ports.usart.pointee.tryReceive(), 1)
            startReceiver()
        }
        XCTAssertEqual(Ports.received, [2, 3])
        XCTAssertNil(Ports.usart.pointee.tryReceive())
    }

    func testAnOverrunIsCountedAndTheByteThatWasThereIsKept() {
        run {
            withInterruptsMasked {
                board.usart1.sendWithoutWaiting(1)
                board.usart1.sendWithoutWaiting(2)
            }
            startReceiver()
        }
        XCTAssertEqual(Ports.usart.pointee.errorCount, 1)
        XCTAssertEqual(Ports.received, [1])
    }

    func testASenderThatWaitsLosesNothingToAFullQueue() {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        run {
            board.usart1.send(bytes)
            startReceiver()
        }
        XCTAssertEqual(Ports.received, bytes)
        XCTAssertEqual(Ports.usart.pointee.errorCount, 0)
    }

    func testWhatAFullQueueLosesFromASenderThatDoesNotWaitIsCounted() {
        run {
            for byte in 0..<300 {
                board.usart1.sendWithoutWaiting(UInt8(truncatingIfNeeded: byte))
                // Any access takes the interrupt.
                XCTAssertTrue(NVIC.isEnabled(InterruptLine(rawValue: 37)))
            }
            startReceiver()
        }
        // The queue has room for one more, and the data register has the byte for it.
        XCTAssertEqual(Ports.received, (0..<256).map { UInt8($0) })
        XCTAssertEqual(Ports.usart.pointee.errorCount, 1)
    }

    func testWhatTheLineDamagesIsCountedAndTheRestArrives() {
        run {
            for damage in USARTModel.LineError.allCases {
                withInterruptsMasked { board.usart1.send(0, with: damage) }
                // The next access takes the interrupt.
                NVIC.pend(InterruptLine(rawValue: 37))
                board.usart1.send([7])
                NVIC.pend(InterruptLine(rawValue: 37))
            }
            startReceiver()
        }
        XCTAssertEqual(Ports.usart.pointee.errorCount, 3)
        XCTAssertEqual(Ports.received, [7, 7, 7])
    }

    func testSendsInOrder() {
        run {
            startTask("sender") { @MainActor in
                for start in stride(from: UInt8(0), to: 200, by: 20) {
                    let bytes = (start..<start + 20).map { $0 }
                    _ = try? await Ports.usart.pointee.send(bytes.span)
                }
            }
        }
        XCTAssertEqual(sent, (0..<200).map { UInt8($0) })
    }

    func testSendsWhenTheDeviceBecomesReady() {
        board.usart1.isTransmitterReady = false
        run(whenIdle: { [board] in if board.chip.cycles >= 168_000 * 50 { board.usart1.isTransmitterReady = true } }) {
            startTask("sender") { @MainActor in
                let bytes: [UInt8] = [1, 2, 3]
                _ = try? await Ports.usart.pointee.send(bytes.span)
                Ports.notes.append("queued")
            }
        }
        XCTAssertEqual(Ports.notes, ["queued"])
        XCTAssertEqual(sent, [1, 2, 3])
    }

    func testADeviceThatNeverTakesAByteIsATimeoutWhenTheQueueIsFull() {
        board.usart1.isTransmitterReady = false
        run {
            startTask("sender") { @MainActor in
                let bytes = [UInt8](repeating: 1, count: 200)
                for _ in 0..<2 {
                    do throws(SerialError) {
                        try await Ports.usart.pointee.send(bytes.span)
                        note(nil)
                    } catch {
                        note(error)
                    }
                }
            }
        }
        XCTAssertEqual(Ports.notes, ["0 sent", "100 timeout"])
        XCTAssertEqual(sent, [])
    }

    /// A receive that has run out of time leaves the byte that comes later to the next one.
    func testAReceiveUnderATimeoutEndsAndLosesNothing() {
        run(
            for: .milliseconds(50),
            whenIdle: { [board] in
                if board.chip.cycles >= 168_000 * 20, Ports.received.isEmpty, !Ports.notes.contains("sent one") {
                    Ports.notes.append("sent one")
                    board.usart1.send([7])
                }
            }
        ) {
            startTask("receiver") { @MainActor in
                let nothing = await withTimeout(.milliseconds(5)) { await Ports.usart.pointee.receive() }
                Ports.notes.append("\(SystemClock.now.microseconds / 1000) \(String(describing: nothing ?? nil))")
                if let byte = await Ports.usart.pointee.receive() { Ports.received.append(byte) }
            }
        }
        XCTAssertEqual(Ports.notes, ["5 nil", "sent one"])
        XCTAssertEqual(Ports.received, [7])
    }

    func testMoreBytesThanTheQueueHoldsAreRefusedAtOnce() {
        run {
            startTask("sender") { @MainActor in
                let bytes = [UInt8](repeating: 1, count: 257)
                do throws(SerialError) { try await Ports.usart.pointee.send(bytes.span) } catch { note(error) }
            }
        }
        XCTAssertEqual(Ports.notes, ["0 tooLong(capacity: 256)"])
        XCTAssertEqual(sent, [])
    }

    func testTwoLevelsSendInTurns() {
        run {
            for _ in 0..<2 {
                startTask("sender") { @Level3 in
                    let bytes = [UInt8](repeating: 3, count: 200)
                    for _ in 0..<4 { try? await Ports.usart.pointee.send(bytes.span) }
                }
                startTask("sender") { @MainActor in
                    let bytes = [UInt8](repeating: 0, count: 200)
                    for _ in 0..<4 { try? await Ports.usart.pointee.send(bytes.span) }
                }
            }
        }
        XCTAssertEqual(sent.count, 3200)
        for start in stride(from: 0, to: sent.count, by: 200) {
            XCTAssertEqual(Set(sent[start..<start + 200]).count, 1, "the bytes of one send are together")
        }
    }

    func testDrainingEndsWhenAllIsGivenAwayAndIsBounded() {
        board.usart1.isTransmitterReady = false
        run(whenIdle: { [board] in if board.chip.cycles >= 168_000 * 150 { board.usart1.isTransmitterReady = true } }) {
            startTask("sender") { @MainActor in
                let bytes: [UInt8] = [1]
                do throws(SerialError) {
                    try await Ports.usart.pointee.send(bytes.span)
                    try await Ports.usart.pointee.drain()
                } catch { note(error) }
                await sleep(until: Instant(microseconds: 149_000))
                do throws(SerialError) {
                    try await Ports.usart.pointee.drain()
                    note(nil)
                } catch { note(error) }
            }
        }
        XCTAssertEqual(Ports.notes, ["100 timeout", "151 sent"])
        XCTAssertEqual(sent, [1])
    }

    /// The transmitter takes bursts of a few bytes, so that both tasks wait for room again and again.
    func testChunksOfTwoTasksAreNotTornApart() {
        run(whenIdle: { [board] in
            board.usart1.isTransmitterReady = board.chip.cycles / 168_000 % 3 == 0
        }) {
            for letter in [UInt8(ascii: "a"), UInt8(ascii: "b")] {
                startTask("sender") { @MainActor in
                    for _ in 0..<10 {
                        let bytes = [UInt8](repeating: letter, count: 99) + [0x0A]
                        _ = try? await Ports.usart.pointee.send(bytes.span)
                    }
                }
            }
        }
        let lines = String(decoding: sent, as: UTF8.self).split(separator: "\n")
        XCTAssertEqual(lines.count, 20)
        for line in lines {
            XCTAssertEqual(line.count, 99)
            XCTAssertEqual(Set(line).count, 1)
        }
    }

    func testSendingByPollingIsAtOnce() {
        run {
            withInterruptsMasked {
                var output = Ports.usart.pointee.polled
                for byte in [9, 0x0A, 8] as [UInt8] { output.write(byte: byte) }
            }
            // A line ends as terminals want it.
            XCTAssertEqual(sent, [9, 0x0D, 0x0A, 8])
        }
    }
}

final class UARTPortTests: XCTestCase {
    private var board = SimulatedMPS2()
    private var sent: [UInt8] = []

    private func run(
        for limit: Interval = .seconds(1), whenIdle: @escaping () -> Void = {}, _ start: () -> Void
    ) {
        Ports.received = []
        board.uart0.onTransmit = { [unowned self] in sent.append($0) }
        _ = board.chip.run(for: limit, whenIdle: whenIdle) {
            SystemClock.start(coreClock: board.chip.coreClock)
            Ports.uart = Ports.place(
                BufferedSerialPort<_, 256>(
                    UARTDevice(CMSDK.UART0, clock: 25.megahertz, baudRate: 115_200),
                    transmitLine: InterruptLine(rawValue: 1)))
            for line in 0...1 {
                Level5.bind(InterruptLine(rawValue: line)) { Ports.uart.pointee.handleInterrupt() }
            }
            Ports.uart.pointee.start()
            start()
        }
    }

    private func startReceiver() {
        startTask("receiver") { @MainActor in
            while let byte = await Ports.uart.pointee.receive() { Ports.received.append(byte) }
        }
    }

    private func startSender(_ bytes: [UInt8]) {
        startTask("sender") { @MainActor in _ = try? await Ports.uart.pointee.send(bytes.span) }
    }

    func testBytesArriveInOrder() {
        let bytes = (0..<200).map { UInt8($0) }
        var left = bytes[...]
        run(whenIdle: { [board] in
            board.uart0.send(left.prefix(7))
            left = left.dropFirst(7)
        }) { startReceiver() }
        XCTAssertEqual(Ports.received, bytes)
        XCTAssertEqual(Ports.uart.pointee.errorCount, 0)
    }

    func testAnOverrunIsCountedAndTheLaterByteArrives() {
        run {
            withInterruptsMasked {
                board.uart0.sendWithoutWaiting(1)
                board.uart0.sendWithoutWaiting(2)
            }
            startReceiver()
        }
        XCTAssertEqual(Ports.uart.pointee.errorCount, 1)
        XCTAssertEqual(Ports.received, [2])
    }

    func testSendsInOrderByOneInterruptAByte() {
        board.uart0.holdsTransmitter = true
        let bytes = (0..<100).map { UInt8($0) }
        run(for: .seconds(100), whenIdle: { [board] in board.uart0.finishByte() }) { startSender(bytes) }
        XCTAssertEqual(sent, bytes)
    }

    /// The UART interrupts when its buffer becomes free, and says so once: if that happens just before the
    /// interrupt is allowed there is none. The buffer becomes free at each access in turn.
    func testNoByteIsLeftBehindWhereverTheBufferBecomesFree() {
        for access in 0..<60 {
            board = SimulatedMPS2()
            sent = []
            board.uart0.holdsTransmitter = true
            run(for: .milliseconds(20), whenIdle: { [board] in board.uart0.finishByte() }) {
                startSender([1, 2, 3])
                var left = access
                board.chip.beforeAccess = { [board] _ in
                    left -= 1
                    if left == 0 { board.uart0.finishByte() }
                }
            }
            XCTAssertEqual(sent, [1, 2, 3], "access \(access)")
        }
    }
}
