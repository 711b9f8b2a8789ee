// A PNG written as it is made, into any sink of bytes, without a heap.
import Checksums
import Text

/// Encodes a picture line by line.
///
/// The lines go out as they are (filter 0), compressed by runs alone: deflate's fixed codes, with repeats
/// at distance 1. Since a chunk starts with its length, compressed bytes are gathered in a buffer of 256
/// and each full buffer becomes an IDAT chunk.
///
/// Owns about 300 bytes. Cost: 10 to 20 instructions a pixel.
///
/// Source: W3C, "Portable Network Graphics"; RFC 1950 (zlib), RFC 1951 (deflate).
public struct PNGEncoder: ~Copyable {
    /// What a pixel is.
    public enum Format: Sendable {
        /// 2 bits, from black to white; four pixels to a byte, the leftmost in the top bits.
        case grey
        /// 8 bits each of red, green and blue, in bytes of that order.
        case colour
    }

    private let format: Format
    private let width: UInt32
    private let height: UInt32
    private var buffer: InlineArray<256, UInt8>
    private var buffered: Int
    /// Bits not yet in the buffer, lowest first.
    private var bits: UInt32
    private var bitCount: UInt32
    /// The byte that the current run repeats, and how often it is still to be repeated.
    private var last: UInt32
    private var run: UInt32
    private var adlerLow: UInt32
    private var adlerHigh: UInt32
    /// Bytes of the line that have been written; a filter byte stands before the first.
    private var column: UInt32

    /// An encoder for a picture of that many pixels. The file begins with the first line.
    public init(width: UInt32, height: UInt32, format: Format) {
        self.format = format
        self.width = width
        self.height = height
        buffer = InlineArray(repeating: 0)
        buffered = 0
        bits = 0
        bitCount = 0
        last = 0x100
        run = 0
        adlerLow = 1
        adlerHigh = 0
        column = 0
    }

    private var bytesInLine: UInt32 { format == .grey ? (width &+ 3) / 4 : width &* 3 }

    /// The signature, the header, and the start of the compressed stream.
    public mutating func begin(_ output: inout some ByteOutput & ~Copyable) {
        write(word: 0x8950_4E47, &output)  // The signature.
        write(word: 0x0D0A_1A0A, &output)
        keep(word: width)
        keep(word: height)
        // Bits, the kind of pixel, and the only methods of compression, filter and interlace that count.
        keep(format == .grey ? 2 : 8)
        keep(word: format == .grey ? 0 : 0x0200_0000)
        writeChunk(0x4948_4452, &output)  // IHDR
        // A window of 256 bytes is enough for runs; the second byte makes the two a multiple of 31.
        keep(0x08)
        keep(0x1D)
        put(0b011, count: 3, &output)  // The last block, with the fixed codes.
    }

    /// The next byte of pixels. The lines follow each other without a gap.
    public mutating func write(_ byte: UInt8, _ output: inout some ByteOutput & ~Copyable) {
        if column == 0 { compress(0, &output) }
        compress(UInt32(byte), &output)
        column = column &+ 1 >= bytesInLine ? 0 : column &+ 1
    }

    /// The end of the compressed stream and of the file.
    public mutating func end(_ output: inout some ByteOutput & ~Copyable) {
        endRun(&output)
        put(0, count: 7, &output)  // The code for the end of the block.
        if bitCount > 0 { put(0, count: 8 &- bitCount, &output) }
        put(adlerHigh &>> 8, count: 8, &output)
        put(adlerHigh & 0xFF, count: 8, &output)
        put(adlerLow &>> 8, count: 8, &output)
        put(adlerLow & 0xFF, count: 8, &output)
        if buffered > 0 { writeChunk(0x4944_4154, &output) }  // IDAT
        writeChunk(0x4945_4E44, &output)  // IEND
    }

    // MARK: - Deflate

