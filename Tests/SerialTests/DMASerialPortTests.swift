// The serial port with queues over a USART whose bytes go by DMA, at 3 Mbit/s.
import CortexM
import Interfaces
import MMIO
import STM32F4Drivers
import Serial
import SimulatedChip
import Tasks
import XCTest

private enum Program {
    // SAFETY: a simulated chip has one thread; each test makes its port before it starts the chip's tasks.
    nonisolated(unsafe) static var port: UnsafeMutablePointer<BufferedSerialPort<USARTDMADevice, 4096>>!
    // SAFETY: as above.
    nonisolated(unsafe) static var received: [UInt8] = []
    // SAFETY: as above.
    nonisolated(unsafe) static var interrupts = 0
    // SAFETY: as above.
    nonisolated(unsafe) static var outcome = ""
    // SAFETY: as above.
    nonisolated(unsafe) static var board: SimulatedSTM32F405!
    /// How long each handler is kept from beginning.
    // SAFETY: as above.
    nonisolated(unsafe) static var delay = Interval.microseconds(0)
    // SAFETY: as above.
    nonisolated(unsafe) static var isDelaying = false

    static func handleInterrupt() {
        interrupts += 1
        // Time passes inside, in which other interrupts become pending: they wait for this one's end.
        if !isDelaying {
            isDelaying = true
            board.chip.spend(delay)
            isDelaying = false
        }
        port.pointee.handleInterrupt()
    }
}

final class DMASerialPortTests: XCTestCase {
    private var board = SimulatedSTM32F405()
    private var sent: [UInt8] = []

    private static let clocks = ClockOutcome(source: .crystal, coreClock: 168.megahertz)
    private static var threeMegabits: BaudRate {
        guard let rate = try? BaudRate(3_000_000, of: USART1.self, clocks: clocks) else { fatalError("3 Mbit/s") }
        return rate
    }

