// The flash log that saves are kept in: the one that the console image has on the same board.
import Memory
import Storage
import TargetBoard
import Tasks
import Text

/// The log, if the board's flash has one. Thread mode.
@MainActor
enum DataLog {
    /// Index memory: 4 bytes each; room for a save of 32 KB, and for the console's keys.
    private static var indexSlots: Int { 536 }

    private static var log: KeyValueLog<ThisBoard.Flash>?

    /// Mounts the log. During start-up: it takes the memory.
    static func start() {
        log = nil
        let index = UnsafeMutableRawBufferPointer(
            start: StartupMemory.allocate(bytes: indexSlots * MemoryLayout<IndexSlot>.stride),
            count: indexSlots * MemoryLayout<IndexSlot>.stride)
        guard let flash = ThisBoard.makeFlash() else { return say("no flash controller answers; nothing is saved") }
        let slots = index.initializeMemory(as: IndexSlot.self, repeating: IndexSlot())
        do throws(LogError) {
            log = try KeyValueLog.mount(flash, index: slots)
        } catch {
            say("the log is left as it is, and nothing is saved: ") { error.write(to: &$0) }
        }
    }

    /// Calls `body` with the log, if there is one.
    static func use<Failure>(
        _ body: (inout KeyValueLog<ThisBoard.Flash>) throws(Failure) -> Void
    ) throws(Failure) {
        if log != nil { try body(&log!) }
    }
}
