// One synchronous serial port, two controllers.
// expect: error: 'port' consumed more than once
import CMSDKDrivers
import Interfaces

func start(_ port: consuming Peripheral<SSP0>) {
    _ = SSPController(port, clock: 25_000_000, bitRate: 1_000_000)
    _ = SSPController(port, clock: 25_000_000, bitRate: 2_000_000)
}
