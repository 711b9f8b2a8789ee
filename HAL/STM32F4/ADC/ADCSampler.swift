// The analog-to-digital converters, sampling without end by DMA into two blocks in turns (RM0090 13.8.1, 10.3.9).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// What makes a converter sample.
public struct SampleTrigger: Sendable {
    /// EXTSEL, or nil for as fast as it goes.
    let selection: UInt8?
    /// Samples of each input a second.
    let frequency: Frequency
    /// The timer, and what `Claims` knows it by.
    private let timer: (registers: TIM, claim: UInt8)?

    /// One after another without a pause.
    public static var continuous: SampleTrigger { SampleTrigger(selection: nil, frequency: .zero, timer: nil) }

    private init(selection: UInt8?, frequency: Frequency, timer: (TIM, UInt8)?) {
        self.selection = selection
        self.frequency = frequency
        self.timer = timer
    }

    /// Stops the timer, and lets others take it.
    fileprivate func release() {
        guard let timer else { return }
        timer.registers.CR1.write { _ in }
        timer.registers.CR2.write { _ in }
        Claims.release(Int(timer.claim))
    }

    /// So many times a second by a timer, which does nothing else then. It counts from here on.
    /// - Throws: `frequencyOutOfRange`; the timer may be taken again.
    public init<Timer: SamplingTimer>(
        _ timer: consuming Peripheral<Timer>, frequency: Frequency, clocks: ClockOutcome
    ) throws(TimerError) {
        let period: TimerPeriod
        do throws(TimerError) {
            period = try TimerPeriod(Timer.self, frequency: frequency, clocks: clocks)
        } catch {
            timer.release()
            throw error
        }
        timer.turnedOn()
        // TRGO at each update (18.4.2).
        Timer.registers.CR2.modify { $0.MMS = 0b010 }
        period.start(Timer.self)
        self.init(
            selection: Timer.triggerSelection, frequency: frequency,
            timer: (Timer.registers, UInt8(truncatingIfNeeded: Timer.claim)))
    }
}

/// A timer whose TRGO the converters listen to (EXTSEL, 13.13.3).
public protocol SamplingTimer: GeneralTimer {
    /// EXTSEL, 4 bits.
    static var triggerSelection: UInt8 { get }
}
extension TIM2: SamplingTimer { public static var triggerSelection: UInt8 { 0b0110 } }
extension TIM3: SamplingTimer { public static var triggerSelection: UInt8 { 0b1000 } }

/// Why inputs cannot be sampled as asked.
public enum SamplingError: Error, Equatable, Sendable {
    /// A sequence has 1 to 16 inputs.
    case inputs(Int)
    /// The inputs take longer than the trigger's period; how many times a second they could be sampled.
    case tooFast(limit: Frequency)
}

/// A converter that samples a sequence of inputs again and again: samples of the first, the second and so on lie next to
/// each other in a block. Its stream interrupts once a block. Bind the stream's line and `Interrupt.ADC` to one level.
public struct ADCSampler<Converter: ADCInstance>: SampleDevice {
    private let stream: DMAStream
    private let trigger: SampleTrigger
    private let setup: ADCSetup
    /// Nanoseconds from one sample to the next, on average.
    private let period: UInt32
    /// Of 12 bits.
    public static var highestResult: UInt16 { 4095 }

    fileprivate init<let count: Int>(
        _ adc: consuming Peripheral<Converter>, _ stream: DMAStream, _ inputs: InlineArray<count, AnalogInput<Converter>>,
        _ trigger: SampleTrigger, _ clocks: ClockOutcome
    ) throws(SamplingError) {
        guard count >= 1, count <= 16 else {
            adc.release()
            stream.release()
            trigger.release()
            throw .inputs(count)
        }
        self.stream = stream
        self.trigger = trigger
        setup = ADCSetup(adc, clocks: clocks)
        let clock = setup.clock
        var cycles: UInt32 = 0
        // SQR3 has the first six, SQR2 the next, SQR1 the last four and how many there are.
        var sequence: InlineArray<3, UInt32> = [0, 0, UInt32(truncatingIfNeeded: count - 1) << 20]
        for index in 0..<count {
            cycles += inputs[index].sampling.conversionCycles
            ADCSetup.setSampling(inputs[index])
            sequence[index / 6] |= UInt32(inputs[index].channel) << UInt32(truncatingIfNeeded: index % 6 * 5)
        }
        guard trigger.selection == nil || trigger.frequency <= clock / cycles else {
            Self.release(stream, trigger)
            throw .tooFast(limit: clock / cycles)
        }
        let scans = trigger.selection == nil ? clock / cycles : trigger.frequency
        period = 1.gigahertz / scans / UInt32(truncatingIfNeeded: count) + 1
        let registers = Converter.registers
        registers.SQR3.write { $0.bits = sequence[0] }
        registers.SQR2.write { $0.bits = sequence[1] }
        registers.SQR1.write { $0.bits = sequence[2] }
        registers.CR1.write {
            $0.SCAN = true
            $0.OVRIE = true
        }
    }

