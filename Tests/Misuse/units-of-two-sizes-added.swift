// Counts of two units of one dimension, added without a conversion.
// expect: binary operator '+' cannot be applied to operands of type 'Microvolts' (aka 'Quantity<Microvolt, Int32>') and 'Voltage' (aka 'Quantity<Volt, Float>')
import Units

func sum(_ reading: Microvolts, _ offset: Voltage) { _ = reading + offset }
