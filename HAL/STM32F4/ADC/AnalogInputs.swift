// Which pin is which channel of which converter (DS8626 table 7), and the inputs inside the chip (RM0090 13.10, 13.11).

/// A pin that a converter can measure, by its channel's number.
public protocol AnalogPin: PinIdentity {
    /// The channel's number, 0 to 15, which is the same for each converter that has the pin.
    static var analogChannel: UInt8 { get }
}

/// A channel of ADC1 and of ADC2.
public protocol ADC12Pin: AnalogPin {}
/// A channel of ADC3.
public protocol ADC3Pin: AnalogPin {}

extension PA0: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 0 } }
extension PA1: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 1 } }
extension PA2: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 2 } }
extension PA3: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 3 } }
extension PA4: ADC12Pin { public static var analogChannel: UInt8 { 4 } }
extension PA5: ADC12Pin { public static var analogChannel: UInt8 { 5 } }
extension PA6: ADC12Pin { public static var analogChannel: UInt8 { 6 } }
extension PA7: ADC12Pin { public static var analogChannel: UInt8 { 7 } }
extension PB0: ADC12Pin { public static var analogChannel: UInt8 { 8 } }
extension PB1: ADC12Pin { public static var analogChannel: UInt8 { 9 } }
extension PC0: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 10 } }
extension PC1: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 11 } }
extension PC2: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 12 } }
extension PC3: ADC12Pin, ADC3Pin { public static var analogChannel: UInt8 { 13 } }
extension PC4: ADC12Pin { public static var analogChannel: UInt8 { 14 } }
extension PC5: ADC12Pin { public static var analogChannel: UInt8 { 15 } }

/// For how many cycles of its clock a converter looks at an input before it converts: the longer, the more resistance the
/// source may have (DS8626 equation 1).
public enum SamplingTime: UInt8, Sendable {
    /// 3 cycles of the converter's clock, the least: 0.08 us at 36 MHz.
    case cycles3
    /// 15 cycles.
    case cycles15
    /// 28 cycles.
    case cycles28
    /// 56 cycles.
    case cycles56
    /// 84 cycles, 2.3 us at 36 MHz: what an input has if nothing else is said.
    case cycles84
    /// 112 cycles.
    case cycles112
    /// 144 cycles.
    case cycles144
    /// 480 cycles, 13.3 us at 36 MHz: what the temperature sensor and the reference voltage need.
    case cycles480

    /// With the twelve cycles of the conversion itself.
    var conversionCycles: UInt32 {
        switch self {
        case .cycles3: 15
        case .cycles15: 27
        case .cycles28: 40
        case .cycles56: 68
        case .cycles84: 96
        case .cycles112: 124
        case .cycles144: 156
        case .cycles480: 492
        }
    }
}

/// An input of a converter.
public struct AnalogInput<Converter: ADCInstance>: Sendable {
    let channel: UInt8
    let sampling: SamplingTime
    private let pin: PortPin?

    /// An input inside the chip.
    fileprivate init(channel: UInt8, sampling: SamplingTime) {
        self.channel = channel
        self.sampling = sampling
        pin = nil
    }

    fileprivate init<Identity: AnalogPin>(_ pin: Identity.Type, _ sampling: SamplingTime) {
        channel = Identity.analogChannel
        self.sampling = sampling
        self.pin = PortPin(Identity.self)
    }

    /// Lets somebody else take the pin, if it is one. Copies are of no use from here. Precondition: no converter measures it
    /// any more.
    public func release() { if let pin { pin.giveBack() } }
}

extension AnalogInput where Converter == ADC1 {
    /// A pin, until the input is released.
    public init<Identity: ADC12Pin>(_ pin: consuming Pin<Identity, Analog>, sampling: SamplingTime = .cycles84) {
        self.init(Identity.self, sampling)
    }
    // Both want 10 us (DS8626 tables 69 and 72): at 36 MHz, 360 cycles.
    /// The temperature sensor, for `FactoryCalibration`.
    public static var temperature: AnalogInput { AnalogInput(channel: 16, sampling: .cycles480) }
    /// The internal reference voltage, for `FactoryCalibration`.
    public static var referenceVoltage: AnalogInput { AnalogInput(channel: 17, sampling: .cycles480) }
}

extension AnalogInput where Converter == ADC2 {
    /// A pin, until the input is released.
    public init<Identity: ADC12Pin>(_ pin: consuming Pin<Identity, Analog>, sampling: SamplingTime = .cycles84) {
        self.init(Identity.self, sampling)
    }
}

extension AnalogInput where Converter == ADC3 {
    /// A pin, until the input is released.
    public init<Identity: ADC3Pin>(_ pin: consuming Pin<Identity, Analog>, sampling: SamplingTime = .cycles84) {
        self.init(Identity.self, sampling)
    }
}
