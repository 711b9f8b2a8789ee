// What the display models show, as PNG files.
import Pictures
import Text

/// The bytes of a file.
private struct FileBytes: ByteOutput {
    var bytes: [UInt8] = []
    mutating func write(byte: UInt8) { bytes.append(byte) }
}

extension ILI9341Model {
    /// The picture as it is seen, the way up that the program chose; black while the display is off or asleep.
    public var png: [UInt8] {
        let (width, height) = isExchanged ? (320, 240) : (240, 320)
        var file = FileBytes()
        var encoder = PNGEncoder(width: UInt32(width), height: UInt32(height), format: .colour)
        encoder.begin(&file)
        for y in 0..<height {
            for x in 0..<width {
                let bits = isOn && !isAsleep ? pixel(x: x, y: y) : 0
                let (red, green, blue) = (bits >> 11, bits >> 5 & 0x3F, bits & 0x1F)
                // The lowest bits repeat the highest, so that the brightest is 255.
                encoder.write(UInt8(red << 3 | red >> 2), &file)
                encoder.write(UInt8(green << 2 | green >> 4), &file)
                encoder.write(UInt8(blue << 3 | blue >> 2), &file)
            }
        }
        encoder.end(&file)
        return file.bytes
    }
}

extension SSD1306Model {
    /// The dots, white on black; black while the display is off or its charge pump is.
    public var png: [UInt8] {
        var file = FileBytes()
        var encoder = PNGEncoder(width: 128, height: 64, format: .grey)
        encoder.begin(&file)
        for y in 0..<64 {
            for x in stride(from: 0, to: 128, by: 4) {
                var byte: UInt8 = 0
                for dot in x..<x + 4 { byte = byte << 2 | (isOn && chargePumpIsOn && isLit(dot, y) ? 0b11 : 0) }
                encoder.write(byte, &file)
            }
        }
        encoder.end(&file)
        return file.bytes
    }
}
