// `martlet storage crash`: kills a process that writes to the host's store at random moments, and looks whether everything
// that it was told is written is there.
import ArgumentParser
import Foundation
import HostStore
import ProjectCommands
import SimulatedFlash

extension StorageCommand {
    struct Crash: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Kills a writer of the host's store again and again, and checks every acknowledged write.",
            discussion: """
                Each round goes on with the store that the one before left. The status is 1 if anything acknowledged was \
                missing, or anything was there that nobody wrote, or if nothing was acknowledged at all.
                """)

        @Option(help: "How often the writer is killed.")
        var rounds = 100

        @Option(help: "How many keys it writes to.")
        var keys = 500

        @Option(help: "The milliseconds it has at the most.")
        var milliseconds = 60

        @Option(help: "Of the moments and of what is written.")
        var seed: UInt64 = 1

        @Option(help: "When a put is on the disk: none, group or each.")
        var sync = HostStore.Synchronization.none

        @Option(help: "Where the store is made; what is made is removed.")
        var directory = NSTemporaryDirectory()

        @Option(help: ArgumentHelp("The program that writes.", visibility: .hidden))
        var program = "/proc/self/exe"

        func validate() throws {
            guard rounds > 0, keys > 0, milliseconds > 0 else {
                throw ValidationError("--rounds, --keys and --milliseconds are above 0")
            }
        }

        func run() throws {
            let path = directory + "/martlet-crash-\(ProcessInfo.processInfo.processIdentifier)"
            defer { try? FileManager.default.removeItem(atPath: path) }
            var random = SplitMix64(seed: seed)
            /// By key: the number of the operation that wrote it last.
            var expected: [Int: UInt64] = [:]
            var next: UInt64 = 0
            for round in 0..<rounds {
                let acknowledged = try writeUntilKilled(
                    path, from: next, milliseconds: Int(random.next() % UInt64(milliseconds)) + 1)
                while next < acknowledged {
                    Operation(next, keys: keys, seed: seed).apply(to: &expected)
                    next += 1
                }
                // The one that was going on may have come to its end.
                var withNext = expected
                Operation(next, keys: keys, seed: seed).apply(to: &withNext)
                let found = try contents(path)
                if found == withNext {
                    expected = withNext
                    next += 1
                } else if found != expected {
                    let key = (0..<keys).first { found[$0] != expected[$0] } ?? 0
                    complain(
                        "round \(round), after \(next) operations: key \(key) has \(found[key].map(String.init) ?? "nothing") "
                            + "and should have \(expected[key].map(String.init) ?? "nothing")")
                    throw ExitCode(1)
                }
            }
            guard next > 0 else {
                complain("nothing was acknowledged in \(rounds) rounds; --milliseconds may be too few")
                throw ExitCode(1)
            }
            print("\(rounds) kills, \(next) operations acknowledged, \(expected.count) keys, nothing lost")
        }

        /// Answers how many operations, from the first on, were acknowledged.
        private func writeUntilKilled(_ path: String, from first: UInt64, milliseconds: Int) throws -> UInt64 {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program).resolvingSymlinksInPath()
            process.arguments = [
                "storage", "crash-writer", path, "--keys", "\(keys)", "--seed", "\(seed)", "--first", "\(first)", "--sync",
                sync.rawValue,
            ]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
                kill(process.processIdentifier, SIGKILL)
            }
            // A byte each.
            let acknowledged = pipe.fileHandleForReading.readDataToEndOfFile().count
            process.waitUntilExit()
            guard process.terminationReason == .uncaughtSignal else {
                throw PeerError(description: "the writer ended by itself with status \(process.terminationStatus)")
            }
            return first + UInt64(acknowledged)
        }

        private func contents(_ path: String) throws -> [Int: UInt64] {
            let store = try HostStore(directory: path, synchronization: .none)
            guard store.report.damagedRecords == 0 else {
                throw PeerError(description: "\(store.report.damagedRecords) damaged records")
            }
            let reader = store.makeReader()
            var found: [Int: UInt64] = [:]
            for key in 0..<keys {
                let bytes = Operation.key(key)
                found[key] = try reader.withValue(of: bytes.span) { value in Operation.number(of: value) }
            }
            guard found.count == store.statistics.keys else {
                throw PeerError(description: "\(store.statistics.keys) keys, and only \(found.count) of ours")
            }
            return found
        }
    }

    /// What `crash` kills.
    struct CrashWriter: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "crash-writer", shouldDisplay: false)

        @Argument var directory: String
        @Option var keys = 500
        @Option var seed: UInt64 = 1
        @Option var first: UInt64 = 0
        @Option var sync = HostStore.Synchronization.none

        func run() throws {
            let store = try HostStore(directory: directory, synchronization: sync)
            var acknowledgement: UInt8 = 1
            for number in first... {
                let operation = Operation(number, keys: keys, seed: seed)
                if operation.isDeletion {
                    try store.delete(Operation.key(operation.key).span)
                } else {
                    try store.put(Operation.key(operation.key).span, operation.value.span)
                }
                guard write(1, &acknowledgement, 1) == 1 else { throw ExitCode(3) }
            }
        }
    }
}

/// What the writer does: the same for the same number.
private struct Operation {
    let number: UInt64
    let key: Int
    let isDeletion: Bool
    private let length: Int

    init(_ number: UInt64, keys: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed ^ number &* 0x9E37_79B9_7F4A_7C15)
        self.number = number
        key = Int(random.next() % UInt64(keys))
        isDeletion = random.next() % 8 == 0
        length = 8 + Int(random.next() % 400)
    }

    static func key(_ key: Int) -> [UInt8] { Array("key \(key)".utf8) }

    /// The number over and over.
    var value: [UInt8] { (0..<length).map { UInt8(truncatingIfNeeded: number >> UInt64($0 % 8 * 8)) } }

    /// What number a value has; a value that no operation wrote has one that no operation has.
    static func number(of value: Span<UInt8>) -> UInt64 {
        guard value.count >= 8 else { return .max }
        var number: UInt64 = 0
        for index in 0..<8 { number |= UInt64(value[index]) << UInt64(index * 8) }
        for index in 0..<value.count where value[index] != UInt8(truncatingIfNeeded: number >> UInt64(index % 8 * 8)) {
            return .max
        }
        return number
    }

    func apply(to state: inout [Int: UInt64]) { state[key] = isDeletion ? nil : number }
}
