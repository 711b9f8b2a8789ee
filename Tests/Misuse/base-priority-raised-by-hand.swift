// What a lock holds back, only the lock lets go.
// expect: cannot find 'BasePriority' in scope
import CortexM

func work() { BasePriority.raise(to: 0).restore() }
