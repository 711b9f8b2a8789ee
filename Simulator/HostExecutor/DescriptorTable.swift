// Which tasks wait for which descriptors, and what epoll has been told of it.
import Glibc
import LinuxEvents

/// An entry a descriptor. epoll is asked for one event at a time: a wait costs one call of the system, and a
/// descriptor that nobody waits for costs none.
struct DescriptorTable: ~Copyable {
    enum Direction: Sendable {
        case read
        case write
    }

    private struct Entry {
        var reader: ReactorWaiter?
        var writer: ReactorWaiter?
        /// Tells events asked for in the latest call from those of an earlier one, and of an earlier descriptor
        /// of this number.
        var generation: UInt32 = 0

        subscript(direction: Direction) -> ReactorWaiter? {
            get { direction == .read ? reader : writer }
            set { if direction == .read { reader = newValue } else { writer = newValue } }
        }
        var isEmpty: Bool { reader == nil && writer == nil }
    }

    /// By descriptor: the system gives out the lowest number that is free.
    private var entries: [Entry] = []
    /// How many waiters there are.
    private(set) var waiting = 0
    private var isShutDown = false

    /// Adds a waiter, or answers why it need not wait.
    mutating func begin(
        _ waiter: ReactorWaiter, _ direction: Direction, of number: Int32, epoll: Int32
    ) -> WaitOutcome? {
        if isShutDown { return .shutDown }
        guard number >= 0 else { return .refused(EBADF) }
        let index = Int(number)
        // A number that is no descriptor does not make the table as long as it is large.
        guard index < entries.count || fcntl(number, F_GETFD) >= 0 else { return .refused(errno) }
        while entries.count <= index { entries.append(Entry()) }
        guard entries[index][direction] == nil else { return .refused(EALREADY) }
        entries[index][direction] = waiter
        let error = ask(index, epoll: epoll)
        if error != 0 {
            entries[index][direction] = nil
            return .refused(error)
        }
        waiting += 1
        return nil
    }

    /// Takes a waiter out; false if it is not there. epoll may still report its event, which then is ignored.
    mutating func remove(_ waiter: ReactorWaiter, _ direction: Direction, of number: Int32) -> Bool {
        let index = Int(number)
        guard index < entries.count, entries[index][direction] === waiter else { return false }
        entries[index][direction] = nil
        waiting -= 1
        return true
    }

    /// Takes out who waits for a descriptor, and takes it away from epoll.
    mutating func removeAll(of number: Int32, epoll: Int32) -> [ReactorWaiter] {
        let index = Int(number)
        guard entries.indices.contains(index) else { return [] }
        epoll_ctl(epoll, EPOLL_CTL_DEL, number, nil)
        var waiters: [ReactorWaiter] = []
        moveOut(.read, at: index, into: &waiters)
        moveOut(.write, at: index, into: &waiters)
        return waiters
    }

    /// Takes out the waiters that an event is for.
    mutating func take(_ mark: UInt64, events: UInt32, epoll: Int32, into waiters: inout [ReactorWaiter]) {
        let index = Int(UInt32(truncatingIfNeeded: mark))
        guard index < entries.count, entries[index].generation == UInt32(mark >> 32) else { return }
        // An error and a hang-up are for both to find out about.
        let broken = EPOLLERR.rawValue | EPOLLHUP.rawValue
        if events & (EPOLLIN.rawValue | EPOLLRDHUP.rawValue | broken) != 0 {
            moveOut(.read, at: index, into: &waiters)
        }
        if events & (EPOLLOUT.rawValue | broken) != 0 { moveOut(.write, at: index, into: &waiters) }
        // The event was the one asked for: ask again for the other direction. If the descriptor has gone
        // meanwhile, whoever waits finds that out by using it.
        guard !entries[index].isEmpty, ask(index, epoll: epoll) != 0 else { return }
        moveOut(.read, at: index, into: &waiters)
        moveOut(.write, at: index, into: &waiters)
    }

    private mutating func moveOut(_ direction: Direction, at index: Int, into waiters: inout [ReactorWaiter]) {
        guard let waiter = entries[index][direction] else { return }
        entries[index][direction] = nil
        waiters.append(waiter)
        waiting -= 1
    }

    /// Takes out everyone, and from now on refuses.
    mutating func shutDown(epoll: Int32) -> [ReactorWaiter] {
        isShutDown = true
        // Only where somebody waits: among the other numbers is the one that wakes the poller.
        return entries.indices.filter { !entries[$0].isEmpty }.flatMap { removeAll(of: Int32($0), epoll: epoll) }
    }

    /// Asks epoll for one event of what the entry's waiters wait for; answers the error, or 0.
    private mutating func ask(_ index: Int, epoll: Int32) -> Int32 {
        entries[index].generation &+= 1
        var event = epoll_event(
            events: EPOLLONESHOT.rawValue | EPOLLRDHUP.rawValue
                | (entries[index].reader == nil ? 0 : EPOLLIN.rawValue)
                | (entries[index].writer == nil ? 0 : EPOLLOUT.rawValue),
            data: epoll_data_t(u64: UInt64(entries[index].generation) << 32 | UInt64(index)))
        // Known to epoll is what was asked for before and has not been closed since: only epoll can tell.
        if epoll_ctl(epoll, EPOLL_CTL_MOD, Int32(index), &event) == 0 { return 0 }
        guard errno == ENOENT else { return errno }
        return epoll_ctl(epoll, EPOLL_CTL_ADD, Int32(index), &event) == 0 ? 0 : errno
    }
}
