// The watchdog gives no random numbers.
// expect: cannot convert value of type 'Peripheral<IWDG>' to expected argument type 'Peripheral<RNG>'
import STM32F4Drivers

func start(_ peripheral: consuming Peripheral<IWDG>) throws(STM32F4Drivers.RandomNumberGenerator.Failure) {
    _ = try STM32F4Drivers.RandomNumberGenerator(peripheral)
}