    public func microseconds(forSamples count: Int) -> Int { Int(Int64(count) * Int64(period) / 1000) + 1 }

    public func begin(_ first: UnsafeMutablePointer<UInt16>, _ second: UnsafeMutablePointer<UInt16>, count: Int) {
        let registers = Converter.registers
        // It may have been turned on by `stop` just now, and is ready in 3 us (DS8626 table 67).
        setup.settle(Converter.self, microseconds: 3)
        stream.beginDouble(
            peripheral: registers.DR.address, first: UnsafeRawBufferPointer(UnsafeBufferPointer(start: first, count: count)),
            second: UnsafeRawBufferPointer(UnsafeBufferPointer(start: second, count: count)), items: count,
            priority: .high)
        registers.CR2.write {
            $0.ADON = true
            $0.DMA = true
            $0.DDS = true
            if let selection = trigger.selection {
                $0.EXTSEL = selection
                // At the rising edge.
                $0.EXTEN = 1
            } else {
                $0.CONT = true
            }
        }
        if trigger.selection == nil { registers.CR2.modify { $0.SWSTART = true } }
    }

    public func takeFullBlock() throws(AnalogError) -> Int? {
        let isFull: Bool
        do throws(DMAError) { isFull = try stream.takeEvents().isComplete } catch { throw .dma(error) }
        if Converter.registers.SR.read().OVR { throw .overrun }
        return isFull ? (stream.isAtSecond ? 0 : 1) : nil
    }

    /// Ends the driver: the converter is off and the timer stands still, and they and the stream may be taken again. The
    /// inputs keep their pins until each is released. Copies of the sampler are of no use from here. Precondition: it does
    /// not sample.
    public func release() { Self.release(stream, trigger) }

    private static func release(_ stream: DMAStream, _ trigger: SampleTrigger) {
        Converter.registers.CR1.write { _ in }
        Converter.registers.CR2.write { _ in }
        stream.release()
        trigger.release()
        Claims.release(Converter.claim)
    }

    /// The converter first, and then its stream (13.8.1). Turning it off lets the next samples begin with the first input.
    public func stop() {
        let registers = Converter.registers
        registers.CR2.write { _ in }
        stream.end()
        _ = registers.DR.read()
        registers.SR.clear(.OVR | .EOC | .STRT)
        registers.CR2.write { $0.ADON = true }
    }
}

extension ADCSampler where Converter == ADC1 {
    /// Takes the converter, which settles for 10 us, and a stream that serves it.
    /// - Throws: `inputs` if there are none or more than 16, `tooFast` if they take longer than the trigger's period. What was
    ///   taken may be taken again, but for the inputs' pins.
    public init<let count: Int>(
        _ adc: consuming Peripheral<ADC1>, by stream: consuming Peripheral<some ADC1Stream>,
        inputs: InlineArray<count, AnalogInput<ADC1>>, trigger: SampleTrigger, clocks: ClockOutcome
    ) throws(SamplingError) {
        try self.init(adc, DMAStream(stream, channel: 0), inputs, trigger, clocks)
    }
}
extension ADCSampler where Converter == ADC2 {
    /// Takes the converter, which settles for 10 us, and a stream that serves it.
    /// - Throws: `inputs` if there are none or more than 16, `tooFast` if they take longer than the trigger's period. What was
    ///   taken may be taken again, but for the inputs' pins.
    public init<let count: Int>(
        _ adc: consuming Peripheral<ADC2>, by stream: consuming Peripheral<some ADC2Stream>,
        inputs: InlineArray<count, AnalogInput<ADC2>>, trigger: SampleTrigger, clocks: ClockOutcome
    ) throws(SamplingError) {
        try self.init(adc, DMAStream(stream, channel: 1), inputs, trigger, clocks)
    }
}
extension ADCSampler where Converter == ADC3 {
    /// Takes the converter, which settles for 10 us, and a stream that serves it.
    /// - Throws: `inputs` if there are none or more than 16, `tooFast` if they take longer than the trigger's period. What was
    ///   taken may be taken again, but for the inputs' pins.
    public init<let count: Int>(
        _ adc: consuming Peripheral<ADC3>, by stream: consuming Peripheral<some ADC3Stream>,
        inputs: InlineArray<count, AnalogInput<ADC3>>, trigger: SampleTrigger, clocks: ClockOutcome
    ) throws(SamplingError) {
        try self.init(adc, DMAStream(stream, channel: 2), inputs, trigger, clocks)
    }
}
