// A pin for a converter has no edges.
// expect: cannot convert value of type 'Pin<PB3, Analog>'
import STM32F4Drivers

func start(_ pin: consuming Pin<PB3, Analog>, _ line: consuming Peripheral<EXTI3>) {
    _ = EdgeInput(pin, line: line, on: .rising)
}
