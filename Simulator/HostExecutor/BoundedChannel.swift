// A queue of values between tasks on any thread.

/// Why a channel did not take or give a value.
public enum ChannelError: Error, Equatable, Sendable {
    /// The task was cancelled while it waited.
    case cancelled
    /// The channel was closed before it took the value.
    case closed
}

/// Hands values from any number of tasks to any number of tasks, first in, first out, and holds up to `capacity`
/// that nobody has received yet: who sends more waits. Tasks of any executor, and of several, may use it.
///
/// Cost: a lock for each operation; for one that waits, an allocation.
public final class BoundedChannel<Element: Sendable>: Sendable {
    /// How an operation ends; what was received, or nil at the end of the channel and for a sender.
    private typealias Answer = Result<Element?, ChannelError>

    /// A task that waits to send its payload, or to receive.
    private typealias ChannelWaiter = Waiter<Element?, Answer>

    /// Whom to resume, outside the lock, and with what.
    private struct Resumption {
        let waiter: ChannelWaiter
        let answer: Answer

        func perform() { waiter.resume(answer) }
    }

    private struct State: ~Copyable {
        let capacity: Int
        var elements = Ring<Element>(capacity: 4)
        var senders = Ring<ChannelWaiter>(capacity: 4)
        var receivers = Ring<ChannelWaiter>(capacity: 4)
        var isClosed = false

        /// Sends if that needs no waiting; answers too whom to resume.
        mutating func send(_ element: Element) -> (answer: Answer?, resumed: Resumption?) {
            if isClosed { return (.failure(.closed), nil) }
            if let receiver = receivers.popFirst() {
                return (.success(nil), Resumption(waiter: receiver, answer: .success(element)))
            }
            guard elements.count < capacity else { return (nil, nil) }
            elements.append(element)
            return (.success(nil), nil)
        }

        /// Receives if that needs no waiting; answers too whom to resume.
        mutating func receive() -> (answer: Answer?, resumed: Resumption?) {
            guard let element = elements.popFirst() else { return (isClosed ? .success(nil) : nil, nil) }
            guard let sender = senders.popFirst() else { return (.success(element), nil) }
            elements.append(sender.payload!)
            return (.success(element), Resumption(waiter: sender, answer: .success(nil)))
        }

        mutating func append(_ waiter: ChannelWaiter) {
            if waiter.payload == nil { receivers.append(waiter) } else { senders.append(waiter) }
        }

        /// Takes a waiter out; false if it is not there.
        mutating func remove(_ waiter: ChannelWaiter) -> Bool {
            waiter.payload == nil
                ? receivers.removeFirst { $0 === waiter } != nil : senders.removeFirst { $0 === waiter } != nil
        }
    }
    private let state: Lock<State>

    /// A channel that holds up to `capacity` values, at least one.
    public init(capacity: Int) {
        precondition(capacity > 0, "a channel holds at least one value")
        state = Lock(State(capacity: capacity))
    }

    /// Hands a value over; waits while the channel is full. When it throws, the value was not handed over.
    /// - Throws: `closed` if the channel is, `cancelled` if the task was while it waited.
    public func send(_ element: Element) async throws(ChannelError) {
        let (answer, resumed) = state.withLock { $0.send(element) }
        resumed?.perform()
        _ = if let answer { try answer.get() } else { try await wait(ChannelWaiter(element)).get() }
    }

    /// Takes the first value; waits while there is none. Nil once the channel is closed and empty.
    /// - Throws: `cancelled` if the task was while it waited.
    public func receive() async throws(ChannelError) -> Element? {
        let (answer, resumed) = state.withLock { $0.receive() }
        resumed?.perform()
        return if let answer { try answer.get() } else { try await wait(ChannelWaiter(nil)).get() }
    }

    /// Ends the channel: what it holds can be received, senders get an error, and who waits to receive gets nil.
    public func close() {
        let resumed = state.withLock { state in
            state.isClosed = true
            var resumed: [Resumption] = []
            while let sender = state.senders.popFirst() {
                resumed.append(Resumption(waiter: sender, answer: .failure(.closed)))
            }
            while let receiver = state.receivers.popFirst() {
                resumed.append(Resumption(waiter: receiver, answer: .success(nil)))
            }
            return resumed
        }
        for resumption in resumed { resumption.perform() }
    }

    /// Suspends the calling task until its operation is done; tries that once more, now under the lock under
    /// which it is put into its queue.
    private func wait(_ waiter: ChannelWaiter) async -> Answer {
        await waiter.wait(cancelled: .failure(.cancelled)) { waiter in
            let (answer, resumed) = state.withLock { state -> (Answer?, Resumption?) in
                if Task.isCancelled { return (.failure(.cancelled), nil) }
                let attempt = waiter.payload.map { state.send($0) } ?? state.receive()
                if attempt.answer == nil { state.append(waiter) }
                return attempt
            }
            resumed?.perform()
            return answer
        } end: { [self] waiter in
            state.withLock { $0.remove(waiter) }
        }
    }
}
