// Bytes that were lent are not there any more once they are given back.
// expect: overlapping accesses to 'consumer', but modification requires exclusive access
import Queues

func parse(_ consumer: inout BipBuffer<64>.Consumer) -> UInt8 {
    let bytes = consumer.bytes
    consumer.release(1)
    return bytes[0]
}
