// Which flash the log lives in: the board's own, a file of the host, or RAM where there is neither.
import Interfaces
import Semihosting
import TargetBoard

/// The log's flash. One type for the three, so that the log is compiled once.
enum DataFlash: NORFlash {
    case board(ThisBoard.Flash)
    /// SAFETY: in start-up memory, so it lives as long as the program; thread mode alone has the pointer.
    case hostFile(UnsafeMutablePointer<HostFileFlash>)
    case memory(MemoryFlash)

    var programUnit: Int {
        switch self {
        case .board(let flash): flash.programUnit
        case .hostFile(let flash): flash.pointee.programUnit
        case .memory(let flash): flash.programUnit
        }
    }

    var sectorCount: Int {
        switch self {
        case .board(let flash): flash.sectorCount
        case .hostFile(let flash): flash.pointee.sectorCount
        case .memory(let flash): flash.sectorCount
        }
    }

    func sector(_ index: Int) -> FlashSector {
        switch self {
        case .board(let flash): flash.sector(index)
        case .hostFile(let flash): flash.pointee.sector(index)
        case .memory(let flash): flash.sector(index)
        }
    }

    var mappedMemory: UnsafeRawPointer? {
        switch self {
        case .board(let flash): flash.mappedMemory
        case .hostFile: nil
        case .memory(let flash): flash.mappedMemory
        }
    }

    func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        switch self {
        case .board(let flash): try flash.read(at: offset, into: &buffer)
        case .hostFile(let flash): try flash.pointee.read(at: offset, into: &buffer)
        case .memory(let flash): try flash.read(at: offset, into: &buffer)
        }
    }

    func program(_ bytes: borrowing Span<UInt8>, at offset: UInt32) throws(FlashError) {
        switch self {
        case .board(let flash): try flash.program(bytes, at: offset)
        case .hostFile(let flash): try flash.pointee.program(bytes, at: offset)
        case .memory(let flash): try flash.program(bytes, at: offset)
        }
    }

    func erase(sector index: Int) throws(FlashError) {
        switch self {
        case .board(let flash): try flash.erase(sector: index)
        case .hostFile(let flash): try flash.pointee.erase(sector: index)
        case .memory(let flash): try flash.erase(sector: index)
        }
    }
}
