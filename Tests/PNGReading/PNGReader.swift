// Reads the grey and the palette PNGs of up to 8 bits a pixel that come with public test programs, and our own, which may
// also be of 24 bits a pixel.
import Foundation

/// A picture's pixels, line by line.
public struct PNGReader {
    struct Malformed: Error {}
    public let width: Int
    public let height: Int
    /// Each as a grey of 0 (black) to 255; of a colour, its red.
    public let greys: [UInt8]
    /// Red, green and blue, one after another, of a picture in colour or with a palette.
    public let colours: [UInt8]

    /// Source: W3C, "Portable Network Graphics".
    public init(_ file: [UInt8]) throws {
        func number(_ offset: Int) -> Int { file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard file.count > 33, [0, 2, 3].contains(file[25]), file[28] == 0 else { throw Malformed() }
        width = number(16)
        height = number(20)
        let isColour = file[25] == 2
        let depth = Int(file[24]) * (isColour ? 3 : 1)
        guard !isColour || depth == 24 else { throw Malformed() }
        // What filters look back by.
        let step = isColour ? 3 : 1
        var palette: [UInt8] = []
        var compressed: [UInt8] = []
        var offset = 8
        while offset + 12 <= file.count {
            let length = number(offset)
            guard offset + 12 + length <= file.count else { throw Malformed() }
            let data = file[offset + 8..<offset + 8 + length]
            switch String(decoding: file[offset + 4..<offset + 8], as: UTF8.self) {
            case "IDAT": compressed += data
            case "PLTE": palette = Array(data)
            default: break
            }
            offset += 12 + length
        }
        var inflater = Inflater(bytes: Array(compressed.dropFirst(2).dropLast(4)))
        var raw = try inflater.inflate()
        let lineBytes = (width * depth + 7) / 8
        guard raw.count == height * (lineBytes + 1) else { throw Malformed() }
        var greys: [UInt8] = []
        var colours: [UInt8] = []
        for y in 0..<height {
            let start = y * (lineBytes + 1) + 1
            for x in 0..<lineBytes {
                let left = x >= step ? Int(raw[start + x - step]) : 0
                let above = y > 0 ? Int(raw[start + x - lineBytes - 1]) : 0
                let corner = x >= step && y > 0 ? Int(raw[start + x - lineBytes - 1 - step]) : 0
                let base: Int
                switch raw[start - 1] {
                case 0: base = 0
                case 1: base = left
                case 2: base = above
                case 3: base = (left + above) / 2
                default:
                    let guess = left + above - corner
                    let nearest = [left, above, corner].enumerated().min {
                        (abs(guess - $0.element), $0.offset) < (abs(guess - $1.element), $1.offset)
                    }
                    base = nearest?.element ?? 0
                }
                raw[start + x] = UInt8(truncatingIfNeeded: Int(raw[start + x]) + base)
            }
            if isColour {
                colours += raw[start..<start + lineBytes]
                continue
            }
            for x in 0..<width {
                let bit = x * depth
                let value = Int(raw[start + bit / 8]) >> (8 - depth - bit % 8) & (1 << depth - 1)
                guard file[25] == 3 else {
                    greys.append(UInt8(value * 255 / (1 << depth - 1)))
                    continue
                }
                guard palette.count >= value * 3 + 3 else { throw Malformed() }
                colours += palette[value * 3..<value * 3 + 3]
            }
        }
        self.greys = greys.isEmpty ? stride(from: 0, to: colours.count, by: 3).map { colours[$0] } : greys
        self.colours = colours
    }
}

/// Source: RFC 1951.
public struct Inflater {
    struct Malformed: Error {}
    let bytes: [UInt8]
    private var position = 0

    public init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func bit() throws -> Int {
        guard position / 8 < bytes.count else { throw Malformed() }
        defer { position += 1 }
        return Int(bytes[position / 8]) >> (position % 8) & 1
    }
    private mutating func bits(_ count: Int) throws -> Int {
        var value = 0
        for index in 0..<count { value |= try bit() << index }
        return value
    }

    /// A canonical code: the symbols in order of their codes, and how many there are of each length.
    private struct Code {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int] = []
        init(lengths: [Int]) {
            for length in 1...15 {
                for symbol in lengths.indices where lengths[symbol] == length {
                    counts[length] += 1
                    symbols.append(symbol)
                }
            }
        }
    }

    private mutating func symbol(_ code: Code) throws -> Int {
        var (value, first, index) = (0, 0, 0)
        for length in 1...15 {
            value |= try bit()
            let count = code.counts[length]
            if value - first < count { return code.symbols[index + value - first] }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        throw Malformed()
    }

    private mutating func dynamicCodes() throws -> (Code, Code) {
        let (literals, distances, count) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
        var lengths = [Int](repeating: 0, count: 19)
        for place in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(count) {
            lengths[place] = try bits(3)
        }
        let code = Code(lengths: lengths)
        var all: [Int] = []
        while all.count < literals + distances {
            switch try symbol(code) {
            case 16:
                guard let last = all.last else { throw Malformed() }
                all += [Int](repeating: last, count: try bits(2) + 3)
            case 17: all += [Int](repeating: 0, count: try bits(3) + 3)
            case 18: all += [Int](repeating: 0, count: try bits(7) + 11)
            case let length: all.append(length)
            }
        }
        return (Code(lengths: Array(all[..<literals])), Code(lengths: Array(all[literals...])))
    }

    public mutating func inflate() throws -> [UInt8] {
        var output: [UInt8] = []
        var isLast = false
        while !isLast {
            isLast = try bit() == 1
            switch try bits(2) {
            case 0:
                position = (position + 7) / 8 * 8
                let length = try bits(16)
                guard try bits(16) == length ^ 0xFFFF else { throw Malformed() }
                for _ in 0..<length { output.append(UInt8(try bits(8))) }
            case 1:
                let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
                try block(Code(lengths: lengths), Code(lengths: [Int](repeating: 5, count: 30)), &output)
            case 2:
                let (literals, distances) = try dynamicCodes()
                try block(literals, distances, &output)
            default: throw Malformed()
            }
        }
        guard bytes.count * 8 - position < 8 else { throw Malformed() }
        return output
    }

    private mutating func block(_ literals: Code, _ distances: Code, _ output: inout [UInt8]) throws {
        while true {
            let symbol = try symbol(literals)
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            let place = symbol - 257
            let extra = place < 8 || place == 28 ? 0 : place / 4 - 1
            let base = place < 8 ? place + 3 : place == 28 ? 258 : (4 + place % 4) << extra + 3
            let length = try base + bits(extra)
            let code = try self.symbol(distances)
            let distanceExtra = code < 4 ? 0 : code / 2 - 1
            let distance = try (code < 4 ? code + 1 : (2 + code % 2) << distanceExtra + 1) + bits(distanceExtra)
            guard distance <= output.count else { throw Malformed() }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }
}
