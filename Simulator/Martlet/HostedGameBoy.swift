// A Game Boy on the host: the core's memory on the heap, its cartridge and its saves in files.
import ArgumentParser
import Foundation
import GameBoy
import GameBoyTools
import ProjectCommands
import Text

/// How a run ended.
enum HostedEnding {
    case asAsked
    case testFailed
    case lockedUp
}

/// Owns the memory that the core borrows: the state, the ROMs and the cartridge's RAM.
final class HostedGameBoy<M: GameBoy.Model> {
    private let region: UnsafeMutableRawBufferPointer
    private let romBytes: UnsafeMutableRawBufferPointer
    private let bootROMBytes: UnsafeMutableRawBufferPointer?
    private let ram: UnsafeMutableRawBufferPointer
    private let cartridge: Cartridge
    private let save: OutputFile?
    private var machine: GenericMachine<M>

    /// Throws the status of a bad file, after saying what is wrong with it.
    ///
    /// - Parameter isStrict: refuses what is odd about the ROM or the save, in place of a warning.
    init(rom path: String, bootROM: String?, save: OutputFile?, isStrict: Bool) throws {
        // SAFETY: the regions are freed in `deinit`, after the last use of the machine in them.
        romBytes = try Self.read(path)
        bootROMBytes = try bootROM.map { try Self.read($0) }
        var oddities: [CartridgeError] = []
        do throws(CartridgeError) {
            cartridge = try Cartridge(rom: UnsafeRawBufferPointer(romBytes)) { odd throws(CartridgeError) in
                guard !isStrict else { throw odd }
                oddities.append(odd)
            }
        } catch {
            throw badFile(path, words { error.write(to: &$0) })
        }
        for odd in oddities { warn(path) { odd.writeWarning(to: &$0) } }
        ram = .allocate(byteCount: cartridge.ramByteCount, alignment: 4)
        ram.initializeMemory(as: UInt8.self, repeating: 0xFF)
        self.save = cartridge.hasBattery ? save : nil
        region = .allocate(byteCount: GenericMachine<M>.byteCount, alignment: GenericMachine<M>.alignment)
        do throws(MachineError) {
            machine = try GenericMachine<M>(
                in: region, cartridge: cartridge, cartridgeRAM: ram,
                bootROM: bootROMBytes.map { UnsafeRawBufferPointer($0) })
        } catch {
            throw badFile(bootROM ?? path, words { error.write(to: &$0) })
        }
        guard let save else { return }
        guard cartridge.hasBattery else {
            warn(path) { BatterySaveError.noBattery.write(to: &$0) }
            return
        }
        guard let saved = try save.read() else { return }
        do throws(BatterySaveError) {
            try machine.load(batterySave: Array(saved).span, now: Self.now) { odd throws(BatterySaveError) in
                guard !isStrict else { throw odd }
                warn(save.path) { odd.writeWarning(to: &$0) }
            }
        } catch {
            throw badFile(save.path, words { error.write(to: &$0) })
        }
    }

    deinit {
        region.deallocate()
        ram.deallocate()
        romBytes.deallocate()
        bootROMBytes?.deallocate()
    }

    private static func read(_ path: String) throws -> UnsafeMutableRawBufferPointer {
        let data = try readFile(path)
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 4)
        data.copyBytes(to: bytes)
        return bytes
    }

    var stopsAtBreakpoints: Bool {
        get { machine.stopsAtBreakpoints }
        set { machine.stopsAtBreakpoints = newValue }
    }

    var clocksPerSample: UInt32 {
        get { machine.clocksPerSample }
        set { machine.clocksPerSample = newValue }
    }

    /// The samples of the last frame: left and right in turn.
    func takeSound() -> [Int16] {
        var samples: [Int16] = []
        samples.reserveCapacity(2048)
        machine.takeSound { left, right in
            samples.append(left)
            samples.append(right)
        }
        return samples
    }

    func hold(_ buttons: Buttons) { machine.hold(buttons) }

    /// Runs to the end of the frame; two frames' time is enough for any.
    func runFrame() -> StopReason { machine.run(machineCycles: 2 * Machine.machineCyclesPerFrame) }

    /// Gives `body` the machine.
    func withMachine<Result>(_ body: (inout GenericMachine<M>) -> Result) -> Result { body(&machine) }

    /// The picture for a terminal, line by line.
    var pixels: [TerminalPixel] {
        (0..<144).flatMap { y in
            (0..<160).map { x in
                let colour = machine.colour(x: x, y: y)
                return M.isColour ? TerminalPixel(colour: colour) : TerminalPixel(shade: 3 - Int(colour & 0x1F) / 10)
            }
        }
    }

    func takeSerial() -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = machine.readSerial() { bytes.append(byte) }
        return bytes
    }

    /// Eight hexadecimal digits.
    var pictureHash: String { Self.hex(machine.pictureHash, digits: 8) }

    /// Four hexadecimal digits.
    var programCounter: String { Self.hex(UInt32(machine.registers.pc), digits: 4) }

    var breakpointLine: String {
        let r = machine.registers
        return "breakpoint: B=\(r.b) C=\(r.c) D=\(r.d) E=\(r.e) H=\(r.h) L=\(r.l)"
    }

    /// Sixteen bytes a line.
    func hex(_ range: MemoryRange) -> String {
        let bytes = (0..<range.length).map {
            Self.hex(UInt32(machine.peek(range.address &+ UInt16(truncatingIfNeeded: $0))), digits: 2)
        }
        return stride(from: 0, to: bytes.count, by: 16).map { start in
            bytes[start..<min(start + 16, bytes.count)].joined(separator: " ")
        }.joined(separator: "\n")
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        var text = StringOutput()
        text.write(hex: value, digits: digits)
        return text.text
    }

    func writeScreenshot(to file: OutputFile) throws {
        var bytes = DataOutput()
        machine.writePNG(to: &bytes)
        try file.write(bytes.data)
    }

    func loadState(from path: String) throws {
        let data = try readFile(path)
        do throws(SaveStateError) {
            try machine.load(saveState: Array(data).span)
        } catch {
            throw badFile(path, words { error.write(to: &$0) })
        }
    }

    func writeSaveState(to file: OutputFile) throws {
        var bytes = DataOutput()
        machine.writeSaveState(to: &bytes)
        try file.write(bytes.data)
    }

    func writeBatterySave() throws {
        guard let save else { return }
        var bytes = DataOutput()
        machine.writeBatterySave(to: &bytes, now: Self.now)
        try save.write(bytes.data)
    }

    /// Seconds since 1970, for the cartridge's clock.
    private static var now: UInt64 { UInt64(max(0, Date().timeIntervalSince1970)) }
}

/// What `write` writes.
private func words(_ write: (inout StringOutput) -> Void) -> String {
    var output = StringOutput()
    write(&output)
    return output.text
}

/// Says on standard error what is odd about a file that is used all the same.
private func warn(_ path: String, _ write: (inout StringOutput) -> Void) {
    complain("warning: \(path): \(words(write))")
}

/// Collects bytes for a file.
private struct DataOutput: ByteOutput {
    var data = Data()
    mutating func write(byte: UInt8) { data.append(byte) }
}
