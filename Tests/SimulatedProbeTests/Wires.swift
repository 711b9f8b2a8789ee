// The probe's wires in a test's hand: what OpenOCD does, without OpenOCD.
import SimulatedProbe

/// A session whose scans are driven character by character.
final class Wires {
    private var session: BitBangSession

    /// Goes to Run-Test/Idle through a reset.
    init(_ chip: ProbedChip) {
        session = BitBangSession(chip)
        for _ in 0..<5 { clock(modeSelect: true) }
        clock(modeSelect: false)
    }

    @discardableResult
    func send(_ characters: String) -> [UInt8] { session.take(characters.utf8) }

    /// One clock; returns TDO as it was before the rising edge.
    @discardableResult
    func clock(modeSelect: Bool, input: Bool = false) -> Bool {
        let levels = (modeSelect ? 2 : 0) + (input ? 1 : 0)
        return send("\(levels)R\(levels + 4)") == [UInt8(ascii: "1")]
    }

    /// Shifts `count` bits in, lowest first, and returns what came out; ends in Run-Test/Idle.
    func scanData(_ value: UInt64, count: Int) -> UInt64 {
        clock(modeSelect: true)
        return scan(value, count)
    }

    @discardableResult
    func scanInstruction(_ value: UInt64, count: Int) -> UInt64 {
        clock(modeSelect: true)
        clock(modeSelect: true)
        return scan(value, count)
    }

    private func scan(_ value: UInt64, _ count: Int) -> UInt64 {
        clock(modeSelect: false)
        clock(modeSelect: false)
        var result: UInt64 = 0
        for index in 0..<count {
            let output = clock(modeSelect: index == count - 1, input: value >> UInt64(index) & 1 != 0)
            if output { result |= 1 << UInt64(index) }
        }
        clock(modeSelect: true)
        clock(modeSelect: false)
        return result
    }
}

/// Reads and writes of the debug port's registers, and of the chip's memory behind them.
final class Debugger {
    enum Register: UInt64 {
        case debugPort = 0b1010
        case accessPort = 0b1011
    }

    private let wires: Wires

    init(_ chip: ProbedChip) {
        wires = Wires(chip)
        // Power for the debug and the system domain.
        write(.debugPort, 0x4, 0x5000_0000)
    }

    /// The boundary-scan port is in bypass: one more bit at the far end of a scan.
    private func scan(_ register: Register, _ request: UInt64) -> UInt64 {
        wires.scanInstruction(0b11111 << 4 | register.rawValue, count: 9)
        return wires.scanData(request, count: 36) & (1 << 35 - 1)
    }

    func write(_ register: Register, _ address: UInt8, _ value: UInt32) {
        _ = scan(register, UInt64(value) << 3 | UInt64(address & 0xC) >> 1)
    }

    /// The result comes out of the scan after the one that asks for it.
    func read(_ register: Register, _ address: UInt8) -> UInt32 {
        _ = scan(register, UInt64(address & 0xC) >> 1 | 1)
        let answer = scan(.debugPort, 0xC >> 1 | 1)
        precondition(answer & 0b111 == 0b010, "the port did not acknowledge")
        return UInt32(answer >> 3)
    }

    /// A register of the access port, its bank selected first.
    func readAccessPort(_ address: UInt8, port: UInt32 = 0) -> UInt32 {
        write(.debugPort, 0x8, port << 24 | UInt32(address & 0xF0))
        return read(.accessPort, address)
    }

    func writeAccessPort(_ address: UInt8, _ value: UInt32) {
        write(.debugPort, 0x8, UInt32(address & 0xF0))
        write(.accessPort, address, value)
    }

    // MARK: Memory

    /// Size 0, 1, 2: byte, halfword, word.
    func setTransfer(_ address: UInt32, size: UInt32 = 2, increment: UInt32 = 0) {
        writeAccessPort(0x00, 0x2300_0000 | increment << 4 | size)
        writeAccessPort(0x04, address)
    }

    func load(_ address: UInt32) -> UInt32 {
        setTransfer(address)
        return readAccessPort(0x0C)
    }

    func store(_ value: UInt32, to address: UInt32) {
        setTransfer(address)
        writeAccessPort(0x0C, value)
    }

    /// The flag that a failed access leaves, and that stops those after it.
    var hasStickyError: Bool { read(.debugPort, 0x4) & 1 << 5 != 0 }
    func clearStickyError() { write(.debugPort, 0x4, 0x5000_0020) }
}
