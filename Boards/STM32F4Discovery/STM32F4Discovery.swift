// STM32F4 Discovery (MB997): an STM32F407VG with an 8 MHz crystal and an ST-LINK on the board. The F407 is an
// F405 with Ethernet and a camera interface added; what both have lies at the same addresses, so the register
// descriptions and the drivers of the STM32F405 serve it.
import CortexM
import Failures
import Interfaces
import MMIO
import STM32F405PAC
@_exported import STM32F4Drivers

#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// The board. The console is USART2 on PA2 (transmit) and PA3 (receive), 115,200 baud: the ST-LINK's own serial
/// port is not wired to the chip, so a serial adapter goes there. The LED is the green one, PD12.
public enum STM32F4Discovery: I2CBoard {
    public static var name: StaticString { "STM32F4 Discovery (STM32F407)" }

    public static func startClocks() -> ClockOutcome {
        ClockTree.start(ClockConfiguration(crystal: 8.megahertz, core: 168.megahertz))
    }

    public static func makeConsole(_ clocks: ClockOutcome) -> USARTDevice {
        guard let usart = USART2.take(), let transmit = PA2.take(), let receive = PA3.take() else {
            fatalError("the console's USART or pins are in use")
        }
        return USARTDevice(usart, transmit: transmit, receive: receive, clocks: clocks, baudRate: 115_200)
    }

    public static var consoleReceiveLine: InterruptLine { InterruptLine(rawValue: Interrupt.USART2.rawValue) }
    public static var consoleTransmitLine: InterruptLine { consoleReceiveLine }

    public static func makeLED() -> SharedOutput {
        guard let pin = PD12.take() else { fatalError("the LED's pin is in use") }
        return pin.asOutput().shared()
    }

    /// Lines of peripherals that no driver here turns on: Ethernet and the camera, which the F407 has; the
    /// cryptographic processor, which it lacks; CAN, which the board has no connector for.
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

    /// I2C1 on PB6 (SCL) and PB9 (SDA), which have resistors on the board and the audio converter at address 0x4A (UM1472
    /// table 6).
    public static func makeI2C(_ clocks: ClockOutcome) -> I2CController {
        guard let i2c = I2C1.take(), let clock = PB6.take(), let data = PB9.take() else {
            fatalError("the I2C bus's controller or pins are in use")
        }
        return I2CController(i2c, clock: clock, data: data, clocks: clocks)
    }

    public static var i2cLines: InlineArray<2, InterruptLine> {
        [
            InterruptLine(rawValue: I2C1.eventInterrupt.rawValue), InterruptLine(rawValue: I2C1.errorInterrupt.rawValue),
        ]
    }

    /// PA4 is left and PA5 is right: line levels around half the supply, 0.2 V from each rail at the most (DS8626 table 74).
    public static func makeSound(_ clocks: ClockOutcome, sampleRate: Frequency) -> DACOutput? {
        guard let dac = DualDAC.take(), let left = PA4.take(), let right = PA5.take(), let stream = DMA1Stream5.take(),
            let timer = TIM6.take()
        else { fatalError("the sound output's converters or pins are in use") }
        return try? DACOutput(
            dac, left: left.asAnalog(), right: right.asAnalog(), by: stream, timer: timer, sampleRate: sampleRate,
            clocks: clocks)
    }

    /// Sectors 6 to 11.
    public static var dataRegion: MemoryRegion? { MemoryRegion(address: 0x0804_0000, length: 768 << 10) }
}

/// What images call the board they are built for.
public typealias ThisBoard = STM32F4Discovery

#if hasFeature(Embedded)
    /// Writes a byte of `print`'s text, or of a fault's report, to the console. Any context.
    @c @implementation
    func martlet_console_put(_ byte: UInt8) { USART2.putConsoleByte(byte, by: PA2.self, function: 7, baudRate: 115_200) }
#endif
