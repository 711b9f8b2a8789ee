// Altitude from an air pressure sensor and an inertial measurement unit.
import LinearAlgebra
import Units

/// Altitude, vertical speed, and the accelerometer's bias, from angular rates, accelerations and air pressure.
///
/// The gyroscope turns the attitude, which turns the acceleration into the world's axes; that moves the filter on a hundred times
/// a second. Air pressure, which is noisy and does not drift, corrects it ten times a second.
public struct AltitudeFilter {
    /// Altitude in metres above where it began, speed in metres a second, and bias in metres a second, squared; up.
    public private(set) var filter: KalmanFilter<3>
    /// What turns the body's axes into the world's, whose z is up.
    public private(set) var attitude = Quaternion<Float>.identity
    /// The pressure at the beginning.
    let reference: Pascals

    /// The standard deviation of an altitude by air pressure, in metres: a BME280 at its highest oversampling.
    static let pressureNoise: Float = 0.3
    /// The same of an acceleration, in metres a second, squared.
    static let accelerationNoise: Float = 0.08
    /// How far the bias walks in a second, in metres a second, squared.
    static let biasWalk: Float = 0.001

    /// A filter of a body that rests, with the pressure there.
    public init(reference: Pascals) {
        self.reference = reference
        filter = KalmanFilter(state: .zero, covariance: Matrix(diagonal: Vector([0.1, 0.01, 0.1])))
    }

    /// The altitude above where it began.
    public var altitude: Length { .metres(filter.state[0]) }
    /// The vertical speed, upwards.
    public var speed: Speed { .metresPerSecond(filter.state[1]) }
    /// The accelerometer's bias, upwards.
    public var bias: Acceleration { .metresPerSecondSquared(filter.state[2]) }

    /// Goes on for a while by what the inertial measurement unit says of it: radians a second, and metres a second, squared,
    /// about and along the body's axes.
    public mutating func predict(rate: Vector<3, Float>, acceleration: Vector<3, Float>, for time: Time) {
        let duration = time.seconds
        attitude = attitude.integrating(rate: rate, for: duration)
        let upwards = attitude.rotate(acceleration)[2] - Flight.gravity
        let square = duration * duration / 2
        let input = Vector<3, Float>([square, duration, 0])
        filter.predict(
            Matrix([[1, duration, -square], [0, 1, -duration], [0, 0, 1]]), change: input * upwards,
            noise: input * input.transposed() * (Self.accelerationNoise * Self.accelerationNoise)
                + Matrix(diagonal: Vector([0, 0, Self.biasWalk * Self.biasWalk * duration])))
    }

    /// Takes in an air pressure, such as a BME280's. Answers what ``KalmanFilter/correct(_:observation:noise:)``
    /// does.
    public mutating func correct(pressure: Pascals) -> Float? {
        filter.correct(
            Vector([Self.altitude(pressure: pressure, reference: reference).metres]), observation: Matrix([[1, 0, 0]]),
            noise: Matrix([[Self.pressureNoise * Self.pressureNoise]]))
    }

    /// The altitude at a pressure over that at a reference: an atmosphere of one temperature, whose logarithm is three
    /// terms of its series, good to a centimetre up to 500 metres.
    static func altitude(pressure: Pascals, reference: Pascals) -> Length {
        let drop = 1 - Float(pressure.pascals) / Float(reference.pascals)
        return .metres(Flight.scaleHeight * drop * (1 + drop * (0.5 + drop / 3)))
    }
}
