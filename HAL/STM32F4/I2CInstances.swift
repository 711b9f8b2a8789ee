// The I2Cs of the chip and the pins they may have (RM0090 7.3.13; DS8626 table 9).
import Interfaces
import MMIO
import STM32F405PAC

/// One of the chip's I2Cs. It interrupts on two lines; bind both at one level.
public protocol I2CInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: I2C { get }
    /// What the vector table calls the interrupt of its events.
    static var eventInterrupt: Interrupt { get }
    /// What the vector table calls the interrupt of its errors.
    static var errorInterrupt: Interrupt { get }
}

/// The first I2C, on PB6 to PB9.
public enum I2C1: I2CInstance {
    public static var claim: Int { 180 }
    public static var registers: I2C { STM32F405.I2C1 }
    public static var eventInterrupt: Interrupt { .I2C1_EV }
    public static var errorInterrupt: Interrupt { .I2C1_ER }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.I2C1EN = true } }
}
/// The second, on PB10 and PB11 here.
public enum I2C2: I2CInstance {
    public static var claim: Int { 181 }
    public static var registers: I2C { STM32F405.I2C2 }
    public static var eventInterrupt: Interrupt { .I2C2_EV }
    public static var errorInterrupt: Interrupt { .I2C2_ER }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.I2C2EN = true } }
}
/// The third.
public enum I2C3: I2CInstance {
    public static var claim: Int { 182 }
    public static var registers: I2C { STM32F405.I2C3 }
    public static var eventInterrupt: Interrupt { .I2C3_EV }
    public static var errorInterrupt: Interrupt { .I2C3_ER }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.I2C3EN = true } }
}

extension I2CController {
    // One a bus, for the reason that `USARTInstances.swift` gives.

    /// Turns it on as the bus's controller, with its two pins pulled up. The rate is `speed`; see `bitRate`.
    public init<Clock: I2C1ClockPin, Data: I2C1DataPin>(
        _ i2c: consuming Peripheral<I2C1>, clock: consuming Pin<Clock, Unconfigured>,
        data: consuming Pin<Data, Unconfigured>, clocks: ClockOutcome, speed: I2CSpeed = .standard
    ) { self.init(i2c, clock, data, clocks, speed) }
    /// The same for I2C2.
    public init<Clock: I2C2ClockPin, Data: I2C2DataPin>(
        _ i2c: consuming Peripheral<I2C2>, clock: consuming Pin<Clock, Unconfigured>,
        data: consuming Pin<Data, Unconfigured>, clocks: ClockOutcome, speed: I2CSpeed = .standard
    ) { self.init(i2c, clock, data, clocks, speed) }
    /// The same for I2C3.
    public init<Clock: I2C3ClockPin, Data: I2C3DataPin>(
        _ i2c: consuming Peripheral<I2C3>, clock: consuming Pin<Clock, Unconfigured>,
        data: consuming Pin<Data, Unconfigured>, clocks: ClockOutcome, speed: I2CSpeed = .standard
    ) { self.init(i2c, clock, data, clocks, speed) }

    private init<Instance: I2CInstance, Clock: PinIdentity, Data: PinIdentity>(
        _ i2c: consuming Peripheral<Instance>, _ clock: consuming Pin<Clock, Unconfigured>,
        _ data: consuming Pin<Data, Unconfigured>, _ clocks: ClockOutcome, _ speed: I2CSpeed
    ) {
        i2c.connected(clock, data)
        self.init(
            Instance.registers, clock: clocks.slowBusClock, speed: speed,
            holdings: Holdings(Instance.self, Clock.self, Data.self))
    }
}

extension Peripheral where Identity: I2CInstance {
    /// Turns it on, and gives it its lines. Both are pulled up and driven low; a bus of some length has resistors of its own.
    consuming func connected<Clock: PinIdentity, Data: PinIdentity>(
        _ clock: consuming Pin<Clock, Unconfigured>, _ data: consuming Pin<Data, Unconfigured>
    ) {
        turnedOn()
        clock.connect(to: 4, .openDrain, pull: .up)
        data.connect(to: 4, .openDrain, pull: .up)
    }
}
