// The battery of the cartridge in the slot: its save in the image's log.
import CartridgeSaves
import GameBoy
import Storage
import Tasks
import Text

/// The save of the machine that is on. Thread mode.
@MainActor
enum GameBoySaves {
    private static var save: CartridgeSave?

    static var count: UInt32 { save?.saves ?? 0 }

    static func reset() { save = nil }

    /// Looks for the save of a cartridge and puts it into RAM and clock.
    static func load(
        _ cartridge: Cartridge, into machine: inout Machine, _ ram: UnsafeMutableRawBufferPointer
    ) throws(SaveRecordError) {
        save = nil
        guard cartridge.hasBattery else { return }
        save = make(cartridge)
        guard save != nil else { return }
        var clock: SavedClock?
        var failure: SaveRecordError?
        do throws(LogError) {
            try DataLog.use { log throws(LogError) in
                do throws(SaveRecordError) {
                    clock = try save!.load(&log, into: ram)
                } catch { failure = error }
            }
        } catch { failure = .log(error) }
        if let failure {
            save = nil
            throw failure
        }
        // Nobody here knows the time: the clock goes on from where it stood. One that was damaged would not have passed
        // its manifest, and so there is nothing to say if the machine does not want it.
        guard let clock, clock.count > 0 else { return }
        let bytes = clock.bytes
        try? machine.load(clock: bytes.span, now: 0)
    }

    private static func make(_ cartridge: Cartridge) -> CartridgeSave? {
        CartridgeSave(identity: CartridgeSave.identity(rom: cartridge.rom), ramByteCount: cartridge.ramByteCount)
    }

    /// Deletes the save of a cartridge. Returns false if it can have none.
    static func forget(_ cartridge: Cartridge) throws(LogError) -> Bool {
        guard cartridge.hasBattery, var unwanted = make(cartridge) else { return false }
        try DataLog.use { log throws(LogError) in try unwanted.forget(&log) }
        return true
    }

    /// Does the next part of a save, if there is any: at most a chunk is programmed.
    static func step(
        _ machine: borrowing Machine, _ ram: UnsafeMutableRawBufferPointer, _ output: inout Output
    ) async {
        guard save != nil else { return }
        let clock = clock(of: machine)
        do throws(LogError) {
            _ = try DataLog.use { log throws(LogError) in
                try save!.step(&log, ram: UnsafeRawBufferPointer(ram), clock: clock)
            }
        } catch { await say(error, &output) }
    }

    /// Saves what is not saved yet.
    static func finish(
        _ machine: borrowing Machine, _ ram: UnsafeMutableRawBufferPointer, _ output: inout Output
    ) async {
        guard save != nil else { return }
        let clock = clock(of: machine)
        do throws(LogError) {
            _ = try DataLog.use { log throws(LogError) in
                try save!.finish(&log, ram: UnsafeRawBufferPointer(ram), clock: clock)
            }
        } catch { await say(error, &output) }
    }

    private static func clock(of machine: borrowing Machine) -> SavedClock {
        var clock = SavedClock()
        machine.writeClock(to: &clock, now: 0)
        return clock
    }

    private static func say(_ error: LogError, _ output: inout Output) async {
        await Shell.interject(&output) {
            $0.write("gb: the game is not saved: ")
            error.write(to: &$0)
            $0.writeLine()
        }
    }
}
