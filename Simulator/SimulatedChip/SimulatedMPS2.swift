// The MPS2 board with the AN386 image.

/// The models of an MPS2 with AN386, and the chip they make.
public final class SimulatedMPS2 {
    /// UART0: the console.
    public let uart0 = CMSDKUARTModel(baseAddress: 0x4000_4000, receiveLine: 0, transmitLine: 1)
    /// TIMER0.
    public let timer0 = CMSDKTimerModel(baseAddress: 0x4000_0000, line: 8)
    /// TIMER1.
    public let timer1 = CMSDKTimerModel(baseAddress: 0x4000_1000, line: 9)
    /// Both halves of the dual timer.
    public let dualTimer = CMSDKDualTimerModel()
    /// The watchdog. Both its interrupt and its reset end the run as a reset.
    public let watchdog = CMSDKWatchdogModel()
    /// The synchronous serial port of the SPI header.
    public let port0 = SSPModel(baseAddress: 0x4002_0000, line: 11)
    /// The two-wire interface of shield 0.
    public let shield0 = TwoWireModel(baseAddress: 0x4002_9000)
    /// The two-wire interface of shield 1, on which `MPS2Board.makeI2C` is.
    public let shield1 = TwoWireModel(baseAddress: 0x4002_A000)
    /// GPIO0 to GPIO3.
    public let ports = [
        CMSDKPortModel(baseAddress: 0x4001_0000, line: 6), CMSDKPortModel(baseAddress: 0x4001_1000, line: 7),
        CMSDKPortModel(baseAddress: 0x4001_2000, line: 16), CMSDKPortModel(baseAddress: 0x4001_3000, line: 17),
    ]
    /// LEDs, buttons and select lines.
    public let boardIO = FPGAIOModel()
    /// The chip that the models make.
    public let chip: SimulatedChip

    /// A board after its power came, at 25 MHz.
    public init() {
        chip = SimulatedChip(
            coreClock: 25.megahertz,
            peripherals: [uart0, timer0, timer1, dualTimer, watchdog, port0, shield0, shield1, boardIO] + ports)
        // Start-up answers the non-maskable interrupt by a report and a restart.
        watchdog.onInterrupt = { [unowned chip] in chip.reset() }
        watchdog.onReset = { [unowned chip] in chip.reset() }
    }
}
