// The watchdog as an interval timer.
// expect: error: initializer 'init(_:clock:)' requires that 'WDT' conform to 'TimerInstance'
import CMSDKDrivers
import Interfaces

func start(_ timer: consuming Peripheral<WDT>) {
    _ = TimerDevice(timer, clock: 25.megahertz)
}
