// A queue itself neither pushes nor pops: whoever may is the owner of an end.
// expect: value of type 'SPSCQueue<UInt8, 16>' has no member 'push'
import Queues

let queue = SPSCQueue<UInt8, 16>(filler: 0)

func push() { _ = queue.push(1) }
