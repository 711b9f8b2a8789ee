// Matrices of a size that the type says, where they are declared, without a heap.

/// A matrix whose elements lie in it, row by row, as a two-dimensional array lies in C.
///
/// The sizes are part of the type: a product of matrices that do not fit, or the inverse of one that is not square, does not
/// compile. A column vector is a matrix of one column, ``Vector``.
///
/// Cost: `rows * columns` scalars and nothing else, aligned as the scalar is, like C's `Scalar name[rows][columns]`. Indices are
/// checked in the subscripts, and nowhere else. Context: any.
public struct Matrix<let rows: Int, let columns: Int, Scalar: MatrixScalar>: BitwiseCopyable, Sendable {
    @usableFromInline var storage: InlineArray<rows, InlineArray<columns, Scalar>>

    /// A matrix of these rows: `Matrix([[1, 2], [3, 4]])`. A list of another length does not compile.
    @inlinable
    public init(_ rows: InlineArray<rows, InlineArray<columns, Scalar>>) { storage = rows }

    /// A matrix whose elements are all the same.
    @inlinable
    public init(repeating value: Scalar) { storage = InlineArray(repeating: InlineArray(repeating: value)) }

    /// A matrix whose element at a row and a column is what `element` says of them.
    @inlinable @inline(__always)
    public init<Failure: Error>(_ element: (_ row: Int, _ column: Int) throws(Failure) -> Scalar) throws(Failure) {
        storage = try InlineArray { (row) throws(Failure) in
            try InlineArray { (column) throws(Failure) in try element(row, column) }
        }
    }

