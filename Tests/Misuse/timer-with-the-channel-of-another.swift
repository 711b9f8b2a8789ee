// A channel of one timer, given to another.
// expect: cannot convert value of type 'TimerChannel<TIM3>' to expected argument type 'TimerChannel<TIM2>'
import STM32F4Drivers

func start(_ capture: borrowing InputCapture<TIM2>, _ pin: consuming Pin<PA6, Unconfigured>) throws(TimerError) {
    _ = capture.input(try TIM3.channel1(pin), on: .rising)
}
