// What vendors publish that the format does not allow: the meaning it is given, and the warning that says so.
import Foundation
import XCTest

@testable import RegisterGenerator

final class RepairTests: XCTestCase {
    private func field(_ name: String, _ range: String, _ inner: String = "") -> String {
        "<field><name>\(name)</name><bitRange>\(range)</bitRange>\(inner)</field>\n"
    }

    private func single(_ name: String, _ offset: Int, _ inner: String = "") -> String {
        "<register><name>\(name)</name><addressOffset>\(offset)</addressOffset>\(inner)</register>\n"
    }

    private func fields(_ text: String) throws -> [String] {
        try generator(register(text)).device.register("P", "R").fields.map { "\($0.name) \($0.offset) \($0.width)" }
    }

    // MARK: - Registers

    func testAlternateRegisters() throws {
        let list = "<dim>2</dim><dimIncrement>4</dimIncrement>"
        let text = peripheral(
            single("CC%s", 0, list) + single("BUF%s", 0, list + "<alternateRegister>CC%s</alternateRegister>")
                + single("A[%s]", 16, list) + single("B[%s]", 16, list + "<alternateRegister>A[%s]</alternateRegister>")
                + single("C", 0, "<alternateRegister>P.CC1</alternateRegister>")
                + single("D", 0, "<alternateRegister>X</alternateRegister>"))
        let device = try generator(text).device
        try XCTAssertEqual(device.register("P", "BUF1").alternateOf, "CC1")
        try XCTAssertEqual(device.register("P", "B").alternateOf, "A")
        try XCTAssertEqual(device.register("P", "C").alternateOf, "CC1")
        try XCTAssertNil(device.register("P", "D").alternateOf)
        XCTAssertEqual(warnings(text), ["9: warning: P.D: alternateRegister 'X', which does not exist: left out"])
    }

    func testAnUnalignedPeripheral() {
        XCTAssertEqual(
            warnings(register("").replacingOccurrences(of: "0x40000000", with: "0xFFFFFFFF")),
            ["4: warning: P.R: 32 bits at 0x3, which is not a multiple of 4: most chips answer the access with a fault"])
    }

    func testSizesThatNoAccessHas() throws {
        for (size, access) in [(1, 8), (7, 8), (12, 16), (24, 32)] {
            let text = register("", properties: "<size>\(size)</size><resetValue>1</resetValue>")
            let one = try generator(text).device.register("P", "R")
            XCTAssertEqual(one.size, access)
            XCTAssertEqual(one.resetValue, 1)
            XCTAssertEqual(
                warnings(text), ["4: warning: P.R: a register of \(size) bits: it is accessed with \(access)"])
        }
    }

    func testARegisterOf64BitsIsTwoWords() throws {
        let fields =
            field("LO", "[3:0]") + field("ACROSS", "[35:30]") + field("HI", "[63:60]")
            + "<field><dim>3</dim><dimIncrement>16</dimIncrement><name>A[%s]</name><bitRange>[13:12]</bitRange></field>"
        let text = register(fields, properties: "<size>64</size><resetValue>0x1234567890ABCDEF</resetValue>")
        let device = try generator(text).device
        let low = try device.register("P", "R_LOW")
        let high = try device.register("P", "R_HIGH")
        XCTAssertEqual([low.offset, high.offset], [4, 8])
        XCTAssertEqual([low.resetValue, high.resetValue], [0x90AB_CDEF, 0x1234_5678])
        let places = { (one: Register) in one.fields.map { "\($0.name) \($0.offset) \($0.width)" } }
        XCTAssertEqual(places(low), ["LO 0 4", "ACROSS_LOW 30 2", "A0 12 2", "A1 28 2"])
        XCTAssertEqual(places(high), ["ACROSS_HIGH 0 4", "HI 28 4", "A2 12 2"])
        XCTAssertEqual(
            warnings(text),
            ["4: warning: P.R: a register of 64 bits: it is made 2 registers of 32, R_LOW, R_HIGH"])
    }

