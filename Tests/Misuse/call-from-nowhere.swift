// A level's code called by code that has no level.
// expect: call to global actor 'Level3'-isolated global function 'handle()' in a synchronous nonisolated context
import Tasks

@Level3 func handle() {}

func anyone() {
    handle()
}
