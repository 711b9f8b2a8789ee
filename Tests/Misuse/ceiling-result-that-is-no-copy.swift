// A reference that leaves the lock by its result would be used outside of it.
// expect: type 'Box' does not conform to the 'Sendable' protocol
import Tasks

final class Box { var a = 0 }
let shared = CeilingMutex<Level5, Box>(Box())

@MainActor func work() {
    let box = MainActor.withLock(shared) { $0 }
    box.a += 1
}
