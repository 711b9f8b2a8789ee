// An end with two copies has two owners, and both push.
// expect: 'end' consumed more than once
import Queues

func work() {
    let queue = SPSCQueue<UInt8, 16>(filler: 0)
    let end = queue.takeProducer()
    var first = end
    var second = end
    _ = first.push(1)
    _ = second.push(2)
}
