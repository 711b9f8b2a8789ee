// A reference that leaves the turn by its result would be used when it is another task's.
// expect: type 'Box' does not conform to the 'Sendable' protocol
import Tasks

final class Box { var a = 0 }
let mutex = AsyncMutex(Box())

@MainActor func work() async {
    let box = await mutex.withLock { $0 }
    box.a += 1
}