    func testAFieldPastTheEndOf64BitsIsStillRefused() {
        let text = register(field("F", "[70:60]"), properties: "<size>64</size>")
        XCTAssertEqual(
            refusal(text), "toy.svd:5: P.R_HIGH.F: field ends at bit 38, past the 32 bits of its register")
    }

    func testAnArrayOf64BitRegisters() throws {
        let text = peripheral(
            single("T[%s]", 0, "<dim>2</dim><dimIncrement>8</dimIncrement><size>64</size>"))
        let swift = try output(text)
        XCTAssertTrue(swift.contains("var T_LOW: RegisterArray<T_LOW, ReadWrite> {"))
        XCTAssertTrue(swift.contains(".init(at: baseAddress &+ 0x4, stride: 8, count: 2)"))
    }

    func testAResetValueWiderThanItsRegister() throws {
        let text = register("", properties: "<size>8</size><resetValue>0x1F1</resetValue>")
        try XCTAssertEqual(generator(text).device.register("P", "R").resetValue, 0xF1)
        XCTAssertEqual(warnings(text), ["4: warning: P.R: reset value 0x1F1 is cut to 8 bits"])
        let wide = register("", properties: "<resetValue>0x1F1F1F11F</resetValue>")
        try XCTAssertEqual(generator(wide).device.register("P", "R").resetValue, 0xF1F1_F11F)
    }

    func testAResetValueForAllRegistersIsCutInSilence() {
        let text = svd(
            "<peripheral><name>P</name><baseAddress>0</baseAddress><registers>\(single("R", 0))</registers></peripheral>",
            defaults: "<size>8</size><resetValue>0x12345678</resetValue>")
        XCTAssertEqual(warnings(text), [])
    }

    func testAccess() throws {
        for (text, access) in [("write", AccessRights.writeOnly), ("read", .readOnly)] {
            let text = register("", properties: "<access>\(text)</access>")
            try XCTAssertEqual(generator(text).device.register("P", "R").access, access)
            XCTAssertEqual(warnings(text).count, 1)
        }
        let once = register("", properties: "<access>Read-WriteOnce</access>")
        XCTAssertEqual(warnings(once), [])
    }

    func testDoubledRegisters() throws {
        let fields = "<fields>\(field("F", "[1:0]"))</fields>"
        let text = peripheral(single("R", 0) + single("R", 0) + single("R", 4, fields))
        let members = try generator(text).device.peripherals[0].members
        XCTAssertEqual(members.map { "\($0.name) \($0.offset)" }, ["R 0", "R_2 4"])
        XCTAssertEqual(
            warnings(text),
            [
                "5: warning: P.R: the same register or cluster a second time: left out",
                "6: warning: P.R: a second register or cluster of this name: it is called R_2",
            ])
    }

    func testNamesThatAreOneInSwift() throws {
        let text = peripheral(single("A-B", 0) + single("A_B", 4))
        try XCTAssertEqual(generator(text).device.peripherals[0].members.map(\.name), ["A-B", "A_B_2"])
    }

    func testAnAddressThatIsNotAligned() {
        let text = peripheral(single("R", 2))
        XCTAssertEqual(
            warnings(text),
            [
                "4: warning: P.R: 32 bits at 0x4000_0002, which is not a multiple of 4: most chips answer the access "
                    + "with a fault"
            ])
    }

    func testADimIndexOfAnotherLength() throws {
        let text = peripheral(
            single("R%s", 0, "<dim>3</dim><dimIncrement>4</dimIncrement><dimIndex>A,B</dimIndex>"))
        try XCTAssertEqual(generator(text).device.peripherals[0].members.map(\.name), ["R0", "R1", "R2"])
        XCTAssertEqual(
            warnings(text), ["4: warning: P.R%s: dimIndex 'A,B' does not name 3 copies: they are called by number"])
    }

