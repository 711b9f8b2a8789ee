// What `for await` looks up.
import Swift

/// The values of a sequence, one after another, each waited for.
public protocol AsyncIteratorProtocol<Element, Failure> {
    /// What the sequence gives.
    associatedtype Element
    /// What a wait may throw: on the chip a type of its own, since there is no `any Error`.
    associatedtype Failure: Error = Never

    /// Waits for the next value; nil at the end. Throws what the sequence throws.
    mutating func next() async throws(Failure) -> Element?
    /// The same, called from code of `actor`; this is what `for await` calls. By default it calls `next()`.
    mutating func next(isolation actor: isolated (any Actor)?) async throws(Failure) -> Element?
}

extension AsyncIteratorProtocol {
    /// Calls `next()`, for iterators that do not care who calls.
    @_alwaysEmitIntoClient
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(Failure) -> Element? {
        // SAFETY: the copy is the caller's own iterator, put back before the caller goes on; nothing else has it.
        nonisolated(unsafe) var iterator = self
        defer { self = iterator }
        return try await iterator.next()
    }
}

/// A sequence whose values come as time goes on.
public protocol AsyncSequence<Element, Failure> {
    /// What goes through the values.
    associatedtype AsyncIterator: AsyncIteratorProtocol where AsyncIterator.Element == Element
    /// What the sequence gives.
    associatedtype Element
    /// What a wait may throw.
    associatedtype Failure = AsyncIterator.Failure where AsyncIterator.Failure == Failure

    /// An iterator that begins with the next value.
    func makeAsyncIterator() -> AsyncIterator
}
