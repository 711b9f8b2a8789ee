// The process stack on the chip.
#if hasFeature(Embedded)
    import ConcurrencyABI
    import Memory

    public final class ProcessStack: @unchecked Sendable {
        // SAFETY of `@unchecked`: `run` has one caller at a time, in thread mode; the work runs only between its
        // `resume` and its `wait`.
        private let memory: UnsafeMutableBufferPointer<UInt32>
        private var stack = martlet_stack()
        private var work: Work?
        private var argument: UnsafeMutableRawPointer?
        private(set) var isDone = true

        private static var unused: UInt32 { 0xA5A5_A5A5 }

        /// Takes memory, which is filled with a pattern. During start-up.
        public init(bytes: Int) {
            let words = bytes / 8 * 2
            precondition(words >= 96, "a process stack has at least 384 bytes")
            let start = StartupMemory.allocate(bytes: words * 4).bindMemory(to: UInt32.self, capacity: words)
            start.initialize(repeating: Self.unused, count: words)
            memory = UnsafeMutableBufferPointer(start: start, count: words)
        }

        /// The most that was ever used.
        public var bytesUsed: Int {
            var words = 0
            while words < memory.count, memory[words] == Self.unused { words += 1 }
            return (memory.count - words) * 4
        }

        func begin(_ argument: UnsafeMutableRawPointer, _ work: @escaping Work) {
            precondition(isDone, "the process stack is in use")
            precondition(Dispatcher.runningLevel == 0, "the process stack is thread mode's")
            isDone = false
            self.work = work
            self.argument = argument
            let top = memory.baseAddress! + memory.count
            martlet_stack_prepare(
                &stack, top, { ProcessStack.runWork(of: $0) }, Unmanaged.passUnretained(self).toOpaque())
        }

        /// Goes on with the work until it waits or ends.
        func resume() {
            martlet_stack_enter(&stack)
            guard memory[0] == Self.unused && memory[1] == Self.unused else {
                fatalError("a process stack has overflowed")
            }
        }

        /// Stops here until the task that called `run` has its answer. The work's.
        public func wait() { martlet_stack_leave(&stack) }

        private static func runWork(of pointer: UnsafeMutableRawPointer?) {
            // SAFETY: `begin` gave the address of an object that its caller holds until the work is done.
            let stack = Unmanaged<ProcessStack>.fromOpaque(pointer!).takeUnretainedValue()
            stack.work!(stack.argument!)
            stack.isDone = true
            stack.wait()
            fatalError("work that was done went on")
        }
    }
#endif
