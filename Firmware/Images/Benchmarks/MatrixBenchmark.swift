// What products of matrices cost, beside the same in C.
import CortexM
import LinearAlgebra
import MatrixReferences
import Memory

@MainActor
enum MatrixBenchmark {
    private static let rounds: UInt32 = 100

    private static var large: UnsafeMutablePointer<Matrix<16, 16, Float>>?

    /// Takes the memory for the largest matrices. During start-up.
    static func reserve() {
        // SAFETY: start-up memory is aligned to 8 bytes, lives as long as the program, and is nobody else's.
        large = StartupMemory.allocate(bytes: 3 * MemoryLayout<Matrix<16, 16, Float>>.stride)
            .bindMemory(to: Matrix<16, 16, Float>.self, capacity: 3)
    }

    static func run() {
        floats4()
        floats8()
        floats16()
        q15()
        q31()
        solutions()
    }

    /// Measures what `body` does with the number of the round.
    @inline(__always)
    private static func line(_ name: StaticString, _ body: (UInt32) -> Void) {
        let start = Stopwatch.cycles
        for round in 0..<rounds { body(round) }
        Report.line(name, cycles: Stopwatch.cycles &- start, count: rounds)
    }

    /// Calls a function in C once a round.
    @inline(__always)
    private static func line<let size: Int, Scalar: MatrixScalar>(
        _ name: StaticString, _ left: Matrix<size, size, Scalar>, _ right: Matrix<size, size, Scalar>,
        _ result: inout Matrix<size, size, Scalar>,
        _ body: (UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
    ) {
        left.withUnsafeElements { left in
            right.withUnsafeElements { right in
                result.withUnsafeMutableElements { result in line(name) { _ in body(left, right, result) } }
            }
        }
    }

    @inline(never)
    private static func floats4() {
        let (left, right): (Matrix<4, 4, Float>, Matrix<4, 4, Float>) = (numbers(from: 1), numbers(from: 2))
        var result = left
        line("matrix 4x4 Float: product") { _ in result = left * right }
        let expected = hash(result)
        line("matrix 4x4 Float: loops in C", left, right, &result) { loop_multiply_4($0, $1, $2) }
        check(hash(result), expected)
        line("matrix 4x4 Float: CMSIS-DSP's way in C", left, right, &result) { blocked_multiply($0, $1, $2, 4, 4, 4) }
        check(hash(result), expected)
    }

    @inline(never)
    private static func floats8() {
        let (left, right): (Matrix<8, 8, Float>, Matrix<8, 8, Float>) = (numbers(from: 1), numbers(from: 2))
        var result = left
        line("matrix 8x8 Float: product") { _ in result = left * right }
        let expected = hash(result)
        line("matrix 8x8 Float: loops in C", left, right, &result) { loop_multiply_8($0, $1, $2) }
        check(hash(result), expected)
        line("matrix 8x8 Float: CMSIS-DSP's way in C", left, right, &result) { blocked_multiply($0, $1, $2, 8, 8, 8) }
        check(hash(result), expected)
    }

    /// Three of these, and what a product takes besides, are more than the stack has.
    @inline(never)
    private static func floats16() {
        guard let matrices = large else { return }
        // SAFETY: there are three, and nobody else has them.
        let (left, right, result) = unsafe (matrices, matrices + 1, matrices + 2)
        unsafe left.initialize(to: numbers(from: 1))
        unsafe right.initialize(to: numbers(from: 2))
        line("matrix 16x16 Float: product") { _ in unsafe result.pointee = left.pointee * right.pointee }
        let expected = unsafe hash(result.pointee)
        unsafe line("matrix 16x16 Float: loops in C", left.pointee, right.pointee, &result.pointee) {
            loop_multiply_16($0, $1, $2)
        }
        unsafe check(hash(result.pointee), expected)
        unsafe line("matrix 16x16 Float: CMSIS-DSP's way in C", left.pointee, right.pointee, &result.pointee) {
            blocked_multiply($0, $1, $2, 16, 16, 16)
        }
        unsafe check(hash(result.pointee), expected)
    }

    @inline(never)
    private static func q15() {
        let (left, right): (Matrix<16, 16, Q15>, Matrix<16, 16, Q15>) = (q15Numbers(from: 1), q15Numbers(from: 2))
        var (result, scratch) = (left, left)
        line("matrix 16x16 Q15: product") { _ in result = left * right }
        let expected = result
        line("matrix 16x16 Q15: loops in C", left, right, &result) {
            loop_multiply_q15_16(inC($0), inC($1), inC($2))
        }
        precondition(result == expected, "a product in C is another")
        scratch.withUnsafeMutableElements { scratch in
            line("matrix 16x16 Q15: CMSIS-DSP's way in C", left, right, &result) {
                blocked_multiply_q15(inC($0), inC($1), inC($2), 16, 16, 16, inC(scratch))
            }
        }
        precondition(result == expected, "a product in C is another")
    }

    @inline(never)
    private static func q31() {
        let (left, right): (Matrix<8, 8, Q31>, Matrix<8, 8, Q31>) = (q31Numbers(from: 1), q31Numbers(from: 2))
        var result = left
        line("matrix 8x8 Q31: product") { _ in result = left * right }
        let expected = result
        line("matrix 8x8 Q31: loops in C", left, right, &result) { loop_multiply_q31_8(inC($0), inC($1), inC($2)) }
        precondition(result == expected, "a product in C is another")
        line("matrix 8x8 Q31: CMSIS-DSP's way in C", left, right, &result) {
            blocked_multiply_q31(inC($0), inC($1), inC($2), 8, 8, 8)
        }
        precondition(result == expected, "a product in C is another")
    }

    // SAFETY: of these: a fixed-point number is its raw value and nothing else.
    private static func inC(_ start: UnsafePointer<Q15>) -> UnsafePointer<Int16> {
        unsafe UnsafeRawPointer(start).assumingMemoryBound(to: Int16.self)
    }
    private static func inC(_ start: UnsafeMutablePointer<Q15>) -> UnsafeMutablePointer<Int16> {
        unsafe UnsafeMutableRawPointer(start).assumingMemoryBound(to: Int16.self)
    }
    private static func inC(_ start: UnsafePointer<Q31>) -> UnsafePointer<Int32> {
        unsafe UnsafeRawPointer(start).assumingMemoryBound(to: Int32.self)
    }
    private static func inC(_ start: UnsafeMutablePointer<Q31>) -> UnsafeMutablePointer<Int32> {
        unsafe UnsafeMutableRawPointer(start).assumingMemoryBound(to: Int32.self)
    }

    @inline(never)
    private static func q15Numbers<let rows: Int, let columns: Int>(from seed: UInt32) -> Matrix<rows, columns, Q15> {
        words(from: seed) { Q15(rawValue: Int16(truncatingIfNeeded: $0 &>> 16)) }
    }
    @inline(never)
    private static func q31Numbers<let rows: Int, let columns: Int>(from seed: UInt32) -> Matrix<rows, columns, Q31> {
        words(from: seed) { Q31(rawValue: $0 &>> 2) }
    }

    @inline(never)
    private static func solutions() {
        // Larger on the diagonal, so that it is positive definite as well.
        let half: Matrix<6, 6, Float> = numbers(from: 3)
        let matrix = half + half.transposed() + .identity * 8
        let right: Vector<6, Float> = numbers(from: 4)
        var result = right
        line("matrix 6x6 Float: transposed") { _ in consume(matrix.transposed()) }
        line("matrix 6x6 Float: solved for a vector by LU") { _ in result = matrix.solve(right) ?? right }
        line("matrix 6x6 Float: solved by Cholesky") { _ in
            result = CholeskyDecomposition(matrix)?.solve(right) ?? right
        }
        line("matrix 6x6 Float: solved by QR") { _ in
            result = QRDecomposition(matrix).solveLeastSquares(right) ?? right
        }
        line("matrix 6x6 Float: inverse") { _ in consume(matrix.inverse() ?? matrix) }
        consume(result)
        var rotation = Quaternion<Float>.identity
        line("quaternion of Float: an angular rate integrated") { _ in
            rotation = rotation.integrating(rate: Vector([0.1, 0.2, 0.3]), for: 0.01)
        }
        line("quaternion of Float: a vector rotated") { _ in consume(rotation.rotate(Vector([1, 2, 3]))) }
    }

    /// Keeps the compiler from leaving out what makes this.
    @inline(never) @_optimize(none)
    private static func consume<let rows: Int, let columns: Int>(_ matrix: Matrix<rows, columns, Float>) {}

    /// Numbers in -1..<1, the same each time.
    @inline(never)
    private static func numbers<let rows: Int, let columns: Int>(from seed: UInt32) -> Matrix<rows, columns, Float> {
        words(from: seed) { Float($0) / 2_147_483_648 }
    }

    @inline(__always)
    private static func words<let rows: Int, let columns: Int, Scalar: MatrixScalar>(
        from seed: UInt32, _ scalar: (Int32) -> Scalar
    ) -> Matrix<rows, columns, Scalar> {
        var state = seed
        return Matrix { _, _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return scalar(Int32(bitPattern: state))
        }
    }

    /// Of the bits of the elements.
    @inline(never)
    private static func hash<let size: Int>(_ matrix: Matrix<size, size, Float>) -> UInt32 {
        matrix.withUnsafeElements { elements in
            var hash: UInt32 = 0
            // SAFETY: there are so many.
            for index in 0..<size &* size { hash = (hash ^ elements[index].bitPattern) &* 16_777_619 }
            return hash
        }
    }

    /// C and Swift round alike, so that the elements are the same.
    private static func check(_ hash: UInt32, _ expected: UInt32) {
        precondition(hash == expected, "a product in C is another")
    }
}
