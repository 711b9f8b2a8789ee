// The clock's exception keeps level 8's priority.
// expect: 'setPriority' is inaccessible due to 'package' protection level
import CortexM

func start() { SystemControl.setPriority(0, of: .sysTick) }
