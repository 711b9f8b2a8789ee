// Matrices to test with: random ones from a seed, and how far two are apart.
import LinearAlgebra

/// A generator whose numbers are the same in each run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Matrix where Scalar: RealScalar, Scalar.RawSignificand: FixedWidthInteger {
    /// Elements in -1...1.
    static func random(using generator: inout SeededGenerator) -> Self {
        Self { _, _ in Scalar.random(in: -1...1, using: &generator) }
    }
}

extension Matrix where rows == columns, Scalar: RealScalar, Scalar.RawSignificand: FixedWidthInteger {
    /// A random matrix whose diagonal is larger than the rest of its row, and which is therefore well conditioned. Its rows are
    /// turned by one so that pivots have to be looked for.
    static func wellConditioned(using generator: inout SeededGenerator) -> Self {
        let matrix = random(using: &generator) + Self.identity * Scalar(rows)
        return Self { row, column in matrix[(row + 1) % rows, column] }
    }
}

extension Matrix where Scalar: RealScalar {
    /// The largest difference of two elements.
    func distance(to other: Self) -> Scalar {
        var largest: Scalar = 0
        for row in 0..<rows {
            for column in 0..<columns { largest = max(largest, (self[row, column] - other[row, column]).magnitude) }
        }
        return largest
    }
}
