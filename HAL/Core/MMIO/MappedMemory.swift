// Memory of the chip that is read in place, such as flash.

/// The bytes from `address` on, in place; nil if the chip has no such memory there. They stay for as long as
/// the chip runs.
public func mappedMemory(at address: UInt32, count: Int) -> UnsafeRawBufferPointer? {
    #if hasFeature(Embedded)
        // SAFETY: the caller names memory of its board. Where there is none the bus faults at the first read,
        // and the fault handler reports it.
        UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: UInt(address)), count: count)
    #else
        CurrentBus.current?.memory(at: address, count: count)
    #endif
}
