// What the executor waits for when it has nothing to run: descriptors, timers, and being woken.
import Glibc
import LinuxEvents
import Synchronization

/// A task that waits for a timer or a descriptor; `payload` is its place among the timers.
typealias ReactorWaiter = Waiter<Int?, WaitOutcome>

/// How a wait for the reactor ends.
enum WaitOutcome: Sendable {
    case ready
    case cancelled
    case shutDown
    /// The descriptor was closed by its owner.
    case closed
    /// The system refused the wait, with this error.
    case refused(Int32)
}

/// One epoll instance, the timers, and the descriptors that tasks wait for. One worker at a time polls it; any
/// thread may begin and end waits.
final class Reactor: Sendable {
    private let epoll: Int32
    /// Written to wake who polls. Edge-triggered: each write is one wake-up, and nobody needs to read it.
    private let wakeUp: Int32
    private let descriptors = Lock(DescriptorTable())
    private let timers = Lock(Timers())
    /// The first timer's deadline, `UInt64.max` if there is none: for workers to look at without the lock.
    private let earliest = Atomic<UInt64>(.max)
    private let isFiring = Atomic<Bool>(false)
    private let waitingDescriptors = Atomic<Int>(0)

    private struct Timers: ~Copyable {
        var heap = TimerHeap()
        /// A deadline before this is news to the worker that sleeps over the reactor; 0 while none does.
        var polledUntil: UInt64 = 0
        var isShutDown = false
    }

    /// Marks the event of `wakeUp`: no descriptor has this number.
    private static let wakeUpMark = UInt64.max

    init() throws(IOError) {
        epoll = Int32(try system(.start) { Int(epoll_create1(Int32(EPOLL_CLOEXEC))) })
        do throws(IOError) {
            let flags = Int32(EFD_CLOEXEC | EFD_NONBLOCK)
            wakeUp = Int32(try system(.start) { Int(eventfd(0, flags)) })
        } catch {
            close(epoll)
            throw error
        }
        var event = epoll_event(
            events: EPOLLIN.rawValue | EPOLLET.rawValue, data: epoll_data_t(u64: Self.wakeUpMark))
        guard epoll_ctl(epoll, EPOLL_CTL_ADD, wakeUp, &event) == 0 else {
            let error = IOError(.start, errno)
            close(wakeUp)
            close(epoll)
            throw error
        }
    }

    deinit {
        close(wakeUp)
        close(epoll)
    }

    /// Nanoseconds of the clock that `ContinuousClock` shows.
    static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Ends the sleep of the worker that polls, or keeps it from beginning.
    func wake() {
        // It fails only when the counter is full, after 2^64 wake-ups.
        _ = eventfd_write(wakeUp, 1)
    }

    // MARK: - Timers

    /// Waits until the clock shows `deadline`.
    func sleep(until deadline: UInt64) async -> WaitOutcome {
        await ReactorWaiter(nil).wait(cancelled: .cancelled) { waiter in
            var needsWake = false
            let outcome = timers.withLock { timers -> WaitOutcome? in
                if Task.isCancelled { return .cancelled }
                if timers.isShutDown { return .shutDown }
                timers.heap.insert(waiter, deadline: deadline)
                earliest.store(timers.heap.earliest!, ordering: .relaxed)
                if deadline < timers.polledUntil {
                    timers.polledUntil = deadline
                    needsWake = true
                }
                return nil
            }
            if needsWake { wake() }
            return outcome
        } end: { [self] waiter in
            timers.withLock { timers in
                guard timers.heap.remove(waiter) else { return false }
                earliest.store(timers.heap.earliest ?? .max, ordering: .relaxed)
                return true
            }
        }
    }

    /// Resumes the tasks whose deadline has come, in its order, unless another thread is at it. Cheap if there are
    /// no timers.
    func fireTimers() {
        guard earliest.load(ordering: .relaxed) != .max else { return }
        let now = Self.now()
        guard earliest.load(ordering: .relaxed) <= now, !isFiring.exchange(true, ordering: .acquiring) else { return }
        defer { isFiring.store(false, ordering: .releasing) }
        // In portions, so that who begins or ends a wait meanwhile is not kept waiting long.
        let portion = 128
        var due: [ReactorWaiter] = []
        repeat {
            due.removeAll(keepingCapacity: true)
            timers.withLock { timers in
                while due.count < portion, let waiter = timers.heap.popFirst(until: now) { due.append(waiter) }
                earliest.store(timers.heap.earliest ?? .max, ordering: .relaxed)
            }
            for waiter in due { waiter.resume(.ready) }
        } while due.count == portion
    }

