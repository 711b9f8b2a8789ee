// Pins interrupt by the line of their number: PB3 by EXTI3.
// expect: cannot convert value of type 'Peripheral<EXTI4>' to expected argument type 'Peripheral<PB3.Line>' (aka 'Peripheral<EXTI3>')
import STM32F4Drivers

func start(_ pin: consuming Pin<PB3, Input>, _ line: consuming Peripheral<EXTI4>) {
    _ = EdgeInput(pin, line: line, on: .rising)
}
