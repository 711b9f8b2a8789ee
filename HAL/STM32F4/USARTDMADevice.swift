// The USART as an asynchronous serial device whose bytes go by DMA (RM0090 30.3.13).
import Interfaces
import MMIO
import STM32F405PAC

/// A USART with a DMA stream for each direction, 8 data bits, no parity, one stop bit. To `BufferedSerialPort` it is a
/// device like any other; only its interrupts are fewer.
///
/// **Receiving.** A stream writes into a ring, for ever. It interrupts when the ring is half full and when it is full; the
/// USART does when the line falls idle, and at the first byte after that. A handler that begins within half a ring of bytes
/// loses none: 427 us with 256 bytes at 3 Mbit/s, where a device without DMA has 3.3. When one begins later, an overrun
/// is thrown, since bytes may be lost then, and what is in the ring still follows.
///
/// The core reads the data register only after an overrun, and so never takes a byte from the stream. The flags of the line
/// go when the stream takes the next byte after a read of the status register; until then their interrupts are off, and
/// that of the next byte is on in their place.
///
/// **Transmitting.** Bytes are collected while the stream sends those before them.
///
/// Errors: overrun, framing, noise and parity are thrown as `USARTDevice` does, but a damaged byte is among those that
/// follow: the flags do not say which it is. `.dma` is thrown when a stream failed, or does not take a byte; the receiver
/// then begins anew with an empty ring, and the transmitter has lost what it was sending.
///
/// Memory: both buffers belong to this object, which stops the streams before it goes, and gives the USART, the streams and
/// the pins back. Cost: the buffers and 80 bytes;
/// some 20 instructions a byte in each direction, and some 200 each time an interrupt looks for more. Bind three lines,
/// that of the USART and those of the streams, to one level. Context: that level.
public final class USARTDMADevice: SerialDevice, @unchecked Sendable {
    // SAFETY of `@unchecked`: everything that changes is touched at the interrupts' level alone, as `SerialDevice` says.
    private let usart: USARTDevice
    private var registers: USART { usart.registers }
    private let receiver: DMAStream
    private let transmitter: DMAStream

    private let ring: UnsafeMutableBufferPointer<UInt8>
    /// The next byte of the ring to take, and the first that may not have arrived.
    private var next = 0
    private var end = 0
    /// How many bytes were found together, and are being taken.
    private var batch = 0
    private var isListening = false
    /// Whether the next byte interrupts, in place of an idle line and of errors.
    private var awaitsByte = false
    /// Errors that stand in the status register and have been thrown.
    private var reported: LineErrors = []

    private let staging: UnsafeMutableBufferPointer<UInt8>
    /// The first byte that has not been sent, how many there are from it on, and how many of those the stream has.
    private var first = 0
    private var staged = 0
    private var sending = 0
    private var transmitError: DMAError?

    private struct LineErrors: OptionSet {
        let rawValue: UInt8
        static var overrun: LineErrors { LineErrors(rawValue: 1) }
        static var framing: LineErrors { LineErrors(rawValue: 2) }
        static var noise: LineErrors { LineErrors(rawValue: 4) }
        static var parity: LineErrors { LineErrors(rawValue: 8) }
    }

    /// The ring has an even number of bytes, from 2 to 65,534.
    init(_ usart: USARTDevice, receiver: DMAStream, transmitter: DMAStream, ringBytes: Int, stagingBytes: Int) {
        precondition(
            ringBytes >= 2 && ringBytes <= 65_534 && ringBytes & 1 == 0 && stagingBytes > 0,
            "a ring has an even number of bytes, and no buffer is empty")
        self.usart = usart
        self.receiver = receiver
        self.transmitter = transmitter
        // SAFETY: both are this object's until its end, and the streams are stopped there first.
        ring = .allocate(capacity: ringBytes)
        staging = .allocate(capacity: stagingBytes)
        ring.initialize(repeating: 0)
        staging.initialize(repeating: 0)
        registers.CR3.modify {
            $0.DMAR = true
            $0.DMAT = true
        }
        beginReceiving()
    }

    deinit {
        registers.CR3.modify {
            $0.DMAR = false
            $0.DMAT = false
        }
        receiver.release()
        transmitter.release()
        usart.release()
        // SAFETY: both streams have stopped, and nobody else has the buffers' addresses.
        ring.deallocate()
        staging.deallocate()
    }

    // MARK: - Receiving

    private func beginReceiving() {
        (next, end, batch) = (0, 0, 0)
        receiver.beginCircular(
            .peripheralToMemory, .byte, peripheral: registers.DR.address, memory: UnsafeRawBufferPointer(ring),
            priority: .veryHigh)
    }

    public func takeReceived() throws(SerialError) -> UInt8? {
        if next == end {
            try lookAtStreams()
            try lookAtLine()
            guard findBytes() else { return nil }
        }
        let byte = ring[next]
        next = next &+ 1 == ring.count ? 0 : next &+ 1
        return byte
    }

