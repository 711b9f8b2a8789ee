// The ways of `martlet gameboy` in which somebody looks on: --play, --lockstep, --debug.
import ArgumentParser
import Foundation
import GameBoy
import GameBoyTools
import ProjectCommands

extension GameBoyCommand {
    func play<M>(_ console: HostedGameBoy<M>) throws {
        guard let terminal = PlayTerminal() else {
            complain("--play needs a terminal")
            throw ExitCode(2)
        }
        terminal.play(console)
        terminal.restore()
        try console.writeBatterySave()
    }

    /// Status 1 and both states at a difference.
    func runInLockstep<M>(_ console: HostedGameBoy<M>, frames: Int, _ script: ButtonScript?) throws {
        var lockstep = console.withMachine { Lockstep($0) }
        for frame in 0..<frames {
            if let buttons = script?.buttons(at: frame) { console.hold(buttons) }
            let difference: String? = console.withMachine { machine in
                var endsFrame = false
                while !endsFrame {
                    if let difference = lockstep.step(&machine, endsFrame: &endsFrame) { return difference }
                }
                return nil
            }
            if let difference {
                print(difference)
                throw ExitCode(1)
            }
        }
        print("\(lockstep.instructions) instructions in \(frames) frames, and no difference")
    }

    func debug<M>(_ console: HostedGameBoy<M>) {
        var debugger = Debugger()
        print(console.withMachine { debugger.greeting($0) })
        while !debugger.hasEnded {
            print("> ", terminator: "")
            fflush(nil)
            guard let line = readLine() else { break }
            let answer = console.withMachine { debugger.execute(line, &$0) }
            if !answer.isEmpty { print(answer) }
        }
    }
}
