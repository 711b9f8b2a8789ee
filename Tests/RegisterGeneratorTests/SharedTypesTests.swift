// Which registers, clusters and fields share a type: those whose contents are the same, whatever their names.
import Foundation
import XCTest

@testable import RegisterGenerator

final class SharedTypesTests: XCTestCase {
    private func list(_ name: String, _ offset: Int, _ field: String, indexes: String = "0-1") -> String {
        """
        <register><dim>2</dim><dimIncrement>4</dimIncrement><dimIndex>\(indexes)</dimIndex><name>\(name)</name>
        <addressOffset>\(offset)</addressOffset><fields>\(field)</fields></register>
        """
    }

    private func single(_ name: String, _ offset: Int, _ field: String, properties: String = "") -> String {
        "<register><name>\(name)</name><addressOffset>\(offset)</addressOffset>\(properties)<fields>\(field)</fields>"
            + "</register>"
    }

    private func field(_ name: String, _ range: String = "[3:0]", _ values: String = "") -> String {
        "<field><name>\(name)</name><bitRange>\(range)</bitRange>\(values)</field>"
    }

    /// The type of each register of P, by name.
    private func types(_ registers: String, overlay: String? = nil) throws -> [String: String] {
        let members = try generator(peripheral(registers), overlay: overlay).device.peripherals[0].members
        return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.typeName) })
    }

    /// The text of one structure of the output.
    private func structure(_ name: String, in swift: String) throws -> String {
        let parts = swift.components(separatedBy: "    @frozen\n    public struct ")
        return try XCTUnwrap(parts.first { $0.hasPrefix("\(name):") })
    }

    func testAListBesideARegisterOfItsStem() throws {
        let registers = list("DATA%s", 0, field("A")) + single("DATA", 16, field("B", "[7:4]"))
        XCTAssertEqual(try types(registers), ["DATA0": "DATA0", "DATA1": "DATA0", "DATA": "DATA"])
        let swift = try output(peripheral(registers))
        try XCTAssertTrue(structure("DATA", in: swift).contains("var B: UInt8"))
        try XCTAssertFalse(structure("DATA", in: swift).contains("var A: UInt8"))
        try XCTAssertTrue(structure("DATA0", in: swift).contains("var A: UInt8"))
        XCTAssertTrue(swift.contains("public var DATA1: Register<DATA0, ReadWrite>"))
    }

    func testTheOrderMakesNoDifference() throws {
        let registers = single("DATA", 0, field("B", "[7:4]")) + list("DATA%s", 16, field("A"))
        XCTAssertEqual(try types(registers), ["DATA0": "DATA0", "DATA1": "DATA0", "DATA": "DATA"])
    }

    func testTheSameContentsAreOneType() throws {
        let registers = list("DATA%s", 0, field("A")) + single("DATA", 16, field("A"))
        XCTAssertEqual(try types(registers), ["DATA0": "DATA", "DATA1": "DATA", "DATA": "DATA"])
    }

    func testWhatMakesContentsDiffer() throws {
        for properties in [
            "<resetValue>1</resetValue>", "<size>16</size>", "<access>write-only</access>",
            "<readAction>clear</readAction>", "<modifiedWriteValues>oneToClear</modifiedWriteValues>",
        ] {
            let registers = list("DATA%s", 0, field("A")) + single("DATA", 16, field("A"), properties: properties)
            XCTAssertEqual(try types(registers)["DATA1"], "DATA0", properties)
        }
    }

    func testTwoListsOfOneStem() throws {
        let registers = list("X%s", 0, field("A")) + list("X%s", 16, field("B"), indexes: "C,D")
        XCTAssertEqual(try types(registers), ["X0": "X", "X1": "X", "XC": "XC", "XD": "XC"])
    }

    func testAnArrayBesideARegisterAndTheTypeOfItsFirstCopy() throws {
        // X0 is a list of its own, so the list X cannot be called by its first copy.
        let registers =
            list("X%s", 0, field("A")) + single("X", 16, field("B")) + list("X0%s", 32, field("C"))
        XCTAssertEqual(
            try types(registers), ["X0": "X0_", "X1": "X0_", "X": "X", "X00": "X0", "X01": "X0"])
    }

    func testAListOfClustersBesideARegisterAndACluster() throws {
        let cluster = { (name: String, offset: Int, dimension: String, register: String) in
            "<cluster>\(dimension)<name>\(name)</name><addressOffset>\(offset)</addressOffset>\(register)</cluster>"
        }
        let dimension = "<dim>2</dim><dimIncrement>16</dimIncrement>"
        let registers =
            cluster("C%s", 0, dimension, single("R", 0, field("A"))) + single("C", 64, field("B"))
            + cluster("K%s", 128, dimension, single("R", 0, field("A"))) + cluster("K", 192, "", single("S", 0, field("B")))
        XCTAssertEqual(
            try types(registers), ["C0": "C0", "C1": "C0", "C": "C", "K0": "K0", "K1": "K0", "K": "K"])
        let swift = try output(peripheral(registers))
        XCTAssertTrue(swift.contains("extension P.K0 {\n    /// R.\n"))
        XCTAssertTrue(swift.contains("extension P.K {\n    /// S.\n"))
    }

    func testAnOverlayThatChangesOneCopyOfAList() throws {
        let overlay = #"{"registers": {"P.DATA1": {"add": [{"name": "B", "bitRange": "[7:4]"}]}}}"#
        XCTAssertEqual(
            try types(list("DATA%s", 0, field("A")), overlay: overlay), ["DATA0": "DATA", "DATA1": "DATA1"])
    }

    private func values(_ name: String?, _ value: String, usage: String = "read-write") -> String {
        "<enumeratedValues>\(name.map { "<name>\($0)</name>" } ?? "")<usage>\(usage)</usage><enumeratedValue>"
            + "<name>\(value)</name><value>1</value></enumeratedValue></enumeratedValues>"
    }

    func testAnEnumerationCalledAsAnotherField() throws {
        let fields = field("A", "[1:0]", values("B", "Up")) + field("B", "[3:2]", values(nil, "Down"))
        let swift = try output(register(fields))
        XCTAssertTrue(swift.contains("public var A: B {"))
        XCTAssertTrue(swift.contains("public var B: B_ {"))
        XCTAssertTrue(swift.contains("public static var Up"))
        XCTAssertTrue(swift.contains("public static var Down"))
    }

    func testOneEnumerationInFieldsOfTwoWidths() throws {
        let fields = field("A", "[1:0]", values("Kind", "Up")) + field("B", "[15:4]", values("Kind", "Up"))
        let swift = try output(register(fields))
        XCTAssertTrue(swift.contains("public var A: Kind {"))
        XCTAssertTrue(swift.contains("public var B: B {"))
        XCTAssertTrue(swift.contains("public var rawValue: UInt16"))
    }
}
