// A machine of a test's own, which runs what an image runs.
import GameBoy

/// A machine without an image: what it draws and what it sounds like is what the image must show.
public final class MachineAlone {
    public var machine: Machine
    private let region = UnsafeMutableRawBufferPointer.allocate(
        byteCount: Machine.byteCount, alignment: Machine.alignment)
    private let rom: UnsafeMutableRawBufferPointer
    private let ram: UnsafeMutableRawBufferPointer

    public init(_ file: [UInt8]) throws {
        rom = .allocate(byteCount: file.count, alignment: 4)
        rom.copyBytes(from: file)
        let cartridge = try Cartridge(rom: UnsafeRawBufferPointer(rom))
        ram = .allocate(byteCount: cartridge.ramByteCount, alignment: 4)
        ram.initializeMemory(as: UInt8.self, repeating: 0xFF)
        // SAFETY: all are freed in `deinit`.
        machine = try Machine(in: region, cartridge: cartridge, cartridgeRAM: ram)
        machine.clocksPerSample = 128
    }

    deinit {
        region.deallocate()
        rom.deallocate()
        ram.deallocate()
    }

    /// A sample of both sides.
    public struct Sample {
        public let left: Int16
        public let right: Int16
        /// As 12-bit levels of a converter whose middle is silence.
        public var levels: [UInt16] { [left, right].map { UInt16(Int32($0) + 0x8000) >> 4 } }
    }

    /// Runs to the end of a frame, and answers the samples of it.
    @discardableResult
    public func runFrame() -> [Sample] {
        while machine.run(machineCycles: 1 << 20) != .frame {}
        var samples: [Sample] = []
        machine.takeSound { samples.append(Sample(left: $0, right: $1)) }
        return samples
    }

    public func run(frames: Int) -> [Sample] { (0..<frames).flatMap { _ in runFrame() } }
}
