// The SPI as a controller whose bytes go by DMA (RM0090 28.3.9).
import Interfaces
import MMIO
import STM32F405PAC

/// An SPI of the chip as the bus's one controller, with a DMA stream for each direction: a transfer costs one interrupt,
/// whatever its length up to 65,535 bytes, and one more for each 65,535.
///
///     guard let receiver = DMA2Stream0.take(), let transmitter = DMA2Stream3.take() else { ... }
///     let bus = SPIBus(
///         SPIDMAController(
///             spi, clock: sck, input: miso, output: mosi, receivingBy: receiver, transmittingBy: transmitter,
///             clocks: clocks, bitRate: 42.megahertz))
///
/// Bind three lines, that of the SPI and those of both streams, to one level and `bus.handleInterrupt`. What comes in is
/// received even if nobody wants it, so that the end of receiving is the end of the transfer, and the SPI is never overrun.
///
/// Errors: those of the SPI, and `.dma` with those of the streams. By then both streams have stopped.
public struct SPIDMAController: SPIDevice {
    private let controller: SPIController
    private let receiver: DMAStream
    private let transmitter: DMAStream

    public var bitRate: Frequency { controller.bitRate }

    init(_ controller: SPIController, receiver: DMAStream, transmitter: DMAStream) {
        self.controller = controller
        self.receiver = receiver
        self.transmitter = transmitter
    }

    public func begin(_ transfer: inout SPITransfer) {
        let count = min(transfer.left, DMAStream.longestTransfer)
        let data = controller.registers.DR.address
        // The receiver goes first, in time and in priority: nothing may come in while it is not there.
        receiver.begin(
            .peripheralToMemory, peripheral: data, memory: UnsafeRawPointer(transfer.target ?? transfer.sink), items: count,
            advances: transfer.target != nil, priority: .veryHigh)
        transmitter.begin(
            .memoryToPeripheral, peripheral: data, memory: UnsafeRawPointer(transfer.source), items: count,
            interrupts: false, priority: .medium)
        setRequests(true)
    }

    public func advance(_ transfer: inout SPITransfer) throws(SPIError) -> Bool {
        do throws(SPIError) {
            // The streams first: one that has stopped lets the SPI be overrun.
            let isComplete = try isComplete()
            _ = try controller.takeStatus()
            guard isComplete else { return false }
        } catch {
            restart()
            throw error
        }
        end()
        transfer.advance(by: min(transfer.left, DMAStream.longestTransfer))
        guard transfer.left > 0 else { return true }
        begin(&transfer)
        return false
    }

    private func isComplete() throws(SPIError) -> Bool {
        do throws(DMAError) {
            _ = try transmitter.takeEvents()
            return try receiver.takeEvents().isComplete
        } catch { throw .dma(error) }
    }

    /// Both streams have stopped and have no memory when this returns.
    private func end() {
        transmitter.end()
        receiver.end()
        setRequests(false)
    }

    public func restart() {
        end()
        controller.restart()
    }

    /// Ends the driver: the streams have stopped, and they, the SPI and its pins may be taken again. Copies of the
    /// controller are of no use from here. Precondition: no transfer is going on.
    public func release() {
        transmitter.release()
        receiver.release()
        controller.release()
    }

    private func setRequests(_ enabled: Bool) {
        controller.registers.CR2.write {
            $0.RXDMAEN = enabled
            $0.TXDMAEN = enabled
            $0.ERRIE = enabled
        }
    }
}

extension SPIDMAController {
    // One an SPI, for the reason that `USARTInstances.swift` gives.

    /// Turns it on at the fastest rate that is not above `bitRate`, in bits a second; the property says which it became.
    /// `clock`, `input` and `output` are SCK, MISO and MOSI. Bind the SPI's line and both streams' at one level.
    public init<Clock: SPI1ClockPin, Input: SPI1InputPin, Output: SPI1OutputPin>(
        _ spi: consuming Peripheral<SPI1>, clock: consuming Pin<Clock, Unconfigured>,
        input: consuming Pin<Input, Unconfigured>, output: consuming Pin<Output, Unconfigured>,
        receivingBy receiver: consuming Peripheral<some SPI1ReceiveStream>,
        transmittingBy transmitter: consuming Peripheral<some SPI1TransmitStream>,
        clocks: ClockOutcome, bitRate: Frequency, mode: SPIMode = .mode0
    ) { self.init(spi, clock, input, output, receiver, transmitter, clocks, bitRate, mode) }
    /// The same for SPI2.
    public init<Clock: SPI2ClockPin, Input: SPI2InputPin, Output: SPI2OutputPin>(
        _ spi: consuming Peripheral<SPI2>, clock: consuming Pin<Clock, Unconfigured>,
        input: consuming Pin<Input, Unconfigured>, output: consuming Pin<Output, Unconfigured>,
        receivingBy receiver: consuming Peripheral<some SPI2ReceiveStream>,
        transmittingBy transmitter: consuming Peripheral<some SPI2TransmitStream>,
        clocks: ClockOutcome, bitRate: Frequency, mode: SPIMode = .mode0
    ) { self.init(spi, clock, input, output, receiver, transmitter, clocks, bitRate, mode) }
    /// The same for SPI3.
    public init<Clock: SPI3ClockPin, Input: SPI3InputPin, Output: SPI3OutputPin>(
        _ spi: consuming Peripheral<SPI3>, clock: consuming Pin<Clock, Unconfigured>,
        input: consuming Pin<Input, Unconfigured>, output: consuming Pin<Output, Unconfigured>,
        receivingBy receiver: consuming Peripheral<some SPI3ReceiveStream>,
        transmittingBy transmitter: consuming Peripheral<some SPI3TransmitStream>,
        clocks: ClockOutcome, bitRate: Frequency, mode: SPIMode = .mode0
    ) { self.init(spi, clock, input, output, receiver, transmitter, clocks, bitRate, mode) }

    /// Takes any pins and streams: who calls it has seen to it that they serve the SPI.
    private init<Instance: SPIInstance>(
        _ spi: consuming Peripheral<Instance>, _ clock: consuming Pin<some PinIdentity, Unconfigured>,
        _ input: consuming Pin<some PinIdentity, Unconfigured>, _ output: consuming Pin<some PinIdentity, Unconfigured>,
        _ receiver: consuming Peripheral<some DMAStreamIdentity>,
        _ transmitter: consuming Peripheral<some DMAStreamIdentity>,
        _ clocks: ClockOutcome, _ bitRate: Frequency, _ mode: SPIMode
    ) {
        self.init(
            SPIController(spi, clock, input, output, clocks, bitRate, mode),
            receiver: DMAStream(receiver, channel: Instance.streamChannel),
            transmitter: DMAStream(transmitter, channel: Instance.streamChannel))
    }
}
