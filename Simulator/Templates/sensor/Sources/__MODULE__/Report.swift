import Martlet

/// What is said of a measurement: a line for people.
public struct Report: ~Copyable {
    public private(set) var text = TextBuffer<48>()

    /// "23.50 C".
    public init(_ temperature: Temperature) {
        if temperature < .zeroCelsius { text.write("-") }
        let hundredths = (temperature.celsius / .millikelvins(10)).magnitude
        text.write(decimal: hundredths / 100)
        text.write(".")
        text.write(decimal: hundredths % 100, width: 2, padding: 0x30)
        text.write(" C\r\n")
    }

    /// Why there is no temperature.
    public init(_ error: I2CError) {
        text.write(error == .addressNotAcknowledged ? "no sensor answers\r\n" : "the bus failed\r\n")
    }
}

/// Measures twice a second until its task is cancelled, and hands on what to say.
@MainActor
public func watch<Device: I2CDevice>(
    _ sensor: TMP105<Device>, _ say: (borrowing Report) async -> Void
) async {
    repeat {
        let report: Report
        do throws(I2CError) {
            report = Report(try await sensor.temperature())
        } catch {
            report = Report(error)
        }
        await say(report)
    } while await sleep(for: .milliseconds(500))
}
