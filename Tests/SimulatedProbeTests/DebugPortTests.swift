// Transactions of the debug port and the memory access port.
import SimulatedProbe
import XCTest

final class DebugPortTests: XCTestCase {
    private let debugger = Debugger(ProbedChip())

    func testPowerUpIsAcknowledged() {
        XCTAssertEqual(debugger.read(.debugPort, 0x4), 0xF000_0000)
        debugger.write(.debugPort, 0x4, 0x1000_0000)
        XCTAssertEqual(debugger.read(.debugPort, 0x4), 0x3000_0000)
    }

    func testTheAccessPortIdentifiesItself() {
        XCTAssertEqual(debugger.readAccessPort(0xFC), 0x2477_0011)
        XCTAssertEqual(debugger.readAccessPort(0xF8), 0xE00F_F003)
    }

    func testAPortThatIsNotThereReadsZero() {
        XCTAssertEqual(debugger.readAccessPort(0xFC, port: 1), 0)
    }

    func testWordsInRAM() {
        debugger.store(0x1234_5678, to: 0x2000_0100)
        XCTAssertEqual(debugger.load(0x2000_0100), 0x1234_5678)
        XCTAssertEqual(debugger.load(0x2000_0104), 0)
    }

    func testNarrowDataTravelsInItsAddressLanes() {
        debugger.setTransfer(0x2000_0002, size: 1)
        debugger.writeAccessPort(0x0C, 0xABCD_0000)
        debugger.setTransfer(0x2000_0001, size: 0)
        debugger.writeAccessPort(0x0C, 0x0000_EF00)
        XCTAssertEqual(debugger.load(0x2000_0000), 0xABCD_EF00)
        debugger.setTransfer(0x2000_0003, size: 0)
        XCTAssertEqual(debugger.readAccessPort(0x0C), 0xAB00_0000)
    }

    func testTheAddressCountsByTheSize() {
        debugger.setTransfer(0x2000_0000, increment: 1)
        for value: UInt32 in 1...3 { debugger.writeAccessPort(0x0C, value) }
        XCTAssertEqual(debugger.readAccessPort(0x04), 0x2000_000C)
        XCTAssertEqual(debugger.load(0x2000_0008), 3)
    }

    func testTheAddressCountsWithinFourKilobytes() {
        debugger.setTransfer(0x2000_1FFC, increment: 1)
        debugger.writeAccessPort(0x0C, 1)
        XCTAssertEqual(debugger.readAccessPort(0x04), 0x2000_1000)
    }

    func testPackedTransfersMoveAWordInPieces() {
        debugger.setTransfer(0x2000_0010, size: 0, increment: 2)
        debugger.writeAccessPort(0x0C, 0x4433_2211)
        XCTAssertEqual(debugger.readAccessPort(0x04), 0x2000_0014)
        debugger.setTransfer(0x2000_0010, size: 1, increment: 2)
        XCTAssertEqual(debugger.readAccessPort(0x0C), 0x4433_2211)
    }

    func testBankedRegistersReachFourWords() {
        debugger.store(7, to: 0x2000_0028)
        debugger.writeAccessPort(0x04, 0x2000_0020)
        XCTAssertEqual(debugger.readAccessPort(0x18), 7)
        debugger.writeAccessPort(0x1C, 8)
        XCTAssertEqual(debugger.load(0x2000_002C), 8)
    }

    func testAFailedAccessSticksUntilItIsCleared() {
        _ = debugger.load(0x9000_0000)
        XCTAssertTrue(debugger.hasStickyError)
        debugger.setTransfer(0x2000_0000)
        debugger.writeAccessPort(0x0C, 5)
        debugger.clearStickyError()
        XCTAssertFalse(debugger.hasStickyError)
        XCTAssertEqual(debugger.load(0x2000_0000), 0, "the store after the failure must not be done")
    }

    func testAnUnalignedAccessFails() {
        debugger.store(1, to: 0x2000_0002)
        XCTAssertTrue(debugger.hasStickyError)
    }
}
