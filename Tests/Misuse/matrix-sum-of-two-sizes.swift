// The sum of a matrix and its transposed, which has another size.
// expect: cannot convert value of type 'Matrix<2, 3, Float>' to expected argument type 'Matrix<3, 2, Float>'
import LinearAlgebra

func add(_ matrix: Matrix<3, 2, Float>) { _ = matrix + matrix.transposed() }
