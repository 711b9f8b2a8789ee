// PD12 carries TIM4's first channel, not TIM3's.
// expect: requires that 'PD12' conform to 'TIM3Channel1Pin'
import STM32F4Drivers

func start(_ modulator: borrowing PulseWidthModulator<TIM3>, _ pin: consuming Pin<PD12, Unconfigured>) throws(TimerError) {
    _ = try modulator.output(try TIM3.channel1(pin))
}
