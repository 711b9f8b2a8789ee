// `martlet gameboy --play`: the terminal it is played in. What is drawn and what keys mean is in modules with tests.
import Foundation
import GameBoy
import GameBoyTools

/// A terminal in raw mode, which is restored when this ends, however it ends.
final class PlayTerminal {
    /// Ctrl-C arrives as a key in raw mode; these come from outside.
    // SAFETY: set by a signal handler alone, and a store of a word.
    nonisolated(unsafe) private static var isInterrupted: sig_atomic_t = 0

    private var saved = termios()
    private var reader = KeystrokeReader()
    private var buttons = HeldButtons()
    private var picture: TerminalPicture

    /// nil where there is no terminal.
    init?() {
        guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0, tcgetattr(STDIN_FILENO, &saved) == 0 else {
            return nil
        }
        var size = winsize()
        let hasSize = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        picture = TerminalPicture(columns: hasSize && size.ws_row < 72 ? 80 : hasSize ? Int(size.ws_col) : 80)
        var settings = saved
        cfmakeraw(&settings)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { _ in PlayTerminal.isInterrupted = 1 } }
        send(TerminalPicture.begin)
    }

    /// The terminal as it was.
    func restore() {
        send(TerminalPicture.end)
        tcsetattr(STDIN_FILENO, TCSANOW, &saved)
    }

    private func send(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Takes what was typed until the moment; false if it was the end. Waits no longer than that.
    private func takeKeys(until deadline: ContinuousClock.Instant) -> Bool {
        while Self.isInterrupted == 0 {
            let left = deadline - .now
            var poll = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let milliseconds = max(0, Int32(left.components.attoseconds / 1_000_000_000_000_000))
            guard Foundation.poll(&poll, 1, milliseconds) > 0 else { return Self.isInterrupted == 0 }
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            guard count > 0 else { return false }
            for byte in bytes[..<count] {
                switch reader.accept(byte) {
                case .button(let button): buttons.press(button)
                case .end: return false
                case nil: break
                }
            }
        }
        return false
    }

    /// Plays until a key, a signal or an illegal opcode ends it: 59.73 frames a second.
    func play<M>(_ console: HostedGameBoy<M>) {
        let frameTime = Duration.nanoseconds(16_742_706)
        var deadline = ContinuousClock.now
        while true {
            console.hold(buttons.nextFrame())
            guard console.runFrame() != .locked else { return }
            _ = console.takeSerial()
            deadline += frameTime
            // A terminal that is slower than the game is shown fewer pictures.
            if deadline > .now { send(picture.update(console.pixels)) }
            if deadline < .now - .milliseconds(250) { deadline = .now }
            guard takeKeys(until: deadline) else { return }
        }
    }
}
