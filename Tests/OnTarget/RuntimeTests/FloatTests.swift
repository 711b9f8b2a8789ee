// Floating-point registers across preemption: who is interrupted in the middle of a computation finds them as they were.
import CortexM
import OnTargetHarness
import Tasks

private let floatLine = InterruptLine(rawValue: 17)

@Level4 private var single: Float = 1
@Level4 private var double: Double = 1

@MainActor
enum FloatTests {
    static func start() {
        Level4.bind(floatLine) {
            // Several values at once, so that the low and the high registers are used.
            single = single * 1.0625 + Float(double) / 3 - single / 7
            double = double * 0.9375 + Double(single) / 11
        }
    }

    /// A computation that keeps eight values going, with an interrupt in each round or without.
    @inline(never)
    private static func compute(interrupted: Bool) -> Double {
        var (a, b, c, d) = (1.0, 2.0, 3.0, 5.0)
        var (e, f, g, h): (Float, Float, Float, Float) = (7, 11, 13, 17)
        for round in 0..<200 {
            if interrupted {
                NVIC.pend(floatLine)
                takePendingInterrupts()
            }
            (a, b, c, d) = (b * 0.5 + c, c * 0.25 + d, d * 0.125 + a, a * 0.5 + Double(round) * 0.001)
            (e, f, g, h) = (f * 0.5 + g, g * 0.25 + h, h * 0.125 + e, e * 0.5 + Float(round) * 0.001)
        }
        return a + b + c + d + Double(e + f + g + h)
    }

    static func run() async {
        let alone = compute(interrupted: false)
        let interrupted = compute(interrupted: true)
        Harness.expect("interrupts leave floating-point registers as they were", alone == interrupted)
        let levels = await { @Level4 in double }()
        Harness.expect("and have computed themselves", levels != 1)
    }
}
