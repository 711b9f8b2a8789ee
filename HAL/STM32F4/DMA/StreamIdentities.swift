// The sixteen streams of the two DMA controllers as types (RM0090 section 10).
import MMIO
import STM32F405PAC

/// One of the chip's DMA streams. There is one value for each, `DMA2Stream3.take()`, and the driver that it moves data for
/// consumes it. Which driver that may be is in the types (`Requests.swift`): a stream that does not serve a peripheral's
/// request does not compile there.
public protocol DMAStreamIdentity: PeripheralIdentity {
    static var controller: DMA { get }
    static var number: Int { get }
    static var interrupt: Interrupt { get }
}

public protocol DMA1Stream: DMAStreamIdentity {}
extension DMA1Stream {
    public static var controller: DMA { STM32F405.DMA1 }
    public static var claim: Int { 208 &+ number }
    public static func turnOn() { STM32F405.RCC.AHB1ENR.modify { $0.DMA1EN = true } }
}

public protocol DMA2Stream: DMAStreamIdentity {}
extension DMA2Stream {
    public static var controller: DMA { STM32F405.DMA2 }
    public static var claim: Int { 216 &+ number }
    public static func turnOn() { STM32F405.RCC.AHB1ENR.modify { $0.DMA2EN = true } }
}

public enum DMA1Stream0: DMA1Stream {
    public static var number: Int { 0 }
    public static var interrupt: Interrupt { .DMA1_Stream0 }
}
public enum DMA1Stream1: DMA1Stream {
    public static var number: Int { 1 }
    public static var interrupt: Interrupt { .DMA1_Stream1 }
}
public enum DMA1Stream2: DMA1Stream {
    public static var number: Int { 2 }
    public static var interrupt: Interrupt { .DMA1_Stream2 }
}
public enum DMA1Stream3: DMA1Stream {
    public static var number: Int { 3 }
    public static var interrupt: Interrupt { .DMA1_Stream3 }
}
public enum DMA1Stream4: DMA1Stream {
    public static var number: Int { 4 }
    public static var interrupt: Interrupt { .DMA1_Stream4 }
}
public enum DMA1Stream5: DMA1Stream {
    public static var number: Int { 5 }
    public static var interrupt: Interrupt { .DMA1_Stream5 }
}
public enum DMA1Stream6: DMA1Stream {
    public static var number: Int { 6 }
    public static var interrupt: Interrupt { .DMA1_Stream6 }
}
public enum DMA1Stream7: DMA1Stream {
    public static var number: Int { 7 }
    public static var interrupt: Interrupt { .DMA1_Stream7 }
}
public enum DMA2Stream0: DMA2Stream {
    public static var number: Int { 0 }
    public static var interrupt: Interrupt { .DMA2_Stream0 }
}
public enum DMA2Stream1: DMA2Stream {
    public static var number: Int { 1 }
    public static var interrupt: Interrupt { .DMA2_Stream1 }
}
public enum DMA2Stream2: DMA2Stream {
    public static var number: Int { 2 }
    public static var interrupt: Interrupt { .DMA2_Stream2 }
}
public enum DMA2Stream3: DMA2Stream {
    public static var number: Int { 3 }
    public static var interrupt: Interrupt { .DMA2_Stream3 }
}
public enum DMA2Stream4: DMA2Stream {
    public static var number: Int { 4 }
    public static var interrupt: Interrupt { .DMA2_Stream4 }
}
public enum DMA2Stream5: DMA2Stream {
    public static var number: Int { 5 }
    public static var interrupt: Interrupt { .DMA2_Stream5 }
}
public enum DMA2Stream6: DMA2Stream {
    public static var number: Int { 6 }
    public static var interrupt: Interrupt { .DMA2_Stream6 }
}
public enum DMA2Stream7: DMA2Stream {
    public static var number: Int { 7 }
    public static var interrupt: Interrupt { .DMA2_Stream7 }
}
