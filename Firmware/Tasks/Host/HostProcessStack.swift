// The process stack on the host: a thread, which runs only while the task stands still.
#if !hasFeature(Embedded)
    import Foundation

    /// The host's process stack. What it is for is said where `run` is.
    public final class ProcessStack: @unchecked Sendable {
        // SAFETY of `@unchecked`: the thread and the task that called `run` take turns by the semaphores, which order
        // what each did before its turn ended.
        private final class Turns: @unchecked Sendable {
            let work = DispatchSemaphore(value: 0)
            let task = DispatchSemaphore(value: 0)
            var next: Work?
            var argument: UnsafeMutableRawPointer?
            var isDone = true
            var isRunning = false
            /// Nobody will go on with the work.
            var isAbandoned = false
        }
        private let turns = Turns()

        /// The host's stacks grow as they must: the length is the chip's.
        public init(bytes: Int) {
            precondition(bytes >= 384, "a process stack has at least 384 bytes")
            let turns = turns
            Thread {
                while true {
                    turns.work.wait()
                    guard !turns.isAbandoned, let work = turns.next, let argument = turns.argument else { return }
                    work(argument)
                    turns.isDone = true
                    turns.task.signal()
                }
            }.start()
        }

        deinit {
            turns.isAbandoned = true
            turns.work.signal()
        }

        /// Not known on the host.
        public var bytesUsed: Int { 0 }

        var isDone: Bool { turns.isDone }

        func begin(_ argument: UnsafeMutableRawPointer, _ work: @escaping Work) {
            precondition(isDone, "a process stack runs one piece of work at a time")
            precondition(Dispatcher.runningLevel == 0, "a process stack is thread mode's")
            turns.isDone = false
            turns.next = work
            turns.argument = argument
        }

        func resume() {
            turns.isRunning = true
            turns.work.signal()
            turns.task.wait()
            turns.isRunning = false
        }

        /// Stops the work until the task has awaited `answer`. Only on the stack, in what `run` was given.
        public func wait() {
            let turns = turns
            precondition(turns.isRunning, "only what runs on a process stack can wait on it")
            turns.task.signal()
            turns.work.wait()
            // The thread ends with the work in the middle: what that has on its stack is leaked.
            if turns.isAbandoned { Thread.exit() }
        }
    }
#endif
