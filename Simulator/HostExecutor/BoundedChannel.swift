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

    /// A task that waits, to send its element or to receive one.
    // SAFETY of `@unchecked`: the variables are touched by the waiting task before it is put into a queue, under
    // the channel's lock while it is there, and then by who took it out.
    private final class Waiter: @unchecked Sendable {
        var element: Element?
        var continuation: UnsafeContinuation<Void, Never>?
        /// Set before the task is resumed.
        var answer: Answer?

        init(sending element: Element? = nil) { self.element = element }

        func resume() { continuation!.resume() }
    }

    private struct State: ~Copyable {
        let capacity: Int
        var elements = Ring<Element>(capacity: 4)
        var senders = Ring<Waiter>(capacity: 4)
        var receivers = Ring<Waiter>(capacity: 4)
        var isClosed = false

        /// Sends if that needs no waiting; answers too whom to resume.
        mutating func send(_ element: Element) -> (answer: Answer?, resumed: Waiter?) {
            if isClosed { return (.failure(.closed), nil) }
            if let receiver = receivers.popFirst() {
                receiver.answer = .success(element)
                return (.success(nil), receiver)
            }
            guard elements.count < capacity else { return (nil, nil) }
            elements.append(element)
            return (.success(nil), nil)
        }

        /// Receives if that needs no waiting; answers too whom to resume.
        mutating func receive() -> (answer: Answer?, resumed: Waiter?) {
            guard let element = elements.popFirst() else { return (isClosed ? .success(nil) : nil, nil) }
            guard let sender = senders.popFirst() else { return (.success(element), nil) }
            elements.append(sender.element!)
            sender.answer = .success(nil)
            return (.success(element), sender)
        }

        /// Takes a waiter out; false if it is not there.
        mutating func remove(_ waiter: Waiter) -> Bool {
            waiter.element == nil
                ? receivers.removeFirst { $0 === waiter } != nil : senders.removeFirst { $0 === waiter } != nil
        }
    }
    private let state: Lock<State>

    public init(capacity: Int) {
        precondition(capacity > 0, "a channel holds at least one value")
        state = Lock(State(capacity: capacity))
    }

    /// Hands a value over; waits while the channel is full. When it throws, the value was not handed over.
    public func send(_ element: Element) async throws(ChannelError) {
        let (answer, resumed) = state.withLock { $0.send(element) }
        resumed?.resume()
        _ = if let answer { try answer.get() } else { try await wait(Waiter(sending: element)).get() }
    }

    /// Takes the first value; waits while there is none. Nil once the channel is closed and empty.
    public func receive() async throws(ChannelError) -> Element? {
        let (answer, resumed) = state.withLock { $0.receive() }
        resumed?.resume()
        return if let answer { try answer.get() } else { try await wait(Waiter()).get() }
    }

    /// Ends the channel: what it holds can be received, senders get an error, and who waits to receive gets nil.
    public func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            var waiters: [Waiter] = []
            while let sender = state.senders.popFirst() {
                sender.answer = .failure(.closed)
                waiters.append(sender)
            }
            while let receiver = state.receivers.popFirst() {
                receiver.answer = .success(nil)
                waiters.append(receiver)
            }
            return waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Suspends the calling task until its operation is done; tries that once more, now under the lock under
    /// which it is put into its queue.
    ///
    /// A task's cancelled flag is set before its handlers run: so it is seen under the lock, or the waiter is.
    private func wait(_ waiter: Waiter) async -> Answer {
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                waiter.continuation = continuation
                let (answer, resumed) = state.withLock { state -> (Answer?, Waiter?) in
                    if Task.isCancelled { return (.failure(.cancelled), nil) }
                    let attempt = waiter.element.map { state.send($0) } ?? state.receive()
                    if attempt.answer == nil {
                        if waiter.element == nil { state.receivers.append(waiter) } else { state.senders.append(waiter) }
                    }
                    return attempt
                }
                resumed?.resume()
                if let answer {
                    waiter.answer = answer
                    waiter.resume()
                }
            }
        } onCancel: {
            if state.withLock({ $0.remove(waiter) }) {
                waiter.answer = .failure(.cancelled)
                waiter.resume()
            }
        }
        return waiter.answer!
    }
}
