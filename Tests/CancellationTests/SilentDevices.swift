// Devices that never answer, so that whoever waits for them waits.
import CortexM
import Interfaces

struct SilentSerial: SerialDevice {
    func takeReceived() throws(SerialError) -> UInt8? { nil }
    var canTransmit: Bool { false }
    func transmit(_ byte: UInt8) {}
    func setReceiveInterrupt(_ enabled: Bool) {}
    func setTransmitInterrupt(_ enabled: Bool) {}
    func acknowledgeTransmitInterrupt() {}
}

struct SilentSPI: SPIDevice {
    var bitRate: Frequency { 1.megahertz }
    func begin(_ transfer: inout SPITransfer) {}
    func advance(_ transfer: inout SPITransfer) throws(SPIError) -> Bool { false }
    func restart() {}
}

struct SilentI2C: I2CDevice {
    var bitRate: Frequency { 100.kilohertz }
    var isReady: Bool { true }
    func begin(_ transfer: borrowing I2CTransfer) {}
    func advance(_ transfer: inout I2CTransfer) throws(I2CError) -> Bool { false }
    func restart() {}
}

struct SilentTarget: I2CTargetDevice {
    func takeEvent() throws(I2CTargetError) -> I2CTargetEvent? { nil }
    func give(_ byte: UInt8) {}
    func setListening(_ isListening: Bool) {}
    func restart() {}
}

struct SilentConverter: AnalogDevice {
    static var highestResult: UInt16 { 4095 }
    func microseconds(for input: Int) -> Int { 1000 }
    func begin(_ input: Int) {}
    func takeResult() throws(AnalogError) -> UInt16? { nil }
    func restart() {}
}

struct SilentSampler: SampleDevice {
    static var highestResult: UInt16 { 4095 }
    func microseconds(forSamples count: Int) -> Int { 1_000_000 }
    func begin(_ first: UnsafeMutablePointer<UInt16>, _ second: UnsafeMutablePointer<UInt16>, count: Int) {}
    func takeFullBlock() throws(AnalogError) -> Int? { nil }
    func stop() {}
}

struct SilentOutput: SampleOutputDevice {
    var sampleRate: Frequency { 1.kilohertz }
    var interruptLines: InlineArray<2, InterruptLine> { [InterruptLine(rawValue: 1), InterruptLine(rawValue: 2)] }
    static func item(_ sample: StereoSample) -> UInt32 { 0 }
    func begin(_ ring: UnsafeMutablePointer<UInt32>, count: Int) {}
    func takeHalves() throws(SampleOutputError) -> Int { 0 }
    var remaining: Int { 0 }
    func stop() {}
}

struct SilentTimer: IntervalTimerDevice {
    func start(every interval: Interval) throws(IntervalTimerError) {}
    func stop() {}
    func takeEnd() -> Bool { false }
}

struct SilentEdges: EdgeDevice {
    var isHigh: Bool { false }
    func takeEdge() -> Bool { false }
}

struct SilentCaptures: CaptureDevice {
    func takeCapture() -> Capture? { nil }
}

struct SilentPin: OutputPin {
    func set(_ isOn: Bool) {}
}
