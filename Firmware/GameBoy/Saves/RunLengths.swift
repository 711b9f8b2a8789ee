// A chunk of a save as it is stored: most of a cartridge's RAM is never written, so runs of one byte are kept short.

/// Packs bytes as PackBits does: a control byte below 128 is followed by that many bytes and one more, and one above 128
/// by a byte that stands 257 less the control byte times.
///
/// Source: Apple, "Understanding PackBits", Technical Note TN1023.
enum RunLengths {
    /// The bytes that `count` bytes may take.
    static func bound(_ count: Int) -> Int { count + (count + 127) / 128 }

    /// Packs `bytes` into `output`, which has `bound` bytes for them. Returns the bytes used.
    static func pack(_ bytes: UnsafeRawBufferPointer, into output: inout MutableSpan<UInt8>) -> Int {
        var used = 0
        var position = 0
        while position < bytes.count {
            let run = runLength(bytes, at: position, limit: 128)
            if run >= 3 {
                output[used] = UInt8(truncatingIfNeeded: 257 - run)
                output[used + 1] = bytes[position]
                used += 2
                position += run
            } else {
                var end = position + run
                while end < bytes.count && end - position < 128 && runLength(bytes, at: end, limit: 3) < 3 { end += 1 }
                output[used] = UInt8(truncatingIfNeeded: end - position - 1)
                used += 1
                while position < end {
                    output[used] = bytes[position]
                    used += 1
                    position += 1
                }
            }
        }
        return used
    }

    private static func runLength(_ bytes: UnsafeRawBufferPointer, at start: Int, limit: Int) -> Int {
        var end = start + 1
        while end < bytes.count && end - start < limit && bytes[end] == bytes[start] { end += 1 }
        return end - start
    }

    /// Unpacks into all of `output`; false if what is packed has another length or ends in its middle.
    static func unpack(_ packed: borrowing Span<UInt8>, into output: UnsafeMutableRawBufferPointer) -> Bool {
        var position = 0
        var filled = 0
        while position < packed.count {
            let control = Int(packed[position])
            position += 1
            guard control != 128 else { return false }
            let count = control < 128 ? control + 1 : 257 - control
            guard filled + count <= output.count, position + (control < 128 ? count : 1) <= packed.count else {
                return false
            }
            for index in 0..<count { output[filled + index] = packed[control < 128 ? position + index : position] }
            position += control < 128 ? count : 1
            filled += count
        }
        return filled == output.count
    }
}
