// A Game Boy on the host: the core's memory on the heap, its cartridge and its saves in files.
import ArgumentParser
import Foundation
import GameBoy
import GameBoyTools
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
    private let savePath: String?
    private var machine: GenericMachine<M>

    /// Throws the status of a bad file, after saying what is wrong with it.
    init(rom path: String, bootROM: String?, save: String?) throws {
        // SAFETY: the regions are freed in `deinit`, after the last use of the machine in them.
        romBytes = try Self.read(path)
        bootROMBytes = try bootROM.map { try Self.read($0) }
        do {
            cartridge = try Cartridge(rom: UnsafeRawBufferPointer(romBytes))
        } catch {
            var text = StringOutput()
            error.write(to: &text)
            throw badFile(path, text.text)
        }
        ram = .allocate(byteCount: cartridge.ramByteCount, alignment: 4)
        ram.initializeMemory(as: UInt8.self, repeating: 0xFF)
        savePath = cartridge.hasBattery ? save : nil
        region = .allocate(byteCount: GenericMachine<M>.byteCount, alignment: GenericMachine<M>.alignment)
        do throws(MachineError) {
            machine = try GenericMachine<M>(
                in: region, cartridge: cartridge, cartridgeRAM: ram,
                bootROM: bootROMBytes.map { UnsafeRawBufferPointer($0) })
        } catch {
            var text = StringOutput()
            error.write(to: &text)
            throw badFile(bootROM ?? path, text.text)
        }
        if save != nil && !cartridge.hasBattery { complain("\(path): \(SaveError.noBattery.text)") }
        if let savePath, let saved = FileManager.default.contents(atPath: savePath) {
            do throws(SaveError) {
                try machine.load(save: Array(saved).span, now: Self.now)
            } catch {
                throw badFile(savePath, error.text)
            }
        }
    }

    deinit {
        region.deallocate()
        ram.deallocate()
        romBytes.deallocate()
        bootROMBytes?.deallocate()
    }

    private static func read(_ path: String) throws -> UnsafeMutableRawBufferPointer {
        guard let data = FileManager.default.contents(atPath: path) else { throw badFile(path, "cannot be read") }
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

    func writeScreenshot(to path: String) throws {
        var bytes = DataOutput()
        machine.writePNG(to: &bytes)
        guard FileManager.default.createFile(atPath: path, contents: bytes.data) else {
            throw badFile(path, "cannot be written")
        }
    }

    func loadState(from path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { throw badFile(path, "cannot be read") }
        do throws(StateError) {
            try machine.load(state: Array(data).span)
        } catch {
            var text = StringOutput()
            error.write(to: &text)
            throw badFile(path, text.text)
        }
    }

    func writeState(to path: String) throws {
        var bytes = DataOutput()
        machine.writeState(to: &bytes)
        guard (try? bytes.data.write(to: URL(fileURLWithPath: path), options: .atomic)) != nil else {
            throw badFile(path, "cannot be written")
        }
    }

    func writeSave() throws {
        guard let savePath else { return }
        var bytes = DataOutput()
        machine.writeSave(to: &bytes, now: Self.now)
        // Into another file first, which then takes the old one's place in one step.
        guard (try? bytes.data.write(to: URL(fileURLWithPath: savePath), options: .atomic)) != nil else {
            throw badFile(savePath, "cannot be written")
        }
    }

    /// Seconds since 1970, for the cartridge's clock.
    private static var now: UInt64 { UInt64(max(0, Date().timeIntervalSince1970)) }
}

extension SaveError {
    fileprivate var text: String {
        var output = StringOutput()
        write(to: &output)
        return output.text
    }
}

/// Collects bytes for a file.
private struct DataOutput: ByteOutput {
    var data = Data()
    mutating func write(byte: UInt8) { data.append(byte) }
}
