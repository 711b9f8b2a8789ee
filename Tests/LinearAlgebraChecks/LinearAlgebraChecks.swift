// Checksums of results that have the same bits on the chip and on the host: with the M4's instructions here, portably there.
import LinearAlgebra

/// What is computed on both, and what comes of it.
public enum LinearAlgebraChecks {
    /// Calls `expect` with the name, the checksum and the expected one of each result.
    public static func run(_ expect: (StaticString, UInt32, UInt32) -> Void) {
        expect("a product of Q15, 5x7 by 7x3", q15(), expectedQ15)
        expect("sums and products of Q15 that saturate", saturated(), expectedSaturated)
        expect("a product of Q31, 5x7 by 7x3", q31(), expectedQ31)
        expect("a product of Float, 6x5 by 5x7", product(), expectedProduct)
        expect("equations solved in Float, by LU, Cholesky and QR", solutions(), expectedSolutions)
        expect("a rotation integrated in Float", rotation(), expectedRotation)
    }

    private static let expectedQ15: UInt32 = 0x2183_0644
    private static let expectedSaturated: UInt32 = 0x1C28_10D3
    private static let expectedQ31: UInt32 = 0xE6C0_D232
    private static let expectedProduct: UInt32 = 0xC2C6_0A93
    private static let expectedSolutions: UInt32 = 0x8041_808F
    private static let expectedRotation: UInt32 = 0x32C1_2078

    private static func q15() -> UInt32 {
        let left: Matrix<5, 7, Q15> = words(from: 1) { Q15(rawValue: Int16(truncatingIfNeeded: $0 &>> 16)) }
        let right: Matrix<7, 3, Q15> = words(from: 2) { Q15(rawValue: Int16(truncatingIfNeeded: $0 &>> 16)) }
        return checksum(left * right) { UInt32(UInt16(bitPattern: $0.rawValue)) }
    }

    private static func saturated() -> UInt32 {
        let left: Matrix<8, 8, Q15> = words(from: 3) { Q15(rawValue: Int16(truncatingIfNeeded: $0 &>> 16)) }
        let right: Matrix<8, 8, Q15> = words(from: 4) { Q15(rawValue: Int16(truncatingIfNeeded: $0 &>> 16)) }
        let sums = checksum(left + right) { UInt32(UInt16(bitPattern: $0.rawValue)) }
        let differences = checksum(left - right) { UInt32(UInt16(bitPattern: $0.rawValue)) }
        return sums ^ differences ^ checksum(left * Q15(rawValue: .min)) { UInt32(UInt16(bitPattern: $0.rawValue)) }
    }

    private static func q31() -> UInt32 {
        let left: Matrix<5, 7, Q31> = words(from: 5) { Q31(rawValue: $0 &>> 1) }
        let right: Matrix<7, 3, Q31> = words(from: 6) { Q31(rawValue: $0 &>> 1) }
        let sums = checksum(left + left) { UInt32(bitPattern: $0.rawValue) }
        return sums ^ checksum(left * right) { UInt32(bitPattern: $0.rawValue) }
    }

    private static func product() -> UInt32 {
        let left: Matrix<6, 5, Float> = floats(from: 7)
        let right: Matrix<5, 7, Float> = floats(from: 8)
        return checksum(left * right) { $0.bitPattern }
    }

    private static func solutions() -> UInt32 {
        let half: Matrix<6, 6, Float> = floats(from: 9)
        let matrix = half + half.transposed() + .identity * 8
        let right: Vector<6, Float> = floats(from: 10)
        guard let first = matrix.solve(right), let second = CholeskyDecomposition(matrix)?.solve(right),
            let third = QRDecomposition(matrix).solveLeastSquares(right)
        else { return 0 }
        return checksum(first) { $0.bitPattern } ^ checksum(second) { $0.bitPattern } &* 3
            ^ checksum(third) { $0.bitPattern } &* 5
    }

    private static func rotation() -> UInt32 {
        var rotation = Quaternion<Float>.identity
        for _ in 0..<100 { rotation = rotation.integrating(rate: Vector([0.3, -0.5, 2]), for: 0.01) }
        return checksum(rotation.rotationMatrix) { $0.bitPattern }
    }

    // MARK: - Numbers and checksums

    private static func floats<let rows: Int, let columns: Int>(from seed: UInt32) -> Matrix<rows, columns, Float> {
        words(from: seed) { Float($0) / 2_147_483_648 }
    }

    private static func words<let rows: Int, let columns: Int, Scalar: MatrixScalar>(
        from seed: UInt32, _ scalar: (Int32) -> Scalar
    ) -> Matrix<rows, columns, Scalar> {
        var state = seed
        return Matrix { _, _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return scalar(Int32(bitPattern: state))
        }
    }

    private static func checksum<let rows: Int, let columns: Int, Scalar: MatrixScalar>(
        _ matrix: Matrix<rows, columns, Scalar>, _ bits: (Scalar) -> UInt32
    ) -> UInt32 {
        var sum: UInt32 = 2_166_136_261
        for row in 0..<rows { for column in 0..<columns { sum = (sum ^ bits(matrix[row, column])) &* 16_777_619 } }
        return sum
    }
}
