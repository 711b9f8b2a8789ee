// A two-wire bus on a peripheral that is none.
// expect: error: initializer 'init(_:clock:pending:)' requires that 'SSP0' conform to 'TwoWireInstance'
import CMSDKDrivers
import CortexM

func start(_ port: consuming Peripheral<SSP0>) {
    _ = TwoWireController(port, clock: 25.megahertz, pending: InterruptLine(rawValue: 15))
}
