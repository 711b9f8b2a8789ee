// A product that is no quantity.
// expect: binary operator '*' cannot be applied to two 'Mass' (aka 'Quantity<Kilogram, Float>') operands
import Units

func product(_ mass: Mass) { _ = mass * mass }
