// Netduino Plus 2: an STM32F405RG with a 25 MHz crystal. QEMU's netduinoplus2 machine is this board.
import CortexM
import Failures
import Interfaces
import MMIO
import STM32F405PAC
@_exported import STM32F4Drivers

#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// The board. The console is USART1 on PB6 (transmit) and PB7 (receive), 115,200 baud; the LED is PA10.
public enum NetduinoPlus2: Board {
    public static var name: StaticString { "Netduino Plus 2 (STM32F405)" }

    public static func startClocks() -> ClockOutcome {
        ClockTree.start(ClockConfiguration(crystal: 25.megahertz, core: 168.megahertz))
    }

    public static func makeConsole(_ clocks: ClockOutcome) -> USARTDevice {
        guard let usart = USART1.take(), let transmit = PB6.take(), let receive = PB7.take() else {
            fatalError("the console's USART or pins are in use")
        }
        return USARTDevice(usart, transmit: transmit, receive: receive, clocks: clocks, baudRate: 115_200)
    }

    public static var consoleReceiveLine: InterruptLine { InterruptLine(rawValue: Interrupt.USART1.rawValue) }
    public static var consoleTransmitLine: InterruptLine { consoleReceiveLine }

    public static func makeLED() -> SharedOutput {
        guard let pin = PA10.take() else { fatalError("the LED's pin is in use") }
        return pin.asOutput().shared()
    }

    /// Lines of peripherals that the F405 lacks (Ethernet, camera, cryptography) or that the board has no
    /// connector for (CAN).
    public static var dispatchLines: InlineArray<8, InterruptLine> {
        [
            InterruptLine(rawValue: 61), InterruptLine(rawValue: 62), InterruptLine(rawValue: 78),
            InterruptLine(rawValue: 79), InterruptLine(rawValue: 63), InterruptLine(rawValue: 64),
            InterruptLine(rawValue: 65), InterruptLine(rawValue: 66),
        ]
    }

    /// Sectors 1 to 3; sector 0 holds the vectors, the program begins at sector 4.
    public static func makeFlash() -> FlashController? {
        FlashController.isPresent ? FlashController(firstSector: 1, count: 3) : nil
    }

    /// Sectors 6 to 11.
    public static var dataRegion: MemoryRegion? { MemoryRegion(address: 0x0804_0000, length: 768 << 10) }
}

/// What images call the board they are built for.
public typealias ThisBoard = NetduinoPlus2

#if hasFeature(Embedded)
    /// Writes a byte of `print`'s text, or of a fault's report, to the console. Any context.
    @c @implementation
    func martlet_console_put(_ byte: UInt8) { USART1.putConsoleByte(byte, by: PB6.self, function: 7, baudRate: 115_200) }
#endif
