// The memory of a scenario: each location's stores, and what each thread may read of them.

/// How far a thread has seen: of each location the store it last saw, and of each thread how many of its events came before.
struct View {
    /// By location: an index into its `messages`.
    var seen: [Int: Int] = [:]
    /// By thread.
    var clock: [Int] = []
}

/// A store to a location.
private struct Message {
    let value: UInt64
    /// What an acquiring load of it takes over.
    var view: View
    /// Whether an update has read it: its own store comes right after, and none in between.
    var isUpdated = false
}

struct Memory {
    private struct Location {
        /// All stores, in the order they were made.
        var messages: [Message]
        /// The modification order, of indices of `messages`.
        var order: [Int]
        /// The place of each message in `order`.
        var places: [Int]
    }

    /// What a thread knows, and what its next fences would publish.
    private struct ThreadState {
        var view = View()
        /// Of what its relaxed loads have read, for an acquiring fence.
        var toAcquire = View()
        /// At its last releasing fence.
        var released = View()
    }

    /// Memory that is no atomic, by the clocks of who touched it last.
    private struct Plain {
        var lastWrite: (thread: Int, time: Int)?
        var lastReads: [Int: Int] = [:]
    }

    private var locations: [Location] = []
    private var threads: [ThreadState]
    private var plain: [UInt: Plain] = [:]
    /// What the fences of sequential consistency have seen.
    private var consistent = View()
    private let maker: Int

    /// A memory for threads that have not begun. The one that makes the scenario counts as one more.
    init(threads count: Int) {
        threads = []
        maker = 0
        begin(threads: count)
    }

    /// Each thread begins with what the maker has done.
    mutating func begin(threads count: Int) {
        var start = ThreadState()
        start.view.clock = Array(repeating: 0, count: count + 1)
        for index in locations.indices { start.view.seen[index] = locations[index].order.last! }
        threads = Array(repeating: start, count: count + 1)
        // The maker's slot is the last.
        for key in plain.keys { plain[key] = Plain() }
        for thread in 0..<count { threads[thread].view.clock[thread] = 1 }
    }

    /// The maker looks at the end: it has seen all.
    mutating func endThreads() {
        let all = threads.map(\.view)
        for view in all { join(&threads[threads.count - 1].view, view) }
        for index in locations.indices { threads[threads.count - 1].view.seen[index] = locations[index].order.last! }
    }

    private func index(_ thread: Int?) -> Int { thread ?? threads.count - 1 }

    // MARK: - Views

    private func isLater(_ one: Int, than other: Int, at location: Int) -> Bool {
        locations[location].places[one] > locations[location].places[other]
    }

    private func join(_ view: inout View, _ other: View) {
        for (location, message) in other.seen {
            guard let mine = view.seen[location] else {
                view.seen[location] = message
                continue
            }
            if isLater(message, than: mine, at: location) { view.seen[location] = message }
        }
        while view.clock.count < other.clock.count { view.clock.append(0) }
        for index in other.clock.indices { view.clock[index] = max(view.clock[index], other.clock[index]) }
    }

    // MARK: - Atomic locations

    mutating func makeLocation(_ value: UInt64, thread: Int?) -> Int {
        let number = locations.count
        locations.append(Location(messages: [Message(value: value, view: View())], order: [0], places: [0]))
        for index in threads.indices { threads[index].view.seen[number] = 0 }
        return number
    }

    /// The stores that a load may read, oldest first, as places in modification order.
    func readable(_ location: Int, thread: Int?) -> Range<Int> {
        let place = locations[location]
        return place.places[threads[index(thread)].view.seen[location] ?? place.order[0]]..<place.order.count
    }

    func value(_ location: Int, place: Int) -> UInt64 { locations[location].messages[locations[location].order[place]].value }

    /// Whether an update may read the store at a place: no other one has.
    func isUpdatable(_ location: Int, place: Int) -> Bool {
        !locations[location].messages[locations[location].order[place]].isUpdated
    }

    mutating func load(_ location: Int, place: Int, acquires: Bool, thread: Int?) -> UInt64 {
        let number = locations[location].order[place]
        let message = locations[location].messages[number]
        let me = index(thread)
        threads[me].view.seen[location] = number
        if acquires { join(&threads[me].view, message.view) } else { join(&threads[me].toAcquire, message.view) }
        return message.value
    }

    /// The places in modification order at which a thread's store may be put: after what it has seen, and not between an
    /// update's load and store.
    func storePlaces(_ location: Int, thread: Int?) -> [Int] {
        readable(location, thread: thread).map { $0 + 1 }.filter { place in isUpdatable(location, place: place - 1) }
    }

    /// A store at a place. `read` is the place of the store that an update has read.
    mutating func store(
        _ location: Int, _ value: UInt64, place: Int, releases: Bool, reading read: Int? = nil, thread: Int?
    ) {
        let me = index(thread)
        let number = locations[location].messages.count
        var view = releases ? threads[me].view : threads[me].released
        if let read {
            // A release sequence goes on through updates.
            let former = locations[location].order[read]
            join(&view, locations[location].messages[former].view)
            locations[location].messages[former].isUpdated = true
        }
        locations[location].messages.append(Message(value: value, view: View()))
        locations[location].order.insert(number, at: place)
        locations[location].places = Array(repeating: 0, count: number + 1)
        for (place, message) in locations[location].order.enumerated() { locations[location].places[message] = place }
        threads[me].view.seen[location] = number
        view.seen[location] = number
        locations[location].messages[number].view = view
        if releases, me < threads[me].view.clock.count { threads[me].view.clock[me] += 1 }
    }

    mutating func fence(acquires: Bool, releases: Bool, isConsistent: Bool, thread: Int?) {
        let me = index(thread)
        if acquires { join(&threads[me].view, threads[me].toAcquire) }
        if isConsistent {
            join(&threads[me].view, consistent)
            consistent = threads[me].view
        }
        if releases {
            threads[me].released = threads[me].view
            if me < threads[me].view.clock.count { threads[me].view.clock[me] += 1 }
        }
    }

    // MARK: - Other memory

    /// An access of memory that is no atomic; what it races with, if it does.
    mutating func access(_ address: UInt, isWrite: Bool, thread: Int?) -> String? {
        guard let thread else { return nil }
        let clock = threads[thread].view.clock
        var cell = plain[address] ?? Plain()
        defer { plain[address] = cell }
        if let write = cell.lastWrite, write.thread != thread, clock[write.thread] < write.time {
            return "races with a write by thread \(write.thread)"
        }
        if isWrite, let read = cell.lastReads.first(where: { $0.key != thread && clock[$0.key] < $0.value }) {
            return "races with a read by thread \(read.key)"
        }
        if isWrite {
            cell.lastWrite = (thread, clock[thread])
            cell.lastReads = [:]
        } else {
            cell.lastReads[thread] = clock[thread]
        }
        return nil
    }
}
