// QR decomposition by Householder reflections: least squares.

/// A matrix as one with orthonormal columns times an upper triangular one: `A = Q R`.
///
/// Precondition: there are no fewer rows than columns. The compiler cannot compare the sizes, so this is checked when it runs.
///
/// Cost: `2 columns² (rows - columns / 3)` operations and `columns` square roots; the matrix and a vector of `columns` in
/// memory. Context: any. Source: Golub, Van Loan, Matrix Computations, fourth edition,
/// algorithms 5.1.1 and 5.2.1.
public struct QRDecomposition<let rows: Int, let columns: Int, Scalar: RealScalar>: BitwiseCopyable, Sendable {
    /// R, and below its diagonal the vectors of the reflections `I - weight v vᵀ`, of which the first elements are ones.
    @usableFromInline let factors: Matrix<rows, columns, Scalar>
    /// For each reflection; 0 where there is nothing to reflect.
    @usableFromInline let weights: Vector<columns, Scalar>
    /// Whether a column is, to the scalar's precision, a combination of those before it.
    @usableFromInline let isRankDeficient: Bool

    /// Decomposes a matrix. Precondition: there are no fewer rows than columns.
    @inlinable @inline(__always)
    public init(_ matrix: Matrix<rows, columns, Scalar>) {
        precondition(rows >= columns, "a QR decomposition needs no fewer rows than columns")
        var factors = matrix
        var weights = Vector<columns, Scalar>.zero
        isRankDeficient = weights.withUnsafeMutableElements { weights in
            // SAFETY: there is one for a column.
            factors.withMutableView { unsafe $0.decomposeQR(rows: rows, weights: weights) }
        }
        (self.factors, self.weights) = (factors, weights)
    }

    /// The X for which `A X - B` is shortest, for each column of B; nil if columns of A depend on each other, so that there are
    /// many.
    @inlinable @inline(__always)
    public func solveLeastSquares<let count: Int>(_ right: Matrix<rows, count, Scalar>) -> Matrix<columns, count, Scalar>? {
        if isRankDeficient { return nil }
        var right = right
        factors.withView { factors in
            right.withMutableView { right in
                for column in 0..<columns { factors.reflect(right, from: 0, by: column, rows: rows, weight: weights[column]) }
                factors.solveUpper(right, size: columns)
            }
        }
        return right.withView { right in Matrix<columns, count, Scalar> { row, column in right[row, column] } }
    }

    /// Q: as many rows and columns as the matrix, and its columns orthonormal.
    @inlinable @inline(__always)
    public var orthonormal: Matrix<rows, columns, Scalar> {
        var result = Matrix<rows, columns, Scalar> { row, column in row == column ? 1 : 0 }
        factors.withView { factors in
            result.withMutableView { result in
                var column = columns
                while column > 0 {
                    column &-= 1
                    factors.reflect(result, from: 0, by: column, rows: rows, weight: weights[column])
                }
            }
        }
        return result
    }

    /// R: zeros below the diagonal.
    @inlinable @inline(__always)
    public var upper: Matrix<columns, columns, Scalar> {
        factors.withView { factors in Matrix { row, column in row <= column ? factors[row, column] : 0 } }
    }
}
