// W25Q: NOR flash on a serial peripheral bus, 1 to 16 MB (Winbond, "W25Q128JV", revision F; the others of the family with
// 3-byte addresses are alike).
import Buses
import Interfaces
import Tasks

/// Why flash on a bus did not do as asked. Addresses count bytes from the device's start.
public enum SerialFlashError: Error, Equatable, Sendable {
    /// The bus failed, with this.
    case bus(SPIError)
    /// Nobody answers: its identity reads as all zeros or all ones.
    case noDevice
    /// It is something else: manufacturer, type and capacity as it gives them.
    case unknownDevice(UInt32)
    /// The address and length are not within the device.
    case outOfRange(address: UInt32, length: UInt32)
    /// It was busy beyond its bound.
    case timeout
    /// It did not take the write enable that comes before.
    case notWriteEnabled
    /// Block protection covers some of the device.
    case protected
    /// It does not read back as programmed: a program would have had to turn a 0 into a 1, or the memory is worn.
    case notProgrammed(address: UInt32)
    /// The sector does not read as erased.
    case notErased(sector: Int)
    /// It sleeps: `wake` comes first.
    case poweredDown
    /// The task was cancelled before its turn came; nothing was done.
    case cancelled
}

/// A flash device, its methods named as those of `NORFlash`, with `await`.
///
///     let flash = W25Q(bus, select: chipSelect)
///     try await flash.start()
///     try await flash.erase(sector: 3)
///     try await flash.program(record.span, at: 3 * 4096)
///
/// Tasks may share it. While one waits for its erase, another's `read` or `program` suspends the erase and lets it go on
/// afterwards (8.2.18); what needs the very sector that is being erased waits for its end, as does another `erase`.
///
/// Every wait is bounded: 3 ms for a page, 400 ms for a sector (9.6), each with as much again. What has been begun is not cut
/// short by a cancellation.
///
/// Cost: 104 bytes, and 32 of what is read back in the frames of the task that changes it. An object, made during start-up.
/// Context: tasks of one level.
public final class W25Q<Device: SPIDevice, Select: OutputPin>: @unchecked Sendable {
    // SAFETY of `@unchecked`: the variables are touched by the task that has `access`.
    private let bus: SPIBus<Device>
    private let select: Select
    /// One transaction with the device.
    private let access = AsyncMutex(())
    /// One task that erases, and one that programs, from beginning to end.
    private let erases = Semaphore(permits: 1)
    private let programs = Semaphore(permits: 1)
    private var capacityInBytes: UInt32 = 0
    private var isPoweredDown = false
    /// The sector that is being erased, when it was begun or resumed last, and until when it has to end.
    private var erasing: (sector: Int, since: Instant, deadline: Instant)?

    enum Command: UInt8 {
        case pageProgram = 0x02
        case read = 0x03
        case readStatus1 = 0x05
        case writeEnable = 0x06
        case sectorErase = 0x20
        case readStatus2 = 0x35
        case suspend = 0x75
        case resume = 0x7A
        case readIdentity = 0x9F
        case wake = 0xAB
        case powerDown = 0xB9
    }

    /// A device at the bus. `select` is low while it is meant. Sends nothing: `start` does.
    public init(_ bus: SPIBus<Device>, select: Select) {
        self.bus = bus
        self.select = select
    }

    /// Bytes; 0 before `start`.
    public var capacity: Int { Int(capacityInBytes) }
    /// Sectors of 4 KB; 0 before `start`.
    public var sectorCount: Int { Int(capacityInBytes >> 12) }
    /// A byte.
    public var programUnit: Int { 1 }
    /// Precondition: `0 <= index < sectorCount`.
    public func sector(_ index: Int) -> FlashSector { FlashSector(offset: UInt32(index) << 12, length: 4096) }

