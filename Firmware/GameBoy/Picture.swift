// The picture as its owner reads it: pixels, lines, a hash, a PNG.
import Pictures
import Text

extension Machine {
    /// The pixels of a line.
    public static var pictureWidth: Int { 160 }
    /// The lines of the picture.
    public static var pictureHeight: Int { 144 }

    /// The shade of a pixel, 0 (white) to 3 (black); x and y wrap at the edges.
    public func shade(x: Int, y: Int) -> UInt8 {
        let x = Int(bitPattern: UInt(bitPattern: x) % 160)
        let y = Int(bitPattern: UInt(bitPattern: y) % 144)
        let word = state.pointee.ppu.picture[y &* 10 &+ x / 16]
        return UInt8(truncatingIfNeeded: word &>> UInt32(truncatingIfNeeded: x % 16 &* 2) & 3)
    }

    /// The lines of the picture that are drawn since the last frame ended: 0 in V-blank and while the LCD is off.
    public var finishedLines: Int {
        let line = state.pointee.ppu.line
        return state.pointee.ppu.isOn && line < 144 ? Int(line) : 0
    }

    /// Sixteen pixels of a line from x = 16 * `word` on, the leftmost in the lowest two bits. Precondition: y is below
    /// 144 and `word` below 10.
    public func shades(y: Int, word: Int) -> UInt32 { state.pointee.ppu.picture[y &* 10 &+ word] }

    /// FNV-1a, 32 bits, of the picture's shades, a byte a pixel, line by line.
    ///
    /// Cost: about 150,000 instructions.
    public var pictureHash: UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for index in 0..<1440 {
            var word = state.pointee.ppu.picture[index]
            for _ in 0..<16 {
                hash = (hash ^ word & 3) &* 0x0100_0193
                word &>>= 2
            }
        }
        return hash
    }

    /// Writes the picture as a PNG: 160 x 144, 2-bit grey.
    ///
    /// Cost: about 400,000 instructions and 700 bytes of stack.
    public func writePNG(to output: inout some ByteOutput & ~Copyable) {
        var encoder = PNGEncoder(width: 160, height: 144, format: .grey)
        encoder.begin(&output)
        for y in 0..<144 {
            for x in 0..<40 {
                let word = state.pointee.ppu.picture[y &* 10 &+ x / 4]
                let four = word &>> UInt32(truncatingIfNeeded: x % 4 &* 8)
                // PNG has the leftmost pixel on top, and 3 for white.
                let byte = (four & 0x03) &<< 6 | (four & 0x0C) &<< 2 | (four & 0x30) &>> 2 | (four & 0xC0) &>> 6
                encoder.write(UInt8(truncatingIfNeeded: ~byte), &output)
            }
        }
        encoder.end(&output)
    }
}
