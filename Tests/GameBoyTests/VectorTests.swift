// The single-step vectors: each instruction from a random state, with the bus activity of each machine
// cycle. The file is named by SM83_VECTORS. Without it, InstructionTests still checks instructions of the project's own
// choice.
import Foundation
import GameBoy
import XCTest

final class VectorTests: XCTestCase {
    func testSingleStepVectors() throws {
        guard let path = ProcessInfo.processInfo.environment["SM83_VECTORS"],
            let data = FileManager.default.contents(atPath: path)
        else {
            throw XCTSkip("no single-step vectors: SM83_VECTORS names none")
        }
        var reader = VectorReader(bytes: [UInt8](data))
        XCTAssertEqual(reader.text(8), "SM83TEST")
        let memory = FlatMemory()
        var run = 0
        var failed: [String: Int] = [:]
        for _ in 0..<reader.word() {
            let isPrefixed = reader.byte() == 1
            let code = reader.byte()
            let name = (isPrefixed ? "CB " : "") + String(code, radix: 16)
            for _ in 0..<reader.word() {
                let vector = reader.vector()
                run += 1
                if let difference = Self.difference(vector, memory) {
                    if failed[name] == nil { print("\(name): \(difference)") }
                    failed[name, default: 0] += 1
                }
            }
        }
        print("single-step vectors: \(run) ran, \(failed.values.reduce(0, +)) failed")
        XCTAssertTrue(reader.isAtEnd)
        XCTAssertEqual(failed, [:])
        XCTAssertGreaterThan(run, 0)
    }

    /// What is different after the instruction, or nil.
    private static func difference(_ vector: Vector, _ memory: FlatMemory) -> String? {
        for (address, value) in vector.initial.memory { memory.bytes[Int(address)] = value }
        memory.cycles.removeAll(keepingCapacity: true)
        var cpu = CPU(bus: RecordingBus(memory: memory), registers: vector.initial.registers)
        cpu.interruptsEnabled = vector.initial.ime
        cpu.step()
        // HALT and STOP are recorded with two cycles of waiting.
        if cpu.mode == .halted || cpu.mode == .stopped {
            cpu.bus.idle()
            cpu.bus.idle()
        }
        if cpu.registers != vector.final.registers {
            return "\(cpu.registers), not \(vector.final.registers)"
        }
        if memory.cycles != vector.cycles { return "\(memory.cycles), not \(vector.cycles)" }
        for (address, value) in vector.final.memory where memory.bytes[Int(address)] != value {
            return "\(memory.bytes[Int(address)]) at \(address), not \(value)"
        }
        if cpu.interruptsEnabled != vector.final.ime { return "IME is \(cpu.interruptsEnabled)" }
        if cpu.enablePending != vector.final.enablePending { return "EI pending is \(cpu.enablePending)" }
        return nil
    }
}

private struct Vector {
    struct State {
        var registers: Registers
        var ime: Bool
        var enablePending: Bool
        var memory: [(UInt16, UInt8)]
    }
    var initial: State
    var final: State
    var cycles: [BusCycle]
}

/// Little-endian numbers, one after the other.
private struct VectorReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8 {
        defer { position += 1 }
        return bytes[position]
    }
    mutating func word() -> UInt16 {
        let low = byte()
        return UInt16(low) | UInt16(byte()) << 8
    }
    mutating func text(_ count: Int) -> String {
        String(decoding: (0..<count).map { _ in byte() }, as: UTF8.self)
    }

    mutating func state() -> Vector.State {
        let pc = word()
        let sp = word()
        let r = (0..<8).map { _ in byte() }
        let ime = byte() == 1
        _ = byte()  // IE, which these tests do not use.
        let pending = byte() == 1
        let cells = (0..<byte()).map { _ in
            let address = word()
            return (address, byte())
        }
        return Vector.State(
            registers: Registers(
                a: r[0], f: r[5], b: r[1], c: r[2], d: r[3], e: r[4], h: r[6], l: r[7], sp: sp, pc: pc),
            ime: ime, enablePending: pending, memory: cells)
    }

    mutating func vector() -> Vector {
        let initial = state()
        let final = state()
        let cycles = (0..<byte()).map { _ in
            let address = word()
            let data = byte()
            return BusCycle(kind: BusCycle.Kind(rawValue: byte())!, address: address, data: data)
        }
        return Vector(initial: initial, final: final, cycles: cycles)
    }
}
