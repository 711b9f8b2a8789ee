// A wait in the middle of a lock: the level would be held back as long as it takes.
// expect: cannot pass function of type
import Tasks

let shared = CeilingMutex<Level3, Int>(0)

@MainActor func wait() async {
    MainActor.withLock(shared) { value in
        await sleep(for: .milliseconds(1))
        value += 1
    }
}
