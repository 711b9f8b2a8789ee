// An inter-integrated circuit bus for tasks: transfers go on by interrupt, and `await` is all the waiting.
import CortexM
import Interfaces
import Memory
import Tasks

/// A bus with one controller and targets that have addresses of 7 bits.
///
///     private let bus = I2CBus(I2CController(i2c, clock: scl, data: sda, clocks: clocks))
///
///     Level4.bind(eventLine) { bus.handleInterrupt() }
///     Level4.bind(errorLine) { bus.handleInterrupt() }
///     var identity: InlineArray<1, UInt8> = [0]
///     try await bus.write(register.span, thenRead: &identity.mutableSpan, to: 0x76)
///
/// One task at a time has the bus; the others wait in the order they came. A transfer that is not over in four times what
/// its bits take, and 25 ms, in which a target may stretch the clock, is given up and the controller restarted. A task that
/// is cancelled before its turn comes gets `cancelled`; a transfer that has begun is waited for, since its bytes are lent.
///
/// Cost: 90 bytes; some 100 instructions a byte. An object, made during start-up, so that its handlers and its tasks may
/// have it both. Context: tasks, but for `handleInterrupt`.
public final class I2CBus<Device: I2CDevice>: @unchecked Sendable {
    /// What the interrupt works on.
    private struct State {
        var transfer = I2CTransfer(address: 0, source: nil, bytesToWrite: 0, target: nil, bytesToRead: 0)
        var isRunning = false
        var error: I2CError?
    }

    // SAFETY of `@unchecked`: the state is touched with interrupts masked or by the handler.
    private let device: Device
    private let state = Pinned(State())
    private let finished = Signal()
    private let access = Semaphore(permits: 1)
    private let handler = ExclusiveUse()

    /// Takes over the controller. Bind its interrupts before the first transfer.
    public init(_ device: Device) { self.device = device }

    /// Takes the transfer a step further. The level that the interrupts are bound to.
    public func handleInterrupt() { handler.handle(advance) }

    private func advance() {
        guard state.pointer.pointee.isRunning else { return device.restart() }
        do throws(I2CError) {
            guard try device.advance(&state.pointer.pointee.transfer) else { return }
        } catch { state.pointer.pointee.error = error }
        state.pointer.pointee.isRunning = false
        finished.notify()
    }

    /// Writes bytes to a target.
    /// - Throws: any `I2CError`. Of bytes before an error some may have been taken; after `cancelled` nothing was sent.
    public func write(_ bytes: borrowing Span<UInt8>, to address: UInt8) async throws(I2CError) {
        let (source, count) = bytes.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
        try await run(
            I2CTransfer(address: address, source: source, bytesToWrite: count, target: nil, bytesToRead: 0))
    }

    /// Reads as many bytes from a target as there is room for.
    /// - Throws: any `I2CError`. `bytes` may be filled in part then; after `cancelled` nothing was sent.
    public func read(into bytes: inout MutableSpan<UInt8>, from address: UInt8) async throws(I2CError) {
        let (target, room) = bytes.withUnsafeMutableBufferPointer { ($0.baseAddress, $0.count) }
        try await run(
            I2CTransfer(address: address, source: nil, bytesToWrite: 0, target: target, bytesToRead: room))
    }

    /// Writes bytes, as a rule the number of a register, and reads others after a repeated start.
    /// - Throws: any `I2CError`, as of `write` and `read`.
    public func write(
        _ bytes: borrowing Span<UInt8>, thenRead answer: inout MutableSpan<UInt8>, to address: UInt8
    ) async throws(I2CError) {
        let (source, count) = bytes.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
        let (target, room) = answer.withUnsafeMutableBufferPointer { ($0.baseAddress, $0.count) }
        try await run(
            I2CTransfer(address: address, source: source, bytesToWrite: count, target: target, bytesToRead: room))
    }

    // SAFETY of the pointers in `transfer`: the caller's spans are borrowed until this returns, and by then the handler
    // does not run on them any more.
    private func run(_ transfer: consuming I2CTransfer) async throws(I2CError) {
        guard await access.acquire() else { throw .cancelled }
        defer { access.release() }
        try await waitUntilReady()
        finished.reset()
        let bits = Int64(transfer.bytesToWrite + transfer.bytesToRead + 2) * 9
        let deadline = SystemClock.now + .microseconds(bits * 4_000_000 / Int64(device.bitRate.hertz) + 25_000)
        withInterruptsMasked {
            state.pointer.pointee = State(transfer: transfer, isRunning: true, error: nil)
            device.begin(state.pointer.pointee.transfer)
        }
        // The bytes are lent: a cancellation has to wait for the transfer's end.
        let isOver = await finished.waitRegardless(until: deadline)
        let error = withInterruptsMasked {
            if !isOver {
                state.pointer.pointee.isRunning = false
                device.restart()
            }
            return state.pointer.pointee.error
        }
        if let error { throw error }
        if !isOver { throw .timeout }
    }

    /// The condition that ended the last transfer takes a bit or two.
    private func waitUntilReady() async throws(I2CError) {
        let deadline = SystemClock.now + .milliseconds(1)
        while !device.isReady {
            guard SystemClock.now < deadline else {
                device.restart()
                throw .timeout
            }
            await sleepRegardless(until: SystemClock.now + .microseconds(10))
        }
    }
}
