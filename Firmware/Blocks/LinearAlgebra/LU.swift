// LU decomposition with partial pivoting: linear equations, inverse and determinant.

/// A square matrix as the product of a lower and an upper triangular one, with its rows in another order: `P A = L U`.
///
/// Each column's pivot is the largest that is left. A matrix is taken for singular, and there is no decomposition of it, if a
/// pivot is no larger than rounding: `size` times the scalar's `ulpOfOne` times the sum of the elements that its column then has,
/// without their signs. So columns may be of different units. A covariance matrix whose elements are of very different magnitudes
/// is better given to ``CholeskyDecomposition``, whose test is of each diagonal element alone.
///
/// Cost: two thirds of `size`³ operations, and twice `size`² for each column of a solution; the matrix and two bytes a row in
/// memory. Context: any. Source: Golub, Van Loan, Matrix Computations, fourth edition, algorithm 3.4.1.
public struct LUDecomposition<let size: Int, Scalar: RealScalar>: BitwiseCopyable, Sendable {
    /// U on and above the diagonal, and L below, whose diagonal is ones.
    @usableFromInline let factors: Matrix<size, size, Scalar>
    /// The row of the matrix that each row of the factors is of.
    @usableFromInline let order: InlineArray<size, Int16>
    @usableFromInline let isOrderOdd: Bool
    @usableFromInline let isSingular: Bool

    /// Decomposes a matrix; nil if it is singular, to the scalar's precision.
    ///
    /// That is the one thing that can be wrong with it, so there is no error to say more. A matrix with an element that is not a
    /// number is taken for singular.
    @inlinable @inline(__always)
    public init?(_ matrix: Matrix<size, size, Scalar>) {
        self.init(unconditionally: matrix)
        if isSingular { return nil }
    }

    @inlinable @inline(__always)
    init(unconditionally matrix: Matrix<size, size, Scalar>) {
        var factors = matrix
        var order = InlineArray<size, Int16>(repeating: 0)
        var span = order.mutableSpan
        (isOrderOdd, isSingular) = span.withUnsafeMutableBufferPointer { order in
            // SAFETY: there is a number for each row.
            factors.withMutableView { unsafe $0.decomposeLU(order: order.baseAddress!) }
        }
        (self.factors, self.order) = (factors, order)
    }

    /// The X of `A X = B`, for each column of B.
    @inlinable @inline(__always)
    public func solve<let count: Int>(_ right: Matrix<size, count, Scalar>) -> Matrix<size, count, Scalar> {
        var solution = right.withUnsafeElements { right in
            Matrix<size, count, Scalar> { row, column in
                // SAFETY: the loop's bounds are the sizes, and the order has each row once.
                unsafe right[Int(order[unchecked: row]) &* count &+ column]
            }
        }
        factors.withView { factors in
            solution.withMutableView { solution in
                factors.solveLower(solution, size: size, isDiagonalOne: true)
                factors.solveUpper(solution, size: size)
            }
        }
        return solution
    }

    /// The matrix that makes the identity of this one.
    @inlinable @inline(__always)
    public func inverse() -> Matrix<size, size, Scalar> { solve(.identity) }

    /// The determinant.
    @inlinable
    public var determinant: Scalar {
        var product: Scalar = isOrderOdd ? -1 : 1
        for index in 0..<size { product *= factors[index, index] }
        return product
    }

    /// L: ones on the diagonal and zeros above.
    @inlinable @inline(__always)
    public var lower: Matrix<size, size, Scalar> {
        factors.withView { factors in
            Matrix { row, column in row == column ? 1 : row > column ? factors[row, column] : 0 }
        }
    }

    /// U: zeros below the diagonal.
    @inlinable @inline(__always)
    public var upper: Matrix<size, size, Scalar> {
        factors.withView { factors in Matrix { row, column in row <= column ? factors[row, column] : 0 } }
    }

    /// P: the matrix that brings rows into the order of the factors.
    @inlinable
    public var permutation: Matrix<size, size, Scalar> {
        Matrix { row, column in Int(order[row]) == column ? 1 : 0 }
    }
}

extension Matrix where rows == columns, Scalar: RealScalar {
    /// The X of `A X = B`, for each column of B; nil if this is singular. See ``LUDecomposition``.
    ///
    /// For several B in turn, keep the decomposition.
    @inlinable @inline(__always)
    public func solve<let count: Int>(_ right: Matrix<rows, count, Scalar>) -> Matrix<rows, count, Scalar>? {
        LUDecomposition<rows, Scalar>(self)?.solve(right)
    }

    /// The inverse; nil if this is singular. See ``LUDecomposition``.
    ///
    /// To solve equations, ``solve(_:)`` is less work and more exact.
    @inlinable @inline(__always)
    public func inverse() -> Self? { LUDecomposition<rows, Scalar>(self)?.inverse() }

    /// The determinant. Of a singular matrix it is 0, but for rounding.
    @inlinable @inline(__always)
    public func determinant() -> Scalar { LUDecomposition<rows, Scalar>(unconditionally: self).determinant }
}
