// What is known about a task, for people.

/// What one task has done, and what memory it has.
public struct TaskReport {
    /// Characters, ended by 0; they live as long as the program.
    public let name: UnsafePointer<UInt8>
    /// Where it last ran: 0 for thread mode, else the interrupt level.
    public let level: Int
    /// Whether its function has returned. It is run no more.
    public let isFinished: Bool
    /// How often it was taken from a run queue.
    public let wakes: UInt32
    /// Core clock cycles spent running, those of interrupts excluded where tasks ran in them. Zero on the
    /// host, where no time passes while code runs.
    public let cycles: UInt64
    /// Core clock cycles of its longest run from one wait to the next, what preempted it excluded. Zero on the host.
    public let longestPoll: UInt32
    /// How many such runs took longer than their level's budget; 255 stands for more too.
    public let overruns: Int
    /// The most bytes its header and frames have used, and what they may use. Zero on the host, where Swift's own
    /// runtime keeps the frames.
    public let bytesUsed: Int
    /// Bytes of its memory, with the header.
    public let bytesReserved: Int
}

extension TaskReport {
    /// The report of the task that was started `index`th, from 0; nil beyond the last. Thread mode.
    public static func at(_ index: Int) -> TaskReport? {
        var report: TaskReport?
        var position = 0
        forEach {
            if position == index { report = $0 }
            position += 1
        }
        return report
    }
}
