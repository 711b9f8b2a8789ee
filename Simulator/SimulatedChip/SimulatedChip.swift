// A chip made of peripheral models, on the host: it answers register accesses, takes interrupts between them,
// and moves its clock when all of its code waits.
import CortexM
import Foundation
import MMIO
import Memory
import Tasks

/// A model of a peripheral, or of memory.
public protocol PeripheralModel: AnyObject {
    /// The addresses it answers.
    var addresses: Range<UInt32> { get }
    /// What a load of `width` at an address of the model's answers. It may change the model, as the read of a data register
    /// does.
    func load(at offset: UInt32, width: AccessWidth) -> UInt32
    /// What a store of `width` at an address of the model's does.
    func store(_ value: UInt32, at offset: UInt32, width: AccessWidth)
    /// The lines it holds asserted at this moment.
    var assertedLines: [Int] { get }
    /// Memory that is read in place.
    func memory(at offset: UInt32, count: Int) -> UnsafeRawBufferPointer?
}

/// A model in which things happen as time goes on.
public protocol TimedModel: PeripheralModel {
    /// Core clock cycles until the next of them; nil if there is none.
    var cyclesUntilEvent: UInt64? { get }
    /// Lets so many cycles pass, no more than until then.
    func advance(by cycles: UInt64)
    /// Whether time goes on for it while the chip sleeps deeply: false by default.
    var runsInDeepSleep: Bool { get }
}

extension TimedModel {
    public var runsInDeepSleep: Bool { false }
}

extension PeripheralModel {
    public var assertedLines: [Int] { [] }
    public func memory(at offset: UInt32, count: Int) -> UnsafeRawBufferPointer? { nil }
}

/// A chip. One runs at a time, on one thread.
///
/// Time is virtual: it stands still while code runs, and when every task waits it jumps to the next thing that happens,
/// in SysTick or a peripheral, or a step towards it. So a run is the same each time, whatever the host does.
public final class SimulatedChip: Bus {
    /// Why a run ended.
    public enum Outcome: Equatable, Sendable {
        /// The condition that `run` was given holds.
        case finished
        /// The program asked for a reset.
        case reset
        /// The program ended the simulation with a status.
        case exited(UInt32)
        /// The time given ran out.
        case outOfTime
    }

    /// What goes wrong in a program that a chip would answer with a fault.
    public struct BusFault: Error, CustomStringConvertible {
        /// The address that was asked for.
        public let address: UInt32
        public var description: String { "nothing answers at address 0x" + String(address, radix: 16) }
    }

    private var peripherals: [any PeripheralModel]
    private var controllers: [any BusControllerModel] = []
    /// The interrupt controller and the system control block.
    public let interrupts = InterruptController()
    /// SysTick.
    public let timer: SystemTimer
    /// Called before each bus access with its number, from 0: where faults are injected.
    public var beforeAccess: ((Int) -> Void)?
    private var accesses = 0
    private var outcome: Outcome?
    /// Virtual time since start, in core clock cycles.
    public private(set) var cycles: UInt64 = 0
    /// The core clock.
    public let coreClock: Frequency
    /// Called when the core begins a deep sleep.
    public var onDeepSleep: () -> Void = {}
    /// When the run in progress ends.
    private var end: UInt64 = 0

    /// A chip of these models, besides the core's own. `coreClock` is how many cycles a second of virtual time has.
    public init(coreClock: Frequency, peripherals: [any PeripheralModel]) {
        self.coreClock = coreClock
        timer = SystemTimer()
        self.peripherals = peripherals
        self.peripherals.append(timer)
        self.peripherals.append(interrupts)
        interrupts.isSysTickAsserted = { [unowned self] in timer.isPending }
        interrupts.setSysTick = { [unowned self] in timer.isPending = $0 }
        interrupts.onReset = { [unowned self] in outcome = .reset }
    }

    // MARK: - The bus

    /// A load by the core: first what happened meanwhile, then the model's answer, then what the load caused. Where nothing
    /// answers the process ends with a `BusFault`'s text.
    public func load(from address: UInt32, width: AccessWidth) -> UInt32 {
        let (peripheral, offset) = access(address)
        let value = peripheral.load(at: offset, width: width)
        settle()
        return value
    }

    /// A store by the core. See `load`.
    public func store(_ value: UInt32, to address: UInt32, width: AccessWidth) {
        let (peripheral, offset) = access(address)
        peripheral.store(value, at: offset, width: width)
        settle()
    }

    public func memory(at address: UInt32, count: Int) -> UnsafeRawBufferPointer? {
        guard let peripheral = peripherals.first(where: { $0.addresses.contains(address) }) else { return nil }
        return peripheral.memory(at: address - peripheral.addresses.lowerBound, count: count)
    }

    private func access(_ address: UInt32) -> (any PeripheralModel, UInt32) {
        beforeAccess?(accesses)
        accesses += 1
        guard let peripheral = peripherals.first(where: { $0.addresses.contains(address) }) else {
            fatalError("\(BusFault(address: address))")
        }
        return (peripheral, address - peripheral.addresses.lowerBound)
    }

    // MARK: - Other controllers of the bus

