// A serial port with queues, for tasks: bytes come and go by interrupt, and `await` is all the waiting.
import CortexM
import Interfaces
import Queues
import Synchronization
import Tasks

/// A serial device with a queue in each direction.
///
/// Received bytes are pushed by the receive interrupt and taken by one task. Sent bytes are pushed by tasks of
/// one level and taken by the transmit interrupt; where the device never raises that (QEMU's STM32 USART), the
/// interrupt is pended by hand and finds the device ready.
///
/// Bind both lines to one level and call `handleInterrupt` there.
///
/// Cost: twice `capacity` bytes of queues, a power of two each, and about 60 instructions a byte in each direction.
public struct BufferedSerialPort<Device: SerialDevice, let capacity: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: the queues and the signal are built for two contexts, the counter is atomic and
    // the device is only touched at the interrupts' level once started.
    private let device: Device
    private let transmitLine: InterruptLine
    private let received = SingleProducerQueue<UInt8, capacity>(filler: 0)
    private let sending = SingleProducerQueue<UInt8, capacity>(filler: 0)
    private let arrived = Signal()
    private let errors = Atomic<UInt32>(0)

    /// Milliseconds without a byte sent after which a full transmit queue is an error: 10 bytes last 1 ms at
    /// 115,200 baud.
    private static var patience: Int { 100 }

    public init(_ device: Device, transmitLine: InterruptLine) {
        self.device = device
        self.transmitLine = transmitLine
    }

    /// Lets the device interrupt. Both lines are bound before.
    public func start() { device.setReceiveInterrupt(true) }

    /// Moves bytes between the device and the queues. The interrupts' level.
    public func handleInterrupt() {
        while true {
            do throws(SerialError) {
                guard let byte = try device.takeReceived() else { break }
                keep(byte)
            } catch {
                errors.wrappingAdd(1, ordering: .relaxed)
                if case .overrun(let last?) = error { keep(last) }
            }
        }
        device.acknowledgeTransmitInterrupt()
        repeat {
            while device.canTransmit {
                guard let byte = sending.pop() else {
                    device.setTransmitInterrupt(false)
                    return
                }
                device.transmit(byte)
            }
            device.setTransmitInterrupt(true)
            // A device that interrupts once, when it becomes ready, may have done so just before it was allowed to.
        } while device.canTransmit
    }

    private func keep(_ byte: UInt8) {
        // A byte that finds the queue full is an error like one that the device lost.
        if !received.push(byte) { errors.wrappingAdd(1, ordering: .relaxed) }
        arrived.notify()
    }

    /// The next byte that was received. One task.
    public func receive() async -> UInt8 {
        while true {
            if let byte = received.pop() { return byte }
            await arrived.wait()
        }
    }

    /// A byte that has been received already, or nil.
    public func receiveNow() -> UInt8? { received.pop() }

    /// Bytes lost since start, to the line's errors or to a full queue.
    public var errorCount: UInt32 { errors.load(ordering: .relaxed) }

    /// Queues up to `capacity` bytes, all together, to be sent behind what is queued. Waits while there is no room;
    /// gives up with `timeout` if the device takes nothing for 100 ms. Tasks of one level.
    public func send(_ bytes: borrowing Span<UInt8>) async throws(SerialError) {
        var left = Self.patience
        var count = sending.count
        while capacity - count < bytes.count {
            await sleep(for: .milliseconds(1))
            let now = sending.count
            left = now < count ? Self.patience : left - 1
            count = now
            guard left > 0 else { throw .timeout }
        }
        for index in bytes.indices { _ = sending.push(bytes[index]) }
        NVIC.pend(transmitLine)
    }

    /// Waits until everything queued has been given to the device, at most 100 ms without progress.
    public func drain() async {
        var left = Self.patience
        var count = sending.count
        while count > 0, left > 0 {
            await sleep(for: .milliseconds(1))
            let now = sending.count
            left = now < count ? Self.patience : left - 1
            count = now
        }
    }

    /// The device as it is, for the report of a fault.
    public var polled: PollingOutput<Device> { PollingOutput(device) }
}
