// Enumerated values, access rights, actions and interrupts, up to the Swift they become.
import Foundation
import XCTest

@testable import RegisterGenerator

final class EnumeratedValuesTests: XCTestCase {
    func testBecomeATypeThatCanHoldOtherValues() throws {
        let swift = try output(
            register(
                """
                <field><name>MODE</name><bitRange>[1:0]</bitRange><enumeratedValues>
                <enumeratedValue><name>16-bit</name><description>Two bytes</description><value>0</value></enumeratedValue>
                <enumeratedValue><name>default</name><value>0b01</value></enumeratedValue>
                <enumeratedValue><name>OTHER</name><isDefault>true</isDefault></enumeratedValue>
                </enumeratedValues></field>
                """))
        XCTAssertTrue(swift.contains("public struct MODE: FieldValue {"))
        XCTAssertTrue(swift.contains("/// Two bytes."))
        XCTAssertTrue(swift.contains("public static var _16_bit: Self { .init(rawValue: 0) }"))
        XCTAssertTrue(swift.contains("public static var `default`: Self { .init(rawValue: 1) }"))
        XCTAssertFalse(swift.contains("OTHER"))
    }

    func testSeparateSetsForReadingAndWriting() throws {
        let set = { (usage: String, name: String) in
            "<enumeratedValues><usage>\(usage)</usage><enumeratedValue><name>\(name)</name><value>1</value>"
                + "</enumeratedValue></enumeratedValues>"
        }
        let swift = try output(
            register(
                "<field><name>T</name><bitOffset>0</bitOffset>\(set("read", "Enabled"))\(set("write", "Start"))</field>"
            ))
        XCTAssertTrue(swift.contains("public struct T: FieldValue {"))
        XCTAssertTrue(swift.contains("public struct TWrite: FieldValue {"))
        XCTAssertTrue(swift.contains("public var T: T {"))
        XCTAssertTrue(swift.contains("public mutating func set(T value: TWrite) {"))
    }

    func testTwoTypesOfOneNameAndOtherValuesAreNamedByTheirFields() throws {
        let field = { (name: String, bit: Int, value: String) in
            "<field><name>\(name)</name><bitOffset>\(bit)</bitOffset><enumeratedValues><name>Kind</name>"
                + "<enumeratedValue><name>\(value)</name><value>1</value></enumeratedValue></enumeratedValues></field>"
        }
        let swift = try output(register(field("A", 0, "Up") + field("B", 1, "Down")))
        XCTAssertTrue(swift.contains("public struct A: FieldValue {"))
        XCTAssertTrue(swift.contains("public struct B: FieldValue {"))
    }
}

final class AccessTests: XCTestCase {
    func testReadOnlyHasNoSetterAndWriteOnlyNoGetter() throws {
        let swift = try output(
            register(
                """
                <field><name>RO</name><bitOffset>0</bitOffset><access>read-only</access></field>
                <field><name>WO</name><bitOffset>1</bitOffset><access>write-only</access></field>
                """))
        XCTAssertTrue(swift.contains("public var RO: Bool {\n            bits.flag(0)\n        }"))
        XCTAssertFalse(swift.contains("var WO"))
        XCTAssertTrue(swift.contains("public mutating func set(WO value: Bool) {"))
    }

    func testWidths() throws {
        let cases = [(1, "Bool"), (2, "UInt8"), (8, "UInt8"), (9, "UInt16"), (17, "UInt32"), (32, "UInt32")]
        for (width, type) in cases {
            let text = register("<field><name>F</name><bitOffset>0</bitOffset><bitWidth>\(width)</bitWidth></field>")
            try XCTAssertTrue(output(text).contains("public var F: \(type) {"))
        }
    }

    func testRegisterSizes() throws {
        let cases = [(8, "UInt8"), (16, "UInt16"), (32, "UInt32")]
        for (size, type) in cases {
            try XCTAssertTrue(
                output(register("", properties: "<size>\(size)</size>")).contains("public var bits: \(type)\n"))
        }
    }
}

