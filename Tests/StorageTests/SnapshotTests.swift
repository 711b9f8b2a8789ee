// Reading what was there at one moment, lent values, and settings.
import Interfaces
import SimulatedFlash
import Storage
import XCTest

final class SnapshotTests: XCTestCase {
    func testASnapshotKeepsWhatWasThere() throws {
        let flash = SimulatedFlash.small(8, length: 512)
        try TestLog.use(flash) { log in
            for key in 0..<6 as Range<UInt8> { try log.put([key].span, [key, 1].span) }
            try log.transaction(room: 64) { changes throws(LogError) in
                try changes.put([1].span, [1, 2].span)
                try changes.delete([2].span)
                return true
            }
            let snapshot = log.snapshot()
            for round in 0..<20 as Range<UInt8> {
                try log.put([round % 3].span, [round, 3].span)
                _ = try log.delete([4].span)
            }
            XCTAssertEqual(try TestLog.get([0], from: &log, at: snapshot), [0, 1])
            XCTAssertEqual(try TestLog.get([1], from: &log, at: snapshot), [1, 2])
            XCTAssertNil(try TestLog.get([2], from: &log, at: snapshot))
            XCTAssertEqual(try TestLog.get([4], from: &log, at: snapshot), [4, 1])
            XCTAssertEqual(try TestLog.get([5], from: &log, at: snapshot), [5, 1])
            XCTAssertNil(try TestLog.get([9], from: &log, at: snapshot))
            log.close(snapshot)
        }
    }

    func testASnapshotKeepsItsSectorsFromTheirErase() throws {
        let flash = SimulatedFlash.small(4, length: 512)
        try TestLog.use(flash) { log in
            try log.put([1].span, [10].span)
            let snapshot = log.snapshot()
            var count = 0
            do {
                while count < 10000 {
                    try log.put([1].span, [UInt8(count & 0xFF), 1].span)
                    _ = try log.maintain()
                    count += 1
                }
                XCTFail("no sector may be erased")
            } catch {
                XCTAssertEqual(error as? LogError, .snapshotIsOpen)
            }
            XCTAssertGreaterThan(count, 50)
            XCTAssertEqual(flash.counters.erases.reduce(0, +), 0)
            XCTAssertEqual(try TestLog.get([1], from: &log, at: snapshot), [10])
            log.close(snapshot)
            for number in 0..<200 as Range<UInt8> { try log.put([1].span, [number, 2].span) }
            XCTAssertGreaterThan(flash.counters.erases.reduce(0, +), 0)
        }
    }

    /// A snapshot that is dropped ends as one that is closed does.
    func testADroppedSnapshotKeepsNothing() throws {
        try TestLog.use(SimulatedFlash.small(4, length: 512)) { log in
            for round in 0..<300 {
                do {
                    let snapshot = log.snapshot()
                    try log.put([1].span, [UInt8(round & 0xFF), 1].span)
                    if round % 3 == 0 { log.close(snapshot) }
                }
                try log.put([1].span, [UInt8(round & 0xFF), 2].span)
                while try log.maintain() {}
            }
            let outer = log.snapshot()
            do { _ = log.snapshot() }
            XCTAssertThrowsError(
                try {
                    while true {
                        try log.put([1].span, [1].span)
                        try log.put([1].span, [2].span)
                    }
                }())
            log.close(outer)
            try log.put([1].span, [3].span)
        }
    }

    func testMappedFlashLendsAValueWhereItIs() throws {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 2048, alignment: 4)
        // SAFETY: the log on this memory ends within the call below.
        defer { memory.deallocate() }
        try TestLog.use(MemoryFlash(memory, sectorCount: 4)) { log in
            try log.put([1].span, [10, 20, 30].span)
            var buffer = [UInt8]()
            var span = buffer.mutableSpan
            let sum = try log.withValue(of: [1].span, buffer: &span) { value in
                value.indices.reduce(0) { $0 + Int(value[$1]) }
            }
            XCTAssertEqual(sum, 60)
            XCTAssertNil(try log.withValue(of: [2].span, buffer: &span) { $0.count })
            let stored = memory.indices.first { memory[$0...].starts(with: [10, 20, 30]) }
            memory[try XCTUnwrap(stored)] ^= 1
            XCTAssertThrowsError(try log.withValue(of: [1].span, buffer: &span) { $0.count })
        }
    }

    func testFlashBehindABusCopiesAValue() throws {
        try TestLog.use(SimulatedFlash.chip()) { log in
            try log.put([1].span, [10, 20, 30].span)
            var buffer = [UInt8](repeating: 0, count: 2)
            XCTAssertThrowsError(try count(&log, &buffer)) { error in
                XCTAssertEqual(error as? LogError, .bufferTooSmall(needed: 3))
            }
            buffer = [0, 0, 0]
            XCTAssertEqual(try count(&log, &buffer), 3)
            XCTAssertEqual(buffer, [10, 20, 30])
        }
    }

    private func count(_ log: inout KeyValueLog<SimulatedFlash>, _ buffer: inout [UInt8]) throws -> Int? {
        var span = buffer.mutableSpan
        return try log.withValue(of: [1].span, buffer: &span) { $0.count }
    }

    func testASettingHasItsDefaultUntilItIsSet() throws {
        let brightness = Setting<Int>("brightness", default: 5)
        let isLoud = Setting<Bool>("loud", default: false)
        let flash = SimulatedFlash.chip()
        try TestLog.use(flash) { log in
            XCTAssertEqual(try log.value(of: brightness), 5)
            XCTAssertEqual(try log.value(of: isLoud), false)
            try log.set(brightness, to: -70000)
            try log.set(isLoud, to: true)
        }
        try TestLog.use(flash) { log in
            XCTAssertEqual(try log.value(of: brightness), -70000)
            XCTAssertEqual(try log.value(of: isLoud), true)
        }
    }

    func testASettingRefusesAnotherTypesValue() throws {
        try TestLog.use(SimulatedFlash.chip()) { log in
            try log.set(Setting<Bool>("loud", default: false), to: true)
            try log.put(Array("text".utf8).span, Array("a text of some length".utf8).span)
            for name in ["loud", "text"] as [StaticString] {
                XCTAssertThrowsError(try log.value(of: Setting<Int>(name, default: 0))) { error in
                    XCTAssertEqual(error as? LogError, .otherType)
                }
            }
        }
    }

    func testTheFiguresOfSectors() throws {
        try TestLog.use(SimulatedFlash.chip()) { log in
            try log.put([1].span, [UInt8](repeating: 0, count: 100).span)
            try log.put([1].span, [UInt8](repeating: 1, count: 100).span)
            let first = try log.statistics(ofSector: 0)
            XCTAssertEqual(first.length, 16384)
            XCTAssertEqual(first.liveBytes, 112)
            XCTAssertEqual(first.usedBytes, 32 + 8 + 224)
            XCTAssertEqual(try log.statistics(ofSector: 2).usedBytes, 0)
            XCTAssertEqual(try log.statistics().acknowledgedBytes, 224)
            XCTAssertEqual(try log.statistics().programmedBytes, 3 * 16 + 8 + 8 + 224)
        }
    }
}
