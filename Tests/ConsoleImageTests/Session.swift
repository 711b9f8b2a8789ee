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
/// prompt behind the last one.
final class Session {
    enum Step {
        /// Types the line and its end at the next prompt.
        case line(String)
        /// Types bytes at once, wherever the program is.
        case keys(String)
        /// Lets virtual time pass.
        case wait(Interval)
        /// Lets time pass until the output behind the last step contains the text.
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

/// Game Boy programs, and the slot they lie in.
enum CartridgeSlot {
    static let offset = 256 << 10

    /// What run.sh and flash.sh write: "MARTLET\0", the length, its complement, the file.
    static func insert(_ file: [UInt8], into board: SimulatedSTM32F405) {
        let length = UInt32(file.count)
        var header = Array("MARTLET\0".utf8)
        for word in [length, ~length] { withUnsafeBytes(of: word.littleEndian) { header += $0 } }
        board.flash.fill(at: offset, header + file)
    }

    /// 32 KB that run `program` from 0x0150.
    static func rom(_ program: [UInt8]) -> [UInt8] {
        var rom = [UInt8](repeating: 0, count: 0x8000)
        rom.replaceSubrange(0x100..<0x104, with: [0x00, 0xC3, 0x50, 0x01])
        rom.replaceSubrange(0x134..<0x139, with: Array("HELLO".utf8))
        rom.replaceSubrange(0x150..<0x150 + program.count, with: program)
        rom[0x14D] = rom[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
        return rom
    }

    /// Sends `text` through the serial port, a byte at a time, and stays.
    static func printing(_ text: String) -> [UInt8] {
        var program: [UInt8] = []
        for byte in text.utf8 {
            // LD A,byte; LDH (SB),A; LD A,0x81; LDH (SC),A; then LDH A,(SC); BIT 7,A; JR NZ while it is sent.
            program += [0x3E, byte, 0xE0, 0x01, 0x3E, 0x81, 0xE0, 0x02, 0xF0, 0x02, 0xCB, 0x7F, 0x20, 0xFA]
        }
        return rom(program + [0x18, 0xFE])
    }
}
