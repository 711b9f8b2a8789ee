// The analog-to-digital converters, one conversion at a time (RM0090 section 13).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// One of the chip's converters.
public protocol ADCInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: ADC { get }
}

/// The converter that also measures the chip's temperature and reference voltage.
public enum ADC1: ADCInstance {
    public static var claim: Int { 224 }
    public static var registers: ADC { STM32F405.ADC1 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.ADC1EN = true } }
}
/// The second converter, on the same pins as the first.
public enum ADC2: ADCInstance {
    public static var claim: Int { 225 }
    public static var registers: ADC { STM32F405.ADC2 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.ADC2EN = true } }
}
/// The third converter, on some of the pins of the others.
public enum ADC3: ADCInstance {
    public static var claim: Int { 226 }
    public static var registers: ADC { STM32F405.ADC3 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.ADC3EN = true } }
}

/// What a converter's drivers have in common.
struct ADCSetup {
    /// The converters' clock.
    let clock: Frequency
    /// How many reads of a register take a microsecond: one takes two cycles or more.
    private let readsInMicrosecond: UInt32

    /// Turns a converter on and waits for the 10 us that it and the temperature sensor take to settle (DS8626 tables 67
    /// and 69). The three share their clock, which is that of their bus over 2, 4, 6 or 8 and at most 36 MHz.
    init<Converter: ADCInstance>(_ adc: consuming Peripheral<Converter>, clocks: ClockOutcome) {
        adc.turnedOn()
        var divider: UInt32 = 2
        while divider < 8, clocks.fastBusClock / divider > 36.megahertz { divider += 2 }
        clock = clocks.fastBusClock / divider
        readsInMicrosecond = clocks.coreClock / 2.megahertz
        STM32F405.ADC_Common.CCR.modify {
            $0.ADCPRE = UInt8(truncatingIfNeeded: divider / 2 - 1)
            $0.TSVREFE = true
        }
        Converter.registers.CR2.write { $0.ADON = true }
        settle(Converter.self, microseconds: 10)
    }

    /// Waits while a converter that was turned on settles.
    func settle<Converter: ADCInstance>(_ adc: Converter.Type, microseconds: UInt32) {
        for _ in 0..<readsInMicrosecond * microseconds { _ = Converter.registers.CR2.read() }
    }

    /// The input's sampling time, three bits for each channel from SMPR2 on and from the tenth on SMPR1.
    static func setSampling<Converter: ADCInstance>(_ input: AnalogInput<Converter>) {
        let isLate = input.channel >= 10
        let shift = UInt32(input.channel - (isLate ? 10 : 0)) &* 3
        let time = UInt32(input.sampling.rawValue) &<< shift
        if isLate {
            Converter.registers.SMPR1.modify { $0.SMPx_x = $0.SMPx_x & ~(0b111 &<< shift) | time }
        } else {
            Converter.registers.SMPR2.modify { $0.SMPx_x = $0.SMPx_x & ~(0b111 &<< shift) | time }
        }
    }
}

/// A converter for single readings, by an interrupt each. Bind `Interrupt.ADC`, which all three share.
public struct ADCController<Converter: ADCInstance>: AnalogDevice {
    /// A channel of this converter.
    public typealias Input = AnalogInput<Converter>

    private let clock: Frequency
    /// Of 12 bits.
    public static var highestResult: UInt16 { 4095 }

    /// Turns the converter on. Takes 10 us.
    public init(_ adc: consuming Peripheral<Converter>, clocks: ClockOutcome) {
        clock = ADCSetup(adc, clocks: clocks).clock
        configure()
    }

    private func configure() {
        // Results that nobody took are noticed (13.8.2).
        Converter.registers.CR1.write {
            $0.EOCIE = true
            $0.OVRIE = true
        }
        Converter.registers.CR2.write {
            $0.ADON = true
            $0.EOCS = true
        }
    }

    public func microseconds(for input: Input) -> Int {
        Int(input.sampling.conversionCycles / (clock / 1.megahertz) &+ 1)
    }

    public func begin(_ input: Input) {
        ADCSetup.setSampling(input)
        Converter.registers.SQR1.write { $0.L = 0 }
        Converter.registers.SQR3.write { $0.SQ1 = input.channel }
        Converter.registers.CR2.modify { $0.SWSTART = true }
    }

    public func takeResult() throws(AnalogError) -> UInt16? {
        let status = Converter.registers.SR.read()
        if status.OVR {
            restart()
            throw .overrun
        }
        guard status.EOC else { return nil }
        return Converter.registers.DR.read().DATA
    }

    /// Ends the driver: the converter is off, and may be taken again. The inputs keep their pins until each is released.
    /// Copies of the controller are of no use from here. Precondition: no reading is going on.
    public func release() {
        Converter.registers.CR1.write { _ in }
        Converter.registers.CR2.write { _ in }
        Claims.release(Converter.claim)
    }

    public func restart() {
        Converter.registers.CR2.modify { $0.ADON = false }
        _ = Converter.registers.DR.read()
        Converter.registers.SR.clear(.OVR | .EOC | .STRT)
        configure()
    }
}

/// What the factory measured with this chip (DS8626 tables 70 and 73), each nil where it measured nothing.
public enum FactoryCalibration {
    private static func value(at address: UInt32) -> Int? {
        let value = UInt16.load(from: address)
        return value == 0 || value == 0xFFFF ? nil : Int(value)
    }

    /// The supply of the analog part to a millivolt, from a reading of `AnalogInput.referenceVoltage`. It is what
    /// `AnalogReader.voltage` and `AnalogDevice.voltage` want as their reference where VREF+ is connected to it.
    public static func supply(reading: UInt16) -> Microvolts? {
        guard reading > 0, let calibration = value(at: 0x1FFF_7A2A) else { return nil }
        return .millivolts(Int32(3300 * calibration / Int(reading)))
    }

    /// The chip's temperature to a hundredth of a degree, from a reading of `AnalogInput.temperature` at a supply. What was
    /// measured was at 30 and at 110 degrees Celsius and 3.3 V.
    public static func temperature(reading: UInt16, supply: Microvolts) -> Temperature? {
        guard let low = value(at: 0x1FFF_7A2C), let high = value(at: 0x1FFF_7A2E), high > low else { return nil }
        let reading = Int(reading) * Int(supply / .millivolts(1)) / 3300
        return .celsius(30) + Int32((reading - low) * 8000 / (high - low)) * .millikelvins(10)
    }
}
