// The output as a whole: golden text, stability, and what the overlay does to it.
import Foundation
import XCTest

@testable import RegisterGenerator

final class OutputTests: XCTestCase {
    private let toy = svd(
        """
        <peripheral><name>PORT</name><description>a port</description><baseAddress>0x40020400</baseAddress><registers>
        <register><name>CR</name><description>control
          register</description><addressOffset>0x10</addressOffset><resetValue>0x80</resetValue><fields>
        <field><name>EN</name><description>Enable</description><bitOffset>7</bitOffset></field>
        <field><name>DIV</name><bitRange>[3:0]</bitRange></field>
        </fields></register></registers></peripheral>
        """)

    func testGolden() throws {
        let files = try generator(toy).files()
        XCTAssertEqual(files.map(\.name), ["Interrupt.swift", "PORT.swift", "TOY.swift"])
        XCTAssertEqual(
            files[1].text,
            """
            // A port.
            // Generated from toy.svd; do not edit. To make it again:
            //     martlet pac toy.svd --output HAL/PAC/TOY

            import MMIO

            /// A port.
            @frozen
            public struct PORT: RegisterBlock {
                public let baseAddress: UInt32

                @export(implementation) @inline(__always)
                public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

                /// Control register. Offset 0x10.
                @export(implementation) @inline(__always)
                public var CR: Register<CR, ReadWrite> { .init(at: baseAddress &+ 0x10) }
            }

            extension PORT {
                /// Control register.
                @frozen
                public struct CR: RegisterValue {
                    public var bits: UInt32

                    @export(implementation) @inline(__always)
                    public init(bits: UInt32) { self.bits = bits }

                    @export(implementation) @inline(__always)
                    public static var resetValue: Self { .init(bits: 0x80) }

                    /// DIV. Bits 3:0.
                    @export(implementation) @inline(__always)
                    public var DIV: UInt8 {
                        get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
                        set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
                    }

                    /// Enable. Bit 7.
                    @export(implementation) @inline(__always)
                    public var EN: Bool {
                        get { bits.flag(7) }
                        set { bits.setFlag(7, newValue) }
                    }
                }
            }

            """)
        XCTAssertEqual(
            files[2].text,
            """
            // The peripherals of TOY, at their addresses.
            // Generated from toy.svd; do not edit. To make it again:
            //     martlet pac toy.svd --output HAL/PAC/TOY

            /// A toy. The peripherals of TOY.
            public enum TOY {
                /// A port.
                @export(implementation) @inline(__always)
                public static var PORT: PORT { .init(baseAddress: 0x4002_0400) }
            }

            """)
    }

    func testTheSameInputGivesTheSameBytes() throws {
        XCTAssertEqual(try generator(toy).files(), try generator(toy).files())
    }

    func testTheOrderInTheFileDoesNotMatter() throws {
        let field = { (name: String, bit: Int) in "<field><name>\(name)</name><bitOffset>\(bit)</bitOffset></field>" }
        XCTAssertEqual(
            try output(register(field("A", 0) + field("B", 1))), try output(register(field("B", 1) + field("A", 0))))
    }

    func testNamesThatSwiftKeepsForItself() {
        XCTAssertEqual(SwiftNames.member("in"), "`in`")
        XCTAssertEqual(SwiftNames.member("init"), "init_")
        XCTAssertEqual(SwiftNames.member("bits"), "bits_")
        XCTAssertEqual(SwiftNames.member("1V8"), "_1V8")
        XCTAssertEqual(SwiftNames.member("divided by 16"), "divided_by_16")
        XCTAssertEqual(SwiftNames.type("Type"), "Type_")
    }

    func testOnlyThePeripheralsAskedFor() throws {
        let text = svd(
            """
            <peripheral><name>A</name><groupName>G</groupName><baseAddress>0</baseAddress><registers>
            <register><name>R</name><addressOffset>0</addressOffset></register></registers></peripheral>
            <peripheral derivedFrom="A"><name>B</name><baseAddress>0x100</baseAddress></peripheral>
            <peripheral><name>C</name><baseAddress>0x200</baseAddress></peripheral>
            """)
        let files = try generator(text, peripherals: ["B"]).files()
        XCTAssertEqual(files.map(\.name), ["G.swift", "Interrupt.swift", "TOY.swift"])
        XCTAssertTrue(files[2].text.contains("static var B: G"))
        XCTAssertFalse(files[2].text.contains("static var A"))
        XCTAssertTrue(files[2].text.contains("--peripherals B"))
    }
}

