// Lines of Swift with indentation: all that the emission needs of a formatter.

/// Collects the lines of one file.
struct SwiftWriter {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String = "") {
        if !line.isEmpty { text += String(repeating: "    ", count: depth) + line }
        text += "\n"
    }

    /// `opening {`, the lines of `body`, `}`.
    mutating func block(_ opening: String, _ body: (inout SwiftWriter) -> Void) {
        line(opening + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    /// A documentation comment of one line: facts, with a capital and a full stop.
    mutating func documentation(_ sentences: String?...) {
        let whole = sentences.compactMap(\.self).map(SwiftWriter.sentence).filter { !$0.isEmpty }
            .joined(separator: " ")
        line("/// " + whole)
    }

    static func sentence(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let first = words.first else { return "" }
        // A first word with capitals or digits inside it is a name: `nRST`, `eMMC`.
        let isName = words.prefix { !$0.isWhitespace }.dropFirst().contains { $0.isUppercase || $0.isNumber }
        let capitalised = isName ? words : first.uppercased() + words.dropFirst()
        return ".!?:".contains(capitalised.last ?? ".") ? capitalised : capitalised + "."
    }
}

extension FixedWidthInteger {
    /// `0x4002_3800`: groups of four digits.
    var hexadecimal: String {
        let digits = String(self, radix: 16, uppercase: true)
        guard digits.count > 4 else { return "0x" + digits }
        return "0x" + digits.dropLast(4) + "_" + digits.suffix(4)
    }
}
