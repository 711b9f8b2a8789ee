// Readings of inputs over the STM32F4's converter.
import Analog
import CortexM
import Interfaces
import MMIO
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var reader: AnalogReader<ADCController<ADC1>>!
    nonisolated(unsafe) static var first: AnalogInput<ADC1>!
    nonisolated(unsafe) static var second: AnalogInput<ADC1>!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var board: SimulatedSTM32F405!
}

final class AnalogReaderTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private func run(_ body: @escaping @MainActor () async throws(AnalogError) -> Void) {
        Program.notes = []
        Program.board = board
        _ = board.chip.run(for: .milliseconds(20)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let adc = ADC1.take(), let first = PA1.take(), let second = PC5.take() else {
                return XCTFail("something is in use")
            }
            Program.first = AnalogInput(first.asAnalog(), sampling: .cycles3)
            Program.second = AnalogInput(second.asAnalog())
            Program.reader = AnalogReader(
                ADCController(adc, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz)))
            Level4.bind(InterruptLine(rawValue: 18)) { Program.reader.handleInterrupt() }
            startTask("test") { @MainActor in
                do throws(AnalogError) { try await body() } catch {
                    Program.notes.append("\(error) at \(SystemClock.now.microseconds)")
                }
            }
        }
        XCTAssertEqual(board.adc1.complaints, [])
    }

    func testAReadingIsThatOfItsChannel() {
        board.adc1.value = { channel, _ in UInt16(channel * 100) }
        run { () async throws(AnalogError) in
            Program.notes.append("\(try await Program.reader.read(Program.first))")
            Program.notes.append("\(try await Program.reader.read(Program.second))")
            let both = try await Program.reader.read([Program.second, Program.first])
            Program.notes.append("\(both[0]) \(both[1])")
        }
        XCTAssertEqual(Program.notes, ["100", "1500", "1500 100"])
    }

    /// 84 MHz over 4 is the fastest that is not above 36 MHz; 480 and 12 cycles of that are 23.4 us.
    func testAConversionTakesItsTime() {
        var times: [UInt64] = []
        board.adc1.value = { _, cycle in
            times.append(cycle)
            return 0
        }
        run { () async throws(AnalogError) in
            _ = try await Program.reader.read(.temperature)
            Program.notes.append("\(SystemClock.now.microseconds)")
        }
        XCTAssertEqual(board.adc1.common.divider, 4)
        XCTAssertEqual(times, [492 * 8])
        XCTAssertEqual(Program.notes, ["23"])
    }

    func testTheSupplyAndTheTemperatureAreThoseOfTheFactorysMeasurements() {
        board.adc1.value = { channel, _ in channel == 17 ? 1650 : channel == 16 ? 1100 : 0 }
        run { () async throws(AnalogError) in
            let reference = try await Program.reader.read(.referenceVoltage)
            let supply = FactoryCalibration.supply(reading: reference) ?? .zero
            let temperature = try await Program.reader.read(.temperature)
            Program.notes.append("\(supply)")
            for (reading, supply) in [(temperature, supply), (940, .millivolts(3300)), (1200, .millivolts(3300))] {
                Program.notes.append("\(FactoryCalibration.temperature(reading: reading, supply: supply) ?? .kelvins(0))")
            }
        }
        XCTAssertEqual(Program.notes, ["3 V", "48.46 °C", "30 °C", "110 °C"])
    }

    func testAVoltageIsThePartOfTheReferenceThatTheReadingSays() {
        board.adc1.value = { channel, _ in channel == 1 ? 2048 : 4095 }
        run { () async throws(AnalogError) in
            for input in [Program.first!, Program.second!] {
                Program.notes.append("\(try await Program.reader.voltage(of: input, reference: .millivolts(3300)))")
            }
        }
        XCTAssertEqual(Program.notes, ["1.650403 V", "3.3 V"])
        for result in stride(from: 0, through: 4095, by: 13) as StrideThrough<UInt16> {
            for reference in [0, 1, 1_224_999, 3_300_000, .max] as [Int32] {
                XCTAssertEqual(
                    ADCController<ADC1>.voltage(result, reference: .microvolts(reference)).microvolts,
                    Int32((Double(result) * Double(reference) / 4095).rounded()), "\(result) of \(reference)")
            }
        }
    }

    func testAConverterThatNeverEndsIsATimeoutAndThenWorksAgain() {
        board.adc1.value = { _, _ in 7 }
        board.adc1.isStuck = true
        run { () async throws(AnalogError) in
            do throws(AnalogError) { _ = try await Program.reader.read(Program.first) } catch {
                Program.notes.append("\(error) at \(SystemClock.now.microseconds)")
            }
            Program.board.adc1.isStuck = false
            Program.notes.append("\(try await Program.reader.read(Program.first))")
        }
        // A microsecond, eight times over, and a millisecond.
        XCTAssertEqual(Program.notes, ["timeout at 1008", "7"])
    }

    func testAnOverrunIsAnErrorAndThenItWorksAgain() {
        var overruns = 1
        board.adc1.value = { [board] _, _ in
            if overruns > 0 { board.adc1.injectOverrun() }
            overruns -= 1
            return 7
        }
        run { () async throws(AnalogError) in
            do throws(AnalogError) { _ = try await Program.reader.read(Program.first) } catch {
                Program.notes.append("\(error)")
            }
            Program.notes.append("\(try await Program.reader.read(Program.first))")
        }
        XCTAssertEqual(Program.notes, ["overrun", "7"])
    }

    func testTasksReadOneAfterAnother() {
        board.adc1.value = { channel, _ in UInt16(channel) }
        run { () async throws(AnalogError) in
            let other = Task { @MainActor in (try? await Program.reader.read(Program.second)) ?? 0 }
            let first = try await Program.reader.read(Program.first)
            Program.notes.append("\(first) \(await other.value)")
        }
        XCTAssertEqual(Program.notes, ["1 15"])
    }
}
