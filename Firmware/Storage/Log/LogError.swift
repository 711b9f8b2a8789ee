// What can go wrong with the log, and how it is said.
import Interfaces
import Text

/// Why the log did not do as asked. Whatever is thrown, everything that was acknowledged before is kept.
public enum LogError: Error, Equatable, Sendable {
    /// Keys have 1 to 255 bytes.
    case keyLength(Int)
    /// The record would not fit: a sector is the most for one, and with fewer than five sectors half of one.
    case valueTooLong(Int, maximum: Int)
    /// A transaction needs more room than it asked for, or asked for more than a record may have.
    case transactionTooLong(maximum: Int)
    /// The caller's buffer is shorter than the value.
    case bufferTooSmall(needed: Int)
    /// The log holds as much as it may. Deleting still works.
    case full
    /// A sector has to be erased to go on, and a snapshot still needs it.
    case snapshotIsOpen
    /// What is stored under a setting's name is no value of its type.
    case otherType
    /// The index memory has no room for another key.
    case tooManyKeys(capacity: Int)
    /// The record of this key no longer has the checksum that it was written with.
    case damagedRecord(offset: UInt32)
    /// The index memory needs at least this many slots.
    case indexTooSmall(needed: Int)
    /// The flash has fewer than two sectors, or sectors under 256 bytes, or more than 65,536 words, or a
    /// program unit other than 1, 2, 4 and 8.
    case unusableFlash
    /// The flash is not blank and holds no log: it is left as it is. The first word found is there.
    case foreign(offset: UInt32, found: UInt32)
    /// The log was written by a newer version of this code: it is left as it is.
    case newerVersion(UInt8, offset: UInt32)
    /// The log was made for flash with another program unit or another number of sectors.
    case otherGeometry(offset: UInt32)
    /// The flash failed, with this.
    case flash(FlashError)

    /// One line in words, without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .keyLength(let length):
            output.write("a key has 1 to 255 bytes, and this one ")
            output.write(decimal: UInt32(clamping: length))
        case .valueTooLong(let length, let maximum):
            output.write("the value has ")
            output.write(decimal: UInt32(clamping: length))
            output.write(" bytes, and with this key at most ")
            output.write(decimal: UInt32(clamping: maximum))
            output.write(" fit")
        case .transactionTooLong(let maximum):
            output.write("the transaction has room for ")
            output.write(decimal: UInt32(clamping: maximum))
            output.write(" bytes and needs more")
        case .bufferTooSmall(let needed):
            output.write("the value needs a buffer of ")
            output.write(decimal: UInt32(clamping: needed))
            output.write(" bytes")
        case .full:
            output.write("the storage is full")
        case .snapshotIsOpen:
            output.write("the storage has no room left while a snapshot is open")
        case .otherType:
            output.write("the setting was stored with another type")
        case .tooManyKeys(let capacity):
            output.write("there are ")
            output.write(decimal: UInt32(clamping: capacity))
            output.write(" keys already, which is all that the index has room for")
        case .damagedRecord(let offset):
            output.write("the record at offset ")
            output.write(offset: offset)
            output.write(" is damaged")
        case .indexTooSmall(let needed):
            output.write("the index needs at least ")
            output.write(decimal: UInt32(clamping: needed))
            output.write(" slots")
        case .unusableFlash:
            output.write("the flash has a shape that a log cannot use")
        case .foreign(let offset, let found):
            output.write("the flash is neither blank nor a log: at offset ")
            output.write(offset: offset)
            output.write(" it has ")
            output.write(offset: found)
        case .newerVersion(let version, let offset):
            output.write("the log has format version ")
            output.write(decimal: UInt32(version))
            output.write(" at offset ")
            output.write(offset: offset)
            output.write(", newer than this program's ")
            output.write(decimal: UInt32(SectorHeader.version))
        case .otherGeometry(let offset):
            output.write("the log at offset ")
            output.write(offset: offset)
            output.write(" was made for flash with other sectors or another program unit")
        case .flash(let error):
            error.write(to: &output)
        }
    }
}

extension FlashError {
    /// One line in words, without its end.
    func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .outOfRange(let address, let length):
            output.write("the flash has no ")
            output.write(decimal: length)
            output.write(" bytes at ")
            output.write(offset: address)
        case .notProgrammed(let address):
            output.write("the flash does not read as programmed at ")
            output.write(offset: address)
        case .notErased(let sector):
            output.write("flash sector ")
            output.write(decimal: UInt32(clamping: sector))
            output.write(" does not read as erased")
        case .protected(let address):
            output.write("the flash is protected at ")
            output.write(offset: address)
        case .timeout:
            output.write("the flash controller stays busy")
        case .input:
            output.write("the file or the bus of the flash does not answer")
        case .cancelled:
            output.write("it was cancelled before its turn came")
        }
    }
}

extension TextOutput where Self: ~Copyable {
    /// Writes an offset as 0x and eight digits.
    mutating func write(offset: UInt32) {
        write("0x")
        write(hex: offset, digits: 8)
    }
}
