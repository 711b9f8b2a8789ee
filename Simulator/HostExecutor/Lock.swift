// A value under a lock whose hand-over the thread sanitizer can see.
import Synchronization

/// Swift's `Mutex`, and beside it an atomic that every holder loads first and stores last.
///
/// `Mutex` takes a contended lock inside a library that is not built for the thread sanitizer, which therefore
/// misses that one holder comes after the other and reports a race where there is none. The atomic says it
/// again where the sanitizer looks. Cost: a plain load and store on x86-64.
struct Lock<Value: ~Copyable>: ~Copyable, Sendable {
    private let mutex: Mutex<Value>
    private let handOver = Atomic<Bool>(false)

    init(_ value: consuming sending Value) { mutex = Mutex(value) }

    func withLock<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try mutex.withLock { value throws(Failure) in
            _ = handOver.load(ordering: .acquiring)
            defer { handOver.store(true, ordering: .releasing) }
            return try body(&value)
        }
    }
}
