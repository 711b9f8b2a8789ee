// A simulated chip's serial line on two descriptors of this process, byte by byte.
import Foundation

/// A model of a serial port, as what is at its other end sees it.
public protocol SerialModel: AnyObject {
    /// Where sent bytes go.
    var onTransmit: (UInt8) -> Void { get set }
    /// Sends bytes to the chip, each as soon as the one before it has been taken.
    func send(_ bytes: some Sequence<UInt8>)
    /// Bytes that the chip has not taken yet.
    var pendingCount: Int { get }
}

extension USARTModel: SerialModel {}
extension CMSDKUARTModel: SerialModel {}

/// The other end of a console. A terminal is put into raw mode, so that each key is sent as it is pressed.
package final class ConsoleLine {
    /// What the keys do at a terminal.
    package enum Keys {
        /// All reach the chip, Ctrl-C too.
        case all
        /// Ctrl-C ends the process.
        case butInterrupt
    }

    private let input: Int32
    private let output: Int32
    /// The terminal as it was.
    private var saved: termios?
    /// Whether the input has come to its end.
    package private(set) var hasEnded = false

    package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, keys: Keys = .all) {
        self.input = input
        self.output = output
        guard isatty(input) != 0 else { return }
        var settings = termios()
        tcgetattr(input, &settings)
        saved = settings
        cfmakeraw(&settings)
        settings.c_oflag |= tcflag_t(OPOST)
        if keys == .butInterrupt { settings.c_lflag |= tcflag_t(ISIG) }
        tcsetattr(input, TCSANOW, &settings)
    }

    /// Gives the terminal back as it was.
    package func restore() {
        guard var saved else { return }
        tcsetattr(input, TCSANOW, &saved)
    }

    package func put(_ byte: UInt8) {
        var byte = byte
        write(output, &byte, 1)
    }

    /// What has been typed, after at most so many milliseconds. Nothing more after the end of the input.
    package func next(waiting milliseconds: Int32 = 1) -> [UInt8] {
        guard !hasEnded else { return [] }
        var poll = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        guard Foundation.poll(&poll, 1, milliseconds) > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = read(input, &buffer, buffer.count)
        guard count > 0 else {
            hasEnded = true
            return []
        }
        return buffer[..<count].map { $0 == 0x0A ? 0x0D : $0 }
    }
}
