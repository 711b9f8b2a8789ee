// Task executors on the chip: where code runs that no actor isolates.
//
// Not in `_Concurrency`: where that has a `TaskExecutor`, the compiler wants it to be a class and gives every task that
// is made room for one.
#if hasFeature(Embedded)
    import ConcurrencyABI

    /// Where the code of a task runs that no actor isolates.
    public protocol TaskExecutor: Sendable {
        /// What the runtime knows the place by.
        func asUnownedTaskExecutor() -> UnownedTaskExecutor
    }

    /// A level by the number the runtime knows it by.
    public struct UnownedTaskExecutor: Sendable {
        let identity: UInt8

        /// The executor of a level: 0 is thread mode, 1 to 8 are the interrupt levels. Any other is a fault.
        public init(level: Int) {
            precondition(level >= 0 && level <= 8, "there are levels from 0 to 8")
            identity = UInt8(truncatingIfNeeded: level + 1)
        }
    }

    /// A level as the place for code that no actor isolates; 0 is thread mode.
    public struct LevelTaskExecutor: TaskExecutor {
        let level: Int

        /// The place of `level`, 0 to 8. Any other is a fault.
        public init(level: Int) {
            precondition(level >= 0 && level <= 8, "there are levels from 0 to 8")
            self.level = level
        }

        /// The level, as the runtime knows it.
        public func asUnownedTaskExecutor() -> UnownedTaskExecutor { UnownedTaskExecutor(level: level) }
    }

    // It goes back to where its caller's isolation has it.
    @_silgen_name("martlet_return_to_level")
    private func returnTo(level: UInt32) async

    /// Runs `operation` with its `@concurrent` code, and that of the children it starts, at the level of
    /// `taskExecutor`; isolated code goes where its actor says, an actor without an executor of its own to thread mode.
    /// Without a `taskExecutor` it only runs `operation`.
    ///
    /// Cost: about 30 instructions, and a switch to the level and one back. Task context.
    public func withTaskExecutorPreference<Result, Failure: Error, Preferred: TaskExecutor>(
        _ taskExecutor: Preferred?, operation: @concurrent () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        guard let taskExecutor else { return try await operation() }
        let origin = martlet_current_level()
        let before = martlet_prefer(taskExecutor.asUnownedTaskExecutor().identity)
        do throws(Failure) {
            let result = try await operation()
            _ = martlet_prefer(before)
            await returnTo(level: origin)
            return result
        } catch {
            _ = martlet_prefer(before)
            await returnTo(level: origin)
            throw error
        }
    }
#endif
