// The arena: every alignment at every place, its end, scopes, and its figures.
import Memory
import XCTest

final class ArenaTests: XCTestCase {
    private struct Wide: BitwiseCopyable, Equatable {
        var value: SIMD4<Float>
        init(_ value: Float) { self.value = SIMD4(repeating: value) }
    }
    private struct Odd: BitwiseCopyable, Equatable {
        var first: UInt16
        var second: UInt8
    }

    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 256, alignment: 16)
    override func tearDown() { memory.deallocate() }

    /// Where a slice is, and what is in it.
    private func look<Element>(_ slice: ArenaSlice<Element>?) -> (address: Int, elements: [Element]) {
        guard let slice else { return (0, []) }
        var elements: [Element] = []
        for index in 0..<slice.count { elements.append(slice[index]) }
        return (slice.span.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }, elements)
    }

    /// Every type at every place of an arena that begins at every offset: aligned, within the memory, after what came before.
    private func checkAlignment<Element: BitwiseCopyable & Equatable>(_ element: Element) {
        for begin in 0..<32 {
            for taken in 0..<32 {
                for count in 0..<3 {
                    let arena = Arena(UnsafeMutableRawBufferPointer(rebasing: memory[begin..<256]))
                    XCTAssertTrue(arena.allocate(repeating: UInt8(1), count: taken) != nil)
                    let (address, elements) = look(arena.allocate(repeating: element, count: count))
                    XCTAssertEqual(elements, Array(repeating: element, count: count))
                    guard count > 0 else { continue }
                    let start = Int(bitPattern: memory.baseAddress!) + begin
                    XCTAssertEqual(address % MemoryLayout<Element>.alignment, 0)
                    XCTAssertGreaterThanOrEqual(address, start + taken)
                    XCTAssertLessThan(address - (start + taken), MemoryLayout<Element>.alignment)
                    XCTAssertEqual(arena.used, address - start + count * MemoryLayout<Element>.stride)
                }
            }
        }
    }

    func testEveryAlignmentAtEveryPlace() {
        checkAlignment(UInt8(7))
        checkAlignment(UInt16(7))
        checkAlignment(UInt32(7))
        checkAlignment(UInt64(7))
        checkAlignment(Odd(first: 1, second: 2))
        checkAlignment(Wide(3))
    }

    func testTheLastByteIsTakenAndNoMore() {
        var arena = Arena(memory)
        XCTAssertTrue(arena.allocate(repeating: UInt8(0), count: 256) != nil)
        XCTAssertTrue(arena.allocate(repeating: UInt8(0), count: 1) == nil)
        XCTAssertTrue(arena.allocate(repeating: UInt8(0), count: 0) != nil)
        XCTAssertEqual(arena.used, 256)
        arena.reset()
        XCTAssertEqual(arena.used, 0)
        XCTAssertTrue(arena.allocate(repeating: UInt32(0), count: 65) == nil)
        XCTAssertTrue(arena.allocate(repeating: UInt32(0), count: .max) == nil)
        XCTAssertTrue(arena.allocate(repeating: UInt32(0), count: -1) == nil)
        XCTAssertEqual(arena.used, 0)
        XCTAssertTrue(arena.allocate(repeating: UInt32(0), count: 64) != nil)
        XCTAssertEqual(arena.highWater, 256)
    }

    func testAnArenaWithoutMemoryHandsNothingOut() {
        let arena = Arena(UnsafeMutableRawBufferPointer(start: nil, count: 0))
        XCTAssertTrue(arena.allocate(repeating: UInt8(0), count: 1) == nil)
        XCTAssertEqual(arena.capacity, 0)
    }

    /// Pieces that are there at once do not touch each other.
    func testPiecesAreApart() {
        let arena = Arena(memory)
        guard let first = arena.allocate(repeating: UInt32(1), count: 8),
            let second = arena.allocate(repeating: UInt16(2), count: 5)
        else { return XCTFail("no room") }
        let third = look(arena.copy([9, 8, 7].span)).elements
        for index in 0..<8 { first[index] = .max }
        for index in 0..<5 { second[index] = 5 }
        let (one, two) = (look(first).elements, look(second).elements)
        XCTAssertEqual(one, Array(repeating: .max, count: 8))
        XCTAssertEqual(two, Array(repeating: 5, count: 5))
        XCTAssertEqual(third, [9, 8, 7])
    }

    func testScopesNestAndGiveBack() throws {
        struct Refused: Error {}
        var arena = Arena(memory)
        XCTAssertTrue(arena.allocate(repeating: UInt8(0), count: 100) != nil)
        let sum = arena.withScope { scope -> Int in
            look(scope.allocate(repeating: UInt64(3), count: 4)).elements.reduce(0) { $0 + Int($1) }
        }
        XCTAssertEqual(sum, 12)
        XCTAssertEqual(arena.used, 100)
        // 4 bytes of padding and 32.
        XCTAssertEqual(arena.highWater, 136)
        XCTAssertThrowsError(
            try arena.withScope { scope in
                _ = scope.allocate(repeating: UInt8(0), count: 50)
                scope.withScope { inner in
                    _ = inner.allocate(repeating: UInt8(0), count: 60)
                    XCTAssertTrue(inner.allocate(repeating: UInt8(0), count: 47) == nil)
                }
                XCTAssertEqual(scope.used, 50)
                XCTAssertEqual(scope.highWater, 110)
                throw Refused()
            })
        XCTAssertEqual(arena.used, 100)
        XCTAssertEqual(arena.highWater, 210)
        XCTAssertTrue(arena.allocate(repeating: UInt8(0), count: 156) != nil)
    }
}
