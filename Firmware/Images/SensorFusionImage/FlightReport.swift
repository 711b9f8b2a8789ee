// How near the filter stays to the flight.
import LinearAlgebra
import Units

/// The root mean squares of errors over a flight.
public struct FlightReport {
    /// Of the filter's altitude and speed, and of the altitude by pressure alone: metres, metres a second, metres.
    public private(set) var (altitude, speed, pressureAlone): (Float, Float, Float) = (0, 0, 0)
    /// The bias that the filter ends with, in metres a second, squared.
    public private(set) var bias: Float = 0
    /// The mean of the squares that ``AltitudeFilter/correct(pressure:)`` answers: 1 where the filter knows how good it is.
    public private(set) var consistency: Float = 0
    /// The altitude in the middle of each second, of the flight and of the filter, is given to `each`.
    public init(seconds: Int, each: (_ second: Int, _ flight: Float, _ filter: Float) -> Void = { _, _, _ in }) {
        var (flight, filter) = (Flight(), AltitudeFilter(reference: Flight.reference))
        var corrections = 0
        let steps = seconds * Flight.stepsPerSecond
        for step in 0..<steps {
            let (rate, acceleration) = flight.advance()
            filter.predict(rate: rate, acceleration: acceleration, for: .seconds(1 / Float(Flight.stepsPerSecond)))
            if step % 10 == 9 {
                let pressure = flight.pressure()
                let alone = AltitudeFilter.altitude(pressure: pressure, reference: Flight.reference).metres - flight.altitude
                pressureAlone += alone * alone
                consistency += filter.correct(pressure: pressure) ?? 0
                corrections += 1
            }
            altitude += (filter.altitude.metres - flight.altitude) * (filter.altitude.metres - flight.altitude)
            speed += (filter.speed.metresPerSecond - flight.speed) * (filter.speed.metresPerSecond - flight.speed)
            if step % Flight.stepsPerSecond == Flight.stepsPerSecond / 2 {
                each(step / Flight.stepsPerSecond, flight.altitude, filter.altitude.metres)
            }
        }
        altitude = (altitude / Float(steps)).squareRoot()
        speed = (speed / Float(steps)).squareRoot()
        pressureAlone = (pressureAlone / Float(corrections)).squareRoot()
        consistency /= Float(corrections)
        bias = filter.bias.metresPerSecondSquared
    }
}
