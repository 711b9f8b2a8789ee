// `martlet storage torture`: the power cuts and flipped bits that the tests have, as many as one likes.
import ArgumentParser
import Foundation
import ProjectCommands
import StorageTools

extension StorageCommand {
    struct Torture: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cuts the power of a simulated log and flips its bits, and checks every key.",
            discussion: """
                Cuts come between programmed units and within one, while it writes, collects, erases and repairs; \
                the flash is never formatted in between. The status is 0 if every promise was kept. If not it is 1, \
                and the seed that was printed makes the same failure again.
                """)

        @Option(help: "Successive power cuts.")
        var cuts = 20_000

        @Option(help: "Flipped bits, one at a time.")
        var flips = 2_000

        @Option(help: "Where the random numbers start.")
        var seed: UInt64 = 1

        @Option(help: "The flash's program unit: 1, 2, 4 or 8 bytes.")
        var unit = 4

        @Option(help: "How many sectors the flash has.")
        var sectors = 3

        @Option(help: "Bytes of a sector.")
        var sectorLength = 1024

        @Option(help: "Bytes of the longest of the values, which eight keys have.")
        var value = 24

        @Option(help: "Cuts come in so many of the first programmed words after a start; 0: at any time.")
        var window = 0

        @Option(help: "Up to so many starts are cut in the window, 16 words unless told; then the power stays for a while.")
        var bootLoop = 0

        @Flag(help: "As many keys as there is room for.")
        var full = false

        func validate() throws {
            guard [1, 2, 4, 8].contains(unit) else { throw ValidationError("--unit is 1, 2, 4 or 8") }
            guard cuts >= 0, flips >= 0, window >= 0, bootLoop >= 0 else {
                throw ValidationError("--cuts, --flips, --window and --boot-loop are not negative")
            }
            guard (2...64).contains(sectors), (512...16384).contains(sectorLength), sectorLength % 8 == 0 else {
                throw ValidationError("--sectors is 2 to 64, --sector-length a multiple of 8 from 512 to 16384")
            }
            // Eight values of that length, and three more of a transaction, have to fit with room to collect.
            guard value >= 1, 4 * value + 128 <= sectorLength, 24 * value <= (sectors - 2) * sectorLength else {
                throw ValidationError("--value is a quarter of a sector at the most, and 24 fit in all sectors but two")
            }
        }

        func run() throws {
            do {
                let shape = Array(repeating: sectorLength, count: sectors)
                let conditions = StorageTorture.Conditions(
                    window: bootLoop > 0 && window == 0 ? 16 : window, bootLoop: bootLoop, isFull: full)
                try StorageTorture.run(seed: seed, unit: unit, sectors: shape, longestValue: value, conditions) { torture in
                    try torture.cut(cuts) { done in
                        if done % 100_000 == 0 { complain("\(done) cuts") }
                    }
                }
                print("\(cuts) cuts, seed \(seed), unit \(unit): no failure")
                let counts = try StorageTorture.run(
                    seed: seed, unit: unit, sectors: shape.map { 2 * $0 }, longestValue: value
                ) { torture in
                    try torture.flip(flips)
                }
                print("\(flips) flipped bits: \(counts.unaffected) without effect, ", terminator: "")
                print("\(counts.refused) records refused, \(counts.stale) keys stale and reported")
            } catch let failure as StorageTorture.Failure {
                print("\(failure)")
                let modes = "--window \(window) --boot-loop \(bootLoop)" + (full ? " --full" : "")
                let flash = "--unit \(unit) --sectors \(sectors) --sector-length \(sectorLength) --value \(value)"
                print("again: martlet storage torture --seed \(seed) \(flash) \(modes) --cuts \(cuts) --flips \(flips)")
                throw ExitCode(1)
            }
        }
    }
}
