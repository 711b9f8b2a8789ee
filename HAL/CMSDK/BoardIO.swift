// What is on the MPS2 board itself, reached by its FPGA I/O block (Arm AN386 section 4.1): LEDs, buttons, select lines.
import CMSDKPAC
import CortexM
import Interfaces
import MMIO

/// An LED: 0 or 1. One load and one store, interrupts masked; any context.
public struct BoardLED: OutputPin {
    /// Which of the board's two LEDs.
    public enum Number: Sendable {
        /// LED0.
        case zero
        /// LED1.
        case one
    }

    private let number: Number

    /// A handle of an LED: it may be copied, and nothing is claimed. LED 0 is the boards' own (`MPS2Board.makeLED`).
    public init(_ number: Number = .zero) { self.number = number }

    public func set(_ isOn: Bool) {
        withInterruptsMasked {
            CMSDK.FPGAIO.LED.modify {
                switch number {
                case .zero: $0.LED0 = isOn
                case .one: $0.LED1 = isOn
                }
            }
        }
    }
}

/// A button: high while it is pressed. One load; any context.
public struct BoardButton: InputPin {
    /// Which of the board's two buttons.
    public enum Number: Sendable {
        /// BUTTON0.
        case zero
        /// BUTTON1.
        case one
    }

    private let number: Number

    /// A handle of a button: it may be copied, and nothing is claimed.
    public init(_ number: Number) { self.number = number }

    public var isHigh: Bool {
        let buttons = CMSDK.FPGAIO.BUTTON.read()
        return number == .zero ? buttons.BUTTON0 : buttons.BUTTON1
    }
}

/// A line by which the board selects what is meant on a bus. One load and one store, interrupts masked; any context.
public struct BoardSelect: OutputPin {
    /// Which of the lines.
    public enum Line: Sendable {
        /// The SPI header's.
        case header
        /// The display's select line: low while the display is meant.
        case display
        /// High for the display's data, low for its commands.
        case displayData
    }

    private let line: Line

    /// A handle of a line: it may be copied, and nothing is claimed.
    public init(_ line: Line) { self.line = line }

    public func set(_ isOn: Bool) {
        withInterruptsMasked {
            CMSDK.FPGAIO.MISC.modify {
                switch line {
                case .header: $0.SPI_nSS = isOn
                case .display: $0.CLCD_CS = isOn
                case .displayData: $0.CLCD_RS = isOn
                }
            }
        }
    }
}