    /// Makes sure that it is there, and learns its size. It is woken, and what it was doing when this chip was reset is
    /// brought to its end, which may take 0.8 s.
    /// - Throws: `noDevice` or `unknownDevice` by its identity, `timeout` if it stays busy, `cancelled`, `bus`.
    public func start() async throws(SerialFlashError) {
        try await access.withLock { (_: inout sending Void) async throws(SerialFlashError) in
            try await send(.wake)
            isPoweredDown = false
            // 3 microseconds until it takes commands (tRES1).
            await sleep(for: .microseconds(10))
            let identity: InlineArray<3, UInt8> = try await ask(.readIdentity)
            let number = UInt32(identity[0]) << 16 | UInt32(identity[1]) << 8 | UInt32(identity[2])
            guard number != 0, number != 0xFF_FFFF else { throw .noDevice }
            // Winbond; 1 MB is 0x14, 16 MB 0x18, and larger ones have addresses of four bytes.
            guard identity[0] == 0xEF, (0x14...0x18).contains(identity[2]) else { throw .unknownDevice(number) }
            let status: InlineArray<1, UInt8> = try await ask(.readStatus2)
            if status[0] & Status2.isSuspended != 0 { try await send(.resume) }
            try await waitUntilIdle(for: .milliseconds(800), lookingEvery: .milliseconds(1))
            erasing = nil
            capacityInBytes = 1 << UInt32(identity[2])
        }
    }

    // MARK: - Reading

