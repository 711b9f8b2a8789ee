// A flash log that tasks share, on flash that is reached by a bus.
import Interfaces
import Memory
import SerialFlash
import Storage
import Tasks

/// Something to do with a log, in one go: a transaction, say, or a look at all keys. `SharedLog.perform` runs it on the
/// log's own stack, where every call of the log may wait for the flash.
public protocol LogWork: SendableMetatype {
    /// Does it. Every call of the log may wait for the flash, while other tasks run. What it throws, `perform` throws.
    /// - Throws: any `LogError`, such as `full` of a put, or `flash`.
    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError)
}

/// A `KeyValueLog` on a W25Q, or on other flash whose work is awaited, that tasks share.
///
///     let log = SharedLog(W25QSectors(flash, firstSector: 0, count: 16), index: memory, stackBytes: 2816)
///     try await log.mount()
///     try await log.put(key.span, value.span)
///
/// Tasks take turns: a get waits for a put that was begun before it, some milliseconds. Nobody waits for an erase:
/// `maintain` gives the turn back while the device erases, and the device stops erasing for who reads or programs.
///
/// The log is the one of the module Storage, synchronous and with the same format: it runs on a `ProcessStack`, and a task
/// awaits the bus for it.
///
/// Cost: 189 bytes for the log, 150 of its own, its index and its stack. An object, made during start-up. Context: tasks in
/// thread mode.
public final class SharedLog<Device: AsyncNORFlash>: @unchecked Sendable {
    // SAFETY of `@unchecked`: the log is touched by the task that has the turn, or on the stack for it.
    private let device: Device
    private let requests: FlashRequests
    private let index: UnsafeMutableBufferPointer<IndexSlot>
    private var log: KeyValueLog<AwaitedFlash<Device>>?
    private let turn = AsyncMutex(())
    /// One erase at a time, from its begin to its end.
    private let erasure = AsyncMutex(())
    private var isErasing = false

    /// - Parameters:
    ///   - index: memory that is the log's alone, as for `KeyValueLog.mount`.
    ///   - stackBytes: for the log's own frames, of which a mount takes 2.0 KB on a Cortex-M4; `stackBytesUsed` says what
    ///     was needed.
    public init(_ device: Device, index: UnsafeMutableBufferPointer<IndexSlot>, stackBytes: Int) {
        self.device = device
        self.index = index
        requests = FlashRequests(ProcessStack(bytes: stackBytes))
    }

    /// The most bytes of the stack that were used so far; 0 on the host.
    public var stackBytesUsed: Int { requests.stack.bytesUsed }

    /// Finds what is in the flash, as `KeyValueLog.mount`. A mount that failed may be tried again; one that is under way waits
    /// for the end of an erase, which the log before it began.
    /// - Throws: as `KeyValueLog.mount`, such as `foreign`, `newerVersion`, `otherGeometry` or `flash`. There is no log then.
    public func mount() async throws(LogError) -> MountReport { try await begin(Frame<MountWork>.mount) }

    /// Makes an empty log of whatever the flash holds, as `KeyValueLog.format`: erases all of it, for the seconds that this
    /// takes.
    /// - Throws: as `KeyValueLog.format`: `unusableFlash`, `indexTooSmall`, `flash`. There is no log then.
    public func format() async throws(LogError) -> MountReport { try await begin(Frame<MountWork>.format) }

    private func begin(_ body: @escaping ProcessStack.Work) async throws(LogError) -> MountReport {
        var work = MountWork()
        try await erasure.withLock { (_: inout sending Void) async throws(LogError) in
            try await turn.withLock { (_: inout sending Void) async throws(LogError) in try await run(&work, body) }
        }
        return work.report
    }

    // MARK: - Using it

    /// Runs `work` when its turn comes, and once more after an erase if it found no room while that lasted.
    ///
    /// - Throws: `unusableFlash` before the mount, and what `work` throws.
    public func perform<Work: LogWork>(_ work: inout Work) async throws(LogError) {
        do throws(LogError) { try await takeTurn(&work) } catch {
            guard error == .full, isErasing else { throw error }
            await erasure.withLock { (_: inout sending Void) in }
            try await takeTurn(&work)
        }
    }

    private func takeTurn<Work: LogWork>(_ work: inout Work) async throws(LogError) {
        try await turn.withLock { (_: inout sending Void) async throws(LogError) in
            try await run(&work, Frame<Work>.run)
        }
    }

    /// As `KeyValueLog.put`.
    /// - Throws: as `KeyValueLog.put`, and `unusableFlash` before the mount.
    public func put(_ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>) async throws(LogError) {
        var work = PutWork(key: bytes(key), value: bytes(value))
        try await perform(&work)
    }

    /// As `KeyValueLog.get`.
    /// - Throws: as `KeyValueLog.get`, and `unusableFlash` before the mount.
    public func get(
        _ key: borrowing Span<UInt8>, into buffer: inout MutableSpan<UInt8>
    ) async throws(LogError) -> Int? {
        // SAFETY: as `bytes(_:)`.
        let target = buffer.withUnsafeMutableBytes { unsafe $0.bindMemory(to: UInt8.self) }
        var work = GetWork(key: bytes(key), buffer: target)
        try await perform(&work)
        return work.count
    }

