// A flight that is made up, and what sensors say of it.
import LinearAlgebra
import Units

/// A body that climbs, hovers and comes down again, swaying; and a model of its inertial measurement unit and its BME280.
public struct Flight {
    /// In metres a second, squared.
    static let gravity: Float = 9.80665
    /// The altitude over which the pressure falls to 1/e, in metres.
    static let scaleHeight: Float = 8434
    /// The pressure where the flight begins.
    public static var reference: Pascals { .pascals(101_325) }
    /// Steps a second.
    public static let stepsPerSecond = 100
    /// The error of the accelerometer's z axis, in metres a second, squared.
    public static let bias: Float = 0.15

    /// In metres.
    public private(set) var altitude: Float = 0
    /// In metres a second.
    public private(set) var speed: Float = 0
    private var attitude = Quaternion<Float>.identity
    private var step = 0
    private var noise = Noise(state: 1)

    /// A flight that begins at rest.
    public init() {}

    /// Goes on by a hundredth of a second, and answers what the inertial measurement unit says: radians a second, and metres a
    /// second, squared, of the body's axes.
    public mutating func advance() -> (rate: Vector<3, Float>, acceleration: Vector<3, Float>) {
        let duration = 1 / Float(Self.stepsPerSecond)
        let second = step / Self.stepsPerSecond
        step += 1
        let upwards: Float =
            switch second % 40 {
            case 5..<8, 27..<30: 1
            case 13..<16, 19..<22: -1
            default: 0
            }
        // There and back in four seconds.
        let sway: Float = second % 4 < 2 ? 0.2 : -0.2
        let rate = Vector<3, Float>([sway, -sway / 2, 0])
        attitude = attitude.integrating(rate: rate, for: duration)
        altitude += speed * duration + upwards * duration * duration / 2
        speed += upwards * duration
        let felt = attitude.conjugate.rotate(Vector([0, 0, upwards + Self.gravity]))
        return (
            rate + Vector { _, _ in 0.0005 * noise.next() },
            felt + Vector([0, 0, Self.bias]) + Vector { _, _ in AltitudeFilter.accelerationNoise * noise.next() }
        )
    }

    /// What a BME280 says: its driver has whole pascals, which are 8 centimetres each.
    public mutating func pressure() -> Pascals {
        let height = (altitude + AltitudeFilter.pressureNoise * noise.next()) / Self.scaleHeight
        let factor = 1 - height * (1 - height * (0.5 - height / 6))
        return .pascals(UInt32(Float(Self.reference.pascals) * factor + 0.5))
    }
}

/// Numbers of mean 0 and variance 1, the same each time: the sum of twelve in 0..<1 less 6.
struct Noise {
    var state: UInt32

    mutating func next() -> Float {
        var sum: Float = -6
        for _ in 0..<12 {
            state = state &* 1_664_525 &+ 1_013_904_223
            sum += Float(state >> 8) / 16_777_216
        }
        return sum
    }
}
