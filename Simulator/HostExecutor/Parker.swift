// Where one worker sleeps.
import Synchronization

/// Lets one thread sleep until another wakes it. A wake-up that comes before the sleep ends it at once.
final class Parker: Sendable {
    private enum State {
        static let awake = 0
        static let asleep = 1
        static let polling = 2
        static let woken = 3
    }
    private let state = Atomic<Int>(State.awake)
    private let signal = ThreadSignal()

    /// Sleeps until `wake`. Only for the thread this belongs to.
    func sleep() {
        guard begin(State.asleep) else { return }
        // Whoever sets the state to woken sends once, so the signal and the state agree.
        signal.wait()
        state.store(State.awake, ordering: .relaxed)
    }

    /// Calls `poll`, which sleeps in the reactor until something happens or `wake` wakes it there; answers
    /// whether `wake` was called. Only for the thread this belongs to.
    func sleep(polling poll: () -> Void) -> Bool {
        guard begin(State.polling) else { return true }
        poll()
        return state.exchange(State.awake, ordering: .acquiring) == State.woken
    }

    private func begin(_ kind: Int) -> Bool {
        let (exchanged, _) = state.compareExchange(
            expected: State.awake, desired: kind, ordering: .acquiringAndReleasing)
        // It was woken already.
        if !exchanged { state.store(State.awake, ordering: .relaxed) }
        return exchanged
    }

    /// Ends the sleep, or the next one. At most once for each.
    func wake(in reactor: Reactor) {
        switch state.exchange(State.woken, ordering: .acquiringAndReleasing) {
        case State.asleep: signal.send()
        case State.polling: reactor.wake()
        default: break
        }
    }
}
