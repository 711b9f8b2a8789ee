// A variable that no level owns.
// expect: var 'shared' is not concurrency-safe because it is nonisolated global shared mutable state
import Tasks

var shared = 0
