// Being a target of an inter-integrated circuit bus, for a task.
import CortexM
import Interfaces
import Memory
import Tasks

/// What a controller wants.
public enum I2CTargetRequest: Equatable, Sendable {
    /// It has written so many bytes.
    case written(Int)
    /// It reads, and waits for `respond`; before it wrote so many bytes, as a rule the number of a register.
    case read(afterWriting: Int)
}

/// A target that a task serves.
///
///     private let target = I2CTarget(I2CTargetPort(i2c, clock: scl, data: sda, clocks: clocks, address: 0x42))
///
///     Level4.bind(eventLine) { target.handleInterrupt() }
///     Level4.bind(errorLine) { target.handleInterrupt() }
///     while true {
///         let request = try await target.listen(into: &bytes)
///         if case .read? = request { try await target.respond(with: registers.span) }
///     }
///
/// While the task is elsewhere the clock is held low and the controller waits: nothing is lost, but many controllers give
/// up after 25 ms. A controller that stands still for that long in the middle of a byte is given up itself.
///
/// Cost: 60 bytes; some 100 instructions a byte. An object, made during start-up, so that its handlers and its task may
/// have it both. Context: one task, but for `handleInterrupt`.
public final class I2CTarget<Device: I2CTargetDevice>: @unchecked Sendable {
    private enum Work {
        case none
        /// Bytes go there; `count` have come.
        case receive(UnsafeMutablePointer<UInt8>?, room: Int, count: Int)
        /// Bytes come from there; `count` are out.
        case send(UnsafePointer<UInt8>?, length: Int, count: Int)
    }
    private enum Outcome {
        case request(I2CTargetRequest)
        case sent(Int)
        case failed(I2CTargetError)
    }
    /// What the interrupt works on.
    private struct State {
        var work = Work.none
        var outcome: Outcome?
        /// How much has happened in the transfer.
        var events: UInt32 = 0
    }

    /// How long a controller may stand still in the middle of a transfer: what SMBus allows (version 3, table 1).
    private static var timeout: Interval { .milliseconds(25) }

    // SAFETY of `@unchecked`: the state is touched with interrupts masked or by the handler.
    private let device: Device
    private let state = Pinned(State())
    /// A transfer has begun, or is over.
    private let changed = Signal()
    private let handler = ExclusiveUse()
    private let server = ExclusiveUse()

    /// Takes over the device. Bind its interrupts before the first `listen`.
    public init(_ device: Device) { self.device = device }

    // MARK: - The interrupt

    /// Takes what happened. The level that the interrupts are bound to.
    public func handleInterrupt() { handler.handle(takeEvents) }

    private func takeEvents() {
        do throws(I2CTargetError) {
            while true {
                // What nobody listens for has to wait, with the clock held.
                if case .none = state.pointer.pointee.work { return device.setListening(false) }
                guard let event = try device.takeEvent() else { return }
                state.pointer.pointee.events &+= 1
                if state.pointer.pointee.events == 1 { changed.notify() }
                if let outcome = handle(event) { finish(outcome) }
            }
        } catch {
            finish(.failed(error))
            device.setListening(false)
        }
    }

