// What each feature of the format becomes in the model.
import Foundation
import XCTest

@testable import RegisterGenerator

final class BitRangesTests: XCTestCase {
    func testSpellings() throws {
        let cases = [
            "<bitRange>[7:4]</bitRange>", "<lsb>4</lsb><msb>7</msb>", "<bitOffset>4</bitOffset><bitWidth>4</bitWidth>",
            "<bitOffset>0x4</bitOffset><bitWidth>#100</bitWidth>",
        ]
        for range in cases {
            let field = try XCTUnwrap(
                try generator(register("<field><name>F</name>\(range)</field>")).device.register("P", "R").fields.first)
            XCTAssertEqual(field.offset, 4)
            XCTAssertEqual(field.width, 4)
        }
    }

    func testWithoutAWidthItIsOneBit() throws {
        let text = register("<field><name>F</name><bitOffset>9</bitOffset></field>")
        try XCTAssertEqual(generator(text).device.register("P", "R").fields.map(\.width), [1])
    }
}

final class ListsTests: XCTestCase {
    func testSeveralListsAreOne() throws {
        let one = { (name: String, offset: Int) in
            "<register><name>\(name)</name><addressOffset>\(offset)</addressOffset><fields>"
                + "<field><name>F</name><bitOffset>0</bitOffset></field></fields><fields>"
                + "<field><name>G</name><bitOffset>1</bitOffset></field></fields></register>"
        }
        let device = try generator(peripheral(one("A", 0) + "</registers><registers>" + one("B", 4))).device
        XCTAssertEqual(device.peripherals[0].members.map(\.name), ["A", "B"])
        XCTAssertEqual(device.expandedFieldCount, 4)
    }
}

final class LargeFilesTests: XCTestCase {
    /// Files of 10 MB and more: the parser would take no more in one piece.
    func testAFileOf12Megabytes() throws {
        let description = String(repeating: "All that is known of it. ", count: 400)
        let registers = (0..<1200).map {
            "<register><name>R\($0)</name><description>\(description)</description>"
                + "<addressOffset>\($0 * 4)</addressOffset></register>\n"
        }
        let text = peripheral(registers.joined())
        XCTAssertGreaterThan(text.utf8.count, 12_000_000)
        try XCTAssertEqual(generator(text).device.register("P", "R1199").line, 1203)
    }
}

final class InheritanceTests: XCTestCase {
    func testSizeAccessAndResetComeFromTheNearestLevel() throws {
        let text = svd(
            """
            <peripheral><name>P</name><baseAddress>0</baseAddress><size>16</size><registers>
            <register><name>A</name><addressOffset>0</addressOffset></register>
            <register><name>B</name><addressOffset>4</addressOffset><size>8</size><access>write-only</access>
              <resetValue>0x112</resetValue></register>
            <cluster><name>C</name><addressOffset>8</addressOffset><resetValue>7</resetValue>
              <register><name>D</name><addressOffset>0</addressOffset><resetMask>0x3</resetMask></register></cluster>
            </registers></peripheral>
            """, defaults: "<size>32</size><access>read-only</access><resetValue>0x5</resetValue>")
        let device = try generator(text).device
        let a = try device.register("P", "A")
        XCTAssertTrue((a.size, a.access, a.resetValue) == (16, .readOnly, 5))
        let b = try device.register("P", "B")
        XCTAssertTrue((b.size, b.access, b.resetValue) == (8, .writeOnly, 0x12))
        let d = try device.register("P", "C", "D")
        XCTAssertTrue((d.size, d.access, d.resetValue) == (16, .readOnly, 3))
    }

    func testAFieldTakesTheAccessOfItsRegister() throws {
        let text = register(
            "<field><name>F</name><bitOffset>0</bitOffset></field>", properties: "<access>read-only</access>")
        try XCTAssertEqual(generator(text).device.register("P", "R").fields.map(\.access), [.readOnly])
    }