    func testNumbers() {
        let cases: [(String, UInt64?)] = [
            ("+0x10", 16), ("0x1k", 1024), ("2M", 2_097_152), ("#101", 5), ("0b1x0", 4), ("", nil), ("-1", nil),
            ("0x", nil), ("++1", nil), ("18446744073709551615k", nil),
        ]
        for (text, value) in cases { XCTAssertEqual(parseNumber(text), value, text) }
        XCTAssertEqual(Dimension.indexes("00-02"), ["00", "01", "02"])
        XCTAssertEqual(Dimension.indexes(" 1 - 3 "), ["1", "2", "3"])
    }

    // MARK: - Derivation

    func testAMissingBase() throws {
        let text = peripheral("<register derivedFrom=\"X.Y\"><name>R</name><addressOffset>0</addressOffset></register>")
        try XCTAssertEqual(generator(text).device.register("P", "R").fields, [])
        XCTAssertEqual(warnings(text), ["4: warning: P.R: derivedFrom 'X.Y', which does not exist: read without it"])
    }

    func testABaseThatIsOneOfAList() throws {
        let text = peripheral(
            single(
                "P10%s", 0,
                "<dim>2</dim><dimIncrement>4</dimIncrement><resetValue>7</resetValue><fields>\(field("F", "[1:0]"))</fields>")
                + "<register derivedFrom=\"P101\"><name>P200</name><addressOffset>16</addressOffset></register>"
                + "<register derivedFrom=\"P10%s\"><name>P30%s</name><addressOffset>32</addressOffset></register>")
        let device = try generator(text).device
        try XCTAssertEqual(device.register("P", "P200").fields.count, 1)
        // A name that is written as a list's has as many copies as its base.
        try XCTAssertEqual(device.register("P", "P301").offset, 36)
        XCTAssertEqual(warnings(text), [])
    }

    func testADerivedClusterKeepsWhatItDoesNotGiveItself() throws {
        let text = peripheral(
            "<cluster><name>A</name><addressOffset>0</addressOffset>\(single("R", 0))\(single("S", 4))</cluster>"
                + "<cluster derivedFrom=\"A\"><name>B</name><addressOffset>16</addressOffset>\(single("S", 8))</cluster>")
        let device = try generator(text).device
        try XCTAssertEqual(device.register("P", "B", "R").offset, 0)
        try XCTAssertEqual(device.register("P", "B", "S").offset, 8)
    }

    // MARK: - Fields

    func testFieldsCalledReservedAreLeftOut() throws {
        let text = field("RESERVED", "[7:4]") + field("A", "[3:0]") + field("Reserved", "[31:16]")
        try XCTAssertEqual(fields(text), ["A 0 4"])
        XCTAssertEqual(
            warnings(register(text)),
            ["5: warning: P.R.RESERVED: 2 fields of this name have no meaning: left out"])
    }

    func testDoubledFields() throws {
        let text = field("F", "[1:0]") + field("F", "[1:0]") + field("F", "[9:8]")
        try XCTAssertEqual(fields(text), ["F 0 2", "F_8 8 2"])
        XCTAssertEqual(
            warnings(register(text)),
            [
                "6: warning: P.R.F: the same field a second time: left out",
                "7: warning: P.R.F: a second field of this name: it is called F_8",
            ])
    }

    func testOverlappingFieldsAreAllThere() throws {
        let text = field("A", "[3:0]") + field("B", "[5:3]") + field("C", "[7:0]", "<access>read-only</access>")
        try XCTAssertEqual(fields(text), ["A 0 4", "B 3 3", "C 0 8"])
        XCTAssertEqual(
            warnings(register(text)),
            [
                "6: warning: P.R.B: overlaps A: writing one changes the other",
                "7: warning: P.R.C: overlaps A and 1 more: writing one changes the other",
            ])
    }

    // MARK: - Enumerated values

    private func values(_ values: [(String, String)]) -> String {
        "<enumeratedValues>"
            + values.map { "<enumeratedValue><name>\($0.0)</name><value>\($0.1)</value></enumeratedValue>" }.joined()
            + "</enumeratedValues>"
    }

