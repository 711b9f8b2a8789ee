// A command line in words.
import Console
import XCTest

private func string(_ span: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for index in span.indices { bytes.append(span[index]) }
    return String(decoding: bytes, as: UTF8.self)
}

final class ArgumentsTests: XCTestCase {
    private func words(_ line: String) -> [String] {
        let bytes = Array(line.utf8)
        var arguments = Arguments(bytes.span)
        var words: [String] = []
        while let word = arguments.next() { words.append(string(word)) }
        return words
    }

    /// The first word, and then the rest.
    private func rest(_ line: String) -> String? {
        let bytes = Array(line.utf8)
        var arguments = Arguments(bytes.span)
        _ = arguments.next()
        guard let rest = arguments.rest() else { return nil }
        let text = string(rest)
        XCTAssertTrue(arguments.next() == nil, "something is left behind the rest")
        return text
    }

    func testWordsAreWhatSpacesSeparate() {
        XCTAssertEqual(words("kv put key value"), ["kv", "put", "key", "value"])
        XCTAssertEqual(words("  led   on  "), ["led", "on"])
    }

    func testNoWordsAreNone() {
        XCTAssertEqual(words(""), [])
        XCTAssertEqual(words("   "), [])
    }

    func testQuotesHoldSpaces() {
        XCTAssertEqual(words("put \"a key\" x"), ["put", "a key", "x"])
        XCTAssertEqual(words("\"a\"\"b\""), ["a", "b"])
    }

    func testQuotesMakeAnEmptyWord() { XCTAssertEqual(words("get \"\" x"), ["get", "", "x"]) }

    func testAQuoteThatIsNotClosedGoesToTheEnd() { XCTAssertEqual(words("get \"a b "), ["get", "a b "]) }

    func testAQuoteWithinAWordIsACharacter() { XCTAssertEqual(words("say 5\"x"), ["say", "5\"x"]) }

    func testTheRestKeepsItsSpacesWithinAndNotAround() {
        XCTAssertEqual(rest("put   one  two   "), "one  two")
    }

    func testTheRestLosesItsQuotesWhenTheyAreAllAround() {
        XCTAssertEqual(rest("put \" a b \""), " a b ")
        XCTAssertEqual(rest("put \"\""), "")
    }

    func testTheRestKeepsQuotesThatAreNotAllAround() {
        XCTAssertEqual(rest("put a \"b\""), "a \"b\"")
        XCTAssertEqual(rest("put \"a\" b"), "\"a\" b")
        XCTAssertEqual(rest("put \"a\" \"b\""), "\"a\" \"b\"")
        XCTAssertEqual(rest("put \""), "\"")
    }

    func testNoRestIsNone() {
        XCTAssertNil(rest("put"))
        XCTAssertNil(rest("put   "))
    }
}

final class WordTests: XCTestCase {
    private func decimal(_ text: String) -> UInt32? { Array(text.utf8).span.decimal }

    func testAWordEqualsItsCharacters() {
        XCTAssertTrue(Array("led".utf8).span.equals("led"))
        XCTAssertFalse(Array("led".utf8).span.equals("le"))
        XCTAssertFalse(Array("le".utf8).span.equals("led"))
        XCTAssertFalse(Array("lex".utf8).span.equals("led"))
        XCTAssertTrue([UInt8]().span.equals(""))
    }

    func testDecimalNumbers() {
        XCTAssertEqual(decimal("0"), 0)
        XCTAssertEqual(decimal("007"), 7)
        XCTAssertEqual(decimal("4294967295"), .max)
    }

    func testNumbersBeyond32BitsAreNone() {
        XCTAssertNil(decimal("4294967296"))
        XCTAssertNil(decimal("4294967300"))
        XCTAssertNil(decimal("42949672950"))
        XCTAssertNil(decimal("99999999999999999999"))
    }

    func testWhatIsNoNumberIsNone() {
        for text in ["", "-1", "+1", "1a", " 1", "0x10", "1.5"] { XCTAssertNil(decimal(text), text) }
    }
}
