// A serial port with queues, for tasks: bytes come and go by interrupt, and `await` is all the waiting.
import CortexM
import Interfaces
import Queues
import Synchronization
import Tasks

/// A serial device with a queue in each direction.
///
/// Received bytes are pushed by the receive interrupt and taken by tasks. Sent bytes are pushed by tasks, whose turns follow
/// each other, and taken by the transmit interrupt; where the device never raises that (QEMU's STM32 USART), the interrupt
/// is pended by hand and finds the device ready.
///
/// Bind both lines to one level and call `handleInterrupt` there: from two it is a fault.
///
/// While the receive queue has room for no more than a byte, what comes stays in the device, which does not interrupt until a
/// task takes one. A sender that waits (RTS and CTS, an emulator's pipe) then waits; from one that does not, the device loses
/// bytes and says so.
///
/// Cost: twice `capacity` bytes of queues, a power of two from 2 on, and about 60 instructions a byte in each direction. Context:
/// tasks of any level, but for `handleInterrupt`.
public struct BufferedSerialPort<Device: SerialDevice, let capacity: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: each queue has one context at each end: the handler at one, and at the other what has
    // interrupts masked or the turn to send. The counter is atomic, and the device is only touched at the interrupts' level
    // once started.
    private let device: Device
    private let transmitLine: InterruptLine
    private let received = SPSCQueue<UInt8, capacity>(filler: 0)
    private let sending = SPSCQueue<UInt8, capacity>(filler: 0)
    private let arrived = Signal()
    private let turn = Semaphore(permits: 1)
    private let handler = ExclusiveUse()
    private let errors = Atomic<UInt32>(0)
    /// Whether the device keeps its bytes and does not interrupt, because the receive queue has room for no more than one.
    private let isPaused = Atomic<Bool>(false)

    /// Milliseconds without a byte sent after which a full transmit queue is an error: 10 bytes last 1 ms at
    /// 115,200 baud.
    private static var timeout: Int { 100 }

    /// Takes over the device. `transmitLine` is the line that is pended to begin sending.
    public init(_ device: Device, transmitLine: InterruptLine) {
        precondition(capacity > 1, "a serial port's queues have room for two bytes or more")
        self.device = device
        self.transmitLine = transmitLine
    }

    /// Lets the device interrupt. Both lines are bound before.
    public func start() { device.setReceiveInterrupt(true) }

    /// Moves bytes between the device and the queues. The interrupts' level.
    public func handleInterrupt() { handler.handle { moveBytes() } }

    private func moveBytes() {
        receiveBytes()
        device.acknowledgeTransmitInterrupt()
        repeat {
            while device.canTransmit {
                guard let byte = sending.ring.pop() else {
                    device.setTransmitInterrupt(false)
                    return
                }
                device.transmit(byte)
            }
            device.setTransmitInterrupt(true)
            // A device that interrupts once, when it becomes ready, may have done so just before it was allowed to.
        } while device.canTransmit
    }

    private func receiveBytes() {
        while received.count < capacity {
            // Off before the last byte is taken and not after: QEMU's STM32 USART lowers its line when a byte is taken, and not
            // when it may not interrupt any more.
            if received.count == capacity - 1, !isPaused.load(ordering: .relaxed) { setPaused(true) }
            do throws(SerialError) {
                guard let byte = try device.takeReceived() else {
                    guard isPaused.load(ordering: .relaxed), received.count < capacity - 1 else { return }
                    // Looked at once more: a device that interrupts once, when a byte arrives, may have got one just before.
                    setPaused(false)
                    continue
                }
                keep(byte)
            } catch {
                errors.wrappingAdd(1, ordering: .relaxed)
                if case .overrun(let last?) = error { keep(last) }
            }
        }
    }

    private func keep(_ byte: UInt8) {
        _ = received.ring.push(byte)
        arrived.notify()
    }

    private func setPaused(_ pauses: Bool) {
        isPaused.store(pauses, ordering: .relaxed)
        device.setReceiveInterrupt(!pauses)
    }

    /// Waits for the next byte until `deadline`; nil if that or the cancellation of the task came first, and then the byte
    /// that comes later is the next call's. Task context.
    public func receive(until deadline: Instant = .never) async -> UInt8? {
        var isWaiting = true
        while true {
            // Looked at once more after the wait: a byte that has come is not left behind.
            if let byte = tryReceive() { return byte }
            guard isWaiting else { return nil }
            isWaiting = await arrived.wait(until: deadline)
        }
    }

    /// A byte that has been received already, or nil. Any context.
    public func tryReceive() -> UInt8? {
        withInterruptsMasked {
            let byte = received.ring.pop()
            // There is room now for what the device kept.
            if isPaused.load(ordering: .relaxed) { NVIC.pend(transmitLine) }
            return byte
        }
    }

    /// Errors of the device since start. Each is at least one byte lost.
    public var errorCount: UInt32 { errors.load(ordering: .relaxed) }

    /// Queues up to `capacity` bytes, all together or not at all, to be sent after what is queued. Waits for its turn and
    /// while there is no room. Task context.
    ///
    /// - Throws: `tooLong` for more bytes than the queue holds, `timeout` if the device takes nothing for 100 ms,
    ///   `cancelled` if the task is cancelled first. None of the bytes is queued then.
    public func send(_ bytes: borrowing Span<UInt8>) async throws(SerialError) {
        guard bytes.count <= capacity else { throw .tooLong(capacity: capacity) }
        guard await turn.acquire() else { throw .cancelled }
        defer { turn.release() }
        try await waitUntilQueued(atMost: capacity - bytes.count)
        for index in bytes.indices { _ = sending.ring.push(bytes[index]) }
        NVIC.pend(transmitLine)
    }

    /// Waits until everything queued has been given to the device.
    ///
    /// - Throws: `timeout` if it takes nothing for 100 ms, `cancelled` if the task is cancelled first. The rest stays
    ///   queued then.
    public func drain() async throws(SerialError) { try await waitUntilQueued(atMost: 0) }

    private func waitUntilQueued(atMost limit: Int) async throws(SerialError) {
        var left = Self.timeout
        var count = sending.count
        while count > limit {
            guard left > 0 else { throw .timeout }
            guard await sleep(for: .milliseconds(1)) else { throw .cancelled }
            let now = sending.count
            left = now < count ? Self.timeout : left - 1
            count = now
        }
    }

    /// The device as it is, for the report of a fault.
    public var polled: PollingOutput<Device> { PollingOutput(device) }
}
