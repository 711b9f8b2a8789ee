// PB4 carries TIM3's first channel, not its second.
// expect: requires that 'PB4' conform to 'TIM3Channel2Pin'
import STM32F4Drivers

func start(_ modulator: borrowing PulseWidthModulator<TIM3>, _ pin: consuming Pin<PB4, Unconfigured>) throws(TimerError) {
    _ = try modulator.output(try TIM3.channel2(pin))
}
