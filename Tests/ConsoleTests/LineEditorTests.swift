// The line editor: each key, what becomes of the line, and what the terminal shows.
import Console
import Text
import XCTest

/// An editor and the terminal it writes to. A class, since editors cannot be copied.
final class Session<let capacity: Int> {
    private var editor = LineEditor<capacity>()
    private(set) var terminal = Terminal()
    private(set) var event = LineEvent.typing

    var line: String {
        var bytes: [UInt8] = []
        for index in editor.line.indices { bytes.append(editor.line[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Types bytes, and answers what the last one came to.
    @discardableResult
    func type(_ bytes: some Sequence<UInt8>) -> LineEvent {
        for byte in bytes { event = editor.accept(byte, echo: &terminal) }
        return event
    }

    @discardableResult
    func type(_ text: String) -> LineEvent { type(text.utf8) }

    /// Types a line and its end, and answers it.
    func enter(_ text: String) -> String {
        XCTAssertEqual(type(text + "\r"), .line)
        defer { editor.clear() }
        return line
    }

    func clear() { editor.clear() }

    func redraw() { editor.redraw(to: &terminal) }
}

enum Key {
    static let up = "\u{1B}[A"
    static let down = "\u{1B}[B"
    static let right = "\u{1B}[C"
    static let left = "\u{1B}[D"
    static let home = "\u{1B}[H"
    static let end = "\u{1B}[F"
    static let delete = "\u{1B}[3~"
    static let backspace = "\u{7F}"
    static func control(_ letter: Character) -> String { String(UnicodeScalar(letter.asciiValue! & 0x1F)) }
}

final class TypingTests: XCTestCase {
    func testTypedCharactersAreTheLineAndAreEchoed() {
        let session = Session<16>()
        XCTAssertEqual(session.type("led on"), .typing)
        XCTAssertEqual(session.line, "led on")
        XCTAssertEqual(session.terminal.text, "led on")
        XCTAssertEqual(session.terminal.column, 6)
    }

    func testCarriageReturnEndsTheLineAndTheTerminalsLine() {
        let session = Session<16>()
        XCTAssertEqual(session.type("help\r"), .line)
        XCTAssertEqual(session.line, "help")
        XCTAssertEqual(session.terminal.lines, ["help"])
        session.clear()
        XCTAssertEqual(session.line, "")
    }

    func testLineFeedEndsItToo() {
        let session = Session<16>()
        XCTAssertEqual(session.type("help\n"), .line)
    }

    func testCarriageReturnAndLineFeedAreOneEnd() {
        let session = Session<16>()
        XCTAssertEqual(session.type("a\r"), .line)
        session.clear()
        XCTAssertEqual(session.type("\n"), .typing)
        XCTAssertEqual(session.enter("b"), "b")
        XCTAssertEqual(session.type("\n"), .typing)
        XCTAssertEqual(session.type("\n"), .line)
        XCTAssertEqual(session.terminal.lines, ["a", "b", ""])
    }

    func testAnEmptyLineIsALine() { XCTAssertEqual(Session<16>().enter(""), "") }

    func testTabIsASpaceAndOtherControlKeysAreNothing() {
        let session = Session<16>()
        session.type("a\tb" + Key.control("G") + Key.control("L") + "\0")
        XCTAssertEqual(session.line, "a b")
        XCTAssertEqual(session.terminal.text, "a b")
        XCTAssertEqual(session.terminal.surprises, [])
    }

    func testControlCInterruptsAndShowsIt() {
        let session = Session<16>()
        XCTAssertEqual(session.type("oops" + Key.control("C")), .interrupt)
        XCTAssertEqual(session.terminal.lines, ["oops^C"])
        session.clear()
        XCTAssertEqual(session.enter("next"), "next")
    }

    func testControlDEndsTheInputOnAnEmptyLineAlone() {
        let session = Session<16>()
        XCTAssertEqual(session.type(Key.control("D")), .endOfInput)
        XCTAssertEqual(session.type("ab" + Key.control("D")), .typing)
        XCTAssertEqual(session.line, "ab")
        XCTAssertEqual(session.type(Key.home + Key.control("D")), .typing)
        XCTAssertEqual(session.line, "b")
        XCTAssertEqual(session.terminal.text, "b")
    }
}

final class EditingTests: XCTestCase {
    /// Types `keys` and expects the line, the same on the terminal, and the cursor in `column`.
    private func assert(
        _ keys: String, leaves line: String, column: Int, file: StaticString = #filePath, source: UInt = #line
    ) {
        let session = Session<32>()
        session.type(keys)
        XCTAssertEqual(session.line, line, file: file, line: source)
        XCTAssertEqual(session.terminal.text, line, "on the terminal", file: file, line: source)
        XCTAssertEqual(session.terminal.column, column, "column", file: file, line: source)
        XCTAssertEqual(session.terminal.surprises, [], file: file, line: source)
    }

    func testBackspaceTakesTheCharacterBeforeTheCursor() {
        assert("abc" + Key.backspace, leaves: "ab", column: 2)
        assert("abc" + Key.control("H"), leaves: "ab", column: 2)
        assert("abc" + Key.left + Key.backspace, leaves: "ac", column: 1)
        assert(Key.backspace + "a" + Key.backspace + Key.backspace, leaves: "", column: 0)
    }

    func testDeleteTakesTheCharacterUnderTheCursor() {
        assert("abc" + Key.left + Key.left + Key.delete, leaves: "ac", column: 1)
        assert("abc" + Key.delete, leaves: "abc", column: 3)
    }

    func testControlUTakesTheLine() {
        assert("abc def" + Key.control("U"), leaves: "", column: 0)
        assert("abc" + Key.left + Key.control("U") + "x", leaves: "x", column: 1)
    }

    func testControlWTakesTheWordBeforeTheCursor() {
        assert("kv put  key" + Key.control("W"), leaves: "kv put  ", column: 8)
        assert("kv put  " + Key.control("W"), leaves: "kv ", column: 3)
        assert("one two" + Key.left + Key.left + Key.control("W"), leaves: "one wo", column: 4)
        assert(Key.control("W"), leaves: "", column: 0)
    }

    func testArrowsMoveAndTypingInserts() {
        assert("ac" + Key.left + "b", leaves: "abc", column: 2)
        assert("ab" + Key.left + Key.left + Key.left + "x", leaves: "xab", column: 1)
        assert("ab" + Key.left + Key.right + Key.right + "x", leaves: "abx", column: 3)
    }

    func testHomeAndEndInAllTheirSpellings() {
        for home in [Key.home, "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~", Key.control("A")] {
            assert("bc" + home + "a", leaves: "abc", column: 1)
            for end in [Key.end, "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~", Key.control("E")] {
                assert("ab" + home + end + "c", leaves: "abc", column: 3)
            }
        }
    }

    /// F1 to F12 and their like begin with the numbers of Home, Delete and End.
    func testKeysOfOtherNumbersDoNothing() {
        for number in ["2", "5", "6", "11", "13", "14", "17", "21", "23", "24", "200"] {
            assert("abc" + Key.left + "\u{1B}[\(number)~x", leaves: "abxc", column: 3)
        }
    }

    func testKeysHeldWithAModifier() {
        assert("ab" + "\u{1B}[1;5D" + "x", leaves: "axb", column: 2)
        assert("ab" + Key.left + "\u{1B}[3;5~" + "x", leaves: "axb", column: 2)
        assert("ab" + Key.left + "\u{1B}[5;3~" + "x", leaves: "axb", column: 2)
    }

    func testEscapeAloneDoesNotSwallowTheLinesEnd() {
        let session = Session<16>()
        XCTAssertEqual(session.type("ab\u{1B}\r"), .line)
        session.clear()
        XCTAssertEqual(session.type("cd\u{1B}[\r"), .line)
        XCTAssertEqual(session.line, "cd")
        XCTAssertEqual(session.type("\u{1B}" + Key.control("C")), .interrupt)
    }

    func testEscapeTwiceBeginsAnew() { assert("ab\u{1B}" + Key.left + "x", leaves: "axb", column: 2) }

    func testCharactersOfSeveralBytesAreDeletedAndCrossedWhole() {
        assert("aü€😀" + Key.backspace, leaves: "aü€", column: 3)
        assert("aü€😀" + Key.left + Key.backspace, leaves: "aü😀", column: 2)
        assert("ü€😀" + Key.home + Key.delete, leaves: "€😀", column: 0)
        assert("ü€" + Key.home + Key.right + "x", leaves: "üx€", column: 2)
        assert("grüß gott" + Key.control("W") + Key.control("W"), leaves: "", column: 0)
    }

    func testCharactersOfSeveralBytesAreInsertedWhole() {
        assert("ab" + Key.left + "ü😀", leaves: "aü😀b", column: 3)
    }

    func testRedrawingShowsTheLineWithTheCursorInPlace() {
        let session = Session<16>()
        session.type("aüc" + Key.left)
        session.type(Key.control("C"))
        session.redraw()
        XCTAssertEqual(session.terminal.text, "aüc")
        XCTAssertEqual(session.terminal.column, 2)
    }
}

final class LongLineTests: XCTestCase {
    func testALineOfTheBuffersLengthIsTaken() {
        XCTAssertEqual(Session<8>().enter("12345678"), "12345678")
    }

    func testALongerOneIsRefusedWithItsLengthAndTheNextWorks() {
        let session = Session<160>()
        XCTAssertEqual(session.type(String(repeating: "x", count: 10_000) + "\r"), .tooLong(10_000))
        session.clear()
        XCTAssertEqual(session.enter("help"), "help")
    }

    func testWhatIsTooMuchIsNotEchoed() {
        let session = Session<4>()
        session.type("123456")
        XCTAssertEqual(session.terminal.text, "1234")
    }

    func testBackspaceTakesWhatWasTooMuchFirst() {
        let session = Session<4>()
        session.type("123456" + Key.backspace + Key.backspace)
        XCTAssertEqual(session.enter(""), "1234")
        session.type("12345" + Key.backspace + Key.backspace)
        XCTAssertEqual(session.enter(""), "123")
    }

    func testDeletingTheLineOrTheWordTakesWhatWasTooMuchWithIt() {
        let session = Session<4>()
        session.type("123456" + Key.control("U"))
        XCTAssertEqual(session.enter("ab"), "ab")
        session.type("1 3456" + Key.control("W"))
        XCTAssertEqual(session.enter("x"), "1 x")
    }

    /// Half of a character would be neither shown nor deleted as one.
    func testACharacterThatDoesNotFitWholeIsNotBegun() {
        let session = Session<4>()
        session.type("abcü")
        XCTAssertEqual(session.line, "abc")
        XCTAssertEqual(session.terminal.text, "abc")
        XCTAssertEqual(session.type("\r"), .tooLong(5))
    }
}

final class HistoryTests: XCTestCase {
    private func session(_ lines: [String]) -> Session<80> {
        let session = Session<80>()
        for line in lines { XCTAssertEqual(session.enter(line), line) }
        return session
    }

    func testUpRecallsTheLastLineAndOlderOnes() {
        let session = session(["one", "two"])
        session.type(Key.up)
        XCTAssertEqual(session.line, "two")
        session.type(Key.up)
        XCTAssertEqual(session.line, "one")
        XCTAssertEqual(session.terminal.text, "one")
        XCTAssertEqual(session.enter("!"), "one!")
    }

    func testControlPAndControlNDoTheSame() {
        let session = session(["one", "two"])
        session.type(Key.control("P") + Key.control("P") + Key.control("N"))
        XCTAssertEqual(session.line, "two")
    }

    func testUpAtTheOldestChangesNothing() {
        let session = session(["one"])
        session.type(Key.up + Key.left + Key.up)
        XCTAssertEqual(session.line, "one")
        XCTAssertEqual(session.terminal.column, 2)
    }

    func testDownFromTheNewestIsAnEmptyLine() {
        let session = session(["one", "two"])
        session.type(Key.up + Key.down)
        XCTAssertEqual(session.line, "")
        XCTAssertEqual(session.terminal.text, "")
        session.type(Key.up)
        XCTAssertEqual(session.line, "two")
    }

    func testDownWithNothingRecalledKeepsWhatIsTyped() {
        let session = session(["one"])
        session.type("typed" + Key.left + Key.down)
        XCTAssertEqual(session.line, "typed")
        XCTAssertEqual(session.terminal.column, 4)
    }

    func testUpWithNothingKeptKeepsWhatIsTyped() {
        let session = session([])
        session.type("typed" + Key.up)
        XCTAssertEqual(session.line, "typed")
    }

    func testTheSameLineTwiceIsKeptOnceAndAnEmptyOneNot() {
        let session = session(["one", "two", "two", ""])
        session.type(Key.up + Key.up)
        XCTAssertEqual(session.line, "one")
    }

    func testEightLinesAreKept() {
        let session = session((0..<12).map { "line \($0)" })
        session.type(String(repeating: Key.up, count: 20))
        XCTAssertEqual(session.line, "line 4")
    }

    func testLinesOf64BytesAreKeptAndLongerOnesNot() {
        let kept = String(repeating: "a", count: 64)
        let session = session([kept, String(repeating: "b", count: 65)])
        session.type(Key.up)
        XCTAssertEqual(session.line, kept)
    }

    func testAnInterruptedLineIsNotKept() {
        let session = session(["one"])
        session.type("two" + Key.control("C"))
        session.clear()
        session.type(Key.up)
        XCTAssertEqual(session.line, "one")
    }

    func testARecalledLineReplacesALongerOneWithWideCharacters() {
        let session = session(["x"])
        session.type("grüße 😀" + Key.left + Key.up)
        XCTAssertEqual(session.line, "x")
        XCTAssertEqual(session.terminal.text, "x")
        XCTAssertEqual(session.terminal.column, 1)
    }
}

/// Whatever is typed, the terminal shows the line and has its cursor where the next key goes.
final class RandomTypingTests: XCTestCase {
    func testTheTerminalShowsTheEditorsLine() {
        let keys = [
            Key.up, Key.down, Key.left, Key.left, Key.right, Key.home, Key.end, Key.delete, Key.backspace,
            Key.control("U"), Key.control("W"), Key.control("C"), Key.control("A"), Key.control("E"), "\r", "\r\n",
            "\u{1B}", "\u{1B}[15~", "\u{1B}[1;2C", "\t", " ",
        ]
        let characters = Array("abc ü€😀ß")
        for seed in 0..<3000 as Range<UInt64> {
            var random = Random(seed: seed)
            let session = Session<24>()
            var typed: [String] = []
            for _ in 0..<60 {
                let key =
                    Int.random(in: 0..<5, using: &random) < 3
                    ? String(characters.randomElement(using: &random)!) : keys.randomElement(using: &random)!
                typed.append(key)
                switch session.type(key) {
                case .typing: break
                case .line, .tooLong, .interrupt, .endOfInput: session.clear()
                }
                // A line's end is followed by its second half, which is no event.
                if key == "\r\n" { session.clear() }
                // A cursor in another column than the editor's shows at the next key that writes.
                guard session.terminal.text == session.line, session.terminal.surprises.isEmpty else {
                    return XCTFail(
                        """
                        seed \(seed), \(typed): the line is \(session.line), the terminal shows \
                        \(session.terminal.text), \(session.terminal.surprises)
                        """)
                }
            }
        }
    }
}

/// Repeatable random numbers (xorshift64).
struct Random: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
