// The project's own instructions: one or more of each kind, with registers, flags and bus cycles worked out
// from the documents. The single-step vectors say the same about all of them, where they are at hand.
import GameBoy
import XCTest

final class InstructionTests: XCTestCase {
    private let memory = FlatMemory()

    /// Runs the bytes at 0xC000 as one instruction, from these registers.
    private func step(
        _ code: [UInt8], a: UInt8 = 0, f: UInt8 = 0, bc: UInt16 = 0, de: UInt16 = 0, hl: UInt16 = 0xD000,
        sp: UInt16 = 0xDFF0
    ) -> Registers {
        memory.bytes.replaceSubrange(0xC000..<0xC000 + code.count, with: code)
        memory.cycles = []
        var cpu = CPU(
            bus: RecordingBus(memory: memory),
            registers: Registers(
                a: a, f: f, b: UInt8(bc >> 8), c: UInt8(bc & 0xFF), d: UInt8(de >> 8), e: UInt8(de & 0xFF),
                h: UInt8(hl >> 8), l: UInt8(hl & 0xFF), sp: sp, pc: 0xC000))
        cpu.step()
        return cpu.registers
    }

    private var kinds: String {
        memory.cycles.map { $0.kind == .read ? "r" : $0.kind == .write ? "w" : "-" }.joined()
    }

    func testLoadsMoveBytes() {
        XCTAssertEqual(step([0x3E, 0x42]).a, 0x42)
        XCTAssertEqual(kinds, "rr")
        XCTAssertEqual(step([0x53], de: 0x1234).d, 0x34)
        memory.bytes[0xD000] = 0x99
        XCTAssertEqual(step([0x46]).b, 0x99)
        XCTAssertEqual(kinds, "rr")
        let after = step([0x32], a: 0x77)
        XCTAssertEqual(memory.bytes[0xD000], 0x77)
        XCTAssertEqual([after.h, after.l], [0xCF, 0xFF])
    }

    func testLoadsReachTheHighPage() {
        _ = step([0xE0, 0x85], a: 0x5A)
        XCTAssertEqual(memory.cycles.last, BusCycle(kind: .write, address: 0xFF85, data: 0x5A))
        XCTAssertEqual(step([0xF0, 0x85]).a, 0x5A)
        XCTAssertEqual(step([0xF2], bc: 0x0085).a, 0x5A)
    }

    func testAdditionSetsHalfCarryAndCarry() {
        XCTAssertEqual(step([0xC6, 0x01], a: 0x0F).f, 0x20)
        let wrapped = step([0xC6, 0x01], a: 0xFF)
        XCTAssertEqual([wrapped.a, wrapped.f], [0x00, 0xB0])
        XCTAssertEqual(step([0x88], a: 0x01, f: 0x10, bc: 0x0E00).a, 0x10)
    }

    func testSubtractionSetsBorrows() {
        let below = step([0xD6, 0x01], a: 0x00)
        XCTAssertEqual([below.a, below.f], [0xFF, 0x70])
        let same = step([0xFE, 0x3C], a: 0x3C)
        XCTAssertEqual([same.a, same.f], [0x3C, 0xC0])
        let borrowed = step([0xDE, 0x00], a: 0x00, f: 0x10)
        XCTAssertEqual([borrowed.a, borrowed.f], [0xFF, 0x70])
    }

    func testLogicSetsItsFlags() {
        XCTAssertEqual(step([0xE6, 0x0F], a: 0xF0, f: 0x10).f, 0xA0)
        XCTAssertEqual(step([0xAF], a: 0x55, f: 0x70).f, 0x80)
        XCTAssertEqual(step([0xF6, 0x01], a: 0x80, f: 0xF0).f, 0x00)
    }

    func testIncrementKeepsCarry() {
        XCTAssertEqual(step([0x3C], a: 0xFF, f: 0x10).f, 0xB0)
        XCTAssertEqual(step([0x3D], a: 0x10, f: 0x00).f, 0x60)
        memory.bytes[0xD000] = 0x7F
        _ = step([0x34])
        XCTAssertEqual(memory.bytes[0xD000], 0x80)
        XCTAssertEqual(kinds, "rrw")
    }

    func testDecimalAdjustMakesDecimalSums() {
        for left in 0..<100 {
            for right in 0..<100 {
                let a = UInt8(left / 10 * 16 + left % 10)
                let b = UInt8(right / 10 * 16 + right % 10)
                let sum = step([0x80], a: a, bc: UInt16(b) << 8)
                let adjusted = step([0x27], a: sum.a, f: sum.f)
                let expected = (left + right) % 100
                XCTAssertEqual(adjusted.a, UInt8(expected / 10 * 16 + expected % 10))
                XCTAssertEqual(adjusted.f & 0x10 != 0, left + right > 99)
                let difference = step([0x90], a: a, bc: UInt16(b) << 8)
                let back = step([0x27], a: difference.a, f: difference.f)
                let rest = (left - right + 100) % 100
                XCTAssertEqual(back.a, UInt8(rest / 10 * 16 + rest % 10))
                XCTAssertEqual(back.f & 0x10 != 0, left < right)
            }
        }
    }

