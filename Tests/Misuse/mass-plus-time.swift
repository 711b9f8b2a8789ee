// A sum of two dimensions.
// expect: binary operator '+' cannot be applied to operands of type 'Mass' (aka 'Quantity<Kilogram, Float>') and 'Time' (aka 'Quantity<Second, Float>')
import Units

func sum(_ mass: Mass, _ time: Time) { _ = mass + time }
