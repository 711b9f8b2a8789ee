// What was allocated is gone after a reset.
// expect: overlapping accesses to 'arena', but modification requires exclusive access
import Memory

func work(_ arena: inout Arena) -> UInt8 {
    guard let bytes = arena.allocate(repeating: UInt8(1), count: 4) else { return 0 }
    arena.reset()
    return bytes[0]
}
