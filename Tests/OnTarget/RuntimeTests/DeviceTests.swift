// Buses, displays and inputs on the chip, over devices made of memory: the drivers of the HAL are tested on the simulated
// chip, and here the code above them runs with real interrupts.
import Buses
import CortexM
import Displays
import Inputs
import Interfaces
import OnTargetHarness
import Sensors
import SerialFlash
import Synchronization
import Tasks

/// A line that nothing else here pends.
private let deviceLine = InterruptLine(rawValue: 19)
private let constantLine = InterruptLine(rawValue: 16)

/// A bus that answers each byte with its complement, at the next interrupt; and what a display would say it is.
private struct LoopbackController: SPIByteDevice {
    private static let byte = Atomic<UInt32>(0)
    private static let isWaiting = Atomic<Bool>(false)
    private static let count = Atomic<UInt32>(0)
    static let isStuck = Atomic<Bool>(false)

    static var exchanges: UInt32 { count.load(ordering: .relaxed) }

    var bitRate: Frequency { 10.megahertz }

    func exchange(_ byte: UInt8) {
        guard !Self.isStuck.load(ordering: .relaxed) else { return }
        Self.byte.store(UInt32(~byte), ordering: .relaxed)
        Self.isWaiting.store(true, ordering: .relaxed)
        Self.count.add(1, ordering: .relaxed)
        NVIC.pend(deviceLine)
    }

    func takeReceived() throws(SPIError) -> UInt8? {
        guard Self.isWaiting.exchange(false, ordering: .relaxed) else { return nil }
        return UInt8(truncatingIfNeeded: Self.byte.load(ordering: .relaxed))
    }

    func setInterrupt(_ enabled: Bool) {}
    func restart() {}
}

/// A bus whose every target answers with 0x60, which is what a BME280 says it is.
private struct ConstantController: I2CDevice {
    var bitRate: Frequency { 400.kilohertz }
    var isReady: Bool { true }

    func begin(_ transfer: borrowing I2CTransfer) { NVIC.pend(constantLine) }

    func advance(_ transfer: inout I2CTransfer) throws(I2CError) -> Bool {
        guard transfer.address == 0x76 || transfer.address == 0x3C else { throw .addressNotAcknowledged }
        if transfer.bytesToWrite > 0 { _ = transfer.takeByteToWrite() } else { transfer.keep(0x60) }
        guard transfer.bytesToWrite > 0 || transfer.bytesToRead > 0 else { return true }
        NVIC.pend(constantLine)
        return false
    }

    func restart() {}
}

private struct NoPin: OutputPin {
    func set(_ isOn: Bool) {}
}

private struct PendedInput: EdgeDevice {
    func takeEdge() -> Bool { true }
    var isHigh: Bool { true }
}

private let bus = SPIBus(LoopbackController())
private let flash = W25Q(bus, select: NoPin())
private let sensors = I2CBus(ConstantController())
private let input = EdgeStream<PendedInput, 4>(PendedInput())

@MainActor
enum DeviceTests {
    private static let edgesSeen = Signal()
    private static var edges: UInt32 = 0

    static func start() {
        _ = (bus, flash, sensors, input)  // Made before memory is sealed.
        Level6.bind(deviceLine) { bus.handleInterrupt() }
        Level6.bind(constantLine) { sensors.handleInterrupt() }
        Level2.bind(InterruptLine(rawValue: 18)) { input.handleInterrupt() }
        startTask("edges") { @MainActor in
            for await edge in input where edge.isHigh {
                edges += 1
                edgesSeen.notify()
            }
        }
    }

    static func run() async {
        var bytes: InlineArray<5, UInt8> = [1, 2, 3, 4, 5]
        do throws(SPIError) {
            try await bus.withSelected(NoPin()) { () async throws(SPIError) in
                var span = bytes.mutableSpan
                try await bus.exchange(&span)
            }
        } catch { Harness.expect("a transfer", false) }
        var right: UInt32 = 0
        for index in 0..<5 where bytes[index] == ~UInt8(index + 1) { right += 1 }
        Harness.expect("bytes go out and come in by interrupt", right, equals: 5)

        LoopbackController.isStuck.store(true, ordering: .relaxed)
        var outcome: UInt32 = 0
        do throws(SPIError) {
            try await bus.withSelected(NoPin()) { () async throws(SPIError) in try await bus.write(bytes.span) }
        } catch { outcome = error == .timeout ? 1 : 2 }
        Harness.expect("a controller that is stuck is a timeout", outcome, equals: 1)
        LoopbackController.isStuck.store(false, ordering: .relaxed)

        let display = ILI9341(bus, select: NoPin(), dataSelect: NoPin())
        let before = LoopbackController.exchanges
        do throws(DisplayError) {
            try await display.fill(.white, x: 10, y: 10, width: 20, height: 10)
        } catch { Harness.expect("a rectangle", false) }
        // Two ranges of a command and four bytes, a command, and two bytes a pixel.
        Harness.expect("a rectangle's bytes", LoopbackController.exchanges - before, equals: 5 + 5 + 1 + 400)

        await sensing()

        // The complement of what it is sent is all ones: nobody there.
        outcome = 0
        do throws(SerialFlashError) {
            try await flash.start()
        } catch { outcome = error == .noDevice ? 1 : 2 }
        Harness.expect("flash that is not there is an error", outcome, equals: 1)
        do throws(SerialFlashError) {
            var span = bytes.mutableSpan
            try await flash.read(at: 0, into: &span)
            try await flash.program(bytes.span, at: 0)
            try await flash.erase(sector: 0)
        } catch { outcome = error == .outOfRange(address: 0, length: 5) ? 3 : 4 }
        Harness.expect("and has nothing", outcome, equals: 3)

        NVIC.pend(InterruptLine(rawValue: 18))
        await edgesSeen.wait()
        NVIC.pend(InterruptLine(rawValue: 18))
        await edgesSeen.wait()
        Harness.expect("edges reach the task", edges, equals: 2)
    }

    private static func sensing() async {
        var outcome: UInt32 = 0
        do throws(WeatherError) {
            let sensor = try await BME280(sensors)
            _ = try await sensor.measure()
            outcome = 1
        } catch { outcome = 3 }
        Harness.expect("a sensor is read", outcome, equals: 1)
        do throws(WeatherError) {
            _ = try await BME280(sensors, address: 0x77)
            outcome = 2
        } catch { outcome = error == .bus(.addressNotAcknowledged) ? 1 : 3 }
        Harness.expect("one that is not there is an error", outcome, equals: 1)
        do throws(I2CError) {
            let display = SSD1306(sensors)
            try await display.start()
            try await display.show(DotPicture())
            outcome = 1
        } catch { outcome = 2 }
        Harness.expect("a small display is shown a picture", outcome, equals: 1)
    }
}
