// Tasks and executors on the chip: the run queues of Firmware/Runtime/ConcurrencyABI.
#if hasFeature(Embedded)
    import ConcurrencyABI
    import CortexM
    import Memory

    /// The run queue of a level, 1 to 8, or thread mode's, 0. Any other is a fault. Cost: none where the level is a
    /// constant.
    @_alwaysEmitIntoClient @inline(__always)
    public func levelExecutor(_ level: Int) -> UnownedSerialExecutor {
        precondition(level >= 0 && level <= 8, "there are levels from 0 to 8")
        return UnownedSerialExecutor(level: UInt(level))
    }

    /// Thread mode's loop and the set-up of the levels.
    public enum Dispatcher {
        // SAFETY: written by `start` and read by `run`, both thread mode's before any interrupt has work.
        nonisolated(unsafe) private static var isStarted = false
        // SAFETY: written by `run`, which thread mode calls once.
        nonisolated(unsafe) private static var isRunning = false

        /// Gives each level, from 1 up, the line whose interrupt drains its queue: lines that no peripheral
        /// of the board uses. Two levels with one line are a fault, and so is a handler bound to one of these lines. Task
        /// context, once, before any task is started.
        public static func start(dispatchLines: InlineArray<8, InterruptLine>) {
            isStarted = true
            for index in 0..<8 {
                let line = dispatchLines[index]
                let level = UInt32(index + 1)
                martlet_level_configure(
                    level, NVIC.setPendingAddress + UInt32(line.rawValue / 32 * 4), 1 << UInt32(line.rawValue % 32))
                VectorTable.set(drain: martlet_level_handler(level), for: line)
                NVIC.setPriority(UInt8((8 - index) * 16), of: line)
                NVIC.clearPending(line)
                NVIC.enable(line)
            }
            make(MainActor.shared)
            make(Level1.shared)
            make(Level2.shared)
            make(Level3.shared)
            make(Level4.shared)
            make(Level5.shared)
            make(Level6.shared)
            make(Level7.shared)
            make(Level8.shared)
        }

        /// An actor is made when it is first named: here, so that no interrupt finds one half made by the code
        /// it interrupted. Taking it as `any Actor` also has its conformance emitted in this module, which code
        /// that only hops to the actor refers to and does not emit.
        @inline(never)
        private static func make(_ actor: any Actor) { _ = actor }

        /// Takes memory for `count` tasks at once made by `Task`, `async let` and groups, each with `bytes` for its header
        /// (64), its handle (40) and its frames. One more at a time is a fault. During start-up.
        public static func reserveTasks(_ count: Int, bytes: Int) {
            let bytes = bytes & ~7
            for _ in 0..<count { martlet_task_pool_add(StartupMemory.allocate(bytes: bytes), bytes) }
        }

        /// The most of those tasks that there ever were at once.
        public static var tasksInUseAtMost: Int { Int(martlet_task_pool_high_water()) }

        /// The level whose task runs this: 0 in thread mode.
        public static var runningLevel: Int { Int(martlet_current_level()) }

        /// Sets how long a task may run at a level, 0 for thread mode, before it lets the others of that level run.
        /// A wait of this module that would return at once yields first when that time is used up, so a task whose
        /// channel never runs empty does not starve its level; a task that computes for longer without waiting is
        /// not stopped, and its account shows the overrun. `SystemClock.start` sets a millisecond for each level.
        /// After that; a level outside 0 to 8 is a fault.
        public static func setBudget(_ budget: Interval, ofLevel level: Int) {
            guard level >= 0, level <= 8 else { stop("a budget for a level that there is not; levels are 0 to 8, not", level) }
            let cycles = budget * Int64(SystemClock.cyclesInMicrosecond)
            martlet_set_budget(UInt32(truncatingIfNeeded: level), UInt32(clamping: cycles.microseconds))
        }

        /// Whether the task that runs this has used its time up.
        static var budgetIsUsedUp: Bool { martlet_budget_is_used_up() }

        /// Ends start-up and runs tasks for ever: thread mode's own here, the others as their levels'
        /// interrupts come. Sleeps when there is nothing to do. Without `start` before it, in a handler, or a second time, it is a fault.
        public static func run() -> Never {
            guard isStarted else { stop("Dispatcher.run without Dispatcher.start before it", 0) }
            guard !isInHandler, !isRunning else {
                stop("Dispatcher.run in a handler, or a second time; running level", runningLevel)
            }
            isRunning = true
            StartupMemory.seal()
            martlet_run_thread()
        }
    }

    /// Starts a task that lives as long as the program. It begins in thread mode and goes wherever its
    /// isolation takes it.
    ///
    /// - Parameters:
    ///   - name: for the console and for faults.
    ///   - bytes: for the frames of its async functions, and 64 for its header. A task that outgrows them is
    ///     a fault that names it; `tasks` shows the most it has used.
    /// Cost: `bytes` of start-up memory and about 100 instructions. Task context, during start-up.
    public func startTask(
        _ name: StaticString, bytes: Int = 1024, _ operation: @escaping @Sendable @concurrent () async -> Void
    ) {
        let storage = StartupMemory.allocate(bytes: bytes)
        struct Operation { let call: @Sendable @concurrent () async -> Void }
        // SAFETY: an async function value is the address of its function's record and its closure context.
        // It is wrapped because a bare function passed to a generic function is another function, which calls
        // it. The context is retained and never released, so it lives as long as the task.
        let (function, closure) = unsafeBitCast(
            Operation(call: operation), to: (UnsafeRawPointer, UnsafeMutableRawPointer?).self)
        if let closure { _ = Unmanaged<AnyObject>.fromOpaque(closure).retain() }
        _ = martlet_task_start(storage, bytes, name.characters, function, closure)
    }

    extension TaskReport {
        /// Calls `body` with a report of each task, in the order they were started. Thread mode.
        static func forEach(_ body: (TaskReport) -> Void) {
            var next = martlet_first_task()
            while let task = next {
                // SAFETY: tasks are never freed, and all that is read here but the counters is constant once
                // the task runs; a counter read in between changes is off by one wake.
                let start = UnsafeMutableRawPointer(task).assumingMemoryBound(to: UInt8.self)
                let used = martlet_task_bytes_used(task)
                let task = task.pointee
                body(
                    TaskReport(
                        // SAFETY: `startTask` gives every task it makes a name in flash.
                        name: UnsafeRawPointer(task.name!).assumingMemoryBound(to: UInt8.self),
                        level: Int(task.level), isFinished: task.flags & UInt8(martlet_task_finished) != 0,
                        wakes: task.wakes, cycles: task.ticks, longestPoll: task.longest_poll, overruns: Int(task.overruns),
                        bytesUsed: Int(used), bytesReserved: task.arena_end - start))
                next = task.next_made
            }
        }
    }
#endif
