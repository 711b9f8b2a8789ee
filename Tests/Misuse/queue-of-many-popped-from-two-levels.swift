// Many may push, but the end that pops is one level's.
// expect: global actor 'Level3'-isolated var 'consumer' can not be mutated from global actor 'MainActor'
import Queues
import Tasks

let queue = MPSCQueue<UInt8, 16>(filler: 0)
@Level3 var consumer = queue.takeConsumer()

@Level3 func popAtLevel3() { _ = consumer.pop() }
@MainActor func popInThreadMode() { _ = consumer.pop() }