    /// A byte takes 10 bits of 56 core cycles, 3.33 us; half a ring of 256 bytes, 427 us.
    private func run(
        for limit: Interval = .seconds(2), delay: Interval = .microseconds(0), until isFinished: () -> Bool = { false },
        _ start: () -> Void
    ) {
        Program.received = []
        Program.interrupts = 0
        Program.board = board
        Program.delay = delay
        board.usart1.onTransmit = { [unowned self] in sent.append($0) }
        _ = board.chip.run(for: limit, until: isFinished) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let usart = USART1.take(), let transmit = PA9.take(), let receive = PA10.take(),
                let transmitter = DMA2Stream7.take(), let receiver = DMA2Stream5.take()
            else { return XCTFail("something is in use") }
            let device = USARTDMADevice(
                usart, transmit: transmit, by: transmitter, receive: receive, by: receiver,
                clocks: Self.clocks, baudRate: Self.threeMegabits)
            // SAFETY: never freed, since a chip's ports live as long as the program.
            Program.port = .allocate(capacity: 1)
            let line = InterruptLine(rawValue: USART1.interrupt.rawValue)
            Program.port.initialize(to: BufferedSerialPort(device, transmitLine: line))
            for line in [USART1.interrupt.rawValue, DMA2Stream5.interrupt.rawValue, DMA2Stream7.interrupt.rawValue] {
                Level5.bind(InterruptLine(rawValue: line)) { Program.handleInterrupt() }
            }
            Program.port.pointee.start()
            start()
        }
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 8) }
    }

    func testTheLineIsAtThreeMegabits() {
        run {}
        XCTAssertEqual(board.usart1.cyclesInBit, 28)
    }

    /// 60,000 bytes in a row, which last 200 ms, while the reader looks once in 5 ms: 1500 bytes.
    func testNothingIsLostAtThreeMegabitsWithAReaderThatIsLate() {
        let bytes = Self.bytes(60_000)
        run(until: { Program.received.count == 60_000 && board.usart1.cyclesUntilEvent == nil }) {
            board.usart1.sendAtRate(bytes)
            startTask("reader") { @MainActor in
                while true {
                    await sleep(for: .milliseconds(5))
                    while let byte = Program.port.pointee.tryReceive() { Program.received.append(byte) }
                }
            }
        }
        XCTAssertEqual(Program.received, bytes)
        XCTAssertEqual(Program.port.pointee.errorCount, 0)
        // Two for each round of 256 bytes, the idle line, and what binding and the start made pending.
        XCTAssertLessThanOrEqual(Program.interrupts, 60_000 / 128 + 4)
    }

    func testNothingIsLostWhileHandlersBeginWithinHalfARing() {
        let bytes = Self.bytes(20_000)
        run(for: .milliseconds(200), delay: .microseconds(420)) {
            board.usart1.sendAtRate(bytes)
            startReader()
        }
        XCTAssertEqual(Program.received, bytes)
        XCTAssertEqual(Program.port.pointee.errorCount, 0)
    }

    /// The queue is full after 14 ms: from then on the device does not interrupt, and what its ring loses is one error.
    func testAReaderThatComesTooLateGetsTheOldestBytesAndIsToldOfTheLoss() {
        let bytes = Self.bytes(20_000)
        run(for: .milliseconds(200)) {
            board.usart1.sendAtRate(bytes)
            startTask("reader") { @MainActor in
                await sleep(for: .milliseconds(50))
                XCTAssertLessThan(Program.interrupts, 100)
                await Self.readOn()
            }
        }
        XCTAssertEqual(Program.received.prefix(4096), bytes.prefix(4096))
        XCTAssertGreaterThan(Program.received.count, 5000)
        XCTAssertGreaterThanOrEqual(Program.port.pointee.errorCount, 1)
    }

    @MainActor private static func readOn() async {
        while let byte = await Program.port.pointee.receive() { Program.received.append(byte) }
    }

    func testHandlersThatAreLaterAreOverruns() {
        run(for: .milliseconds(200), delay: .microseconds(900)) {
            board.usart1.sendAtRate(Self.bytes(20_000))
            startReader()
        }
        XCTAssertGreaterThan(Program.port.pointee.errorCount, 10)
        XCTAssertLessThan(Program.received.count, 20_000)
    }

    /// Messages of every length around half a ring and a ring, with pauses of a byte and more.
    func testMessagesArriveWholeWhenTheLineFallsIdle() {
        var expected: [UInt8] = []
        run(for: .milliseconds(50)) {
            for length in [1, 2, 127, 128, 129, 1, 255, 256, 257, 384, 3] {
                for pause in [0, 1, 2, 30] {
                    let bytes = Self.bytes(length)
                    expected += bytes
                    board.usart1.sendAtRate(bytes, pause: pause)
                }
            }
            startReader()
        }
        XCTAssertEqual(Program.received, expected)
        XCTAssertEqual(Program.port.pointee.errorCount, 0)
    }

    /// The last byte of a message is there a byte's time after it, and a burst costs two interrupts.
    func testAMessageOfFewBytesIsThereAByteLater() {
        run(for: .milliseconds(3)) {
            startReader()
            startTask("sender") { @MainActor in
                await sleep(for: .milliseconds(1))
                Program.interrupts = 0
                Program.board.usart1.sendAtRate([1, 2, 3])
                await sleep(for: .microseconds(12))
                XCTAssertEqual(Program.received, [])
                await sleep(for: .microseconds(2))
                XCTAssertEqual(Program.received, [1, 2, 3])
                await sleep(for: .microseconds(100))
                Program.board.usart1.sendAtRate([4, 5])
                await sleep(for: .microseconds(100))
                XCTAssertEqual(Program.received, [1, 2, 3, 4, 5])
            }
        }
        XCTAssertEqual(Program.interrupts, 1 + 2)
    }

    func testWhatTheLineDamagesIsCountedOnceAndTheRestArrives() {
        for damage in USARTModel.LineError.allCases {
            board = SimulatedSTM32F405()
            run(for: .milliseconds(5)) {
                board.usart1.sendAtRate(Self.bytes(40), damage: damage)
                board.usart1.sendAtRate(Self.bytes(300))
                startReader()
            }
            XCTAssertEqual(Program.port.pointee.errorCount, 1, "\(damage)")
            XCTAssertEqual(Program.received.count, 340, "the damaged byte is among them")
            XCTAssertLessThan(Program.interrupts, 12)
        }
    }

    func testADamageOnALineThatIsIdleThenDoesNotInterruptForEver() {
        run(for: .milliseconds(5)) {
            board.usart1.sendAtRate([0], damage: .framing)
            startReader()
        }
        XCTAssertEqual(Program.port.pointee.errorCount, 1)
        XCTAssertLessThan(Program.interrupts, 6)
    }

    /// The stream is kept from its bytes, and then it is not.
    func testAStreamThatIsNotAskedIsCountedAndReceivingGoesOn() {
        run(for: .milliseconds(5)) {
            startReader()
            startTask("line") { @MainActor in
                await sleep(for: .milliseconds(1))
                Program.board.dma2.deafStreams = [5]
                Program.board.usart1.sendAtRate([1, 2, 3])
                await sleep(for: .milliseconds(1))
                Program.board.dma2.deafStreams = []
                Program.board.usart1.sendAtRate([4, 5, 6])
            }
        }
        XCTAssertGreaterThanOrEqual(Program.port.pointee.errorCount, 1)
        XCTAssertEqual(Program.received.suffix(3), [4, 5, 6])
        XCTAssertLessThan(Program.interrupts, 12)
    }

    /// Two bytes come before the stream has taken the first.
    func testAnOverrunIsCountedAndReceivingGoesOn() {
        run(for: .milliseconds(5)) {
            startReader()
            startTask("line") { @MainActor in
                await sleep(for: .milliseconds(1))
                Program.board.usart1.sendWithoutWaiting(1)
                Program.board.usart1.sendWithoutWaiting(2)
                Program.board.usart1.sendAtRate([4, 5, 6])
            }
        }
        XCTAssertEqual(Program.port.pointee.errorCount, 1)
        XCTAssertEqual(Program.received, [1, 4, 5, 6])
    }

    func testEachFailureOfTheReceivingStreamIsCountedAndReceivingBeginsAnew() {
        for fault in [DMAModel.Fault.transfer, .directMode, .fifo] {
            board = SimulatedSTM32F405()
            run(for: .milliseconds(5)) {
                startReader()
                startTask("line") { @MainActor in
                    await sleep(for: .milliseconds(1))
                    Program.board.dma2.inject(fault, into: 5)
                    Program.board.usart1.sendAtRate([1])
                    await sleep(for: .milliseconds(1))
                    Program.board.usart1.sendAtRate([4, 5, 6])
                }
            }
            XCTAssertGreaterThanOrEqual(Program.port.pointee.errorCount, 1, "\(fault)")
            XCTAssertEqual(Program.received.suffix(3), [4, 5, 6], "\(fault)")
        }
    }

    func testSendsInOrderByFewInterrupts() {
        let bytes = Self.bytes(2000)
        run {
            startTask("sender") { @MainActor in
                Program.interrupts = 0
                for start in stride(from: 0, to: 2000, by: 500) {
                    _ = try? await Program.port.pointee.send(bytes[start..<start + 500].span)
                    try? await Program.port.pointee.drain()
                }
            }
        }
        XCTAssertEqual(sent, bytes)
        // Pended by hand, the first byte alone, and one for each 256 that were staged meanwhile.
        XCTAssertLessThanOrEqual(Program.interrupts, 4 * 5)
    }

    func testATransmitterThatIsNeverAskedForBytesIsATimeout() {
        board.dma2.deafStreams = [7]
        run {
            startTask("sender") { @MainActor in
                for _ in 0..<3 {
                    do throws(SerialError) { try await Program.port.pointee.send(Self.bytes(4096).span) } catch {
                        Program.outcome = "\(error) at \(SystemClock.now.microseconds / 1000)"
                        return
                    }
                }
            }
        }
        XCTAssertEqual(Program.outcome, "timeout at 100")
        XCTAssertEqual(sent, [])
    }

    func testAFailureOfTheTransmittingStreamIsCountedAndSendingGoesOn() {
        run {
            startTask("sender") { @MainActor in
                Program.board.dma2.inject(.transfer, into: 7)
                _ = try? await Program.port.pointee.send([1].span)
                await sleep(for: .milliseconds(1))
                _ = try? await Program.port.pointee.send([2, 3].span)
                await sleep(for: .milliseconds(1))
            }
        }
        XCTAssertEqual(sent, [2, 3])
        XCTAssertEqual(Program.port.pointee.errorCount, 1)
    }

    func testSendingByPollingNeedsNoInterrupt() {
        run {
            withInterruptsMasked {
                var output = Program.port.pointee.polled
                for byte in Self.bytes(600) { output.write(byte: byte) }
            }
        }
        XCTAssertEqual(sent, Self.bytes(600).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    }

    /// What a device leaves behind is not written any more.
    func testADeviceThatGoesHasStoppedItsStreams() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            let before = HostLentMemory.count
            do {
                let device = USARTDMADevice(
                    USART1.take()!, transmit: PA9.take()!, by: DMA2Stream7.take()!, receive: PA10.take()!,
                    by: DMA2Stream2.take()!, clocks: Self.clocks, baudRate: Self.threeMegabits)
                XCTAssertNil(try? device.takeReceived())
                XCTAssertTrue(board.dma2.isEnabled(2))
                XCTAssertEqual(HostLentMemory.count, before + 1)
            }
            XCTAssertFalse(board.dma2.isEnabled(2))
            XCTAssertEqual(HostLentMemory.count, before)
        }
    }

    private func startReader() {
        startTask("reader") { @MainActor in
            while let byte = await Program.port.pointee.receive() { Program.received.append(byte) }
        }
    }
}
