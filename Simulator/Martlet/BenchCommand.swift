// `martlet bench blocks`: the building blocks on the host, beside what else would do the same, in one run.
import ArgumentParser
import Foundation
import Memory
import ProjectCommands
import Queues
import Synchronization

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: FirmwareCommand.bench.rawValue, abstract: FirmwareCommand.bench.abstract, subcommands: [Blocks.self])

    struct Blocks: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Queues and the arena beside a locked queue and malloc, in one run.",
            discussion: """
                A row shows nanoseconds an operation, and how many times as fast as the peer that is. Every element that goes \
                through a queue is checked. Build with -c release.
                """)

        @Option(help: "Elements that go through each queue.")
        var operations = 10_000_000

        func validate() throws {
            guard (1000...10_000_000_000).contains(operations) else {
                throw ValidationError("--operations must be 1000 to 10000000000.")
            }
        }

        func run() throws {
            let locked = LockedRing(capacity: 1024)
            let lockedTime = time(producers: 1) {
                locked.push($0)
            } pop: {
                locked.pop()
            }
            let singleTime = timeOwned()
            try row("SPSCQueue, two threads", singleTime, "a ring under a mutex", lockedTime)

            let lockedMany = time(producers: 2) {
                locked.push($0)
            } pop: {
                locked.pop()
            }
            let many = time(producers: 2) {
                Self.many.push($0)
            } pop: {
                Self.many.pop()
            }
            try row("MPMCQueue, three threads", many, "a ring under a mutex", lockedMany)

            let (arena, malloc) = try allocations()
            try row("Arena, the fields of a line", arena, "malloc and free", malloc)
        }

        private static let one = SPSCQueue<Int, 1024>(filler: 0)
        private static let many = MPMCQueue<Int, 1024>(filler: 0)

        private func row(_ name: String, _ mine: Double?, _ peer: String, _ its: Double?) throws {
            guard let mine, let its else {
                complain("\(name): an element was lost, came twice or came out of order")
                throw ExitCode(1)
            }
            print(String(format: "%-28@ %8.1f ns   %@ %8.1f ns   %5.1f times as fast", name, mine, peer, its, its / mine))
        }

        // MARK: - Queues

        /// Nanoseconds an element; nil if what came out is not what went in.
        private func timeOwned() -> Double? {
            let count = operations
            let start = DispatchTime.now().uptimeNanoseconds
            Thread {
                var producer = Self.one.takeProducer()
                var next = 0
                while next < count { if producer.push(next) { next += 1 } }
            }.start()
            var consumer = Self.one.takeConsumer()
            var expected = 0
            while expected < count {
                guard let element = consumer.pop() else { continue }
                guard element == expected else { return nil }
                expected += 1
            }
            return Double(DispatchTime.now().uptimeNanoseconds - start) / Double(count)
        }

        /// The same with several producers, each of which counts up.
        private func time(
            producers: Int, push: @escaping @Sendable (Int) -> Bool, pop: () -> Int?
        ) -> Double? {
            let each = operations / producers
            let start = DispatchTime.now().uptimeNanoseconds
            for producer in 0..<producers {
                Thread {
                    var next = 0
                    while next < each { if push(producer << 48 | next) { next += 1 } }
                }.start()
            }
            var expected = Array(repeating: 0, count: producers)
            for _ in 0..<each * producers {
                var element = pop()
                while element == nil { element = pop() }
                let producer = element! >> 48
                guard element! & 0xFFFF_FFFF_FFFF == expected[producer] else { return nil }
                expected[producer] += 1
            }
            return Double(DispatchTime.now().uptimeNanoseconds - start) / Double(each * producers)
        }

        /// What one would write without a lock-free queue.
        private final class LockedRing: Sendable {
            private struct State {
                var elements: [Int]
                var head = 0
                var count = 0
            }
            private let state: Mutex<State>

            init(capacity: Int) { state = Mutex(State(elements: Array(repeating: 0, count: capacity))) }

            func push(_ element: Int) -> Bool {
                state.withLock { state in
                    guard state.count < state.elements.count else { return false }
                    state.elements[(state.head + state.count) & (state.elements.count - 1)] = element
                    state.count += 1
                    return true
                }
            }

            func pop() -> Int? {
                state.withLock { state in
                    guard state.count > 0 else { return nil }
                    let element = state.elements[state.head]
                    state.head = (state.head + 1) & (state.elements.count - 1)
                    state.count -= 1
                    return element
                }
            }
        }

        // MARK: - Memory

        private struct Field: BitwiseCopyable {
            var start: UInt32 = 0
            var length: UInt32 = 0
        }

        /// Lines are split into fields, each of which gets a node of its own in a list: nanoseconds a node.
        private func allocations() throws -> (arena: Double?, malloc: Double?) {
            let line = Array("23.50,-0.75,1013.25,ok,17,104,a longer one,0".utf8)
            let rounds = max(1, operations / 100)
            let region = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
            defer { region.deallocate() }
            var arena = Arena(region)
            var (nodes, sum) = (0, 0)
            var start = DispatchTime.now().uptimeNanoseconds
            for _ in 0..<rounds {
                var begin = 0
                for index in 0...line.count where index == line.count || line[index] == 0x2C {
                    let node = arena.allocate(
                        repeating: Field(start: UInt32(begin), length: UInt32(index - begin)), count: 1)
                    sum &+= Int(node?[0].length ?? 0)
                    begin = index + 1
                    nodes += 1
                }
                arena.reset()
            }
            let arenaTime = Double(DispatchTime.now().uptimeNanoseconds - start) / Double(nodes)
            var (others, otherSum) = (0, 0)
            var list: [UnsafeMutablePointer<Field>] = []
            list.reserveCapacity(64)
            start = DispatchTime.now().uptimeNanoseconds
            for _ in 0..<rounds {
                var begin = 0
                for index in 0...line.count where index == line.count || line[index] == 0x2C {
                    let node = UnsafeMutablePointer<Field>.allocate(capacity: 1)
                    node.initialize(to: Field(start: UInt32(begin), length: UInt32(index - begin)))
                    otherSum &+= Int(node.pointee.length)
                    list.append(node)
                    begin = index + 1
                    others += 1
                }
                for node in list { node.deallocate() }
                list.removeAll(keepingCapacity: true)
            }
            let mallocTime = Double(DispatchTime.now().uptimeNanoseconds - start) / Double(others)
            return sum == otherSum ? (arenaTime, mallocTime) : (nil, nil)
        }
    }
}
