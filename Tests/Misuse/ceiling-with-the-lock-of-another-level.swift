// Level 5 takes the lock that is meant for level 3's code, which does not hold level 5 back.
// expect: call to global actor 'Level3'-isolated static method 'withLock' in a synchronous global actor 'Level5'-isolated context
import Tasks

let shared = CeilingMutex<Level3, Int>(0)

@Level5 func handle() {
    Level3.withLock(shared) { $0 += 1 }
}
