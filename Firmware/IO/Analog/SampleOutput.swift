// Samples for a converter, from a task.
import CortexM
import Interfaces
import Memory
import Tasks

/// A queue of stereo samples that a converter plays without end, at its own rate: silence where nobody wrote any.
///
///     private let output = SampleOutput<DACOutput, 1024>(device)
///
///     for index in 0..<2 { Level2.bind(output.interruptLines[index]) { output.handleInterrupt() } }
///     try await output.write(samples)           // waits while the queue is full
///
/// So the converter is a task's clock: who writes all it makes, and waits for room, makes exactly as many samples as are
/// played, and there is nothing to drift. The first sound comes when half the queue is full, and a sample is heard at the
/// latest the length of the queue after `write`.
///
/// **The ring.** What was played is silence again before anybody may write there: a task that is late is heard as
/// silence, never as old sound, and `missing` counts it. The handler may begin as late as half the ring lasts. What keeps
/// it away for longer, as the erasing of flash does that the core runs from, lets old samples be heard until it comes.
///
/// **Errors** stop the converter, at silence; the call throws them that is waiting, or the next one, and the one after
/// that begins anew.
///
/// Memory: the ring belongs to this object, which stops the converter before it goes. Cost: 4 bytes a sample of the ring
/// and 60 bytes; two interrupts a ring; in instructions on a Cortex-M4, `write` some 17 a sample and the handler 3.
/// An object, made during start-up; `capacity` is a power of two from 256 to 32,768. Context: one task, but for
/// `handleInterrupt`.
public final class SampleOutput<Device: SampleOutputDevice, let capacity: Int>: @unchecked Sendable {
    private struct State {
        var isRunning = false
        /// Samples since the begin, modulo 2^32: up to where the half begins that is being played, and up to where the ring
        /// is written. Everything else in the ring is silence.
        var halves: UInt32 = 0
        var written: UInt32 = 0
        var missing: UInt32 = 0
        var error: SampleOutputError?
    }

    // SAFETY of `@unchecked`: the state is touched with interrupts masked or by the handler; the ring as said above.
    private let device: Device
    private let state = Pinned(State())
    private let hasRoom = Signal()
    private let handler = ExclusiveUse()
    private let writer = ExclusiveUse()
    private let ring = PinnedSlots<UInt32, capacity>()

    private static var half: UInt32 { UInt32(truncatingIfNeeded: capacity / 2) }
    /// How far ahead of the converter samples are written that come late: it and its stream have taken two already.
    private static var lead: UInt32 { 16 }
    /// Samples that are written with one look at where the converter is.
    private static var portion: Int { 64 }

    /// Takes over the device, and fills the ring with silence. Precondition: `capacity` is a power of two, 256 to 32,768.
    public init(_ device: Device) {
        // Counts of samples run over, and what is left of one by the capacity must not change then.
        precondition(
            capacity >= 4 * Self.portion && capacity <= 32_768 && capacity & (capacity - 1) == 0,
            "a ring has a power of two of samples")
        self.device = device
        silence(from: 0, count: capacity)
    }

    deinit { device.stop() }

    /// Samples a second.
    public var sampleRate: Frequency { device.sampleRate }

    /// The lines to bind to one level, which calls `handleInterrupt`.
    public var interruptLines: InlineArray<2, InterruptLine> { device.interruptLines }

    private func silence(from start: Int, count: Int) {
        // SAFETY: both halves lie in the ring, which has `capacity` items.
        (ring.pointer + start).initialize(repeating: Device.item(StereoSample(left: 0, right: 0)), count: count)
    }

    // MARK: - The interrupts

    /// Makes room of what was played. The level that both lines are bound to.
    public func handleInterrupt() { handler.handle(makeRoom) }

    private func makeRoom() {
        guard state.pointer.pointee.isRunning else { return }
        // Before the ends are asked for: one that comes between the two is found by the next interrupt.
        let isInFirst = position < capacity / 2
        do throws(SampleOutputError) {
            pass(isLate: try device.takeHalves() > 1, isInFirst: isInFirst)
        } catch { end(with: error) }
        hasRoom.notify()
    }

    /// Turns to the half that is being played, and makes silence of what was played before it.
    private func pass(isLate: Bool, isInFirst: Bool) {
        let wasInFirst = state.pointer.pointee.halves / Self.half & 1 == 0
        guard isLate || wasInFirst != isInFirst else { return }
        silence(from: isInFirst ? capacity / 2 : 0, count: capacity / 2)
        if isLate { silence(from: isInFirst ? 0 : capacity / 2, count: capacity / 2) }
        state.pointer.pointee.halves &+= Self.half &* ((isLate ? 2 : 0) &+ (wasInFirst == isInFirst ? 0 : 1))
        skip(to: state.pointer.pointee.halves)
    }

    /// What was not written up to there is missing.
    private func skip(to place: UInt32) {
        let late = Int32(bitPattern: place &- state.pointer.pointee.written)
        guard late > 0 else { return }
        state.pointer.pointee.missing &+= UInt32(late)
        state.pointer.pointee.written = place
    }

    private func end(with error: SampleOutputError?) {
        device.stop()
        state.pointer.pointee = State(missing: state.pointer.pointee.missing, error: error)
        silence(from: 0, count: capacity)
    }

