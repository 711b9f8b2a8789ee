// The STM32F405 as the boards use it.

/// The models of an STM32F405, and the chip they make.
public final class SimulatedSTM32F405 {
    public let clocks = ResetAndClockModel()
    public let flash = FlashMemoryModel()
    public let flashController: FlashControllerModel
    public let usart1 = USARTModel(baseAddress: 0x4001_1000, line: 37)
    public let spi1 = SPIModel(baseAddress: 0x4001_3000, line: 35)
    public let i2c1 = I2CModel(baseAddress: 0x4000_5400, eventLine: 31, errorLine: 32)
    /// Where a controller is that addresses the chip.
    public let i2c2 = I2CTargetPortModel(baseAddress: 0x4000_5800, eventLine: 33, errorLine: 34, coreClock: 168_000_000)
    public let watchdog = WatchdogModel(coreClock: 168_000_000)
    public let randomNumbers = RandomNumberModel()
    public let power = PowerModel()
    public let realTimeClock: RealTimeClockModel
    public let timer2 = TimerModel(baseAddress: 0x4000_0000, line: 28, counterBits: 32)
    public let timer3 = TimerModel(baseAddress: 0x4000_0400, line: 29, counterBits: 16)
    public let externalInterrupts = ExternalInterruptModel()
    public let systemConfiguration: SystemConfigurationModel
    /// Ports A to I.
    public let ports: [PortModel]
    public let chip: SimulatedChip

    public init() {
        flashController = FlashControllerModel(flash)
        ports = (0..<9).map { PortModel(baseAddress: 0x4002_0000 + $0 * 0x400) }
        realTimeClock = RealTimeClockModel(
            coreClock: 168_000_000, power: power, clocks: clocks, lines: externalInterrupts)
        systemConfiguration = SystemConfigurationModel(lines: externalInterrupts) { [clocks] in
            clocks.isOn(SystemConfigurationModel.clock)
        }
        for (index, port) in ports.enumerated() {
            port.onInput = { [systemConfiguration] in
                systemConfiguration.levelChanged(port: index, pin: $0, isHigh: $1)
            }
        }
        chip = SimulatedChip(
            coreClock: 168_000_000,
            peripherals: [
                usart1, spi1, i2c1, i2c2, watchdog, randomNumbers, timer2, timer3,
                clocks, flash, flashController, power, realTimeClock, externalInterrupts,
                systemConfiguration,
            ] + ports)
        chip.onDeepSleep = { [clocks] in clocks.sleepDeeply() }
        watchdog.onBite = { [unowned chip] in chip.reset() }
    }
}
