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
    _ = SSPController(port, clock: 25_000_000, bitRate: 1_000_000)
    _ = TwoWireController(wires, clock: 25_000_000, pending: InterruptLine(rawValue: 15))
    _ = TimerDevice(timer, clock: 25_000_000)
    guard let watchdog = try? Watchdog(dog, clock: 25_000_000, milliseconds: 100) else { return }
    watchdog.feed()
}
