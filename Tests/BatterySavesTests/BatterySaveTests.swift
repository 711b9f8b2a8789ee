// A cartridge's save in the log: what is written when, and that a power cut leaves the old save or the new one.
import BatterySaves
import Interfaces
import SimulatedFlash
import Storage
import Text
import XCTest

/// A log, a cartridge's RAM, and the save between them.
private final class Battery {
    var ram: [UInt8]
    var clock: BatterySaveClock
    private let memory: UnsafeMutableBufferPointer<IndexSlot>
    private var log: KeyValueLog<SimulatedFlash>
    private var save: BatterySave

    init(_ flash: SimulatedFlash, ramByteCount: Int = 8192, clock: BatterySaveClock = BatterySaveClock()) throws {
        // SAFETY: freed in `deinit`, with the log.
        memory = .allocate(capacity: 512)
        memory.initialize(repeating: IndexSlot())
        log = try KeyValueLog.mount(flash, index: memory)
        save = BatterySave(identity: 0x1234_ABCD, ramByteCount: ramByteCount)!
        ram = [UInt8](repeating: 0xFF, count: ramByteCount)
        self.clock = clock
    }

    deinit { memory.deallocate() }

    /// The clock's length; nil if there was no save.
    func load() throws -> Int? {
        let found = try ram.withUnsafeMutableBytes { try save.load(&log, into: $0) }
        if let found { clock = found }
        return found?.count
    }

    func step() throws -> BatterySaveProgress {
        let clock = clock
        return try ram.withUnsafeBytes { try save.step(&log, ram: $0, clock: clock) }
    }

    /// Steps to the next save; false if none came.
    func stepToSave(_ steps: Int = 2000) throws -> Bool {
        for _ in 0..<steps where try step() == .saved { return true }
        return false
    }

    func finish() throws -> Bool {
        let clock = clock
        return try ram.withUnsafeBytes { try save.finish(&log, ram: $0, clock: clock) }
    }

    func forget() throws { try save.forget(&log) }

    var saves: UInt32 { save.saves }
    var keys: Int { get throws { try log.statistics().keys } }
    var puts: UInt32 { get throws { try log.statistics().puts } }

    func put(_ key: String, _ value: [UInt8]) throws { try log.put(Array(key.utf8).span, value.span) }
}

final class BatterySaveTests: XCTestCase {
    private func flash(seed: UInt64 = 1) -> SimulatedFlash {
        SimulatedFlash(sectors: [16384, 16384, 16384], programUnit: 4, seed: seed)
    }