    func testARegisterThatSaysNothingTakesTheAccessOfItsFields() throws {
        let field = { (name: String, bit: Int, access: String) in
            "<field><name>\(name)</name><bitOffset>\(bit)</bitOffset><access>\(access)</access></field>"
        }
        let same = register(field("A", 0, "read-only") + field("B", 1, "read-only"))
        try XCTAssertEqual(generator(same).device.register("P", "R").access, .readOnly)
        let mixed = register(field("A", 0, "read-only") + field("B", 1, "write-only"))
        try XCTAssertEqual(generator(mixed).device.register("P", "R").access, .readWrite)
    }
}

final class DerivationsTests: XCTestCase {
    func testAPeripheralSharesTheTypeOfItsBase() throws {
        let text = svd(
            """
            <peripheral><name>U1</name><groupName>U</groupName><baseAddress>0</baseAddress>
              <interrupt><name>U1</name><value>3</value></interrupt><registers>
            <register><name>R</name><addressOffset>0</addressOffset></register></registers></peripheral>
            <peripheral derivedFrom="U1"><name>U2</name><baseAddress>0x100</baseAddress></peripheral>
            <peripheral derivedFrom="U2"><name>U3</name><baseAddress>0x200</baseAddress></peripheral>
            """)
        let peripherals = try generator(text).device.peripherals
        XCTAssertEqual(peripherals.map(\.typeName), ["U", "U", "U"])
        XCTAssertEqual(peripherals.map(\.sharesTypeOf), [nil, "U1", "U1"])
        XCTAssertEqual(peripherals.map(\.interrupts.count), [1, 0, 0])
        try XCTAssertEqual(generator(text).files().map(\.name), ["Interrupt.swift", "TOY.swift", "U.swift"])
    }

    func testAPeripheralWithRegistersOfItsOwnIsATypeOfItsOwn() throws {
        let text = svd(
            """
            <peripheral><name>A</name><baseAddress>0</baseAddress><registers>
            <register><name>R</name><addressOffset>0</addressOffset></register></registers></peripheral>
            <peripheral derivedFrom="A"><name>B</name><baseAddress>0x100</baseAddress><registers>
            <register><name>S</name><addressOffset>4</addressOffset></register></registers></peripheral>
            """)
        let b = try XCTUnwrap(generator(text).device.peripherals.last)
        XCTAssertEqual(b.sharesTypeOf, nil)
        XCTAssertEqual(b.members.map(\.name), ["R", "S"])
    }

    func testRegistersClustersFieldsAndValuesDerive() throws {
        let text = peripheral(
            """
            <register><name>A</name><addressOffset>0</addressOffset><resetValue>9</resetValue><fields>
              <field><name>F</name><bitRange>[1:0]</bitRange><access>read-only</access>
                <enumeratedValues><name>Mode</name><enumeratedValue><name>ON</name><value>1</value></enumeratedValue>
                </enumeratedValues></field>
              <field derivedFrom="F"><name>G</name><bitRange>[5:4]</bitRange></field>
              <field><name>H</name><bitRange>[9:8]</bitRange><enumeratedValues derivedFrom="Mode"/></field>
            </fields></register>
            <register derivedFrom="A"><name>B</name><addressOffset>4</addressOffset></register>
            <cluster><name>C</name><addressOffset>0x10</addressOffset>
              <register derivedFrom="P.A"><name>X</name><addressOffset>0</addressOffset></register></cluster>
            <cluster derivedFrom="C"><name>D</name><addressOffset>0x20</addressOffset></cluster>
            """)
        let device = try generator(text).device
        let b = try device.register("P", "B")
        XCTAssertEqual(b.resetValue, 9)
        XCTAssertEqual(b.fields.map(\.name), ["F", "G", "H"])
        XCTAssertEqual(b.fields.map(\.offset), [0, 4, 8])
        XCTAssertEqual(b.fields.map(\.access), [.readOnly, .readOnly, .readWrite])
        XCTAssertEqual(b.fields.map { $0.enumerations.first?.values.map(\.name) }, [["ON"], ["ON"], ["ON"]])
        try XCTAssertEqual(device.register("P", "D", "X").fields.count, 3)
    }
}

