// A 3x3 matrix times a vector of two.
// expect: cannot convert value of type 'Vector<2, Float>' (aka 'Matrix<2, 1, Float>') to expected argument type 'Matrix<3, 1, Float>'
// expect: arguments to generic parameter 'rows' ('2' and '3') are expected to be equal
import LinearAlgebra

func apply(_ matrix: Matrix<3, 3, Float>, to vector: Vector<2, Float>) { _ = matrix * vector }
