// The right way on the MPS2 boards, with everything the cases beside this do wrong: this one compiles too.
import CMSDKDrivers
import CortexM
import Interfaces

func start() {
    guard let pin = EXP5.take(), let other = EXP6.take(), let port = SSP0.take(), let wires = SBCON2.take(),
        let timer = TIMER0.take(), let dog = WDT.take()
    else { return }
    let led = pin.asOutput()
    led.set(true)
    let input = led.asInput()
    _ = input.isHigh
    _ = EdgeInput(other.asInput(), on: .rising)
    _ = SSPController(port, clock: 25.megahertz, bitRate: 1.megahertz)
    _ = TwoWireController(wires, clock: 25.megahertz, pending: InterruptLine(rawValue: 15))
    _ = TimerDevice(timer, clock: 25.megahertz)
    guard let watchdog = try? Watchdog(dog, clock: 25.megahertz, within: .milliseconds(100)) else { return }
    watchdog.feed()
}
