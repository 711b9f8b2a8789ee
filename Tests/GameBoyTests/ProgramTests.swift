// Public test programs, found by file name under the folder that GAMEBOY_ROMS names, one line each. They are no part of
// this project; without the folder the tests of the project's own programs remain.
import Foundation
import GameBoy
import PNGReading
import XCTest

final class ProgramTests: XCTestCase {
    /// How a suite's programs say how it went.
    private enum Verdict {
        /// "Passed" or "Failed" on the screen, on the serial port, or in the cartridge's RAM after a signature.
        case text
        /// `LD B,B` with 3, 5, 8, 13, 21 and 34 in B to L.
        case registers
        /// The picture beside it, or in a folder of the same name as the suite's; after `LD B,B`.
        case picture
        /// 1 or 0xFF in 0xFF82.
        case highRAM
    }

    private struct Suite {
        let name: String
        /// Where its programs are: what their paths contain.
        let folders: [String]
        let verdict: Verdict
        var isColour = false
        /// Programs for other machines, by parts of their paths.
        var others: [String] = []
        /// Programs known to fail, and why.
        var failing: [String: String] = [:]
    }

    private static let suites = [
        Suite(
            name: "Blargg",
            folders: ["cpu_instrs", "instr_timing", "mem_timing", "mem_timing-2", "halt_bug.gb", "dmg_sound", "oam_bug"],
            verdict: .text, others: ["gbmicrotest"],
            failing: [
                "7-timing_effect.gb":
                    "its text outgrows the cartridge's RAM and runs over its own code; in oam_bug.gb it passes"
            ]),
        Suite(
            name: "Mooneye acceptance", folders: ["mooneye/acceptance"], verdict: .registers,
            others: ["-S.gb", "dmg0", "-mgb", "-sgb"]),
        Suite(name: "Mooneye MBC", folders: ["mooneye/emulator-only"], verdict: .registers),
        Suite(name: "dmg-acid2", folders: ["dmg-acid2/"], verdict: .picture),
        Suite(
            name: "Mealybug", folders: ["mealybug-tearoom/"], verdict: .picture,
            failing: [
                "m3_lcdc_obj_en_change_variant.gb": "objects switched off during an object's fetch cut it short",
                "m3_lcdc_win_en_change_multiple_wx.gb": "a window met in the dot in which WX changes shifts the line",
                "m3_scx_high_5_bits.gb": "each eighth line is scrolled otherwise; the cause is not known",
            ]),
        Suite(
            name: "GBMicrotest", folders: ["gbmicrotest/"], verdict: .highRAM,
            failing: [
                "halt_op_dupe_delay.gb": "it expects 0x55 in DIV some 180 machine cycles after its reset",
                "stat_write_glitch_l154_d.gb": "a write to STAT at the end of line 0 requests an interrupt",
            ].merging(withoutVerdict.map { ($0, "it has no verdict") }) { first, _ in first }),
        Suite(
            name: "Blargg, CGB",
            folders: [
                "cpu_instrs", "instr_timing", "interrupt_time", "mem_timing", "mem_timing-2", "halt_bug.gb", "cgb_sound",
            ],
            verdict: .text, isColour: true, others: ["gbmicrotest"]),
        Suite(
            name: "Mooneye acceptance, CGB", folders: ["mooneye/acceptance"], verdict: .registers, isColour: true,
            others: ["-S.gb", "-GS.gb", "dmg", "-mgb", "-sgb"]),
        Suite(
            name: "Mooneye misc, CGB", folders: ["mooneye/misc"], verdict: .registers, isColour: true,
            others: ["-A.gb", "cgb0"],
            failing: [
                "vblank_stat_intr-C.gb": "the colour machine's OAM source sees line 144 a machine cycle before the V-blank"
            ]),
        Suite(name: "cgb-acid2", folders: ["cgb-acid2/"], verdict: .picture, isColour: true),
    ]

    /// GBMicrotest's programs that show something to people and leave no verdict.
    private static let withoutVerdict = [
        "000-oam_lock.gb", "000-write_to_x8000.gb", "001-vram_unlocked.gb", "002-vram_locked.gb",
        "004-tima_boot_phase.gb", "004-tima_cycle_timer.gb", "007-lcd_on_stat.gb", "400-dma.gb",
        "500-scx-timing.gb", "800-ppu-latch-scx.gb", "801-ppu-latch-scy.gb", "802-ppu-latch-tileselect.gb",
        "803-ppu-latch-bgdisplay.gb", "audio_testbench.gb", "cpu_bus_1.gb", "dma_basic.gb", "flood_vram.gb",
        "lcdon_write_timing.gb", "ly_while_lcd_off.gb", "minimal.gb", "mode2_stat_int_to_oam_unlock.gb",
        "oam_sprite_trashing.gb", "poweron.gb", "ppu_scx_vs_bgp.gb", "ppu_sprite_testbench.gb",
        "ppu_spritex_vs_scx.gb", "ppu_win_vs_wx.gb", "ppu_wx_early.gb", "temp.gb", "toggle_lcdc.gb",
        "wave_write_to_0xC003.gb",
    ]

