// The ILI9341 as its data sheet says (ILITEK, "ILI9341 Datasheet V1.11"): commands, the address window, its memory.

/// A display on a serial peripheral bus.
public final class ILI9341Model: SPITargetModel {
    /// Whether its select pin is low, and whether its data/command pin is high.
    public var isSelected = false
    /// The level of its data/command pin: true for data.
    public var isData = true
    /// The picture, 240 columns by 320 rows of the panel, 5, 6 and 5 bits a pixel.
    public private(set) var memory = [UInt16](repeating: 0, count: 240 * 320)
    /// Whether it shows the memory (DISPON).
    public private(set) var isOn = false
    /// Whether it sleeps (SLPIN), as after reset.
    public private(set) var isAsleep = true
    /// What was wrong about how it was driven.
    public private(set) var complaints: [String] = []
    /// What it says it is.
    public var identity: UInt32 = 0x9341

    private var command: UInt8 = 0
    private var parameters: [UInt8] = []
    private var pixelFormat: UInt8 = 0x66
    private var memoryAccess: UInt8 = 0
    private var columns = 0...239
    private var pages = 0...319
    private var column = 0
    private var page = 0

    /// A display as after power-on: asleep, off and black.
    public init() {}

    /// The pixel that is seen at a place of the picture, as it was drawn: rows and columns exchanged if they were.
    public func pixel(x: Int, y: Int) -> UInt16 { memory[position(x, y)] }

    /// Whether rows and columns are exchanged: 320 wide, 240 high.
    var isExchanged: Bool { memoryAccess & 0x20 != 0 }

    private func position(_ column: Int, _ page: Int) -> Int {
        var (column, row) = isExchanged ? (page, column) : (column, page)
        if memoryAccess & 0x40 != 0 { column = 239 - column }
        if memoryAccess & 0x80 != 0 { row = 319 - row }
        return row * 240 + column
    }

    public func exchange(_ byte: UInt8) -> UInt8 {
        guard isData else {
            begin(byte)
            return 0
        }
        parameters.append(byte)
        switch command {
        case 0x2A where parameters.count == 4: columns = range(upTo: isExchanged ? 319 : 239) ?? columns
        case 0x2B where parameters.count == 4: pages = range(upTo: isExchanged ? 239 : 319) ?? pages
        case 0x2C where parameters.count == 2: write()
        case 0x36: memoryAccess = byte
        case 0x3A: pixelFormat = byte
        case 0xD3:
            let shift = 8 * (4 - parameters.count)
            return parameters.count == 1 || shift < 0 ? 0 : UInt8(truncatingIfNeeded: identity >> UInt32(shift))
        default: break
        }
        return 0
    }

    private func begin(_ byte: UInt8) {
        if command == 0x2C, !parameters.isEmpty { complaints.append("half a pixel") }
        command = byte
        parameters = []
        switch byte {
        case 0x01: (isOn, isAsleep, pixelFormat, memoryAccess) = (false, true, 0x66, 0)
        case 0x11: isAsleep = false
        case 0x29: isOn = true
        case 0x2C:
            (column, page) = (columns.lowerBound, pages.lowerBound)
            if pixelFormat != 0x55 { complaints.append("pixels of 16 bits while it takes 18") }
        case 0x2A, 0x2B, 0x36, 0x3A, 0xD3: break
        default: complaints.append("command 0x" + String(byte, radix: 16))
        }
    }

    private func range(upTo limit: Int) -> ClosedRange<Int>? {
        let first = Int(parameters[0]) << 8 | Int(parameters[1])
        let last = Int(parameters[2]) << 8 | Int(parameters[3])
        guard first <= last, last <= limit else {
            complaints.append("addresses \(first) to \(last)")
            return nil
        }
        return first...last
    }

    private func write() {
        memory[position(column, page)] = UInt16(parameters[0]) << 8 | UInt16(parameters[1])
        parameters = []
        column += 1
        guard column > columns.upperBound else { return }
        column = columns.lowerBound
        page = page < pages.upperBound ? page + 1 : pages.lowerBound
    }
}
