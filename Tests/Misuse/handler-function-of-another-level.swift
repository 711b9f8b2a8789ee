// A function of level 3 bound to level 5's priority.
// expect: cannot convert value actor-isolated to 'Level3' to expected argument type actor-isolated to 'Level5'
import CortexM
import Tasks

@Level3 func handle() {}

func start() {
    Level5.bind(InterruptLine(rawValue: 1), to: handle)
}
