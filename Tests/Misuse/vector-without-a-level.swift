// A handler has a level: only `bind` sets one.
// expect: cannot find 'VectorTable' in scope
import CortexM

func start() { VectorTable.set(InterruptHandler {}, for: InterruptLine(rawValue: 22)) }
