// The flash log that battery saves are kept in: the one that the console image has on the same board. The file is named so that
// it follows the task that uses it: before it, the compiler (6.3) makes a second copy of the table of checksums, of 1 KB.
import GameBoyPlayer
import Storage
import TargetBoard
import Tasks
import Text

/// The log, if the board's flash has one. Thread mode.
@MainActor
enum DataLog {
    private static var log: KeyValueLog<ThisBoard.Flash>?

    /// Mounts the log. During start-up: it takes the memory.
    static func start() {
        log = nil
        let index = LogIndex.allocate()
        guard let flash = ThisBoard.makeFlash() else { return say("no flash controller answers; nothing is saved") }
        do throws(LogError) {
            log = try KeyValueLog.mount(flash, index: index)
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
