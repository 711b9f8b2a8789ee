// Cholesky decomposition: equations of symmetric positive definite matrices, such as covariances.

/// A symmetric positive definite matrix as a lower triangular one times its transposed: `A = L Lᵀ`.
///
/// Half the work of ``LUDecomposition``, and it needs no pivots. Cost: a third of `size`³ operations and `size` square roots; the
/// matrix in memory. Context: any. Source: Golub, Van Loan, Matrix Computations, fourth edition,
/// algorithm 4.2.1.
public struct CholeskyDecomposition<let size: Int, Scalar: RealScalar>: BitwiseCopyable, Sendable {
    /// L: zeros above the diagonal.
    public let lower: Matrix<size, size, Scalar>

    /// Decomposes a matrix, of which it reads the diagonal and what is below; nil if it is not positive definite, to the scalar's
    /// precision.
    ///
    /// That is the one thing that can be wrong with it, so there is no error to say more. The test is of what remains of each
    /// diagonal element: no more than `size` times `ulpOfOne` times the element is rounding.
    @inlinable @inline(__always)
    public init?(_ matrix: Matrix<size, size, Scalar>) {
        var lower = matrix
        guard lower.withMutableView({ $0.decomposeCholesky() }) else { return nil }
        self.lower = lower
    }

    /// The X of `A X = B`, for each column of B.
    @inlinable @inline(__always)
    public func solve<let count: Int>(_ right: Matrix<size, count, Scalar>) -> Matrix<size, count, Scalar> {
        var solution = right
        lower.withView { lower in
            solution.withMutableView { solution in
                lower.solveLower(solution, size: size, isDiagonalOne: false)
                lower.solveTransposedLower(solution, size: size)
            }
        }
        return solution
    }

    /// The inverse of the matrix.
    @inlinable @inline(__always)
    public func inverse() -> Matrix<size, size, Scalar> { solve(.identity) }

    /// The determinant of the matrix.
    @inlinable
    public var determinant: Scalar {
        var product: Scalar = 1
        for index in 0..<size { product *= lower[index, index] }
        return product * product
    }
}
