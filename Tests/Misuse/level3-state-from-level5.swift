// State of one level, touched by another that may preempt it.
// expect: global actor 'Level3'-isolated var 'level3State' can not be mutated from global actor 'Level5'
import Tasks

@Level3 var level3State = 0

@Level5 func handle() {
    level3State += 1
}