    func testValues() throws {
        let text = register(
            field("F", "[1:0]", values([("A", "0"), ("A", "1"), ("A", "0"), ("FOUR", "4"), ("BAD", "one"), ("", "3")])))
        let swift = try output(text)
        for constant in ["A: Self { .init(rawValue: 0) }", "A_1: Self { .init(rawValue: 1) }", "_3: Self"] {
            XCTAssertTrue(swift.contains("public static var \(constant)"), constant)
        }
        XCTAssertEqual(
            warnings(text),
            [
                "5: warning: P.R.F.BAD: value 'one' is not a number: left out",
                "5: warning: P.R.F.A: a second value of this name: 1 is called A_1",
                "5: warning: P.R.F.A: the same value a second time: left out",
                "5: warning: P.R.F.FOUR: value 4 does not fit in 2 bits: left out",
            ])
    }

    func testASecondSetOfValuesForTheSameUse() throws {
        let text = register(field("F", "[1:0]", values([("A", "0")]) + values([("B", "1")])))
        try XCTAssertFalse(output(text).contains("var B"))
        XCTAssertEqual(warnings(text), ["5: warning: P.R.F: a second set of values for the same use: left out"])
    }

    // MARK: - Peripherals and interrupts

    func testDoubledPeripherals() throws {
        let one = "<peripheral><name>P</name><baseAddress>0</baseAddress></peripheral>\n"
        try XCTAssertEqual(generator(svd(one + one)).device.peripherals.map(\.name), ["P", "P_2"])
        XCTAssertEqual(
            warnings(svd(one + one)), ["4: warning: P: a second peripheral of this name: it is called P_2"])
    }

    func testATypeCalledAsTheDevice() throws {
        let text = svd(
            """
            <peripheral><name>TOY</name><baseAddress>0</baseAddress></peripheral>
            <peripheral><name>Interrupt</name><baseAddress>0</baseAddress></peripheral>
            """)
        try XCTAssertEqual(generator(text).device.peripherals.map(\.typeName), ["TOY_", "Interrupt_"])
    }

    func testInterrupts() throws {
        let text = svd(
            """
            <peripheral><name>P</name><baseAddress>0</baseAddress>
            <interrupt><name>I</name><value>1</value></interrupt>
            <interrupt><name>I</name><value>2</value></interrupt>
            <interrupt><name>RESET</name><value>-15</value></interrupt>
            <interrupt><name>LAST</name><value>496</value></interrupt></peripheral>
            """)
        try XCTAssertEqual(
            generator(text).device.peripherals[0].interrupts.map { "\($0.name) \($0.value)" }, ["I 1", "I_2 2"])
        XCTAssertEqual(
            warnings(text),
            [
                "5: warning: P.I: I is also interrupt 1: 2 is called I_2",
                "6: warning: P.RESET: interrupt -15 is an exception of the core: left out",
                "7: warning: P.LAST: interrupt 496 is past what a Cortex-M has: left out",
            ])
    }
}

final class MendingTests: XCTestCase {
    func testAnOverlayMendsWhatIsRefused() throws {
        let text = peripheral(
            """
            <register><name>A</name><addressOffset>here</addressOffset><access>sometimes</access></register>
            <register><name>B</name><addressOffset>4</addressOffset><size>0</size><resetValue>no</resetValue>
            <readAction>explode</readAction><fields><field><name>F</name></field>
            <field><name>G</name><bitRange>[40:0]</bitRange></field>
            <field><name>H</name><bitRange>[7:6]</bitRange><modifiedWriteValues>x</modifiedWriteValues></field>
            </fields></register>
            <register><name>C</name></register>
            """)
        XCTAssertEqual(refusal(text).split(separator: "\n").count, 9)
        let overlay = """
            {"registers": {
              "P.A": {"offset": "0x10", "access": "read-only"},
              "P.B": {"size": 16, "resetValue": "3", "readAction": "clear", "fields": {
                "F": {"bitRange": "[1:0]"}, "G": {"remove": true}, "H": {"modifiedWriteValues": "oneToClear"}}},
              "P.C": {"remove": true}}}
            """
        XCTAssertEqual(warnings(text, overlay: overlay), [])
        let device = try generator(text, overlay: overlay).device
        try XCTAssertEqual(device.register("P", "A").offset, 16)
        try XCTAssertEqual(device.register("P", "A").access, .readOnly)
        try XCTAssertEqual(device.register("P", "B").fields.map { "\($0.name) \($0.offset)" }, ["F 0", "H 6"])
        XCTAssertEqual(device.peripherals[0].members.map(\.name), ["A", "B"])
    }

