// A queue with two copies has two ideas of what is in it.
// expect: 'queue' consumed more than once
import Queues

func work() {
    let queue = SingleProducerQueue<UInt8, 16>(filler: 0)
    let producer = queue
    let consumer = queue
    _ = producer.push(1)
    _ = consumer.pop()
}
