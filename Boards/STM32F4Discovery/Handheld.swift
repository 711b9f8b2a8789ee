// What is wired to the board to make a handheld of it; the table is in the README beside this.
import CortexM
import Interfaces
import STM32F405PAC
import STM32F4Drivers

extension STM32F4Discovery: HandheldBoard {
    /// An ILI9341 on SPI1, at pins where it leaves PA5 to the sound. 42 Mbit/s bring a picture in 9 ms.
    public static func makeDisplay(
        _ clocks: ClockOutcome
    ) -> DisplayConnection<SPIDMAController, SharedOutput> {
        guard let spi = SPI1.take(), let clock = PB3.take(), let input = PB4.take(), let output = PB5.take(),
            let receiver = DMA2Stream0.take(), let transmitter = DMA2Stream3.take(), let select = PD8.take(),
            let dataSelect = PD9.take()
        else { fatalError("the display's bus or pins are in use") }
        return DisplayConnection(
            bus: SPIDMAController(
                spi, clock: clock, input: input, output: output, receivingBy: receiver, transmittingBy: transmitter,
                clocks: clocks, bitRate: 42.megahertz),
            select: select.asOutput(isHigh: true, speed: .high).shared(),
            dataSelect: dataSelect.asOutput(speed: .high).shared())
    }

    public static var displayLines: InlineArray<3, InterruptLine> {
        [
            InterruptLine(rawValue: Interrupt.SPI1.rawValue), InterruptLine(rawValue: Interrupt.DMA2_Stream0.rawValue),
            InterruptLine(rawValue: Interrupt.DMA2_Stream3.rawValue),
        ]
    }

    /// Each to ground, with the pin's own pull-up.
    public static func makeButtons() -> InlineArray<8, SharedInput> {
        guard let right = PE7.take(), let left = PE8.take(), let up = PE9.take(), let down = PE10.take(),
            let a = PE11.take(), let b = PE12.take(), let select = PE13.take(), let start = PE14.take()
        else { fatalError("the buttons' pins are in use") }
        return [
            right.asInput(pull: .up).shared(), left.asInput(pull: .up).shared(), up.asInput(pull: .up).shared(),
            down.asInput(pull: .up).shared(), a.asInput(pull: .up).shared(), b.asInput(pull: .up).shared(),
            select.asInput(pull: .up).shared(), start.asInput(pull: .up).shared(),
        ]
    }
}
