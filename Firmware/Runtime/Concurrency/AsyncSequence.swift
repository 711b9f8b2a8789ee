// What `for await` looks up.
import Swift

/// The values of a sequence, one after another, each waited for.
public protocol AsyncIteratorProtocol<Element, Failure> {
    associatedtype Element
    associatedtype Failure: Error = Never

    mutating func next() async throws(Failure) -> Element?
    mutating func next(isolation actor: isolated (any Actor)?) async throws(Failure) -> Element?
}

extension AsyncIteratorProtocol {
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
    associatedtype AsyncIterator: AsyncIteratorProtocol where AsyncIterator.Element == Element
    associatedtype Element
    associatedtype Failure = AsyncIterator.Failure where AsyncIterator.Failure == Failure

    func makeAsyncIterator() -> AsyncIterator
}
