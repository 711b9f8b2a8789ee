import XCTest
import __MODULE__

final class ConversationTests: XCTestCase {
    /// What comes of typed bytes: characters as they are, `<` for an erased one, and each line in brackets.
    private func transcript(_ typed: String) -> String {
        var conversation = Conversation()
        return typed.utf8.map { byte in
            switch conversation.receive(byte) {
            case .nothing: ""
            case .echo(let byte): String(UnicodeScalar(byte))
            case .erase: "<"
            case .line(let line, let count): "[\(String(decoding: (0..<count).map { line[$0] }, as: UTF8.self))]"
            }
        }.joined()
    }

    func testALineComesBack() { XCTAssertEqual(transcript("hello\r"), "hello[hello]") }
    func testBackspaceErases() { XCTAssertEqual(transcript("\u{7F}ab\u{7F}c\r"), "ab<c[ac]") }
    func testALongLineIsCut() {
        XCTAssertEqual(transcript(String(repeating: "x", count: 50) + "\r").filter { $0 == "x" }.count, 80)
    }
}
