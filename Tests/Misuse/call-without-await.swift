// Level 3's code called from level 5 without waiting for level 3.
// expect: call to global actor 'Level3'-isolated global function 'handle()' in a synchronous global actor 'Level5'-isolated context
import Tasks

@Level3 func handle() {}

@Level5 func other() {
    handle()
}
