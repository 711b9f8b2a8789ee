// The sixteen streams of the two DMA controllers as types (RM0090 section 10).
import MMIO
import STM32F405PAC

/// One of the chip's DMA streams. There is one value for each, `DMA2Stream3.take()`, and the driver that it moves data for
/// consumes it. Which driver that may be is in the types (`Requests.swift`): a stream that does not serve a peripheral's
/// request does not compile there.
public protocol DMAStreamIdentity: PeripheralIdentity {
    /// The registers of the controller that it is one of.
    static var controller: DMA { get }
    /// Which of the controller's streams, 0 to 7.
    static var number: Int { get }
    /// What the vector table calls its interrupt.
    static var interrupt: Interrupt { get }
}

/// A stream of the first controller, which reaches the peripherals of the slower bus and memory.
public protocol DMA1Stream: DMAStreamIdentity {}
extension DMA1Stream {
    public static var controller: DMA { STM32F405.DMA1 }
    public static var claim: Int { 208 &+ number }
    public static func turnOn() { STM32F405.RCC.AHB1ENR.modify { $0.DMA1EN = true } }
}

/// A stream of the second controller, which reaches those of the faster bus and memory.
public protocol DMA2Stream: DMAStreamIdentity {}
extension DMA2Stream {
    public static var controller: DMA { STM32F405.DMA2 }
    public static var claim: Int { 216 &+ number }
    public static func turnOn() { STM32F405.RCC.AHB1ENR.modify { $0.DMA2EN = true } }
}

/// Stream 0 of DMA1: serves UART5_RX and SPI3_RX.
public enum DMA1Stream0: DMA1Stream {
    public static var number: Int { 0 }
    public static var interrupt: Interrupt { .DMA1_Stream0 }
}
/// Stream 1 of DMA1: serves USART3_RX.
public enum DMA1Stream1: DMA1Stream {
    public static var number: Int { 1 }
    public static var interrupt: Interrupt { .DMA1_Stream1 }
}
/// Stream 2 of DMA1: serves UART4_RX and SPI3_RX.
public enum DMA1Stream2: DMA1Stream {
    public static var number: Int { 2 }
    public static var interrupt: Interrupt { .DMA1_Stream2 }
}
/// Stream 3 of DMA1: serves USART3_TX and SPI2_RX.
public enum DMA1Stream3: DMA1Stream {
    public static var number: Int { 3 }
    public static var interrupt: Interrupt { .DMA1_Stream3 }
}
/// Stream 4 of DMA1: serves UART4_TX and SPI2_TX.
public enum DMA1Stream4: DMA1Stream {
    public static var number: Int { 4 }
    public static var interrupt: Interrupt { .DMA1_Stream4 }
}
/// Stream 5 of DMA1: serves USART2_RX, SPI3_TX and DAC1.
public enum DMA1Stream5: DMA1Stream {
    public static var number: Int { 5 }
    public static var interrupt: Interrupt { .DMA1_Stream5 }
}
/// Stream 6 of DMA1: serves USART2_TX and DAC2.
public enum DMA1Stream6: DMA1Stream {
    public static var number: Int { 6 }
    public static var interrupt: Interrupt { .DMA1_Stream6 }
}
/// Stream 7 of DMA1: serves UART5_TX and SPI3_TX.
public enum DMA1Stream7: DMA1Stream {
    public static var number: Int { 7 }
    public static var interrupt: Interrupt { .DMA1_Stream7 }
}
/// Stream 0 of DMA2: serves SPI1_RX, ADC1 and ADC3.
public enum DMA2Stream0: DMA2Stream {
    public static var number: Int { 0 }
    public static var interrupt: Interrupt { .DMA2_Stream0 }
}
/// Stream 1 of DMA2: serves USART6_RX and ADC3.
public enum DMA2Stream1: DMA2Stream {
    public static var number: Int { 1 }
    public static var interrupt: Interrupt { .DMA2_Stream1 }
}
/// Stream 2 of DMA2: serves USART1_RX, USART6_RX, SPI1_RX and ADC2.
public enum DMA2Stream2: DMA2Stream {
    public static var number: Int { 2 }
    public static var interrupt: Interrupt { .DMA2_Stream2 }
}
/// Stream 3 of DMA2: serves SPI1_TX and ADC2.
public enum DMA2Stream3: DMA2Stream {
    public static var number: Int { 3 }
    public static var interrupt: Interrupt { .DMA2_Stream3 }
}
/// Stream 4 of DMA2: serves ADC1.
public enum DMA2Stream4: DMA2Stream {
    public static var number: Int { 4 }
    public static var interrupt: Interrupt { .DMA2_Stream4 }
}
/// Stream 5 of DMA2: serves USART1_RX and SPI1_TX.
public enum DMA2Stream5: DMA2Stream {
    public static var number: Int { 5 }
    public static var interrupt: Interrupt { .DMA2_Stream5 }
}
/// Stream 6 of DMA2: serves USART6_TX.
public enum DMA2Stream6: DMA2Stream {
    public static var number: Int { 6 }
    public static var interrupt: Interrupt { .DMA2_Stream6 }
}
/// Stream 7 of DMA2: serves USART1_TX and USART6_TX.
public enum DMA2Stream7: DMA2Stream {
    public static var number: Int { 7 }
    public static var interrupt: Interrupt { .DMA2_Stream7 }
}
