// Every error, with its file, line and path.
import Foundation
import XCTest

@testable import RegisterGenerator

final class RefusalsTests: XCTestCase {
    func testBrokenXML() {
        XCTAssertEqual(
            refusal("<device>\n<name>X</name>\n</devise>"),
            "toy.svd:3: not well-formed XML: a closing tag is not that of the element that is open")
        XCTAssertEqual(refusal("<other/>"), "toy.svd:1: the root element is 'other', not 'device'")
    }

    /// A file that ends early has lost registers, wherever it ends.
    func testATruncatedFileIsRefused() throws {
        let whole = register("<field><name>FOO</name><bitRange>[3:1]</bitRange></field>")
        let end = try XCTUnwrap(whole.range(of: "</device>")).upperBound
        for length in 0..<whole.distance(from: whole.startIndex, to: end) {
            let text = try XCTUnwrap(refusal(String(whole.prefix(length))), "\(length) characters were taken")
            XCTAssert(text.contains("not well-formed XML"), text)
        }
        XCTAssertEqual(
            refusal("<device>\n<name>X</name>\n<peripherals>\n<peripheral>"),
            "toy.svd:4: not well-formed XML: the file ends within this 'peripheral'")
    }

    func testAFieldPastItsRegister() {
        let text = register("<field><name>FOO</name><bitRange>[33:31]</bitRange></field>")
        XCTAssertEqual(refusal(text), "toy.svd:5: P.R.FOO: field ends at bit 33, past the 32 bits of its register")
    }

    func testAnArrayOfFieldsPastItsRegister() {
        let text = register(
            "<field><dim>5</dim><dimIncrement>8</dimIncrement><name>F[%s]</name><bitRange>[7:0]</bitRange></field>")
        XCTAssertEqual(refusal(text), "toy.svd:5: P.R.F: field ends at bit 39, past the 32 bits of its register")
    }

    func testACycleOfDerivations() {
        let text = svd(
            """
            <peripheral derivedFrom="B"><name>A</name><baseAddress>0</baseAddress></peripheral>
            <peripheral derivedFrom="A"><name>B</name><baseAddress>4</baseAddress></peripheral>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:3: A: derivedFrom 'B' leads back to itself")
    }

    func testADerivationFromItself() {
        let text = register("<field derivedFrom=\"F\"><name>F</name><bitOffset>0</bitOffset></field>")
        XCTAssertEqual(refusal(text), "toy.svd:5: P.R.F: derivedFrom 'F' leads back to itself")
    }

    func testRegisters() {
        let cases = [
            ("<size>0</size>", "P.R: a register of 0 bits"),
            ("<access>sometimes</access>", "P.R: access 'sometimes' is unknown"),
            ("<readAction>explode</readAction>", "P.R: readAction 'explode' is unknown"),
            ("<resetValue>none</resetValue>", "P.R: resetValue 'none' is not a number of at most 64 bits"),
            ("<dim>2</dim>", "P.R: dim without %s in the name"),
            ("<dim>many</dim>", "P.R: dim 'many' is not a number of copies"),
        ]
        for (property, message) in cases {
            XCTAssertEqual(refusal(register("", properties: property)), "toy.svd:4: \(message)")
        }
    }

    func testFields() {
        let cases = [
            ("<bitRange>7-4</bitRange>", "P.R.F: bit range '7-4' is not of the form [high:low]"),
            ("<bitRange>[4:7]</bitRange>", "P.R.F: bits 4 down to 7 hold nothing"), ("", "P.R.F: bitOffset is missing"),
        ]
        for (range, message) in cases {
            XCTAssertEqual(refusal(register("<field><name>F</name>\(range)</field>")), "toy.svd:5: \(message)")
        }
    }

    func testCopiesThatOverlap() {
        let text = peripheral(
            """
            <register><dim>3</dim><dimIncrement>2</dimIncrement><name>R[%s]</name>
            <addressOffset>0</addressOffset></register>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:4: P.R: copies every 2 bytes overlap: each has 32 bits")
    }

    func testEverythingIsListedAtOnce() {
        let text = peripheral(
            """
            <register><name>A</name><addressOffset>here</addressOffset><access>sometimes</access></register>
            <register><name>B</name><fields><field><name>F</name></field>
            <field><name>G</name><bitRange>[40:0]</bitRange></field></fields></register>
            <cluster><addressOffset>0</addressOffset></cluster>
            """)
        XCTAssertEqual(
            refusal(text, peripherals: ["P", "Q"]),
            """
            toy.svd:4: P.A: access 'sometimes' is unknown
            toy.svd:4: P.A: addressOffset 'here' is not a number of at most 32 bits
            toy.svd:5: P.B: addressOffset is missing
            toy.svd:5: P.B.F: bitOffset is missing
            toy.svd:6: P.B.G: field ends at bit 40, past the 32 bits of its register
            toy.svd:7: P: cluster without a name
            toy.svd: Q: no peripheral of this name
            """)
    }

    func testOnlyThePeripheralsAskedForAreLookedAt() throws {
        let text = svd(
            """
            <peripheral><name>GOOD</name><baseAddress>0</baseAddress><registers>
            <register><name>R</name><addressOffset>0</addressOffset></register></registers>
            <interrupt><name>I</name><value>3</value></interrupt></peripheral>
            <peripheral><name>BAD</name><baseAddress>here</baseAddress><registers>
            <register><name>R</name><size>64</size></register></registers>
            <interrupt><name>J</name><value>three</value></interrupt></peripheral>
            <peripheral derivedFrom="BAD"><name>HEIR</name><baseAddress>0</baseAddress></peripheral>
            """)
        XCTAssertEqual(warnings(text, peripherals: ["GOOD"]), [])
        let files = try generator(text, peripherals: ["GOOD"]).files()
        XCTAssertEqual(files.map(\.name), ["GOOD.swift", "Interrupt.swift", "TOY.swift"])
        XCTAssertFalse(files[1].text.contains("case J"))
        XCTAssertEqual(
            refusal(text, peripherals: ["BAD"]),
            """
            toy.svd:6: BAD: baseAddress 'here' is not a number of at most 32 bits
            toy.svd:7: BAD.R: addressOffset is missing
            toy.svd:8: BAD.J: value 'three' is not a number
            """)
        // One that uses its type is refused for what is wrong with the type, and for nothing else.
        XCTAssertEqual(refusal(text, peripherals: ["HEIR"]), "toy.svd:7: BAD.R: addressOffset is missing")
    }

    func testAnUnknownPeripheral() {
        XCTAssertEqual(refusal(register(""), peripherals: ["P", "Q"]), "toy.svd: Q: no peripheral of this name")
    }
}
