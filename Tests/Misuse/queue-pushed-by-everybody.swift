// An end that everybody can name, nobody can push with.
// expect: cannot use mutating member on immutable value: 'producer' is a 'let' constant
import Queues

let queue = SPSCQueue<UInt8, 16>(filler: 0)
let producer = queue.takeProducer()

func push() { _ = producer.push(1) }
