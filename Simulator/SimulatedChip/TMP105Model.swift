// The TMP105's registers, as far as reading the temperature uses them (Texas Instruments, SBOS294).

/// A temperature sensor on an I2C bus.
public final class TMP105Model: I2CTargetModel {
    public let address: UInt8
    /// The temperature in sixteenths of a degree Celsius, from -2048 to 2047.
    public var sixteenths = 0
    /// The pointer register, and the byte of the register that is read next.
    private var pointer: UInt8 = 0
    private var isLowByte = false
    /// Configuration, low and high limit.
    private var registers: [UInt8: UInt16] = [1: 0x0000, 2: 0x4B00, 3: 0x5000]
    private var written: [UInt8] = []

    /// A sensor at an address of the bus, 0x48 to 0x4F, at 20 degrees.
    public init(address: UInt8 = 0x48) {
        self.address = address
        sixteenths = 20 * 16
    }

    public func begin(reading: Bool) -> Bool {
        isLowByte = false
        written = []
        return true
    }

    public func write(_ byte: UInt8) -> Bool {
        written.append(byte)
        switch written.count {
        case 1: pointer = byte & 0b11
        case 2 where pointer == 1: registers[1] = UInt16(byte) << 8
        case 3 where pointer > 1: registers[pointer] = UInt16(written[1]) << 8 | UInt16(byte)
        default: break
        }
        return true
    }

    public func read() -> UInt8 {
        let value = pointer == 0 ? UInt16(truncatingIfNeeded: sixteenths << 4) : registers[pointer] ?? 0
        defer { isLowByte.toggle() }
        return UInt8(truncatingIfNeeded: isLowByte ? value : value >> 8)
    }
}
