// What the MPS2 board's FPGA images have in common: the Cortex-M System Design Kit's peripherals at 25 MHz (Arm Application
// Notes AN386 and AN500, section 3).
import CMSDKPAC
import CortexM
import Interfaces
import MMIO

#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// An MPS2 with one of its images. The console is UART0, 115,200 baud; the LED is LED 0.
public protocol MPS2Board: I2CBoard where Console == UARTDevice, LED == BoardLED, Flash == NoFlash, I2C == TwoWireController {}

extension MPS2Board {
    public static func startClocks() -> ClockOutcome { ClockOutcome(source: .fixed, coreClock: 25.megahertz) }

    /// UART0, 8 data bits, no parity, one stop bit, 115,200 baud. Called once: a second time is a fault.
    public static func makeConsole(_ clocks: ClockOutcome) -> UARTDevice {
        guard let uart = UART0.take() else { fatalError("the console's UART is in use") }
        return UARTDevice(uart, clock: clocks.coreClock, baudRate: 115_200)
    }

    public static var consoleReceiveLine: InterruptLine { UART0.receiveInterrupt }
    public static var consoleTransmitLine: InterruptLine { UART0.transmitInterrupt }

    /// LED 0, turned off.
    public static func makeLED() -> BoardLED {
        let led = BoardLED()
        led.set(false)
        return led
    }

    /// Lines that the images leave unconnected (AN386 table 3-4).
    public static var dispatchLines: InlineArray<8, InterruptLine> {
        [
            InterruptLine(rawValue: 24), InterruptLine(rawValue: 25), InterruptLine(rawValue: 26),
            InterruptLine(rawValue: 27), InterruptLine(rawValue: 28), InterruptLine(rawValue: 29),
            InterruptLine(rawValue: 30), InterruptLine(rawValue: 31),
        ]
    }

    /// Shield 1's wires (SBCON3), which software moves.
    public static func makeI2C(_ clocks: ClockOutcome) -> TwoWireController {
        guard let wires = SBCON3.take() else { fatalError("the wires of the board's I2C bus are in use") }
        return TwoWireController(wires, clock: clocks.coreClock, pending: i2cLines[0])
    }

    /// The audio's line, which has no driver here and is pended by software, and the touch screen's, which nothing pends.
    public static var i2cLines: InlineArray<2, InterruptLine> {
        [InterruptLine(rawValue: 14), InterruptLine(rawValue: 15)]
    }

    /// Nil: the boards have no flash that the program could write.
    public static func makeFlash() -> NoFlash? { nil }
}

#if hasFeature(Embedded)
    /// Writes a byte of `print`'s text, or of a fault's report, to the console's UART, which is started first if need be.
    /// Gives a byte up that is not taken in some milliseconds.
    @c @implementation
    func martlet_console_put(_ byte: UInt8) {
        let uart = CMSDK.UART0
        if !uart.CTRL.read().TXEN {
            // Not by `UARTDevice`, which checks the rate by divisions of 64 bits: every image carries this.
            uart.BAUDDIV.write { $0.bits = 25_000_000 / 115_200 }
            uart.CTRL.write { $0.TXEN = true }
        }
        for _ in 0..<100_000 where !uart.STATE.read().TXBF { break }
        uart.DATA.write { $0.bits = byte }
    }
#endif
