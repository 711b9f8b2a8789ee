// The ILI9341, a controller of colour displays of 240 by 320 pixels, over SPI with a data/command pin (ILITEK, "ILI9341
// Datasheet V1.11").
import Buses
import Interfaces
import Tasks

/// A pixel: 5 bits of red, 6 of green, 5 of blue. In memory it is as it goes over the bus, the higher byte first, so that
/// pictures are sent from where they are.
public struct Colour: Equatable, BitwiseCopyable, Sendable {
    private var onTheBus: UInt16

    /// The pixel as a number: red in the upper 5 bits, blue in the lower 5.
    public var bits: UInt16 { UInt16(bigEndian: onTheBus) }

    /// From the number.
    public init(bits: UInt16) { onTheBus = bits.bigEndian }

    /// From 8 bits of each.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.init(bits: UInt16(red >> 3) << 11 | UInt16(green >> 2) << 5 | UInt16(blue >> 3))
    }

    /// All bits 0.
    public static var black: Colour { Colour(bits: 0) }
    /// All bits 1.
    public static var white: Colour { Colour(bits: 0xFFFF) }
}

/// Why the display did not do what it was told.
public enum DisplayError: Error, Equatable, Sendable {
    /// The bus failed, with this.
    case bus(SPIError)
    /// The task was cancelled first; the picture may be drawn in part.
    case cancelled
    /// It did not answer as an ILI9341 does: there is none, or its wiring is wrong. What it said instead.
    case unknownController(UInt32)

    init(_ error: SPIError) { self = error == .cancelled ? .cancelled : .bus(error) }
}

/// Which way up the picture is.
public enum Orientation: UInt8, Sendable {
    /// 240 wide, 320 high. Memory access control, 8.2.29: columns mirrored, colours in the panel's order.
    case portrait = 0b0100_1000
    /// 320 wide, 240 high: rows and columns exchanged.
    case landscape = 0b0010_1000
}

/// A display. Its picture lives in its own memory, so nothing is kept here: pixels are sent where they go.
///
/// Cost: 16 bytes. A full picture is 153,600 bytes on the bus: 153,600 interrupts by `SPIController`, and by
/// `SPIDMAController` three for `draw`, which sends the pixels from where they are, and five more for where they go. `fill`
/// keeps 512 bytes in its task, and interrupts once for each 512 that it sends. Context: tasks.
public struct ILI9341<Device: SPIDevice, Select: OutputPin, DataSelect: OutputPin>: Sendable {
    private let bus: SPIBus<Device>
    private let select: Select
    private let dataSelect: DataSelect
    private let orientation: Orientation

    /// Pixels across and down.
    public var width: Int { orientation == .portrait ? 240 : 320 }
    /// Pixels down.
    public var height: Int { orientation == .portrait ? 320 : 240 }

    private enum Command: UInt8 {
        case softwareReset = 0x01
        case sleepOut = 0x11
        case displayOn = 0x29
        case columnAddress = 0x2A
        case pageAddress = 0x2B
        case memoryWrite = 0x2C
        case memoryAccess = 0x36
        case pixelFormat = 0x3A
        case readIdentity = 0xD3
    }

    /// A display at the bus. `select` is low while it is meant, `dataSelect` high for data. Sends nothing.
    public init(_ bus: SPIBus<Device>, select: Select, dataSelect: DataSelect, orientation: Orientation = .landscape) {
        self.bus = bus
        self.select = select
        self.dataSelect = dataSelect
        self.orientation = orientation
    }

    /// Resets the display, makes sure it is there, and turns it on. Takes 130 ms, nearly all of it waiting.
    /// - Throws: `unknownController` if something else or nothing answers, `cancelled` also during the waits, `bus`.
    public func start() async throws(DisplayError) {
        try await send(.softwareReset)
        // 5 ms until commands are taken, 120 ms until it may leave its sleep (8.2.2).
        guard await sleep(for: .milliseconds(120)) else { throw .cancelled }
        try await identify()
        try await send(.sleepOut)
        guard await sleep(for: .milliseconds(5)) else { throw .cancelled }
        try await send(.pixelFormat, [0x55])
        try await send(.memoryAccess, [orientation.rawValue])
        try await send(.displayOn)
    }

