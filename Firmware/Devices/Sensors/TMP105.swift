// The TMP105 and what else reads as an LM75 does: temperature over I2C (Texas Instruments, SLOS648B).
import Buses
import Interfaces
import Units

/// A temperature sensor that measures by itself, some times a second. QEMU has one: `-device tmp105,address=0x48`.
///
/// Cost: 12 bytes; a measurement is one transfer of 5 bytes with their acknowledgements, 0.5 ms at 100 kbit/s. Context: one
/// task.
public struct TMP105<Device: I2CDevice>: Sendable {
    private let bus: I2CBus<Device>
    private let address: UInt8

    /// The sensor at `address`, 0x48 to 0x4F by its pins (table 12). Nothing is asked of it yet.
    public init(_ bus: I2CBus<Device>, address: UInt8 = 0x48) {
        self.bus = bus
        self.address = address
    }

    /// The temperature that it measured last, exactly. After power-up that is in steps of half a degree (7.5.3).
    /// - Throws: any `I2CError`: `addressNotAcknowledged` where there is no sensor.
    public func temperature() async throws(I2CError) -> Temperature {
        // The temperature register; the pointer stays where it is put (7.5.2).
        let register: InlineArray<1, UInt8> = [0]
        var bytes: InlineArray<2, UInt8> = [0, 0]
        var span = bytes.mutableSpan
        try await bus.write(register.span, thenRead: &span, to: address)
        // Twelve bits in sixteenths of a degree Celsius, from the left.
        let sixteenths = Int32(Int16(truncatingIfNeeded: Int(bytes[0]) << 8 | Int(bytes[1])) >> 4)
        return .zeroCelsius + sixteenths * .microkelvins(62_500)
    }
}
