// What can go wrong with a store on the host.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why the store did not do as asked. Its text names the file and what is wrong with it.
public enum HostStoreError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The system refused; `code` is its `errno`.
    case system(operation: String, path: String, code: Int32)
    /// Another process, or another part of this one, has the store open.
    case inUse(path: String)
    /// A file in the store's directory is none of its own, or its header is damaged.
    case foreign(path: String, offset: Int)
    /// The store was written by a newer version of this code.
    case newerVersion(path: String, version: UInt32)
    /// The file is shorter or longer than its header says.
    case wrongLength(path: String, found: Int, expected: Int)
    /// The store has as many files as it can tell apart.
    case tooManyFiles(path: String, maximum: Int)
    /// Keys have 1 to 65,535 bytes.
    case keyLength(Int)
    /// The value is longer than `HostStore.maximumValueLength`.
    case valueTooLong(Int, maximum: Int)
    /// What is stored is not what was written.
    case damagedRecord(path: String, offset: Int)

    /// The disk, or the user's share of it, has no room.
    var isFullDisk: Bool {
        if case .system(_, _, let code) = self { return code == ENOSPC || code == EDQUOT }
        return false
    }

    var isNewerVersion: Bool { if case .newerVersion = self { true } else { false } }

    public var description: String {
        switch self {
        case .system(let operation, let path, let code): "\(path): \(operation): \(text(ofError: code))"
        case .inUse(let path): "\(path): the store is open elsewhere"
        case .foreign(let path, let offset): "\(path): not a store's file, or damaged, at byte \(offset)"
        case .newerVersion(let path, let version): "\(path): version \(version), which is newer than this program"
        case .wrongLength(let path, let found, let expected): "\(path): has \(found) bytes and should have \(expected)"
        case .tooManyFiles(let path, let maximum): "\(path): more than \(maximum) files would be needed"
        case .keyLength(let length): "a key has \(length) bytes; 1 to 65535 are possible"
        case .valueTooLong(let length, let maximum): "a value has \(length) bytes; \(maximum) are possible"
        case .damagedRecord(let path, let offset): "\(path): the record at byte \(offset) is damaged"
        }
    }
}
