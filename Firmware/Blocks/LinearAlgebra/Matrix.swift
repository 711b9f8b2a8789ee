// Matrices of a size that the type says, where they are declared, without a heap.

import Builtin

/// A matrix whose elements lie in it, row by row, as a two-dimensional array lies in C.
///
/// The sizes are part of the type: a product of matrices that do not fit, or the inverse of one that is not square, does not
/// compile. A column vector is a matrix of one column, ``Vector``.
///
/// There is a row and a column at least.
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
    public init(_ element: (_ row: Int, _ column: Int) -> Scalar) {
        self.init(initializedBy: { start in
            var next = start
            for row in 0..<rows {
                for column in 0..<columns {
                    // SAFETY: there is room for every element, and this is each in turn.
                    unsafe next.initialize(to: element(row, column))
                    unsafe next += 1
                }
            }
        })
    }

    /// A matrix that `initialize` writes, all of it, where it is to be.
    @_transparent @usableFromInline
    init(initializedBy initialize: (UnsafeMutablePointer<Scalar>) -> Void) {
        // SAFETY: arrays lie in arrays without gaps, so that this is room for `rows * columns` scalars.
        storage = Builtin.emplace { start in initialize(UnsafeMutablePointer(start)) }
    }

    /// Where the elements are: good while the caller, which has this as an addressable parameter, runs.
    ///
    /// An addressable parameter is where its variable is, and a transparent function is part of its caller before anything is
    /// specialised. Otherwise every matrix would be copied on its way to a function that wants its address.
    @_transparent @usableFromInline
    @_addressableSelf
    func address() -> UnsafePointer<Scalar> { UnsafePointer(Builtin.unprotectedAddressOfBorrow(self)) }

    /// Lends the elements, row by row, to what takes a pointer, such as a C function.
    ///
    /// The pointer is to `rows * columns` scalars, and good until `body` returns.
    @_transparent
    @_addressableSelf
    public func withUnsafeElements<Result, Failure: Error>(
        _ body: (UnsafePointer<Scalar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: this is borrowed until the end.
        try body(address())
    }

    /// Lends the elements to what changes them through a pointer. See ``withUnsafeElements(_:)``.
    @_transparent
    public mutating func withUnsafeMutableElements<Result, Failure: Error>(
        _ body: (UnsafeMutablePointer<Scalar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: nobody else has this until the end.
        try body(UnsafeMutablePointer(Builtin.addressof(&self)))
    }

    /// The element at a row and a column, both from 0. Precondition: they are in the matrix.
    @inlinable
    public subscript(row: Int, column: Int) -> Scalar {
        @inline(__always) get { storage[row][column] }
        @inline(__always) set { storage[row][column] = newValue }
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
    @_transparent
    @_addressableSelf
    public func transposed() -> Matrix<columns, rows, Scalar> {
        let elements = address()
        // SAFETY: both have `rows * columns` elements.
        return Matrix<columns, rows, Scalar>(initializedBy: {
            Elements.transpose(elements, into: $0, rows: rows, columns: columns)
        })
    }

    /// A matrix of what `transform` makes of each element.
    @inlinable @inline(__always)
    public func map<Other: MatrixScalar>(_ transform: (Scalar) -> Other) -> Matrix<rows, columns, Other> {
        withUnsafeElements { elements in
            // SAFETY: the indices are those of the elements.
            Matrix<rows, columns, Other> { row, column in unsafe transform(elements[row &* columns &+ column]) }
        }
    }
}

extension Matrix: Equatable {
    /// Whether every element is equal.
    @_transparent
    public static func == (left: @_addressable Self, right: @_addressable Self) -> Bool {
        // SAFETY: both have so many elements.
        Elements.areEqual(left.address(), right.address(), count: rows &* columns)
    }
}

// MARK: - Arithmetic

extension Matrix {
    /// The sum, element by element.
    @_transparent
    public static func + (left: @_addressable Self, right: @_addressable Self) -> Self {
        let (left, right) = (left.address(), right.address())
        // SAFETY: all three have so many elements.
        return Self(initializedBy: { Elements.add(left, right, into: $0, count: rows &* columns) })
    }

    /// The difference, element by element.
    @_transparent
    public static func - (left: @_addressable Self, right: @_addressable Self) -> Self {
        let (left, right) = (left.address(), right.address())
        // SAFETY: all three have so many elements.
        return Self(initializedBy: { Elements.subtract(left, right, into: $0, count: rows &* columns) })
    }

    /// Adds element by element.
    @_transparent
    public static func += (left: inout Self, right: @_addressable Self) {
        let right = right.address()
        // SAFETY: both have so many elements.
        left.withUnsafeMutableElements { Elements.add($0, right, into: $0, count: rows &* columns) }
    }

    /// Subtracts element by element.
    @_transparent
    public static func -= (left: inout Self, right: @_addressable Self) {
        let right = right.address()
        // SAFETY: both have so many elements.
        left.withUnsafeMutableElements { Elements.subtract($0, right, into: $0, count: rows &* columns) }
    }

    /// The matrix with every sign turned.
    @_transparent
    public static prefix func - (matrix: @_addressable Self) -> Self { .zero - matrix }

    /// Every element times a number.
    @_transparent
    public static func * (matrix: @_addressable Self, factor: Scalar) -> Self {
        let elements = matrix.address()
        // SAFETY: both have so many elements.
        return Self(initializedBy: { Elements.scale(elements, by: factor, into: $0, count: rows &* columns) })
    }

    /// Every element times a number.
    @_transparent
    public static func * (factor: Scalar, matrix: @_addressable Self) -> Self { matrix * factor }

    /// The product of two matrices: as many columns here as rows there.
    ///
    /// Cost: `rows * columns * other` products and as many sums; the figures are in the module's README. Each three sizes that a
    /// program multiplies have machine code of their own, some 600 bytes.
    @_transparent
    public static func * <let other: Int>(
        left: @_addressable Self, right: @_addressable Matrix<columns, other, Scalar>
    ) -> Matrix<rows, other, Scalar> {
        let (left, right) = (left.address(), right.address())
        // SAFETY: the sizes are those of the matrices, and the result is new.
        return Matrix<rows, other, Scalar>(initializedBy: { Product<rows, columns, other, Scalar>.write(left, right, to: $0) })
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
        for index in 0..<rows { sum += self[index] * other[index] }
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
