// A machine as an image plays it: a few lines of a frame at a time, with a battery in a log, and counted.
import BatterySaves
import GameBoy
import Interfaces
import Memory
import Storage
import Tasks
import Text

/// The memory that a player lives in: 27 KB for the machine, 32 KB for its cartridge's RAM, and a kilobyte besides. One
/// player at a time.
public struct PlayerMemory {
    let machine: UnsafeMutableRawBufferPointer
    let cartridgeRAM: UnsafeMutableRawBufferPointer
    let state: UnsafeMutablePointer<PlayerState>

    /// Takes it. During start-up.
    public static func allocate() -> PlayerMemory {
        let state = allocate(bytes: MemoryLayout<PlayerState>.size).bindMemory(to: PlayerState.self)
        // SAFETY: `allocate` gives memory or does not return.
        return PlayerMemory(
            machine: allocate(bytes: Machine.byteCount), cartridgeRAM: allocate(bytes: 32 << 10),
            state: state.baseAddress.unsafelyUnwrapped)
    }

    private static func allocate(bytes: Int) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: StartupMemory.allocate(bytes: bytes), count: bytes)
    }
}

/// What a player knows besides its machine.
struct PlayerState: ~Copyable {
    /// Of a cartridge with a battery, once it is loaded.
    var save: BatterySave?
    var statistics = FrameStatistics()
    /// Of the frame that runs, with the taking of the sound before it.
    var cycles: UInt32 = 0
}

/// A machine that is on, with the cartridge it was made for.
///
///     var player = try Player(cartridge, in: memory)
///     try player.loadBatterySave(from: &log)
///     while true {
///         player.beginFrame(held: buttons, isDrawn: pace.beginFrame())
///         while player.runSlice() != .frame { await Task.yield() }
///         try player.saveStep(in: &log)
///     }
///
/// It is a handle: what it holds is in that memory, its own while it lives. Context: one task, in thread mode.
public struct Player: ~Copyable {
    /// Lines of a frame between two turns of the others: about 0.9 ms on a Game Boy, and less than a
    /// millisecond here at full speed.
    public static var linesInSlice: UInt32 { 8 }
    private static var machineCyclesInLine: UInt32 { 114 }
    /// Clocks of a sample's time: 32,768 a second.
    private static var clocksPerSample: UInt32 { 128 }
    /// Samples a second, at a Game Boy's speed.
    public static var sampleRate: Frequency { 4_194_304.hertz / clocksPerSample }
    /// No slice makes more samples: 29, and what the last instruction takes.
    public static var samplesInSlice: Int { 32 }

    private var machine: Machine
    private let cartridge: Cartridge
    private let ram: UnsafeMutableRawBufferPointer
    // SAFETY: in the memory that the player has to itself, initialized from `init` to `deinit`.
    private let state: UnsafeMutablePointer<PlayerState>

    /// Switches a machine on, whose cartridge's RAM is as blank as a new one's.
    /// - Throws: `regionTooSmall`, `regionMisaligned` or `cartridgeRAMTooSmall` if the memory is not that of `PlayerMemory`'s
    ///   own making for such a cartridge.
    public init(_ cartridge: Cartridge, in memory: PlayerMemory) throws(MachineError) {
        let ram = memory.cartridgeRAM
        for index in 0..<min(cartridge.ramByteCount, ram.count) { ram[index] = 0xFF }
        machine = try Machine(in: memory.machine, cartridge: cartridge, cartridgeRAM: ram)
        self.cartridge = cartridge
        self.ram = ram
        state = memory.state
        state.initialize(to: PlayerState())
    }

    deinit { state.deinitialize(count: 1) }

    // MARK: - Running

    /// Begins a frame, in which these buttons are held.
    public mutating func beginFrame(held buttons: Buttons, isDrawn: Bool) {
        machine.drawsPicture = isDrawn
        machine.hold(buttons)
    }

    /// Runs to the end of the frame, and no further than a few lines of it. With `.locked` the program has ended.
    public mutating func runSlice() -> StopReason {
        let start = SystemClock.cycleCount
        let reason = machine.run(machineCycles: Self.linesInSlice * Self.machineCyclesInLine)
        state.pointee.cycles &+= SystemClock.cycleCount &- start
        guard reason == .frame else { return reason }
        state.pointee.statistics.add(cycles: state.pointee.cycles, isDrawn: machine.drawsPicture)
        state.pointee.cycles = 0
        return reason
    }

