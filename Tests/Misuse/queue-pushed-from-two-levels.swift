// The end that pushes is one level's.
// expect: global actor 'Level5'-isolated var 'producer' can not be mutated from global actor 'MainActor'
import Queues
import Tasks

let queue = SPSCQueue<UInt8, 16>(filler: 0)
@Level5 var producer = queue.takeProducer()

@Level5 func pushAtLevel5() { _ = producer.push(1) }
@MainActor func pushInThreadMode() { _ = producer.push(2) }
