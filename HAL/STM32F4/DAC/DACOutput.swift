// The digital-to-analog converters, both together, from a ring in memory by DMA (RM0090 section 14, 14.4 for both together).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// The chip's two converters, which share their registers: one owner has both.
public enum DualDAC: PeripheralIdentity {
    public static var claim: Int { 227 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.DACEN = true } }
}

/// A timer whose TRGO triggers the converters, and that has no pins to do anything else with (TSEL, 14.5.1).
public protocol DACTimer: CountingTimer {
    /// TSEL, 3 bits.
    static var converterTriggerSelection: UInt8 { get }
}
extension TIM6: DACTimer { public static var converterTriggerSelection: UInt8 { 0b000 } }
extension TIM7: DACTimer { public static var converterTriggerSelection: UInt8 { 0b010 } }

/// Both converters as a left and a right side, PA4 and PA5, at the rate of a timer. One item of the ring holds both sides
/// (DHR12LD), of which the converters use 12 bits each.
///
///     guard let dac = DualDAC.take(), let left = PA4.take(), let right = PA5.take(), let stream = DMA1Stream5.take(),
///         let timer = TIM6.take()
///     else { ... }
///     let device = try DACOutput(
///         dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: timer, sampleRate: 32_768.hertz, clocks: clocks)
///
/// The rate is the timer's clock divided by a whole number: of 84 MHz, 32,774 a second for 32,768. Bind its lines, which are
/// the stream's and `Interrupt.TIM6_DAC`, to one level. Cost: 32 bytes, two interrupts a ring, and nothing a sample.
public struct DACOutput: SampleOutputDevice {
    private let stream: DMAStream
    /// Which converter's request the stream serves, 0 or 1: the fields of the second lie 16 bits above the first's.
    private let channel: UInt32
    private let selection: UInt8
    private let streamInterrupt: Interrupt
    private let timer: (registers: TIM, claim: UInt8)
    public let sampleRate: Frequency

    fileprivate init<Stream: DMAStreamIdentity, Timer: DACTimer>(
        _ dac: consuming Peripheral<DualDAC>, _ stream: consuming Peripheral<Stream>, channel: UInt32,
        _ timer: consuming Peripheral<Timer>, _ sampleRate: Frequency, _ clocks: ClockOutcome
    ) throws(TimerError) {
        let period: TimerPeriod
        do throws(TimerError) {
            period = try TimerPeriod(Timer.self, frequency: sampleRate, clocks: clocks)
        } catch {
            dac.release()
            stream.release()
            timer.release()
            PortPin(PA4.self).giveBack()
            PortPin(PA5.self).giveBack()
            throw error
        }
        self.stream = DMAStream(stream, channel: 7)
        streamInterrupt = Stream.interrupt
        self.channel = channel
        selection = Timer.converterTriggerSelection
        self.timer = (Timer.registers, UInt8(truncatingIfNeeded: Timer.claim))
        self.sampleRate = period.frequency(clocks)
        dac.turnedOn()
        timer.turnedOn()
        stop()
        // TRGO at each update (20.4.2).
        Timer.registers.CR2.modify { $0.MMS = 0b010 }
        period.start(Timer.self)
    }

    public var interruptLines: InlineArray<2, InterruptLine> {
        [InterruptLine(rawValue: streamInterrupt.rawValue), InterruptLine(rawValue: Interrupt.TIM6_DAC.rawValue)]
    }

    public static func item(_ sample: StereoSample) -> UInt32 {
        // The converters count from the lowest voltage, and read the upper 12 of each 16 bits.
        (UInt32(UInt16(bitPattern: sample.left)) | UInt32(UInt16(bitPattern: sample.right)) &<< 16) ^ 0x8000_8000
    }

    public func begin(_ ring: UnsafeMutablePointer<UInt32>, count: Int) {
        stream.beginCircular(
            .memoryToPeripheral, .word, peripheral: STM32F405.DAC.DHR12LD.address,
            memory: UnsafeRawBufferPointer(UnsafeBufferPointer(start: ring, count: count)), priority: .high)
        STM32F405.DAC.CR.write {
            $0.EN1 = true
            $0.EN2 = true
            $0.TSEL1 = selection
            $0.TSEL2 = selection
            $0.TEN1 = true
            $0.TEN2 = true
            // One request brings both sides.
            $0.bits |= (Self.requests | Self.underrunInterrupt) &<< (channel &* 16)
        }
    }

    /// DMAEN1 and DMAUDRIE1, and DMAUDR1 of the status.
    private static var requests: UInt32 { 1 &<< 12 }
    private static var underrunInterrupt: UInt32 { 1 &<< 13 }
    private static var underrun: UInt32 { 1 &<< 13 }

    public func takeHalves() throws(SampleOutputError) -> Int {
        let events: DMAStream.Events
        do throws(DMAError) { events = try stream.takeEvents() } catch { throw .dma(error) }
        guard STM32F405.DAC.SR.read().bits & Self.underrun &<< (channel &* 16) == 0 else { throw .underrun }
        return (events.isHalfway ? 1 : 0) + (events.isComplete ? 1 : 0)
    }

    public var remaining: Int { stream.remaining }

    /// Ends the driver: the converters are off and the timer stands still, and they, the stream and both pins may be taken
    /// again. Copies of the output are of no use from here. Precondition: nothing is put out.
    public func release() {
        stream.release()
        STM32F405.DAC.CR.write { _ in }
        timer.registers.CR1.write { _ in }
        timer.registers.CR2.write { _ in }
        PortPin(PA4.self).giveBack()
        PortPin(PA5.self).giveBack()
        Claims.release(Int(timer.claim))
        Claims.release(DualDAC.claim)
    }

    /// In the order of 14.3.7, which is also right after an underrun. Without triggers what is written is put out at once.
    public func stop() {
        STM32F405.DAC.CR.write {
            $0.EN1 = true
            $0.EN2 = true
        }
        stream.end()
        STM32F405.DAC.DHR12LD.write(.init(bits: Self.item(StereoSample(left: 0, right: 0))))
        // Cleared by ones (14.5.14).
        STM32F405.DAC.SR.write {
            $0.DMAUDR1 = true
            $0.DMAUDR2 = true
        }
    }
}

extension DACOutput {
    /// Takes the converters, their pins, a stream that serves the first's requests, and a timer that does nothing else then.
    /// - Throws: `frequencyOutOfRange` if the timer's clock cannot be divided to `sampleRate`, in samples a second; everything
    ///   may be taken again.
    public init<Timer: DACTimer>(
        _ dac: consuming Peripheral<DualDAC>, left: consuming Pin<PA4, Analog>, right: consuming Pin<PA5, Analog>,
        by stream: consuming Peripheral<some DAC1Stream>, timer: consuming Peripheral<Timer>, sampleRate: Frequency,
        clocks: ClockOutcome
    ) throws(TimerError) {
        try self.init(dac, stream, channel: 0, timer, sampleRate, clocks)
    }
    /// The same with a stream that serves the second's.
    /// - Throws: `frequencyOutOfRange` if the timer's clock cannot be divided to `sampleRate`, in samples a second; everything
    ///   may be taken again.
    public init<Timer: DACTimer>(
        _ dac: consuming Peripheral<DualDAC>, left: consuming Pin<PA4, Analog>, right: consuming Pin<PA5, Analog>,
        by stream: consuming Peripheral<some DAC2Stream>, timer: consuming Peripheral<Timer>, sampleRate: Frequency,
        clocks: ClockOutcome
    ) throws(TimerError) {
        try self.init(dac, stream, channel: 1, timer, sampleRate, clocks)
    }
}
