// A line whose handler is a level's keeps that level's priority.
// expect: 'setPriority' is inaccessible due to 'package' protection level
import CortexM
import Tasks

func start() {
    Level3.bind(InterruptLine(rawValue: 22)) {}
    NVIC.setPriority(0x10, of: InterruptLine(rawValue: 22))
}
