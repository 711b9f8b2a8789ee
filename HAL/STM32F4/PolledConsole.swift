// The console of a board for what does not wait: `print` and the report of a fault.
#if hasFeature(Embedded)
    import Interfaces
    import MMIO
    import STM32F405PAC

    extension USARTInstance {
        /// Writes a byte by polling, and first starts the USART at `baudRate` with the pin that it transmits by, if nobody
        /// has: so it works in a program that has no console, and after a fault. Gives a byte up that is not taken in some
        /// milliseconds. Every image carries it, so the rate is not checked as `USARTDevice` does it, by divisions of 64
        /// bits. Context: any.
        public static func putConsoleByte<Transmit: PinIdentity>(
            _ byte: UInt8, by transmit: Transmit.Type, function: UInt8, baudRate: UInt32
        ) {
            turnOn()
            if !registers.CR1.read().UE {
                let pin = PortPin(Transmit.self)
                pin.powerPort()
                pin.setFunction(function)
                pin.setMode(.alternate)
                // In sixteenths of 16 samples (RM0090 30.3.4): BRR's two fields are one number.
                registers.BRR.write { $0.bits = (clock(ClockTree.inForce).hertz &+ baudRate / 2) / baudRate }
                registers.CR1.write {
                    $0.UE = true
                    $0.TE = true
                }
            }
            for _ in 0..<100_000 where registers.SR.read().TXE { break }
            registers.DR.write { $0.DR = UInt16(byte) }
        }
    }

    extension ClockTree {
        /// What the core runs at now, by the registers that `start` wrote: 1 MHz goes into the PLL.
        fileprivate static var inForce: ClockOutcome {
            guard STM32F405.RCC.CFGR.read().SWS == .PLL else {
                return ClockOutcome(source: .unscaledInternalOscillator, coreClock: internalOscillator)
            }
            let pll = STM32F405.RCC.PLLCFGR.read()
            let core = UInt32(pll.PLLN) * 1.megahertz / (UInt32(pll.PLLP.rawValue) * 2 + 2)
            return ClockOutcome(source: pll.PLLSRC == .HSE ? .crystal : .internalOscillator, coreClock: core)
        }
    }
#endif