    /// As `KeyValueLog.delete`.
    /// - Throws: as `KeyValueLog.delete`, and `unusableFlash` before the mount.
    public func delete(_ key: borrowing Span<UInt8>) async throws(LogError) -> Bool {
        var work = DeleteWork(key: bytes(key))
        try await perform(&work)
        return work.existed
    }

    /// As `KeyValueLog.value(of:)`.
    /// - Throws: as `KeyValueLog.value(of:)`: `otherType`; and `unusableFlash` before the mount.
    public func value<Value>(of setting: Setting<Value>) async throws(LogError) -> Value {
        var work = ReadSettingWork(setting: setting, value: setting.defaultValue)
        try await perform(&work)
        return work.value
    }

    /// As `KeyValueLog.set(_:to:)`.
    /// - Throws: as `KeyValueLog.set(_:to:)`, and `unusableFlash` before the mount.
    public func set<Value>(_ setting: Setting<Value>, to value: Value) async throws(LogError) {
        var work = WriteSettingWork(setting: setting, value: value)
        try await perform(&work)
    }

    /// As `KeyValueLog.maintain`, and while the device erases the others have the log.
    ///
    /// - Returns: whether there is more to do.
    /// - Throws: `flash` if an erase or a copy failed, and `unusableFlash` before the mount.
    public func maintain(budget: Int = 1024) async throws(LogError) -> Bool {
        if try await eraseOne() { return true }
        var work = MaintenanceWork(budget: budget)
        try await takeTurn(&work)
        return work.hasMore
    }

    /// Erases a sector that waits for it, outside the log's stack. Returns whether there was one.
    private func eraseOne() async throws(LogError) -> Bool {
        try await erasure.withLock { (_: inout sending Void) async throws(LogError) in
            isErasing = true
            defer { isErasing = false }
            var begin = BeginEraseWork()
            try await takeTurn(&begin)
            guard let sector = begin.sector else { return false }
            var failure: FlashError?
            do throws(FlashError) { try await device.erase(sector: sector) } catch { failure = error }
            requests.forgetWindow()
            var end = EndEraseWork(sector: sector, isErased: failure == nil)
            try await takeTurn(&end)
            if let failure { throw .flash(failure) }
            return true
        }
    }

    /// As `KeyValueLog.statistics`.
    /// - Throws: `flash` if the flash cannot be read, and `unusableFlash` before the mount.
    public func statistics() async throws(LogError) -> LogStatistics {
        var work = StatisticsWork()
        try await perform(&work)
        return work.statistics
    }

    // MARK: - On the stack

    /// The bytes of a span that is borrowed for as long as its task waits.
    private func bytes(_ span: borrowing Span<UInt8>) -> UnsafeBufferPointer<UInt8> {
        // SAFETY: the caller borrows the span until the work is done that uses this.
        span.withUnsafeBufferPointer { unsafe $0 }
    }

    /// What the stack's function is given the address of.
    private struct Frame<Work: LogWork> {
        let shared: SharedLog
        var work: Work
        var error: LogError?

        static func run(_ frame: UnsafeMutableRawPointer) {
            // SAFETY: the method `run` gave the address of a frame that is pinned until this is done.
            let frame = unsafe frame.assumingMemoryBound(to: Frame.self)
            let shared = frame.pointee.shared
            guard shared.log != nil else {
                frame.pointee.error = .unusableFlash
                return
            }
            do throws(LogError) { try frame.pointee.work.run(on: &shared.log!) } catch { frame.pointee.error = error }
        }

        static func mount(_ frame: UnsafeMutableRawPointer) { begin(frame, isFormat: false) }

        static func format(_ frame: UnsafeMutableRawPointer) { begin(frame, isFormat: true) }

        private static func begin(_ frame: UnsafeMutableRawPointer, isFormat: Bool) {
            // SAFETY: as above.
            let frame = unsafe frame.assumingMemoryBound(to: Frame.self)
            let shared = frame.pointee.shared
            shared.log = nil
            let flash = AwaitedFlash(device: shared.device, requests: shared.requests)
            do throws(LogError) {
                if isFormat {
                    shared.log = try KeyValueLog.format(flash, index: shared.index)
                } else {
                    shared.log = try KeyValueLog.mount(flash, index: shared.index)
                }
            } catch {
                frame.pointee.error = error
                return
            }
            run(UnsafeMutableRawPointer(frame))
        }
    }

    private func run<Work: LogWork>(_ work: inout Work, _ body: @escaping ProcessStack.Work) async throws(LogError) {
        let frame = Pinned(Frame(shared: self, work: work))
        await requests.stack.run(UnsafeMutableRawPointer(frame.pointer), body) { await requests.answer(with: device) }
        work = frame.pointer.pointee.work
        if let error = frame.pointer.pointee.error { throw error }
    }
}
