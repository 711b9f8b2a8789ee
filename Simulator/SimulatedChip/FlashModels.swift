// The STM32F405's flash memory and its controller (RM0090 section 3): locked until two keys are written,
// programming clears bits, erasing sets a sector.
import Foundation
import MMIO

/// One megabyte of flash in sectors of 16, 64 and 128 KB.
public final class FlashMemoryModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x0800_0000..<0x0810_0000
    /// The sectors, as offsets in bytes from the start of flash (RM0090 table 5).
    public static let sectors: [Range<Int>] = {
        let lengths = [16, 16, 16, 16, 64, 128, 128, 128, 128, 128, 128, 128].map { $0 << 10 }
        var start = 0
        return lengths.map { length in
            defer { start += length }
            return start..<start + length
        }
    }()

    private let bytes: UnsafeMutableRawBufferPointer
    /// What a store does: the controller's, which knows whether programming is on.
    var onStore: (Int, UInt32, AccessWidth) -> Void = { _, _, _ in }
    /// Called with the changed range after each program and erase: where a file is kept up to date.
    public var onChange: (Range<Int>) -> Void = { _ in }
    /// Offsets of worn bytes, which stay as they are whatever is programmed: a fault to inject.
    public var wornBytes: Set<Int> = []

    /// Erased flash.
    public init() {
        bytes = .allocate(byteCount: 1 << 20, alignment: 8)
        _ = bytes.initializeMemory(as: UInt8.self, repeating: 0xFF)
    }

    deinit { bytes.deallocate() }

    /// What is stored in `range`.
    public func contents(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    /// Puts bytes in place, as a programmer does.
    public func fill(at offset: Int, _ contents: some Collection<UInt8>) {
        for (index, byte) in contents.enumerated() { bytes[offset + index] = byte }
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        (0..<width.rawValue).reduce(0) { $0 | UInt32(bytes[Int(offset) + $1]) << UInt32($1 * 8) }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) { onStore(Int(offset), value, width) }

    public func memory(at offset: UInt32, count: Int) -> UnsafeRawBufferPointer? {
        guard Int(offset) + count <= bytes.count else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset) + count])
    }

    func program(_ offset: Int, _ value: UInt32, _ width: AccessWidth) {
        for index in 0..<width.rawValue where !wornBytes.contains(offset + index) {
            bytes[offset + index] &= UInt8(truncatingIfNeeded: value >> UInt32(index * 8))
        }
        onChange(offset..<offset + width.rawValue)
    }

    func erase(sector: Int) {
        let range = Self.sectors[sector]
        for index in range { bytes[index] = 0xFF }
        onChange(range)
    }
}

/// The controller of that memory.
public final class FlashControllerModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4002_3C00..<0x4002_4000
    private let memory: FlashMemoryModel
    private var access: UInt32 = 0
    private var status: UInt32 = 0
    private var control: UInt32 = Control.lock
    private var keys: [UInt32] = []
    /// Set by a wrong key: no other is taken until the next reset (RM0090 3.6.1).
    private var refusesKeys = false
    /// Whether the controller stays busy for ever once it has started something: a fault to inject.
    public var staysBusy = false
    /// How many times the status is read as busy after an erase was started; a word is programmed before the
    /// status can be read.
    public var busyReads = 0
    private var busyReadsLeft = 0

    private enum Control {
        static let program: UInt32 = 1 << 0
        static let sectorErase: UInt32 = 1 << 1
        static let massErase: UInt32 = 1 << 2
        static let start: UInt32 = 1 << 16
        static let lock: UInt32 = 1 << 31
    }
    private enum Status {
        static let sequenceError: UInt32 = 1 << 7
        static let parallelismError: UInt32 = 1 << 6
        static let busy: UInt32 = 1 << 16
    }

    /// OPTCR as it is delivered: no sector is protected (RM0090 3.9.6).
    private static let options: UInt32 = 0x0FFF_AAED
    private static let keySequence: [UInt32] = [0x4567_0123, 0xCDEF_89AB]

    /// A locked controller of `memory`, whose stores it takes from here on.
    public init(_ memory: FlashMemoryModel) {
        self.memory = memory
        memory.onStore = { [unowned self] in program($0, $1, $2) }
    }

    private func program(_ offset: Int, _ value: UInt32, _ width: AccessWidth) {
        guard control & Control.program != 0, control & Control.lock == 0 else {
            status |= Status.sequenceError
            return
        }
        // PSIZE says the width: 0 a byte, 1 a halfword, 2 a word.
        guard 1 << (control >> 8 & 0b11) == UInt32(width.rawValue) else {
            status |= Status.parallelismError
            return
        }
        memory.program(offset, value, width)
        if staysBusy { status |= Status.busy }
    }

    /// An erase is done at once; only the status says that it takes time.
    private func erase(_ sectors: some Sequence<Int>) {
        sectors.forEach(memory.erase(sector:))
        if staysBusy { status |= Status.busy }
        busyReadsLeft = busyReads
    }

    private func readStatus() -> UInt32 {
        guard busyReadsLeft > 0 else { return status }
        busyReadsLeft -= 1
        return status | Status.busy
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: access
        case 0x0C: readStatus()
        case 0x10: control
        case 0x14: Self.options
        default: 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00: access = value
        case 0x04: unlock(value)
        case 0x0C: status &= ~(value & 0xF3)
        case 0x10: setControl(value)
        default: break
        }
    }

    private func unlock(_ key: UInt32) {
        guard !refusesKeys else { return }
        guard key == Self.keySequence[keys.count] else {
            refusesKeys = true
            return
        }
        keys.append(key)
        guard keys.count == Self.keySequence.count else { return }
        control &= ~Control.lock
        keys = []
    }

    private func setControl(_ value: UInt32) {
        // A locked register ignores writes (RM0090 3.6.1).
        guard control & Control.lock == 0 else { return }
        control = value & ~Control.start
        guard value & Control.start != 0 else { return }
        if value & Control.massErase != 0 {
            erase(FlashMemoryModel.sectors.indices)
            return
        }
        guard value & Control.sectorErase != 0 else { return }
        let sector = Int(value >> 3 & 0xF)
        guard FlashMemoryModel.sectors.indices.contains(sector) else {
            status |= Status.sequenceError
            return
        }
        erase(CollectionOfOne(sector))
    }
}
