// Every error, with its file, line and path.
import Foundation
import XCTest

@testable import RegisterGenerator

final class RefusalsTests: XCTestCase {
    func testBrokenXML() {
        XCTAssertEqual(refusal("<device>\n<name>X</name>\n</devise>"), "toy.svd:3: not well-formed XML")
        XCTAssertEqual(refusal("<other/>"), "toy.svd:1: the root element is 'other', not 'device'")
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

    func testOverlappingFields() {
        let text = register(
            """
            <field><name>A</name><bitRange>[3:0]</bitRange></field>
            <field><name>B</name><bitRange>[5:3]</bitRange></field>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:6: P.R.B: overlaps A")
    }

    func testReadOnlyAndReadWriteDoNotMakeAlternates() {
        let text = register(
            """
            <field><name>A</name><bitRange>[3:0]</bitRange><access>read-only</access></field>
            <field><name>B</name><bitRange>[3:0]</bitRange></field>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:6: P.R.B: overlaps A")
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

    func testAMissingBase() {
        let text = peripheral("<register derivedFrom=\"X.Y\"><name>R</name><addressOffset>0</addressOffset></register>")
        XCTAssertEqual(refusal(text), "toy.svd:4: P.R: derivedFrom 'X.Y', which does not exist")
    }

    func testDoubledNames() {
        let one = "<register><name>R</name><addressOffset>0</addressOffset></register>\n"
        XCTAssertEqual(refusal(peripheral(one + one)), "toy.svd:5: P.R: a second register or cluster of this name")
        let field = "<field><name>F</name><bitOffset>0</bitOffset></field>\n"
        XCTAssertEqual(refusal(register(field + field)), "toy.svd:6: P.R.F: a second field of this name")
        let whole = "<peripheral><name>P</name><baseAddress>0</baseAddress></peripheral>\n"
        XCTAssertEqual(refusal(svd(whole + whole)), "toy.svd:4: P: a second peripheral of this name")
    }

    func testOneInterruptInTwoPlaces() {
        let text = svd(
            """
            <peripheral><name>P</name><baseAddress>0</baseAddress>
            <interrupt><name>I</name><value>1</value></interrupt>
            <interrupt><name>I</name><value>2</value></interrupt></peripheral>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:5: P.I: interrupt 2 is elsewhere 1")
    }

    func testRegisters() {
        let cases = [
            ("<size>64</size>", "P.R: register of 64 bits; only 8, 16 and 32 can be accessed"),
            ("<access>sometimes</access>", "P.R: access 'sometimes' is unknown"),
            ("<readAction>explode</readAction>", "P.R: readAction 'explode' is unknown"),
            (
                "<resetValue>0x1FFFFFFFF</resetValue>",
                "P.R: resetValue '0x1FFFFFFFF' is not a number of at most 32 bits"
            ), ("<dim>2</dim>", "P.R: dim without %s in the name"),
            ("<alternateRegister>X</alternateRegister>", "P.R: alternateRegister 'X', which does not exist"),
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

    func testAValueThatDoesNotFit() {
        let text = register(
            """
            <field><name>F</name><bitRange>[1:0]</bitRange><enumeratedValues>
            <enumeratedValue><name>FOUR</name><value>4</value></enumeratedValue></enumeratedValues></field>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:6: P.R.F.FOUR: value 4 does not fit in 2 bits")
    }

    func testADimIndexOfAnotherLength() {
        let text = peripheral(
            """
            <register><dim>3</dim><dimIncrement>4</dimIncrement><dimIndex>A,B</dimIndex><name>R%s</name>
            <addressOffset>0</addressOffset></register>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:4: P.R%s: dimIndex names 2 copies, dim 3")
    }

    func testCopiesThatOverlap() {
        let text = peripheral(
            """
            <register><dim>3</dim><dimIncrement>2</dimIncrement><name>R[%s]</name>
            <addressOffset>0</addressOffset></register>
            """)
        XCTAssertEqual(refusal(text), "toy.svd:4: P.R: copies every 2 bytes overlap: each has 32 bits")
    }

    func testAnUnknownPeripheral() {
        XCTAssertEqual(refusal(register(""), peripherals: ["P", "Q"]), "toy.svd: Q: no peripheral of this name")
    }
}
