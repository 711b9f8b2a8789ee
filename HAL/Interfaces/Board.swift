// What an image asks of the board it runs on. A board is data and a few drivers; images are generic over it.
import CortexM
@_exported import Units

/// Where the core's clock comes from.
public enum ClockSource: Sendable {
    /// A crystal, through a PLL.
    case crystal
    /// The internal oscillator through a PLL: the crystal did not start.
    case internalOscillator
    /// The internal oscillator as it is: the PLL did not lock either.
    case unscaledInternalOscillator
    /// The board's one clock, which software does not choose.
    case fixed
}

/// The result of starting the clocks: what they run from, and how fast.
public struct ClockOutcome: Sendable {
    /// Where it comes from, which is the internal oscillator where the crystal failed.
    public let source: ClockSource
    /// How fast the core runs.
    public let coreClock: Frequency

    /// What a board's `startClocks` answers.
    public init(source: ClockSource, coreClock: Frequency) {
        self.source = source
        self.coreClock = coreClock
    }
}

/// A range of the address space.
public struct MemoryRegion: Sendable {
    /// Of the first byte, as the core sees it.
    public let address: UInt32
    /// Bytes.
    public let length: UInt32

    /// The `length` bytes from `address` on.
    public init(address: UInt32, length: UInt32) {
        self.address = address
        self.length = length
    }
}

/// A board, as images see it: its console, LED, flash and sound, and the interrupt lines that they use.
public protocol Board {
    /// The driver of the serial port that the console is on.
    associatedtype Console: SerialDevice
    /// The driver of the LED's pin.
    associatedtype LED: OutputPin
    /// The driver of the flash that the log is in; `NoFlash` where there is none.
    associatedtype Flash: NORFlash
    /// The driver of the sound output; `NoSampleOutput` where there is none.
    associatedtype Sound: SampleOutputDevice = NoSampleOutput

    /// The board's name and its chip's, as the console image prints it at its start.
    static var name: StaticString { get }
    /// Starts the clocks. Called once, first.
    static func startClocks() -> ClockOutcome
    /// The serial port people talk to, turned on. Called once, after the clocks.
    static func makeConsole(_ clocks: ClockOutcome) -> Console
    /// The lines on which it interrupts, which are one line on many chips.
    static var consoleReceiveLine: InterruptLine { get }
    /// The line on which it interrupts when it can take a byte.
    static var consoleTransmitLine: InterruptLine { get }
    /// The LED, turned off. Called once.
    static func makeLED() -> LED
    /// Lines that no peripheral in use drives, one for each interrupt level, from level 1.
    static var dispatchLines: InlineArray<8, InterruptLine> { get }
    /// Flash for the log, if the chip has a controller that answers.
    static func makeFlash() -> Flash?
    /// Memory for data that is written beside the program, as a Game Boy's cartridge is; nil if none is set aside.
    static var dataRegion: MemoryRegion? { get }
    /// The sound output, near a rate of so many samples a second; nil if the board has none. Called once.
    static func makeSound(_ clocks: ClockOutcome, sampleRate: Frequency) -> Sound?
}

extension Board {
    public static var dataRegion: MemoryRegion? { nil }
}

extension Board where Sound == NoSampleOutput {
    public static func makeSound(_ clocks: ClockOutcome, sampleRate: Frequency) -> Sound? { nil }
}

/// A board with an I2C bus at its connectors, for sensors and the like.
public protocol I2CBoard: Board {
    /// The driver of the bus's controller.
    associatedtype I2C: I2CDevice

    /// The controller, turned on, at no more than 100 kbit/s. The wires are the board's documentation's. Called once, after
    /// the clocks.
    static func makeI2C(_ clocks: ClockOutcome) -> I2C
    /// The lines on which it interrupts: bind both to `I2CBus.handleInterrupt`.
    static var i2cLines: InlineArray<2, InterruptLine> { get }
}

/// What a display is connected to.
public struct DisplayConnection<Bus: SPIDevice, Output: OutputPin>: Sendable {
    /// The bus, which nothing else is on, or whose other devices are not selected meanwhile.
    public let bus: Bus
    /// Low while the display is selected.
    public let select: Output
    /// High for data, low for commands.
    public let dataSelect: Output

    /// A display on `bus`, with its two pins.
    public init(bus: Bus, select: Output, dataSelect: Output) {
        self.bus = bus
        self.select = select
        self.dataSelect = dataSelect
    }
}

/// A board to which a display of 320 by 240 pixels and eight buttons are wired.
public protocol HandheldBoard: Board {
    /// The driver of the display's bus.
    associatedtype DisplayBus: SPIDevice
    /// The driver of its two pins.
    associatedtype DisplayOutput: OutputPin
    /// The driver of a button's pin.
    associatedtype Button: InputPin

    /// The display's bus and pins. Called once.
    static func makeDisplay(_ clocks: ClockOutcome) -> DisplayConnection<DisplayBus, DisplayOutput>
    /// The lines on which its bus interrupts.
    static var displayLines: InlineArray<3, InterruptLine> { get }
    /// Right, left, up, down, A, B, Select, Start: low while held down. Called once.
    static func makeButtons() -> InlineArray<8, Button>
}
