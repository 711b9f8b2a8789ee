// Flash on a bus, as the synchronous log sees it: each call stops the log's stack until a task has awaited the device.
import Interfaces
import SerialFlash
import Tasks

/// What the log wants of the device, and how that went. The log's stack and the task that awaits for it take turns.
final class FlashRequests: @unchecked Sendable {
    // SAFETY of `@unchecked`: see `ProcessStack`: the two never run at once.
    enum Request {
        case none
        case read(UInt32, UnsafeMutableRawBufferPointer)
        case program(UInt32, UnsafeRawBufferPointer)
        case erase(Int)
    }

    let stack: ProcessStack
    private var request = Request.none
    private var error: FlashError?
    /// What was read last from `windowStart` on: a look at a key and at its record is one transaction on the bus, where
    /// the log makes four calls.
    private var window = InlineArray<64, UInt8>(repeating: 0)
    private var windowStart: UInt32 = 0
    private var windowCount = 0

    init(_ stack: ProcessStack) { self.stack = stack }

    /// Reads through the window. `end` is where the sector ends: the next one may be being erased, and is not waited for.
    func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>, end: UInt32) throws(FlashError) {
        let count = buffer.count
        if count > 64 {
            return try buffer.withUnsafeMutableBytes { (bytes) throws(FlashError) in try make(.read(offset, bytes)) }
        }
        if offset < windowStart || Int(offset - windowStart) + count > windowCount {
            windowCount = 0
            let length = min(64, Int(end - offset))
            try withUnsafeMutableBytes(of: &window) { (bytes) throws(FlashError) in
                try make(.read(offset, UnsafeMutableRawBufferPointer(rebasing: bytes[..<length])))
            }
            windowStart = offset
            windowCount = length
        }
        let first = Int(offset - windowStart)
        for index in 0..<count { buffer[index] = window[first + index] }
    }

    /// The flash is no longer as it was read.
    func forgetWindow() { windowCount = 0 }

    /// Stops until the device is done. The log's stack.
    func make(_ request: Request) throws(FlashError) {
        self.request = request
        stack.wait()
        self.request = .none
        if let error { throw error }
    }

    /// Awaits what was asked for.
    func answer(with device: some AsyncNORFlash) async {
        error = nil
        do throws(FlashError) {
            switch request {
            case .none: break
            case .read(let offset, let buffer):
                // SAFETY: the buffer is the log's, which stands still in the call that it gave it to.
                var span = unsafe buffer.bindMemory(to: UInt8.self).mutableSpan
                try await device.read(at: offset, into: &span)
            case .program(let offset, let bytes):
                // SAFETY: as above.
                let span = unsafe bytes.bindMemory(to: UInt8.self).span
                try await device.program(span, at: offset)
            case .erase(let sector): try await device.erase(sector: sector)
            }
        } catch { self.error = error }
    }
}

/// A device on a bus for code on the stack of its requests.
struct AwaitedFlash<Device: AsyncNORFlash>: NORFlash {
    let device: Device
    let requests: FlashRequests

    var programUnit: Int { device.programUnit }
    var sectorCount: Int { device.sectorCount }
    func sector(_ index: Int) -> FlashSector { device.sector(index) }

    func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        var end = offset + UInt32(buffer.count)
        for index in 0..<device.sectorCount {
            let sector = device.sector(index)
            if offset >= sector.offset, offset - sector.offset < sector.length {
                end = max(end, sector.offset + sector.length)
            }
        }
        try requests.read(at: offset, into: &buffer, end: end)
    }

    func program(_ bytes: Span<UInt8>, at offset: UInt32) throws(FlashError) {
        requests.forgetWindow()
        try bytes.withUnsafeBytes { (bytes) throws(FlashError) in try requests.make(.program(offset, bytes)) }
    }

    func erase(sector index: Int) throws(FlashError) {
        requests.forgetWindow()
        try requests.make(.erase(index))
    }
}
