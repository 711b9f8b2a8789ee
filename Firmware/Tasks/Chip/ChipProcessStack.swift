// The process stack on the chip.
#if hasFeature(Embedded)
    import ConcurrencyABI
    import CortexM
    import Memory
    import Startup

    /// The chip's process stack. What it is for is said where `run` is.
    public final class ProcessStack: @unchecked Sendable {
        // SAFETY of `@unchecked`: `run` has one caller at a time, in thread mode; the work runs only between its
        // `resume` and its `wait`.
        /// What is left of the memory after the guard.
        private let memory: UnsafeMutableBufferPointer<UInt32>
        private var stack = martlet_stack()
        private var work: Work?
        private var argument: UnsafeMutableRawPointer?
        private(set) var isDone = true
        private var isRunning = false

        private static var unused: UInt32 { 0xA5A5_A5A5 }

        /// Takes memory, which is filled with a pattern, and up to 56 bytes more for the guard. During start-up.
        public init(bytes: Int) {
            let words = bytes / 8 * 2
            precondition(words >= 96, "a process stack has at least 384 bytes")
            let guardBytes = Int(martlet_stack_guard_bytes)
            let memory = StartupMemory.allocate(bytes: guardBytes * 2 - 8 + words * 4)
            // SAFETY: the guard, aligned to its length, and the words after it lie in what was allocated.
            let start = (memory.alignedUp(toMultipleOf: guardBytes) + guardBytes).bindMemory(to: UInt32.self, capacity: words)
            start.initialize(repeating: Self.unused, count: words)
            self.memory = UnsafeMutableBufferPointer(start: start, count: words)
        }

        /// The most that was ever used.
        public var bytesUsed: Int {
            var words = 0
            while words < memory.count, memory[words] == Self.unused { words += 1 }
            return (memory.count - words) * 4
        }

        func begin(_ argument: UnsafeMutableRawPointer, _ work: @escaping Work) {
            precondition(isDone, "a process stack runs one piece of work at a time")
            precondition(Dispatcher.runningLevel == 0, "a process stack is thread mode's")
            isDone = false
            self.work = work
            self.argument = argument
            let top = memory.baseAddress! + memory.count
            // SAFETY: the memory is this stack's for good. The object is not retained: `run`, which called this, holds it until
            // the work is done.
            martlet_stack_prepare(
                &stack, top, { ProcessStack.runWork(of: $0) }, Unmanaged.passUnretained(self).toOpaque())
        }

        /// Goes on with the work until it waits or ends.
        func resume() {
            // SAFETY: the guard is in front of the memory.
            let start = UnsafeMutableRawPointer(memory.baseAddress!)
            martlet_guard_process_stack(start - Int(martlet_stack_guard_bytes), start + memory.count * 4)
            isRunning = true
            martlet_stack_enter(&stack)
            isRunning = false
        }

        /// Stops here until the task that called `run` has its answer. The work's; called by anybody else, with interrupts
        /// masked, or inside a lock, it is a fault.
        public func wait() {
            precondition(isRunning && !isInHandler, "only what runs on a process stack can wait on it")
            precondition(!areInterruptsHeldBack, "a process stack waits with interrupts held back")
            martlet_stack_leave(&stack)
        }

        private static func runWork(of pointer: UnsafeMutableRawPointer?) {
            // SAFETY: `begin` gave the address of an object that its caller holds until the work is done.
            let stack = Unmanaged<ProcessStack>.fromOpaque(pointer!).takeUnretainedValue()
            stack.work!(stack.argument!)
            stack.isDone = true
            martlet_stack_leave(&stack.stack)
            fatalError("work that was done went on")
        }
    }
#endif
