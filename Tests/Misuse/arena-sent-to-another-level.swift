// An arena is one context's.
// expect: global actor 'MainActor'-isolated var 'shared' can not be mutated from global actor 'Level3'
import Memory
import Tasks

@MainActor var shared = Arena(bytes: 64)

@Level3 func onInterrupt() { shared.reset() }
