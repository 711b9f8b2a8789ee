// A thread of the executor: what it runs next, and what it does when there is nothing.
import Glibc
import Synchronization

/// One worker. Its thread calls `run`; the rest is for that thread too, but `queue` and `progress`, which others
/// read.
// SAFETY of `@unchecked`: the variables are touched by the worker's own thread alone.
final class Worker: @unchecked Sendable {
    /// After this many jobs the shared queue and the reactor have their turn, however many there are here.
    private static let turn: UInt = 61
    /// For how long the worker that polls sleeps while others run, in nanoseconds: then it looks whether one of
    /// them has been at the same job all the time.
    private static let watchInterval: UInt64 = 10_000_000
    /// By how much it is late for timers then, in nanoseconds, since the others look at them between jobs.
    private static let timerSlack: UInt64 = 50_000

    private let index: Int
    // SAFETY: the thread that runs the worker holds the executor.
    private unowned(unsafe) let executor: HostExecutor
    /// Jobs that others may take; not used by an only worker.
    let queue = StealQueue()
    /// Jobs of an only worker, in the order they came.
    private var ownJobs = Ring<UnownedJob>(capacity: 256)
    /// How many jobs it has begun.
    let progress = Atomic<UInt>(0)
    let parker = Parker()
    private var isSearching = false
    /// What `progress` of each worker was when this one last left it its only job.
    private var progressSeen: [UInt]
    private var nextVictim: Int

    init(_ index: Int, of executor: HostExecutor, count: Int) {
        self.index = index
        self.executor = executor
        progressSeen = Array(repeating: .max, count: count)
        nextVictim = (index + 1) % count
    }

    // MARK: - The current worker

    private static let key = {
        var key = pthread_key_t()
        guard pthread_key_create(&key, nil) == 0 else { fatalError("the process has no thread-specific key left") }
        return key
    }()

    /// Calls `body` with the worker whose thread this is, if it is one of `executor`'s; nil otherwise.
    @inline(__always)
    static func withCurrent<Result>(of executor: HostExecutor, _ body: (Worker) -> Result) -> Result? {
        guard let pointer = pthread_getspecific(key) else { return nil }
        // SAFETY: `run` put it there, and the executor keeps its workers until their threads have ended.
        return Unmanaged<Worker>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
            $0.executor === executor ? body($0) : nil
        }
    }

    // MARK: - Jobs

    /// Puts a job at the end of this worker's own queue.
    func add(_ job: UnownedJob) {
        if executor.isAlone { return ownJobs.append(job) }
        guard let before = queue.push(job) else {
            spill(job)
            return executor.wakeSleeper()
        }
        // An only job is not worth waking anyone for, since this worker will be there sooner, as when two tasks
        // resume each other in turn. Somebody must watch, though, in case it does not come to it.
        if before > 0 || !executor.isWatched { executor.wakeSleeper() }
    }

    /// Moves the older half of the full queue to where every worker looks, and the job after it.
    private func spill(_ job: UnownedJob) {
        var remaining = StealQueue.capacity / 2
        executor.injected.append {
            remaining -= 1
            return remaining >= 0 ? queue.pop() : nil
        }
        executor.inject(job)
    }

    /// Runs jobs until the executor is shut down and there are none.
    func run() {
        // SAFETY: the thread's body keeps this worker until `run` returns, and only code on this thread reads the key.
        pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
        while let job = next() {
            progress.store(progress.load(ordering: .relaxed) &+ 1, ordering: .relaxed)
            job.runSynchronously(on: executor.asUnownedTaskExecutor())
        }
    }

    private func next() -> UnownedJob? {
        if progress.load(ordering: .relaxed) % Self.turn == 0 {
            executor.pollBetweenJobs()
            if let job = takeInjected() { return job }
        }
        while true {
            if let job = takeOwn() ?? takeInjected() ?? search() {
                stopSearching()
                return job
            }
            if executor.isStopping {
                // The others find out one by one.
                stopSearching()
                executor.wakeSleeper()
                return nil
            }
            sleep()
        }
    }

    private func takeOwn() -> UnownedJob? { executor.isAlone ? ownJobs.popFirst() : queue.pop() }

    /// Takes a portion of the shared queue, and answers its first.
    private func takeInjected() -> UnownedJob? {
        var first: UnownedJob?
        let room = executor.isAlone ? Int.max : StealQueue.capacity - queue.count
        executor.injected.take(atMost: max(1, room), takers: executor.workers.count) { job in
            if first == nil {
                first = job
            } else if executor.isAlone {
                ownJobs.append(job)
            } else {
                // There is room: this thread alone adds.
                _ = queue.push(job)
            }
        }
        return first
    }

    // MARK: - Nothing to do

    private func search() -> UnownedJob? {
        guard !executor.isAlone else { return nil }
        if !isSearching { isSearching = executor.idle.beginSearch() }
        guard isSearching else { return nil }
        for _ in executor.workers {
            let victim = nextVictim
            nextVictim = (nextVictim + 1) % executor.workers.count
            if victim != index, let job = steal(from: executor.workers[victim]) { return job }
        }
        return takeInjected()
    }

    /// A worker's only job is left to it, unless it has begun no other since the last look.
    private func steal(from victim: Worker) -> UnownedJob? {
        let progress = victim.progress.load(ordering: .relaxed)
        let isStuck = progress == progressSeen[victim.index]
        progressSeen[victim.index] = progress
        return victim.queue.steal(atLeast: isStuck ? 1 : 2, into: queue)
    }

    /// Ends the search for having found something. The last searcher is followed by another while there are
    /// sleepers: where there was something there may be more.
    private func stopSearching() {
        guard isSearching else { return }
        isSearching = false
        if executor.idle.endSearch() { executor.wakeSleeper() }
    }

    private func sleep() {
        let looksOnceMore = executor.idle.beginSleep(index, isSearching: isSearching)
        isSearching = false
        if looksOnceMore && (executor.hasJobsToTake || executor.isStopping) { executor.wakeSleeper() }
        guard executor.beginPolling() else {
            parker.sleep()
            isSearching = true
            return
        }
        let watches = executor.idle.awakeCount > 0
        executor.isWatched = watches
        var ready: [ReactorWaiter] = []
        isSearching = parker.sleep {
            ready = executor.reactor.sleep(
                limit: watches ? Self.watchInterval : .max, slack: watches ? Self.timerSlack : 0)
        }
        executor.isWatched = false
        if !isSearching && !executor.idle.endSleep(index) {
            // Somebody has chosen this worker since; the wake-up is on its way.
            parker.sleep()
            isSearching = true
        }
        // From here on this worker counts as awake, so what it resumes does not wake it.
        for waiter in ready { waiter.resume(.ready) }
        executor.reactor.fireTimers()
        executor.endPolling()
        // Somebody else has to watch; if this worker was woken, its search has that follow by itself.
        if watches && !isSearching && queue.count > 0 { executor.wakeSleeper() }
    }
}
