// Quantities from text, on the host: `3.3 V`, `168 MHz`, `21.5 °C`.
#if !hasFeature(Embedded)
    /// Why a text is no quantity of the wanted kind: what is wrong, and where.
    public struct QuantityError: Error, Equatable, CustomStringConvertible, Sendable {
        /// Where in the text it is, in characters from 1.
        public let column: Int
        /// What should be there.
        public let expected: String
        /// What is there; empty at the text's end.
        public let found: String

        /// The error in words: `column 5: expected a unit of voltage (µV, mV, V), found "A"`.
        public var description: String {
            "column \(column): expected \(expected), found \(found.isEmpty ? "the end" : "\"\(found)\"")"
        }
    }

    /// A decimal number as it was written.
    public struct WrittenQuantityNumber {
        let text: Substring
        let column: Int
        let isNegative: Bool
        /// Its digits without the point; nil if 64 bits have no room for them.
        let digits: UInt64?
        /// What ten is raised to, for the digits to be multiplied by.
        let exponent: Int
    }

    /// What is left of a text to read.
    private struct Reader {
        private let characters: [Character]
        private(set) var place = 0

        init(_ text: String) { characters = Array(text) }

        var column: Int { place + 1 }
        var next: Character? { place < characters.count ? characters[place] : nil }

        mutating func take(_ condition: (Character) -> Bool) -> String {
            let start = place
            while let next, condition(next) { place += 1 }
            return String(characters[start..<place])
        }

        mutating func takeSpaces() { _ = take(\.isWhitespace) }

        mutating func takeDigits() -> String { take { $0.isASCII && $0.isNumber } }

        /// The rest of the text without spaces at its end.
        mutating func takeRest() -> String {
            var rest = take { _ in true }
            while rest.last?.isWhitespace == true { rest.removeLast() }
            return rest
        }

        mutating func number() throws(QuantityError) -> WrittenQuantityNumber {
            takeSpaces()
            let column = column, start = place
            let isNegative = next == "-"
            if isNegative || next == "+" { place += 1 }
            let whole = takeDigits()
            var fraction = ""
            if next == "." {
                place += 1
                fraction = takeDigits()
            }
            guard !(whole + fraction).isEmpty else {
                place = start
                throw QuantityError(column: column, expected: "a number", found: takeRest())
            }
            var exponent = 0
            let end = place
            // An exponent, unless it is the beginning of a unit.
            if next == "e" || next == "E" {
                place += 1
                let sign = take { "+-".contains($0) }
                if sign.count <= 1, let digits = Int(sign + takeDigits()) { exponent = digits } else { place = end }
            }
            return WrittenQuantityNumber(
                text: String(characters[start..<place])[...], column: column, isNegative: isNegative,
                digits: UInt64(whole + fraction), exponent: exponent - fraction.count)
        }
    }

    /// The unit of a dimension that has this symbol. `u` is read as `µ`, and so is the Greek letter.
    private func unit<Dimension: PhysicalDimension>(_ symbol: String) -> NamedUnit<Dimension>? {
        let symbol = symbol.first == "u" || symbol.first == "\u{3BC}" ? "µ" + symbol.dropFirst() : symbol
        var index = 0
        while let unit = Dimension.unit(at: index) {
            if unit.symbol.description == symbol { return unit }
            index += 1
        }
        return nil
    }

    private func symbols<Dimension: PhysicalDimension>(_: Dimension.Type) -> String {
        var symbols: [String] = []
        while let unit = Dimension.unit(at: symbols.count) { symbols.append(unit.symbol.description) }
        return symbols.joined(separator: ", ")
    }

    extension Quantity where Scalar: ReadableQuantityScalar {
        /// The quantity that is written: a decimal number and the symbol of a unit, `3.3 V` or `168 MHz`. On the host.
        /// - Throws: `QuantityError`, for what is no number, a unit of something else, and for an integer quantity what is no
        ///   whole number of its unit, or out of its range.
        public init(parsing text: String) throws(QuantityError) {
            var reader = Reader(text)
            let number = try reader.number()
            reader.takeSpaces()
            let column = reader.column
            let symbol = reader.takeRest()
            guard let unit: NamedUnit<Unit.Dimension> = unit(symbol) else {
                throw QuantityError(
                    column: column, expected: "a unit of \(Unit.Dimension.name) (\(symbols(Unit.Dimension.self)))",
                    found: symbol)
            }
            self.init(count: try Scalar.read(number, of: unit, in: Unit.unit))
        }
    }

    extension TemperaturePoint where Scalar: ReadableQuantityScalar {
        /// The temperature that is written: `21.5 °C` or `294.65 K`. On the host.
        /// - Throws: `QuantityError`, for what is no number, another unit, and what the temperature's number cannot say.
        public init(parsing text: String) throws(QuantityError) {
            var reader = Reader(text)
            let number = try reader.number()
            reader.takeSpaces()
            let column = reader.column
            let symbol = reader.takeRest()
            guard symbol == "K" || symbol == "°C" else {
                throw QuantityError(column: column, expected: "°C or K", found: symbol)
            }
            let distance = Quantity<Unit, Scalar>(count: try Scalar.read(number, of: .kelvins, in: Unit.unit))
            self = symbol == "K" ? Self(aboveAbsoluteZero: distance) : .zeroCelsius + distance
        }
    }
#endif