    private var position: Int {
        let remaining = device.remaining
        return remaining == 0 ? 0 : capacity &- remaining
    }

    /// Samples that are played, whether the handler has come already or not. With interrupts masked.
    private var played: UInt32 {
        guard state.pointer.pointee.isRunning else { return 0 }
        let start = Int(state.pointer.pointee.halves % UInt32(truncatingIfNeeded: capacity))
        let passed = position &- start
        return state.pointer.pointee.halves &+ UInt32(truncatingIfNeeded: passed < 0 ? passed &+ capacity : passed)
    }

    // MARK: - Writing

    /// Samples that are written and not yet played: how late a task may be.
    public var queued: Int {
        withInterruptsMasked { max(0, Int(Int32(bitPattern: state.pointer.pointee.written &- played))) }
    }

    /// Whether the converter plays and less than a quarter of the queue is left to it: whoever writes is late.
    public var isLow: Bool { withInterruptsMasked { state.pointer.pointee.isRunning } && queued < capacity / 4 }

    /// How many samples of silence were played since start because none had been written; modulo 2^32.
    public var missing: UInt32 { withInterruptsMasked { state.pointer.pointee.missing } }

    /// Stops the converter, until something is written. What is queued is not played; a task that waits for room has it.
    public func stop() {
        withInterruptsMasked { end(with: nil) }
        hasRoom.notify()
    }

    /// Waits until what is queued has been played, and stops. Throws `cancelled` if the task was cancelled first, and has
    /// stopped then, too.
    public func finish() async throws(SampleOutputError) {
        withInterruptsMasked { if state.pointer.pointee.written > 0 { beginIfStopped() } }
        let left = queued
        // The converter and its stream have two samples besides.
        var isPlayed = true
        if left > 0 {
            isPlayed = await sleep(for: .microseconds(Int64(left + 2) * 1_000_000 / Int64(device.sampleRate.hertz) + 1))
        }
        stop()
        if !isPlayed { throw .cancelled }
    }

    /// Hands over samples, and waits for room for them: at most eight times what half the ring lasts, and a millisecond.
    /// A second task in here is a fault.
    ///
    /// - Returns: how many were handed over: all, or the first ones if the task was cancelled after those.
    /// - Throws: `cancelled` if the task was cancelled before any was; `timeout`, and what stopped the converter.
    @discardableResult
    public func write(_ samples: borrowing Span<StereoSample>) async throws(SampleOutputError) -> Int {
        writer.enter("two tasks write to one sample output; running level")
        defer { writer.leave() }
        var next = 0
        while next < samples.count {
            let count = try tryWrite(samples, from: next)
            next += count
            guard count == 0 else { continue }
            let deadline = SystemClock.now + .microseconds(Self.timeout(device.sampleRate))
            switch await hasRoom.wait(until: deadline, endsWhenCancelled: true) {
            case .cancelled where next > 0: return next
            case .cancelled: throw .cancelled
            case .expired:
                stop()
                throw .timeout
            default: break
            }
        }
        return next
    }

    private static func timeout(_ rate: Frequency) -> Int64 { Int64(half) * 8_000_000 / Int64(rate.hertz) + 1000 }

    /// Hands over as many samples from an index on as there is room for, and at most a portion. Returns how many.
    private func tryWrite(_ samples: borrowing Span<StereoSample>, from first: Int) throws(SampleOutputError) -> Int {
        let (place, room) = try reserve()
        let start = Int(place % UInt32(truncatingIfNeeded: capacity))
        let count = min(samples.count - first, room, Self.portion, capacity - start)
        guard count > 0 else { return 0 }
        // SAFETY: the place and what follows it up to the ring's end lie in the ring.
        let items = ring.pointer + start
        for index in 0..<count { items[index] = Device.item(samples[first &+ index]) }
        return commit(place, count)
    }

    /// Where to write, and how many samples there is room for.
    private func reserve() throws(SampleOutputError) -> (place: UInt32, room: Int) {
        let (place, room, error) = withInterruptsMasked { () -> (UInt32, Int, SampleOutputError?) in
            if let error = state.pointer.pointee.error {
                state.pointer.pointee.error = nil
                return (0, 0, error)
            }
            if state.pointer.pointee.isRunning, Int32(bitPattern: state.pointer.pointee.written &- played) < Int32(Self.lead) {
                skip(to: played &+ Self.lead)
            }
            let written = state.pointer.pointee.written
            return (written, capacity &- Int(Int32(bitPattern: written &- state.pointer.pointee.halves)), nil)
        }
        if let error { throw error }
        return (place, room)
    }

    /// What was written counts, unless the converter came by meanwhile: then none of it does. Returns how many do.
    private func commit(_ place: UInt32, _ count: Int) -> Int {
        withInterruptsMasked {
            guard state.pointer.pointee.written == place else { return 0 }
            state.pointer.pointee.written = place &+ UInt32(truncatingIfNeeded: count)
            if state.pointer.pointee.written >= Self.half { beginIfStopped() }
            return count
        }
    }

    private func beginIfStopped() {
        guard !state.pointer.pointee.isRunning, state.pointer.pointee.error == nil else { return }
        hasRoom.reset()
        state.pointer.pointee.isRunning = true
        device.begin(ring.pointer, count: capacity)
    }
}
