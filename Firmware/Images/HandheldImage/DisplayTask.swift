// The picture on the display, in its middle.
import Displays
import GameBoy
import GameBoyPlayer
import Interfaces
import Tasks
import Text

/// The task that owns the display. A display that does not answer is tried again each second.
@MainActor
enum DisplayTask {
    static func run() async {
        guard let display = Hardware.display else { return }
        var isSaid = false
        while true {
            do throws(DisplayError) {
                try await display.start()
                try await display.fill(.black, x: 0, y: 0, width: display.width, height: display.height)
                isSaid = false
                try await show(on: display)
            } catch {
                if !isSaid { say("no display: ") { error.write(to: &$0) } }
                isSaid = true
            }
            await sleep(for: .seconds(1))
        }
    }

    /// Sends lines as they are drawn.
    private static func show(on display: Hardware.Display) async throws(DisplayError) {
        let (x, y) = ((display.width - Machine.pictureWidth) / 2, (display.height - Machine.pictureHeight) / 2)
        while true {
            let hasDrawn = try await display.drawLines(x: x, y: y) { GameTask.takeLines(&$0) }
            if !hasDrawn { await GameTask.waitForLines() }
        }
    }
}

extension DisplayError {
    /// One line in words, without its end.
    fileprivate func write(to output: inout some TextOutput) {
        switch self {
        case .unknownController(let identity):
            output.write("it says that it is 0x")
            output.write(hex: identity, digits: 6)
            output.write(", and an ILI9341 says 0x009341")
        case .cancelled: output.write("its task was cancelled")
        case .bus(.timeout): output.write("its bus moves nothing")
        case .bus: output.write("its bus failed")
        }
    }
}
