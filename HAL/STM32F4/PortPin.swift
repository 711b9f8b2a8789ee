// A pin of a port (RM0090 section 8).
import Interfaces
import MMIO
import STM32F405PAC

/// One pin: which port and which of its 16.
public struct PortPin: Sendable {
    let port: GPIO
    let number: Int

    /// Precondition: `0 <= number < 16`. The port's clock is turned on when the pin is configured.
    @inlinable @inline(__always)
    public init(_ port: GPIO, _ number: Int) {
        self.init(port: port, number: number)
    }

    @usableFromInline
    init(port: GPIO, number: Int) {
        precondition(number >= 0 && number < 16, "a port has 16 pins")
        self.port = port
        self.number = number
    }

    /// Turns on the clock of the pin's port (AHB1ENR): ports lie 1 KB apart, in the order of their bits.
    private func powerPort() {
        let bit = (port.baseAddress &- STM32F405.GPIOA.baseAddress) &>> 10
        STM32F405.RCC.AHB1ENR.modify { $0.bits |= 1 &<< bit }
        // The peripheral may be touched two cycles after its clock is on (RM0090 7.2.16): one read lasts that.
        _ = STM32F405.RCC.AHB1ENR.read()
    }

    /// Makes the pin a push-pull output, low at first.
    public func configureAsOutput() -> PushPullOutput {
        powerPort()
        let output = PushPullOutput(pin: self)
        output.set(false)
        port.OTYPER.modify { $0[OT: number] = .pushPull }
        port.MODER.modify { $0[MODER: number] = .output }
        return output
    }

    /// Gives the pin to a peripheral by its alternate function, 0 to 15 (DS8626 table 9), with a pull-up so
    /// that an open receive line reads idle.
    public func configureAsAlternate(_ function: UInt8) {
        powerPort()
        port.PUPDR.modify { $0[PUPDR: number] = .up }
        if number < 8 {
            port.AFRL.modify { $0[AFRL: number] = function }
        } else {
            port.AFRH.modify { $0[AFRH: number] = function }
        }
        port.OSPEEDR.modify { $0[OSPEEDR: number] = .high }
        port.MODER.modify { $0[MODER: number] = .alternate }
    }
}

/// A pin that drives its line high or low. One store; any context.
public struct PushPullOutput: OutputPin {
    let pin: PortPin

    public func set(_ isOn: Bool) {
        if isOn {
            pin.port.BSRR.set(.BS(pin.number))
        } else {
            pin.port.BSRR.clear(.BR(pin.number))
        }
    }
}
