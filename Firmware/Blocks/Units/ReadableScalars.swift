// Written numbers as the numbers of quantities, exactly or not at all. On the host.
#if !hasFeature(Embedded)
    /// A number that a quantity can have and that is read from text: all of them, on the host.
    public protocol ReadableQuantityScalar: QuantityScalar, Codable, CustomStringConvertible {
        /// Reads a number of one unit in another.
        /// - Throws: `QuantityError`, for what this number cannot say.
        static func read<Dimension>(
            _ number: WrittenQuantityNumber, of unit: NamedUnit<Dimension>, in other: NamedUnit<Dimension>
        ) throws(QuantityError) -> Self
    }

    extension ReadableQuantityScalar where Self: FixedWidthInteger {
        public static func read<Dimension>(
            _ number: WrittenQuantityNumber, of unit: NamedUnit<Dimension>, in other: NamedUnit<Dimension>
        ) throws(QuantityError) -> Self {
            func refused(_ expected: String) -> QuantityError {
                QuantityError(column: number.column, expected: expected, found: "\(number.text) \(unit.symbol)")
            }
            let outOfRange = refused(
                "\(text(min, of: other, in: other) ?? "") to \(text(max, of: other, in: other) ?? "") \(other.name)")
            guard let digits = number.digits else { throw refused("a number of up to 19 digits") }
            if digits == 0 { return 0 }
            guard number.exponent.magnitude <= 19 else {
                throw number.exponent < 0 ? refused("a whole number of \(other.name)") : outOfRange
            }
            // The largest that come together, 64 bits each, have room in 256; less is enough for what is in range at the end.
            let power = (0..<number.exponent.magnitude).reduce(UInt128(1)) { power, _ in power * 10 }
            var factors: [UInt128] = [UInt128(digits), UInt128(unit.numerator), UInt128(other.denominator)]
            var divisors: [UInt128] = [UInt128(unit.denominator), UInt128(other.numerator)]
            if number.exponent < 0 { divisors.append(power) } else { factors.append(power) }
            for factor in factors.indices {
                for divisor in divisors.indices {
                    let common = greatestCommonDivisor(factors[factor], divisors[divisor])
                    factors[factor] /= common
                    divisors[divisor] /= common
                }
            }
            guard divisors.allSatisfy({ $0 == 1 }) else { throw refused("a whole number of \(other.name)") }
            var magnitude: UInt128 = 1
            for factor in factors {
                let (product, overflows) = magnitude.multipliedReportingOverflow(by: factor)
                if overflows { throw outOfRange }
                magnitude = product
            }
            guard let positive = Int128(exactly: magnitude), let value = Self(exactly: number.isNegative ? -positive : positive)
            else { throw outOfRange }
            return value
        }
    }

    private func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }

    extension ReadableQuantityScalar where Self: BinaryFloatingPoint & LosslessStringConvertible {
        public static func read<Dimension>(
            _ number: WrittenQuantityNumber, of unit: NamedUnit<Dimension>, in other: NamedUnit<Dimension>
        ) throws(QuantityError) -> Self {
            guard let value = Self(String(number.text)), value.isFinite else {
                throw QuantityError(column: number.column, expected: "a number that there is", found: String(number.text))
            }
            return convert(value, from: unit, to: other).unsafelyUnwrapped
        }
    }

    extension Int: ReadableQuantityScalar {}
    extension Int8: ReadableQuantityScalar {}
    extension Int16: ReadableQuantityScalar {}
    extension Int32: ReadableQuantityScalar {}
    extension Int64: ReadableQuantityScalar {}
    extension UInt: ReadableQuantityScalar {}
    extension UInt8: ReadableQuantityScalar {}
    extension UInt16: ReadableQuantityScalar {}
    extension UInt32: ReadableQuantityScalar {}
    extension UInt64: ReadableQuantityScalar {}
    extension Float: ReadableQuantityScalar {}
    extension Double: ReadableQuantityScalar {}
#endif
