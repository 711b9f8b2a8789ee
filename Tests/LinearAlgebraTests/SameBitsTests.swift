// What the chip computes as well: Tests/OnTarget/RuntimeTests has the same expectations.
import LinearAlgebraChecks
import XCTest

final class SameBitsTests: XCTestCase {
    func testTheHostHasTheBitsOfTheChip() {
        LinearAlgebraChecks.run { name, sum, expected in XCTAssertEqual(sum, expected, "\(name)") }
    }
}
