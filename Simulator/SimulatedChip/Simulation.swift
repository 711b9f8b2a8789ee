// Firmware as a program of the host: the source that is flashed, from its first line on, on a simulated chip.
// SAFETY of `@preconcurrency`: the C library locks its files, and `stdout` is never assigned.
@preconcurrency import Foundation
import MMIO
import Semihosting
import Tasks

/// A chip with the peripherals around it, as firmware finds it on a board.
public protocol SimulatedMicrocontroller: AnyObject {
    /// The chip that the models make.
    var chip: SimulatedChip { get }
    /// Calls `body` with the level of an output whenever it changes; false where there is no such output.
    func observe(output name: String, _ body: @escaping (Bool) -> Void) -> Bool
}

extension SimulatedSTM32F405: SimulatedMicrocontroller {
    /// Outputs are pins: PA0 to PI15.
    public func observe(output name: String, _ body: @escaping (Bool) -> Void) -> Bool {
        guard name.hasPrefix("P"), let letter = name.dropFirst().first,
            let port = Array("ABCDEFGHI").firstIndex(of: letter),
            let pin = Int(name.dropFirst(2)), (0..<16).contains(pin)
        else { return false }
        let former = ports[port].onChange
        ports[port].onChange = { changed, isHigh in
            former(changed, isHigh)
            if changed == pin { body(isHigh) }
        }
        return true
    }
}

extension SimulatedMPS2: SimulatedMicrocontroller {
    /// Outputs are LED0 and LED1, which are high while they are lit.
    public func observe(output name: String, _ body: @escaping (Bool) -> Void) -> Bool {
        guard ["LED0", "LED1"].contains(name) else { return false }
        let former = boardIO.onLED
        boardIO.onLED = { led, isLit in
            former(led, isLit)
            if name == "LED\(led)" { body(isLit) }
        }
        return true
    }
}

/// Runs firmware natively, on a simulated chip, with its console on standard input and output.
///
/// `begin` comes first in main.swift, and `Dispatcher.run()` last, as on the chip. Whether the program is one for the host is a
/// trait of its package, which has the product SimulatedChip where the trait is on; `martlet new` makes such a package, and
/// `martlet simulate` runs it.
///
///     #if Simulation
///         import SimulatedChip
///         Simulation.begin(SimulatedSTM32F405(), console: \.usart1, outputs: ["PA10"])
///     #endif
///
/// Time keeps step with the clock on the wall, and every change of the outputs is a line on standard error, with the time since
/// start. At a terminal Ctrl-C ends the program. The argument `--seconds N` ends it after so much of the chip's time. The
/// status is the firmware's where it ends by semihosting, 0 where the time ran out.
public enum Simulation {
    /// What runs, kept for as long as the process.
    // SAFETY: written by `begin`, on the one thread that then runs the chip.
    nonisolated(unsafe) private static var running: (any SimulatedMicrocontroller)?
    // SAFETY: as above; read by the handler of Ctrl-C, which ends the process.
    nonisolated(unsafe) private static var line: ConsoleLine?

    /// Makes `board` what the process's code runs on. What is wrong with the arguments ends the process with status 2.
    /// - Parameters:
    ///   - board: a chip after its power came.
    ///   - console: the serial port that standard input and output are connected to.
    ///   - outputs: names of outputs that are watched, such as `PA10`.
    public static func begin<Board: SimulatedMicrocontroller>(
        _ board: Board, console: KeyPath<Board, some SerialModel>, outputs: [String] = []
    ) {
        begin(board, port: board[keyPath: console], outputs)
    }

    /// The same without a console.
    public static func begin(_ board: some SimulatedMicrocontroller, outputs: [String] = []) {
        begin(board, port: nil, outputs)
    }

