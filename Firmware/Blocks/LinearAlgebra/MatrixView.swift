// What the decompositions work on: elements at an address, with sizes that are numbers. Their code is there once for a scalar,
// whatever sizes a program uses.

/// A matrix by the address of its elements.
///
/// SAFETY: of every use: the elements stay where they are for as long as the view is used, and nobody else has them; the row
/// and the column are in the matrix. The callers are inlined into what has the matrix, and pass its sizes.
@usableFromInline
struct MatrixView<Scalar: RealScalar> {
    @usableFromInline let start: UnsafeMutablePointer<Scalar>
    @usableFromInline let columns: Int

    @inlinable @inline(__always)
    init(_ start: UnsafeMutablePointer<Scalar>, columns: Int) {
        self.start = unsafe start
        self.columns = columns
    }

    @inlinable
    subscript(row: Int, column: Int) -> Scalar {
        // SAFETY: above.
        @inline(__always) unsafeAddress { unsafe UnsafePointer(start + (row &* columns &+ column)) }
        @inline(__always) nonmutating unsafeMutableAddress { unsafe start + (row &* columns &+ column) }
    }

    // MARK: - Triangles

    /// Solves for the lower triangle of this, in place.
    @inlinable @inline(never)
    func solveLower(_ solution: MatrixView, size: Int, isDiagonalOne: Bool) {
        for row in 0..<size {
            for other in 0..<row { solution.subtract(self[row, other], timesRow: other, fromRow: row) }
            if !isDiagonalOne { solution.divideRow(row, by: self[row, row]) }
        }
    }

    /// Solves for the upper triangle of this, in place.
    @inlinable @inline(never)
    func solveUpper(_ solution: MatrixView, size: Int) {
        var row = size
        while row > 0 {
            row &-= 1
            for other in row &+ 1..<size { solution.subtract(self[row, other], timesRow: other, fromRow: row) }
            solution.divideRow(row, by: self[row, row])
        }
    }

    /// Solves for the transposed lower triangle of this, in place.
    @inlinable @inline(never)
    func solveTransposedLower(_ solution: MatrixView, size: Int) {
        var row = size
        while row > 0 {
            row &-= 1
            for other in row &+ 1..<size { solution.subtract(self[other, row], timesRow: other, fromRow: row) }
            solution.divideRow(row, by: self[row, row])
        }
    }

    /// Subtracts a number times a row, from a column on.
    @inlinable @inline(__always)
    func subtract(_ factor: Scalar, timesRow source: Int, fromRow target: Int, column first: Int = 0) {
        for column in first..<columns { self[target, column] -= factor * self[source, column] }
    }

    @inlinable @inline(__always)
    func divideRow(_ row: Int, by divisor: Scalar) {
        for column in 0..<columns { self[row, column] /= divisor }
    }

    // MARK: - LU

    /// Replaces a square matrix by its factors. `order` becomes the row of the matrix that each row of the factors is of.
    @inlinable @inline(never)
    func decomposeLU(order: UnsafeMutablePointer<Int16>) -> (isOrderOdd: Bool, isSingular: Bool) {
        var (isOrderOdd, isSingular) = (false, false)
        let size = columns
        // SAFETY: there are `size` numbers.
        for row in 0..<size { unsafe order[row] = Int16(truncatingIfNeeded: row) }
        for column in 0..<size {
            // A sum, so that an element that is not a number is not overlooked.
            var sum: Scalar = 0
            for row in 0..<size { sum += self[row, column].magnitude }
            if exchange(column, rowOfPivot(column), order: order) { isOrderOdd.toggle() }
            let pivot = self[column, column]
            // Not `<=`, so that what is not a number is singular too.
            if !(pivot.magnitude > sum * Scalar.ulpOfOne * Scalar(size)) { isSingular = true }
            if pivot == 0 { continue }
            for row in column &+ 1..<size {
                let factor = self[row, column] / pivot
                self[row, column] = factor
                subtract(factor, timesRow: column, fromRow: row, column: column &+ 1)
            }
        }
        return (isOrderOdd, isSingular)
    }

    /// The row with the largest element of a column, of those that are not used.
    @inlinable @inline(__always)
    func rowOfPivot(_ column: Int) -> Int {
        var (best, magnitude) = (column, self[column, column].magnitude)
        for row in column &+ 1..<columns where self[row, column].magnitude > magnitude {
            (best, magnitude) = (row, self[row, column].magnitude)
        }
        return best
    }

