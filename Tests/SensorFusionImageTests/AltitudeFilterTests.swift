// The filter on a flight that is known.
import LinearAlgebra
import SensorFusionImage
import XCTest

final class AltitudeFilterTests: XCTestCase {
    func testTheFilterIsNearerThanPressureAlone() {
        let report = FlightReport(seconds: 120)
        XCTAssertEqual(report.pressureAlone, 0.3, accuracy: 0.03)
        XCTAssertLessThan(report.altitude, report.pressureAlone / 2)
        XCTAssertLessThan(report.speed, 0.1)
        XCTAssertEqual(report.bias, Flight.bias, accuracy: 0.02)
        // It is off as much as it says.
        XCTAssertEqual(report.consistency, 1, accuracy: 0.2)
    }

    func testTheFlightReturnsToTheGround() {
        var heights: [Float] = []
        _ = FlightReport(seconds: 40) { _, flight, filter in
            heights.append(flight)
            XCTAssertEqual(filter, flight, accuracy: 1)
        }
        XCTAssertEqual(heights.max()!, 24, accuracy: 1)
        XCTAssertEqual(heights.last!, 0, accuracy: 0.1)
    }

    /// Of a scalar that does not move the estimate is the mean, and its variance the noise's over the count.
    func testAFilterOfAConstantIsTheMean() throws {
        var filter = KalmanFilter<1>(state: .zero, covariance: Matrix([[1e6]]))
        let measured: [Float] = [3, 5, 4, 8]
        for value in measured {
            _ = try XCTUnwrap(filter.correct(Vector([value]), observation: .identity, noise: Matrix([[2]])))
        }
        XCTAssertEqual(filter.state[0], 5, accuracy: 1e-4)
        XCTAssertEqual(filter.covariance[0, 0], 0.5, accuracy: 1e-4)
    }

    func testWhatHasNoCovarianceIsNotTakenIn() {
        var filter = KalmanFilter<2>(state: Vector([1, 2]), covariance: .zero)
        XCTAssertNil(filter.correct(Vector([9]), observation: Matrix([[1, 0]]), noise: .zero))
        XCTAssertEqual(filter.state, Vector([1, 2]))
    }
}
