// The simulated interrupt controller: its registers, its order, and what may interrupt what.
import CortexM
import MMIO
import SimulatedChip
import Tasks
import XCTest

private func line(_ number: Int) -> InterruptLine { InterruptLine(rawValue: number) }

/// What handlers did, in order. Handlers may not capture.
// SAFETY: a simulated chip has one thread.
nonisolated(unsafe) private var handled: [String] = []

final class InterruptRegisterTests: XCTestCase {
    private let chip = SimulatedChip(coreClock: 1.megahertz, peripherals: [])

    private func word(_ address: UInt32) -> UInt32 { CurrentBus.with(chip) { .load(from: address) } }
    private func store(_ value: UInt32, _ address: UInt32) { CurrentBus.with(chip) { UInt32.store(value, to: address) } }

    /// ARMv7-M Architecture Reference Manual, B3.4.4 and B3.4.5.
    func testEnableBitsAreSetByOneRegisterAndClearedByTheOther() {
        store(0b1010, 0xE000_E100)
        store(0b0100, 0xE000_E100)
        XCTAssertEqual(word(0xE000_E100), 0b1110, "a 0 changes nothing")
        XCTAssertEqual(word(0xE000_E180), 0b1110, "both read the same")
        store(0b0010, 0xE000_E180)
        XCTAssertEqual(word(0xE000_E100), 0b1100)
    }

    func testEachRegisterHolds32Lines() {
        CurrentBus.with(chip) {
            NVIC.enable(line(37))
            XCTAssertTrue(NVIC.isEnabled(line(37)))
            XCTAssertFalse(NVIC.isEnabled(line(5)))
        }
        XCTAssertEqual(word(0xE000_E104), 1 << 5)
        XCTAssertEqual(word(0xE000_E100), 0)
    }

    func testPendingBitsAreSetAndClearedWhileTheLineIsDisabled() {
        store(1 << 3, 0xE000_E200)
        XCTAssertEqual(word(0xE000_E200), 1 << 3)
        XCTAssertEqual(word(0xE000_E280), 1 << 3)
        store(1 << 3, 0xE000_E280)
        XCTAssertEqual(word(0xE000_E200), 0)
    }

    func testPrioritiesAreBytesThatMayBeAccessedByTheWordAndKeepFourBits() {
        CurrentBus.with(chip) {
            for number in 0..<4 { NVIC.setPriority(UInt8(0x10 * (number + 1)), of: line(number)) }
            XCTAssertEqual(NVIC.priority(of: line(2)), 0x30)
            NVIC.setPriority(0xFF, of: line(4))
            XCTAssertEqual(NVIC.priority(of: line(4)), 0xF0)
        }
        XCTAssertEqual(word(0xE000_E400), 0x4030_2010)
        store(0x8090_A0B0, 0xE000_E400)
        XCTAssertEqual(CurrentBus.with(chip) { NVIC.priority(of: line(0)) }, 0xB0)
    }

    func testCoreExceptionsHaveTheirsInTheSystemControlBlock() {
        CurrentBus.with(chip) { SystemControl.setPriority(0x20, of: .sysTick) }
        XCTAssertEqual(word(0xE000_ED20), 0x2000_0000)
    }

    func testSysTickIsPendedAndForgottenByHand() {
        CurrentBus.with(chip) { XCTAssertFalse(SystemControl.isSysTickPending) }
        withInterruptsMasked {
            store(1 << 26, 0xE000_ED04)
            CurrentBus.with(chip) { XCTAssertTrue(SystemControl.isSysTickPending) }
            store(1 << 25, 0xE000_ED04)
        }
        CurrentBus.with(chip) { XCTAssertFalse(SystemControl.isSysTickPending) }
    }
}

final class InterruptOrderTests: XCTestCase {
    /// Runs `body` with lines 1 to 3 bound: 1 and 2 at level 2, and 3 at level 6.
    private func trace(_ body: () -> Void) -> [String] {
        handled = []
        let chip = SimulatedChip(coreClock: 1.megahertz, peripherals: [])
        _ = chip.run(until: { true }) {
            Level2.bind(line(1)) {
                handled.append("1 begins")
                NVIC.pend(line(2))
                NVIC.pend(line(3))
                handled.append("1 ends")
            }
            Level2.bind(line(2)) { handled.append("2") }
            Level6.bind(line(3)) { handled.append("3") }
            body()
        }
        return handled
    }

    func testAnInterruptIsTakenWithinTheAccessThatPendsIt() {
        XCTAssertEqual(
            trace {
                handled.append("before")
                NVIC.pend(line(2))
                handled.append("after")
            }, ["before", "2", "after"])
    }

    func testTheMoreUrgentPreemptsAndTheEquallyUrgentWaits() {
        XCTAssertEqual(trace { NVIC.pend(line(1)) }, ["1 begins", "3", "1 ends", "2"])
    }

    func testOfTwoThatArePendingTheMoreUrgentGoesFirst() {
        XCTAssertEqual(
            trace {
                withInterruptsMasked {
                    NVIC.pend(line(2))
                    NVIC.pend(line(3))
                }
            }, ["3", "2"])
    }

    func testOfEquallyUrgentOnesTheLowerNumberGoesFirst() {
        XCTAssertEqual(
            trace {
                NVIC.disable(line(3))
                withInterruptsMasked {
                    NVIC.pend(line(2))
                    NVIC.pend(line(1))
                }
            }, ["1 begins", "1 ends", "2"])
    }

    func testADisabledLineStaysPendingUntilItIsEnabled() {
        XCTAssertEqual(
            trace {
                NVIC.disable(line(2))
                NVIC.pend(line(2))
                handled.append("still nothing")
                NVIC.enable(line(2))
            }, ["still nothing", "2"])
    }

    func testAMaskedSectionHoldsInterruptsOffToItsEnd() {
        XCTAssertEqual(
            trace {
                withInterruptsMasked {
                    NVIC.pend(line(2))
                    withInterruptsMasked { handled.append("inner") }
                    handled.append("outer")
                }
                handled.append("after")
            }, ["inner", "outer", "2", "after"])
    }

    func testALineIsTakenOnceForAllTimesItWasPended() {
        XCTAssertEqual(
            trace {
                withInterruptsMasked {
                    NVIC.pend(line(2))
                    NVIC.pend(line(2))
                }
            }, ["2"])
    }

    /// A peripheral that goes on asserting its line interrupts again when its handler returns.
    func testALineThatStaysAssertedInterruptsAgain() {
        final class Bell: PeripheralModel {
            let addresses: Range<UInt32> = 0x4000_0000..<0x4000_0010
            var rings: UInt32 = 0
            var assertedLines: [Int] { rings > 0 ? [2] : [] }
            func load(at offset: UInt32, width: AccessWidth) -> UInt32 { rings }
            func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) { rings = value }
        }
        handled = []
        let chip = SimulatedChip(coreClock: 1.megahertz, peripherals: [Bell()])
        _ = chip.run(until: { true }) {
            Level2.bind(line(2)) {
                let left = UInt32.load(from: 0x4000_0000) - 1
                handled.append("\(left) left")
                UInt32.store(left, to: 0x4000_0000)
            }
            UInt32.store(3, to: 0x4000_0000)
            handled.append("after")
        }
        XCTAssertEqual(handled, ["2 left", "1 left", "0 left", "after"])
    }
}