    /// Copies what is stored from `offset` on into all of `buffer`.
    /// - Throws: `outOfRange`, `poweredDown`, `timeout`, `cancelled` before the turn came, `bus`.
    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) async throws(SerialFlashError) {
        try check(offset, buffer.count)
        guard buffer.count > 0 else { return }
        while true {
            let isDone = try await access.withLock { (_: inout sending Void) async throws(SerialFlashError) in
                guard !isPoweredDown else { throw .poweredDown }
                guard !isErasing(anyOf: offset, buffer.count) else { return false }
                let pause = try await suspendErase()
                var failure: SerialFlashError?
                do throws(SerialFlashError) { try await copy(from: offset, into: &buffer) } catch { failure = error }
                try await resumeErase(since: pause)
                if let failure { throw failure }
                return true
            }
            if isDone { return }
            // That sector's contents are not defined before its erase is over.
            guard await erases.acquire() else { throw .cancelled }
            erases.release()
        }
    }

    /// Whether a sector is being erased that these bytes are in. Precondition: there are some.
    private func isErasing(anyOf offset: UInt32, _ count: Int) -> Bool {
        guard let sector = erasing?.sector else { return false }
        let last = offset + UInt32(count - 1)
        return (Int(offset >> 12)...Int(last >> 12)).contains(sector)
    }

    /// Stops the erase for a while, if there is one, and says when. It has to have gone on for 20 microseconds since it was
    /// stopped last (tSUS), and is given a millisecond: so it gets on, whoever reads how often.
    private func suspendErase() async throws(SerialFlashError) -> Instant? {
        guard let current = erasing else { return nil }
        await sleepRegardless(until: current.since + .milliseconds(1))
        try await send(.suspend)
        // It takes no longer than 20 microseconds.
        try await waitUntilIdle(for: .milliseconds(1), lookingEvery: .microseconds(20))
        return SystemClock.now
    }

    private func resumeErase(since begin: Instant?) async throws(SerialFlashError) {
        guard let begin, let current = erasing else { return }
        // A device that had finished is not suspended, and ignores this.
        try await send(.resume)
        let now = SystemClock.now
        erasing = (current.sector, now, current.deadline + (now - begin))
    }

    private func copy(from offset: UInt32, into buffer: inout MutableSpan<UInt8>) async throws(SerialFlashError) {
        let header = Self.header(.read, offset)
        do throws(SPIError) {
            try await bus.withSelected(select, isCancellable: false) { () async throws(SPIError) in
                try await bus.write(header.span)
                try await bus.exchange(&buffer)
            }
        } catch { throw .bus(error) }
    }

    // MARK: - Changing

    /// Programs all of `bytes`, page by page, and reads them back.
    /// - Throws: `outOfRange`, `poweredDown`, `protected`, `notWriteEnabled`, `timeout`, `notProgrammed`, `cancelled` before
    ///   the turn came, `bus`. Pages before the one that failed are programmed.
    public func program(_ bytes: borrowing Span<UInt8>, at offset: UInt32) async throws(SerialFlashError) {
        try check(offset, bytes.count)
        guard await programs.acquire() else { throw .cancelled }
        defer { programs.release() }
        var done = 0
        while done < bytes.count {
            let address = offset + UInt32(done)
            // Behind the end of a page the address begins anew at its start (8.2.13).
            let count = min(bytes.count - done, 256 - Int(address & 0xFF))
            let isDone = try await access.withLock { (_: inout sending Void) async throws(SerialFlashError) in
                guard !isErasing(anyOf: address, count) else { return false }
                let pause = try await suspendErase()
                var failure: SerialFlashError?
                do throws(SerialFlashError) {
                    try await programPage(bytes.extracting(done..<done + count), at: address)
                } catch { failure = error }
                try await resumeErase(since: pause)
                if let failure { throw failure }
                return true
            }
            if isDone {
                done += count
            } else {
                await erases.acquireRegardless()
                erases.release()
            }
        }
    }

    private func programPage(_ bytes: borrowing Span<UInt8>, at address: UInt32) async throws(SerialFlashError) {
        try await enableWriting()
        let header = Self.header(.pageProgram, address)
        do throws(SPIError) {
            try await bus.withSelected(select, isCancellable: false) { () async throws(SPIError) in
                try await bus.write(header.span)
                try await bus.write(bytes)
            }
        } catch { throw .bus(error) }
        try await waitUntilIdle(for: .milliseconds(6), lookingEvery: .microseconds(100))
        if let wrong = try await firstDifference(from: bytes, at: address) { throw .notProgrammed(address: wrong) }
    }

    private func firstDifference(
        from bytes: borrowing Span<UInt8>, at offset: UInt32
    ) async throws(SerialFlashError) -> UInt32? {
        var compared = 0
        while compared < bytes.count {
            var block = InlineArray<32, UInt8>(repeating: 0)
            let count = min(32, bytes.count - compared)
            var span = block.mutableSpan
            // Behind the end of the device its start is read, and not looked at.
            try await copy(from: offset + UInt32(compared), into: &span)
            for index in 0..<count where block[index] != bytes[compared + index] {
                return offset + UInt32(compared + index)
            }
            compared += count
        }
        return nil
    }

    /// Turns a sector of 4 KB to `0xFF`. Others may read in the meantime.
    /// - Throws: `outOfRange`, `poweredDown`, `protected`, `notWriteEnabled`, `timeout`, `notErased`, `cancelled` before the
    ///   turn came, `bus`.
    public func erase(sector index: Int) async throws(SerialFlashError) {
        let offset = UInt32(truncatingIfNeeded: index) << 12
        guard (0..<sectorCount).contains(index) else { throw .outOfRange(address: offset, length: 4096) }
        guard await erases.acquire() else { throw .cancelled }
        defer { erases.release() }
        try await access.withLock { (_: inout sending Void) async throws(SerialFlashError) in
            try await enableWriting()
            let header = Self.header(.sectorErase, offset)
            do throws(SPIError) {
                try await bus.withSelected(select, isCancellable: false) { () async throws(SPIError) in
                    try await bus.write(header.span)
                }
            } catch { throw .bus(error) }
            let now = SystemClock.now
            erasing = (index, now, now + .milliseconds(800))
        }
        var isDone = false
        while !isDone {
            await sleepRegardless(until: SystemClock.now + .milliseconds(1))
            isDone = try await access.withLock { (_: inout sending Void) async throws(SerialFlashError) in
                try await pollErase()
            }
        }
        var block = InlineArray<32, UInt8>(repeating: 0)
        for position in stride(from: offset, to: offset + 4096, by: 32) {
            var span = block.mutableSpan
            try await read(at: position, into: &span)
            for byte in 0..<32 where block[byte] != 0xFF { throw .notErased(sector: index) }
        }
    }

    /// Whether the erase is over; an erase that fails is over too.
    private func pollErase() async throws(SerialFlashError) -> Bool {
        guard let current = erasing else { return true }
        do throws(SerialFlashError) {
            if try await status() & Status1.isBusy == 0 {
                erasing = nil
                return true
            }
            guard SystemClock.now < current.deadline else { throw .timeout }
            return false
        } catch {
            erasing = nil
            throw error
        }
    }

    /// Has the device take the next change, and makes sure that it will.
    private func enableWriting() async throws(SerialFlashError) {
        guard !isPoweredDown else { throw .poweredDown }
        try await send(.writeEnable)
        let status = try await status()
        guard status & Status1.protection == 0 else { throw .protected }
        guard status & Status1.isWriteEnabled != 0 else { throw .notWriteEnabled }
    }

    // MARK: - Power

    /// Puts the device to sleep at a microampere, after what it is doing; it then takes nothing but `wake`.
    /// - Throws: `cancelled` before the turn came, `bus`.
    public func powerDown() async throws(SerialFlashError) {
        guard await erases.acquire() else { throw .cancelled }
        defer { erases.release() }
        guard await programs.acquire() else { throw .cancelled }
        defer { programs.release() }
        try await access.withLock { (_: inout sending Void) async throws(SerialFlashError) in
            try await send(.powerDown)
            isPoweredDown = true
        }
    }

    /// Wakes the device, which takes 10 microseconds. It may be awake already.
    /// - Throws: `cancelled` before the turn came, `bus`.
    public func wake() async throws(SerialFlashError) {
        try await access.withLock { (_: inout sending Void) async throws(SerialFlashError) in
            try await send(.wake)
            // 3 microseconds until it takes commands (tRES1).
            await sleepRegardless(until: SystemClock.now + .microseconds(10))
            isPoweredDown = false
        }
    }

    // MARK: - Commands

    private enum Status1 {
        static var isBusy: UInt8 { 0b1 }
        static var isWriteEnabled: UInt8 { 0b10 }
        /// BP2 to BP0.
        static var protection: UInt8 { 0b1_1100 }
    }
    private enum Status2 {
        static var isSuspended: UInt8 { 0b1000_0000 }
    }

    private func check(_ offset: UInt32, _ length: Int) throws(SerialFlashError) {
        guard UInt64(offset) + UInt64(length) <= UInt64(capacityInBytes) else {
            throw .outOfRange(address: offset, length: UInt32(truncatingIfNeeded: length))
        }
    }

    private static func header(_ command: Command, _ address: UInt32) -> InlineArray<4, UInt8> {
        [
            command.rawValue, UInt8(truncatingIfNeeded: address >> 16), UInt8(truncatingIfNeeded: address >> 8),
            UInt8(truncatingIfNeeded: address),
        ]
    }

    private func send(_ command: Command) async throws(SerialFlashError) {
        let _: InlineArray<0, UInt8> = try await ask(command)
    }

    private func ask<let count: Int>(_ command: Command) async throws(SerialFlashError) -> InlineArray<count, UInt8> {
        let code: InlineArray<1, UInt8> = [command.rawValue]
        var answer = InlineArray<count, UInt8>(repeating: 0)
        do throws(SPIError) {
            try await bus.withSelected(select, isCancellable: false) { () async throws(SPIError) in
                try await bus.write(code.span)
                var span = answer.mutableSpan
                try await bus.exchange(&span)
            }
        } catch { throw .bus(error) }
        return answer
    }

    private func status() async throws(SerialFlashError) -> UInt8 {
        let answer: InlineArray<1, UInt8> = try await ask(.readStatus1)
        return answer[0]
    }

    private func waitUntilIdle(for limit: Interval, lookingEvery pause: Interval) async throws(SerialFlashError) {
        let deadline = SystemClock.now + limit
        while try await status() & Status1.isBusy != 0 {
            guard SystemClock.now < deadline else { throw .timeout }
            await sleepRegardless(until: SystemClock.now + pause)
        }
    }

}