final class OverlayTests: XCTestCase {
    private let bits = register(
        """
        <field><name>N0</name><bitOffset>4</bitOffset></field><field><name>N1</name><bitOffset>5</bitOffset></field>
        <field><name>E1</name><bitOffset>8</bitOffset></field><field><name>E2</name><bitOffset>10</bitOffset></field>
        <field><name>F</name><bitRange>[17:16]</bitRange></field>
        """)

    private func overlaid(_ change: String) throws -> String {
        try output(bits, overlay: "{\"registers\": {\"P.R\": \(change)}}")
    }

    func testJoinsBits() throws {
        let swift = try overlaid("{\"join\": [\"N\"]}")
        XCTAssertTrue(swift.contains("get { UInt8(truncatingIfNeeded: bits.field(4, 2)) }"))
        XCTAssertFalse(swift.contains("var N0"))
    }

    func testIndexesFieldsBesideTheirNames() throws {
        let swift = try overlaid("{\"arrays\": [\"E%s\"]}")
        XCTAssertTrue(swift.contains("public subscript(E index: Int) -> Bool {"))
        XCTAssertTrue(swift.contains("get { bits.flag(fieldOffset(index, in: 1..<3, at: 8, every: 2)) }"))
        XCTAssertTrue(swift.contains("public var E2: Bool {"))
    }

    func testNamesValues() throws {
        let swift = try overlaid(
            "{\"fields\": {\"F\": {\"enumeration\": \"Mode\", \"values\": {\"off\": 0, \"on\": 3}}}}")
        XCTAssertTrue(swift.contains("public struct Mode: FieldValue {"))
        XCTAssertTrue(swift.contains("public static var on: Self { .init(rawValue: 3) }"))
        XCTAssertTrue(swift.contains("public var F: Mode {"))
    }

    func testMarksFlags() throws {
        let swift = try overlaid(
            "{\"fields\": {\"E%s\": {\"modifiedWriteValues\": \"zeroToClear\"}}, \"arrays\": [\"E%s\"]}")
        XCTAssertTrue(swift.contains("public static var zeroTriggers: UInt32 { 0x500 }"))
        XCTAssertTrue(swift.contains("public static func E(_ index: Int) -> Self {"))
    }

    func testAddsRenamesAndRestricts() throws {
        let swift = try overlaid(
            """
            {"name": "S", "resetValue": "0x20", "add": [{"name": "X", "bitRange": "[30:28]"}],
             "fields": {"F": {"name": "G", "access": "read-only", "description": "a guard"}}}
            """)
        XCTAssertTrue(swift.contains("public struct S: RegisterValue {"))
        XCTAssertTrue(swift.contains("public static var resetValue: Self { .init(bits: 0x20) }"))
        XCTAssertTrue(swift.contains("/// A guard. Bits 17:16."))
        XCTAssertTrue(swift.contains("get { UInt8(truncatingIfNeeded: bits.field(28, 3)) }"))
    }

    func testAddsPeripheralsAndRegisters() throws {
        let files = try generator(
            bits,
            overlay: """
                {"peripherals": {
                   "P": {"remove": true},
                   "Q": {"baseAddress": "0x40001000", "type": "T", "description": "new", "interrupts": {"QI": 7}},
                   "S": {"baseAddress": "0x40002000", "like": "Q"}},
                 "registers": {
                   "T.A": {"offset": "0x8", "access": "read-only", "add": [{"name": "X", "bitRange": "[3:0]"}]},
                   "T.B": {"offset": "0xC", "size": 8}}}
                """
        ).files()
        XCTAssertEqual(files.map(\.name), ["Interrupt.swift", "T.swift", "TOY.swift"])
        XCTAssertTrue(files[0].text.contains("case QI = 7"))
        XCTAssertTrue(files[1].text.contains("public var A: Register<A, ReadOnly> { .init(at: baseAddress &+ 0x8) }"))
        XCTAssertTrue(files[1].text.contains("UInt8(truncatingIfNeeded: bits.field(0, 4))"))
        XCTAssertTrue(files[1].text.contains("public var bits: UInt8"))
        XCTAssertTrue(files[2].text.contains("public static var S: T { .init(baseAddress: 0x4000_2000) }"))
    }

