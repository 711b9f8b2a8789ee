// Public test programs, found by file name under the folder that GAMEBOY_ROMS names. They are no part of
// this project; without the folder the tests of the project's own programs remain.
import Foundation
import XCTest

final class ProgramTests: XCTestCase {
    /// Blargg's programs for this machine, by the folder or file they come in. `interrupt_time` needs
    /// hardware that this machine lacks.
    private static let families = ["cpu_instrs", "instr_timing", "mem_timing", "mem_timing-2", "halt_bug.gb", "dmg_sound"]
    private static let frameLimit = 3600

    func testBlarggsPrograms() throws {
        guard let root = ProcessInfo.processInfo.environment["GAMEBOY_ROMS"] else {
            throw XCTSkip("no public test programs: GAMEBOY_ROMS names no folder")
        }
        var passed = 0
        var failed: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
            guard path.hasSuffix(".gb"), path.split(separator: "/").contains(where: { Self.families.contains(String($0)) })
            else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: root).appendingPathComponent(path)))
            let outcome = try run(bytes)
            print("\(outcome == nil ? "pass" : "FAIL")  \(path)\(outcome.map { ": \($0)" } ?? "")")
            if outcome == nil { passed += 1 } else { failed.append(path) }
        }
        print("public test programs: \(passed + failed.count) ran, \(failed.count) failed")
        XCTAssertEqual(failed, [])
    }

    /// Runs until the screen or the serial text says how it went. Returns what it said if not "Passed".
    private func run(_ rom: [UInt8]) throws -> String? {
        let console = try Console(rom: rom)
        var serial: [UInt8] = []
        for _ in 0..<Self.frameLimit / 30 {
            for _ in 0..<30 {
                console.runFrames(1)
                serial += console.takeSerial()
            }
            let text = String(decoding: serial, as: UTF8.self) + " " + console.screenText
            if text.contains("Passed") { return nil }
            if text.contains("Failed") || text.contains("Error") { return text }
        }
        return "no verdict: " + console.screenText
    }
}
