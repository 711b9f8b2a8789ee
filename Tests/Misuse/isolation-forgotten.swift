// A level's function passed on as one that anyone may call.
// expect: loses global actor 'Level3'
import Tasks

func callAnywhere(_ body: () -> Void) { body() }

@Level3 func handle() {}

func start() {
    callAnywhere(handle)
}