    /// Exchanges two rows, and answers whether they are two.
    @inlinable @inline(__always)
    func exchange(_ first: Int, _ second: Int, order: UnsafeMutablePointer<Int16>) -> Bool {
        if first == second { return false }
        for column in 0..<columns { (self[first, column], self[second, column]) = (self[second, column], self[first, column]) }
        // SAFETY: there is a number for each row.
        unsafe (order[first], order[second]) = (order[second], order[first])
        return true
    }

    // MARK: - Cholesky

    /// Replaces the lower triangle of a square matrix by its factor and what is above by zeros; false if the matrix is not
    /// positive definite.
    @inlinable @inline(never)
    func decomposeCholesky() -> Bool {
        let size = columns
        for column in 0..<size {
            let element = self[column, column]
            let rest = element - product(column, column, count: column)
            // Not `<=`, so that what is not a number is refused too.
            guard rest > element * Scalar.ulpOfOne * Scalar(size), rest.isFinite else { return false }
            let diagonal = rest.squareRoot()
            self[column, column] = diagonal
            for row in column &+ 1..<size {
                self[row, column] = (self[row, column] - product(row, column, count: column)) / diagonal
                self[column, row] = 0
            }
        }
        return true
    }

    /// The product of the beginnings of two rows.
    @inlinable @inline(__always)
    func product(_ first: Int, _ second: Int, count: Int) -> Scalar {
        var sum: Scalar = 0
        for column in 0..<count { sum += self[first, column] * self[second, column] }
        return sum
    }

    // MARK: - QR

    /// Replaces a matrix by R, and below its diagonal by the vectors of the reflections, of which the first elements are ones.
    /// Answers whether a column depends on those before it.
    @inlinable @inline(never)
    func decomposeQR(rows: Int, weights: UnsafeMutablePointer<Scalar>) -> Bool {
        var isRankDeficient = false
        for column in 0..<columns {
            // Reflections leave the whole column as long as it was.
            let scale = lengthOfColumn(column, in: 0..<rows)
            let length = lengthOfColumn(column, in: column..<rows)
            // Not `<=`, so that what is not a number is deficient too.
            if !(length > scale * Scalar.ulpOfOne * Scalar(rows)) || !length.isFinite { isRankDeficient = true }
            // SAFETY: there is a weight for each column.
            unsafe weights[column] = 0
            // There is nothing to reflect.
            if length == 0 { continue }
            let first = self[column, column]
            // Of the sign that does not cancel.
            let reflected = first > 0 ? -length : length
            for row in column &+ 1..<rows { self[row, column] /= first - reflected }
            self[column, column] = reflected
            let weight = 1 + first.magnitude / length
            unsafe weights[column] = weight
            reflect(self, from: column &+ 1, by: column, rows: rows, weight: weight)
        }
        return isRankDeficient
    }

    /// Applies a reflection to the columns of a matrix, from one on.
    @inlinable @inline(never)
    func reflect(_ other: MatrixView, from first: Int, by column: Int, rows: Int, weight: Scalar) {
        for index in first..<other.columns {
            var sum = other[column, index]
            for row in column &+ 1..<rows { sum += self[row, column] * other[row, index] }
            sum *= weight
            other[column, index] -= sum
            for row in column &+ 1..<rows { other[row, index] -= sum * self[row, column] }
        }
    }

    @inlinable @inline(__always)
    func lengthOfColumn(_ column: Int, in rows: Range<Int>) -> Scalar {
        var sum: Scalar = 0
        for row in rows { sum += self[row, column] * self[row, column] }
        return sum.squareRoot()
    }
}

extension Matrix where Scalar: RealScalar {
    /// Lends this as a view that changes it.
    @_transparent @usableFromInline
    mutating func withMutableView<Result>(_ body: (MatrixView<Scalar>) -> Result) -> Result {
        // SAFETY: the view is used while the elements are lent.
        withUnsafeMutableElements { unsafe body(MatrixView($0, columns: columns)) }
    }

    /// Lends this as a view that only reads it.
    @_transparent @usableFromInline
    @_addressableSelf
    func withView<Result>(_ body: (MatrixView<Scalar>) -> Result) -> Result {
        // SAFETY: as above; the users of this view do not write.
        withUnsafeElements { unsafe body(MatrixView(UnsafeMutablePointer(mutating: $0), columns: columns)) }
    }
}
