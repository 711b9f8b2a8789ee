// A DMA stream at work for a driver (RM0090 section 10).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC
import Synchronization

/// A stream that a driver has taken, connected to one request. Items go straight between the peripheral and memory, without
/// the controller's FIFO ("direct mode", 10.3.13).
///
/// Memory is safe by one rule: `begin` lends it, `end` gives it back, and `end` returns only when the stream has stopped. A
/// driver calls `end` before what it lent goes away, whatever else happened; a cancelled task waits for that. The bound of
/// the wait in `end` is made good by a reset of the controller, after which none of its streams runs.
///
/// Cost: 8 bytes; `begin` and `end` are some ten register accesses each. The flags of four streams share a register, which
/// is cleared by ones, so streams of one controller may be used at different levels. Context: one at a time.
struct DMAStream: Sendable {
    enum Direction: UInt8 {
        case peripheralToMemory = 0
        case memoryToPeripheral = 1
    }

    enum Width: UInt8 {
        case byte = 0
        case halfword = 1
        case word = 2
    }

    /// Which stream of a controller goes first when several could.
    enum Priority: UInt8 {
        case low, medium, high, veryHigh
    }

    /// What happened at the ends of memory.
    struct Events {
        let isHalfway: Bool
        let isComplete: Bool
    }

    private let controller: DMA
    private let number: UInt32
    private let channel: UInt8

    /// How often a stream that was stopped is looked at: it ends with the item that is on its way.
    private static let timeout = 10_000

    init<Identity: DMAStreamIdentity>(_ stream: consuming Peripheral<Identity>, channel: UInt8) {
        stream.turnedOn()
        controller = Identity.controller
        number = UInt32(truncatingIfNeeded: Identity.number)
        self.channel = channel
    }

    // MARK: - Registers

    // The registers of all streams are like those of the first, 0x18 apart.
    private func register<Value: RegisterValue>(
        _ first: Register<Value, ReadWrite>
    ) -> Register<Value, ReadWrite> { Register(at: first.address &+ number &* 0x18) }

    private var control: Register<DMA.S0CR, ReadWrite> { register(controller.S0CR) }
    private var count: Register<DMA.S0NDTR, ReadWrite> { register(controller.S0NDTR) }
    private var memory0: Register<DMA.S0M0AR, ReadWrite> { register(controller.S0M0AR) }
    private var memory1: Register<DMA.S0M1AR, ReadWrite> { register(controller.S0M1AR) }

    // LISR and LIFCR for streams 0 to 3, HISR and HIFCR for the others, a stream's flags at bits 0, 6, 16 or 22 (10.5.1).
    private var half: UInt32 { (number &>> 2) &* 4 }
    private var shift: UInt32 { (number & 1) &* 6 &+ (number & 2) &* 8 }
    private enum Flag {
        static var fifo: UInt32 { 1 << 0 }
        static var directMode: UInt32 { 1 << 2 }
        static var transfer: UInt32 { 1 << 3 }
        static var halfway: UInt32 { 1 << 4 }
        static var complete: UInt32 { 1 << 5 }
        static var all: UInt32 { 0b11_1101 }
    }

    private func clear(_ flags: UInt32) {
        Register<DMAFlags, WriteOnly>(at: controller.LIFCR.address &+ half).write(DMAFlags(bits: flags &<< shift))
    }

    // MARK: - Transfers

    /// The most items that one transfer moves.
    static var longestTransfer: Int { 65_535 }

    /// Begins to move so many bytes, once. It interrupts when something goes wrong, and with `interrupts` at the end too.
    /// With `advances` false every item has the same place in memory. Precondition: nothing is going on, and there are no
    /// more than `longestTransfer`.
    func begin(
        _ direction: Direction, peripheral: UInt32, memory: UnsafeRawPointer, items: Int, advances: Bool = true,
        interrupts: Bool = true, priority: Priority
    ) {
        let memory = UnsafeRawBufferPointer(start: memory, count: advances ? items : 1)
        memory0.write { $0.M0A = LentMemory.lend(memory) }
        start(direction, peripheral, items: items, .byte, priority) {
            $0.MINC = advances
            $0.TCIE = interrupts
        }
    }

    /// Begins to fill or to send `memory` again and again, and interrupts in its middle and at its end. Precondition: it
    /// holds a whole number of items, and no more than `longestTransfer`.
    func beginCircular(
        _ direction: Direction, _ width: Width, peripheral: UInt32, memory: UnsafeRawBufferPointer, priority: Priority
    ) {
        memory0.write { $0.M0A = LentMemory.lend(memory) }
        let items = memory.count &>> Int(width.rawValue)
        start(direction, peripheral, items: items, width, priority) {
            $0.MINC = true
            $0.CIRC = true
            $0.HTIE = true
            $0.TCIE = true
        }
    }

