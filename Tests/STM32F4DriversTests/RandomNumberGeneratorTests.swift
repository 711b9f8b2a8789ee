// The random number generator: numbers, and each of its failures.
import CortexM
import MMIO
import STM32F4Drivers
import SimulatedChip
import XCTest

final class RandomNumberGeneratorTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private typealias Failure = STM32F4Drivers.RandomNumberGenerator.Failure

    /// The first numbers, or what went wrong; `before` comes between the start and the first.
    private func numbers(_ count: Int, before: () -> Void = {}) -> Result<[UInt32], Failure> {
        Claims.releaseAll()
        return CurrentBus.with(board.chip) {
            guard let peripheral = RNG.take() else { return .success([]) }
            do throws(Failure) {
                var generator = try STM32F4Drivers.RandomNumberGenerator(peripheral)
                before()
                var numbers: [UInt32] = []
                for _ in 0..<count { numbers.append(try generator.next()) }
                return .success(numbers)
            } catch { return .failure(error) }
        }
    }

    func testTheFirstNumberIsNotGivenOut() {
        // 1 times 1664525 and so on: the second of the model's sequence is the first that is seen.
        let first = 1 as UInt32 &* 1_664_525 &+ 1_013_904_223
        XCTAssertEqual(numbers(1), .success([first &* 1_664_525 &+ 1_013_904_223]))
    }

    func testNumbersDiffer() throws {
        XCTAssertEqual(Set(try numbers(100).get()).count, 100)
    }

    func testWithoutItsClock() {
        board.randomNumbers.hasClock = false
        XCTAssertEqual(numbers(1), .failure(.clock))
    }

    func testNoiseWithoutRandomness() {
        XCTAssertEqual(numbers(1) { board.randomNumbers.failSeed() }, .failure(.seed))
        XCTAssertEqual(try numbers(1).get().count, 1, "it has been turned off and on")
    }

    func testTheSameNumberTwice() {
        XCTAssertEqual(numbers(2) { board.randomNumbers.repeats = true }, .failure(.repetition))
    }

    func testOneThatGivesNothing() {
        board.randomNumbers.isSilent = true
        XCTAssertEqual(numbers(1), .failure(.timeout))
    }
}
