// Two levels change one register: neither change is lost, whichever access the interrupt comes at.
import CortexM
import MMIO
import SimulatedChip
import Tasks
import XCTest

/// A register of plain bits, and one with a flag that a 1 clears beside a stored bit.
private struct Flags: RegisterValue {
    var bits: UInt32
    static var resetValue: Flags { Flags(bits: 0) }
}

private struct Status: RegisterValue, ClearableFlags {
    struct ClearFlags: RegisterFlags {
        var bits: UInt32
        static var done: ClearFlags { ClearFlags(bits: 1) }
    }
    var bits: UInt32
    static var resetValue: Status { Status(bits: 0) }
    static var oneTriggers: UInt32 { 1 }
    static var storedBits: UInt32 { 0xFFFF_FFFE }
}

private final class Words: PeripheralModel {
    let addresses: Range<UInt32> = 0x4000_0000..<0x4000_0010
    var words = [UInt32](repeating: 0, count: 4)
    /// The line is asserted once.
    var isAsserted = false
    var assertedLines: [Int] {
        defer { isAsserted = false }
        return isAsserted ? [1] : []
    }
    func load(at offset: UInt32, width: AccessWidth) -> UInt32 { words[Int(offset / 4)] }
    func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) { words[Int(offset / 4)] = value }
    func memory(at offset: UInt32, count: Int) -> UnsafeRawBufferPointer? { nil }
}

private let plain = Register<Flags, ReadWrite>(at: 0x4000_0000)
private let status = Register<Status, ReadWrite>(at: 0x4000_0004)

final class RegisterRaceTests: XCTestCase {
    func testAChangeByAnInterruptIsNotLostAtAnyAccess() {
        var interruptedAccesses = 0
        for access in 0..<40 {
            let words = Words()
            let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [words])
            var accesses = 0
            var isArmed = false
            chip.beforeAccess = { _ in
                guard isArmed else { return }
                if accesses == access { words.isAsserted = true }
                accesses += 1
            }
            _ = chip.run(for: .milliseconds(1)) {
                Level5.bind(line(1)) {
                    plain.modify { $0.bits |= 1 << 8 }
                    status.modify { $0.bits |= 1 << 8 }
                }
                isArmed = true
                plain.modify { $0.bits |= 1 }
                status.clear(.done)
                plain.modify { $0.bits |= 2 }
                isArmed = false
                if accesses > access { interruptedAccesses += 1 }
            }
            guard accesses > access else { break }
            XCTAssertEqual(words.words[0], 1 << 8 | 3, "interrupted at access \(access)")
            // The model keeps what was written: the flag's 1, or the handler's own change after it.
            XCTAssertEqual(words.words[1] & ~1, 1 << 8, "interrupted at access \(access)")
        }
        XCTAssertGreaterThanOrEqual(interruptedAccesses, 6, "each of the three changes is two accesses")
    }
}
