// The board's peripherals, each made once at start-up.
import Analog
import Buses
import CortexM
import Displays
import GameBoy
import GameBoyPlayer
import Interfaces
import Serial
import TargetBoard
import Tasks

/// Made by `start`, before any task and with interrupts off.
enum Hardware {
    typealias Bus = SPIBus<ThisBoard.DisplayBus>
    typealias Display = ILI9341<ThisBoard.DisplayBus, ThisBoard.DisplayOutput, ThisBoard.DisplayOutput>

    // SAFETY: each is written once, by `start`, before its handler is bound or a task reads it.
    nonisolated(unsafe) private static var console: PollingOutput<ThisBoard.Console>?
    nonisolated(unsafe) private static var bus: Bus?
    nonisolated(unsafe) private(set) static var sound: PlayerSound<ThisBoard.Sound>?

    @MainActor private(set) static var display: Display?
    @MainActor private static var buttons: InlineArray<8, ThisBoard.Button>?

    @MainActor
    static func start() {
        let clocks = ThisBoard.startClocks()
        console = PollingOutput(ThisBoard.makeConsole(clocks))
        Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
        SystemClock.start(coreClock: clocks.coreClock)
        startDisplay(clocks)
        sound = Player.makeSound(on: ThisBoard.makeSound(clocks, sampleRate: Player.sampleRate)) {
            Hardware.sound?.handleInterrupt()
        }
        buttons = ThisBoard.makeButtons()
    }

    @MainActor
    private static func startDisplay(_ clocks: ClockOutcome) {
        let connection = ThisBoard.makeDisplay(clocks)
        let bus = Bus(connection.bus)
        self.bus = bus
        display = ILI9341(bus, select: connection.select, dataSelect: connection.dataSelect)
        let lines = ThisBoard.displayLines
        for index in lines.indices { Level4.bind(lines[index]) { Hardware.bus?.handleInterrupt() } }
    }

    /// Writes to the console, by polling. Any context: a fault's report too.
    static func write(byte: UInt8) { console?.write(byte: byte) }

    /// The buttons that are held now. Read once a frame they need no debouncing: a contact bounces for less than that.
    @MainActor
    static var heldButtons: Buttons {
        guard let buttons else { return [] }
        var held: UInt8 = 0
        for index in 0..<8 where !buttons[index].isHigh { held |= 1 &<< UInt8(index) }
        return Buttons(rawValue: held).withoutOpposites
    }
}
