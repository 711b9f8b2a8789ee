// What one thread sends another that sleeps.
import Glibc

/// Lets one thread wait for another, as often as it is sent.
final class ThreadSignal: Sendable {
    // SAFETY: allocated and initialised in `init`, freed in `deinit`; the functions on it are for any thread.
    nonisolated(unsafe) private let semaphore: UnsafeMutablePointer<sem_t>

    init() {
        semaphore = .allocate(capacity: 1)
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func send() { sem_post(semaphore) }

    func wait() {
        // A signal of the system ends the call early.
        while sem_wait(semaphore) != 0 {}
    }
}
