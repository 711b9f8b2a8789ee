// PA3 and PB3 share a line: one of them interrupts by it.
// expect: 'line' consumed more than once
import STM32F4Drivers

func start(
    _ first: consuming Pin<PA3, Input>, _ second: consuming Pin<PB3, Input>, _ line: consuming Peripheral<EXTI3>
) {
    _ = EdgeInput(first, line: line, on: .rising)
    _ = EdgeInput(second, line: line, on: .rising)
}
