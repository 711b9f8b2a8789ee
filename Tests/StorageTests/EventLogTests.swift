// The events: the last few, oldest first, through restarts and power cuts.
import Interfaces
import SimulatedFlash
import Storage
import XCTest

final class EventLogTests: XCTestCase {
    /// The events of a log that is mounted anew.
    private func events(_ flash: SimulatedFlash, capacity: Int = 4) throws -> [String] {
        var found: [String] = []
        try TestLog.use(flash) { log in
            var events = EventLog("event", capacity: capacity)
            try events.forEach(in: &log) { number, seconds, text in
                found.append("\(number) \(seconds) \(String(decoding: text.indices.map { text[$0] }, as: UTF8.self))")
            }
        }
        return found
    }

    private func append(_ texts: [String], to flash: SimulatedFlash, capacity: Int = 4) throws {
        try TestLog.use(flash) { log in
            var events = EventLog("event", capacity: capacity)
            for (index, text) in texts.enumerated() {
                try events.append(Array(text.utf8).span, seconds: UInt32(index) * 10, to: &log)
            }
        }
    }

    func testEventsAreTheOldestFirst() throws {
        let flash = SimulatedFlash.chip()
        XCTAssertEqual(try events(flash), [])
        try append(["one", "two words", ""], to: flash)
        XCTAssertEqual(try events(flash), ["0 0 one", "1 10 two words", "2 20 "])
    }

    func testNumbersGoOnThroughRestartsAndTheOldestGo() throws {
        let flash = SimulatedFlash.chip()
        for run in 0..<4 { try append(["a\(run)", "b\(run)"], to: flash) }
        XCTAssertEqual(try events(flash), ["4 0 a2", "5 10 b2", "6 0 a3", "7 10 b3"])
    }

    func testALongTextIsCut() throws {
        let flash = SimulatedFlash.chip()
        try append([String(repeating: "x", count: 500)], to: flash)
        XCTAssertEqual(try events(flash), ["0 0 " + String(repeating: "x", count: EventLog.longestText)])
    }

    func testWhatIsNoEventIsLeftOut() throws {
        let flash = SimulatedFlash.chip()
        try append(["one"], to: flash)
        try TestLog.use(flash) { log in
            for (key, value) in [("event.01", "x 1 y"), ("event.02", "99999999999 1 y"), ("event.03", "7")] {
                try log.put(Array(key.utf8).span, Array(value.utf8).span)
            }
        }
        XCTAssertEqual(try events(flash), ["0 0 one"])
    }
}
