// Q15 and Q31 against what their definition says, in wide integers.
import LinearAlgebra
import XCTest

final class FixedPointTests: XCTestCase {
    func testValuesRoundToTheNearestAndSaturate() {
        XCTAssertEqual(Q15(0.5).rawValue, 0x4000)
        XCTAssertEqual(Q15(-0.25).rawValue, -0x2000)
        XCTAssertEqual(Q15(0.6 / 32768).rawValue, 1)
        XCTAssertEqual(Q15(0.4 / 32768).rawValue, 0)
        XCTAssertEqual(Q15(-0.6 / 32768).rawValue, -1)
        XCTAssertEqual(Q15(32766.5 / 32768).rawValue, .max)
        XCTAssertEqual(Q15(-32767.6 / 32768).rawValue, .min)
        XCTAssertEqual(Q15(1).rawValue, .max)
        XCTAssertEqual(Q15(1e30).rawValue, .max)
        XCTAssertEqual(Q15(-1).rawValue, .min)
        XCTAssertEqual(Q15(-.infinity).rawValue, .min)
        XCTAssertEqual(Q15(.nan).rawValue, 0)
        XCTAssertEqual(Q31(0.5).rawValue, 0x4000_0000)
        XCTAssertEqual(Q31(0.6 / 2_147_483_648).rawValue, 1)
        XCTAssertEqual(Q31(1).rawValue, .max)
        XCTAssertEqual(Q31(-1).rawValue, .min)
        XCTAssertEqual(Q31(-1e300).rawValue, .min)
        XCTAssertEqual(Q31(.nan).rawValue, 0)
        for raw in stride(from: Int(Int16.min), through: Int(Int16.max), by: 77) {
            let number = Q15(rawValue: Int16(raw))
            XCTAssertEqual(Q15(Float(number)), number)
        }
        XCTAssertEqual(Q31(Double(Q31(rawValue: 123_456_789))).rawValue, 123_456_789)
    }

    func testSumsAndProductsSaturate() {
        XCTAssertEqual(Q15(0.75) + Q15(0.75), Q15(rawValue: .max))
        XCTAssertEqual(Q15(-0.75) + Q15(-0.75), Q15(rawValue: .min))
        XCTAssertEqual(Q15(-1) - Q15(0.5), Q15(rawValue: .min))
        XCTAssertEqual(Q15(0.25) - Q15(0.75), Q15(-0.5))
        XCTAssertEqual(Q15(-1).multiplied(by: Q15(-1)), Q15(rawValue: .max))
        // Cut off towards -1.
        XCTAssertEqual(Q15(rawValue: 1).multiplied(by: Q15(-0.5)), Q15(rawValue: -1))
        XCTAssertEqual(Q15(0.75).multiplied(by: Q15(-0.5)), Q15(-0.375))
        XCTAssertEqual(Q31(0.75).multiplied(by: Q31(-0.5)), Q31(-0.375))
        XCTAssertEqual(Q31(0.75) + Q31(0.75), Q31(rawValue: .max))
        XCTAssertEqual(Q31(-0.75) - Q31(0.75), Q31(rawValue: .min))
        XCTAssertEqual(Q31(-1).multiplied(by: Q31(-1)), Q31(rawValue: .max))
        XCTAssertEqual(Q31(rawValue: 1).multiplied(by: Q31(-0.5)), Q31(rawValue: -1))
    }

    func testMatricesOfFixedPointNumbers() {
        let matrix = Matrix<2, 2, Q15>([[0.5, -0.5], [0.25, 0.75]])
        XCTAssertEqual(matrix + matrix, Matrix([[Q15(rawValue: .max), -1.0], [0.5, Q15(rawValue: .max)]]))
        XCTAssertEqual(matrix * Q15(0.5), Matrix([[0.25, -0.25], [0.125, 0.375]]))
        XCTAssertEqual(matrix * matrix, Matrix([[0.125, -0.625], [0.3125, 0.4375]]))
        XCTAssertEqual(matrix.transposed(), Matrix([[0.5, 0.25], [-0.5, 0.75]]))
    }

