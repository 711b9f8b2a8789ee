// Quantities as text in what `Codable` writes and reads, on the host.
#if !hasFeature(Embedded)
    extension Quantity: Codable where Scalar: ReadableQuantityScalar {
        /// Reads what is written as text, in any unit of the dimension: `"168 MHz"`.
        /// - Throws: a `DecodingError` with the words of the `QuantityError`.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                try self.init(parsing: container.decode(String.self))
            } catch let error as QuantityError {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
            }
        }

        /// Writes the number and its unit as text, such as `"168000000 Hz"`: without loss, and readable without this module.
        /// - Throws: what the encoder throws.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode("\(count) \(Unit.unit.symbol)")
        }
    }

    extension TemperaturePoint: Codable where Scalar: ReadableQuantityScalar {
        /// Reads what is written as text: `"21.5 °C"` or `"294.65 K"`.
        /// - Throws: a `DecodingError` with the words of the `QuantityError`.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                try self.init(parsing: container.decode(String.self))
            } catch let error as QuantityError {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
            }
        }

        /// Writes the kelvins as text, such as `"294.65 K"`: without loss where it is an integer of a decimal unit.
        /// - Throws: what the encoder throws.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            let unit = Unit.unit
            try container.encode("\(Scalar.text(aboveAbsoluteZero.count, of: unit, in: .kelvins) ?? "") K")
        }
    }
#endif
