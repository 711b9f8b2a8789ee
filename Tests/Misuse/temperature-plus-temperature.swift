// A sum of two points on a scale.
// expect: binary operator '+' cannot be applied to two 'Temperature' (aka 'TemperaturePoint<Microkelvin, Int32>') operands
import Units

func sum(_ inside: Temperature, _ outside: Temperature) { _ = inside + outside }
