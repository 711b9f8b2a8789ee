// The bump allocator: what it hands out, what it refuses, and what it counts.
import Memory
import XCTest

final class BumpAllocatorTests: XCTestCase {
    // SAFETY: freed in `deinit`; allocators of a test end before it.
    private let region = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 64)

    deinit { region.deallocate() }

    private func allocator(from start: Int = 0, to end: Int = 256) -> BumpAllocator {
        BumpAllocator(start: region + start, end: region + end)
    }

    func testBeginsEmpty() {
        let allocator = allocator()
        XCTAssertEqual(allocator.used, 0)
        XCTAssertEqual(allocator.capacity, 256)
        XCTAssertEqual(allocator.allocations, 0)
        XCTAssertFalse(allocator.isSealed)
    }

    func testHandsOutUpwardsWithoutOverlap() throws {
        var allocator = allocator()
        XCTAssertEqual(try allocator.allocate(bytes: 8, alignment: 8), region)
        XCTAssertEqual(try allocator.allocate(bytes: 16, alignment: 8), region + 8)
        XCTAssertEqual(try allocator.allocate(bytes: 8, alignment: 8), region + 24)
        XCTAssertEqual(allocator.used, 32)
    }

    func testAlignsAndCountsThePadding() throws {
        var allocator = allocator()
        _ = try allocator.allocate(bytes: 1, alignment: 1)
        XCTAssertEqual(try allocator.allocate(bytes: 4, alignment: 4), region + 4)
        XCTAssertEqual(try allocator.allocate(bytes: 1, alignment: 64), region + 64)
        XCTAssertEqual(allocator.used, 65)
    }

    func testAlignsWhereTheRegionIsNot() throws {
        var allocator = allocator(from: 3)
        XCTAssertEqual(try allocator.allocate(bytes: 4, alignment: 8), region + 8)
        XCTAssertEqual(allocator.used, 9)
    }

    func testNothingTakesNothing() throws {
        var allocator = allocator()
        XCTAssertEqual(try allocator.allocate(bytes: 0, alignment: 8), region)
        XCTAssertEqual(allocator.used, 0)
        XCTAssertEqual(allocator.allocations, 1)
    }

    func testTheLastByteMayBeTaken() throws {
        var allocator = allocator()
        _ = try allocator.allocate(bytes: 256, alignment: 1)
        XCTAssertEqual(allocator.used, allocator.capacity)
        XCTAssertEqual(try allocator.allocate(bytes: 0, alignment: 1), region + 256)
    }

    func testRefusesMoreThanThereIsAndStaysAsItWas() throws {
        var allocator = allocator()
        _ = try allocator.allocate(bytes: 200, alignment: 8)
        assertFails(.full) { () throws(BumpAllocator.Failure) in _ = try allocator.allocate(bytes: 57, alignment: 8) }
        XCTAssertEqual(allocator.used, 200)
        XCTAssertEqual(try allocator.allocate(bytes: 56, alignment: 8), region + 200)
    }

    func testRefusesWhatOnlyThePaddingMakesTooMuch() throws {
        var allocator = allocator(to: 100)
        _ = try allocator.allocate(bytes: 97, alignment: 1)
        assertFails(.full) { () throws(BumpAllocator.Failure) in _ = try allocator.allocate(bytes: 1, alignment: 8) }
        XCTAssertEqual(allocator.used, 97)
        XCTAssertEqual(try allocator.allocate(bytes: 3, alignment: 1), region + 97)
    }

    func testRefusesSizesThatAreNone() {
        var allocator = allocator()
        for bytes in [-1, .min, .max] {
            assertFails(.full) { () throws(BumpAllocator.Failure) in
                _ = try allocator.allocate(bytes: bytes, alignment: 8)
            }
        }
        XCTAssertEqual(allocator.used, 0)
    }

    func testSealedRefusesEverything() throws {
        var allocator = allocator()
        _ = try allocator.allocate(bytes: 8, alignment: 8)
        allocator.seal()
        XCTAssertTrue(allocator.isSealed)
        assertFails(.sealed) { () throws(BumpAllocator.Failure) in _ = try allocator.allocate(bytes: 0, alignment: 1) }
        assertFails(.sealed) { () throws(BumpAllocator.Failure) in _ = try allocator.allocate(bytes: 999, alignment: 1) }
        XCTAssertEqual(allocator.used, 8)
    }

    func testCountsWhatWasServedAndWhatWasNot() throws {
        var allocator = allocator()
        _ = try allocator.allocate(bytes: 8, alignment: 8)
        _ = try? allocator.allocate(bytes: 1000, alignment: 8)
        XCTAssertEqual(allocator.allocations, 2)
        XCTAssertEqual(allocator.allocationsSinceSeal, 0)
        allocator.seal()
        _ = try? allocator.allocate(bytes: 1, alignment: 1)
        XCTAssertEqual(allocator.allocations, 3)
        XCTAssertEqual(allocator.allocationsSinceSeal, 1)
    }

    private func assertFails(
        _ expected: BumpAllocator.Failure, file: StaticString = #filePath, line: UInt = #line,
        _ body: () throws(BumpAllocator.Failure) -> Void
    ) {
        do throws(BumpAllocator.Failure) {
            try body()
            XCTFail("served", file: file, line: line)
        } catch {
            XCTAssertEqual(error, expected, file: file, line: line)
        }
    }
}

final class StartupMemoryTests: XCTestCase {
    func testServesAlignedMemoryUntilSealed() {
        StartupMemory.reset()
        let first = StartupMemory.allocate(bytes: 3)
        let second = StartupMemory.allocate(bytes: 5)
        XCTAssertEqual(UInt(bitPattern: second) % 8, 0)
        XCTAssertEqual(second - first, 8)
        XCTAssertEqual(StartupMemory.used, 13)
        XCTAssertEqual(StartupMemory.allocations, 2)
        StartupMemory.seal()
        XCTAssertEqual(StartupMemory.allocationsSinceSeal, 0)
    }

    func testAChipThatStartsAgainHasAllOfIt() {
        StartupMemory.reset()
        _ = StartupMemory.allocate(bytes: 1000)
        StartupMemory.reset()
        XCTAssertEqual(StartupMemory.used, 0)
        XCTAssertEqual(StartupMemory.allocations, 0)
    }
}