    /// Begins to receive halfwords into two places of `items` each in turns, and interrupts when one is full.
    func beginDouble(
        peripheral: UInt32, first: UnsafeRawBufferPointer, second: UnsafeRawBufferPointer, items: Int, priority: Priority
    ) {
        memory0.write { $0.M0A = LentMemory.lend(first) }
        memory1.write { $0.M1A = LentMemory.lend(second) }
        start(.peripheralToMemory, peripheral, items: items, .halfword, priority) {
            $0.MINC = true
            $0.DBM = true
            $0.CIRC = true
            $0.TCIE = true
        }
    }

    /// The order of 10.3.17: everything else, and then EN.
    private func start(
        _ direction: Direction, _ peripheral: UInt32, items: Int, _ width: Width, _ priority: Priority,
        _ change: (inout DMA.S0CR) -> Void
    ) {
        clear(Flag.all)
        register(controller.S0PAR).write { $0.PA = peripheral }
        count.write { $0.NDT = UInt16(truncatingIfNeeded: items) }
        // A transmitter waits for its data, so that only a receiver loses any.
        register(controller.S0FCR).write { $0.FEIE = direction == .peripheralToMemory }
        var settings = DMA.S0CR.resetValue
        settings.CHSEL = channel
        settings.PL = priority.rawValue
        settings.DIR = direction.rawValue
        settings.PSIZE = width.rawValue
        settings.MSIZE = width.rawValue
        settings.TEIE = true
        settings.DMEIE = direction == .peripheralToMemory
        change(&settings)
        control.write(settings)
        // What the core has stored before is in memory before the stream looks.
        atomicMemoryFence(ordering: .releasing)
        settings.EN = true
        control.write(settings)
    }

    /// What has happened since this was asked last, and clears it; throws what went wrong. After `.transfer` the stream
    /// has stopped, after the other errors it goes on.
    func takeEvents() throws(DMAError) -> Events {
        let status = Register<DMAFlags, ReadOnly>(at: controller.LISR.address &+ half).read().bits
        let flags = status &>> shift & Flag.all
        clear(flags)
        atomicMemoryFence(ordering: .acquiring)
        if flags & Flag.transfer != 0 { throw .transfer }
        let settings = control.read()
        if settings.DIR == Direction.peripheralToMemory.rawValue {
            if flags & Flag.directMode != 0 { throw .directMode }
            if flags & Flag.fifo != 0 { throw .fifo }
        }
        return Events(isHalfway: flags & Flag.halfway != 0, isComplete: flags & Flag.complete != 0)
    }

    /// Whether a circular receiver interrupts. What happens while it does not is among the next events.
    func setCircularInterrupts(_ enabled: Bool) {
        control.modify {
            $0.HTIE = enabled
            $0.TCIE = enabled
            $0.TEIE = enabled
            $0.DMEIE = enabled
        }
        register(controller.S0FCR).modify { $0.FEIE = enabled }
    }

    /// How many items are left until the end of memory.
    var remaining: Int {
        let items = Int(count.read().NDT)
        atomicMemoryFence(ordering: .acquiring)
        return items
    }

    /// Whether the second of two places is being filled.
    var isAtSecond: Bool { control.read().CT }

    /// Stops it, if it is still at work, and gives the memory back.
    func end() {
        let (first, second) = (memory0.read().M0A, memory1.read().M1A)
        // Writing the other bits at the same time is harmless: they cannot change while EN is read as set.
        control.write { _ in }
        if !hasStopped { resetController() }
        atomicMemoryFence(ordering: .acquiring)
        // A stream that is stopped says that it is complete (10.3.14).
        clear(Flag.all)
        LentMemory.giveBack(first)
        LentMemory.giveBack(second)
    }

    /// Stops it for good, and lets others take it.
    func release() {
        end()
        let first = controller.baseAddress == STM32F405.DMA1.baseAddress ? 208 : 216
        Claims.release(first &+ Int(number))
    }

    private var hasStopped: Bool {
        for _ in 0..<Self.timeout where !control.read().EN { return true }
        return false
    }

    /// The last resort, in which the controller's other streams lose their transfers too.
    private func resetController() {
        STM32F405.RCC.AHB1RSTR.modify { isReset(&$0, true) }
        STM32F405.RCC.AHB1RSTR.modify { isReset(&$0, false) }
    }

    private func isReset(_ register: inout RCC.AHB1RSTR, _ value: Bool) {
        if controller.baseAddress == STM32F405.DMA1.baseAddress {
            register.DMA1RST = value
        } else {
            register.DMA2RST = value
        }
    }
}

/// The flags of four streams.
private struct DMAFlags: RegisterValue {
    var bits: UInt32
    static var resetValue: DMAFlags { DMAFlags(bits: 0) }
}
