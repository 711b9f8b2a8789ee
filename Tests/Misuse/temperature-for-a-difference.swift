// A point on a scale where a difference is wanted.
// expect: cannot convert value of type 'Temperature' (aka 'TemperaturePoint<Microkelvin, Int32>') to expected argument type 'TemperatureDifference' (aka 'Quantity<Microkelvin, Int32>')
import Units

func limit(_ rise: TemperatureDifference) {}
func misuse() { limit(5.celsius) }
