// LU, QR and Cholesky: what they are defined by, known values, and matrices that they are not to accept.
import LinearAlgebra
import XCTest

final class DecompositionTests: XCTestCase {
    // MARK: - LU

    func testKnownInverseAndDeterminant() throws {
        let matrix = Matrix<3, 3, Double>([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
        XCTAssertEqual(matrix.determinant(), 4, accuracy: 1e-14)
        let inverse = Matrix<3, 3, Double>([[0.75, 0.5, 0.25], [0.5, 1, 0.5], [0.25, 0.5, 0.75]])
        XCTAssertLessThan(try XCTUnwrap(matrix.inverse()).distance(to: inverse), 1e-15)
        // Two rows exchanged turn the sign.
        XCTAssertEqual(Matrix<2, 2, Float>([[0, 1], [1, 0]]).determinant(), -1)
        XCTAssertEqual(Matrix<2, 2, Float>([[0, 1], [1, 0]]).inverse(), Matrix([[0, 1], [1, 0]]))
        XCTAssertEqual(Matrix<1, 1, Float>([[8]]).inverse(), Matrix([[0.125]]))
    }

    func testLUIsTheMatrixWithItsRowsInAnotherOrder() throws {
        var generator = SeededGenerator(state: 2)
        for _ in 0..<50 {
            let matrix = Matrix<7, 7, Double>.wellConditioned(using: &generator)
            let decomposition = try XCTUnwrap(LUDecomposition(matrix))
            let (lower, upper, permutation) = (decomposition.lower, decomposition.upper, decomposition.permutation)
            XCTAssertLessThan((lower * upper).distance(to: permutation * matrix), 1e-13)
            XCTAssertEqual(permutation * permutation.transposed(), .identity)
            for row in 0..<7 {
                XCTAssertEqual(lower[row, row], 1)
                for column in 0..<row {
                    XCTAssertEqual(upper[row, column], 0)
                    XCTAssertEqual(lower[column, row], 0)
                    XCTAssertLessThanOrEqual(lower[row, column].magnitude, 1, "the pivot is the largest")
                }
            }
        }
    }

    func testSolutionsSolve() throws {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<100 {
            let matrix = Matrix<6, 6, Float>.wellConditioned(using: &generator)
            let right = Matrix<6, 3, Float>.random(using: &generator)
            let solution = try XCTUnwrap(matrix.solve(right))
            XCTAssertLessThan((matrix * solution).distance(to: right), 2e-6)
            let inverse = try XCTUnwrap(matrix.inverse())
            XCTAssertLessThan((matrix * inverse).distance(to: .identity), 2e-6)
            XCTAssertLessThan((inverse * matrix).distance(to: .identity), 2e-6)
            XCTAssertEqual(matrix.determinant() * inverse.determinant(), 1, accuracy: 1e-5)
        }
    }

    func testTheDeterminantOfAProductIsTheProductOfDeterminants() {
        var generator = SeededGenerator(state: 4)
        for _ in 0..<100 {
            let left = Matrix<5, 5, Double>.random(using: &generator)
            let right = Matrix<5, 5, Double>.random(using: &generator)
            XCTAssertEqual((left * right).determinant(), left.determinant() * right.determinant(), accuracy: 1e-12)
            XCTAssertEqual(left.transposed().determinant(), left.determinant(), accuracy: 1e-13)
        }
    }

    func testSingularMatricesHaveNoInverse() {
        // By rounding alone the last pivot of this one is not 0.
        let matrix = Matrix<3, 3, Float>([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        XCTAssertNil(matrix.inverse())
        XCTAssertNil(matrix.solve(Vector([1, 2, 3])))
        XCTAssertNil(LUDecomposition(matrix))
        XCTAssertEqual(matrix.determinant(), 0, accuracy: 1e-5)
        XCTAssertNil(Matrix<4, 4, Double>.zero.inverse())
        XCTAssertEqual(Matrix<4, 4, Double>.zero.determinant(), 0)
        XCTAssertNil(Matrix<2, 2, Double>([[1, .nan], [0, 1]]).inverse())
        XCTAssertNil(Matrix<2, 2, Double>([[.infinity, 1], [0, 1]]).inverse())
        var generator = SeededGenerator(state: 5)
        for _ in 0..<100 {
            // Of rank 3.
            let deficient = Matrix<5, 3, Float>.random(using: &generator) * Matrix<3, 5, Float>.random(using: &generator)
            XCTAssertNil(deficient.inverse())
        }
    }

    /// Columns of different units are not singular.
    func testScaledColumnsAreNotSingular() throws {
        let matrix = Matrix<2, 2, Float>([[1e-12, 1e6], [2e-12, 1e6]])
        let solution = try XCTUnwrap(matrix.solve(Vector([2e6, 3e6])))
        XCTAssertEqual(solution[0], 1e18, accuracy: 1e12)
        XCTAssertEqual(solution[1], 1, accuracy: 1e-5)
    }

    // MARK: - Cholesky

    func testKnownCholesky() throws {
        let matrix = Matrix<3, 3, Double>([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])
        let decomposition = try XCTUnwrap(CholeskyDecomposition(matrix))
        XCTAssertEqual(decomposition.lower, Matrix([[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
        XCTAssertEqual(decomposition.determinant, 36)
    }

    func testCholeskyOfCovariances() throws {
        var generator = SeededGenerator(state: 6)
        for _ in 0..<100 {
            let root = Matrix<6, 6, Double>.wellConditioned(using: &generator)
            let matrix = root * root.transposed()
            let decomposition = try XCTUnwrap(CholeskyDecomposition(matrix))
            XCTAssertLessThan((decomposition.lower * decomposition.lower.transposed()).distance(to: matrix), 1e-12)
            let right = Matrix<6, 2, Double>.random(using: &generator)
            XCTAssertLessThan((matrix * decomposition.solve(right)).distance(to: right), 1e-12)
            XCTAssertLessThan((matrix * decomposition.inverse()).distance(to: .identity), 1e-12)
            XCTAssertEqual(decomposition.determinant / matrix.determinant(), 1, accuracy: 1e-11)
        }
    }

    func testCholeskyReadsTheLowerTriangleAlone() throws {
        let decomposition = try XCTUnwrap(CholeskyDecomposition(Matrix<2, 2, Float>([[4, .nan], [2, 10]])))
        XCTAssertEqual(decomposition.lower, Matrix([[2, 0], [1, 3]]))
    }

    func testWhatIsNotPositiveDefiniteIsRefused() {
        XCTAssertNil(CholeskyDecomposition(Matrix<2, 2, Float>([[1, 2], [2, 1]])))
        XCTAssertNil(CholeskyDecomposition(Matrix<2, 2, Float>([[-1, 0], [0, 1]])))
        XCTAssertNil(CholeskyDecomposition(Matrix<2, 2, Float>([[1, 1], [1, 1]])))
        XCTAssertNil(CholeskyDecomposition(Matrix<3, 3, Float>.zero))
        XCTAssertNil(CholeskyDecomposition(Matrix<1, 1, Float>([[.nan]])))
        XCTAssertNil(CholeskyDecomposition(Matrix<1, 1, Float>([[.infinity]])))
        // Variances of very different units are fine.
        XCTAssertNotNil(CholeskyDecomposition(Matrix(diagonal: Vector<3, Float>([1e12, 1, 1e-12]))))
    }

    // MARK: - QR

    func testQRIsOrthonormalTimesTriangular() {
        var generator = SeededGenerator(state: 7)
        for _ in 0..<100 {
            let matrix = Matrix<8, 5, Double>.random(using: &generator)
            let decomposition = QRDecomposition(matrix)
            let (orthonormal, upper) = (decomposition.orthonormal, decomposition.upper)
            XCTAssertLessThan((orthonormal * upper).distance(to: matrix), 1e-14)
            XCTAssertLessThan((orthonormal.transposed() * orthonormal).distance(to: .identity), 1e-14)
            for row in 0..<5 { for column in 0..<row { XCTAssertEqual(upper[row, column], 0) } }
        }
    }

    func testLeastSquaresFitALine() throws {
        // Points on y = 2 x + 1, and one residual each up and down that cancel.
        let matrix = Matrix<4, 2, Double>([[0, 1], [1, 1], [2, 1], [3, 1]])
        let exact = try XCTUnwrap(QRDecomposition(matrix).solveLeastSquares(Vector([1, 3, 5, 7])))
        XCTAssertLessThan(exact.distance(to: Vector([2, 1])), 1e-14)
        let disturbed = try XCTUnwrap(QRDecomposition(matrix).solveLeastSquares(Vector([2, 2, 4, 8])))
        XCTAssertLessThan(disturbed.distance(to: Vector([2, 1])), 1e-14)
    }

    /// What is left is at right angles to the columns.
    func testResidualsOfLeastSquares() throws {
        var generator = SeededGenerator(state: 8)
        for _ in 0..<100 {
            let matrix = Matrix<9, 4, Double>.random(using: &generator)
            let right = Matrix<9, 2, Double>.random(using: &generator)
            let solution = try XCTUnwrap(QRDecomposition(matrix).solveLeastSquares(right))
            XCTAssertLessThan((matrix.transposed() * (matrix * solution - right)).distance(to: .zero), 1e-13)
        }
    }

    func testDependentColumnsHaveNoLeastSquares() {
        let matrix = Matrix<4, 3, Float>([[1, 2, 3], [4, 5, 9], [7, 8, 15], [1, 1, 2]])
        XCTAssertNil(QRDecomposition(matrix).solveLeastSquares(Vector([1, 2, 3, 4])))
        XCTAssertNil(QRDecomposition(Matrix<3, 2, Float>.zero).solveLeastSquares(Vector([1, 2, 3])))
        XCTAssertNil(QRDecomposition(Matrix<2, 1, Float>([[.nan], [1]])).solveLeastSquares(Vector([1, 2])))
        // It is one of the matrix all the same.
        let decomposition = QRDecomposition(matrix)
        XCTAssertLessThan((decomposition.orthonormal * decomposition.upper).distance(to: matrix), 1e-5)
    }
}
