// The Game Boy's picture on its way to a display, a few lines at a time and while the frame is still being drawn.
import Displays
import GameBoy
import Interfaces

/// Lines that are to be sent: from this line of the picture on, so many.
public struct LineBatch: Equatable, Sendable {
    /// The first of the lines, 0 to 143.
    public let first: Int
    /// How many lines, 1 to `PictureLines.batchLines`.
    public let count: Int

    /// Lines of the picture from `first` on.
    public init(first: Int, count: Int) {
        self.first = first
        self.count = count
    }
}

/// Knows which lines are drawn and not yet sent, and turns them into a display's pixels.
///
/// The task that runs the machine calls `advance` after each slice; the task of the display calls `take` and sends what it
/// is given, while the machine runs on: by DMA the two cost each other nothing. A display that is too slow leaves out
/// lines, never the machine's time. A line that is drawn again before it was sent is sent as it is then.
///
/// It owns 24 bytes; the pixels of eight lines, 2.6 KB, are the display task's. Cost: some ten instructions a pixel.
/// Context: both tasks in one level.
public struct PictureLines {
    /// The lines of a batch.
    public static var batchLines: Int { 8 }

    /// Lightest first.
    private let palette: InlineArray<4, Colour>
    /// Lines since start: of the frames that ended, drawn, and sent.
    private var ended = 0
    private var drawn = 0
    private var sent = 0
    /// Lines that were left out since the display was too slow.
    public private(set) var leftOut = 0

    /// - Parameter palette: what the four shades look like, lightest first.
    public init(palette: InlineArray<4, Colour> = Self.grey) { self.palette = palette }

    /// White, two greys, and black.
    public static var grey: InlineArray<4, Colour> {
        [
            .white, Colour(red: 170, green: 170, blue: 170), Colour(red: 85, green: 85, blue: 85), .black,
        ]
    }

    /// Notes what the machine has drawn; `frameEnded` if its run ended with a frame.
    public mutating func advance(_ machine: borrowing Machine, frameEnded: Bool) {
        if frameEnded { ended &+= 144 }
        drawn = ended &+ machine.finishedLines
        // All of them are in the picture, but no older ones.
        if drawn &- sent > 144 {
            leftOut &+= drawn &- sent &- 144
            sent = drawn &- 144
        }
    }

    /// Makes the pixels of the next lines, 160 a line; nil if none are to be sent.
    public mutating func take(
        from machine: borrowing Machine, into pixels: inout InlineArray<1280, Colour>
    ) -> LineBatch? {
        let first = sent % 144
        let count = min(Self.batchLines, 144 - first, drawn &- sent)
        guard count > 0 else { return nil }
        var index = 0
        for y in first..<first + count {
            for word in 0..<10 {
                var shades = machine.shades(y: y, word: word)
                for _ in 0..<16 {
                    pixels[index] = palette[Int(shades & 3)]
                    shades &>>= 2
                    index &+= 1
                }
            }
        }
        sent &+= count
        return LineBatch(first: first, count: count)
    }
}

extension ILI9341 {
    /// Sends the next lines of the picture to where its upper left corner is to be. Returns false if there are none.
    ///
    /// The lines are copied into this call, 2.6 KB of its task's memory, so that the machine may go on meanwhile.
    ///
    /// - Parameter take: gives the next lines and makes their pixels: `PictureLines.take` with the machine.
    /// - Throws: as `draw`: `cancelled`, `bus`. The lines that `take` gave count as sent.
    public func drawLines(
        x: Int, y: Int, _ take: (inout InlineArray<1280, Colour>) -> LineBatch?
    ) async throws(DisplayError) -> Bool {
        var pixels = InlineArray<1280, Colour>(repeating: .black)
        guard let batch = take(&pixels) else { return false }
        try await draw(pixels.span.extracting(first: batch.count * 160), x: x, y: y + batch.first, width: 160)
        return true
    }
}
