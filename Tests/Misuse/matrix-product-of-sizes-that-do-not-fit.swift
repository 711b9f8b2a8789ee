// A 3x2 matrix times a 3x2 matrix.
// expect: cannot convert value of type 'Matrix<3, 2, Float>' to expected argument type 'Matrix<2, 2, Float>'
// expect: arguments to generic parameter 'rows' ('3' and '2') are expected to be equal
import LinearAlgebra

func square(_ matrix: Matrix<3, 2, Float>) { _ = matrix * matrix }
