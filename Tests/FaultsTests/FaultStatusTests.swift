// The fault status registers in words: each bit alone, together, and the addresses that go with them.
import Faults
import Text
import XCTest

final class FaultStatusTests: XCTestCase {
    private func words(cfsr: UInt32 = 0, hfsr: UInt32 = 0, mmfar: UInt32 = 0, bfar: UInt32 = 0) -> [String] {
        var output = StringOutput()
        FaultStatus(cfsr: cfsr, hfsr: hfsr, mmfar: mmfar, bfar: bfar).write(to: &output)
        XCTAssertTrue(output.text.hasSuffix("\n"))
        return output.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// ARMv7-M Architecture Reference Manual, B3.2.15.
    func testEachConfigurableFaultHasItsOwnWords() {
        let bits: [(Int, String)] = [
            (0, "an instruction was fetched from memory that may not be executed"),
            (1, "data was read or written where the memory protection unit forbids it"),
            (3, "the memory protection unit forbade unstacking at the return of an exception"),
            (4, "the memory protection unit forbade stacking at the entry of an exception"),
            (5, "the memory protection unit forbade saving floating-point registers"),
            (8, "nothing answered an instruction fetch"),
            (9, "nothing answered a read or write, by the instruction at pc"),
            (10, "nothing answered a write, by an instruction somewhere before pc"),
            (11, "nothing answered unstacking at the return of an exception"),
            (12, "nothing answered stacking at the entry of an exception"),
            (13, "nothing answered saving floating-point registers"),
            (16, "an undefined instruction: a trap of the program's own checks, or no code"),
            (17, "a jump to an address without the Thumb bit"),
            (18, "a return from an exception to nowhere"),
            (19, "a floating-point instruction while the coprocessor is off"),
            (24, "an unaligned access of a kind that must be aligned"),
            (25, "a division by zero"),
        ]
        for (bit, text) in bits { XCTAssertEqual(words(cfsr: 1 << UInt32(bit)), ["  " + text], "bit \(bit)") }
    }

    func testHardFaultsHaveTheirs() {
        XCTAssertEqual(words(hfsr: 1 << 1), ["  the vector table could not be read"])
        XCTAssertEqual(words(hfsr: 1 << 31), ["  a breakpoint, and no debugger"])
    }

    /// A fault that became a hard fault says so in a bit that adds nothing to the cause.
    func testEscalationIsNoCauseOfItsOwn() {
        XCTAssertEqual(words(cfsr: 1 << 25, hfsr: 1 << 30), ["  a division by zero"])
    }

    func testReservedBitsSayNothing() {
        for bit in [2, 6, 14, 20, 23, 26, 31] {
            XCTAssertEqual(words(cfsr: 1 << UInt32(bit)), ["  the core gives no cause"], "bit \(bit)")
        }
    }

    func testNoBitIsNoCause() { XCTAssertEqual(words(), ["  the core gives no cause"]) }

    func testTheAddressFollowsWhereItIsValid() {
        XCTAssertEqual(
            words(cfsr: 1 << 1 | 1 << 7, mmfar: 0x2000_0010, bfar: 1),
            ["  data was read or written where the memory protection unit forbids it", "  at address 0x20000010"])
        XCTAssertEqual(
            words(cfsr: 1 << 9 | 1 << 15, mmfar: 1, bfar: 0xF),
            ["  nothing answered a read or write, by the instruction at pc", "  at address 0x0000000F"])
    }

    func testAnAddressThatIsNotValidIsNotShown() {
        XCTAssertEqual(words(cfsr: 1 << 9, mmfar: 1, bfar: 2).count, 1)
    }

    func testSeveralCausesAreALineEachWithTheirAddresses() {
        XCTAssertEqual(
            words(cfsr: 1 << 0 | 1 << 7 | 1 << 10 | 1 << 15, mmfar: 0xAAAA_AAAA, bfar: 0xBBBB_BBBB),
            [
                "  an instruction was fetched from memory that may not be executed",
                "  at address 0xAAAAAAAA",
                "  nothing answered a write, by an instruction somewhere before pc",
                "  at address 0xBBBBBBBB",
            ])
    }
}
