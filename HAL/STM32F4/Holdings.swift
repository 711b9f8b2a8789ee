// What a driver has been given, and gives back.
import CortexM
import MMIO
import STM32F405PAC

/// The peripheral and the pins of a driver, by the numbers that `Claims` knows them by. A driver whose end is a call, since
/// it may be copied, gives them back there. Cost: 4 bytes.
struct Holdings: Sendable {
    private let peripheral: UInt8
    private let pins: InlineArray<3, UInt8>

    private static var nothing: UInt8 { .max }

    /// Registers that nobody has: a test's.
    static var none: Holdings { Holdings(nothing, nothing, nothing, nothing) }

    private init(_ peripheral: UInt8, _ first: UInt8, _ second: UInt8, _ third: UInt8) {
        self.peripheral = peripheral
        pins = [first, second, third]
    }

    init<Instance: PeripheralIdentity, First: PinIdentity, Second: PinIdentity>(
        _ instance: Instance.Type, _ first: First.Type, _ second: Second.Type
    ) {
        self.init(
            UInt8(truncatingIfNeeded: Instance.claim), UInt8(truncatingIfNeeded: First.claim),
            UInt8(truncatingIfNeeded: Second.claim), Self.nothing)
    }

    init<Instance: PeripheralIdentity, First: PinIdentity, Second: PinIdentity, Third: PinIdentity>(
        _ instance: Instance.Type, _ first: First.Type, _ second: Second.Type, _ third: Third.Type
    ) {
        self.init(
            UInt8(truncatingIfNeeded: Instance.claim), UInt8(truncatingIfNeeded: First.claim),
            UInt8(truncatingIfNeeded: Second.claim), UInt8(truncatingIfNeeded: Third.claim))
    }

    /// One of the pins, in the order they were given; nil if there is none.
    func pin(_ index: Int) -> PortPin? {
        pins[index] == Self.nothing ? nil : PortPin(claim: Int(pins[index]))
    }

    /// Makes the pins inputs without a pull and lets others take them and the peripheral, which has to be off by then.
    func release() {
        for index in 0..<3 {
            if let pin = pin(index) { pin.giveBack() }
        }
        if peripheral != Self.nothing { Claims.release(Int(peripheral)) }
    }
}