    /// A matrix that `initialize` writes, all of it.
    @inlinable @inline(__always)
    init(unsafeUninitialized initialize: (UnsafeMutablePointer<Scalar>) -> Void) {
        storage = InlineArray { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, count in
                // SAFETY: arrays lie in arrays without gaps, so that these are `rows * columns` scalars; matrices without
                // elements have no use that leads here.
                unsafe initialize(UnsafeMutableRawPointer(buffer.baseAddress!).assumingMemoryBound(to: Scalar.self))
                count = rows
            }
        }
    }

    /// Lends the elements, row by row, to what takes a pointer, such as a C function.
    ///
    /// The pointer is to `rows * columns` scalars, and good until `body` returns.
    @inlinable @inline(__always)
    public func withUnsafeElements<Result, Failure: Error>(
        _ body: (UnsafePointer<Scalar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try storage.span.withUnsafeBufferPointer { (buffer) throws(Failure) in
            // SAFETY: arrays lie in arrays without gaps, so that these are `rows * columns` scalars, borrowed meanwhile.
            try unsafe body(UnsafeRawPointer(buffer.baseAddress!).assumingMemoryBound(to: Scalar.self))
        }
    }

    /// Lends the elements to what changes them through a pointer. See ``withUnsafeElements(_:)``.
    @inlinable @inline(__always)
    public mutating func withUnsafeMutableElements<Result, Failure: Error>(
        _ body: (UnsafeMutablePointer<Scalar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var span = storage.mutableSpan
        return try span.withUnsafeMutableBufferPointer { (buffer) throws(Failure) in
            // SAFETY: as above, and nobody else has them meanwhile.
            try unsafe body(UnsafeMutableRawPointer(buffer.baseAddress!).assumingMemoryBound(to: Scalar.self))
        }
    }

    /// The element at a row and a column, both from 0. Precondition: they are in the matrix.
    @inlinable
    public subscript(row: Int, column: Int) -> Scalar {
        @inline(__always) get { storage[row][column] }
        @inline(__always) set { storage[row][column] = newValue }
    }

    /// The same for loops whose bounds are the sizes.
    ///
    /// SAFETY: the row and the column must be in the matrix.
    @inlinable
    subscript(unchecked row: Int, column: Int) -> Scalar {
        @inline(__always) get { unsafe storage[unchecked: row][unchecked: column] }
        @inline(__always) set { unsafe storage[unchecked: row][unchecked: column] = newValue }
    }

    /// The matrix of zeros.
    @inlinable
    public static var zero: Self { Self(repeating: .zero) }

    /// A row, as a matrix of one. Precondition: it is in the matrix.
    @inlinable
    public func row(_ row: Int) -> Matrix<1, columns, Scalar> {
        Matrix<1, columns, Scalar>([storage[row]])
    }

    /// A column. Precondition: it is in the matrix.
    @inlinable
    public func column(_ column: Int) -> Vector<rows, Scalar> { Vector<rows, Scalar> { row, _ in self[row, column] } }

    /// The matrix with rows for columns.
    @inlinable
    public func transposed() -> Matrix<columns, rows, Scalar> {
        // SAFETY: the loops' bounds are the sizes.
        Matrix<columns, rows, Scalar> { row, column in unsafe self[unchecked: column, row] }
    }

    /// A matrix of what `transform` makes of each element.
    @inlinable @inline(__always)
    public func map<Other: MatrixScalar>(_ transform: (Scalar) -> Other) -> Matrix<rows, columns, Other> {
        // SAFETY: the loops' bounds are the sizes.
        Matrix<rows, columns, Other> { row, column in unsafe transform(self[unchecked: row, column]) }
    }
}

extension Matrix: Equatable {
    /// Whether every element is equal.
    @inlinable
    public static func == (left: Self, right: Self) -> Bool {
        for row in 0..<rows {
            for column in 0..<columns {
                // SAFETY: the loops' bounds are the sizes.
                if unsafe left[unchecked: row, column] != right[unchecked: row, column] { return false }
            }
        }
        return true
    }
}

// MARK: - Arithmetic

extension Matrix {
    /// The sum, element by element.
    @inlinable
    public static func + (left: Self, right: Self) -> Self {
        // SAFETY: the loops' bounds are the sizes.
        Self { row, column in unsafe left[unchecked: row, column] + right[unchecked: row, column] }
    }

    /// The difference, element by element.
    @inlinable
    public static func - (left: Self, right: Self) -> Self {
        // SAFETY: the loops' bounds are the sizes.
        Self { row, column in unsafe left[unchecked: row, column] - right[unchecked: row, column] }
    }

    /// Adds element by element.
    @inlinable
    public static func += (left: inout Self, right: Self) { left = left + right }

    /// Subtracts element by element.
    @inlinable
    public static func -= (left: inout Self, right: Self) { left = left - right }

    /// The matrix with every sign turned.
    @inlinable
    public static prefix func - (matrix: Self) -> Self { matrix.map { .zero - $0 } }

    /// Every element times a number.
    @inlinable
    public static func * (matrix: Self, factor: Scalar) -> Self { matrix.map { $0.multiplied(by: factor) } }

    /// Every element times a number.
    @inlinable
    public static func * (factor: Scalar, matrix: Self) -> Self { matrix * factor }

    /// The product of two matrices: as many columns here as rows there.
    ///
    /// Cost: `rows * columns * other` products and as many sums; the figures are in the module's README.
    @inlinable @inline(never) @_optimize(speed)
    public static func * <let other: Int>(left: Self, right: Matrix<columns, other, Scalar>) -> Matrix<rows, other, Scalar> {
        Matrix<rows, other, Scalar>(unsafeUninitialized: { result in
            left.withUnsafeElements { left in
                right.withUnsafeElements { right in
                    // SAFETY: the sizes are those of the matrices, and the result is new.
                    unsafe Scalar.multiply(left, right, into: result, rows: rows, inner: columns, columns: other)
                }
            }
        })
    }
}

extension Matrix where Scalar: RealScalar {
    /// Every element divided by a number.
    @inlinable
    public static func / (matrix: Self, divisor: Scalar) -> Self { matrix.map { $0 / divisor } }
}

// MARK: - Square matrices

extension Matrix where rows == columns, Scalar: RealScalar {
    /// The matrix with ones on the diagonal and zeros elsewhere.
    @inlinable
    public static var identity: Self { Self { row, column in row == column ? 1 : 0 } }

    /// A matrix with these numbers on the diagonal and zeros elsewhere.
    @inlinable
    public init(diagonal: Vector<rows, Scalar>) { self.init { row, column in row == column ? diagonal[row] : 0 } }
}

// MARK: - Vectors

/// A column vector: a matrix of one column.
public typealias Vector<let count: Int, Scalar: MatrixScalar> = Matrix<count, 1, Scalar>

extension Matrix where columns == 1 {
    /// A vector of these elements: `Vector([1, 2, 3])`. A list of another length does not compile.
    @inlinable
    public init(_ elements: InlineArray<rows, Scalar>) { self.init { row, _ in elements[row] } }

    /// The element at an index, from 0. Precondition: it is in the vector.
    @inlinable
    public subscript(index: Int) -> Scalar {
        @inline(__always) get { storage[index][0] }
        @inline(__always) set { storage[index][0] = newValue }
    }
}

extension Matrix where columns == 1, Scalar: RealScalar {
    /// The sum of the products of the elements.
    @inlinable
    public func dot(_ other: Self) -> Scalar {
        var sum: Scalar = 0
        // SAFETY: the loop's bound is the size.
        for index in 0..<rows { sum += unsafe self[unchecked: index, 0] * other[unchecked: index, 0] }
        return sum
    }

    /// The Euclidean length.
    @inlinable
    public var length: Scalar { dot(self).squareRoot() }
}

extension Matrix where rows == 3, columns == 1, Scalar: RealScalar {
    /// The cross product: at right angles to both, by the right-hand rule.
    @inlinable
    public func cross(_ other: Self) -> Self {
        Self([
            self[1] * other[2] - self[2] * other[1],
            self[2] * other[0] - self[0] * other[2],
            self[0] * other[1] - self[1] * other[0],
        ])
    }
}
