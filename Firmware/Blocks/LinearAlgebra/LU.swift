// LU decomposition with partial pivoting: linear equations, inverse and determinant.

/// A square matrix as the product of a lower and an upper triangular one, with its rows in another order: `P A = L U`.
///
/// Each column's pivot is the largest that is left. A matrix is taken for singular, and there is no decomposition of it, if
/// a pivot is no larger than the rounding errors of its column: `size` times the scalar's `ulpOfOne` times the largest element
/// that the column had. A covariance matrix whose elements are of very different magnitudes is better given to
/// ``CholeskyDecomposition``, whose test is of each diagonal element alone.
///
/// Cost: two thirds of `size`³ operations, and `size` each column of a solution. The matrix and `size` bytes in memory. Context:
/// any. Source: Golub, Van Loan, Matrix Computations, algorithm 3.4.1.
public struct LUDecomposition<let size: Int, Scalar: RealScalar>: BitwiseCopyable, Sendable {
    /// U on and above the diagonal, and L below, whose diagonal is ones.
    @usableFromInline var factors: Matrix<size, size, Scalar>
    /// The row of the matrix that each row of the factors is of.
    @usableFromInline var order: InlineArray<size, Int16>
    @usableFromInline var isOrderOdd = false
    @usableFromInline var isSingular = false

    /// Decomposes a matrix; nil if it is singular, to the scalar's precision.
    ///
    /// That is the one thing that can be wrong with it, so there is no error to say more. A matrix with an element that is not a
    /// number is taken for singular.
    @inlinable
    public init?(_ matrix: Matrix<size, size, Scalar>) {
        self.init(unconditionally: matrix)
        if isSingular { return nil }
    }

    // SAFETY: all unchecked accesses of this type are by loops whose bounds are in 0..<size, by a pivot's row, which such a loop
    // found, or by `order`, which holds each of 0..<size once.

    @inlinable
    init(unconditionally matrix: Matrix<size, size, Scalar>) {
        factors = matrix
        order = InlineArray { Int16(truncatingIfNeeded: $0) }
        for column in 0..<size {
            var scale: Scalar = 0
            for row in 0..<size { scale = max(scale, unsafe matrix[unchecked: row, column].magnitude) }
            choosePivot(column)
            let pivot = unsafe factors[unchecked: column, column]
            // Not `<=`, so that what is not a number is singular too.
            if !(pivot.magnitude > scale * Scalar.ulpOfOne * Scalar(size)) || !pivot.isFinite { isSingular = true }
            if pivot == 0 { continue }
            for row in column &+ 1..<size {
                let factor = unsafe factors[unchecked: row, column] / pivot
                unsafe factors[unchecked: row, column] = factor
                for other in column &+ 1..<size {
                    unsafe factors[unchecked: row, other] -= factor * factors[unchecked: column, other]
                }
            }
        }
    }

    /// Brings the row with the largest element of a column to the diagonal.
    @inlinable
    mutating func choosePivot(_ column: Int) {
        var (best, magnitude) = unsafe (column, factors[unchecked: column, column].magnitude)
        for row in column &+ 1..<size where unsafe factors[unchecked: row, column].magnitude > magnitude {
            (best, magnitude) = unsafe (row, factors[unchecked: row, column].magnitude)
        }
        if best == column { return }
        for other in 0..<size {
            let element = unsafe factors[unchecked: best, other]
            unsafe factors[unchecked: best, other] = unsafe factors[unchecked: column, other]
            unsafe factors[unchecked: column, other] = element
        }
        let row = unsafe order[unchecked: best]
        unsafe order[unchecked: best] = unsafe order[unchecked: column]
        unsafe order[unchecked: column] = row
        isOrderOdd.toggle()
    }

    /// The X of `A X = B`, for each column of B.
    @inlinable
    public func solve<let count: Int>(_ right: Matrix<size, count, Scalar>) -> Matrix<size, count, Scalar> {
        var solution = Matrix<size, count, Scalar> { row, column in
            unsafe right[unchecked: Int(order[unchecked: row]), column]
        }
        factors.solveLower(&solution, isDiagonalOne: true)
        factors.solveUpper(&solution)
        return solution
    }

