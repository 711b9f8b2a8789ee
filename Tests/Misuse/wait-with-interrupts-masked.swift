// Suspending while every interrupt is held off: nothing could ever resume the task.
// expect: to parameter expecting synchronous function type
import CortexM
import Tasks

func work() async {
    withInterruptsMasked {
        await sleep(for: .milliseconds(1))
    }
}
