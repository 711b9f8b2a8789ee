// Someone at the console of a simulated board.
import ConsoleImage
import Foundation
import Semihosting
import SimulatedChip
import Tasks
import XCTest

/// A board that runs the console image from its start-up, and what was typed and shown.
///
/// Each line is typed when the prompt is the last thing shown, even while other tasks run; the run ends at the
/// prompt after the last one.
final class Session {
    enum Step {
        /// Types the line and its end at the next prompt.
        case line(String)
        /// Types bytes at once, wherever the program is.
        case keys(String)
        /// Lets virtual time pass.
        case wait(Interval)
        /// Lets time pass until the output after the last step contains the text.
        case expect(String)
    }

    static let prompt = "martlet> "

    let board: SimulatedSTM32F405
    private(set) var output: [UInt8] = []
    private(set) var outcome: SimulatedChip.Outcome?
    /// Pin 10 of port A, and the virtual milliseconds at which it changed.
    private(set) var ledChanges: [(milliseconds: UInt64, isOn: Bool)] = []

    init(_ board: SimulatedSTM32F405 = SimulatedSTM32F405()) {
        self.board = board
        board.usart1.onTransmit = { [unowned self] in output.append($0) }
        board.ports[0].onChange = { [unowned self] pin, isOn in
            if pin == 10 { ledChanges.append((board.chip.cycles / 168_000, isOn)) }
        }
    }

    /// Starts the image, takes the steps, and answers everything shown.
    @discardableResult
    func run(_ steps: [Step], for limit: Interval = .seconds(60)) -> String {
        var left = steps[...]
        var typing: ArraySlice<UInt8> = []
        var mark = 0
        var resumesAt: UInt64 = 0
        let atPrompt = { self.output.suffix(Self.prompt.utf8.count).elementsEqual(Self.prompt.utf8) }
        let isQuiet = { typing.isEmpty && self.board.usart1.pendingCount == 0 }
        let proceed = {
            // A line brings 11 bytes in a millisecond, and no more than the port has room for.
            self.board.usart1.send(typing.prefix(11))
            typing = typing.dropFirst(11)
            guard isQuiet(), self.board.chip.cycles >= resumesAt, let step = left.first else { return }
            switch step {
            case .line(let text):
                // The prompt that is there before anything is echoed is the last line's.
                guard self.output.count > mark, atPrompt() else { return }
                mark = self.output.count
                typing = Array((text + "\r").utf8)[...]
            case .keys(let text):
                mark = self.output.count
                typing = Array(text.utf8)[...]
            case .wait(let interval):
                resumesAt = self.board.chip.cycles + UInt64(interval.microseconds) * 168
            case .expect(let text):
                guard String(decoding: self.output[mark...], as: UTF8.self).contains(text) else { return }
            }
            left = left.dropFirst()
        }
        let chip = board.chip
        Semihosting.onExit = { chip.exit(status: $0) }
        defer { Semihosting.onExit = nil }
        let isFinished = {
            proceed()
            return left.isEmpty && chip.cycles >= resumesAt && isQuiet() && self.output.count > mark && atPrompt()
        }
        outcome = chip.run(for: limit, inStepsOf: .milliseconds(1), until: isFinished) {
            MainActor.assumeIsolated { ConsoleImage.start() }
        }
        return text
    }

    /// Starts the image, types one line, and answers what it printed.
    func answer(to line: String) -> String {
        run([.line(line)])
        return answers.last ?? ""
    }

    /// Types lines, and answers what each printed.
    func answers(to lines: [String], for limit: Interval = .seconds(60)) -> [String] {
        run(lines.map { .line($0) }, for: limit)
        XCTAssertEqual(outcome, .finished, text)
        return answers
    }

    /// What was shown, without the echo's control sequences, in lines that end as in a file.
    var text: String {
        String(decoding: output, as: UTF8.self)
            .replacingOccurrences(of: "\u{1B}[K", with: "").replacingOccurrences(of: "\r\n", with: "\n")
    }

    /// What stood between each line typed at a prompt and the next prompt.
    var answers: [String] {
        text.components(separatedBy: Self.prompt).dropFirst().dropLast().map {
            guard let end = $0.firstIndex(of: "\n") else { return "" }
            return String($0[$0.index(after: end)...])
        }
    }

    /// A board after a reset: the same flash, and everything else new.
    func afterReset() -> SimulatedSTM32F405 {
        let next = SimulatedSTM32F405()
        next.flash.fill(at: 0, board.flash.contents(0..<1 << 20))
        return next
    }
}
