// The SSD1306, a controller of small displays of 128 by 64 dots, one bit each, over I2C (Solomon Systech, "SSD1306 Rev 1.5").
import Buses
import Interfaces

/// A picture for the display, eight rows to a byte, as its memory has them.
public struct DotPicture: Sendable {
    /// Dots across.
    public static var width: Int { 128 }
    /// Dots down.
    public static var height: Int { 64 }
    var pages = InlineArray<1024, UInt8>(repeating: 0)

    /// All dark.
    public init() {}

    /// Whether a dot is lit. Precondition: it lies on the display.
    public subscript(x: Int, y: Int) -> Bool {
        get { pages[(y >> 3) * 128 + x] >> UInt8(y & 7) & 1 != 0 }
        set {
            let mask = UInt8(1) << UInt8(y & 7)
            if newValue { pages[(y >> 3) * 128 + x] |= mask } else { pages[(y >> 3) * 128 + x] &= ~mask }
        }
    }
}

/// A display. The picture is its owner's; `show` sends it.
///
/// Cost: 8 bytes; `show` keeps 40 bytes in its task while it runs, and takes 24 ms at 400 kHz. Context: tasks.
public struct SSD1306<Device: I2CDevice>: Sendable {
    private let bus: I2CBus<Device>
    private let address: UInt8

    /// `address` is 0x3C, or 0x3D where the pin says so (8.1.5).
    public init(_ bus: I2CBus<Device>, address: UInt8 = 0x3C) {
        self.bus = bus
        self.address = address
    }

    /// Turns the display on, with a picture that is whatever its memory holds. The panel's voltage comes from the
    /// controller's own charge pump.
    /// - Throws: any `I2CError`: `addressNotAcknowledged` if there is no display.
    public func start() async throws(I2CError) {
        // A control byte: only commands follow (8.1.5.2). Then: off; clock; 64 rows; no offset; first row; charge pump on;
        // addresses go on along columns and then pages; columns and rows mirrored, as panels are mounted; the panel's
        // wiring; contrast; precharge; voltage; from memory; not inverted; on.
        let commands: InlineArray<26, UInt8> = [
            0x00, 0xAE, 0xD5, 0x80, 0xA8, 0x3F, 0xD3, 0x00, 0x40, 0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8, 0xDA, 0x12, 0x81,
            0xCF, 0xD9, 0xF1, 0xDB, 0x40, 0xA4, 0xA6, 0xAF,
        ]
        try await bus.write(commands.span, to: address)
    }

    /// Sends a picture.
    /// - Throws: any `I2CError`, also `cancelled` between the parts: the picture may be sent in part.
    public func show(_ picture: borrowing DotPicture) async throws(I2CError) {
        // All columns, all pages: the address stands at the first byte again.
        let window: InlineArray<7, UInt8> = [0x00, 0x21, 0, 127, 0x22, 0, 7]
        try await bus.write(window.span, to: address)
        var chunk = InlineArray<33, UInt8>(repeating: 0)
        chunk[0] = 0x40  // Only data follows.
        for start in stride(from: 0, to: 1024, by: 32) {
            for index in 0..<32 { chunk[index + 1] = picture.pages[start + index] }
            try await bus.write(chunk.span, to: address)
        }
    }

    /// How bright it is, from 0.
    /// - Throws: any `I2CError`: `addressNotAcknowledged` if there is no display.
    public func setContrast(_ contrast: UInt8) async throws(I2CError) {
        let commands: InlineArray<3, UInt8> = [0x00, 0x81, contrast]
        try await bus.write(commands.span, to: address)
    }
}
