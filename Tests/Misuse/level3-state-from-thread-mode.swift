// State of a level, touched by thread mode, which the level preempts.
// expect: global actor 'Level3'-isolated var 'level3State' can not be mutated from global actor 'MainActor'
import Tasks

@Level3 var level3State = 0

@MainActor func work() {
    level3State += 1
}
