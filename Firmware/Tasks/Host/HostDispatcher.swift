// Tasks and executors on the host: Swift's own runtime makes and suspends the tasks, and hands every job to
// the one dispatcher here, so that a simulated chip runs them in a fixed order on one thread.
#if !hasFeature(Embedded)
    import CortexM
    import Foundation
    import Memory

    /// The executor of a level: jobs go to the dispatcher's queue of that level.
    public final class LevelExecutor: SerialExecutor {
        let level: Int

        init(level: Int) { self.level = level }

        /// Puts the job into the level's queue. The simulated chip's thread.
        public func enqueue(_ job: UnownedJob) { Dispatcher.enqueue(job, level: level) }

        public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
    }

    /// A level as the place for code that no actor isolates; 0 is thread mode.
    public final class LevelTaskExecutor: TaskExecutor {
        let level: Int

        /// The place of `level`, 0 to 8.
        public init(level: Int) {
            precondition(level >= 0 && level <= 8, "there are levels from 0 to 8")
            self.level = level
        }

        /// Puts the job into the level's queue, to be run with this preference.
        public func enqueue(_ job: UnownedJob) { Dispatcher.enqueue(job, level: level, preferring: self) }
    }

    private let levelExecutors = (0...Dispatcher.unclaimed).map { LevelExecutor(level: $0) }

    /// See the chip's.
    public func levelExecutor(_ level: Int) -> UnownedSerialExecutor {
        precondition(level >= 0 && level <= 8, "there are levels from 0 to 8")
        return executor(ofQueue: level)
    }

    private func executor(ofQueue queue: Int) -> UnownedSerialExecutor {
        levelExecutors[queue].asUnownedSerialExecutor()
    }

    /// Thread mode. It takes the place of Swift's own main actor in every module that imports this one, because
    /// that one hands its jobs to the process's main queue, which nothing but the process's own loop empties.
    @globalActor
    public final actor MainActor: GlobalActor {
        public static let shared = MainActor()
        nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(0) }

        /// Runs `body` as thread mode's code: for what starts a simulated chip, which no task runs.
        // SAFETY of the cast: isolation is part of a function's type and not of its representation; the
        // simulated chip has one thread.
        nonisolated public static func assumeIsolated<Result>(_ body: @MainActor () -> Result) -> Result {
            withoutActuallyEscaping(body) { unsafeBitCast($0, to: (() -> Result).self)() }
        }
    }

    /// The run queues of the simulated chip: thread mode's at 0, the levels' at 1 to 8.
    ///
    /// Interrupt handlers run inside the bus access at which they are taken, as on the chip. A level's tasks
    /// run when the code of lower levels next suspends: a job cannot run inside another on one thread.
    public enum Dispatcher {
        // SAFETY: touched by the one thread that runs the simulated chip.
        nonisolated(unsafe) private static var queues = emptyQueues

        private struct QueuedJob {
            let job: UnownedJob
            /// Set where the job is there because its task prefers the level.
            let preferred: LevelTaskExecutor?
        }

        /// The queue after the levels' is for jobs that no actor claims, which is how Swift's runtime resumes
        /// every continuation: they run first, since all that most do is to go to the level they belong to.
        static let unclaimed = 9
        private static var emptyQueues: [[QueuedJob]] { Array(repeating: [], count: unclaimed + 1) }

        /// What the dispatcher does, in order: for tests that pin it.
        public enum Event: Equatable, Sendable, CustomStringConvertible {
            /// A task was put into a level's queue; thread mode is level 0.
            case pend(level: Int)
            /// A task was taken from it and runs.
            case run(task: String, level: Int)

            public var description: String {
                switch self {
                case .pend(let level): level == 0 ? "pend thread mode" : "pend level \(level)"
                case .run(let task, let level): level == 0 ? "run \(task)" : "run \(task) at level \(level)"
                }
            }
        }

        /// Told of every event, if it is set.
        // SAFETY: as above.
        nonisolated(unsafe) public static var observer: ((Event) -> Void)?

        /// Puts a job at the end of a level's queue.
        static func enqueue(_ job: UnownedJob, level: Int, preferring executor: LevelTaskExecutor? = nil) {
            queues[level].append(QueuedJob(job: job, preferred: executor))
            if level != unclaimed { observer?(.pend(level: level)) }
        }

        /// Whether any level or thread mode has something to run.
        public static var hasWork: Bool { queues.contains { !$0.isEmpty } }

        /// Runs the first job of the highest level that has one; false if none has.
        public static func runNext() -> Bool {
            guard let level = queues.indices.reversed().first(where: { !queues[$0].isEmpty }) else { return false }
            let queued = queues[level].removeFirst()
            runningLevel = level
            readyWaits = 0
            if level != unclaimed {
                TaskAccounts.wake(queued.job, level: level)
                observer?(.run(task: TaskAccounts.name(of: queued.job), level: level))
            }
            if let executor = queued.preferred {
                queued.job.runSynchronously(on: executor.asUnownedTaskExecutor())
            } else {
                queued.job.runSynchronously(on: executor(ofQueue: level))
            }
            return true
        }

        /// The level whose task runs this: 0 in thread mode.
        // SAFETY: as above.
        nonisolated(unsafe) public private(set) static var runningLevel = 0

        /// Waits of the running job that returned at once.
        // SAFETY: as above.
        nonisolated(unsafe) private static var readyWaits = 0

        /// On the chip a level has a budget of time. Here no time passes while code runs, so it is one of waits.
        static var budgetIsUsedUp: Bool {
            readyWaits += 1
            return readyWaits > 128
        }

        /// On the chip this sets how long a task may run at a level. Nothing here runs for any time.
        public static func setBudget(_ budget: Interval, ofLevel level: Int) {
            guard level >= 0, level <= 8 else { stop("a budget for a level that there is not; levels are 0 to 8, not", level) }
        }

        /// On the chip this gives each level the line whose interrupt drains its queue; here the queues are
        /// drained by `runNext`, and the lines are only kept from any other handler.
        public static func start(dispatchLines: InlineArray<8, InterruptLine>) {
            for index in 0..<8 { VectorTable.set(InterruptHandler {}, for: dispatchLines[index]) }
        }

        /// What `run` does, set by who simulates the chip.
        // SAFETY: as above.
        nonisolated(unsafe) public static var hostLoop: (() -> Never)?

        /// Runs tasks for as long as there is power. On the host a simulation has to have been begun.
        public static func run() -> Never {
            guard let hostLoop else {
                fatalError("no chip is simulated: call Simulation.begin first, or run the tasks by SimulatedChip.run")
            }
            hostLoop()
        }

        /// Takes over every job of the process that no actor claims: Swift's global executor hands its own
        /// to a queue here. Returns what undoes it. The chip's thread is the only one that may use
        /// concurrency meanwhile.
        public static func install() -> () -> Void {
            let hook = GlobalExecutorHook()
            queues = emptyQueues
            TaskAccounts.reset()
            TimerQueue.reset()
            SystemClock.reset()
            StartupMemory.reset()
            hook.set { job, _ in Dispatcher.enqueue(job, level: Dispatcher.unclaimed) }
            return { hook.restore() }
        }
    }

    /// The variable through which libswift_Concurrency lets a program replace its global executor: it holds a
    /// function, or null.
    private struct GlobalExecutorHook {
        typealias Original = @convention(thin) (UnownedJob) -> Void
        typealias Function = @convention(thin) (UnownedJob, Original) -> Void

        private let variable: UnsafeMutablePointer<UnsafeRawPointer?>
        private let before: UnsafeRawPointer?

        init() {
            guard let address = dlsym(dlopen(nil, RTLD_NOW), "swift_task_enqueueGlobal_hook") else {
                fatalError("Swift's concurrency library has no hook for its global executor: it is not the one known")
            }
            // SAFETY: the symbol is a variable that holds a function pointer (stdlib/public/Concurrency hooks).
            variable = address.assumingMemoryBound(to: UnsafeRawPointer?.self)
            before = variable.pointee
        }

        func set(_ function: Function) { variable.pointee = unsafeBitCast(function, to: UnsafeRawPointer?.self) }
        func restore() { variable.pointee = before }
    }

    /// Starts a task that lives as long as the simulated chip. See the chip's `startTask`.
    public func startTask(
        _ name: StaticString, bytes: Int = 1024, _ operation: @escaping @Sendable @concurrent () async -> Void
    ) {
        _ = StartupMemory.allocate(bytes: bytes)
        let index = TaskAccounts.add(name)
        Task {
            TaskAccounts.identify(index)
            await operation()
            TaskAccounts.finish(index)
        }
    }

    /// What the console says of each task.
    private enum TaskAccounts {
        struct Account {
            let name: StaticString
            var job: UInt?
            var level = 0
            var wakes: UInt32 = 0
            var isFinished = false
        }
        // SAFETY: touched by the one thread that runs the simulated chip.
        nonisolated(unsafe) static var accounts: [Account] = []

        static func reset() { accounts = [] }

        static func add(_ name: StaticString) -> Int {
            accounts.append(Account(name: name))
            return accounts.count - 1
        }

        /// Called by the task itself: a task and its job are one object.
        static func identify(_ index: Int) {
            withUnsafeCurrentTask { task in
                // SAFETY: both types are one pointer to the task; it is only compared.
                accounts[index].job = task.map { unsafeBitCast($0, to: UInt.self) }
                accounts[index].wakes = 1
            }
        }

        static func wake(_ job: UnownedJob, level: Int) {
            guard let index = index(of: job) else { return }
            accounts[index].wakes &+= 1
            accounts[index].level = level
        }

        private static func index(of job: UnownedJob) -> Int? {
            // SAFETY: a job is one pointer; it is only compared.
            let identity = unsafeBitCast(job, to: UInt.self)
            return accounts.firstIndex { $0.job == identity && !$0.isFinished }
        }

        /// A task that another one made has no name.
        static func name(of job: UnownedJob) -> String { index(of: job).map { "\(accounts[$0].name)" } ?? "child" }

        static func finish(_ index: Int) { accounts[index].isFinished = true }
    }

    extension TaskReport {
        /// Calls `body` with a report of each task, in the order they were started.
        static func forEach(_ body: (TaskReport) -> Void) {
            for account in TaskAccounts.accounts {
                body(
                    TaskReport(
                        name: account.name.utf8Start, level: account.level, isFinished: account.isFinished,
                        wakes: account.wakes, cycles: 0, longestPoll: 0, overruns: 0, bytesUsed: 0, bytesReserved: 0))
            }
        }
    }
#endif
