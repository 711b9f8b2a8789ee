// The STM32F405 as the boards use it.

/// The models of an STM32F405, and the chip they make.
public final class SimulatedSTM32F405 {
    /// Reset and clock control.
    public let clocks = ResetAndClockModel()
    /// The flash memory.
    public let flash = FlashMemoryModel()
    /// What erases and programs it.
    public let flashController: FlashControllerModel
    /// USART1: the console of the Netduino Plus 2.
    public let usart1 = USARTModel(baseAddress: 0x4001_1000, line: 37)
    /// USART2: the console of the STM32F4 Discovery.
    public let usart2 = USARTModel(baseAddress: 0x4000_4400, line: 38)
    /// SPI1, without targets at first.
    public let spi1 = SPIModel(baseAddress: 0x4001_3000, line: 35)
    /// I2C1 as a controller, without targets at first.
    public let i2c1 = I2CModel(baseAddress: 0x4000_5400, eventLine: 31, errorLine: 32)
    /// Where a controller is that addresses the chip.
    public let i2c2 = I2CTargetPortModel(baseAddress: 0x4000_5800, eventLine: 33, errorLine: 34, coreClock: 168.megahertz)
    /// The independent watchdog. Its bite ends the run as a reset.
    public let watchdog = WatchdogModel(coreClock: 168.megahertz)
    /// The random number generator.
    public let randomNumbers = RandomNumberModel()
    /// Power control.
    public let power = PowerModel()
    /// The real-time clock and the backup registers.
    public let realTimeClock: RealTimeClockModel
    /// TIM2, of 32 bits.
    public let timer2 = TimerModel(baseAddress: 0x4000_0000, line: 28, counterBits: 32)
    /// TIM3, of 16 bits.
    public let timer3 = TimerModel(baseAddress: 0x4000_0400, line: 29, counterBits: 16)
    /// TIM6, which can trigger the converters of the sound output.
    public let timer6 = TimerModel(baseAddress: 0x4000_1000, line: 54, counterBits: 16)
    /// TIM7, which can trigger them too.
    public let timer7 = TimerModel(baseAddress: 0x4000_1400, line: 55, counterBits: 16)
    /// Both digital-to-analog converters.
    public let dac = DACModel()
    /// The first DMA controller.
    public let dma1: DMAModel
    /// The second DMA controller.
    public let dma2: DMAModel
    /// The first analog-to-digital converter.
    public let adc1: ADCModel
    /// The sixteen lines of pins, and those of the real-time clock.
    public let externalInterrupts = ExternalInterruptModel()
    /// What connects ports to those lines.
    public let systemConfiguration: SystemConfigurationModel
    /// Ports A to I.
    public let ports: [PortModel]
    /// The chip that the models make.
    public let chip: SimulatedChip

    /// A chip after its power came, whose core clock is taken to be 168 MHz.
    public init() {
        flashController = FlashControllerModel(flash)
        ports = (0..<9).map { PortModel(baseAddress: 0x4002_0000 + $0 * 0x400) }
        realTimeClock = RealTimeClockModel(
            coreClock: 168.megahertz, power: power, clocks: clocks, lines: externalInterrupts)
        let adcCommon = ADCCommonModel()
        adc1 = ADCModel(baseAddress: 0x4001_2000, line: 18, common: adcCommon)
        // EXTSEL 6 and 8 are TIM2_TRGO and TIM3_TRGO; a timer's clock has two core cycles.
        adc1.triggers = [
            6: { [timer2] in timer2.cyclesBetweenTriggers.map { $0 * 2 } },
            8: { [timer3] in timer3.cyclesBetweenTriggers.map { $0 * 2 } },
        ]
        // TSEL 0 and 2 are TIM6_TRGO and TIM7_TRGO.
        dac.triggers = [
            0: { [timer6] in timer6.cyclesBetweenTriggers.map { $0 * 2 } },
            2: { [timer7] in timer7.cyclesBetweenTriggers.map { $0 * 2 } },
        ]
        systemConfiguration = SystemConfigurationModel(lines: externalInterrupts) { [clocks] in
            clocks.isOn(SystemConfigurationModel.clock)
        }
        for (index, port) in ports.enumerated() {
            port.onInput = { [systemConfiguration] in
                systemConfiguration.levelChanged(port: index, pin: $0, isHigh: $1)
            }
        }
        // Interrupt lines of the streams, and who asks them (RM0090 tables 61, 42 and 43).
        dma1 = DMAModel(
            baseAddress: 0x4002_6000, lines: [11, 12, 13, 14, 15, 16, 17, 47], requests: Self.requests(dac))
        dma2 = DMAModel(
            baseAddress: 0x4002_6400, lines: [56, 57, 58, 59, 60, 68, 69, 70],
            requests: Self.requests(usart1, spi1, adc1))
        chip = SimulatedChip(
            coreClock: 168.megahertz,
            peripherals: [
                usart1, usart2, spi1, i2c1, i2c2, watchdog, randomNumbers, timer2, timer3, timer6, timer7,
                clocks, flash, flashController, power, realTimeClock, externalInterrupts,
                systemConfiguration, dma1, dma2, adc1, adcCommon, dac, SystemMemoryModel(),
            ] + ports)
        chip.connect(dma1)
        chip.connect(dma2)
        for usart in [usart1, usart2] { usart.onPulse = { [unowned chip] in chip.interrupts.pulse($0) } }
        clocks.onResetOfFastPeripherals = { [dma1, dma2] in
            if $0 & 1 << 21 != 0 { dma1.reset() }
            if $0 & 1 << 22 != 0 { dma2.reset() }
        }
        chip.onDeepSleep = { [clocks] in clocks.sleepDeeply() }
        watchdog.onBite = { [unowned chip] in chip.reset() }
    }

    private static func requests(_ dac: DACModel) -> [DMAModel.Request] {
        [5, 6].map { stream in DMAModel.Request(stream: stream, channel: 7) { dac.requestsTransfer(stream - 5) } }
    }

    private static func requests(_ usart1: USARTModel, _ spi1: SPIModel, _ adc1: ADCModel) -> [DMAModel.Request] {
        [(2, 4), (5, 4)].map { DMAModel.Request(stream: $0, channel: $1) { usart1.requestsReceive } }
            + [(7, 4)].map { DMAModel.Request(stream: $0, channel: $1) { usart1.requestsTransmit } }
            + [(0, 3), (2, 3)].map { DMAModel.Request(stream: $0, channel: $1) { spi1.requestsReceive } }
            + [(3, 3), (5, 3)].map { DMAModel.Request(stream: $0, channel: $1) { spi1.requestsTransmit } }
            + [(0, 0), (4, 0)].map { DMAModel.Request(stream: $0, channel: $1) { adc1.requestsTransfer } }
    }
}
