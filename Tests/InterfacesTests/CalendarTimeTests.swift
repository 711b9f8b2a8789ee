// Dates and times of day: which there are, their weekdays, and the seconds between them.
import Foundation
import Interfaces
import XCTest

final class CalendarTimeTests: XCTestCase {
    func testEveryDayOfTheCenturyIsThatOfTheCalendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try XCTUnwrap(TimeZone(secondsFromGMT: 0))
        let first = try XCTUnwrap(calendar.date(from: DateComponents(year: 2001, month: 1, day: 1)))
        let last = try XCTUnwrap(calendar.date(from: DateComponents(year: 2100, month: 1, day: 1)))
        var days = 0
        var date = first
        while date < last {
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let time = try XCTUnwrap(
                CalendarTime(
                    year: UInt16(parts.year!), month: UInt8(parts.month!), day: UInt8(parts.day!), hour: 23, minute: 59,
                    second: 58))
            // Foundation's weeks begin with Sunday, 1.
            XCTAssertEqual(Int(time.weekday), (parts.weekday! + 5) % 7 + 1)
            XCTAssertEqual(Double(time.secondsSince2001), date.timeIntervalSince(first) + 86_398)
            date = date.addingTimeInterval(86_400)
            days += 1
        }
        XCTAssertEqual(days, 36_159)
    }

    func testWhatIsNoMomentIsRefused() {
        XCTAssertNotNil(CalendarTime(year: 2024, month: 2, day: 29))
        XCTAssertNil(CalendarTime(year: 2023, month: 2, day: 29))
        XCTAssertNil(CalendarTime(year: 2023, month: 4, day: 31))
        XCTAssertNil(CalendarTime(year: 2023, month: 0, day: 1))
        XCTAssertNil(CalendarTime(year: 2023, month: 13, day: 1))
        XCTAssertNil(CalendarTime(year: 2023, month: 1, day: 0))
        XCTAssertNil(CalendarTime(year: 2000, month: 1, day: 1))
        XCTAssertNil(CalendarTime(year: 2100, month: 1, day: 1))
        XCTAssertNil(CalendarTime(year: 2023, month: 1, day: 1, hour: 24))
        XCTAssertNil(CalendarTime(year: 2023, month: 1, day: 1, minute: 60))
        XCTAssertNil(CalendarTime(year: 2023, month: 1, day: 1, second: 60))
    }
}
