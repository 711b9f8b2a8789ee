// Drivers that end: what they had may be taken again, and the pins are inputs.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import XCTest

final class ReleaseTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let clocks = ClockOutcome(source: .crystal, coreClock: 168.megahertz)

    /// Runs `body` twice: the second time everything has to be there again.
    private func twice(_ body: () -> Void) {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            body()
            body()
        }
    }

    func testUSART() {
        twice {
            guard let usart = STM32F4Drivers.USART1.take(), let transmit = PA9.take(), let receive = PA10.take() else {
                return XCTFail("something is in use")
            }
            let device = USARTDevice(usart, transmit: transmit, receive: receive, clocks: clocks, baudRate: 9600)
            if PA9.take() != nil { XCTFail("a pin has two owners") }
            device.release()
            XCTAssertFalse(STM32F405.USART1.CR1.read().UE)
            XCTAssertEqual(STM32F405.GPIOA.MODER.read().MODER9, .input)
            XCTAssertEqual(STM32F405.GPIOA.PUPDR.read().PUPDR10, .none)
        }
    }

    func testUSARTByDMA() {
        twice {
            guard let usart = STM32F4Drivers.USART1.take(), let transmit = PA9.take(), let receive = PA10.take(),
                let transmitter = DMA2Stream7.take(), let receiver = DMA2Stream5.take()
            else { return XCTFail("something is in use") }
            _ = USARTDMADevice(
                usart, transmit: transmit, by: transmitter, receive: receive, by: receiver, clocks: clocks, baudRate: 9600)
        }
    }

    func testSPIByDMA() {
        twice {
            guard let spi = STM32F4Drivers.SPI1.take(), let clock = PA5.take(), let input = PA6.take(),
                let output = PA7.take(), let receiver = DMA2Stream0.take(), let transmitter = DMA2Stream3.take()
            else { return XCTFail("something is in use") }
            let device = SPIDMAController(
                spi, clock: clock, input: input, output: output, receivingBy: receiver, transmittingBy: transmitter,
                clocks: clocks, bitRate: 10.megahertz)
            device.release()
            XCTAssertFalse(STM32F405.SPI1.CR1.read().SPE)
            XCTAssertEqual(STM32F405.GPIOA.MODER.read().MODER7, .input)
        }
    }

    func testEdges() {
        twice {
            guard let pin = PC13.take(), let line = EXTI13.take() else { return XCTFail("something is in use") }
            let input = EdgeInput(pin.asInput(pull: .up), line: line, on: .both)
            XCTAssertTrue(STM32F405.EXTI.IMR.read().MR13)
            input.release()
            XCTAssertFalse(STM32F405.EXTI.IMR.read().MR13)
            XCTAssertEqual(STM32F405.GPIOC.PUPDR.read().PUPDR13, .none)
        }
    }

    func testTimers() {
        twice {
            guard let timer = STM32F4Drivers.TIM3.take(), let pin = PC8.take() else { return XCTFail("something is in use") }
            do throws(TimerError) {
                let capture = try InputCapture(timer, frequency: 1.megahertz, clocks: clocks)
                let input = capture.input(try STM32F4Drivers.TIM3.channel3(pin), on: .both)
                XCTAssertEqual(STM32F405.TIM3.CCER.read().bits, 0b1011 << 8)
                input.release()
                XCTAssertEqual(STM32F405.TIM3.CCER.read().bits, 0)
                capture.release()
                XCTAssertEqual(STM32F405.TIM3.CR1.read().bits & 1, 0)
            } catch { XCTFail("\(error)") }
        }
        twice {
            guard let timer = STM32F4Drivers.TIM2.take() else { return XCTFail("the timer is in use") }
            TimerDevice(timer, clocks: clocks).release()
        }
    }

    func testConverters() {
        twice {
            guard let adc = STM32F4Drivers.ADC1.take(), let pin = PA3.take() else { return XCTFail("something is in use") }
            let controller = ADCController(adc, clocks: clocks)
            let input = AnalogInput<STM32F4Drivers.ADC1>(pin.asAnalog())
            controller.begin(input)
            controller.release()
            input.release()
            XCTAssertFalse(STM32F405.ADC1.CR2.read().ADON)
            XCTAssertEqual(STM32F405.GPIOA.MODER.read().MODER3, .input)
            AnalogInput<STM32F4Drivers.ADC1>.temperature.release()
        }
        twice {
            guard let adc = STM32F4Drivers.ADC1.take(), let pin = PA3.take(), let stream = DMA2Stream0.take(),
                let timer = STM32F4Drivers.TIM2.take()
            else { return XCTFail("something is in use") }
            do {
                let input = AnalogInput<STM32F4Drivers.ADC1>(pin.asAnalog())
                let trigger = try SampleTrigger(timer, frequency: 1.kilohertz, clocks: clocks)
                let sampler = try ADCSampler(adc, by: stream, inputs: [input], trigger: trigger, clocks: clocks)
                sampler.release()
                input.release()
                XCTAssertEqual(STM32F405.TIM2.CR1.read().bits & 1, 0)
            } catch { XCTFail("\(error)") }
        }
        twice {
            guard let dac = DualDAC.take(), let left = PA4.take(), let right = PA5.take(), let stream = DMA1Stream5.take(),
                let timer = STM32F4Drivers.TIM6.take()
            else { return XCTFail("something is in use") }
            do throws(TimerError) {
                let output = try DACOutput(
                    dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: timer, sampleRate: 32_768.hertz,
                    clocks: clocks)
                output.release()
                XCTAssertFalse(STM32F405.DAC.CR.read().EN1)
                XCTAssertEqual(STM32F405.GPIOA.MODER.read().MODER4, .input)
            } catch { XCTFail("\(error)") }
        }
    }

    func testWhatCannotBeMadeGivesBackWhatItWasGiven() {
        twice {
            guard let first = STM32F4Drivers.TIM2.take(), let second = STM32F4Drivers.TIM3.take(),
                let third = STM32F4Drivers.TIM6.take(), let dac = DualDAC.take(), let left = PA4.take(),
                let right = PA5.take(), let stream = DMA1Stream5.take()
            else { return XCTFail("something is in use") }
            do throws(TimerError) {
                _ = try PulseWidthModulator(first, frequency: 0.hertz, clocks: clocks)
                XCTFail("a frequency of nothing")
            } catch { XCTAssertEqual(error, .frequencyOutOfRange(.zero)) }
            do throws(TimerError) {
                _ = try InputCapture(second, frequency: 0.hertz, clocks: clocks)
                XCTFail("a frequency of nothing")
            } catch { XCTAssertEqual(error, .frequencyOutOfRange(.zero)) }
            do throws(TimerError) {
                _ = try DACOutput(
                    dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: third, sampleRate: 0.hertz,
                    clocks: clocks)
                XCTFail("a frequency of nothing")
            } catch { XCTAssertEqual(error, .frequencyOutOfRange(.zero)) }
        }
        twice {
            guard let adc = STM32F4Drivers.ADC1.take(), let stream = DMA2Stream0.take(),
                let timer = STM32F4Drivers.TIM2.take()
            else { return XCTFail("something is in use") }
            do {
                let trigger = try SampleTrigger(timer, frequency: 10.megahertz, clocks: clocks)
                _ = try ADCSampler(
                    adc, by: stream, inputs: [AnalogInput<STM32F4Drivers.ADC1>.temperature], trigger: trigger, clocks: clocks)
                XCTFail("ten million samples a second")
            } catch { XCTAssertTrue(error is SamplingError) }
        }
    }

    func testI2C() {
        twice {
            guard let i2c = STM32F4Drivers.I2C1.take(), let clock = PB8.take(), let data = PB9.take() else {
                return XCTFail("something is in use")
            }
            I2CController(i2c, clock: clock, data: data, clocks: clocks).release()
            XCTAssertFalse(STM32F405.I2C1.CR1.read().PE)
            XCTAssertEqual(STM32F405.GPIOB.MODER.read().MODER9, .input)
        }
        twice {
            guard let i2c = STM32F4Drivers.I2C2.take(), let clock = PB10.take(), let data = PB11.take() else {
                return XCTFail("something is in use")
            }
            I2CTargetPort(i2c, clock: clock, data: data, clocks: clocks, address: 0x42).release()
            XCTAssertFalse(STM32F405.I2C2.CR1.read().PE)
        }
    }
}