    /// The matrix that makes the identity of this one.
    @inlinable
    public func inverse() -> Matrix<size, size, Scalar> { solve(.identity) }

    /// The determinant.
    @inlinable
    public var determinant: Scalar {
        var product: Scalar = isOrderOdd ? -1 : 1
        for index in 0..<size { product *= unsafe factors[unchecked: index, index] }
        return product
    }

    /// L: ones on the diagonal and zeros above.
    @inlinable
    public var lower: Matrix<size, size, Scalar> {
        Matrix { row, column in row == column ? 1 : row > column ? unsafe factors[unchecked: row, column] : 0 }
    }

    /// U: zeros below the diagonal.
    @inlinable
    public var upper: Matrix<size, size, Scalar> {
        Matrix { row, column in row <= column ? unsafe factors[unchecked: row, column] : 0 }
    }

    /// P: the matrix that brings rows into the order of the factors.
    @inlinable
    public var permutation: Matrix<size, size, Scalar> {
        Matrix { row, column in unsafe Int(order[unchecked: row]) == column ? 1 : 0 }
    }
}

extension Matrix where rows == columns, Scalar: RealScalar {
    /// The X of `A X = B`, for each column of B; nil if this is singular. See ``LUDecomposition``.
    ///
    /// For several B in turn, keep the decomposition.
    @inlinable
    public func solve<let count: Int>(_ right: Matrix<rows, count, Scalar>) -> Matrix<rows, count, Scalar>? {
        LUDecomposition<rows, Scalar>(self)?.solve(right)
    }

    /// The inverse; nil if this is singular. See ``LUDecomposition``.
    ///
    /// To solve equations, ``solve(_:)`` is less work and more exact.
    @inlinable
    public func inverse() -> Self? { LUDecomposition<rows, Scalar>(self)?.inverse() }

    /// The determinant. Of a singular matrix it is 0, but for rounding.
    @inlinable
    public func determinant() -> Scalar { LUDecomposition<rows, Scalar>(unconditionally: self).determinant }

    // SAFETY: the unchecked accesses below are by loops whose bounds are in 0..<rows, or the columns of the other.

    /// Solves for the lower triangle of this, in place.
    @inlinable
    func solveLower<let count: Int>(_ solution: inout Matrix<rows, count, Scalar>, isDiagonalOne: Bool = false) {
        for row in 0..<rows {
            for other in 0..<row {
                let factor = unsafe self[unchecked: row, other]
                for column in 0..<count {
                    unsafe solution[unchecked: row, column] -= factor * solution[unchecked: other, column]
                }
            }
            if isDiagonalOne { continue }
            for column in 0..<count { unsafe solution[unchecked: row, column] /= self[unchecked: row, row] }
        }
    }

    /// Solves for the upper triangle of this, in place.
    @inlinable
    func solveUpper<let count: Int>(_ solution: inout Matrix<rows, count, Scalar>) {
        var row = rows
        while row > 0 {
            row &-= 1
            for other in row &+ 1..<rows {
                let factor = unsafe self[unchecked: row, other]
                for column in 0..<count {
                    unsafe solution[unchecked: row, column] -= factor * solution[unchecked: other, column]
                }
            }
            for column in 0..<count { unsafe solution[unchecked: row, column] /= self[unchecked: row, row] }
        }
    }

    /// Solves for the transposed lower triangle of this, in place.
    @inlinable
    func solveTransposedLower<let count: Int>(_ solution: inout Matrix<rows, count, Scalar>) {
        var row = rows
        while row > 0 {
            row &-= 1
            for other in row &+ 1..<rows {
                let factor = unsafe self[unchecked: other, row]
                for column in 0..<count {
                    unsafe solution[unchecked: row, column] -= factor * solution[unchecked: other, column]
                }
            }
            for column in 0..<count { unsafe solution[unchecked: row, column] /= self[unchecked: row, row] }
        }
    }
}