final class DimensionsTests: XCTestCase {
    func testAListOfRegistersIsRegistersOfOneType() throws {
        let text = peripheral(
            """
            <register><dim>2</dim><dimIncrement>4</dimIncrement><dimIndex>A,B</dimIndex><name>CR%s</name>
            <addressOffset>8</addressOffset></register>
            """)
        let device = try generator(text).device
        try XCTAssertEqual(device.register("P", "CRA").offset, 8)
        try XCTAssertEqual(device.register("P", "CRB").offset, 12)
        let swift = try output(text)
        XCTAssertTrue(swift.contains("public var CRB: Register<CR, ReadWrite> { .init(at: baseAddress &+ 0xC) }"))
        XCTAssertEqual(swift.components(separatedBy: "public struct CR:").count, 2)
    }

    func testAnArrayOfRegistersIsOneMember() throws {
        let text = peripheral(
            """
            <register><dim>3</dim><dimIncrement>0x10</dimIncrement><name>CC[%s]</name>
            <addressOffset>8</addressOffset></register>
            """)
        try XCTAssertEqual(generator(text).device.register("P", "CC").repetition, Repetition(count: 3, stride: 16))
        try XCTAssertTrue(output(text).contains(".init(at: baseAddress &+ 0x8, stride: 16, count: 3)"))
    }

    func testClustersNestAndRepeat() throws {
        let text = peripheral(
            """
            <cluster><dim>2</dim><dimIncrement>0x20</dimIncrement><name>CH[%s]</name><addressOffset>0x100</addressOffset>
              <cluster><name>IN</name><addressOffset>8</addressOffset>
                <register><name>R</name><addressOffset>4</addressOffset><fields>
                <field><name>F</name><bitOffset>0</bitOffset></field></fields></register></cluster></cluster>
            <cluster><dim>2</dim><dimIncrement>0x20</dimIncrement><dimIndex>3-4</dimIndex><name>K%s</name>
              <addressOffset>0x200</addressOffset>
              <register><name>S</name><addressOffset>0</addressOffset></register></cluster>
            """)
        let swift = try output(text)
        XCTAssertTrue(swift.contains("public var CH: BlockArray<CH> {"))
        XCTAssertTrue(swift.contains("extension P.CH.IN {"))
        XCTAssertTrue(swift.contains("public var K4: K { .init(baseAddress: baseAddress &+ 0x220) }"))
        try XCTAssertEqual(generator(text).device.expandedFieldCount, 2)
    }

    func testFieldsAsListsAndArrays() throws {
        let text = register(
            """
            <field><dim>2</dim><dimIncrement>2</dimIncrement><name>M%s</name><bitRange>[1:0]</bitRange></field>
            <field><dim>4</dim><dimIncrement>1</dimIncrement><name>E[%s]</name><bitOffset>8</bitOffset></field>
            """)
        let device = try generator(text).device
        try XCTAssertEqual(device.register("P", "R").fields.map(\.offsets), [[0], [2], [8, 9, 10, 11]])
        XCTAssertEqual(device.expandedFieldCount, 6)
        try XCTAssertTrue(output(text).contains("public subscript(E index: Int) -> Bool {"))
        try XCTAssertTrue(output(text).contains("get { bits.flag(fieldOffset(index, in: 0..<4, at: 8, every: 1)) }"))
    }

    func testPeripheralsInAList() throws {
        let text = svd(
            """
            <peripheral><dim>2</dim><dimIncrement>0x400</dimIncrement><name>T%s</name><baseAddress>0x1000</baseAddress>
            <registers><register><name>R</name><addressOffset>0</addressOffset></register></registers></peripheral>
            """)
        let peripherals = try generator(text).device.peripherals
        XCTAssertEqual(peripherals.map(\.name), ["T0", "T1"])
        XCTAssertEqual(peripherals.map(\.baseAddress), [0x1000, 0x1400])
        XCTAssertEqual(Set(peripherals.map(\.typeName)), ["T"])
    }
}
