// Flash on a bus, as what is built on it sees it.
import Buses
import Interfaces

/// A flash device whose work is awaited: otherwise as `NORFlash`. Tasks may share it; one that reads or programs while
/// another erases need not wait for the end of the erase.
public protocol AsyncNORFlash: AnyObject, SendableMetatype {
    /// The bytes that are programmed at once: 1, 2, 4 or 8.
    var programUnit: Int { get }
    /// How many sectors the device has.
    var sectorCount: Int { get }
    /// Precondition: `0 <= index < sectorCount`.
    func sector(_ index: Int) -> FlashSector
    /// Copies what is stored from `offset` on into all of `buffer`.
    /// - Throws: as `NORFlash.read`, and `cancelled` before the task's turn came.
    func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) async throws(FlashError)
    /// Programs all of `bytes`. `offset` and the length are multiples of `programUnit`.
    /// - Throws: as `NORFlash.program`, and `cancelled` before the task's turn came: what has been begun is brought to its end.
    func program(_ bytes: borrowing Span<UInt8>, at offset: UInt32) async throws(FlashError)
    /// Erases a sector: all of its bytes become `0xFF`. Other tasks may read and program other sectors meanwhile.
    /// - Throws: as `NORFlash.erase`, and `cancelled` before the task's turn came: what has been begun is brought to its end.
    func erase(sector index: Int) async throws(FlashError)
}

/// Some sectors of a W25Q, one after the other, as a flash device of their own.
///
/// Cost: 24 bytes. An object, made during start-up. Context: tasks of one level.
public final class W25QSectors<Device: SPIDevice, Select: OutputPin>: AsyncNORFlash {
    private let device: W25Q<Device, Select>
    private let firstSector: Int
    /// As many as `init` was given.
    public let sectorCount: Int

    /// The sectors are looked for when they are used: the device says how many it has when it has been started.
    public init(_ device: W25Q<Device, Select>, firstSector: Int, count: Int) {
        precondition(firstSector >= 0 && count > 0, "there is at least one sector, and none before the first")
        self.device = device
        self.firstSector = firstSector
        sectorCount = count
    }

    public var programUnit: Int { device.programUnit }

    public func sector(_ index: Int) -> FlashSector { device.sector(index) }

    private var start: UInt32 { device.sector(firstSector).offset }

    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) async throws(FlashError) {
        do throws(SerialFlashError) { try await device.read(at: start + offset, into: &buffer) } catch {
            throw flashError(error, at: offset)
        }
    }

    public func program(_ bytes: borrowing Span<UInt8>, at offset: UInt32) async throws(FlashError) {
        do throws(SerialFlashError) { try await device.program(bytes, at: start + offset) } catch {
            throw flashError(error, at: offset)
        }
    }

    public func erase(sector index: Int) async throws(FlashError) {
        do throws(SerialFlashError) { try await device.erase(sector: firstSector + index) } catch {
            throw flashError(error, at: device.sector(index).offset)
        }
    }

    /// The same with addresses from the first of these sectors on.
    private func flashError(_ error: SerialFlashError, at offset: UInt32) -> FlashError {
        switch error {
        case .outOfRange(_, let length): .outOfRange(address: offset, length: length)
        case .notProgrammed(let address): .notProgrammed(address: address - start)
        case .notErased(let sector): .notErased(sector: sector - firstSector)
        case .protected, .notWriteEnabled: .protected(address: offset)
        case .timeout: .timeout
        case .cancelled: .cancelled
        case .bus, .noDevice, .unknownDevice, .poweredDown: .input
        }
    }
}
