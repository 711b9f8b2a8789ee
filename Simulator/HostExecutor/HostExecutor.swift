// Runs Swift's tasks on threads of its own, with a reactor for what they wait for.
import Glibc
import Synchronization

/// A task executor for the host: `Task(executorPreference:)` and `withTaskExecutorPreference` put tasks on it.
///
/// With one thread, jobs run in the order they came. With several, each has a queue of its own, and one that has
/// nothing to do takes half of another's. Task priorities are not looked at. Jobs should not block their thread:
/// while one does, its worker's other jobs go to workers that have none, but timers and descriptors may have to wait.
///
/// An executor runs from its creation until `shutDown`, which whoever made it must call: its threads keep it alive.
public final class HostExecutor: TaskExecutor, Sendable {
    let injected = InjectionQueue()
    let idle: IdleWorkers
    let reactor: Reactor
    /// Whether there is only one worker, so that nobody steals.
    let isAlone: Bool
    // SAFETY of both: written by `init` before the first thread starts, and never again.
    nonisolated(unsafe) private(set) var workers: [Worker] = []
    nonisolated(unsafe) private var threads: [pthread_t] = []
    private let isPolled = Atomic<Bool>(false)
    private let watched = Atomic<Bool>(false)
    private let stopping = Atomic<Bool>(false)

    /// Starts `threads` threads. Throws if the system has no descriptor or thread left.
    /// - Throws: the system's error if it has no descriptor left, EAGAIN if it has no thread. Threads that were started are
    ///   ended.
    public init(threads count: Int = 1) throws(IOError) {
        precondition(count > 0, "an executor needs at least one thread")
        precondition(MemoryLayout<UnownedJob>.size == MemoryLayout<UInt>.size, "a job is one pointer")
        reactor = try Reactor()
        idle = IdleWorkers(count: count)
        isAlone = count == 1
        workers = (0..<count).map { Worker($0, of: self, count: count) }
        for worker in workers {
            guard let thread = startThread(worker) else {
                shutDown()
                throw IOError(.start, EAGAIN)
            }
            threads.append(thread)
        }
    }

    private func startThread(_ worker: Worker) -> pthread_t? {
        let body = ThreadBody(executor: self, worker: worker)
        let argument = Unmanaged.passRetained(body)
        var thread = pthread_t()
        let error = pthread_create(
            &thread, nil,
            { argument in
                // SAFETY: the argument is the body that was retained above, and this takes that reference over.
                let body = Unmanaged<ThreadBody>.fromOpaque(argument!).takeRetainedValue()
                body.worker.run()
                return nil
            }, argument.toOpaque())
        guard error == 0 else {
            // SAFETY: there is no thread to take the reference over.
            argument.release()
            return nil
        }
        return thread
    }

    /// What a thread keeps alive while it runs.
    private final class ThreadBody {
        let executor: HostExecutor
        let worker: Worker

        init(executor: HostExecutor, worker: Worker) {
            self.executor = executor
            self.worker = worker
        }
    }

    // MARK: - Jobs

    /// The same for a job that is owned, as the language's requirement has it.
    public func enqueue(_ job: consuming ExecutorJob) { enqueue(UnownedJob(job)) }

    /// Puts a job into a queue. Any thread. Cost: from a worker a few stores, else a lock; when a worker has to
    /// be woken, a call of the system.
    public func enqueue(_ job: UnownedJob) {
        if Worker.withCurrent(of: self, { $0.add(job) }) == nil {
            inject(job)
            wakeSleeper()
        }
    }

    /// Puts a job where every worker looks. Once the executor has shut down, Swift's own runs it.
    func inject(_ job: UnownedJob) {
        if !injected.append(job) { globalConcurrentExecutor.enqueue(job) }
    }

    /// Wakes a worker for a job that others may take, unless one is searching already or none sleeps.
    func wakeSleeper() {
        guard let sleeper = idle.chooseSleeper() else { return }
        workers[sleeper].parker.wake(in: reactor)
    }

    /// Whether there is something that a searching worker would take.
    var hasJobsToTake: Bool { !injected.isEmpty || workers.contains { $0.queue.count > 1 } }

    // MARK: - The worker that polls

    /// Makes the caller the one that polls the reactor; false if there is one.
    func beginPolling() -> Bool { !isPolled.exchange(true, ordering: .acquiring) }
    func endPolling() { isPolled.store(false, ordering: .releasing) }

    /// Resumes what need not wait any longer; leaves the descriptors to the worker that polls, if there is one.
    func pollBetweenJobs() {
        reactor.fireTimers()
        guard reactor.hasWaitingDescriptors, beginPolling() else { return }
        reactor.pollDescriptors()
        endPolling()
    }

    /// Whether the worker that polls looks now and then for one that is stuck in a job.
    var isWatched: Bool {
        get { watched.load(ordering: .relaxed) }
        set { watched.store(newValue, ordering: .relaxed) }
    }

    // MARK: - The end

    var isStopping: Bool { stopping.load(ordering: .sequentiallyConsistent) }

    /// Ends every wait in the reactor with an error, runs what is queued and what that brings about, and ends the
    /// threads; returns when they have ended. A second call does nothing.
    ///
    /// A task that waits for something else is not lost: when it is resumed later, Swift's global executor runs
    /// it. Not to be called by a job of this executor, which would wait for itself.
    public func shutDown() {
        precondition(Worker.withCurrent(of: self) { _ in } == nil, "an executor cannot be shut down by its own job")
        guard !stopping.exchange(true, ordering: .sequentiallyConsistent) else { return }
        reactor.shutDown()
        wakeSleeper()
        for thread in threads { pthread_join(thread, nil) }
        injected.close { globalConcurrentExecutor.enqueue($0) }
    }
}
