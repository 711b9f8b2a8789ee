// The MPS2 board with the AN386 image, as far as its board module uses it.

/// The models of an MPS2 with AN386, and the chip they make.
public final class SimulatedMPS2 {
    public let uart0 = CMSDKUARTModel(baseAddress: 0x4000_4000, receiveLine: 0, transmitLine: 1)
    public let boardIO = FPGAIOModel()
    public let chip: SimulatedChip

    public init() {
        chip = SimulatedChip(coreClock: 25_000_000, peripherals: [uart0, boardIO])
    }
}
