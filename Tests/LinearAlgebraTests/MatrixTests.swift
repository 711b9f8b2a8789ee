// Elements, layout and arithmetic.
import LinearAlgebra
import MatricesInC
import XCTest

final class MatrixTests: XCTestCase {
    func testElementsAreWhereTheyWereWritten() {
        var matrix = Matrix<2, 3, Float>([[1, 2, 3], [4, 5, 6]])
        XCTAssertEqual(matrix[0, 2], 3)
        XCTAssertEqual(matrix[1, 0], 4)
        matrix[1, 0] = 7
        XCTAssertEqual(matrix, Matrix([[1, 2, 3], [7, 5, 6]]))
        XCTAssertNotEqual(matrix, Matrix([[1, 2, 3], [7, 5, 5]]))
        XCTAssertEqual(matrix.row(1), Matrix([[7, 5, 6]]))
        XCTAssertEqual(matrix.column(2), Vector([3, 6]))
        XCTAssertEqual(matrix.transposed(), Matrix([[1, 7], [2, 5], [3, 6]]))
        XCTAssertEqual(Matrix<2, 2, Float>.identity, Matrix([[1, 0], [0, 1]]))
        XCTAssertEqual(Matrix(diagonal: Vector<2, Float>([3, 4])), Matrix([[3, 0], [0, 4]]))
        XCTAssertEqual(matrix.map { Double($0) * 2 }, Matrix<2, 3, Double>([[2, 4, 6], [14, 10, 12]]))
    }

    func testTheLayoutIsThatOfC() {
        typealias Wide = Matrix<3, 5, Float>
        XCTAssertEqual(MemoryLayout<Wide>.size, MemoryLayout<matrix_of_3_by_5>.size)
        XCTAssertEqual(MemoryLayout<Wide>.stride, MemoryLayout<matrix_of_3_by_5>.stride)
        XCTAssertEqual(MemoryLayout<Wide>.alignment, MemoryLayout<matrix_of_3_by_5>.alignment)
        var matrix = Wide { row, column in Float(row * 5 + column) }
        for row in 0..<3 {
            for column in 0..<5 {
                let inC = matrix.withUnsafeElements {
                    // SAFETY: the test above says that a row is five numbers.
                    matrix_3_by_5_element(UnsafeRawPointer($0).assumingMemoryBound(to: Row.self), Int32(row), Int32(column))
                }
                XCTAssertEqual(inC, matrix[row, column])
            }
        }
        matrix.withUnsafeMutableElements {
            // SAFETY: as above.
            matrix_3_by_5_number(UnsafeMutableRawPointer($0).assumingMemoryBound(to: Row.self))
        }
        XCTAssertEqual(matrix, Wide { row, column in Float(row * 10 + column) })
    }

    /// How C's array of five numbers is imported.
    private typealias Row = (Float, Float, Float, Float, Float)

    func testAnArrayOfMatricesIsOneOfC() {
        let matrices = (0..<4).map { index in Matrix<3, 5, Float> { row, column in Float(index * 100 + row * 5 + column) } }
        let sum = matrices.withUnsafeBytes {
            matrix_3_by_5_sum($0.assumingMemoryBound(to: matrix_of_3_by_5.self).baseAddress!, 4, 2, 3)
        }
        XCTAssertEqual(sum, 600 + 4 * 13)
    }

    func testArithmeticGoesElementByElement() {
        let left = Matrix<2, 2, Float>([[1, 2], [3, 4]])
        let right = Matrix<2, 2, Float>([[10, 20], [30, 40]])
        XCTAssertEqual(left + right, Matrix([[11, 22], [33, 44]]))
        XCTAssertEqual(right - left, Matrix([[9, 18], [27, 36]]))
        XCTAssertEqual(-left, Matrix([[-1, -2], [-3, -4]]))
        XCTAssertEqual(left * 2, Matrix([[2, 4], [6, 8]]))
        XCTAssertEqual(2 * left, left * 2)
        XCTAssertEqual(right / 10, left)
        var sum = left
        sum += right
        XCTAssertEqual(sum, left + right)
        sum -= right
        XCTAssertEqual(sum, left)
    }

    func testKnownProducts() {
        let left = Matrix<2, 3, Float>([[1, 2, 3], [4, 5, 6]])
        XCTAssertEqual(left * Matrix<3, 2, Float>([[7, 8], [9, 10], [11, 12]]), Matrix([[58, 64], [139, 154]]))
        XCTAssertEqual(left * Vector([1, 0, -1]), Vector([-2, -2]))
        XCTAssertEqual(left * Matrix<3, 3, Float>.identity, left)
    }

    /// Each of the kernel's ways: whole tiles, rows left over, columns left over, and both.
    func testProductsAreTheSumsOfTheDefinition() {
        var generator = SeededGenerator(state: 1)
        func check<let rows: Int, let inner: Int, let columns: Int, Scalar: RealScalar>(
            _ left: Matrix<rows, inner, Scalar>, _ right: Matrix<inner, columns, Scalar>, line: UInt = #line
        ) {
            let product = left * right
            for row in 0..<rows {
                for column in 0..<columns {
                    var sum = left[row, 0] * right[0, column]
                    for index in 1..<inner { sum += left[row, index] * right[index, column] }
                    XCTAssertEqual(product[row, column], sum, "\(rows)x\(inner)x\(columns) at \(row), \(column)", line: line)
                }
            }
        }
        check(Matrix<1, 1, Float>.random(using: &generator), Matrix<1, 1, Float>.random(using: &generator))
        check(Matrix<3, 3, Float>.random(using: &generator), Matrix<3, 3, Float>.random(using: &generator))
        check(Matrix<4, 4, Float>.random(using: &generator), Matrix<4, 4, Float>.random(using: &generator))
        check(Matrix<5, 2, Float>.random(using: &generator), Matrix<2, 7, Float>.random(using: &generator))
        check(Matrix<6, 6, Double>.random(using: &generator), Matrix<6, 6, Double>.random(using: &generator))
        check(Matrix<8, 3, Float>.random(using: &generator), Matrix<3, 4, Float>.random(using: &generator))
        check(Matrix<9, 16, Float>.random(using: &generator), Matrix<16, 1, Float>.random(using: &generator))
        check(Matrix<1, 5, Double>.random(using: &generator), Matrix<5, 9, Double>.random(using: &generator))
        check(Matrix<16, 16, Float>.random(using: &generator), Matrix<16, 16, Float>.random(using: &generator))
    }

    func testVectors() {
        let x = Vector<3, Float>([1, 0, 0])
        let y = Vector<3, Float>([0, 1, 0])
        XCTAssertEqual(x.cross(y), Vector([0, 0, 1]))
        XCTAssertEqual(y.cross(x), Vector([0, 0, -1]))
        XCTAssertEqual(Vector<3, Float>([1, 2, 3]).dot(Vector([4, 5, 6])), 32)
        XCTAssertEqual(Vector<2, Float>([3, 4]).length, 5)
        XCTAssertEqual(Vector<3, Float>([7, 8, 9])[2], 9)
        let left = Vector<3, Float>([2, -3, 5])
        let right = Vector<3, Float>([7, 11, -13])
        XCTAssertEqual(left.cross(right).dot(left), 0)
        XCTAssertEqual(left.cross(right).dot(right), 0)
    }
}
