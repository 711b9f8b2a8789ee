// Thread mode's state, touched by an interrupt in the middle of whatever thread mode was doing.
// expect: global actor 'MainActor'-isolated var 'threadState' can not be mutated from global actor 'Level3'
import Tasks

@MainActor var threadState = 0

@Level3 func handle() {
    threadState += 1
}
