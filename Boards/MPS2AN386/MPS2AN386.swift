// Arm MPS2 with the AN386 image: a Cortex-M4 with the Cortex-M System Design Kit's peripherals at 25 MHz.
// QEMU's mps2-an386 machine is this board.
@_exported import CMSDKDrivers
import MMIO
import CMSDKPAC
import CortexM
import Interfaces

/// The board. The console is UART0, 115,200 baud; the LED is LED 0.
public enum MPS2AN386: Board {
    public static var name: StaticString { "MPS2 AN386 (Cortex-M4)" }

    public static func startClocks() -> ClockOutcome { ClockOutcome(source: .fixed, coreClock: 25_000_000) }

    public static func makeConsole(_ clocks: ClockOutcome) -> UARTDevice {
        UARTDevice(CMSDK.UART0, clock: clocks.coreClock, baudRate: 115_200)
    }

    public static var consoleReceiveLine: InterruptLine { InterruptLine(rawValue: Interrupt.UART0_RX.rawValue) }
    public static var consoleTransmitLine: InterruptLine { InterruptLine(rawValue: Interrupt.UART0_TX.rawValue) }

    public static func makeLED() -> BoardLED {
        let led = BoardLED()
        led.set(false)
        return led
    }

    /// Lines that AN386 leaves unconnected (table 3-4).
    public static var dispatchLines: InlineArray<8, InterruptLine> {
        [
            InterruptLine(rawValue: 24), InterruptLine(rawValue: 25), InterruptLine(rawValue: 26),
            InterruptLine(rawValue: 27), InterruptLine(rawValue: 28), InterruptLine(rawValue: 29),
            InterruptLine(rawValue: 30), InterruptLine(rawValue: 31),
        ]
    }

    public static func makeFlash() -> NoFlash? { nil }

    /// The first 8 MB of the PSRAM and room for the header.
    public static var cartridgeSlot: CartridgeSlot { CartridgeSlot(address: 0x2100_0000, length: 8 << 20 | 16) }
}

/// What images call the board they are built for.
public typealias ThisBoard = MPS2AN386