    func testWordArithmetic() {
        let sum = step([0x09], f: 0x80, bc: 0x0001, hl: 0x0FFF)
        XCTAssertEqual([sum.h, sum.l, sum.f], [0x10, 0x00, 0xA0])
        XCTAssertEqual(kinds, "r-")
        let offset = step([0xF8, 0xFF], f: 0xC0, sp: 0x0001)
        XCTAssertEqual([offset.h, offset.l, offset.f], [0x00, 0x00, 0x30])
        XCTAssertEqual(step([0xE8, 0x80], sp: 0x1000).sp, 0x0F80)
        XCTAssertEqual(kinds, "rr--")
    }

    func testRotatesOfAClearZero() {
        let rotated = step([0x07], a: 0x80)
        XCTAssertEqual([rotated.a, rotated.f], [0x01, 0x10])
        XCTAssertEqual(step([0x17], a: 0x00, f: 0x80).f, 0x00)
    }

    func testPrefixedOperations() {
        XCTAssertEqual(step([0xCB, 0x37], a: 0xA5).a, 0x5A)
        XCTAssertEqual(step([0xCB, 0x38], bc: 0x0100).f, 0x90)
        XCTAssertEqual(step([0xCB, 0x2F], a: 0x81).a, 0xC0)
        memory.bytes[0xD000] = 0x00
        _ = step([0xCB, 0xFE])
        XCTAssertEqual(memory.bytes[0xD000], 0x80)
        XCTAssertEqual(kinds, "rrrw")
        XCTAssertEqual(step([0xCB, 0x46], f: 0x10).f, 0xB0)
        XCTAssertEqual(kinds, "rrr")
    }

    func testTheStackGrowsDown() {
        let pushed = step([0xC5], bc: 0x1234)
        XCTAssertEqual(pushed.sp, 0xDFEE)
        XCTAssertEqual(kinds, "r-ww")
        XCTAssertEqual([memory.bytes[0xDFEF], memory.bytes[0xDFEE]], [0x12, 0x34])
        let popped = step([0xF1], sp: 0xDFEE)
        XCTAssertEqual([popped.a, popped.f], [0x12, 0x30])
    }

    func testJumpsTakeACycleMoreWhenTaken() {
        XCTAssertEqual(step([0x20, 0xFE], f: 0x00).pc, 0xC000)
        XCTAssertEqual(kinds, "rr-")
        XCTAssertEqual(step([0x20, 0xFE], f: 0x80).pc, 0xC002)
        XCTAssertEqual(kinds, "rr")
        XCTAssertEqual(step([0xDA, 0x34, 0x12], f: 0x10).pc, 0x1234)
        XCTAssertEqual(kinds, "rrr-")
        XCTAssertEqual(step([0xE9], hl: 0x4321).pc, 0x4321)
        XCTAssertEqual(kinds, "r")
    }

    func testCallsAndReturns() {
        XCTAssertEqual(step([0xCD, 0x34, 0x12]).pc, 0x1234)
        XCTAssertEqual(kinds, "rrr-ww")
        XCTAssertEqual(step([0xC9], sp: 0xDFEE).pc, 0xC003)
        XCTAssertEqual(kinds, "rrr-")
        XCTAssertEqual(step([0xC8], f: 0x80, sp: 0xDFEE).pc, 0xC003)
        XCTAssertEqual(kinds, "r-rr-")
        XCTAssertEqual(step([0xEF]).pc, 0x0028)
        XCTAssertEqual(kinds, "r-ww")
    }

    func testLoadBBReachesTheBreakpoint() {
        _ = step([0x40])
        XCTAssertEqual(memory.breakpoints, 1)
        _ = step([0x49])
        XCTAssertEqual(memory.breakpoints, 1)
    }

    func testIllegalOpcodesLockTheCPU() {
        for code in [0xD3, 0xDB, 0xDD, 0xE3, 0xE4, 0xEB, 0xEC, 0xED, 0xF4, 0xFC, 0xFD] as [UInt8] {
            memory.bytes[0xC000] = code
            var cpu = CPU(
                bus: RecordingBus(memory: memory),
                registers: Registers(a: 0, f: 0, b: 0, c: 0, d: 0, e: 0, h: 0, l: 0, sp: 0, pc: 0xC000))
            cpu.step()
            XCTAssertEqual(cpu.mode, .locked)
        }
    }

    func testTheHaltBugReadsAByteTwice() {
        memory.pending = 1
        // HALT, INC A: with IME off and an interrupt pending, INC A is executed twice.
        let first = step([0x76, 0x3C, 0x00])
        XCTAssertEqual([first.a], [1])
        XCTAssertEqual(first.pc, 0xC001)
        memory.pending = 0
    }

    func testRegistersNeverLeaveTheirRange() {
        var random = Random(seed: 7)
        for index in memory.bytes.indices { memory.bytes[index] = UInt8.random(in: 0...255, using: &random) }
        let start = Registers(a: 1, f: 0, b: 2, c: 3, d: 4, e: 5, h: 6, l: 7, sp: 0x8000, pc: 0)
        var cpu = CPU(bus: RecordingBus(memory: memory), registers: start)
        // The recording bus traps on an address or a byte that is too large.
        for _ in 0..<200_000 {
            cpu.mode = .running
            cpu.step()
            memory.cycles.removeAll(keepingCapacity: true)
        }
        XCTAssertEqual(cpu.registers.f & 0x0F, 0)
    }
}
