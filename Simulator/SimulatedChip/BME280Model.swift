// The BME280's registers, as far as single measurements use them (Bosch Sensortec, BST-BME280-DS002, section 5).

/// A weather sensor on an I2C bus.
public final class BME280Model: I2CTargetModel {
    public let address: UInt8
    /// Registers by address. Calibration and data are the test's to set.
    public var registers = [UInt8](repeating: 0, count: 256)
    /// How often its status says that it is measuring before it says that it is not.
    public var measuringReads = 0
    /// Measurements that were asked for with humidity turned on before.
    public private(set) var measurements = 0
    /// How often it was reset by a write of 0xE0.
    public private(set) var resets = 0
    private var pointer: UInt8 = 0
    private var isPointerNext = false
    private var humidityIsOn = false

    /// A sensor at an address of the bus, 0x76 or 0x77.
    public init(address: UInt8 = 0x76) {
        self.address = address
        registers[0xD0] = 0x60
    }

    public func begin(reading: Bool) -> Bool {
        isPointerNext = !reading
        return true
    }

    public func write(_ byte: UInt8) -> Bool {
        guard !isPointerNext else {
            (pointer, isPointerNext) = (byte, false)
            return true
        }
        registers[Int(pointer)] = byte
        switch pointer {
        case 0xE0 where byte == 0xB6: (resets, humidityIsOn) = (resets + 1, false)
        // Forced mode; the setting of humidity counts from here on.
        case 0xF4 where byte & 0b11 == 0b01:
            humidityIsOn = registers[0xF2] & 0b111 != 0
            if humidityIsOn { measurements += 1 }
        default: break
        }
        // Pairs of addresses and values, each with its own (6.2.1).
        isPointerNext = true
        return true
    }

    public func read() -> UInt8 {
        defer { pointer &+= 1 }
        if pointer == 0xF3, measuringReads > 0 {
            measuringReads -= 1
            return 0b1000
        }
        return registers[Int(pointer)]
    }
}
