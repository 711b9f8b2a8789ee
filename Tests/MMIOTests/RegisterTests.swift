import MMIO
import XCTest

/// A bus that is one word wide and remembers what was asked of it.
private final class RecordingBus: Bus {
    var memory: [UInt32: UInt32] = [:]
    var accesses: [String] = []

    func load(from address: UInt32, width: AccessWidth) -> UInt32 {
        accesses.append("load \(width)")
        return memory[address] ?? 0
    }
    func store(_ value: UInt32, to address: UInt32, width: AccessWidth) {
        accesses.append("store \(width)")
        memory[address] = value
    }
}

private struct Control: RegisterValue {
    var bits: UInt32
    static var resetValue: Control { Control(bits: 0x8000_0000) }
    var mode: UInt32 {
        get { bits.field(4, 3) }
        set { bits.setField(4, 3, newValue) }
    }
}

final class RegisterTests: XCTestCase {
    private let control = Register<Control, ReadWrite>(at: 0x4000_0000)

    func testReadIsOneLoad() {
        let bus = RecordingBus()
        bus.memory[0x4000_0000] = 0x50
        XCTAssertEqual(CurrentBus.with(bus) { control.read().mode }, 5)
        XCTAssertEqual(bus.accesses, ["load word"])
    }

    func testWriteStartsFromTheResetValue() {
        let bus = RecordingBus()
        bus.memory[0x4000_0000] = 0x1234_5678
        CurrentBus.with(bus) { control.write { $0.mode = 7 } }
        XCTAssertEqual(bus.memory[0x4000_0000], 0x8000_0070)
        XCTAssertEqual(bus.accesses, ["store word"])
    }

    func testModifyKeepsTheOtherBits() {
        let bus = RecordingBus()
        bus.memory[0x4000_0000] = 0xFFFF_FFFF
        CurrentBus.with(bus) { control.modify { $0.mode = 2 } }
        XCTAssertEqual(bus.memory[0x4000_0000], 0xFFFF_FFAF)
        XCTAssertEqual(bus.accesses, ["load word", "store word"])
    }

    func testFieldDropsBitsBeyondItsWidth() {
        var bits: UInt32 = 0
        bits.setField(30, 2, 0xFF)
        XCTAssertEqual(bits, 0xC000_0000)
        XCTAssertEqual(bits.field(30, 2), 3)
        bits.setField(0, 32, 0x89AB_CDEF)
        XCTAssertEqual(bits.field(0, 32), 0x89AB_CDEF)
    }

    func testArrayRegistersAreAStrideApart() {
        let array = RegisterArray<Control, ReadWrite>(at: 0x4000_0000, stride: 8, count: 4)
        XCTAssertEqual(array[3].address, 0x4000_0018)
    }
}
