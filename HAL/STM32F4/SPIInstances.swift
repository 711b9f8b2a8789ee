// The SPIs of the chip and the pins they may have (RM0090 7.3.13, 7.3.14; DS8626 table 9).
import Interfaces
import MMIO
import STM32F405PAC

/// One of the chip's SPIs.
public protocol SPIInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: SPI { get }
    /// The clock of its bus.
    static func clock(_ clocks: ClockOutcome) -> Frequency
    /// What the vector table calls its interrupt.
    static var interrupt: Interrupt { get }
    /// The alternate function of its pins.
    static var function: UInt8 { get }
    /// The channel of the streams that serve it.
    static var streamChannel: UInt8 { get }
}

/// The first SPI, of the faster bus: up to 42 Mbit/s.
public enum SPI1: SPIInstance {
    public static var claim: Int { 176 }
    public static var registers: SPI { STM32F405.SPI1 }
    public static var interrupt: Interrupt { .SPI1 }
    public static var function: UInt8 { 5 }
    public static var streamChannel: UInt8 { 3 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.SPI1EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.fastBusClock }
}
/// The second, of the slower bus: up to 21 Mbit/s.
public enum SPI2: SPIInstance {
    public static var claim: Int { 177 }
    public static var registers: SPI { STM32F405.SPI2 }
    public static var interrupt: Interrupt { .SPI2 }
    public static var function: UInt8 { 5 }
    public static var streamChannel: UInt8 { 0 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.SPI2EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.slowBusClock }
}
/// The third, of the slower bus: up to 21 Mbit/s.
public enum SPI3: SPIInstance {
    public static var claim: Int { 178 }
    public static var registers: SPI { STM32F405.SPI3 }
    public static var interrupt: Interrupt { .SPI3 }
    public static var function: UInt8 { 6 }
    public static var streamChannel: UInt8 { 0 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.SPI3EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.slowBusClock }
}

extension SPIController {
    // One an SPI, for the reason that `USARTInstances.swift` gives.

    /// Turns it on at the fastest rate that is not above `bitRate`, a cycle a bit; the property says which it became.
    /// `clock`, `input` and `output` are SCK, MISO and MOSI.
    public init<Clock: SPI1ClockPin, Input: SPI1InputPin, Output: SPI1OutputPin>(
        _ spi: consuming Peripheral<SPI1>, clock: consuming Pin<Clock, Unconfigured>,
        input: consuming Pin<Input, Unconfigured>, output: consuming Pin<Output, Unconfigured>,
        clocks: ClockOutcome, bitRate: Frequency, mode: SPIMode = .mode0
    ) { self.init(spi, clock, input, output, clocks, bitRate, mode) }
    /// The same for SPI2.
    public init<Clock: SPI2ClockPin, Input: SPI2InputPin, Output: SPI2OutputPin>(
        _ spi: consuming Peripheral<SPI2>, clock: consuming Pin<Clock, Unconfigured>,
        input: consuming Pin<Input, Unconfigured>, output: consuming Pin<Output, Unconfigured>,
        clocks: ClockOutcome, bitRate: Frequency, mode: SPIMode = .mode0
    ) { self.init(spi, clock, input, output, clocks, bitRate, mode) }
    /// The same for SPI3.
    public init<Clock: SPI3ClockPin, Input: SPI3InputPin, Output: SPI3OutputPin>(
        _ spi: consuming Peripheral<SPI3>, clock: consuming Pin<Clock, Unconfigured>,
        input: consuming Pin<Input, Unconfigured>, output: consuming Pin<Output, Unconfigured>,
        clocks: ClockOutcome, bitRate: Frequency, mode: SPIMode = .mode0
    ) { self.init(spi, clock, input, output, clocks, bitRate, mode) }

    /// Takes any pins: who calls it has seen to it that they carry the signals.
    init<Instance: SPIInstance, Clock: PinIdentity, Input: PinIdentity, Output: PinIdentity>(
        _ spi: consuming Peripheral<Instance>, _ clock: consuming Pin<Clock, Unconfigured>,
        _ input: consuming Pin<Input, Unconfigured>, _ output: consuming Pin<Output, Unconfigured>,
        _ clocks: ClockOutcome, _ bitRate: Frequency, _ mode: SPIMode
    ) {
        spi.turnedOn()
        self.init(
            Instance.registers, clock: Instance.clock(clocks), bitRate: bitRate, mode: mode,
            holdings: Holdings(Instance.self, Clock.self, Input.self, Output.self))
        // After the controller, which by then holds the clock at its idle level.
        clock.connect(to: Instance.function, speed: .veryHigh)
        input.connect(to: Instance.function, pull: .down)
        output.connect(to: Instance.function, speed: .veryHigh)
    }
}