final class EffectsTests: XCTestCase {
    func testWrites() throws {
        let cases = [
            ("oneToClear", "ClearableFlags", "oneTriggers"), ("oneToSet", "SettableFlags", "oneTriggers"),
            ("oneToToggle", "TogglableFlags", "oneTriggers"), ("zeroToClear", "ClearableFlags", "zeroTriggers"),
            ("zeroToSet", "SettableFlags", "zeroTriggers"), ("zeroToToggle", "TogglableFlags", "zeroTriggers"),
        ]
        for (effect, conformance, triggers) in cases {
            let text = register(
                """
                <field><name>F</name><bitOffset>3</bitOffset><modifiedWriteValues>\(effect)</modifiedWriteValues></field>
                <field><name>G</name><bitOffset>0</bitOffset></field>
                """)
            let swift = try output(text)
            XCTAssertTrue(swift.contains("public struct R: RegisterValue, \(conformance) {"))
            XCTAssertTrue(swift.contains("public static var \(triggers): UInt32 { 0x8 }"))
            XCTAssertTrue(swift.contains("public static var storedBits: UInt32 { 0x1 }"))
            XCTAssertTrue(swift.contains("public static var F: Self { .init(bits: 0x8) }"))
            XCTAssertTrue(swift.contains("public var F: Bool {\n            bits.flag(3)\n        }"))
        }
    }

    func testWritesWithoutAFlag() throws {
        let cases = [
            ("clear", "Any write clears it."), ("set", "Any write sets it."),
            ("modify", "The hardware changes what is written."),
        ]
        for (effect, sentence) in cases {
            let text = register(
                "<field><name>F</name><bitOffset>3</bitOffset><modifiedWriteValues>\(effect)</modifiedWriteValues></field>"
            )
            try XCTAssertTrue(output(text).contains(sentence))
        }
    }

    func testARegisterGivesItsEffectToItsFields() throws {
        let text = register(
            "<field><name>F</name><bitOffset>3</bitOffset></field>",
            properties: "<modifiedWriteValues>oneToClear</modifiedWriteValues>")
        try XCTAssertTrue(output(text).contains("public static var oneTriggers: UInt32 { 0x8 }"))
    }

    func testReadingThatClearsHasANameThatSaysSo() throws {
        let field = "<field><name>F</name><bitOffset>3</bitOffset><readAction>clear</readAction></field>"
        try XCTAssertTrue(output(register(field)).contains("public struct R: RegisterValue, ClearedByReading {"))
        try XCTAssertTrue(output(register(field)).contains("Reading clears it."))
        try XCTAssertTrue(
            output(register("", properties: "<readAction>clear</readAction>")).contains("ClearedByReading"))
        let other = "<readAction>modifyExternal</readAction>"
        try XCTAssertTrue(output(register("", properties: other)).contains("Reading changes something else."))
    }
}

final class AlternatesTests: XCTestCase {
    func testAlternateRegistersShareAnAddress() throws {
        let swift = try output(
            peripheral(
                """
                <register><name>A</name><addressOffset>0</addressOffset></register>
                <register><name>B</name><alternateRegister>A</alternateRegister><addressOffset>0</addressOffset></register>
                <register><name>A</name><alternateGroup>Host</alternateGroup><addressOffset>0</addressOffset></register>
                """))
        XCTAssertTrue(swift.contains("/// B. Offset 0x0. The same address as A."))
        XCTAssertTrue(swift.contains("public var A_Host: Register<A_Host, ReadWrite> { .init(at: baseAddress) }"))
    }

    func testFieldsMayOverlapWhereOneIsReadAndOneWritten() throws {
        let text = register(
            """
            <field><name>A</name><bitRange>[7:0]</bitRange><access>read-only</access></field>
            <field><name>B</name><bitRange>[7:0]</bitRange><access>write-only</access></field>
            """)
        try XCTAssertEqual(generator(text).device.register("P", "R").fields.count, 2)
    }
}

final class InterruptsTests: XCTestCase {
    func testAreSortedAndNotRepeated() throws {
        let text = svd(
            """
            <peripheral><name>A</name><baseAddress>0</baseAddress>
              <interrupt><name>B</name><description>second
                one</description><value>7</value></interrupt>
              <interrupt><name>A</name><value>2</value></interrupt></peripheral>
            <peripheral><name>C</name><baseAddress>4</baseAddress>
              <interrupt><name>A</name><value>2</value></interrupt>
              <interrupt><name>X_RX</name><value>3</value><name>X_TX</name><value>4</value></interrupt>
              <interrupt><name>SHARED</name><value>7</value></interrupt></peripheral>
            """)
        let lines = try output(text, file: "Interrupt.swift").components(separatedBy: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.contains("case") || $0.contains("var") }
        XCTAssertEqual(
            lines,
            [
                "case A = 2", "case X_RX = 3", "case X_TX = 4", "case B = 7",
                "public static var SHARED: Interrupt { .B }",
            ])
        try XCTAssertTrue(output(text, file: "Interrupt.swift").contains("/// Second one.\n"))
    }
}