    func testAPeripheralUsesAnothersType() throws {
        let one = { (name: String, registers: String) in
            "<peripheral><name>\(name)</name><baseAddress>0</baseAddress><registers>\(registers)</registers></peripheral>\n"
        }
        let r = "<register><name>R</name><addressOffset>0</addressOffset><resetValue>1</resetValue></register>"
        let s = "<register><name>S</name><addressOffset>4</addressOffset></register>"
        let fewer = svd(one("A", r + s) + one("B", r.replacingOccurrences(of: ">1<", with: ">2<")))
        let overlay = "{\"peripherals\": {\"A\": {\"type\": \"T\"}, \"B\": {\"like\": \"A\"}}}"
        let files = try generator(fewer, overlay: overlay).files()
        XCTAssertEqual(files.map(\.name), ["Interrupt.swift", "T.swift", "TOY.swift"])
        XCTAssertTrue(files[2].text.contains("Other than its type says, it resets R to 0x2."))
        XCTAssertEqual(
            refusal(svd(one("A", r) + one("B", r + s)), overlay: overlay),
            "toy.json: B: not like 'A': S is missing there, or differs")
    }

    func testRemovesAndRenamesInterruptsAndTheDevice() throws {
        let text = svd(
            """
            <peripheral><name>P</name><baseAddress>0</baseAddress><interrupt><name>A</name><value>1</value></interrupt>
            <interrupt><name>B</name><value>2</value></interrupt></peripheral>
            """)
        let files = try generator(text, overlay: "{\"device\": \"D\", \"interrupts\": {\"A\": \"\", \"B\": \"C\"}}")
            .files()
        XCTAssertEqual(files.map(\.name), ["D.swift", "Interrupt.swift", "P.swift"])
        XCTAssertTrue(files[1].text.contains("case C = 2"))
        XCTAssertFalse(files[1].text.contains("case A"))
    }

    func testRefusesWhatItCannotApply() {
        let cases = [
            ("{", "toy.json: not well-formed JSON"),
            ("{\"registars\": {}}", "toy.json: unknown key 'registars'"),
            (
                "{\"registers\": {\"P.R\": {\"fields\": {\"F\": {\"acess\": \"read-only\"}}}}}",
                "toy.json: unknown key 'registers/P.R/fields/F/acess'"
            ),
            ("{\"registers\": {\"P.X\": {}}}", "toy.json: P.X: no register of this name"),
            ("{\"registers\": {\"Q.R\": {}}}", "toy.json: Q.R: no type of this name"),
            ("{\"registers\": {\"P.R\": {\"fields\": {\"Z%s\": {}}}}}", "toy.json: P.R.Z%s: no field of this name"),
            (
                "{\"registers\": {\"P.R\": {\"join\": [\"E\"]}}}",
                "toy.json: P.R.E1: not a bit that follows the one before it"
            ),
            ("{\"registers\": {\"P.R\": {\"arrays\": [\"F%s\"]}}}", "toy.json: P.R.F%s: no fields to index"),
            (
                "{\"registers\": {\"P.R\": {\"access\": \"none\"}}}",
                "toy.json: P.R: access 'none' is none of read-only, write-only and read-write"
            ),
            ("{\"peripherals\": {\"Q\": {}}}", "toy.json: Q: no peripheral of this name"),
            ("{\"peripherals\": {\"P\": {\"like\": \"Q\"}}}", "toy.json: P: like 'Q', which does not exist"),
            ("{\"peripherals\": {\"Q\": {\"remove\": true}}}", "toy.json: Q: no peripheral of this name"),
            (
                "{\"peripherals\": {\"P\": {\"baseAddress\": \"0\"}}}",
                "toy.json: P: is there already: a base address is for one that is not"
            ),
            (
                "{\"peripherals\": {\"Q\": {\"baseAddress\": \"here\"}}}",
                "toy.json: Q: baseAddress 'here' is not a number"
            ),
            (
                "{\"registers\": {\"P.R\": {\"offset\": \"8\"}}}",
                "toy.json: P.R: is there already: an offset is for one that is not"
            ),
            ("{\"registers\": {\"P.N\": {\"offset\": \"x\"}}}", "toy.json: P.N: offset 'x' is not a number"),
            (
                "{\"registers\": {\"P.N\": {\"offset\": \"8\", \"size\": 64}}}",
                "toy.json: P.N: size 64 is none of 8, 16 and 32"
            ),
            ("{\"interrupts\": {\"I\": \"\"}}", "toy.json: I: no interrupt of this name"),
        ]
        for (overlay, message) in cases { XCTAssertEqual(refusal(bits, overlay: overlay), message) }
    }
}
