// QR decomposition by Householder reflections: least squares.

/// A matrix as one with orthonormal columns times an upper triangular one: `A = Q R`.
///
/// Precondition: there are no fewer rows than columns. The compiler cannot compare the sizes, so this is checked when it runs.
///
/// Cost: `2 columns² (rows - columns / 3)` operations and `columns` square roots; the matrix and two vectors of `columns` in
/// memory. Context: any. Source: Golub, Van Loan, Matrix Computations, algorithms 5.1.1 and 5.2.1.
public struct QRDecomposition<let rows: Int, let columns: Int, Scalar: RealScalar>: BitwiseCopyable, Sendable {
    /// R above the diagonal, and on and below it the vectors of the reflections.
    @usableFromInline var factors: Matrix<rows, columns, Scalar>
    /// R's diagonal.
    @usableFromInline var diagonal: Vector<columns, Scalar>
    /// For each reflection `I - weight v vᵀ`; 0 where there is nothing to reflect.
    @usableFromInline var weights: Vector<columns, Scalar>
    /// Whether a column was, to the scalar's precision, a combination of those before it.
    @usableFromInline var isRankDeficient = false

    // SAFETY: all unchecked accesses of this type are by loops whose bounds are in 0..<rows and 0..<columns, and there are no
    // fewer rows than columns.

    /// Decomposes a matrix. Precondition: there are no fewer rows than columns.
    @inlinable
    public init(_ matrix: Matrix<rows, columns, Scalar>) {
        precondition(rows >= columns, "a QR decomposition needs no fewer rows than columns")
        factors = matrix
        diagonal = .zero
        weights = .zero
        for column in 0..<columns {
            // Of the whole column, which reflections leave as long as it was.
            let scale = factors.lengthOfColumn(column, from: 0)
            let length = factors.lengthOfColumn(column, from: column)
            // Not `<=`, so that what is not a number is deficient too.
            if !(length > scale * Scalar.ulpOfOne * Scalar(rows)) || !length.isFinite { isRankDeficient = true }
            if length == 0 { continue }
            let first = unsafe factors[unchecked: column, column]
            // Of the sign that does not cancel.
            let reflected = first > 0 ? -length : length
            unsafe diagonal[unchecked: column, 0] = reflected
            unsafe factors[unchecked: column, column] = first - reflected
            unsafe weights[unchecked: column, 0] = 1 / (length * (length + first.magnitude))
            for other in column &+ 1..<columns {
                var sum: Scalar = 0
                for row in column..<rows { sum += unsafe factors[unchecked: row, column] * factors[unchecked: row, other] }
                sum *= unsafe weights[unchecked: column, 0]
                for row in column..<rows {
                    unsafe factors[unchecked: row, other] -= sum * factors[unchecked: row, column]
                }
            }
        }
    }

    /// Applies a reflection to the columns of another matrix.
    @inlinable
    func reflect<let count: Int>(_ other: inout Matrix<rows, count, Scalar>, by column: Int) {
        for index in 0..<count {
            var sum: Scalar = 0
            for row in column..<rows { sum += unsafe factors[unchecked: row, column] * other[unchecked: row, index] }
            sum *= unsafe weights[unchecked: column, 0]
            for row in column..<rows { unsafe other[unchecked: row, index] -= sum * factors[unchecked: row, column] }
        }
    }

    /// The X for which `A X - B` is shortest, for each column of B; nil if columns of A depend on each other, so that there are
    /// many.
    @inlinable
    public func solveLeastSquares<let count: Int>(_ right: Matrix<rows, count, Scalar>) -> Matrix<columns, count, Scalar>? {
        if isRankDeficient { return nil }
        var right = right
        for column in 0..<columns { reflect(&right, by: column) }
        var solution = Matrix<columns, count, Scalar> { row, column in unsafe right[unchecked: row, column] }
        upper.solveUpper(&solution)
        return solution
    }

    /// Q: as many rows and columns as the matrix, and its columns orthonormal.
    @inlinable
    public var orthonormal: Matrix<rows, columns, Scalar> {
        var result = Matrix<rows, columns, Scalar> { row, column in row == column ? 1 : 0 }
        var column = columns
        while column > 0 {
            column &-= 1
            reflect(&result, by: column)
        }
        return result
    }

    /// R: zeros below the diagonal.
    @inlinable
    public var upper: Matrix<columns, columns, Scalar> {
        Matrix { row, column in
            row < column
                ? unsafe factors[unchecked: row, column] : row == column ? unsafe diagonal[unchecked: row, 0] : 0
        }
    }
}

extension Matrix where Scalar: RealScalar {
    /// The Euclidean length of a column from a row on.
    @inlinable
    func lengthOfColumn(_ column: Int, from first: Int) -> Scalar {
        var sum: Scalar = 0
        // SAFETY: the caller's column is in the matrix, and the loop's bound is the size.
        for row in first..<rows { sum += unsafe self[unchecked: row, column] * self[unchecked: row, column] }
        return sum.squareRoot()
    }
}
