// `dim`: how often a thing is there, how far apart, and what its copies are called. And the format's numbers.
import Foundation

/// The copies of a list or an array.
struct Dimension {
    var indexes: [String]
    /// Bytes, or bits for fields.
    var increment: Int
    var isArray: Bool

    /// The indexes of the copies of an element, nil where it has no `dim` that can be read.
    static func indexes(of element: Element) -> [String]? {
        guard let count = element.string("dim").flatMap(parseNumber), (1...65_536).contains(count) else { return nil }
        let numbers = (0..<Int(count)).map(String.init)
        guard let text = element.string("dimIndex"), let named = indexes(text), named.count == Int(count) else {
            return numbers
        }
        return named
    }

    /// `0-3`, `00-03`, `A-D` or `A,B,X`; nil where it is neither.
    static func indexes(_ text: String) -> [String]? {
        if text.contains(",") {
            return text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let ends = text.split(separator: "-").map { $0.trimmingCharacters(in: .whitespaces) }
        guard ends.count == 2 else { return ends.count == 1 ? [text] : nil }
        if let first = Int(ends[0]), let last = Int(ends[1]) {
            guard first <= last, last - first < 65_536 else { return nil }
            let width = ends[0].hasPrefix("0") ? ends[0].count : 0
            return (first...last).map { index in
                let digits = String(index)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
        }
        guard ends.allSatisfy({ $0.utf8.count == 1 }), let first = ends[0].utf8.first, let last = ends[1].utf8.first,
            first <= last
        else { return nil }
        return (first...last).map { String(UnicodeScalar($0)) }
    }
}

/// A number as register descriptions write it: decimal, `0x` hexadecimal, `0b` or `#` binary, where an `x` bit counts
/// as 0; a `+` before it and a factor of 1024 (`k`), 1024² (`m`), 1024³ (`g`) or 1024⁴ (`t`) after it.
func parseNumber(_ text: String) -> UInt64? {
    var digits = Substring(text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased())
    if digits.first == "+" { digits.removeFirst() }
    for prefix in ["#", "0b"] where digits.hasPrefix(prefix) {
        return UInt64(digits.dropFirst(prefix.count).replacingOccurrences(of: "x", with: "0"), radix: 2)
    }
    var factor: UInt64 = 1
    if let last = digits.last, let power = Array("kmgt").firstIndex(of: last) {
        factor = 1 << UInt64(10 * (power + 1))
        digits.removeLast()
    }
    // A sign is taken by the integers' own initializers, and not by the format.
    let isHexadecimal = digits.hasPrefix("0x")
    if isHexadecimal { digits = digits.dropFirst(2) }
    guard let first = digits.first, first.isHexDigit, let value = UInt64(digits, radix: isHexadecimal ? 16 : 10) else {
        return nil
    }
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
}

extension String {
    /// The name of one copy of a list.
    func replacingIndex(with index: String) -> String {
        replacingOccurrences(of: "[%s]", with: index).replacingOccurrences(of: "%s", with: index)
    }
    /// The name that all copies share.
    var withoutIndex: String {
        replacingOccurrences(of: "[%s]", with: "").replacingOccurrences(of: "%s", with: "")
    }
}
