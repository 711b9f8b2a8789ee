// `martlet runtime`: measures the host's executor.
import ArgumentParser
import Foundation
import HostExecutor
import ProjectCommands

struct RuntimeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: FirmwareCommand.runtime.rawValue, abstract: FirmwareCommand.runtime.abstract, subcommands: [Bench.self])

    struct Bench: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compares HostExecutor with Swift's global executor, in one run.",
            discussion: """
                Every workload runs on each executor in turn, as many times as --repeats says. A row shows the \
                median time of one operation on each, and how many times as fast as Swift's global executor that \
                is. Build with -c release.
                """)

        @Option(help: "Threads of the executor with several.")
        var threads = max(2, ProcessInfo.processInfo.activeProcessorCount)

        @Option(help: "Tasks to start.")
        var tasks = 1_000_000

        @Option(help: "Round trips between two tasks.")
        var roundTrips = 200_000

        @Option(help: "Timers to start.")
        var timers = 10_000

        @Option(help: "Messages that go through one channel.")
        var messages = 400_000

        @Option(help: "Tasks that send them.")
        var producers = 16

        @Option(help: "How often each is measured.")
        var repeats = 5

        func validate() throws {
            let limits = [
                ("--threads", threads, 2...256), ("--tasks", tasks, 1...10_000_000),
                ("--round-trips", roundTrips, 1...10_000_000), ("--timers", timers, 1...1_000_000),
                ("--messages", messages, 1...100_000_000), ("--producers", producers, 1...10_000),
                ("--repeats", repeats, 1...1000),
            ]
            for (name, value, range) in limits where !range.contains(value) {
                throw ValidationError("\(name) must be \(range.lowerBound) to \(range.upperBound).")
            }
            guard messages >= producers else { throw ValidationError("--messages must be at least --producers.") }
        }

        func run() throws {
            let one = try HostExecutor(threads: 1)
            defer { one.shutDown() }
            let several = try HostExecutor(threads: threads)
            defer { several.shutDown() }
            let contenders = [
                Contender(title: "global", executor: nil), Contender(title: "1 thread", executor: one),
                Contender(title: "\(threads) threads", executor: several),
            ]
            let workloads: [RuntimeWorkload] = [
                .spawn(tasks), .pingPong(roundTrips), .expiring(timers), .cancelled(timers),
                .fanIn(messages, from: producers),
            ]
            row("ns each, median of \(repeats)", contenders.map(\.title))
            for workload in workloads {
                var times = contenders.map { _ in [Double]() }
                for _ in 0..<repeats {
                    for (index, contender) in contenders.enumerated() {
                        times[index].append(measure(workload, on: contender))
                    }
                }
                let medians = times.map { $0.sorted()[$0.count / 2] }
                row(
                    workload.title,
                    medians.enumerated().map { index, median in
                        String(format: "%.0f", median)
                            + (index == 0 ? "" : String(format: " (%.2fx)", medians[0] / median))
                    })
            }
        }

        /// Nanoseconds of one of the workload's operations.
        private func measure(_ workload: RuntimeWorkload, on contender: Contender) -> Double {
            let elapsed = runAndWait(on: contender.executor) {
                await ContinuousClock().measure { await workload.run(contender) }
            }
            return elapsed / .nanoseconds(1) / Double(workload.operations)
        }

        private func row(_ title: String, _ columns: [String]) {
            let padded = columns.map { String(repeating: " ", count: max(1, 18 - $0.count)) + $0 }
            print(title.padding(toLength: 28, withPad: " ", startingAt: 0) + padded.joined())
        }
    }
}