    private func lookAtStreams() throws(SerialError) {
        advanceTransmitter()
        if let error = transmitError {
            transmitError = nil
            throw .dma(error)
        }
        let isLate: Bool
        do throws(DMAError) {
            let events = try receiver.takeEvents()
            // Half a ring lies between the two, so who finds both has come later than that.
            isLate = events.isHalfway && events.isComplete
        } catch {
            receiver.end()
            beginReceiving()
            throw .dma(error)
        }
        let arrived = position &- end
        // The stream has gone round to bytes that were being taken.
        let isOverwritten = batch &+ (arrived < 0 ? arrived &+ ring.count : arrived) > ring.count
        if isLate || isOverwritten {
            batch = 0
            throw .overrun(last: nil)
        }
    }

    /// Where the stream writes next.
    private var position: Int {
        let position = ring.count &- receiver.remaining
        return position == ring.count ? 0 : position
    }

    /// How often the stream is waited for to take a byte: it takes some ten cycles.
    private static let timeout = 1000

    private func lookAtLine() throws(SerialError) {
        var status = registers.SR.read()
        var seen = status.bits
        for _ in 0..<Self.timeout where status.RXNE {
            status = registers.SR.read()
            seen |= status.bits
        }
        guard !status.RXNE else { return try endUnserved() }
        status = USART.SR(bits: seen)
        var errors: LineErrors = []
        if status.ORE { errors.insert(.overrun) }
        if status.FE { errors.insert(.framing) }
        if status.NF { errors.insert(.noise) }
        if status.PE { errors.insert(.parity) }
        reported.formIntersection(errors)
        if status.IDLE || !errors.isEmpty, !awaitsByte { setInterrupts(awaitingByte: true) }
        let new = errors.subtracting(reported)
        if new.contains(.overrun) {
            // It would interrupt until it is cleared; a byte that this takes from the stream is one more that is lost.
            _ = registers.DR.read()
            reported = []
            throw .overrun(last: nil)
        }
        if new.contains(.framing) {
            reported.insert(.framing)
            throw .framing
        }
        if new.contains(.noise) {
            reported.insert(.noise)
            throw .noise
        }
        if new.contains(.parity) {
            reported.insert(.parity)
            throw .parity
        }
    }

    /// A stream that does not take a byte would let it interrupt for ever.
    private func endUnserved() throws(SerialError) {
        receiver.end()
        _ = registers.DR.read()
        reported = []
        beginReceiving()
        throw .dma(.timeout)
    }

    /// Behind the change of the interrupts, so that a byte that came before it is found.
    private func findBytes() -> Bool {
        let position = position
        batch = position &- next
        if batch < 0 { batch &+= ring.count }
        end = position
        guard batch > 0 else { return false }
        if awaitsByte { setInterrupts(awaitingByte: false) }
        return true
    }

    private func setInterrupts(awaitingByte: Bool) {
        awaitsByte = awaitingByte
        registers.CR1.modify {
            $0.RXNEIE = isListening && awaitingByte
            $0.IDLEIE = isListening && !awaitingByte
            $0.PEIE = isListening && !awaitingByte
        }
        registers.CR3.modify { $0.EIE = isListening && !awaitingByte }
    }

    /// What arrives while they are off is kept in the ring.
    public func setReceiveInterrupt(_ enabled: Bool) {
        isListening = enabled
        receiver.setCircularInterrupts(enabled)
        setInterrupts(awaitingByte: false)
    }

    // MARK: - Transmitting

    public var canTransmit: Bool {
        advanceTransmitter()
        return staged < staging.count
    }

    public func transmit(_ byte: UInt8) {
        let place = first &+ staged
        staging[place < staging.count ? place : place &- staging.count] = byte
        staged &+= 1
        if sending == 0 { sendStaged() }
    }

    /// All that is staged, up to the end of the buffer.
    private func sendStaged() {
        sending = min(staged, staging.count &- first, DMAStream.longestTransfer)
        // SAFETY: the stream has these bytes to itself until `advanceTransmitter` finds that it is done.
        guard sending > 0, let start = staging.baseAddress else { return }
        transmitter.begin(
            .memoryToPeripheral, peripheral: registers.DR.address, memory: UnsafeRawPointer(start + first),
            items: sending, priority: .medium)
    }

    private func advanceTransmitter() {
        guard sending > 0 else { return }
        do throws(DMAError) {
            guard try transmitter.takeEvents().isComplete else { return }
        } catch { transmitError = error }
        transmitter.end()
        staged &-= sending
        first &+= sending
        if first == staging.count { first = 0 }
        sendStaged()
    }

    /// The stream interrupts whenever it is done, and has to.
    public func setTransmitInterrupt(_ enabled: Bool) {}

    public func acknowledgeTransmitInterrupt() { advanceTransmitter() }
}

extension USARTDMADevice {
    // One a USART, for the reason that `USARTInstances.swift` gives.

