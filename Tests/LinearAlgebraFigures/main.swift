// Products of matrices on the host: LinearAlgebra's beside three loops over arrays, Swift's SIMD types, and Eigen.
import LinearAlgebra

/// Nanoseconds of one call: the least of some repetitions.
@inline(never)
func nanoseconds(_ body: () -> Void) -> Double {
    let rounds = 20_000
    var least = Double.infinity
    for _ in 0..<15 {
        let time = ContinuousClock().measure { for _ in 0..<rounds { body() } }
        least = min(least, Double(time.components.attoseconds) / 1e9 / Double(rounds))
    }
    return least
}

/// Three loops, as one writes them.
@inline(never)
func loops(_ left: [Float], _ right: [Float], _ result: inout [Float], size: Int) {
    for row in 0..<size {
        for column in 0..<size {
            var sum: Float = 0
            for index in 0..<size { sum += left[row * size + index] * right[index * size + column] }
            result[row * size + column] = sum
        }
    }
}

/// Rows as SIMD types: each row of the product is a sum of rows of the right matrix.
@inline(never)
func byRows4(_ left: [SIMD4<Float>], _ right: [SIMD4<Float>], _ result: inout [SIMD4<Float>]) {
    for row in 0..<4 {
        var sum = right[0] * left[row][0]
        for index in 1..<4 { sum += right[index] * left[row][index] }
        result[row] = sum
    }
}
@inline(never)
func byRows8(_ left: [SIMD8<Float>], _ right: [SIMD8<Float>], _ result: inout [SIMD8<Float>]) {
    for row in 0..<8 {
        var sum = right[0] * left[row][0]
        for index in 1..<8 { sum += right[index] * left[row][index] }
        result[row] = sum
    }
}
@inline(never)
func byRows16(_ left: [SIMD16<Float>], _ right: [SIMD16<Float>], _ result: inout [SIMD16<Float>]) {
    for row in 0..<16 {
        var sum = right[0] * left[row][0]
        for index in 1..<16 { sum += right[index] * left[row][index] }
        result[row] = sum
    }
}

func element(_ row: Int, _ column: Int) -> Float { Float((row * 31 + column * 17) % 23) / 23 - 0.5 }

func tenths(_ value: Double) -> Double { Double(Int(value * 10 + 0.5)) / 10 }

func line(_ name: String, _ size: Int, _ time: Double, _ ours: Double) {
    print("\(size)x\(size) Float \(name): \(tenths(time)) ns; LinearAlgebra's takes \(tenths(ours / time * 100))% of it")
}

typealias Multiply<Value> = (Value, Value, inout Value) -> Void
typealias MultiplyInC = (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void

@inline(never)
func compare<let size: Int, Row: SIMD>(
    _: Matrix<size, size, Float>.Type, _ rows: Multiply<[Row]>, _ eigen: MultiplyInC?
) where Row.Scalar == Float {
    let matrix = Matrix<size, size, Float>(element)
    var product = matrix
    let ours = nanoseconds { product = matrix * matrix }
    print("\(size)x\(size) Float LinearAlgebra: \(tenths(ours)) ns")

    let array = (0..<size * size).map { element($0 / size, $0 % size) }
    var arrayProduct = array
    line("loops over arrays", size, nanoseconds { loops(array, array, &arrayProduct, size: size) }, ours)
    for index in array.indices { precondition(arrayProduct[index] == product[index / size, index % size]) }

    let vectors = (0..<size).map { row in Row((0..<size).map { element(row, $0) }) }
    var vectorProduct = vectors
    line("SIMD types", size, nanoseconds { rows(vectors, vectors, &vectorProduct) }, ours)
    for index in array.indices {
        precondition(vectorProduct[index / size][index % size] == product[index / size, index % size])
    }

    guard let eigen else { return }
    array.withUnsafeBufferPointer { array in
        arrayProduct.withUnsafeMutableBufferPointer { product in
            // SAFETY: there are as many elements as the function reads and writes.
            let time = nanoseconds { eigen(array.baseAddress!, array.baseAddress!, product.baseAddress!) }
            line("Eigen", size, time, ours)
        }
    }
    for index in array.indices { precondition(abs(arrayProduct[index] - product[index / size, index % size]) < 1e-4) }
}

#if EIGEN
    compare(Matrix<4, 4, Float>.self, byRows4, eigen_multiply_4)
    compare(Matrix<8, 8, Float>.self, byRows8, eigen_multiply_8)
    compare(Matrix<16, 16, Float>.self, byRows16, eigen_multiply_16)
#else
    compare(Matrix<4, 4, Float>.self, byRows4, nil)
    compare(Matrix<8, 8, Float>.self, byRows8, nil)
    compare(Matrix<16, 16, Float>.self, byRows16, nil)
#endif
