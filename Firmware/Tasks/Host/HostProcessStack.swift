// The process stack on the host: a thread, which runs only while the task stands still.
#if !hasFeature(Embedded)
    import Foundation

    public final class ProcessStack: @unchecked Sendable {
        // SAFETY of `@unchecked`: the thread and the task that called `run` take turns by the semaphores, which order
        // what each did before its turn ended.
        private final class Turns: @unchecked Sendable {
            let work = DispatchSemaphore(value: 0)
            let task = DispatchSemaphore(value: 0)
            var next: Work?
            var argument: UnsafeMutableRawPointer?
            var isDone = true
        }
        private let turns = Turns()

        /// The host's stacks grow as they must: the length is the chip's.
        public init(bytes: Int) {
            precondition(bytes >= 384, "a process stack has at least 384 bytes")
            let turns = turns
            Thread {
                while true {
                    turns.work.wait()
                    guard let work = turns.next, let argument = turns.argument else { return }
                    work(argument)
                    turns.isDone = true
                    turns.task.signal()
                }
            }.start()
        }

        deinit {
            // Work that was left in the middle stays there.
            guard turns.isDone else { return }
            turns.next = nil
            turns.work.signal()
        }

        /// Not known on the host.
        public var bytesUsed: Int { 0 }

        var isDone: Bool { turns.isDone }

        func begin(_ argument: UnsafeMutableRawPointer, _ work: @escaping Work) {
            precondition(isDone, "the process stack is in use")
            turns.isDone = false
            turns.next = work
            turns.argument = argument
        }

        func resume() {
            turns.work.signal()
            turns.task.wait()
        }

        public func wait() {
            turns.task.signal()
            turns.work.wait()
        }
    }
#endif