    private static func begin(_ board: some SimulatedMicrocontroller, port: (any SerialModel)?, _ outputs: [String]) {
        let limit = limit(CommandLine.arguments.dropFirst())
        let line = ConsoleLine(keys: .butInterrupt)
        // What `print` says is in its place among the bytes of the port.
        setvbuf(stdout, nil, _IONBF, 0)
        running = board
        Self.line = line
        restoreTerminalAtEnd()
        port?.onTransmit = line.put
        Semihosting.onExit = { board.chip.exit(status: $0) }
        for name in outputs {
            let isThere = board.observe(output: name) { isHigh in
                let time = Double(board.chip.cycles) / Double(board.chip.coreClock.hertz)
                say(String(format: "%9.3f s  %@ is %@", time, name, isHigh ? "high" : "low"))
            }
            if !isThere { refuse("\(type(of: board)) has no output \(name)") }
        }
        _ = board.chip.begin(for: limit ?? .seconds(1 << 30))
        CurrentBus.current = board.chip
        Dispatcher.hostLoop = {
            // The wall's clock: `ContinuousClock` alone is the chip's here.
            let began = Swift.ContinuousClock.now
            hasRun = true
            let outcome = board.chip.runTasks(inStepsOf: .milliseconds(1), until: { false }) {
                // While bytes wait to be taken time may go on.
                if let port, port.pendingCount > 0 { return }
                // How far the chip's clock is ahead of the one on the wall.
                let now = Duration.milliseconds(Int64(board.chip.cycles / UInt64(board.chip.coreClock / 1.kilohertz)))
                let ahead = Int32(clamping: Int64((now - began.duration(to: .now)) / .milliseconds(1)))
                let typed = line.next(waiting: max(0, ahead))
                port?.send(typed)
                // After the end of the input a run that has an end itself is as fast as it can be.
                if line.hasEnded, limit == nil, ahead > 0 { usleep(UInt32(ahead) * 1000) }
            }
            line.restore()
            switch outcome {
            case .exited(let status): exit(Int32(truncatingIfNeeded: status))
            case .reset:
                // What is left of the time goes on after the reset.
                let used = Interval.microseconds(Int64(board.chip.cycles / UInt64(board.chip.coreClock / 1.megahertz)))
                if let limit { setenv(leftVariable, "\((limit - used).microseconds)", 1) }
                refuse(restart())
            case .finished, .outOfTime: exit(0)
            }
        }
    }

    /// After a reset of the chip: all of its RAM is this process's, so the process begins anew. Returns why it does not.
    package static func restart() -> String {
        var arguments = CommandLine.arguments.map { strdup($0) }
        arguments.append(nil)
        execv("/proc/self/exe", arguments)
        return "the simulation could not be started again: \(String(cString: strerror(errno)))"
    }

    /// How long it runs, by `--seconds N`.
    private static func limit(_ arguments: ArraySlice<String>) -> Interval? {
        guard let option = arguments.first else { return nil }
        guard option == "--seconds", arguments.count == 2, let seconds = arguments.last.flatMap(Int64.init),
            (1...1_000_000).contains(seconds)
        else { refuse("the arguments are --seconds N, with N from 1 to 1000000, or none") }
        // After a reset of the chip.
        if let left = ProcessInfo.processInfo.environment[leftVariable].flatMap(Int64.init) {
            return .microseconds(max(left, 1))
        }
        return .seconds(seconds)
    }

    private static let leftVariable = "MARTLET_SIMULATION_MICROSECONDS_LEFT"

    /// Gives the terminal back however the process ends, and says so where main.swift ended without running any task.
    private static func restoreTerminalAtEnd() {
        atexit {
            Simulation.line?.restore()
            guard !Simulation.hasRun else { return }
            Simulation.say("simulation: main.swift has ended without Dispatcher.run(), so no task ran")
            _exit(2)
        }
        signal(SIGINT) { _ in
            Simulation.line?.restore()
            _exit(130)
        }
        for number in [SIGTERM, SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS] {
            // The former answer, such as Swift's backtrace, comes after: the signal comes again.
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                Simulation.line?.restore()
                if let former = Simulation.formerActions[Int(number)] {
                    var former = former
                    sigaction(number, &former, nil)
                }
                raise(number)
            }
            var former = sigaction()
            sigaction(number, &action, &former)
            formerActions[Int(number)] = former
        }
    }

    // SAFETY: written by `begin`, before the handlers that read it are set.
    nonisolated(unsafe) private static var formerActions: [sigaction?] = Array(repeating: nil, count: 64)
    /// Whether `Dispatcher.run` was reached, or a refusal.
    // SAFETY: as above.
    nonisolated(unsafe) private static var hasRun = false

    private static func say(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8)) }

    private static func refuse(_ text: String) -> Never {
        hasRun = true
        say("simulation: \(text)")
        exit(2)
    }
}
