// What was allocated in a scope cannot leave it.
// expect: lifetime-dependent variable 'kept' escapes its scope
import Memory

func work(_ arena: inout Arena) {
    var kept: ArenaSlice<UInt8>?
    arena.withScope { scope in
        kept = scope.allocate(repeating: UInt8(1), count: 4)
    }
    _ = kept?.count
}
