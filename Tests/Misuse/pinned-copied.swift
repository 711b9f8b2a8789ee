// A value that others point into, moved away from under them.
// expect: 'first' consumed more than once
import Memory

func work() {
    let first = Pinned(1)
    let second = first
    let third = first
    _ = second.pointer
    _ = third.pointer
}
