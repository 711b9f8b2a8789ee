// The SSD1306 as its data sheet says (Solomon Systech, "SSD1306 Rev 1.5"): commands and the addresses of its memory.

/// A display of 128 by 64 dots on an I2C bus.
public final class SSD1306Model: I2CTargetModel {
    public let address: UInt8
    /// Eight rows to a byte, a page of 128 columns after another.
    public private(set) var memory = [UInt8](repeating: 0, count: 1024)
    /// Whether it shows the memory (0xAF).
    public private(set) var isOn = false
    /// Whether the charge pump makes the panel's voltage (0x8D, 0x14).
    public private(set) var chargePumpIsOn = false
    /// As it was set (0x81), 0x7F after reset.
    public private(set) var contrast: UInt8 = 0x7F
    /// What was wrong about how it was driven.
    public private(set) var complaints: [String] = []
    private var control: UInt8?
    private var command: [UInt8] = []
    private var columns = 0...127
    private var pages = 0...7
    private var column = 0
    private var page = 0
    private var isHorizontal = false

    /// A display at an address of the bus, 0x3C or 0x3D, dark and with empty memory.
    public init(address: UInt8 = 0x3C) { self.address = address }

    /// Whether the memory has a dot at column `x` from the left and row `y` from the top. Only a display that is on shows it.
    public func isLit(_ x: Int, _ y: Int) -> Bool { memory[y / 8 * 128 + x] >> UInt8(y % 8) & 1 != 0 }

    public func begin(reading: Bool) -> Bool {
        control = nil
        return !reading
    }

    public func read() -> UInt8 { 0 }

    public func write(_ byte: UInt8) -> Bool {
        guard let control else {
            self.control = byte
            return true
        }
        if control == 0x40 { keep(byte) } else { take(byte) }
        return true
    }

    private func keep(_ byte: UInt8) {
        if !isHorizontal { complaints.append("data while addresses do not go on to the next page") }
        memory[page * 128 + column] = byte
        column += 1
        guard column > columns.upperBound else { return }
        column = columns.lowerBound
        page = page < pages.upperBound ? page + 1 : pages.lowerBound
    }

    /// How many bytes follow a command (table 9-1).
    private func parameterCount(_ command: UInt8) -> Int? {
        switch command {
        case 0x21, 0x22: 2
        case 0x20, 0x81, 0x8D, 0xA8, 0xD3, 0xD5, 0xD9, 0xDA, 0xDB: 1
        case 0x40...0x7F, 0xA0, 0xA1, 0xA4...0xA7, 0xAE, 0xAF, 0xC0, 0xC8: 0
        default: nil
        }
    }

    private func take(_ byte: UInt8) {
        command.append(byte)
        guard let count = parameterCount(command[0]) else {
            complaints.append("command 0x" + String(command[0], radix: 16))
            command = []
            return
        }
        guard command.count == count + 1 else { return }
        switch command[0] {
        case 0x20: isHorizontal = command[1] & 0b11 == 0
        case 0x21: (columns, column) = (Int(command[1])...Int(command[2]), Int(command[1]))
        case 0x22: (pages, page) = (Int(command[1])...Int(command[2]), Int(command[1]))
        case 0x81: contrast = command[1]
        case 0x8D: chargePumpIsOn = command[1] & 0b100 != 0
        case 0xAE: isOn = false
        case 0xAF: isOn = true
        default: break
        }
        command = []
    }
}
