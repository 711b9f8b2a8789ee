// The `kv` commands, and what a reset leaves of their data.
import SimulatedChip
import Tasks
import XCTest

final class StorageCommandTests: XCTestCase {
    func testAValueIsKeptUnderItsKey() {
        XCTAssertEqual(
            Session().answers(to: ["kv put name Ada Lovelace", "kv get name"]), ["", "Ada Lovelace\n"])
    }

    func testQuotesHoldSpacesInKeysAndAroundValues() {
        XCTAssertEqual(
            Session().answers(to: ["kv put \"a key\" \" v \"", "kv get \"a key\""]), ["", " v \n"])
    }

    func testTheFillAndTheWearOfSectorsAreDrawn() {
        let answer = Session().answers(to: ["kv put name Ada Lovelace", "kv stats"]).last ?? ""
        let lines = answer.split(separator: "\n")
        XCTAssertEqual(lines.count, 4)
        XCTAssertEqual(lines[0], "sector 0 [#...............................] 0% used, 0% live, erased 0 times")
        XCTAssertEqual(lines[2], "sector 2 [................................] 0% used, 0% live, erased 0 times")
        XCTAssertTrue(lines[3].hasPrefix("1 of "), answer)
    }

    func testAnEmptyValueIsAValue() {
        XCTAssertEqual(Session().answers(to: ["kv put key \"\"", "kv get key"]), ["", "\n"])
    }

    func testTheLastValueCounts() {
        XCTAssertEqual(Session().answers(to: ["kv put a 1", "kv put a 2", "kv get a"]).last, "2\n")
    }

    func testADeletedKeyIsGone() {
        XCTAssertEqual(
            Session().answers(to: ["kv put a 1", "kv delete a", "kv get a", "kv delete a"]),
            ["", "", "kv: there is no key a\n", "kv: there is no such key\n"])
    }

    func testListsKeysWithTheirValues() {
        let answers = Session().answers(to: [
            "kv list", "kv put wifi.name home", "kv put wifi.key x", "kv put other y", "kv list", "kv list wifi.",
        ])
        XCTAssertEqual(answers[0], "kv: no keys\n")
        XCTAssertEqual(
            answers[4].split(separator: "\n").sorted(),
            ["other (1 byte) y", "wifi.key (1 byte) x", "wifi.name (4 bytes) home"])
        XCTAssertEqual(answers[5].split(separator: "\n").count, 2)
    }

    func testTheLongestLineIsAValueToo() {
        let value = String(repeating: "v", count: 150)
        let answers = Session().answers(to: ["kv put k " + value, "kv get k", "kv list"])
        XCTAssertEqual(answers, ["", value + "\n", "k (150 bytes) " + value + "\n"])
    }

    func testWhatIsMissingIsSaid() {
        XCTAssertEqual(
            Session().answers(to: ["kv", "kv put", "kv put a", "kv get", "kv eat"]),
            [
                "kv put KEY VALUE | kv get KEY | kv delete KEY | kv list [PREFIX] | kv stats | kv format\n", "kv: which key?\n",
                "kv put: which value?\n", "kv: which key?\n", "kv takes put, get, delete, list, stats or format\n",
            ])
    }

    func testValuesSurviveAReset() {
        let first = Session()
        first.run([.line("kv put a 1"), .line("kv put b 2"), .line("kv delete a"), .line("reboot")])
        XCTAssertEqual(first.outcome, .reset)
        let second = Session(first.afterReset())
        XCTAssertEqual(second.answers(to: ["kv get b", "kv get a"]), ["2\n", "kv: there is no key a\n"])
        // One is the restart, among the events.
        XCTAssertTrue(second.text.contains("storage: 2 keys in the board's flash"))
    }

    func testFormatAsksBeforeItErases() {
        let answers = Session().answers(to: [
            "kv put a 1", "kv format", "kv get a", "kv format yes", "kv list", "kv put b 2", "kv get b",
        ])
        XCTAssertEqual(
            answers,
            [
                "", "kv format erases all that is kept in the board's flash; kv format yes does it\n", "1\n", "",
                "kv: no keys\n", "", "2\n",
            ])
    }

    func testABlankBoardHasNoneOfIt() {
        _ = Session().answers(to: ["kv put a 1"])
        XCTAssertEqual(Session().answers(to: ["kv get a"]), ["kv: there is no key a\n"])
    }
}
