// Flash behind a bus, as the synchronous log sees it: each call stops the log's stack until a task has awaited the device.
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

    init(_ stack: ProcessStack) { self.stack = stack }

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

/// A device behind a bus for code on the stack of its requests.
struct AwaitedFlash<Device: AsyncNORFlash>: NORFlash {
    let device: Device
    let requests: FlashRequests

    var programUnit: Int { device.programUnit }
    var sectorCount: Int { device.sectorCount }
    func sector(_ index: Int) -> FlashSector { device.sector(index) }

    func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        try buffer.withUnsafeMutableBytes { (bytes) throws(FlashError) in try requests.make(.read(offset, bytes)) }
    }

    func program(_ bytes: Span<UInt8>, at offset: UInt32) throws(FlashError) {
        try bytes.withUnsafeBytes { (bytes) throws(FlashError) in try requests.make(.program(offset, bytes)) }
    }

    func erase(sector index: Int) throws(FlashError) { try requests.make(.erase(index)) }
}