    /// Read ID4 (8.3.23): a byte without meaning, 0, 0x93, 0x41.
    private func identify() async throws(DisplayError) {
        var answer: InlineArray<4, UInt8> = [0, 0, 0, 0]
        do throws(SPIError) {
            answer = try await bus.withSelected(select) { () async throws(SPIError) in
                try await command(.readIdentity)
                var bytes: InlineArray<4, UInt8> = [0, 0, 0, 0]
                var span = bytes.mutableSpan
                try await bus.exchange(&span)
                return bytes
            }
        } catch { throw DisplayError(error) }
        let identity = UInt32(answer[1]) << 16 | UInt32(answer[2]) << 8 | UInt32(answer[3])
        guard identity == 0x9341 else { throw .unknownController(identity) }
    }

    /// Draws rows of pixels, from left to right and then down, into a rectangle. Precondition: it lies on the display,
    /// and there are as many pixels as it has.
    /// - Throws: `cancelled` before the turn came, `bus`. The rectangle may be drawn in part.
    public func draw(_ pixels: borrowing Span<Colour>, x: Int, y: Int, width: Int) async throws(DisplayError) {
        guard width > 0, pixels.count > 0 else { return }
        precondition(pixels.count % width == 0, "the pixels are not whole rows")
        try await setWindow(x: x, y: y, width: width, height: pixels.count / width)
        do throws(SPIError) {
            try await bus.withSelected(select) { () async throws(SPIError) in
                try await command(.memoryWrite)
                try await bus.write(bytesOf: pixels)
            }
        } catch { throw DisplayError(error) }
    }

    /// Fills a rectangle. Precondition: it lies on the display.
    /// - Throws: `cancelled` before the turn came, `bus`. The rectangle may be filled in part.
    public func fill(_ colour: Colour, x: Int, y: Int, width: Int, height: Int) async throws(DisplayError) {
        guard width > 0, height > 0 else { return }
        try await setWindow(x: x, y: y, width: width, height: height)
        do throws(SPIError) {
            try await bus.withSelected(select) { () async throws(SPIError) in
                try await command(.memoryWrite)
                let pixels = InlineArray<256, Colour>(repeating: colour)
                var left = width * height
                while left > 0 {
                    let count = min(256, left)
                    try await bus.write(bytesOf: pixels.span.extracting(first: count))
                    left -= count
                }
            }
        } catch { throw DisplayError(error) }
    }

    /// Says where the pixels to come go.
    private func setWindow(x: Int, y: Int, width: Int, height: Int) async throws(DisplayError) {
        precondition(
            x >= 0 && y >= 0 && x + width <= self.width && y + height <= self.height, "the rectangle is not on the display")
        try await send(.columnAddress, Self.range(x, width))
        try await send(.pageAddress, Self.range(y, height))
    }

    /// First and last, the higher byte first (8.2.20).
    private static func range(_ first: Int, _ count: Int) -> InlineArray<4, UInt8> {
        let last = first + count - 1
        return [
            UInt8(truncatingIfNeeded: first >> 8), UInt8(truncatingIfNeeded: first),
            UInt8(truncatingIfNeeded: last >> 8), UInt8(truncatingIfNeeded: last),
        ]
    }

    private func send(_ command: Command) async throws(DisplayError) {
        let none: InlineArray<0, UInt8> = []
        try await send(command, none)
    }

    private func send<let count: Int>(
        _ command: Command, _ parameters: InlineArray<count, UInt8>
    ) async throws(DisplayError) {
        do throws(SPIError) {
            try await bus.withSelected(select) { () async throws(SPIError) in
                try await self.command(command)
                try await bus.write(parameters.span)
            }
        } catch { throw DisplayError(error) }
    }

    /// Sends a command; what follows is its data. The display is selected.
    private func command(_ command: Command) async throws(SPIError) {
        dataSelect.set(false)
        let bytes: InlineArray<1, UInt8> = [command.rawValue]
        try await bus.write(bytes.span)
        dataSelect.set(true)
    }
}
