// A handler bound to level 5 that touches level 3's state.
// expect: global actor 'Level3'-isolated var 'level3State' can not be mutated from global actor 'Level5'
import CortexM
import Tasks

@Level3 var level3State = 0

func start() {
    Level5.bind(InterruptLine(rawValue: 1)) { level3State += 1 }
}
