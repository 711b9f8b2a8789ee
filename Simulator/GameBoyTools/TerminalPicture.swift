// The picture in a terminal: two pixels a character by half blocks, in 24-bit colour, and only what changed.

/// A pixel in 24-bit colour.
public struct TerminalPixel: Equatable, Sendable {
    /// 0 to 255.
    public let red: Int
    /// 0 to 255.
    public let green: Int
    /// 0 to 255.
    public let blue: Int

    /// A shade as the screen of a grey Game Boy has it, 0 (white) to 3 (black).
    public init(shade: Int) {
        (red, green, blue) = [(224, 248, 208), (136, 192, 112), (52, 104, 86), (8, 24, 32)][shade]
    }

    /// Five bits each of red, green and blue, red lowest. All bits set stay all bits set.
    public init(colour: UInt16) {
        func component(_ shift: UInt16) -> Int {
            let five = Int(colour >> shift & 0x1F)
            return five << 3 | five >> 2
        }
        (red, green, blue) = (component(0), component(5), component(10))
    }

    fileprivate var brightness: Int { 2 * red + 5 * green + blue }
}

/// Turns pictures into what a terminal is to be sent. Owns the last picture.
public struct TerminalPicture {
    private let scale: Int
    private var last: [TerminalPixel]?

    /// - Parameter columns: as many as the terminal has. With fewer than 160 the picture is half as wide and half as high,
    ///   and the darkest of four pixels is shown.
    public init(columns: Int) { scale = columns >= 160 ? 1 : 2 }

    /// The lines of text that the picture takes.
    public var rows: Int { 72 / scale }

    /// Another screen without a cursor, cleared.
    public static let begin = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
    /// Everything as it was before.
    public static let end = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

    /// What shows this picture where the last one is; empty if nothing changed.
    ///
    /// - Parameter picture: 160 by 144, line by line.
    public mutating func update(_ picture: [TerminalPixel]) -> String {
        let width = 160 / scale
        var pixels = (0..<width * (144 / scale)).map { picture[$0 / width * scale * 160 + $0 % width * scale] }
        for y in 0..<144 {
            for x in 0..<160 {
                let index = y / scale * width + x / scale
                let pixel = picture[y * 160 + x]
                if pixel.brightness < pixels[index].brightness { pixels[index] = pixel }
            }
        }
        defer { last = pixels }
        var text = ""
        var colour: (front: TerminalPixel, back: TerminalPixel)?
        for row in 0..<rows {
            var isPlaced = false
            for column in 0..<width {
                let upper = row * 2 * width + column
                let cell = (pixels[upper], pixels[upper + width])
                if let last, (last[upper], last[upper + width]) == cell {
                    isPlaced = false
                    continue
                }
                if !isPlaced { text += "\u{1B}[\(row + 1);\(column + 1)H" }
                isPlaced = true
                if colour == nil || colour! != cell {
                    text += "\u{1B}[38;2;\(cell.0.red);\(cell.0.green);\(cell.0.blue)"
                    text += ";48;2;\(cell.1.red);\(cell.1.green);\(cell.1.blue)m"
                    colour = cell
                }
                text += "\u{2580}"
            }
        }
        return text
    }
}
