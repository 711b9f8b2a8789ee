// A comparison of two dimensions.
// expect: binary operator '>' cannot be applied to operands of type 'Voltage' (aka 'Quantity<Volt, Float>') and 'ElectricCurrent' (aka 'Quantity<Ampere, Float>')
import Units

func isMore(_ voltage: Voltage, _ current: ElectricCurrent) -> Bool { voltage > current }
