// The right way, with everything the cases beside this do wrong: this one compiles, or they prove nothing.
import CortexM
import Frames
import Interfaces
import LinearAlgebra
import MMIO
import Memory
import Queues
import STM32F405PAC
import STM32F4Drivers
import Tasks
import Units

@Level3 var level3State = 0
@Level5 var level5State = 0
@MainActor var threadState = 0
let shared = CeilingMutex<Level5, Int>(0)
let queue = SPSCQueue<UInt8, 16>(filler: 0)
@Level5 var consumer = queue.takeConsumer()

@Level3 func addAtLevel3() { level3State += 1 }
@Level5 func addAtLevel5() async {
    level5State += 1
    Level5.withLock(shared) { $0 += 1 }
    await addAtLevel3()
}

func start() {
    Level3.bind(InterruptLine(rawValue: 1)) { level3State += 1 }
    Level5.bind(InterruptLine(rawValue: 2)) { level5State += Int(consumer.pop() ?? 0) }
    startTask("control") { @MainActor in
        threadState += MainActor.withLock(shared) { $0 }
        await addAtLevel5()
        var producer = queue.takeProducer()
        withInterruptsMasked { _ = producer.push(1) }
        STM32F405.GPIOA.MODER.modify { $0.MODER5 = .output }
    }
}

func startPins(_ clocks: ClockOutcome) {
    guard let usart = USART1.take(), let transmit = PA9.take(), let receive = PA10.take() else { return }
    _ = USARTDevice(usart, transmit: transmit, receive: receive, clocks: clocks, baudRate: 9600)
    guard let button = PB3.take(), let line = EXTI3.take() else { return }
    _ = EdgeInput(button.asInput(pull: .up), line: line, on: .falling)
    guard let pin = PC1.take() else { return }
    guard let spi = SPI1.take(), let clock = PA5.take(), let data = PA6.take(), let output = PA7.take() else { return }
    _ = SPIController(spi, clock: clock, input: data, output: output, clocks: clocks, bitRate: 1.megahertz)
    let led = pin.asOutput()
    led.set(true)
    let input = led.asInput()
    _ = input.isHigh
}

func compute(_ mass: Mass, _ acceleration: Acceleration, _ inside: Temperature, _ reading: Microvolts) {
    let energy: Energy = mass * acceleration * 2.metres
    _ = energy + 3.joules
    let rise: TemperatureDifference = inside - 5.celsius
    _ = inside + rise
    _ = Voltage(reading) + 1.volts > 3.volts
    _ = 4.gigahertz
}

func startStreams(_ clocks: ClockOutcome) throws(SamplingError) {
    guard let usart = USART1.take(), let transmit = PA9.take(), let receive = PA10.take() else { return }
    guard let transmitter = DMA2Stream7.take(), let receiver = DMA2Stream5.take() else { return }
    _ = USARTDMADevice(
        usart, transmit: transmit, by: transmitter, receive: receive, by: receiver, clocks: clocks, baudRate: 9600)
    guard let spi = SPI1.take(), let clock = PA5.take(), let data = PA6.take(), let output = PA7.take() else { return }
    guard let outgoing = DMA2Stream3.take(), let incoming = DMA2Stream2.take() else { return }
    _ = SPIDMAController(
        spi, clock: clock, input: data, output: output, receivingBy: incoming, transmittingBy: outgoing, clocks: clocks,
        bitRate: 1.megahertz)
    guard let adc = ADC1.take(), let stream = DMA2Stream4.take(), let pin = PA1.take() else { return }
    _ = try ADCSampler(adc, by: stream, inputs: [AnalogInput(pin.asAnalog())], trigger: .continuous, clocks: clocks)
}

func startSound(_ clocks: ClockOutcome) throws(TimerError) {
    guard let dac = DualDAC.take(), let left = PA4.take(), let right = PA5.take() else { return }
    guard let stream = DMA1Stream5.take(), let timer = TIM6.take() else { return }
    _ = try DACOutput(
        dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: timer, sampleRate: 32_768.hertz, clocks: clocks)
}

func multiply(_ matrix: Matrix<3, 2, Float>, by vector: Vector<2, Float>) -> Vector<3, Float>? {
    let square = matrix * matrix.transposed()
    guard let inverse = square.inverse() else { return nil }
    let fixed = Matrix<2, 2, Q15>([[0.5, 0.25], [0.0, 0.5]])
    _ = fixed * fixed + fixed.transposed()
    return inverse * (matrix * vector) + Vector<3, Float>([1, 2, 3])
}

func readPackets(_ decoder: inout FrameDecoder<COBS, 64>, _ bytes: borrowing [UInt8]) throws(FrameError) -> UInt32 {
    _ = try decoder.add(0)
    var reader = FrameReader(decoder.frame)
    var kept: SpacePacket? = try SpacePacket(&reader)
    let count = UInt32(kept?.sequenceCount ?? 0)
    kept = nil
    var times = FrameReader(bytes.span.bytes)
    return count + (try FrameView<TimeCode.Layout>(&times))[.seconds]
}
