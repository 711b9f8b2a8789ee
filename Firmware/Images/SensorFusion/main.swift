// A flight that is made up, on the chip: what a Kalman filter makes of an air pressure sensor and an inertial measurement unit.
// Prints the altitude each second, and at the end how far the filter was off.
import Semihosting
import SensorFusionImage
import TargetBoard
import Text

private struct HostOutput: TextOutput, ~Copyable {
    mutating func write(byte: UInt8) { Semihosting.write(byte: byte) }

    /// A number of metres, or the like, with three digits after the point.
    mutating func write(_ name: StaticString, _ value: Float) {
        let thousandths = Int32(value * 1000)
        write(name)
        write(thousandths < 0 ? " -" : " ")
        write(decimal: thousandths.magnitude / 1000)
        write(".")
        write(decimal: thousandths.magnitude % 1000, width: 3, padding: 0x30)
    }
}

_ = ThisBoard.startClocks()
private var output = HostOutput()
private let report = FlightReport(seconds: 40) { second, flight, filter in
    var output = HostOutput()
    output.write(decimal: UInt32(second), width: 2)
    output.write(" s: flight", flight)
    output.write(" m, filter", filter)
    output.writeLine(" m")
}
output.write("off by: pressure alone", report.pressureAlone)
output.write(" m, filter", report.altitude)
output.write(" m and", report.speed)
output.writeLine(" m/s")
output.write("bias of the accelerometer", report.bias)
output.writeLine(" m/s2")
Semihosting.exit(status: 0)