    @inline(never)
    private mutating func compress(_ byte: UInt32, _ output: inout some ByteOutput & ~Copyable) {
        adlerLow = (adlerLow &+ byte) % 65521
        adlerHigh = (adlerHigh &+ adlerLow) % 65521
        if byte == last {
            run &+= 1
            if run == 258 { endRun(&output) }
        } else {
            endRun(&output)
            putLiteral(byte, &output)
            last = byte
        }
    }

    private mutating func endRun(_ output: inout some ByteOutput & ~Copyable) {
        if run < 3 {
            while run > 0 {
                putLiteral(last, &output)
                run &-= 1
            }
        } else {
            putLength(run, &output)
            put(0, count: 5, &output)  // Distance 1.
        }
        run = 0
    }

    private mutating func putLiteral(_ byte: UInt32, _ output: inout some ByteOutput & ~Copyable) {
        if byte < 144 {
            putCode(0x30 &+ byte, count: 8, &output)
        } else {
            putCode(0x190 &+ byte &- 144, count: 9, &output)
        }
    }

    /// A length of 3...258. From 11 on, each four symbols share their number of extra bits, and the number
    /// grows by one from group to group.
    private mutating func putLength(_ length: UInt32, _ output: inout some ByteOutput & ~Copyable) {
        var symbol: UInt32
        var extra: UInt32 = 0
        var rest: UInt32 = 0
        if length == 258 {
            symbol = 285
        } else if length < 11 {
            symbol = 254 &+ length
        } else {
            let offset = length &- 3
            extra = 29 &- UInt32(truncatingIfNeeded: offset.leadingZeroBitCount)
            symbol = 257 &+ extra &* 4 &+ offset &>> extra
            rest = offset & (1 &<< extra &- 1)
        }
        if symbol < 280 {
            putCode(symbol &- 256, count: 7, &output)
        } else {
            putCode(0xC0 &+ symbol &- 280, count: 8, &output)
        }
        put(rest, count: extra, &output)
    }

    /// A Huffman code, whose first bit is its highest.
    private mutating func putCode(_ code: UInt32, count: UInt32, _ output: inout some ByteOutput & ~Copyable) {
        var reversed: UInt32 = 0
        var rest = code
        for _ in 0..<count {
            reversed = reversed &<< 1 | rest & 1
            rest &>>= 1
        }
        put(reversed, count: count, &output)
    }

    private mutating func put(_ value: UInt32, count: UInt32, _ output: inout some ByteOutput & ~Copyable) {
        bits |= value &<< bitCount
        bitCount &+= count
        while bitCount >= 8 {
            keep(UInt8(truncatingIfNeeded: bits))
            bits &>>= 8
            bitCount &-= 8
            if buffered == 256 { writeChunk(0x4944_4154, &output) }  // IDAT
        }
    }

    // MARK: - Chunks

    private mutating func keep(_ byte: UInt8) {
        guard buffered < 256 else { return }
        buffer[buffered] = byte
        buffered &+= 1
    }

    private mutating func keep(word: UInt32) {
        keep(UInt8(truncatingIfNeeded: word &>> 24))
        keep(UInt8(truncatingIfNeeded: word &>> 16))
        keep(UInt8(truncatingIfNeeded: word &>> 8))
        keep(UInt8(truncatingIfNeeded: word))
    }

    /// Writes the buffer as a chunk of this type, and empties it.
    private mutating func writeChunk(_ type: UInt32, _ output: inout some ByteOutput & ~Copyable) {
        var checksum = CRC32()
        write(word: UInt32(truncatingIfNeeded: buffered), &output)
        checksum.add(bigEndian: type)
        write(word: type, &output)
        for index in 0..<min(buffered, 256) {
            checksum.add(buffer[index])
            output.write(byte: buffer[index])
        }
        write(word: checksum.value, &output)
        buffered = 0
    }

    private func write(word: UInt32, _ output: inout some ByteOutput & ~Copyable) {
        output.write(byte: UInt8(truncatingIfNeeded: word &>> 24))
        output.write(byte: UInt8(truncatingIfNeeded: word &>> 16))
        output.write(byte: UInt8(truncatingIfNeeded: word &>> 8))
        output.write(byte: UInt8(truncatingIfNeeded: word))
    }
}
