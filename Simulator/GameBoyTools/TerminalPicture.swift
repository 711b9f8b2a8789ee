// The picture in a terminal: two pixels a character by half blocks, in 24-bit colour, and only what changed.

/// Turns pictures into what a terminal is to be sent. Owns the last picture.
public struct TerminalPicture {
    private let scale: Int
    private var last: [UInt8]?

    /// White to black, as the screen of a Game Boy has them.
    private static let colours: [(red: Int, green: Int, blue: Int)] = [
        (224, 248, 208), (136, 192, 112), (52, 104, 86), (8, 24, 32),
    ]

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
    /// - Parameter shades: 160 by 144, 0 (white) to 3 (black), line by line.
    public mutating func update(_ shades: [UInt8]) -> String {
        let width = 160 / scale
        var pixels = [UInt8](repeating: 0, count: width * (144 / scale))
        for y in 0..<144 {
            for x in 0..<160 {
                let index = y / scale * width + x / scale
                pixels[index] = max(pixels[index], shades[y * 160 + x])
            }
        }
        defer { last = pixels }
        var text = ""
        var colour: (UInt8, UInt8)?
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
                    let (front, back) = (Self.colours[Int(cell.0)], Self.colours[Int(cell.1)])
                    text += "\u{1B}[38;2;\(front.red);\(front.green);\(front.blue)"
                    text += ";48;2;\(back.red);\(back.green);\(back.blue)m"
                    colour = cell
                }
                text += "\u{2580}"
            }
        }
        return text
    }
}