    func testRemovalsAreOneSet() throws {
        let text = svd(
            """
            <peripheral><name>A</name><baseAddress>here</baseAddress><registers>
            <register><name>R</name><addressOffset>0</addressOffset></register></registers></peripheral>
            <peripheral derivedFrom="A"><name>B</name><baseAddress>4</baseAddress></peripheral>
            <peripheral derivedFrom="A"><name>C</name><baseAddress>8</baseAddress></peripheral>
            <peripheral derivedFrom="A"><name>D</name><baseAddress>12</baseAddress></peripheral>
            """)
        let overlay = #"{"peripherals": {"A": {"remove": true}, "B": {"remove": true}}}"#
        let peripherals = try generator(text, overlay: overlay).device.peripherals
        XCTAssertEqual(peripherals.map(\.name), ["C", "D"])
        XCTAssertEqual(peripherals.map(\.sharesTypeOf), [nil, "C"])
        XCTAssertEqual(peripherals.map(\.typeName), ["A", "A"])
        try XCTAssertEqual(
            generator(text, overlay: overlay).files().map(\.name), ["A.swift", "Interrupt.swift", "TOY.swift"])
    }

    func testTwoMayChangeNames() throws {
        let text = svd(
            """
            <peripheral><name>A</name><baseAddress>0</baseAddress><interrupt><name>I</name><value>1</value></interrupt>
            <interrupt><name>J</name><value>2</value></interrupt><registers>
            <register><name>R</name><addressOffset>0</addressOffset><fields>
            <field><name>F</name><bitOffset>0</bitOffset></field><field><name>G</name><bitOffset>1</bitOffset></field>
            </fields></register><register><name>S</name><addressOffset>4</addressOffset></register></registers></peripheral>
            <peripheral><name>B</name><baseAddress>4</baseAddress></peripheral>
            """)
        let overlay = """
            {"peripherals": {"A": {"name": "B"}, "B": {"name": "A"}}, "interrupts": {"I": "J", "J": "I"},
             "registers": {"B.R": {"name": "S", "fields": {"F": {"name": "G"}, "G": {"name": "F"}}}, "B.S": {"name": "R"}}}
            """
        let device = try generator(text, overlay: overlay).device
        XCTAssertEqual(device.peripherals.map { "\($0.name) \($0.baseAddress)" }, ["B 0", "A 4"])
        XCTAssertEqual(device.peripherals[0].interrupts.map { "\($0.name) \($0.value)" }, ["J 1", "I 2"])
        XCTAssertEqual(device.peripherals[0].members.map { "\($0.name) \($0.offset)" }, ["S 0", "R 4"])
        try XCTAssertEqual(device.register("B", "S").fields.map { "\($0.name) \($0.offset)" }, ["G 0", "F 1"])
    }

    func testAllErrorsOfAnOverlayAreListed() {
        let overlay = """
            {"peripherals": {"X": {}, "Y": {"remove": true}}, "interrupts": {"I": ""},
             "registers": {"P.Q": {}, "P.R": {"fields": {"F": {"bitRange": "[0:3]"}}}}}
            """
        XCTAssertEqual(
            refusal(register("<field><name>F</name><bitOffset>0</bitOffset></field>"), overlay: overlay),
            """
            toy.json: Y: no peripheral of this name
            toy.json: X: no peripheral of this name
            toy.json: I: no interrupt of this name
            toy.json: P.Q: no register of this name
            toy.json: P.R.F: bit range '[0:3]' is not of the form [high:low]
            """)
    }
}
