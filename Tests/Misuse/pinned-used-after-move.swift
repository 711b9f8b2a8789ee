// A pinned value used after a move.
// expect: 'first' used after consume
import Memory

func take(_ pinned: consuming Pinned<Int>) {}

func work() {
    let first = Pinned(1)
    take(first)
    _ = first.pointer
}
