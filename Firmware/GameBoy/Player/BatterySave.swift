// What a machine's cartridge keeps by its battery, in a log.
import CartridgeSaves
import GameBoy
import Storage

/// The save of a machine that is on, if its cartridge has a battery. It owns 600 bytes. Context: the task that runs the
/// machine.
public struct BatterySave: ~Copyable {
    private var save: CartridgeSave?

    /// Saves written since start.
    var count: UInt32 {
        switch save {
        case .some(let save): save.saves
        case .none: 0
        }
    }

    /// None.
    init() { save = nil }

    /// Looks for the save of a cartridge and puts it into RAM and clock.
    init<Flash>(
        of cartridge: Cartridge, in log: inout KeyValueLog<Flash>, into machine: inout Machine,
        _ ram: UnsafeMutableRawBufferPointer
    ) throws(SaveRecordError) {
        save = Self.make(cartridge)
        // Nobody here knows the time: the clock goes on from where it stood. One that was damaged would not have passed
        // its manifest, and so there is nothing to say if the machine does not want it.
        guard let clock = try save?.load(&log, into: ram), clock.count > 0 else { return }
        let bytes = clock.bytes
        try? machine.load(clock: bytes.span, now: 0)
    }

    private static func make(_ cartridge: Cartridge) -> CartridgeSave? {
        guard cartridge.hasBattery else { return nil }
        return CartridgeSave(identity: CartridgeSave.identity(rom: cartridge.rom), ramByteCount: cartridge.ramByteCount)
    }

    /// Deletes the save of a cartridge. Returns false if it can have none.
    /// - Throws: as `KeyValueLog.delete`: `flash` if the flash fails. What was deleted before stays so.
    public static func forget<Flash>(_ cartridge: Cartridge, in log: inout KeyValueLog<Flash>) throws(LogError) -> Bool {
        guard var unwanted = make(cartridge) else { return false }
        try unwanted.forget(&log)
        return true
    }

    /// Does the next part of a save, if there is any: at most a chunk is programmed.
    mutating func step<Flash>(
        _ machine: borrowing Machine, _ ram: UnsafeRawBufferPointer, in log: inout KeyValueLog<Flash>
    ) throws(LogError) {
        guard save != nil else { return }
        _ = try save!.step(&log, ram: ram, clock: Self.clock(of: machine))
    }

    /// Saves what is not saved yet.
    mutating func finish<Flash>(
        _ machine: borrowing Machine, _ ram: UnsafeRawBufferPointer, in log: inout KeyValueLog<Flash>
    ) throws(LogError) {
        guard save != nil else { return }
        _ = try save!.finish(&log, ram: ram, clock: Self.clock(of: machine))
    }

    private static func clock(of machine: borrowing Machine) -> SavedClock {
        var clock = SavedClock()
        machine.writeClock(to: &clock, now: 0)
        return clock
    }
}
