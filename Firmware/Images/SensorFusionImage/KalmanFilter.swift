// A Kalman filter of any size.
import LinearAlgebra

/// An estimate of a state, and how far it may be off.
public struct KalmanFilter<let states: Int> {
    /// What is believed.
    public private(set) var state: Vector<states, Float>
    /// How the errors of what is believed vary together.
    public private(set) var covariance: Matrix<states, states, Float>

    /// A filter that begins with an estimate and its covariance.
    public init(state: Vector<states, Float>, covariance: Matrix<states, states, Float>) {
        self.state = state
        self.covariance = covariance
    }

    /// Goes on in time: the state becomes `transition` times it, and `change` in addition, of which `noise` is the covariance.
    public mutating func predict(
        _ transition: Matrix<states, states, Float>, change: Vector<states, Float>, noise: Matrix<states, states, Float>
    ) {
        state = transition * state + change
        covariance = transition * covariance * transition.transposed() + noise
    }

    /// Takes in a measurement of what `observation` makes of the state, with errors of the covariance `noise`.
    ///
    /// - Returns: the square of how far off the measurement was, in standard deviations of what was expected; nil, and the
    ///   estimate is as it was, if that has no positive definite covariance.
    public mutating func correct<let measurements: Int>(
        _ measured: Vector<measurements, Float>, observation: Matrix<measurements, states, Float>,
        noise: Matrix<measurements, measurements, Float>
    ) -> Float? {
        let innovation = measured - observation * state
        let expected = observation * covariance * observation.transposed() + noise
        guard let decomposition = CholeskyDecomposition(expected) else { return nil }
        // The gain is P Hᵀ S⁻¹; its transposed is S⁻¹ H P.
        let gain = decomposition.solve(observation * covariance).transposed()
        state += gain * innovation
        // Joseph's form: it stays symmetric and positive definite.
        let rest = Matrix<states, states, Float>.identity - gain * observation
        covariance = rest * covariance * rest.transposed() + gain * noise * gain.transposed()
        return innovation.dot(decomposition.solve(innovation))
    }
}
