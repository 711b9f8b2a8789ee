// Bytes on their way into a file of the host.
import Semihosting
import Text

/// Bytes into a file of the host, a block at a time: each call stops the chip. 280 bytes.
struct HostFileOutput: ByteOutput, ~Copyable {
    private let file: HostFile
    private var block = InlineArray<256, UInt8>(repeating: 0)
    private var count = 0
    /// Bytes that the host has taken.
    private(set) var written: UInt32 = 0
    /// The host did not take them all; what comes after those is dropped.
    private(set) var failed = false

    init(file: consuming HostFile) { self.file = file }

    mutating func write(byte: UInt8) {
        block[count] = byte
        count += 1
        if count == 256 { flush() }
    }

    mutating func flush() {
        if count > 0, !failed {
            if file.write(block.span.extracting(first: count)) {
                written &+= UInt32(truncatingIfNeeded: count)
            } else {
                failed = true
            }
        }
        count = 0
    }

    /// Writes what there is, and goes on at the file's beginning.
    mutating func rewind() {
        flush()
        if !failed, !file.seek(to: 0) { failed = true }
    }
}
