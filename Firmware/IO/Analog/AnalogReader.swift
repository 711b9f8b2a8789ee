// Readings of analog inputs, for tasks.
import CortexM
import Interfaces
import Memory
import Tasks
import Units

/// A converter that tasks read inputs with, one at a time in the order they came.
///
///     private let reader = AnalogReader(ADCController(adc, clocks: clocks))
///
///     Level4.bind(converterLine) { reader.handleInterrupt() }
///     let light = try await reader.read(lightSensor)
///     let battery = try await reader.voltage(of: batteryInput, reference: .millivolts(3300))
///     let both = try await reader.read([lightSensor, .temperature])
///
/// A reading that is not there in eight times what it takes, and a millisecond, is given up with `timeout`. A task that is
/// cancelled before its turn comes gets `cancelled`; a reading that has begun is waited for.
///
/// Cost: 60 bytes; one interrupt and about 150 instructions a reading. An object, made during start-up. Context: tasks, but
/// for `handleInterrupt`.
public final class AnalogReader<Device: AnalogDevice>: @unchecked Sendable {
    private struct State {
        var isRunning = false
        var result: UInt16 = 0
        var error: AnalogError?
    }

    // SAFETY of `@unchecked`: the state is touched with interrupts masked or by the handler.
    private let device: Device
    private let state = Pinned(State())
    private let finished = Signal()
    private let access = Semaphore(permits: 1)
    private let handler = ExclusiveUse()

    /// Takes over the device. Bind its interrupt before the first reading.
    public init(_ device: Device) { self.device = device }

    /// Takes a result. The level that the interrupt is bound to.
    public func handleInterrupt() { handler.handle(takeResult) }

    private func takeResult() {
        let result: UInt16?
        do throws(AnalogError) {
            result = try device.takeResult()
        } catch {
            state.pointer.pointee.error = error
            return end()
        }
        guard let result else { return }
        state.pointer.pointee.result = result
        end()
    }

    private func end() {
        guard state.pointer.pointee.isRunning else { return }
        state.pointer.pointee.isRunning = false
        finished.notify()
    }

    /// Reads an input: the converter's number, from 0 to `Device.highestResult`.
    /// - Throws: `cancelled` before the task's turn came, `timeout`, or `overrun` from the device.
    public func read(_ input: Device.Input) async throws(AnalogError) -> UInt16 {
        guard await access.acquire() else { throw .cancelled }
        defer { access.release() }
        return try await convert(input)
    }

    /// Reads several inputs, one after another, with the converter to itself.
    /// - Throws: `cancelled` before the task's turn came, `timeout`, or `overrun` from the device. No result is given then.
    public func read<let count: Int>(
        _ inputs: InlineArray<count, Device.Input>
    ) async throws(AnalogError) -> InlineArray<count, UInt16> {
        guard await access.acquire() else { throw .cancelled }
        defer { access.release() }
        var results = InlineArray<count, UInt16>(repeating: 0)
        for index in 0..<count { results[index] = try await convert(inputs[index]) }
        return results
    }

    /// Reads an input's voltage, where the converter's reference has so much: the supply, on most boards.
    /// - Throws: `cancelled` before the task's turn came, `timeout`, or `overrun` from the device.
    public func voltage(of input: Device.Input, reference: Microvolts) async throws(AnalogError) -> Microvolts {
        Device.voltage(try await read(input), reference: reference)
    }

    private func convert(_ input: Device.Input) async throws(AnalogError) -> UInt16 {
        finished.reset()
        withInterruptsMasked {
            state.pointer.pointee = State(isRunning: true)
            device.begin(input)
        }
        let deadline = SystemClock.now + .microseconds(Int64(device.microseconds(for: input)) * 8 + 1000)
        let isOver = await finished.waitRegardless(until: deadline)
        let outcome = withInterruptsMasked {
            if !isOver {
                state.pointer.pointee.isRunning = false
                device.restart()
            }
            return state.pointer.pointee
        }
        if let error = outcome.error { throw error }
        guard isOver else { throw .timeout }
        return outcome.result
    }
}
