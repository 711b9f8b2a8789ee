// Rotations in space.

/// A quaternion, `w + x i + y j + z k`. One of length 1 is a rotation.
///
/// Rotations go by the right-hand rule and turn vectors, not axes: the rotation of `first * second` is `second` and then `first`.
/// Without trigonometric functions: the M4 has none, and the library's are large.
///
/// Cost: four scalars. Context: any.
public struct Quaternion<Scalar: RealScalar>: Equatable, BitwiseCopyable, Sendable {
    /// The real part.
    public var w: Scalar
    /// The imaginary part, along the axis of the rotation.
    public var (x, y, z): (Scalar, Scalar, Scalar)

    /// A quaternion of its parts.
    @inlinable
    public init(w: Scalar, x: Scalar, y: Scalar, z: Scalar) {
        self.w = w
        (self.x, self.y, self.z) = (x, y, z)
    }

    /// No rotation.
    @inlinable
    public static var identity: Self { Self(w: 1, x: 0, y: 0, z: 0) }

    /// The quaternion of a real part and an imaginary one.
    @inlinable
    public init(w: Scalar, vector: Vector<3, Scalar>) { self.init(w: w, x: vector[0], y: vector[1], z: vector[2]) }

    /// The imaginary part.
    @inlinable
    public var vector: Vector<3, Scalar> { Vector([x, y, z]) }

    /// The Hamilton product: as rotations, the right one and then the left one. Cost: 16 products and 12 sums.
    @inlinable
    public static func * (left: Self, right: Self) -> Self {
        Self(
            w: left.w * right.w - left.x * right.x - left.y * right.y - left.z * right.z,
            x: left.w * right.x + left.x * right.w + left.y * right.z - left.z * right.y,
            y: left.w * right.y - left.x * right.z + left.y * right.w + left.z * right.x,
            z: left.w * right.z + left.x * right.y - left.y * right.x + left.z * right.w)
    }

    /// The same with the imaginary part turned round: of a rotation, the one back.
    @inlinable
    public var conjugate: Self { Self(w: w, x: -x, y: -y, z: -z) }

    /// The Euclidean length.
    @inlinable
    public var length: Scalar { (w * w + x * x + y * y + z * z).squareRoot() }

    /// The same of length 1; nil if the length is 0 or not a finite number.
    @inlinable
    public func normalized() -> Self? {
        let length = self.length
        guard length > 0, length.isFinite else { return nil }
        return Self(w: w / length, x: x / length, y: y / length, z: z / length)
    }

    /// A vector turned by this rotation. Precondition: the length is 1, but for rounding. Cost: 18 products and 12 sums.
    @inlinable
    public func rotate(_ vector: Vector<3, Scalar>) -> Vector<3, Scalar> {
        let axis = self.vector
        let twice = axis.cross(vector) * 2
        return vector + twice * w + axis.cross(twice)
    }

    // MARK: - Rotation vectors

    /// The rotation about a vector, by its length in radians.
    ///
    /// The sine and the cosine of the half angle are power series of half a radian at most; for larger angles the rotation
    /// by a part of the angle is squared. To the scalar's precision up to one turn. Precondition: the length is finite.
    @inlinable
    public init(rotationVector vector: Vector<3, Scalar>) {
        var half = vector * 0.5
        var squarings = 0
        while half.dot(half) > 0.25 {
            half = half * 0.5
            squarings &+= 1
        }
        let square = half.dot(half)
        var result = Self(w: Self.series(square, from: 14), vector: half * Self.series(square, from: 15))
        for _ in 0..<squarings { result = result * result }
        self = result
    }

    /// The power series of the cosine of a square root, and from 15 that of its sine divided by the root, for a square of up to a
    /// quarter. The terms beyond are less than 1e-16.
    @inlinable
    static func series(_ square: Scalar, from last: Scalar) -> Scalar {
        var (sum, factor): (Scalar, Scalar) = (1, last)
        while factor > 1 {
            sum = 1 - sum * square / (factor * (factor - 1))
            factor -= 2
        }
        return sum
    }

    /// This rotation after a body has turned for a while, of length 1 again.
    ///
    /// The rate is exact for a rate that is constant meanwhile, whatever the angle.
    ///
    /// - Parameters:
    ///   - rate: the angular rate about the body's own axes, as a gyroscope has it, in radians a second.
    ///   - duration: in seconds.
    @inlinable
    public func integrating(rate: Vector<3, Scalar>, for duration: Scalar) -> Self {
        let turned = self * Self(rotationVector: rate * duration)
        // One step of Newton's method: the length is 1 but for rounding.
        let square = turned.w * turned.w + turned.x * turned.x + turned.y * turned.y + turned.z * turned.z
        let factor = (3 - square) / 2
        return Self(w: turned.w * factor, x: turned.x * factor, y: turned.y * factor, z: turned.z * factor)
    }

    // MARK: - Matrices

    /// The matrix that turns vectors as this does. Precondition: the length is 1, but for rounding.
    @inlinable
    public var rotationMatrix: Matrix<3, 3, Scalar> {
        let (xx, yy, zz) = (2 * x * x, 2 * y * y, 2 * z * z)
        let (xy, xz, yz) = (2 * x * y, 2 * x * z, 2 * y * z)
        let (wx, wy, wz) = (2 * w * x, 2 * w * y, 2 * w * z)
        return Matrix([
            [1 - yy - zz, xy - wz, xz + wy],
            [xy + wz, 1 - xx - zz, yz - wx],
            [xz - wy, yz + wx, 1 - xx - yy],
        ])
    }

    /// The rotation of a matrix. Its real part is not negative. Precondition: the matrix turns vectors and does nothing else: its
    /// inverse is its transposed, and its determinant is 1.
    @inlinable
    public init(rotationMatrix matrix: Matrix<3, 3, Scalar>) {
        let (a, b, c) = (matrix[0, 0], matrix[1, 1], matrix[2, 2])
        // Four times the square of each part; the largest is one at least, so that nothing is divided by what is almost 0.
        let squares = (1 + a + b + c, 1 + a - b - c, 1 - a + b - c, 1 - a - b + c)
        let (x, y, z) = (
            matrix[2, 1] - matrix[1, 2], matrix[0, 2] - matrix[2, 0], matrix[1, 0] - matrix[0, 1]
        )
        let (xy, xz, yz) = (
            matrix[1, 0] + matrix[0, 1], matrix[0, 2] + matrix[2, 0], matrix[2, 1] + matrix[1, 2]
        )
        let parts: Self
        let largest = max(max(squares.0, squares.1), max(squares.2, squares.3))
        if squares.0 == largest {
            parts = Self(w: squares.0, x: x, y: y, z: z)
        } else if squares.1 == largest {
            parts = Self(w: x, x: squares.1, y: xy, z: xz)
        } else if squares.2 == largest {
            parts = Self(w: y, x: xy, y: squares.2, z: yz)
        } else {
            parts = Self(w: z, x: xz, y: yz, z: squares.3)
        }
        let divisor = (parts.w < 0 ? -2 : 2) * largest.squareRoot()
        self.init(w: parts.w / divisor, x: parts.x / divisor, y: parts.y / divisor, z: parts.z / divisor)
    }
}