    /// Connects a controller with the bus: what it reads and writes is lent memory, or a peripheral's register.
    func connect(_ controller: DMAModel) {
        controller.load = { [unowned self] address, width in
            if let memory = HostLentMemory.memory(at: address, count: width.rawValue) {
                // SAFETY: the memory is lent, all of it.
                let bytes = UnsafeRawBufferPointer(start: memory, count: width.rawValue)
                return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
            }
            guard let peripheral = peripherals.first(where: { $0.addresses.contains(address) }) else { return nil }
            return peripheral.load(at: address - peripheral.addresses.lowerBound, width: width)
        }
        controller.store = { [unowned self] value, address, width in
            if let memory = HostLentMemory.memory(at: address, count: width.rawValue) {
                for index in 0..<width.rawValue {
                    // SAFETY: the memory is lent, all of it.
                    memory.storeBytes(
                        of: UInt8(truncatingIfNeeded: value >> UInt32(index * 8)), toByteOffset: index, as: UInt8.self)
                }
                return true
            }
            guard let peripheral = peripherals.first(where: { $0.addresses.contains(address) }) else { return false }
            peripheral.store(value, at: address - peripheral.addresses.lowerBound, width: width)
            return true
        }
        controllers.append(controller)
    }

    /// What follows an access or the passing of time: data moves, and then interrupts are taken.
    private func settle() {
        for controller in controllers { controller.moveData() }
        takeInterrupts()
    }

    // MARK: - Interrupts and time

    /// Takes what is pending, the most urgent first, each inside the one it preempts.
    private func takeInterrupts() {
        guard !HostInterrupts.masked else { return }
        pendAsserted()
        while let taken = interrupts.takeNext() {
            guard let handler = HostInterrupts.handlers[taken.exception] else {
                fatalError("exception \(taken.exception) was taken and nothing handles it")
            }
            handler()
            interrupts.finish(taken)
            pendAsserted()
        }
    }

    private func pendAsserted() {
        for peripheral in peripherals {
            for line in peripheral.assertedLines { interrupts.pend(line) }
        }
    }

    /// Runs `start`, and then the tasks it started, until `isFinished` answers true, the program ends, or
    /// `limit` of virtual time has passed.
    ///
    /// `whenIdle` is called whenever all tasks wait, before time moves: where bytes arrive from outside. Time moves to
    /// what happens next, but by no more than `step` at once.
    public func run(
        for limit: Interval = .seconds(3600), inStepsOf step: Interval = .seconds(1),
        until isFinished: () -> Bool = { false },
        whenIdle: () -> Void = {}, _ start: () -> Void
    ) -> Outcome {
        let uninstall = begin(for: limit)
        defer { uninstall() }
        return CurrentBus.with(self) {
            start()
            return runTasks(inStepsOf: step, until: isFinished, whenIdle: whenIdle)
        }
    }

    /// Makes this the chip that the process's code runs on, as after reset, for so long. Returns what undoes it.
    func begin(for limit: Interval) -> () -> Void {
        HostInterrupts.handlers = [:]
        HostInterrupts.masked = false
        HostInterrupts.basePriority = 0
        HostInterrupts.unmasked = { [unowned self] in takeInterrupts() }
        HostInterrupts.wait = { [unowned self] in waitForInterrupt() }
        HostInterrupts.spend = { [unowned self] in spend(.microseconds($0)) }
        Claims.releaseAll()
        HostLentMemory.reset()
        outcome = nil
        end = cycles + cycles(in: limit)
        let uninstall = Dispatcher.install()
        return {
            uninstall()
            HostInterrupts.unmasked = {}
            HostInterrupts.wait = {}
            HostInterrupts.spend = { _ in }
        }
    }

    /// Runs the tasks that have been started, until the end that `begin` was given at the latest.
    func runTasks(inStepsOf step: Interval, until isFinished: () -> Bool, whenIdle: () -> Void) -> Outcome {
        let step = cycles(in: step)
        StartupMemory.seal()
        while true {
            settle()
            if let outcome { return outcome }
            if isFinished() { return .finished }
            if Dispatcher.runNext() { continue }
            whenIdle()
            settle()
            if outcome != nil || Dispatcher.hasWork { continue }
            guard cycles < end else { return .outOfTime }
            advance(byAtMost: min(step, end - cycles))
        }
    }

    /// Resets the chip, as its watchdog does.
    public func reset() { outcome = .reset }

    /// Ends the run, as the program does through semihosting.
    public func exit(status: UInt32) { outcome = .exited(status) }

    private func cycles(in interval: Interval) -> UInt64 {
        UInt64(interval.microseconds) * UInt64(coreClock / 1.megahertz)
    }

    /// Lets time pass while code runs, as code does that computes. Interrupts are taken where they may be.
    public func spend(_ interval: Interval) {
        let end = cycles + cycles(in: interval)
        while cycles < end {
            advance(byAtMost: end - cycles)
            settle()
        }
    }

    /// The core sleeps until something is pending, or the run ends.
    private func waitForInterrupt() {
        let isDeep = interrupts.sleepsDeeply
        if isDeep { onDeepSleep() }
        while outcome == nil {
            pendAsserted()
            guard !interrupts.isAnythingPending, cycles < end else { return }
            advance(byAtMost: end - cycles, isDeep: isDeep)
            for controller in controllers { controller.moveData() }
        }
    }

    private func advance(byAtMost step: UInt64, isDeep: Bool = false) {
        // With nothing to happen but what `whenIdle` brings the limit comes nearer.
        let timed = peripherals.compactMap { $0 as? any TimedModel }.filter { !isDeep || $0.runsInDeepSleep }
        let moved = timed.compactMap(\.cyclesUntilEvent).reduce(step, min)
        cycles += moved
        for model in timed { model.advance(by: moved) }
    }
}