    private func handle(_ event: I2CTargetEvent) -> Outcome? {
        switch (state.pointer.pointee.work, event) {
        case (.receive(let bytes, let room, let count), .received(let byte)):
            // SAFETY: `bytes` points at `room` bytes, lent until the outcome.
            if count < room { bytes.unsafelyUnwrapped[count] = byte }
            state.pointer.pointee.work = .receive(bytes, room: room, count: count &+ 1)
            return nil
        case (.receive(_, let room, let count), .addressed(let isRead)):
            if count > room { return .failed(.noRoom) }
            if isRead { return .request(.read(afterWriting: count)) }
            // Another write after a repeated start.
            return count > 0 ? .request(.written(count)) : nil
        case (.receive(_, let room, let count), .ended):
            if count > room { return .failed(.noRoom) }
            if count > 0 { return .request(.written(count)) }
            // A controller that only looked who is there; or the end of a read, after its answer.
            state.pointer.pointee.events = 0
            return nil
        case (.send(let bytes, let length, let count), .needsByte):
            // SAFETY: `bytes` points at `length` bytes, lent until the outcome. Beyond them the lines are left high.
            device.give(count < length ? bytes.unsafelyUnwrapped[count] : 0xFF)
            state.pointer.pointee.work = .send(bytes, length: length, count: count &+ 1)
            return nil
        case (.send(_, let length, let count), .ended), (.send(_, let length, let count), .addressed):
            // One more than the controller took is in the device already.
            return .sent(min(max(count &- 1, 0), length))
        case (.receive(_, _, let count), .needsByte): return .request(.read(afterWriting: count))
        case (.send, .received): return .failed(.overrun)
        case (.none, _): return nil
        }
    }

    private func finish(_ outcome: Outcome) {
        state.pointer.pointee.work = .none
        state.pointer.pointee.outcome = outcome
        changed.notify()
    }

    // MARK: - The task

    /// Waits for what a controller wants next, and keeps what it writes; nil if `deadline` came first. Throws `cancelled` if
    /// the task was cancelled first. A controller that has begun is waited for. A second task in here is a fault.
    public func listen(
        into bytes: inout MutableSpan<UInt8>, until deadline: Instant = .never
    ) async throws(I2CTargetError) -> I2CTargetRequest? {
        let (target, room) = bytes.withUnsafeMutableBufferPointer { ($0.baseAddress, $0.count) }
        guard case .request(let request)? = try await run(.receive(target, room: room, count: 0), until: deadline)
        else { return nil }
        return request
    }

    /// Gives the controller what it reads, and bytes of ones beyond; answers how many of `bytes` it took. A controller that
    /// waits is answered in a cancelled task, too.
    /// - Throws: `misplacedCondition` or `overrun` from the bus, `timeout` if the controller stands still for 25 ms.
    @discardableResult
    public func respond(with bytes: borrowing Span<UInt8>) async throws(I2CTargetError) -> Int {
        let (source, count) = bytes.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
        guard case .sent(let sent)? = try await run(.send(source, length: count, count: 0), until: nil) else { return 0 }
        return sent
    }

    // SAFETY of the pointers in `work`: the caller's spans are borrowed until this returns, and by then the handler does not
    // run on them any more.
    private func run(_ work: Work, until deadline: Instant?) async throws(I2CTargetError) -> Outcome? {
        server.enter("two tasks serve as one target; running level")
        defer { server.leave() }
        changed.reset()
        withInterruptsMasked {
            state.pointer.pointee = State(work: work)
            device.setListening(true)
        }
        while true {
            let (outcome, events) = withInterruptsMasked { (state.pointer.pointee.outcome, state.pointer.pointee.events) }
            if case .failed(let error)? = outcome { throw error }
            if let outcome { return outcome }
            if events == 0, let deadline {
                let end = await changed.wait(until: deadline, endsWhenCancelled: true)
                guard end != .served, stop(ifStillAt: 0) else { continue }
                if end == .cancelled { throw .cancelled }
                return nil
            } else {
                // The bytes are lent: whoever is cancelled in the middle of a transfer has to wait for its end.
                if await changed.waitRegardless(until: SystemClock.now + Self.timeout) { continue }
                if stop(ifStillAt: events) {
                    device.restart()
                    throw .timeout
                }
            }
        }
    }

    /// Gives the work up if nothing has happened since.
    private func stop(ifStillAt events: UInt32) -> Bool {
        withInterruptsMasked {
            guard state.pointer.pointee.outcome == nil, state.pointer.pointee.events == events else { return false }
            state.pointer.pointee.work = .none
            device.setListening(false)
            return true
        }
    }
}
