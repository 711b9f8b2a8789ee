// Two numbers for a vector of three.
// expect: expected '3' elements in inline array literal, but got '2'
import LinearAlgebra

func make() -> Vector<3, Float> { Vector<3, Float>([1, 2]) }
