// The flash controller: erasing and programming the chip's own flash (RM0090 section 3).
//
// Flash answers nobody while the controller is busy: 16 us for a word, 0.25 to 0.5 s for a 16 KB sector (DS8626 table 48).
// Erasing is watched from RAM, so that its bound counts while it lasts; an interrupt that comes is taken when its
// handler can be read again.
import Interfaces
import MMIO
import STM32F405PAC

/// Some sectors of the chip's flash as a flash device.
public struct FlashController: NORFlash {
    /// The first of the sectors, and how many: sectors of 16 KB, which the first four are.
    let firstSector: Int
    /// As many as `init` was given.
    public let sectorCount: Int

    private static let start: UInt32 = 0x0800_0000
    private static let sectorLength: UInt32 = 16 << 10
    /// How often the busy bit is looked at before the controller counts as stuck.
    private let timeout: Int

    /// Whether there is a controller: its control register is locked after reset, and reads 0 where none is.
    public static var isPresent: Bool { STM32F405.FLASH.CR.read().LOCK }

    /// The default timeout is seconds at 168 MHz, longer than any erase. Precondition: the sectors are among the
    /// first four.
    public init(firstSector: Int, count: Int, timeout: Int = 100_000_000) {
        precondition(firstSector >= 0 && count > 0 && firstSector + count <= 4, "the first four sectors have 16 KB")
        self.firstSector = firstSector
        sectorCount = count
        self.timeout = timeout
    }

    /// A word: what the controller programs at once at 2.7 V or more.
    public var programUnit: Int { 4 }

    public func sector(_ index: Int) -> FlashSector {
        precondition(index >= 0 && index < sectorCount, "sector index out of range")
        return FlashSector(offset: UInt32(index) * Self.sectorLength, length: Self.sectorLength)
    }

    public var mappedMemory: UnsafeRawPointer? {
        MMIO.mappedMemory(at: address(0), count: sectorCount * Int(Self.sectorLength))?.baseAddress
    }

    private func address(_ offset: UInt32) -> UInt32 {
        Self.start &+ UInt32(firstSector) &* Self.sectorLength &+ offset
    }

    private func check(_ offset: UInt32, _ length: Int, unit: UInt32) throws(FlashError) {
        let end = UInt32(sectorCount) * Self.sectorLength
        guard offset <= end, length <= Int(end - offset), offset % unit == 0, length % Int(unit) == 0 else {
            throw .outOfRange(address: offset, length: UInt32(truncatingIfNeeded: length))
        }
    }

    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        try check(offset, buffer.count, unit: 1)
        let source = address(offset)
        for index in 0..<buffer.count {
            buffer[index] = UInt8.load(from: source &+ UInt32(truncatingIfNeeded: index))
        }
    }

    public func program(_ bytes: Span<UInt8>, at offset: UInt32) throws(FlashError) {
        try check(offset, bytes.count, unit: 4)
        try unlock(for: offset)
        defer { lock() }
        STM32F405.FLASH.CR.modify {
            $0.PSIZE = .word
            $0.PG = true
        }
        defer { STM32F405.FLASH.CR.modify { $0.PG = false } }
        var index = 0
        while index < bytes.count {
            let word =
                UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
                | UInt32(bytes[index + 3]) << 24
            let target = offset &+ UInt32(truncatingIfNeeded: index)
            UInt32.store(word, to: address(target))
            try finish(at: target)
            guard UInt32.load(from: address(target)) == word else { throw .notProgrammed(address: target) }
            index += 4
        }
    }

    public func erase(sector index: Int) throws(FlashError) {
        let sector = sector(index)
        try unlock(for: sector.offset)
        defer { lock() }
        STM32F405.FLASH.CR.modify {
            $0.PSIZE = .word
            $0.SER = true
            $0.SNB = UInt8(firstSector + index)
        }
        var start = STM32F405.FLASH.CR.read()
        start.STRT = true
        defer { STM32F405.FLASH.CR.modify { $0.SER = false } }
        guard runFromMemory(start, timeout: timeout) else { throw .timeout }
        try finish(at: sector.offset)
        dropCachedData()
    }

    /// The data cache may hold what was there before (RM0090 3.5.4).
    private func dropCachedData() {
        let enabled = STM32F405.FLASH.ACR.read().DCEN
        STM32F405.FLASH.ACR.modify { $0.DCEN = false }
        STM32F405.FLASH.ACR.modify { $0.DCRST = true }
        STM32F405.FLASH.ACR.modify {
            $0.DCRST = false
            $0.DCEN = enabled
        }
    }

    private func unlock(for offset: UInt32) throws(FlashError) {
        try waitUntilIdle()
        STM32F405.FLASH.SR.clear(.EOP | .OPERR | .WRPERR | .PGAERR | .PGPERR | .PGSERR)
        // The two keys of RM0090 3.6.1.
        STM32F405.FLASH.KEYR.write { $0.set(KEY: 0x4567_0123) }
        STM32F405.FLASH.KEYR.write { $0.set(KEY: 0xCDEF_89AB) }
        guard !STM32F405.FLASH.CR.read().LOCK else { throw .protected(address: offset) }
    }

    private func lock() { STM32F405.FLASH.CR.modify { $0.LOCK = true } }

    private func finish(at offset: UInt32) throws(FlashError) {
        try waitUntilIdle()
        let status = STM32F405.FLASH.SR.read()
        if status.WRPERR { throw .protected(address: offset) }
        if status.OPERR || status.PGAERR || status.PGPERR || status.PGSERR { throw .notProgrammed(address: offset) }
    }

    private func waitUntilIdle() throws(FlashError) {
        for _ in 0..<timeout where !STM32F405.FLASH.SR.read().BSY { return }
        throw .timeout
    }
}

/// Starts what `control` says, and waits until it is over; false if that takes longer than so many looks. In RAM, and calls
/// nothing: the core would stand still at its first instruction from flash (`Tests/Placement` looks that it stays so).
@section(".ramcode") @inline(never)
private func runFromMemory(_ control: FLASH.CR, timeout: Int) -> Bool {
    STM32F405.FLASH.CR.write(control)
    var looks = timeout
    while STM32F405.FLASH.SR.read().BSY {
        looks &-= 1
        if looks <= 0 { return false }
    }
    return true
}