    // MARK: - Descriptors

    /// Waits until `number` can be read or written. `isClosed` is asked under the lock that `forget` takes.
    func wait(
        for direction: DescriptorTable.Direction, of number: Int32, isClosed: @Sendable () -> Bool
    ) async -> WaitOutcome {
        await ReactorWaiter(nil).wait(cancelled: .cancelled) { waiter in
            descriptors.withLock { table in
                if Task.isCancelled { return .cancelled }
                if isClosed() { return .closed }
                let outcome = table.begin(waiter, direction, of: number, epoll: epoll)
                waitingDescriptors.store(table.waiting, ordering: .relaxed)
                return outcome
            }
        } end: { [self] waiter in
            descriptors.withLock { table in
                let wasThere = table.remove(waiter, direction, of: number)
                waitingDescriptors.store(table.waiting, ordering: .relaxed)
                return wasThere
            }
        }
    }

    /// Ends the waits for a descriptor that its owner is about to close.
    func forget(_ number: Int32) {
        let waiters = descriptors.withLock { table in
            let waiters = table.removeAll(of: number, epoll: epoll)
            waitingDescriptors.store(table.waiting, ordering: .relaxed)
            return waiters
        }
        for waiter in waiters { waiter.resume(.closed) }
    }

    // MARK: - Polling

    /// Whether anyone waits for a descriptor: cheap, for a worker between two jobs.
    var hasWaitingDescriptors: Bool { waitingDescriptors.load(ordering: .relaxed) > 0 }

    /// Resumes the tasks whose descriptors are ready, without sleeping. One thread at a time.
    func pollDescriptors() {
        for waiter in takeEvents(timeout: 0) { waiter.resume(.ready) }
    }

    /// Sleeps until a wait is over, `wake` is called or `limit` nanoseconds have passed; answers the waiters for
    /// descriptors to resume, and leaves the timers to `fireTimers`. Timers may be late by `slack` nanoseconds,
    /// which lets one awakening do for several. One thread at a time.
    func sleep(limit: UInt64, slack: UInt64) -> [ReactorWaiter] {
        let now = Self.now()
        let until = timers.withLock { timers in
            let until = min(max(timers.heap.earliest ?? .max, now + slack), limit == .max ? .max : now + limit)
            timers.polledUntil = until - slack
            return until
        }
        defer { timers.withLock { $0.polledUntil = 0 } }
        return takeEvents(timeout: until == .max ? nil : until > now ? until - now : 0)
    }

    /// Takes one portion of events, and answers whose they are; a timeout of nil has no end.
    private func takeEvents(timeout: UInt64?) -> [ReactorWaiter] {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
            let count: Int32
            // SAFETY: the buffer has the number of events that is said.
            if let timeout {
                var time = timespec(tv_sec: Int(timeout / 1_000_000_000), tv_nsec: Int(timeout % 1_000_000_000))
                count = epoll_pwait2(epoll, events.baseAddress, Int32(events.count), &time, nil)
            } else {
                count = epoll_wait(epoll, events.baseAddress, Int32(events.count), -1)
            }
            // A signal is the one reason to fail that there is: then nothing has come.
            guard count > 0 else { return [] }
            return descriptors.withLock { table in
                var waiters: [ReactorWaiter] = []
                for event in events[..<Int(count)] where event.data.u64 != Self.wakeUpMark {
                    table.take(event.data.u64, events: event.events, epoll: epoll, into: &waiters)
                }
                waitingDescriptors.store(table.waiting, ordering: .relaxed)
                return waiters
            }
        }
    }

    // MARK: - The end

    /// Ends every wait, and from now on each as soon as it begins.
    func shutDown() {
        let sleeping = timers.withLock { timers in
            timers.isShutDown = true
            var waiters: [ReactorWaiter] = []
            while let waiter = timers.heap.popFirst() { waiters.append(waiter) }
            earliest.store(.max, ordering: .relaxed)
            return waiters
        }
        let waiting = descriptors.withLock { table in
            let waiters = table.shutDown(epoll: epoll)
            waitingDescriptors.store(0, ordering: .relaxed)
            return waiters
        }
        for waiter in sleeping + waiting { waiter.resume(.shutDown) }
    }
}
