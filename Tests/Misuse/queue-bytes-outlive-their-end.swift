// Memory that was lent does not outlive the end that lent it.
// expect: a function cannot return a ~Escapable result
import Queues

func free() -> MutableSpan<UInt8> {
    let buffer = BipBuffer<64>()
    var producer = buffer.takeProducer()
    return producer.free()
}
