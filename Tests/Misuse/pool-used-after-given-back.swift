// A value that was given back is another owner's.
// expect: 'packet' used after consume
import Memory

func send(_ packet: consuming PoolValue<UInt8>) {}

func work(_ packet: consuming PoolValue<UInt8>) -> UInt8 {
    send(packet)
    return packet.value
}
