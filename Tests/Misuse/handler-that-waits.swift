// An interrupt handler that suspends: there is nothing to return to.
// expect: 'async' inferred from asynchronous operation used here
import CortexM
import Tasks

func start() {
    Level4.bind(InterruptLine(rawValue: 1)) {
        await sleep(for: .milliseconds(1))
    }
}