    /// The sum in wide integers, cut off and clamped. Sizes with rows, columns and products left over from the tiles of two.
    func testProductsOfQ15AreExactSumsCutOffAndClamped() {
        var generator = SeededGenerator(state: 11)
        func check<let rows: Int, let inner: Int, let columns: Int>(_: Matrix<rows, inner, Q15>, _: Matrix<inner, columns, Q15>)
        {
            for shift in [0, 2, 6] {
                let left = Matrix<rows, inner, Q15> { _, _ in
                    Q15(rawValue: Int16.random(in: .min ... .max, using: &generator) >> shift)
                }
                let right = Matrix<inner, columns, Q15> { _, _ in
                    Q15(rawValue: Int16.random(in: .min ... .max, using: &generator))
                }
                let product = left * right
                for row in 0..<rows {
                    for column in 0..<columns {
                        let sum = (0..<inner).reduce(0) { $0 + Int(left[row, $1].rawValue) * Int(right[$1, column].rawValue) }
                        XCTAssertEqual(product[row, column].rawValue, Int16(clamping: sum >> 15), "\(rows)x\(inner)x\(columns)")
                    }
                }
            }
        }
        check(Matrix<1, 1, Q15>.zero, Matrix<1, 1, Q15>.zero)
        check(Matrix<2, 2, Q15>.zero, Matrix<2, 2, Q15>.zero)
        check(Matrix<3, 3, Q15>.zero, Matrix<3, 3, Q15>.zero)
        check(Matrix<3, 4, Q15>.zero, Matrix<4, 5, Q15>.zero)
        check(Matrix<4, 5, Q15>.zero, Matrix<5, 1, Q15>.zero)
        check(Matrix<16, 16, Q15>.zero, Matrix<16, 16, Q15>.zero)
        let lowest = Matrix<5, 7, Q15>(repeating: -1.0) * Matrix<7, 2, Q15>(repeating: -1.0)
        XCTAssertEqual(lowest, Matrix(repeating: Q15(rawValue: .max)))
    }

    func testProductsOfQ31AreSumsCutOffAndClamped() {
        var generator = SeededGenerator(state: 12)
        func check<let rows: Int, let inner: Int, let columns: Int>(_: Matrix<rows, inner, Q31>, _: Matrix<inner, columns, Q31>)
        {
            // Only so large that no sum wraps, and large enough that some saturate.
            let largest = Int32(min(1, 1.41 / Double(inner).squareRoot()) * 2_147_483_647)
            let range = -largest...largest
            let left = Matrix<rows, inner, Q31> { _, _ in Q31(rawValue: .random(in: range, using: &generator)) }
            let right = Matrix<inner, columns, Q31> { _, _ in Q31(rawValue: .random(in: range, using: &generator)) }
            let product = left * right
            for row in 0..<rows {
                for column in 0..<columns {
                    let sum = (0..<inner).reduce(0) { $0 + Int(left[row, $1].rawValue) * Int(right[$1, column].rawValue) }
                    XCTAssertEqual(product[row, column].rawValue, Int32(clamping: sum >> 31), "\(rows)x\(inner)x\(columns)")
                }
            }
        }
        check(Matrix<1, 1, Q31>.zero, Matrix<1, 1, Q31>.zero)
        check(Matrix<2, 2, Q31>.zero, Matrix<2, 2, Q31>.zero)
        check(Matrix<3, 3, Q31>.zero, Matrix<3, 3, Q31>.zero)
        check(Matrix<4, 5, Q31>.zero, Matrix<5, 1, Q31>.zero)
        check(Matrix<1, 8, Q31>.zero, Matrix<8, 5, Q31>.zero)
        check(Matrix<16, 16, Q31>.zero, Matrix<16, 16, Q31>.zero)
        // 1.125 in all.
        let ones = Matrix<1, 2, Q31>([[0.75, 0.75]])
        XCTAssertEqual(ones * ones.transposed(), Matrix([[Q31(rawValue: .max)]]))
        XCTAssertEqual(-ones * ones.transposed(), Matrix([[Q31(rawValue: .min)]]))
    }
}
