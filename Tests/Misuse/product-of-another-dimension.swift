// A force taken for an energy.
// expect: cannot assign value of type 'Quantity<Newton, Float>' to type 'Energy' (aka 'Quantity<Joule, Float>')
import Units

func energy(_ mass: Mass, _ acceleration: Acceleration) {
    let energy: Energy = mass * acceleration
    _ = energy
}
