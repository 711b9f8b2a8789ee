// The picture as its owner reads it: pixels, lines, a hash, a PNG.
import Pictures
import Text

extension GenericMachine {
    /// The pixels of a line.
    public static var pictureWidth: Int { 160 }
    /// The lines of the picture.
    public static var pictureHeight: Int { 144 }

    /// A word of the picture and the pixel's number in it; x and y wrap at the edges.
    private func word(x: Int, y: Int, pixels: Int) -> (UInt32, UInt32) {
        let x = Int(bitPattern: UInt(bitPattern: x) % 160)
        let y = Int(bitPattern: UInt(bitPattern: y) % 144)
        let word = state.pointee.ppu.picture[at: y &* (160 / pixels) &+ x / pixels]
        return (word, UInt32(truncatingIfNeeded: x % pixels))
    }

    /// The lines of the picture that are drawn since the last frame ended: 0 in V-blank and while the LCD is off.
    public var finishedLines: Int {
        let line = state.pointee.ppu.line
        return state.pointee.ppu.isOn && line < 144 ? Int(line) : 0
    }

    /// Of the grey machine: sixteen pixels of a line from x = 16 * `word` on, the leftmost in the lowest two bits. Precondition: y is below
    /// 144 and `word` below 10.
    public func shades(y: Int, word: Int) -> UInt32 { state.pointee.ppu.picture[at: y &* 10 &+ word] }

    /// The colour of a pixel: five bits each of red, green and blue, red lowest. The grey machine's shades are
    /// 0x7FFF, 0x56B5, 0x294A and 0. x and y wrap at the edges.
    public func colour(x: Int, y: Int) -> UInt16 {
        if M.isColour {
            let (word, pixel) = word(x: x, y: y, pixels: 2)
            return UInt16(truncatingIfNeeded: word &>> (pixel &* 16))
        }
        let (word, pixel) = word(x: x, y: y, pixels: 16)
        return UInt16(truncatingIfNeeded: grey(word &>> (pixel &* 2) & 3))
    }

    private func grey(_ shade: UInt32) -> UInt32 { ((3 &- shade) &* 21 / 2) &* 0x421 }

    /// Copies a line into a buffer of 160 colours, for a display; a shorter buffer gets as many as it holds.
    ///
    /// Cost: about 1,500 instructions.
    public func copyLine(_ y: Int, into colours: inout MutableSpan<UInt16>) {
        for x in 0..<min(160, colours.count) { colours[x] = colour(x: x, y: y) }
    }

    /// FNV-1a, 32 bits, of the picture's shades, a byte a pixel, line by line; of a colour machine, of its colours, two
    /// bytes a pixel, the lower first.
    ///
    /// Cost: about 150,000 instructions.
    public var pictureHash: UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for index in 0..<Int(144 &* M.wordsPerLine) {
            var word = state.pointee.ppu.picture[at: index]
            if M.isColour {
                for _ in 0..<4 {
                    hash = (hash ^ word & 0xFF) &* 0x0100_0193
                    word &>>= 8
                }
            } else {
                for _ in 0..<16 {
                    hash = (hash ^ word & 3) &* 0x0100_0193
                    word &>>= 2
                }
            }
        }
        return hash
    }

    /// Writes the picture as a PNG: 160 x 144, 2-bit grey, or 8 bits each of red, green and blue.
    ///
    /// Cost: about 400,000 instructions and 700 bytes of stack.
    @_optimize(size)
    public func writePNG(to output: inout some ByteOutput & ~Copyable) {
        var encoder = PNGEncoder(width: 160, height: 144, format: M.isColour ? .colour : .grey)
        encoder.begin(&output)
        for y in 0..<144 {
            if M.isColour { writeColours(y, &encoder, &output) } else { writeShades(y, &encoder, &output) }
        }
        encoder.end(&output)
    }

    @_optimize(size)
    private func writeShades(
        _ y: Int, _ encoder: inout PNGEncoder, _ output: inout some ByteOutput & ~Copyable
    ) {
        for x in 0..<40 {
            let word = state.pointee.ppu.picture[at: y &* 10 &+ x / 4]
            let four = word &>> UInt32(truncatingIfNeeded: x % 4 &* 8)
            // PNG has the leftmost pixel on top, and 3 for white.
            let byte = (four & 0x03) &<< 6 | (four & 0x0C) &<< 2 | (four & 0x30) &>> 2 | (four & 0xC0) &>> 6
            encoder.write(UInt8(truncatingIfNeeded: ~byte), &output)
        }
    }

    @_optimize(size)
    private func writeColours(
        _ y: Int, _ encoder: inout PNGEncoder, _ output: inout some ByteOutput & ~Copyable
    ) {
        for x in 0..<160 {
            let colour = UInt32(colour(x: x, y: y))
            for component in 0..<3 as Range<UInt32> {
                let five = colour &>> (component &* 5) & 0x1F
                // All bits set stay all bits set.
                encoder.write(UInt8(truncatingIfNeeded: five &<< 3 | five &>> 2), &output)
            }
        }
    }
}

extension GenericMachine where M == DMG {
    /// The shade of a pixel, 0 (white) to 3 (black); x and y wrap at the edges.
    public func shade(x: Int, y: Int) -> UInt8 {
        let (word, pixel) = word(x: x, y: y, pixels: 16)
        return UInt8(truncatingIfNeeded: word &>> (pixel &* 2) & 3)
    }
}
