// The inverse of a matrix that is not square.
// expect: referencing instance method 'inverse()' on 'Matrix' requires the types '3' and '2' be equivalent
// expect: where 'rows' = '3', 'columns' = '2'
import LinearAlgebra

func invert(_ matrix: Matrix<3, 2, Float>) { _ = matrix.inverse() }
