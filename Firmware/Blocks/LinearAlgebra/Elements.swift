// What operators do to the elements of matrices, once for every size.

/// Loops over elements that lie one after the other. The operators are inlined and hand their matrices' addresses to these, so
/// that no matrix is copied to be an argument.
@usableFromInline
enum Elements<Scalar: MatrixScalar> {
    // SAFETY: of all: the callers' pointers are to `count` elements, or to `rows * columns`. A result may be in the place of an
    // operand where elements are not moved.

    @inlinable @inline(never)
    static func add(
        _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        for index in 0..<count { unsafe result[index] = left[index] + right[index] }
    }

    @inlinable @inline(never)
    static func subtract(
        _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        for index in 0..<count { unsafe result[index] = left[index] - right[index] }
    }

    @inlinable @inline(never)
    static func scale(
        _ elements: UnsafePointer<Scalar>, by factor: Scalar, into result: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        for index in 0..<count { unsafe result[index] = elements[index].multiplied(by: factor) }
    }

    @inlinable @inline(never)
    static func areEqual(_ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, count: Int) -> Bool {
        for index in 0..<count where unsafe left[index] != right[index] { return false }
        return true
    }

    @inlinable @inline(never)
    static func transpose(
        _ elements: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
    ) {
        var target = result
        for column in 0..<columns {
            var source = unsafe elements + column
            for _ in 0..<rows {
                unsafe target.pointee = source.pointee
                unsafe target += 1
                unsafe source += columns
            }
        }
    }
}

/// A product for three sizes that the compiler knows, so that it unrolls the small ones.
@usableFromInline
enum Product<let rows: Int, let inner: Int, let columns: Int, Scalar: MatrixScalar> {
    /// SAFETY: `left` must have `rows * inner` elements, `right` `inner * columns`, and `result` room for `rows * columns`.
    @inlinable @inline(never) @_optimize(speed)
    static func write(
        _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, to result: UnsafeMutablePointer<Scalar>
    ) {
        precondition(rows > 0 && inner > 0 && columns > 0, "a matrix has a row and a column at least")
        unsafe Scalar.multiply(left, right, into: result, rows: rows, inner: inner, columns: columns)
    }
}
