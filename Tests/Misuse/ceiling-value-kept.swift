// A reference to what is shared, taken out of the lock.
// expect: 'inout sending' parameter '$0' cannot be global actor 'MainActor'-isolated at end of function
import Tasks

final class Counter { var count = 0 }
let shared = CeilingMutex<Level3, Counter>(Counter())

@MainActor var kept: Counter?

@MainActor func keep() {
    MainActor.withLock(shared) { kept = $0 }
}
