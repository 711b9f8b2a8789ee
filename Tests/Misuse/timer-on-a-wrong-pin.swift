// A pin that does not carry the channel.
// expect: requires that 'PA5' conform to 'TIM3Channel1Pin'
import STM32F4Drivers

func start(_ pin: consuming Pin<PA5, Unconfigured>) throws(TimerError) {
    _ = try TIM3.channel1(pin)
}