    private func noise(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    private func clock(seed: UInt64) -> BatterySaveClock {
        var clock = BatterySaveClock()
        for byte in noise(48, seed: seed) { clock.write(byte: byte) }
        return clock
    }

    private func bytes(_ clock: BatterySaveClock) -> [UInt8] { (0..<clock.count).map { clock.bytes[$0] } }

    func testASaveComesBack() throws {
        let flash = flash()
        let first = try Battery(flash, clock: clock(seed: 2))
        XCTAssertNil(try first.load())
        first.ram = noise(8192, seed: 1)
        XCTAssertTrue(try first.stepToSave())
        let second = try Battery(flash)
        XCTAssertEqual(try second.load(), 48)
        XCTAssertEqual(second.ram, first.ram)
        XCTAssertEqual(bytes(second.clock), bytes(first.clock))
    }

    func testOnlyChunksThatChangedAreWritten() throws {
        let battery = try Battery(flash())
        battery.ram = noise(8192, seed: 1)
        XCTAssertTrue(try battery.stepToSave())
        XCTAssertEqual(try battery.puts, 16 + 1)
        battery.ram[513] ^= 1
        battery.ram[8191] ^= 1
        XCTAssertTrue(try battery.stepToSave())
        XCTAssertEqual(try battery.puts, 17 + 2 + 1)
        XCTAssertFalse(try battery.stepToSave(), "nothing changed")
        XCTAssertEqual(try battery.keys, 16 + 1, "the keys out of use are deleted")
    }

    func testAStepWritesOneRecordAtMost() throws {
        let battery = try Battery(flash())
        battery.ram = noise(8192, seed: 1)
        for _ in 0..<200 {
            let before = try battery.puts
            _ = try battery.step()
            XCTAssertLessThanOrEqual(try battery.puts - before, 1)
        }
        XCTAssertEqual(battery.saves, 1)
    }

    func testASaveWaitsForTheGameToStopWriting() throws {
        let battery = try Battery(flash())
        for step in 0..<300 {
            battery.ram[step % 64 * 100] &+= 1
            XCTAssertNotEqual(try battery.step(), .saved)
        }
        XCTAssertTrue(try battery.stepToSave(200))
    }

    func testAGameThatNeverStopsIsSavedAllTheSame() throws {
        let flash = flash()
        let battery = try Battery(flash)
        var saved: [UInt8]?
        for step in 0..<4000 where saved == nil {
            battery.ram[step % 8192] &+= 1
            if try battery.step() == .saved { saved = battery.ram }
        }
        let again = try Battery(flash)
        XCTAssertEqual(try again.load(), 0)
        XCTAssertEqual(again.ram, try XCTUnwrap(saved), "what it is at one moment")
    }

    func testFinishSavesAtOnceAndOnlyOnce() throws {
        let flash = flash()
        let battery = try Battery(flash)
        battery.ram[0] = 7
        XCTAssertTrue(try battery.finish())
        XCTAssertFalse(try battery.finish())
        let again = try Battery(flash)
        _ = try again.load()
        XCTAssertEqual(again.ram, battery.ram)
    }

    func testAClockAloneIsKept() throws {
        let flash = flash()
        let battery = try Battery(flash, ramByteCount: 0, clock: clock(seed: 3))
        XCTAssertTrue(try battery.finish())
        battery.clock = clock(seed: 4)
        XCTAssertTrue(try battery.stepToSave(40_000), "within ten minutes of its own accord")
        let again = try Battery(flash, ramByteCount: 0)
        XCTAssertEqual(try again.load(), 48)
        XCTAssertEqual(bytes(again.clock), bytes(battery.clock))
    }

    func testHalfBytesOfMBC2AreAChunk() throws {
        let flash = flash()
        let battery = try Battery(flash, ramByteCount: 512)
        battery.ram[511] = 3
        XCTAssertTrue(try battery.finish())
        let again = try Battery(flash, ramByteCount: 512)
        XCTAssertEqual(try again.load(), 0)
        XCTAssertEqual(again.ram, battery.ram)
    }

    func testAFullLogKeepsTheOldSave() throws {
        let flash = flash()
        let battery = try Battery(flash, ramByteCount: 32768)
        battery.ram.replaceSubrange(0..<4096, with: noise(4096, seed: 4))
        XCTAssertTrue(try battery.stepToSave())
        let old = battery.ram
        battery.ram = noise(32768, seed: 5)
        XCTAssertThrowsError(try battery.stepToSave()) { XCTAssertEqual($0 as? LogError, .full) }
        XCTAssertFalse(try battery.stepToSave(), "it is not tried over and over")
        XCTAssertEqual(try battery.keys, 64 + 1, "what was written of it is taken back")
        battery.ram = old
        battery.ram[5] ^= 1
        let before = flash.contents
        XCTAssertTrue(try battery.stepToSave(), "another RAM is tried again")
        flash.contents = before
        let again = try Battery(flash, ramByteCount: 32768)
        XCTAssertEqual(try again.load(), 0)
        XCTAssertEqual(again.ram, old)
    }

    func testMoreRAMThanThereAreKeysForIsRefused() {
        for (bytes, isTaken) in [(128 << 10, false), (32 << 10, true)] {
            let save = BatterySave(identity: 1, ramByteCount: bytes)
            XCTAssertEqual(save != nil, isTaken)
        }
    }

    func testDamageIsNamed() throws {
        // The first save lies under the second of each chunk's keys.
        let damages: [(String, [UInt8], BatterySaveRecordError)] = [
            ("gb/1234ABCD/03b", [1, 2], .chunk(3)),
            ("gb/1234ABCD", [9, 0, 16, 0], .manifest(offset: 0, expected: 1, found: 9)),
            ("gb/1234ABCD", [1, 7, 16, 0], .manifest(offset: 1, expected: 48, found: 7)),
            ("gb/1234ABCD", [1, 0, 64, 0], .ramByteCount(expected: 8192, found: 32768)),
            ("gb/1234ABCD", [1, 0, 16, 0, 5], .manifest(offset: 5, expected: 84, found: 5)),
        ]
        for (key, value, expected) in damages {
            let flash = flash()
            let battery = try Battery(flash)
            battery.ram = noise(8192, seed: 1)
            XCTAssertTrue(try battery.finish())
            try battery.put(key, value)
            let damaged = try Battery(flash)
            XCTAssertThrowsError(try damaged.load()) { XCTAssertEqual($0 as? BatterySaveRecordError, expected) }
            try damaged.forget()
            XCTAssertEqual(try damaged.keys, 0)
            XCTAssertNil(try damaged.load())
        }
    }

    // MARK: - Power cuts

    func testAPowerCutAnywhereLeavesTheOldSaveOrTheNewOne() throws {
        for cut in [SimulatedFlash.Cut.between, .torn] {
            // Small sectors, so that the saves turn the log round.
            let flash = SimulatedFlash(sectors: [4096, 4096, 4096], programUnit: 4, seed: 9)
            var old = noise(1536, seed: 6)
            try save(old, on: flash)
            for round in 0..<14 {
                var new = old
                let start = round * 97 % 500
                new.replaceSubrange(start..<start + 900, with: noise(900, seed: UInt64(20 + round)))
                let before = flash.contents
                var operations = 0
                var outcomes = (old: 0, new: 0)
                while true {
                    flash.contents = before
                    flash.cutPower(after: operations, cut)
                    let completes = (try? save(new, on: flash)) != nil
                    flash.restorePower()
                    if completes { break }
                    let found = try XCTUnwrap(try load(flash), "round \(round), cut \(operations)")
                    if found == old {
                        outcomes.old += 1
                    } else {
                        XCTAssertEqual(found, new, "round \(round), cut \(operations)")
                        outcomes.new += 1
                    }
                    // Behind the cut the same save succeeds, and leaves nothing of the first attempt.
                    try save(new, on: flash, keys: 4)
                    operations += 1
                }
                XCTAssertGreaterThan(outcomes.old, 3)
                XCTAssertGreaterThan(outcomes.new, 0)
                old = new
            }
            XCTAssertGreaterThan(flash.counters.erases.min()!, 1, "the saves must turn the log round")
        }
    }

    /// Loads what is there, saves `ram` a step at a time, and goes on until nothing is left to tidy up.
    private func save(_ ram: [UInt8], on flash: SimulatedFlash, keys: Int? = nil) throws {
        let battery = try Battery(flash, ramByteCount: ram.count)
        _ = try battery.load()
        battery.ram = ram
        _ = try battery.stepToSave()
        for _ in 0..<40 { _ = try battery.step() }
        if let keys { XCTAssertEqual(try battery.keys, keys) }
    }

    private func load(_ flash: SimulatedFlash) throws -> [UInt8]? {
        let battery = try Battery(flash, ramByteCount: 1536)
        return try battery.load() == nil ? nil : battery.ram
    }
}