final class RatesTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    /// The SPI's clock is its bus's over a power of two: it says which that is, and goes below the slowest for nobody.
    func testTheSPISaysItsRate() {
        for (asked, became) in [
            (84_000_000, 42_000_000), (42_000_000, 42_000_000), (41_999_999, 21_000_000), (10_000_000, 5_250_000),
            (1, 328_125),
        ] as [(UInt32, UInt32)] {
            Claims.releaseAll()
            CurrentBus.with(board.chip) {
                guard let spi = STM32F4Drivers.SPI1.take(), let clock = PA5.take(), let input = PA6.take(),
                    let output = PA7.take()
                else { return XCTFail("something is in use") }
                let controller = SPIController(
                    spi, clock: clock, input: input, output: output,
                    clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: .hertz(asked))
                XCTAssertEqual(controller.bitRate, .hertz(became))
                XCTAssertEqual(84_000_000 >> (UInt32(STM32F405.SPI1.CR1.read().BR) + 1), became)
            }
        }
    }
}

final class BusRecoveryTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    /// A target in the middle of a byte holds the data line until it has had its clocks; afterwards there is a stop.
    func testATargetThatHoldsTheDataLineIsLetFinish() {
        for clocksLeft in 1...9 {
            Claims.releaseAll()
            CurrentBus.with(board.chip) {
                guard let i2c = STM32F4Drivers.I2C1.take(), let clock = PB8.take(), let data = PB9.take() else {
                    return XCTFail("something is in use")
                }
                let controller = I2CController(
                    i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz))
                let port = board.ports[1]
                port.drive(9, false)
                var edges: [String] = []
                port.onChange = { pin, isHigh in
                    edges.append((pin == 8 ? "C" : "D") + (isHigh ? "+" : "-"))
                    if edges.filter({ $0 == "C+" }).count == clocksLeft + 1 { port.drive(9, nil) }
                }
                // Both lines are released before they are outputs.
                controller.restart()
                let clocking = (0..<clocksLeft).flatMap { _ in ["C-", "C+"] }
                XCTAssertEqual(edges, ["C+", "D+"] + clocking + ["C-", "D-", "C+", "D+"])
                XCTAssertEqual(STM32F405.GPIOB.MODER.read().MODER8, .alternate)
                XCTAssertEqual(STM32F405.GPIOB.MODER.read().MODER9, .alternate)
                XCTAssertTrue(STM32F405.I2C1.CR1.read().PE)
                port.onChange = { _, _ in }
                STM32F405.GPIOB.BSRR.clear(.BR(8) | .BR(9))
            }
        }
    }

    func testAFreeBusIsLeftAlone() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            guard let i2c = STM32F4Drivers.I2C1.take(), let clock = PB8.take(), let data = PB9.take() else {
                return XCTFail("something is in use")
            }
            let controller = I2CController(
                i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz))
            board.ports[1].onChange = { _, _ in XCTFail("a line was driven") }
            controller.restart()
        }
    }
}
