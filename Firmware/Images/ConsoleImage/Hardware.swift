// What the image's parts share: the board's peripherals, each made once at start-up.
import Analog
import CortexM
import GameBoyPlayer
import Interfaces
import Memory
import Serial
import TargetBoard
import Tasks

/// The board's peripherals. Made by `start`, before any task and with interrupts off.
enum Hardware {
    typealias Port = BufferedSerialPort<ThisBoard.Console, 256>
    // SAFETY: written once, by `start`, before anything reads it; the port is built for all contexts.
    nonisolated(unsafe) private(set) static var portIfStarted: UnsafeMutablePointer<Port>?

    /// The serial port people talk to. Any context.
    static var port: UnsafeMutablePointer<Port> {
        // SAFETY: `start` has run: nothing else of the image runs before it.
        portIfStarted.unsafelyUnwrapped
    }

    // SAFETY: written once, by `start`, before its handler is bound.
    nonisolated(unsafe) private(set) static var sound: PlayerSound<ThisBoard.Sound>?

    @MainActor static var clocks = ClockOutcome(source: .fixed, coreClock: 1.hertz)

    @MainActor
    static func start() {
        clocks = ThisBoard.startClocks()
        let memory = StartupMemory.allocate(bytes: MemoryLayout<Port>.size).bindMemory(to: Port.self, capacity: 1)
        memory.initialize(to: Port(ThisBoard.makeConsole(clocks), transmitLine: ThisBoard.consoleTransmitLine))
        portIfStarted = memory
        Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
        SystemClock.start(coreClock: clocks.coreClock)
        Level5.bind(ThisBoard.consoleReceiveLine) { Hardware.port.pointee.handleInterrupt() }
        if ThisBoard.consoleTransmitLine != ThisBoard.consoleReceiveLine {
            Level5.bind(ThisBoard.consoleTransmitLine) { Hardware.port.pointee.handleInterrupt() }
        }
        port.pointee.start()
        sound = Player.makeSound(on: ThisBoard.makeSound(clocks, sampleRate: Player.sampleRate)) {
            Hardware.sound?.handleInterrupt()
        }
    }
}
