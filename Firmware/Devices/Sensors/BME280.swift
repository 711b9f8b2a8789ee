// The BME280: temperature, pressure and humidity, over I2C (Bosch Sensortec, "BME280 data sheet", BST-BME280-DS002).
import Buses
import Interfaces
import Tasks
import Units

/// What the sensor measured.
public struct Weather: Equatable, Sendable {
    /// To a hundredth of a degree.
    public let temperature: Temperature
    /// To a pascal.
    public let pressure: Pascals
    /// Relative humidity, to a thousandth of a percent.
    public let humidity: PartsPerMillion
}

/// Why the sensor measured nothing.
public enum WeatherError: Error, Equatable, Sendable {
    /// The bus failed, with this: `addressNotAcknowledged` where there is no sensor.
    case bus(I2CError)
    /// The task was cancelled first; nothing was measured.
    case cancelled
    /// It did not answer as a BME280 does, but with this.
    case unknownSensor(UInt8)
    /// It was still measuring long after the time it needs.
    case timeout

    init(_ error: I2CError) { self = error == .cancelled ? .cancelled : .bus(error) }
}

/// A sensor that measures when it is asked to, and sleeps in between.
///
/// Cost: 44 bytes; a measurement keeps 30 in its task and takes 10 ms. Context: one task.
public struct BME280<Device: I2CDevice>: Sendable {
    private let bus: I2CBus<Device>
    private let address: UInt8
    private let calibration: Calibration

    private enum Register: UInt8 {
        case calibration = 0x88
        case humidityCalibration = 0xE1
        case identity = 0xD0
        case reset = 0xE0
        case humidityControl = 0xF2
        case status = 0xF3
        case control = 0xF4
        case data = 0xF7
    }

    /// Resets the sensor and reads what it was calibrated to at the factory. `address` is 0x76, or 0x77 where the pin says
    /// so (6.2). Takes 3 ms.
    /// - Throws: `unknownSensor` if something else answers, `cancelled`, `bus`.
    public init(_ bus: I2CBus<Device>, address: UInt8 = 0x76) async throws(WeatherError) {
        self.bus = bus
        self.address = address
        let identity: InlineArray<1, UInt8> = try await Self.read(.identity, bus, address)
        guard identity[0] == 0x60 else { throw .unknownSensor(identity[0]) }
        try await Self.write(.reset, 0xB6, bus, address)
        // Start-up takes 2 ms (table 1).
        guard await sleep(for: .milliseconds(3)) else { throw .cancelled }
        calibration = Calibration(
            try await Self.read(.calibration, bus, address), try await Self.read(.humidityCalibration, bus, address))
    }

    /// Measures each once, and answers it.
    /// - Throws: `timeout` if it still measures after ten looks, 20 ms; `cancelled`; `bus`.
    public func measure() async throws(WeatherError) -> Weather {
        // Humidity's setting counts from the next write of the others' on (5.4.3).
        try await Self.write(.humidityControl, 0b001, bus, address)
        try await Self.write(.control, 0b001_001_01, bus, address)
        // 9.3 ms at the most (9.1).
        guard await sleep(for: .microseconds(9300)) else { throw .cancelled }
        var attempts = 0
        while true {
            let status: InlineArray<1, UInt8> = try await Self.read(.status, bus, address)
            if status[0] & 0b1000 == 0 { break }
            attempts += 1
            guard attempts < 10 else { throw .timeout }
            guard await sleep(for: .milliseconds(1)) else { throw .cancelled }
        }
        return calibration.weather(from: try await Self.read(.data, bus, address))
    }

    private static func read<let count: Int>(
        _ register: Register, _ bus: I2CBus<Device>, _ address: UInt8
    ) async throws(WeatherError) -> InlineArray<count, UInt8> {
        let pointer: InlineArray<1, UInt8> = [register.rawValue]
        var bytes = InlineArray<count, UInt8>(repeating: 0)
        do throws(I2CError) {
            var span = bytes.mutableSpan
            try await bus.write(pointer.span, thenRead: &span, to: address)
        } catch { throw WeatherError(error) }
        return bytes
    }

    private static func write(
        _ register: Register, _ value: UInt8, _ bus: I2CBus<Device>, _ address: UInt8
    ) async throws(WeatherError) {
        let bytes: InlineArray<2, UInt8> = [register.rawValue, value]
        do throws(I2CError) {
            try await bus.write(bytes.span, to: address)
        } catch { throw WeatherError(error) }
    }
}
