// A file of the host: by semihosting on the chip, by the C library in the simulator.

#if !hasFeature(Embedded)
    import Foundation
#endif

/// An open file of the host that debugs or emulates the chip.
public struct HostFile: ~Copyable {
    #if hasFeature(Embedded)
        private let handle: UInt
    #else
        private let handle: UnsafeMutablePointer<FILE>
    #endif

    /// How a file is opened; the raw values are the call's.
    public enum Mode: UInt, Sendable {
        /// Must exist; reads.
        case read = 1
        /// Must exist; reads and writes.
        case update = 3
        /// Made anew, or emptied; writes.
        case create = 5
        /// Made anew, or emptied; reads and writes.
        case createForUpdate = 7
    }

    /// Opens the file at `path`, relative to where the host was started; nil if the host cannot, or if there
    /// is none.
    public init?(path: borrowing Span<UInt8>, mode: Mode) {
        // The call wants a final 0, and paths longer than this are refused by most hosts anyway.
        guard path.count < 512 else { return nil }
        var name = InlineArray<512, UInt8>(repeating: 0)
        for index in path.indices { name[index] = path[index] }
        #if hasFeature(Embedded)
            let length = UInt(path.count)
            let handle = name.span.withUnsafeBufferPointer {
                Semihosting.call(.open, UInt(bitPattern: $0.baseAddress), mode.rawValue, length)
            }
            guard handle >= 0 else { return nil }
            self.handle = UInt(handle)
        #else
            // SAFETY: the name ends in 0, as its array is longer than the path.
            let handle = name.span.withUnsafeBufferPointer {
                $0.withMemoryRebound(to: CChar.self) { fopen($0.baseAddress!, mode.letters) }
            }
            guard let handle else { return nil }
            self.handle = handle
        #endif
    }

    #if hasFeature(Embedded)
        deinit { _ = Semihosting.call(.close, handle) }

        /// Bytes in the file, or nil if the host cannot tell.
        public var length: Int? {
            let length = Semihosting.call(.length, handle)
            return length >= 0 ? Int(length) : nil
        }

        /// Moves to `offset` bytes from the start. False if the host failed.
        public func seek(to offset: UInt32) -> Bool { Semihosting.call(.seek, handle, UInt(offset)) >= 0 }

        /// Reads all of `buffer`. False if the file had less or the host failed.
        public func read(into buffer: inout MutableSpan<UInt8>) -> Bool {
            buffer.withUnsafeMutableBufferPointer {
                Semihosting.call(.read, handle, UInt(bitPattern: $0.baseAddress), UInt($0.count)) == 0
            }
        }

        /// Writes all of `bytes`. False if the host failed.
        public func write(_ bytes: borrowing Span<UInt8>) -> Bool {
            bytes.withUnsafeBufferPointer {
                Semihosting.call(.write, handle, UInt(bitPattern: $0.baseAddress), UInt($0.count)) == 0
            }
        }
    #else
        deinit { fclose(handle) }

        /// Bytes in the file, or nil if the C library cannot tell.
        public var length: Int? {
            fseek(handle, 0, SEEK_END) == 0 ? ftell(handle) : nil
        }

        /// Moves to `offset` bytes from the start. False if the C library failed.
        public func seek(to offset: UInt32) -> Bool { fseek(handle, Int(offset), SEEK_SET) == 0 }

        /// Reads all of `buffer`. False if the file had less or the C library failed.
        public func read(into buffer: inout MutableSpan<UInt8>) -> Bool {
            buffer.withUnsafeMutableBufferPointer { fread($0.baseAddress, 1, $0.count, handle) == $0.count }
        }

        /// Writes all of `bytes`, and hands them to the system. False if the C library failed.
        public func write(_ bytes: borrowing Span<UInt8>) -> Bool {
            bytes.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, handle) == $0.count }
                && fflush(handle) == 0
        }
    #endif
}

#if !hasFeature(Embedded)
    extension HostFile.Mode {
        /// The same for `fopen`.
        fileprivate var letters: String {
            switch self {
            case .read: "rb"
            case .update: "r+b"
            case .create: "wb"
            case .createForUpdate: "w+b"
            }
        }
    }
#endif