    func testPublicPrograms() throws {
        guard let root = ProcessInfo.processInfo.environment["GAMEBOY_ROMS"] else {
            throw XCTSkip("no public test programs: GAMEBOY_ROMS names no folder")
        }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root).filter {
            $0.hasSuffix(".gb") || $0.hasSuffix(".gbc")
        }.sorted()
        for suite in Self.suites {
            let own = paths.filter { path in
                suite.folders.contains { ("/" + path).contains("/" + $0) } && !suite.others.contains { path.contains($0) }
            }
            var passed = 0
            for path in own {
                let outcome =
                    suite.isColour
                    ? try run(on: CGB.self, root + "/" + path, suite.verdict)
                    : try run(on: DMG.self, root + "/" + path, suite.verdict)
                let reason = suite.failing.first { path.hasSuffix($0.key) }?.value
                let word = outcome == nil ? "pass" : reason == nil ? "FAIL" : "known"
                print("\(word)  \(suite.name)  \(path)\(outcome.map { ": \($0)" } ?? "")\(reason.map { "; \($0)" } ?? "")")
                if outcome == nil { passed += 1 }
                if reason == nil {
                    XCTAssertNil(outcome, path)
                } else {
                    XCTAssertNotNil(outcome, "\(path) passes, and is listed as failing")
                }
            }
            if !own.isEmpty { print("\(suite.name): \(passed) of \(own.count)") }
        }
    }

    /// Returns what went wrong.
    private func run<M: Model>(on model: M.Type, _ path: String, _ verdict: Verdict) throws -> String? {
        let rom = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let console: ModelConsole<M>
        do { console = try ModelConsole(rom: rom, acceptsOdd: true) } catch { return "\(error)" }
        return switch verdict {
        case .text: runToText(console)
        case .registers: runToRegisters(console)
        case .picture: try runToPicture(console, path)
        case .highRAM: runToHighRAM(console)
        }
    }

    private func runToText<M>(_ console: ModelConsole<M>) -> String? {
        var serial: [UInt8] = []
        for _ in 0..<120 {
            for _ in 0..<30 {
                console.runFrames(1)
                serial += console.takeSerial()
            }
            let text = String(decoding: serial, as: UTF8.self) + " " + console.screenText
            if text.contains("Passed") { return nil }
            if text.contains("Failed") || text.contains("Error") { return text }
            // Straight from the RAM, for the programs close it at the end.
            let status = Array(console.ram.prefix(4))
            if status.count == 4 && status[1...] == [0xDE, 0xB0, 0x61] && status[0] < 0x80 {
                return status[0] == 0 ? nil : "code \(status[0]) \(text)"
            }
        }
        return "no verdict: " + console.screenText
    }

    private func runsToBreakpoint<M>(_ console: ModelConsole<M>) -> Bool {
        console.machine.stopsAtBreakpoints = true
        for _ in 0..<1200 {
            switch console.machine.run(machineCycles: Machine.machineCyclesPerFrame * 2) {
            case .breakpoint: return true
            case .locked: return false
            case .frame, .budget: break
            }
        }
        return false
    }

    private func runToRegisters<M>(_ console: ModelConsole<M>) -> String? {
        guard runsToBreakpoint(console) else { return "no verdict" }
        let r = console.machine.registers
        return [r.b, r.c, r.d, r.e, r.h, r.l] == [3, 5, 8, 13, 21, 34] ? nil : console.screenText
    }

    private func runToPicture<M>(_ console: ModelConsole<M>, _ path: String) throws -> String? {
        guard runsToBreakpoint(console) else { return "no breakpoint" }
        console.machine.stopsAtBreakpoints = false
        console.runFrames(2)
        let stem = (path as NSString).deletingPathExtension
        guard
            let file = [stem + "-expected.png", stem + (M.isColour ? "-cgb.png" : "-dmg.png"), stem + ".png"].lazy.compactMap({
                FileManager.default.contents(atPath: $0)
            }).first
        else { return "no picture to compare with" }
        let expected = try PNGReader([UInt8](file))
        guard expected.width == 160, expected.height == 144 else { return "a picture of another size" }
        let wrong = (0..<160 * 144).filter { pixel in
            let components =
                expected.colours.isEmpty
                ? [UInt8](repeating: expected.greys[pixel], count: 3) : Array(expected.colours[pixel * 3..<pixel * 3 + 3])
            let colour = components.reversed().reduce(0) { $0 << 5 | UInt16($1 >> 3) }
            return colour != console.machine.colour(x: pixel % 160, y: pixel / 160)
        }
        return wrong.isEmpty ? nil : "\(wrong.count) wrong pixels, the first in line \(wrong[0] / 160)"
    }

    private func runToHighRAM<M>(_ console: ModelConsole<M>) -> String? {
        for _ in 0..<30 {
            console.runFrames(1)
            let (result, expected) = (console.machine.peek(0xFF80), console.machine.peek(0xFF81))
            switch console.machine.peek(0xFF82) {
            case 0x01: return nil
            case 0xFF: return "\(result) and not \(expected)"
            default: break
            }
        }
        return "no verdict"
    }
}
