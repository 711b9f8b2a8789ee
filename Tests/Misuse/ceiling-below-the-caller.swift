// Level 5 locks what is shared up to level 3: level 3 could be in the middle of it.
// expect: static method 'withLock' requires that 'Level3' conform to 'AtLeastLevel5'
import Tasks

let shared = CeilingMutex<Level3, Int>(0)

@Level5 func handle() {
    Level5.withLock(shared) { $0 += 1 }
}
