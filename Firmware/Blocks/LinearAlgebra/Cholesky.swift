// Cholesky decomposition: equations of symmetric positive definite matrices, such as covariances.

/// A symmetric positive definite matrix as a lower triangular one times its transposed: `A = L Lᵀ`.
///
/// Half the work of ``LUDecomposition``, and it needs no pivots. Cost: a third of `size`³ operations and `size` square roots; the
/// matrix in memory. Context: any. Source: Golub, Van Loan, Matrix Computations, algorithm 4.2.1.
public struct CholeskyDecomposition<let size: Int, Scalar: RealScalar>: BitwiseCopyable, Sendable {
    /// L: zeros above the diagonal.
    public let lower: Matrix<size, size, Scalar>

    /// Decomposes a matrix, of which it reads the diagonal and what is below; nil if it is not positive definite, to the scalar's
    /// precision.
    ///
    /// That is the one thing that can be wrong with it, so there is no error to say more. The test is of what remains of each
    /// diagonal element: no more than `size` times `ulpOfOne` times the element is rounding.
    @inlinable
    public init?(_ matrix: Matrix<size, size, Scalar>) {
        var factor = Matrix<size, size, Scalar>.zero
        // SAFETY: the unchecked accesses are by loops whose bounds are in 0..<size.
        for column in 0..<size {
            let element = unsafe matrix[unchecked: column, column]
            var rest = element
            for other in 0..<column {
                rest -= unsafe factor[unchecked: column, other] * factor[unchecked: column, other]
            }
            // Not `<=`, so that what is not a number is refused too.
            guard rest > element * Scalar.ulpOfOne * Scalar(size), rest > 0, rest.isFinite else { return nil }
            let diagonal = rest.squareRoot()
            unsafe factor[unchecked: column, column] = diagonal
            for row in column &+ 1..<size {
                var rest = unsafe matrix[unchecked: row, column]
                for other in 0..<column {
                    rest -= unsafe factor[unchecked: row, other] * factor[unchecked: column, other]
                }
                unsafe factor[unchecked: row, column] = rest / diagonal
            }
        }
        lower = factor
    }

    /// The X of `A X = B`, for each column of B.
    @inlinable
    public func solve<let count: Int>(_ right: Matrix<size, count, Scalar>) -> Matrix<size, count, Scalar> {
        var solution = right
        lower.solveLower(&solution)
        lower.solveTransposedLower(&solution)
        return solution
    }

    /// The inverse of the matrix.
    @inlinable
    public func inverse() -> Matrix<size, size, Scalar> { solve(.identity) }

    /// The determinant of the matrix.
    @inlinable
    public var determinant: Scalar {
        var product: Scalar = 1
        for index in 0..<size { product *= unsafe lower[unchecked: index, index] }
        return product * product
    }
}
