// Pinned: one address for a whole life, and an end.
import Memory
import XCTest

/// Counts how many of it are alive.
private final class Witness {
    let onEnd: () -> Void
    init(onEnd: @escaping () -> Void) { self.onEnd = onEnd }
    deinit { onEnd() }
}

private struct Owner: ~Copyable {
    let cell = Pinned(1)
    var other = 0

    // SAFETY: the pointers are compared, and read while the owner lives.
    borrowing func address() -> UnsafeMutablePointer<Int> { cell.pointer }
    mutating func change() -> UnsafeMutablePointer<Int> {
        other += 1
        return cell.pointer
    }
}

final class PinnedTests: XCTestCase {
    func testHoldsWhatItWasGiven() {
        let cell = Pinned(42)
        XCTAssertEqual(cell.pointer.pointee, 42)
    }

    func testChangesThroughThePointerStay() {
        let cell = Pinned([1, 2])
        cell.pointer.pointee.append(3)
        XCTAssertEqual(cell.pointer.pointee, [1, 2, 3])
    }

    func testIsAsLargeAsItsValue() {
        XCTAssertEqual(MemoryLayout<Pinned<UInt64>>.size, MemoryLayout<UInt64>.size)
        XCTAssertEqual(MemoryLayout<Pinned<UInt8>>.size, 1)
    }

    func testHasOneAddressAcrossBorrows() {
        var owner = Owner()
        let first = owner.address()
        XCTAssertEqual(owner.change(), first)
        XCTAssertEqual(owner.address(), first)
        XCTAssertEqual(first.pointee, 1)
    }

    func testHasOneAddressAcrossSuspensions() async {
        let cell = Pinned(7)
        let first = UInt(bitPattern: cell.pointer)
        for _ in 0..<100 {
            await Task.yield()
            XCTAssertEqual(UInt(bitPattern: cell.pointer), first)
        }
        XCTAssertEqual(cell.pointer.pointee, 7)
    }

    func testEndsItsValueWithItself() {
        var ended = 0
        do {
            let cell = Pinned(Witness { ended += 1 })
            XCTAssertEqual(ended, 0)
            withExtendedLifetime(cell.pointer.pointee) {}
        }
        XCTAssertEqual(ended, 1)
    }
}
