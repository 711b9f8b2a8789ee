// The model of DMA by the rules of the reference manual (RM0090 section 10), through the bus as a driver sees it; requests
// come from the SPI, whose bytes come back as they went.
import MMIO
import SimulatedChip
import XCTest

private final class Echo: SPITargetModel {
    let isSelected = true
    func exchange(_ byte: UInt8) -> UInt8 { byte }
}

final class DMAModelTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let target = Echo()
    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 16)

    private enum Register {
        static let lowStatus: UInt32 = 0x4002_6400
        static let lowClear: UInt32 = 0x4002_6408
        static func control(_ stream: UInt32) -> UInt32 { 0x4002_6410 + stream * 0x18 }
        static func count(_ stream: UInt32) -> UInt32 { control(stream) + 4 }
        static func peripheral(_ stream: UInt32) -> UInt32 { control(stream) + 8 }
        static func memory(_ stream: UInt32) -> UInt32 { control(stream) + 12 }
        static func secondMemory(_ stream: UInt32) -> UInt32 { control(stream) + 16 }
        static let spiControl: UInt32 = 0x4001_3000
        static let spiRequests: UInt32 = 0x4001_3004
        static let spiData: UInt32 = 0x4001_300C
    }
    private static let channel3: UInt32 = 3 << 25
    private static let advances: UInt32 = 1 << 10
    private static let circular: UInt32 = 1 << 8
    private static let double: UInt32 = 1 << 18
    /// The flags of stream 2, which begin at bit 16.
    private static let half: UInt32 = 1 << 20
    private static let complete: UInt32 = 1 << 21
    private static let transferError: UInt32 = 1 << 19

    override func setUp() {
        _ = memory.initializeMemory(as: UInt8.self, repeating: 0)
        board.spi1.targets = [target]
        store(1 << 2 | 1 << 6, Register.spiControl)
        store(0b01, Register.spiRequests)
    }

    override func tearDown() {
        HostLentMemory.reset()
        memory.deallocate()
    }

    private func load(_ address: UInt32) -> UInt32 { CurrentBus.with(board.chip) { .load(from: address) } }
    private func store(_ value: UInt32, _ address: UInt32) {
        CurrentBus.with(board.chip) { UInt32.store(value, to: address) }
    }

    /// Lends the memory's first bytes to stream 2, which receives from the SPI.
    private func begin(_ count: UInt32, _ mode: UInt32 = 0, second: UnsafeRawBufferPointer? = nil) {
        store(Register.spiData, Register.peripheral(2))
        store(LentMemory.lend(UnsafeRawBufferPointer(rebasing: memory[..<Int(count)])), Register.memory(2))
        if let second { store(LentMemory.lend(second), Register.secondMemory(2)) }
        store(count, Register.count(2))
        store(Self.channel3 | Self.advances | mode | 1, Register.control(2))
    }

    private func exchange(_ bytes: ClosedRange<UInt32>) { for byte in bytes { store(byte, Register.spiData) } }
    private var isEnabled: Bool { load(Register.control(2)) & 1 != 0 }

    func testItemsGoToMemoryUntilTheCountIsUsedUp() {
        begin(4)
        exchange(1...2)
        XCTAssertEqual(load(Register.count(2)), 2)
        XCTAssertEqual(load(Register.lowStatus), Self.half)
        XCTAssertTrue(isEnabled)
        exchange(3...5)
        XCTAssertEqual(Array(memory.prefix(5)), [1, 2, 3, 4, 0])
        XCTAssertEqual(load(Register.lowStatus), Self.half | Self.complete)
        XCTAssertFalse(isEnabled)
    }

    func testARoundBeginsAgain() {
        begin(4, Self.circular)
        exchange(1...6)
        XCTAssertEqual(Array(memory.prefix(4)), [5, 6, 3, 4])
        XCTAssertEqual(load(Register.count(2)), 2)
        XCTAssertTrue(isEnabled)
    }

    func testTwoPlacesAreFilledInTurns() {
        begin(2, Self.double, second: UnsafeRawBufferPointer(rebasing: memory[16..<18]))
        exchange(1...3)
        XCTAssertEqual(load(Register.control(2)) >> 19 & 1, 1)
        exchange(4...5)
        XCTAssertEqual(load(Register.control(2)) >> 19 & 1, 0)
        XCTAssertEqual(Array(memory.prefix(2)) + Array(memory[16..<18]), [5, 2, 3, 4])
    }

    func testAnotherChannelIsNotServed() {
        begin(4)
        store(0, Register.control(2))
        _ = (load(Register.control(2)), load(Register.control(2)), load(Register.control(2)))
        store(UInt32.max, Register.lowClear)
        store(4 << 25 | Self.advances | 1, Register.control(2))
        exchange(1...1)
        XCTAssertEqual(load(Register.count(2)), 4)
    }

    func testFlagsGoByOnesInTheClearRegisterAndEachAlone() {
        begin(2)
        exchange(1...2)
        store(0, Register.lowStatus)
        store(0, Register.lowClear)
        XCTAssertEqual(load(Register.lowStatus), Self.half | Self.complete)
        store(Self.half, Register.lowClear)
        XCTAssertEqual(load(Register.lowStatus), Self.complete)
        // The flags of the other streams of the register stay.
        store(~(0b11_1101 << 16), Register.lowClear)
        XCTAssertEqual(load(Register.lowStatus), Self.complete)
    }

    func testWithFlagsStandingNothingBegins() {
        begin(2)
        exchange(1...2)
        begin(2)
        XCTAssertFalse(isEnabled)
        store(UInt32.max, Register.lowClear)
        begin(2)
        XCTAssertTrue(isEnabled)
    }

    func testAStreamThatIsStoppedIsEnabledUntilItsItemIsThroughAndThenComplete() {
        begin(4)
        exchange(1...1)
        store(0, Register.control(2))
        XCTAssertTrue(isEnabled)
        exchange(2...2)
        XCTAssertTrue(isEnabled)
        XCTAssertFalse(isEnabled)
        XCTAssertEqual(memory[1], 0)
        XCTAssertEqual(load(Register.lowStatus), Self.complete)
    }

    func testSettingsOfAStreamThatIsEnabledDoNotChange() {
        begin(4)
        store(9, Register.count(2))
        store(1, Register.peripheral(2))
        store(1, Register.memory(2))
        XCTAssertEqual(load(Register.count(2)), 4)
        XCTAssertEqual(load(Register.peripheral(2)), Register.spiData)
        XCTAssertNotEqual(load(Register.memory(2)), 1)
    }

    func testMemoryThatIsNotLentAnyMoreIsATransferErrorAndStaysAsItIs() {
        begin(4)
        exchange(1...1)
        LentMemory.giveBack(load(Register.memory(2)))
        exchange(2...2)
        XCTAssertEqual(Array(memory.prefix(2)), [1, 0])
        XCTAssertEqual(load(Register.lowStatus), Self.transferError)
        XCTAssertFalse(isEnabled)
    }

    func testWhatLiesBehindLentMemoryIsNobodys() {
        begin(4)
        let address = LentMemory.lend(UnsafeRawBufferPointer(rebasing: memory[..<2]))
        XCTAssertNotNil(HostLentMemory.memory(at: address + 1, count: 1))
        XCTAssertNil(HostLentMemory.memory(at: address + 1, count: 2))
        XCTAssertNil(HostLentMemory.memory(at: address + 2, count: 1))
    }

    /// RCC's reset, which no stream outlives.
    func testAResetOfTheControllerStopsIt() {
        board.dma2.unstoppableStreams = [2]
        begin(4)
        store(0, Register.control(2))
        for _ in 0..<10 { XCTAssertTrue(isEnabled) }
        store(1 << 22, 0x4002_3810)
        XCTAssertFalse(isEnabled)
        XCTAssertEqual(load(Register.memory(2)), 0)
    }
}
