// The inverse of a matrix of fixed-point numbers.
// expect: requires that 'Q15' conform to 'RealScalar'
import LinearAlgebra

func invert(_ matrix: Matrix<3, 3, Q15>) { _ = matrix.inverse() }
