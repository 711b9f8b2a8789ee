// Faults that the command line asks for: test.sh looks at the report each prints.
import Memory
import OnTargetHarness
import Semihosting
import TargetBoard
import Tasks
import Text

enum FaultOnPurpose {
    /// Faults if the command line ends in `fault=KIND`.
    @MainActor
    static func runIfAsked() {
        var line = InlineArray<128, UInt8>(repeating: 0)
        var span = line.mutableSpan
        guard let length = Semihosting.commandLine(into: &span) else { return }
        if ends(line, length, with: "fault=read") {
            Harness.expectsFault = true
            readNowhere()
        } else if ends(line, length, with: "fault=stack") {
            Harness.expectsFault = true
            _ = overflow(1)
        } else if ends(line, length, with: "fault=trap") {
            Harness.expectsFault = true
            trap(length)
        } else if ends(line, length, with: "fault=frames") {
            Harness.expectsFault = true
            startTask("glutton", bytes: 256) { @MainActor in _ = await nest(100) }
            Dispatcher.run()
        } else if ends(line, length, with: "fault=pool") {
            Harness.expectsFault = true
            Dispatcher.reserveTasks(2, bytes: 512)
            StartupMemory.reserveBlocks(6, bytes: 16)
            startTask("parent of three") { @MainActor in
                await withTaskGroup(of: Void.self) { group in for _ in 0..<3 { group.addTask {} } }
            }
            Dispatcher.run()
        } else if ends(line, length, with: "fault=locals") {
            Harness.expectsFault = true
            Dispatcher.reserveTasks(1, bytes: 256)
            StartupMemory.reserveBlocks(2, bytes: 16)
            startTask("binder") { @MainActor in
                $ballast.withValue(InlineArray(repeating: 1)) { _ = Task { ballast?[0] } }
            }
            Dispatcher.run()
        } else if ends(line, length, with: "fault=level") {
            Harness.expectsFault = true
            _ = LevelTaskExecutor(level: length)
        } else if ends(line, length, with: "fault=watchdog") {
            Harness.expectsFault = true
            starve()
        } else if ends(line, length, with: "fault=allocation") {
            Harness.expectsFault = true
            StartupMemory.seal()
            _ = StartupMemory.allocate(bytes: 24)
        }
    }

    /// More than a slot holds.
    @TaskLocal private static var ballast: InlineArray<64, UInt32>?

    private static func ends(_ line: InlineArray<128, UInt8>, _ length: Int, with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard length >= count else { return false }
        for index in 0..<count where line[length - count + index] != text.utf8Start[index] { return false }
        return true
    }

    /// A watchdog that is fed for a while.
    private static func starve() {
        #if MPS2
            guard let peripheral = WDT.take() else { return }
            do throws(Watchdog.StartError) {
                let watchdog = try Watchdog(peripheral, clock: 25.megahertz, within: .milliseconds(5))
                let begin = SystemClock.now
                while SystemClock.now - begin < .milliseconds(20) { watchdog.feed() }
                var output = HostOutput()
                output.writeLine("fed for 20 ms")
                while true { _ = SystemClock.now }
            } catch {}
        #endif
    }

    private static func readNowhere() {
        // SAFETY: none: nothing is there, which is what is tested.
        let nowhere = UnsafePointer<UInt32>(bitPattern: 0x6FFF_FFF0)!
        _ = nowhere.pointee &+ 1
        var output = HostOutput()
        output.write(decimal: nowhere.pointee)
    }

    @inline(never)
    private static func overflow(_ depth: Int) -> Int {
        // A frame too large for a tail call.
        var block = InlineArray<64, Int>(repeating: depth)
        block[depth & 63] = overflow(depth &+ 1)
        return block[(depth &* 7) & 63]
    }

    @inline(never)
    private static func trap(_ number: Int) {
        precondition(number == 0, "asked for")
    }

    @MainActor
    private static func nest(_ depth: Int) async -> Int {
        guard depth > 0 else { return 0 }
        await Task.yield()
        return await nest(depth - 1) + 1
    }
}
