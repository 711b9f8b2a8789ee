// What quantities cost, beside the same with bare numbers; each with a call and its turn of a loop.
import Interfaces
import Units

private struct Converter: VoltageConverter {
    static var highestResult: UInt16 { 4095 }
}

@inline(never)
private func heat(_ voltage: Voltage, _ resistance: Resistance, _ time: Time) -> Energy {
    voltage * (voltage / resistance) * time
}
@inline(never)
private func heat(_ voltage: Float, _ resistance: Float, _ time: Float) -> Float { voltage * (voltage / resistance) * time }

@inline(never)
private func megahertz(_ frequency: Frequency) -> UInt32? { frequency.value(in: .megahertz) }

@inline(never)
private func voltage(_ result: UInt16, _ reference: Microvolts) -> Microvolts {
    Converter.voltage(result, reference: reference)
}

@inline(never)
private func temperature(sixteenths: Int32) -> Temperature { .zeroCelsius + sixteenths * .microkelvins(62_500) }

@MainActor
enum UnitsBenchmark {
    private static let rounds: UInt32 = 1000

    static func run() {
        var energy = Energy.zero
        measure("units: v * (v / r) * t") { energy += heat(.volts(Float($0)), 100.ohms, .seconds(2)) }
        var bare: Float = 0
        measure("units: the same with bare numbers") { bare += heat(Float($0), 100, 2) }
        precondition(energy.joules == bare, "quantities compute something else than numbers")
        var sum: UInt32 = 0
        measure("units: whole megahertz, exactly or none") { sum &+= megahertz(.megahertz($0 & 127)) ?? 0 }
        var total = Microvolts.zero
        measure("units: a converter's result in microvolts") {
            total = max(total, voltage(UInt16(truncatingIfNeeded: $0), .millivolts(3300)))
        }
        precondition(total == Converter.voltage(999, reference: .millivolts(3300)), "the voltages are wrong")
        var highest = Temperature.zeroCelsius
        measure("units: sixteenths of a degree as a temperature") {
            highest = max(highest, temperature(sixteenths: Int32($0)))
        }
        precondition(sum > 0 && highest == .celsius(62) + .microkelvins(437_500), "the temperatures are wrong")
    }

    @inline(__always)
    private static func measure(_ name: StaticString, _ body: (UInt32) -> Void) {
        let start = Stopwatch.cycles
        for round in 0..<rounds { body(round) }
        Report.line(name, cycles: Stopwatch.cycles &- start, count: rounds)
    }
}
