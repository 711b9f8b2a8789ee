// The chip that does not exist, Tests/RegisterFiles/TERN100.svd: every feature of the format in one file.
import Foundation
import XCTest

@testable import RegisterGenerator

final class MadeUpChipTests: XCTestCase {
    private func chip(_ peripherals: [String]? = nil) throws -> RegisterGenerator {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("RegisterFiles/TERN100.svd")
        return try RegisterGenerator(
            svd: Data(contentsOf: file), svdName: "TERN100.svd", peripherals: peripherals)
    }

    private func text(_ file: String) throws -> String {
        try XCTUnwrap(chip().files().first { $0.name == file }).text
    }

    func testPeripheralsAndTheirTypes() throws {
        let device = try chip().device
        XCTAssertEqual(
            device.peripherals.map { "\($0.name) \($0.typeName) \(String($0.baseAddress, radix: 16))" },
            [
                "P0 Port 48000400", "P1 Port 48000800", "TIMER2 TIMER 40000800", "TIMER3 TIMER 40000c00",
                "TIMER5 TIMER 40001000", "TIMER9 TIMER9 40009000", "SERIAL0 SERIAL 40010000",
                "SERIAL1 SERIAL 40011000", "SOFTWARE SOFTWARE 40020000", "QUIRKS QUIRKS 40030000",
            ])
        XCTAssertEqual(device.expandedFieldCount, 622)
        XCTAssertEqual(
            try chip().files().map(\.name),
            [
                "Interrupt.swift", "Port.swift", "QUIRKS.swift", "SERIAL.swift", "SOFTWARE.swift", "TIMER.swift",
                "TIMER9.swift", "tern100.swift",
            ])
    }

    func testInheritedProperties() throws {
        let device = try chip().device
        let status = try device.register("TIMER2", "STATUS")
        XCTAssertTrue((status.size, status.resetValue) == (16, 1))
        XCTAssertEqual(try device.register("TIMER9", "COUNT").resetValue, 5)
        XCTAssertEqual(try device.register("TIMER9", "PRESCALER").offset, 0x100)
        XCTAssertEqual(try device.register("P0", "DRIVELOW").fields.count, 32)
    }

    func testClusters() throws {
        let device = try chip().device
        let flags = try device.register("TIMER2", "CHANNEL", "OUT", "FLAGS")
        XCTAssertEqual(flags.fields.map(\.name), ["UPDATE", "RUN", "HALT", "FLIP", "MISSED"])
        XCTAssertEqual(try device.register("TIMER2", "BRAKEX", "COMPARE").offset, 8)
        XCTAssertEqual(try device.register("TIMER2", "BRAKEY", "CAPTURE").alternateOf, "COMPARE")
        let timer = try text("TIMER.swift")
        XCTAssertTrue(timer.contains("public var CHANNEL: BlockArray<CHANNEL> {"))
        XCTAssertTrue(timer.contains(".init(at: baseAddress &+ 0x40, stride: 16, count: 4)"))
        XCTAssertTrue(timer.contains("public var BRAKEY: BRAKE { .init(baseAddress: baseAddress &+ 0x90) }"))
    }

    func testWhatWritesDo() throws {
        let timer = try text("TIMER.swift")
        XCTAssertTrue(
            timer.contains(
                "public struct STATUS: RegisterValue, ClearableFlags, SettableFlags, TogglableFlags, ClearedByReading {"))
        XCTAssertTrue(timer.contains("public static var oneTriggers: UInt16 { 0x8 }"))
        XCTAssertTrue(timer.contains("public static var zeroTriggers: UInt16 { 0x7 }"))
    }

    func testListsBesideARegisterOfTheirStem() throws {
        let serial = try text("SERIAL.swift")
        XCTAssertTrue(serial.contains("public var FILTER1: Register<FILTER0, ReadWrite>"))
        XCTAssertTrue(serial.contains("public var FILTER: Register<FILTER, ReadWrite>"))
        XCTAssertTrue(serial.contains("The same address as FILTER1."))
        XCTAssertTrue(serial.contains("public var COUNT: UInt8 {"))
        XCTAssertTrue(serial.contains("public var MASK: UInt16 {"))
    }

    func testValues() throws {
        let serial = try text("SERIAL.swift")
        XCTAssertTrue(serial.contains("public var ENABLE: State {"))
        XCTAssertTrue(serial.contains("public mutating func set(ENABLE value: ENABLE) {"))
        XCTAssertEqual(serial.components(separatedBy: "public struct Parity: FieldValue").count, 2)
        // Values that are derived without a name of their own are called by their field.
        XCTAssertTrue(serial.contains("public var THIRDPARITY: THIRDPARITY {"))
        let port = try text("Port.swift")
        XCTAssertTrue(port.contains("public subscript(MODE index: Int) -> PinMode {"))
        XCTAssertTrue(port.contains("public static var _16_bit_bus: Self { .init(rawValue: 3) }"))
    }

    func testInterrupts() throws {
        let lines = try text("Interrupt.swift").components(separatedBy: "\n").filter { $0.contains("case ") }
        XCTAssertEqual(lines.count, 15)
        XCTAssertTrue(lines.contains("    case ERRORS_8 = 8"))
        XCTAssertTrue(try text("Interrupt.swift").contains("static var SOFTWARE7: Interrupt { .ALSO_SOFTWARE7 }"))
    }

    func testEveryMeaningThatWasGivenIsAWarning() throws {
        let warnings = try chip().warnings
        XCTAssertEqual(warnings.count, 17)
        XCTAssertTrue(warnings.allSatisfy { $0.path.hasPrefix("QUIRKS.") && $0.severity == .warning })
        XCTAssertEqual(
            warnings.last?.description,
            "TERN100.svd:240: warning: QUIRKS.SHORT%s: dimIndex '1-3' does not name 2 copies: they are called by number")
        let device = try chip().device
        XCTAssertEqual(try device.register("QUIRKS", "FIELDS").fields.map(\.name), ["A", "A_8", "ACROSS", "VALUES"])
        XCTAssertEqual(try device.register("QUIRKS", "WIDE_HIGH").resetValue, 0x1122_3344)
        XCTAssertEqual(try device.register("QUIRKS", "WIDE_HIGH").fields.map(\.name), ["SECONDS_HIGH"])
        XCTAssertEqual(try device.register("QUIRKS", "WORD").access, .writeOnly)
        XCTAssertEqual(try device.register("QUIRKS", "SECONDLIST").offset, 0x40)
    }

    func testAChoiceOfPeripheralsHasNoWarningsOfTheOthers() throws {
        XCTAssertEqual(try chip(["P0", "SERIAL1"]).warnings, [])
        XCTAssertEqual(
            try chip(["P0", "SERIAL1"]).files().map(\.name),
            ["Interrupt.swift", "Port.swift", "SERIAL.swift", "tern100.swift"])
    }
}
