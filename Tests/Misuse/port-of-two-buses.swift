// One synchronous serial port, two controllers.
// expect: error: 'port' consumed more than once
import CMSDKDrivers
import Interfaces

func start(_ port: consuming Peripheral<SSP0>) {
    _ = SSPController(port, clock: 25.megahertz, bitRate: 1.megahertz)
    _ = SSPController(port, clock: 25.megahertz, bitRate: 2.megahertz)
}
