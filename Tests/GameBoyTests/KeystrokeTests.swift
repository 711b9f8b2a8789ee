// A keyboard as a joypad.
import GameBoy
import XCTest

final class KeystrokeTests: XCTestCase {
    private func read(_ bytes: [UInt8]) -> [Keystroke] {
        var reader = KeystrokeReader()
        return bytes.compactMap { reader.accept($0) }
    }

    func testKeysAreButtons() {
        XCTAssertEqual(
            read(Array("wasdxkzj \r".utf8)),
            [Buttons.up, .left, .down, .right, .a, .a, .b, .b, .select, .start].map { .button($0) })
        XCTAssertEqual(
            read(Array("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}[D".utf8)), [Buttons.up, .down, .right, .left].map { .button($0) })
    }

    func testAnEndedLineIsOneStart() {
        XCTAssertEqual(read([0x0D, 0x0A]), [.button(.start)])
        XCTAssertEqual(read([0x0A, 0x0A]), [.button(.start), .button(.start)])
    }

    func testEnds() { XCTAssertEqual(read([0x71, 0x03, 0x04]), [.end, .end, .end]) }

    func testOtherKeysAreNothing() {
        XCTAssertEqual(read(Array("\u{1B}[1;5HTt0\u{1B}[3~".utf8)), [])
        XCTAssertEqual(read([0x1B, 0x78]), [.button(.a)], "an escape alone swallows no key")
        XCTAssertEqual(read([0x1B, 0x5B, 0x03]), [.end], "and half a sequence no Ctrl-C")
    }

    func testAPressEndsByItself() {
        var held = HeldButtons()
        held.press([.a, .start], frames: 2)
        held.press(.b, frames: 1)
        XCTAssertEqual(held.nextFrame(), [.a, .start, .b])
        XCTAssertEqual(held.nextFrame(), [.a, .start])
        XCTAssertEqual(held.nextFrame(), [])
    }

    func testARepeatedKeyStaysDown() {
        var held = HeldButtons()
        for _ in 0..<5 {
            held.press(.up, frames: 3)
            XCTAssertEqual(held.nextFrame(), .up)
            XCTAssertEqual(held.nextFrame(), .up)
        }
    }

    func testTheOtherDirectionLetsGo() {
        var held = HeldButtons()
        held.press(.left, frames: 9)
        held.press(.right, frames: 1)
        XCTAssertEqual(held.nextFrame(), .right)
        held.press(.up, frames: 9)
        held.press(.down, frames: 9)
        XCTAssertEqual(held.nextFrame(), .down)
        held.releaseAll()
        XCTAssertEqual(held.nextFrame(), [])
    }

    func testNames() {
        let names: [(String, Buttons?)] = [
            ("a", .a), ("b", .b), ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("start", .start),
            ("select", .select), ("", nil), ("c", nil), ("ab", nil), ("lift", nil), ("stars", nil), ("selects", nil),
        ]
        for (name, button) in names { XCTAssertEqual(Buttons(name: Array(name.utf8).span), button, name) }
    }
}
