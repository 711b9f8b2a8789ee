// The cost of a frame of the program in the cartridge slot.
import CortexM
import GameBoy
import Interfaces
import MMIO
import Memory
import Semihosting
import TargetBoard
import Text

/// Runs the program in the slot for some frames uncounted and then counts the instructions of each further one, with
/// sound at 32,768 Hz.
///
/// The stopwatch counts core clock cycles, 25 million a second of virtual time on an MPS2, where an instruction
/// takes a nanosecond: a cycle is 40 instructions, and a frame some ten thousand cycles.
@MainActor
enum GameBoyBenchmark {
    private static var machine: Machine?
    private static var counts = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
    private static var warmFrames: UInt32 = 300
    private static var countedFrames: UInt32 = 1200
    private static var loudness: Int16 = 0

    /// Takes the memory for the slot's program, if there is one. During start-up.
    static func reserve() {
        guard let slot = ThisBoard.dataRegion, let memory = mappedMemory(at: slot.address, count: Int(slot.length)),
            let file = Cartridge.file(inSlot: memory), let cartridge = try? Cartridge(rom: file)
        else { return }
        readFrames()
        machine = try? Machine(
            in: UnsafeMutableRawBufferPointer(
                start: StartupMemory.allocate(bytes: Machine.byteCount), count: Machine.byteCount),
            cartridge: cartridge,
            cartridgeRAM: UnsafeMutableRawBufferPointer(
                start: StartupMemory.allocate(bytes: cartridge.ramByteCount), count: cartridge.ramByteCount))
        // SAFETY: start-up memory is aligned to 8 bytes, lives as long as the program, and is nobody else's.
        let words = StartupMemory.allocate(bytes: Int(countedFrames) * 4).initializeMemory(
            as: UInt32.self, repeating: 0, count: Int(countedFrames))
        counts = UnsafeMutableBufferPointer(start: words, count: Int(countedFrames))
    }

    /// Prints the line of the program in the slot, or nothing if there is none.
    static func run() {
        guard machine != nil else { return }
        switchSoundOn(machine!)
        for frame in 0..<warmFrames { runFrame(frame) }
        for index in counts.indices {
            let start = Stopwatch.cycles
            runFrame(warmFrames &+ UInt32(truncatingIfNeeded: index))
            counts[index] = Stopwatch.cycles &- start
        }
        report()
    }

    private static func runFrame(_ frame: UInt32) {
        machine!.hold(.benchmark(frame: frame))
        // With the LCD off a frame lasts as long as with it on; twice that is never reached.
        _ = machine!.run(machineCycles: Machine.machineCyclesPerFrame &* 2)
        machine!.takeSound { left, right in loudness = max(loudness, left, right) }
    }

    private static func report() {
        var sum: UInt64 = 0
        for count in counts { sum += UInt64(count) }
        let mean = UInt32(truncatingIfNeeded: sum / UInt64(counts.count))
        sortCounts()
        var output = HostOutput()
        output.write("gameboy ")
        withCommandLine { line in
            if let name = value(of: " rom=", in: line) { for index in name { output.write(byte: line[index]) } }
        }
        output.write(" median=")
        output.write(decimal: Stopwatch.instructions(counts[counts.count / 2]))
        output.write(" max=")
        output.write(decimal: Stopwatch.instructions(counts[counts.count - 1]))
        output.write(" mean=")
        output.write(decimal: Stopwatch.instructions(mean))
        output.write(" instructions picture=")
        output.write(hex: pictureHash(machine!), digits: 8)
        output.writeLine()
    }

    /// The library's sort allocates, and there is no heap.
    private static func sortCounts() {
        for index in counts.indices.dropFirst() {
            let count = counts[index]
            var place = index
            while place > 0 && counts[place - 1] > count {
                counts[place] = counts[place - 1]
                place -= 1
            }
            counts[place] = count
        }
    }

    /// A getter of an optional's value would take it out of there; a function borrows it.
    private static func switchSoundOn(_ machine: borrowing Machine) { machine.clocksPerSample = 128 }
    private static func pictureHash(_ machine: borrowing Machine) -> UInt32 { machine.pictureHash }

    // MARK: - The command line: words like `frames=300:1200`, and `rom=NAME` last, for names hold spaces

    private static func withCommandLine(_ body: (borrowing Span<UInt8>) -> Void) {
        var line = InlineArray<512, UInt8>(repeating: 0)
        var span = line.mutableSpan
        guard let length = Semihosting.commandLine(into: &span) else { return }
        body(line.span.extracting(0..<length))
    }

    /// Where the rest of the line after `key` lies.
    private static func value(of key: StaticString, in line: borrowing Span<UInt8>) -> Range<Int>? {
        let length = key.utf8CodeUnitCount
        var start = 0
        while start + length <= line.count {
            var matched = 0
            // SAFETY: below the key's length.
            while matched < length && line[start + matched] == key.utf8Start[matched] { matched += 1 }
            if matched == length { return start + length..<line.count }
            start += 1
        }
        return nil
    }

    private static func readFrames() {
        withCommandLine { line in
            guard let range = value(of: " frames=", in: line) else { return }
            var numbers: InlineArray<2, UInt32> = [0, 0]
            var which = 0
            for index in range {
                switch line[index] {
                case 0x30...0x39: numbers[which] = numbers[which] &* 10 &+ UInt32(line[index] - 0x30)
                case 0x3A where which == 0: which = 1
                default:
                    (warmFrames, countedFrames) = (numbers[0], max(numbers[1], 1))
                    return
                }
            }
        }
    }
}