    /// Turns it on at `baudRate`, with its two pins, and begins to receive. `ringBytes`, an even number from 2 to 65,534, is
    /// what may arrive before a handler comes; `stagingBytes` what may be waiting to be sent. Both are allocated here: make it
    /// during start-up.
    public convenience init(
        _ usart: consuming Peripheral<USART1>, transmit: consuming Pin<some USART1TransmitPin, Unconfigured>,
        by transmitter: consuming Peripheral<some USART1TransmitStream>,
        receive: consuming Pin<some USART1ReceivePin, Unconfigured>,
        by receiver: consuming Peripheral<some USART1ReceiveStream>, clocks: ClockOutcome, baudRate: BaudRate,
        ringBytes: Int = 256, stagingBytes: Int = 256
    ) { self.init(usart, transmit, transmitter, receive, receiver, clocks, baudRate, ringBytes, stagingBytes) }
    /// The same for USART2.
    public convenience init(
        _ usart: consuming Peripheral<USART2>, transmit: consuming Pin<some USART2TransmitPin, Unconfigured>,
        by transmitter: consuming Peripheral<some USART2TransmitStream>,
        receive: consuming Pin<some USART2ReceivePin, Unconfigured>,
        by receiver: consuming Peripheral<some USART2ReceiveStream>, clocks: ClockOutcome, baudRate: BaudRate,
        ringBytes: Int = 256, stagingBytes: Int = 256
    ) { self.init(usart, transmit, transmitter, receive, receiver, clocks, baudRate, ringBytes, stagingBytes) }
    /// The same for USART3.
    public convenience init(
        _ usart: consuming Peripheral<USART3>, transmit: consuming Pin<some USART3TransmitPin, Unconfigured>,
        by transmitter: consuming Peripheral<some USART3TransmitStream>,
        receive: consuming Pin<some USART3ReceivePin, Unconfigured>,
        by receiver: consuming Peripheral<some USART3ReceiveStream>, clocks: ClockOutcome, baudRate: BaudRate,
        ringBytes: Int = 256, stagingBytes: Int = 256
    ) { self.init(usart, transmit, transmitter, receive, receiver, clocks, baudRate, ringBytes, stagingBytes) }
    /// The same for UART4.
    public convenience init(
        _ usart: consuming Peripheral<UART4>, transmit: consuming Pin<some UART4TransmitPin, Unconfigured>,
        by transmitter: consuming Peripheral<some UART4TransmitStream>,
        receive: consuming Pin<some UART4ReceivePin, Unconfigured>,
        by receiver: consuming Peripheral<some UART4ReceiveStream>, clocks: ClockOutcome, baudRate: BaudRate,
        ringBytes: Int = 256, stagingBytes: Int = 256
    ) { self.init(usart, transmit, transmitter, receive, receiver, clocks, baudRate, ringBytes, stagingBytes) }
    /// The same for UART5.
    public convenience init(
        _ usart: consuming Peripheral<UART5>, transmit: consuming Pin<some UART5TransmitPin, Unconfigured>,
        by transmitter: consuming Peripheral<some UART5TransmitStream>,
        receive: consuming Pin<some UART5ReceivePin, Unconfigured>,
        by receiver: consuming Peripheral<some UART5ReceiveStream>, clocks: ClockOutcome, baudRate: BaudRate,
        ringBytes: Int = 256, stagingBytes: Int = 256
    ) { self.init(usart, transmit, transmitter, receive, receiver, clocks, baudRate, ringBytes, stagingBytes) }
    /// The same for USART6.
    public convenience init(
        _ usart: consuming Peripheral<USART6>, transmit: consuming Pin<some USART6TransmitPin, Unconfigured>,
        by transmitter: consuming Peripheral<some USART6TransmitStream>,
        receive: consuming Pin<some USART6ReceivePin, Unconfigured>,
        by receiver: consuming Peripheral<some USART6ReceiveStream>, clocks: ClockOutcome, baudRate: BaudRate,
        ringBytes: Int = 256, stagingBytes: Int = 256
    ) { self.init(usart, transmit, transmitter, receive, receiver, clocks, baudRate, ringBytes, stagingBytes) }

    /// Takes any pins and streams: who calls it has seen to it that they serve the USART.
    private convenience init<Instance: USARTInstance>(
        _ usart: consuming Peripheral<Instance>, _ transmit: consuming Pin<some PinIdentity, Unconfigured>,
        _ transmitter: consuming Peripheral<some DMAStreamIdentity>,
        _ receive: consuming Pin<some PinIdentity, Unconfigured>,
        _ receiver: consuming Peripheral<some DMAStreamIdentity>, _ clocks: ClockOutcome, _ baudRate: BaudRate,
        _ ringBytes: Int, _ stagingBytes: Int
    ) {
        self.init(
            USARTDevice(usart, transmit, receive, clocks, baudRate),
            receiver: DMAStream(receiver, channel: Instance.streamChannel),
            transmitter: DMAStream(transmitter, channel: Instance.streamChannel), ringBytes: ringBytes,
            stagingBytes: stagingBytes)
    }
}