    /// Frames since it was switched on, and how many of them were not drawn.
    public var frames: UInt32 { state.pointee.statistics.frames }
    /// Frames since it was switched on that were not drawn.
    public var skippedFrames: UInt32 { state.pointee.statistics.skipped }
    /// Cycles of the core that a frame takes: median and most of the last 64; nil before the first.
    public var frameCost: (median: UInt32, most: UInt32)? { state.pointee.statistics.cost }

    /// The next byte that the program sent through its serial port, if there is one.
    public mutating func readSerial() -> UInt8? { machine.readSerial() }

    /// Gives `body` the machine to look at.
    public func withMachine<Result>(_ body: (borrowing Machine) -> Result) -> Result { body(machine) }

    // MARK: - Sound

    /// Whether samples are made; off at first. What was made and not taken is lost when it is switched.
    public mutating func makeSound(_ isOn: Bool) {
        machine.clocksPerSample = isOn ? Self.clocksPerSample : 0
        machine.takeSound { _, _ in }
    }

    /// Takes the samples of the last slice. Returns how many there are.
    public mutating func takeSound(into samples: inout InlineArray<32, StereoSample>) -> Int {
        let start = SystemClock.cycleCount
        var count = 0
        machine.takeSound { left, right in
            guard count < Self.samplesInSlice else { return }
            samples[count] = StereoSample(left: left, right: right)
            count &+= 1
        }
        state.pointee.cycles &+= SystemClock.cycleCount &- start
        return count
    }

    // MARK: - The battery

    /// Gives the machine what the log has of its cartridge, before it runs, and keeps there from now on what the battery
    /// would. After an error it has none, and the log stays as it is.
    /// - Throws: a `BatterySaveRecordError`: `manifest`, `ramByteCount` or `chunk` if the save is damaged or of another
    ///   cartridge, `log`.
    public mutating func loadBatterySave<Flash>(from log: inout KeyValueLog<Flash>) throws(BatterySaveRecordError) {
        var save = Self.batterySave(of: cartridge)
        // Nobody here knows the time: the clock goes on from where it stood. One that was damaged would not have passed
        // its manifest, and so there is nothing to say if the machine does not want it.
        if let clock = try save?.load(&log, into: ram), clock.count > 0 {
            let bytes = clock.bytes
            try? machine.load(clock: bytes.span, now: 0)
        }
        state.pointee.save = save
    }

    /// Deletes the save of a cartridge. Returns false if it can have none.
    /// - Throws: as `KeyValueLog.delete`: `flash` if the flash fails. What was deleted before stays so.
    public static func forgetBatterySave<Flash>(
        of cartridge: Cartridge, in log: inout KeyValueLog<Flash>
    ) throws(LogError) -> Bool {
        guard var unwanted = batterySave(of: cartridge) else { return false }
        try unwanted.forget(&log)
        return true
    }

    private static func batterySave(of cartridge: Cartridge) -> BatterySave? {
        guard cartridge.hasBattery else { return nil }
        return BatterySave(identity: BatterySave.identity(rom: cartridge.rom), ramByteCount: cartridge.ramByteCount)
    }

    /// Saves written since start.
    public var saves: UInt32 {
        switch state.pointee.save {
        case .some(let save): save.saves
        case .none: 0
        }
    }

    /// Does the next part of a save, if there is any: at most a chunk is programmed. To be called once a frame.
    /// - Throws: as `KeyValueLog.put`: `full`, `flash`. The save begins anew at a later step; the one before still counts.
    public mutating func saveStep<Flash>(in log: inout KeyValueLog<Flash>) throws(LogError) {
        guard state.pointee.save != nil else { return }
        _ = try state.pointee.save!.step(&log, ram: UnsafeRawBufferPointer(ram), clock: clock)
    }

    /// Saves what is not saved yet.
    /// - Throws: as `saveStep`.
    public mutating func saveAll<Flash>(in log: inout KeyValueLog<Flash>) throws(LogError) {
        guard state.pointee.save != nil else { return }
        _ = try state.pointee.save!.finish(&log, ram: UnsafeRawBufferPointer(ram), clock: clock)
    }

    private var clock: BatterySaveClock {
        var clock = BatterySaveClock()
        machine.writeClock(to: &clock, now: 0)
        return clock
    }
}

extension Buttons {
    /// With neither of two directions that point away from each other: a game may trust that a cross cannot be pressed on
    /// both sides.
    public var withoutOpposites: Buttons {
        var held = self
        if isSuperset(of: [.right, .left]) { held.subtract([.right, .left]) }
        if isSuperset(of: [.up, .down]) { held.subtract([.up, .down]) }
        return held
    }
}
