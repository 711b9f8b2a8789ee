// The PrimeCell synchronous serial port as an SPI controller, 8 bits, most significant first (PL022, ARM DDI 0194).
import CMSDKPAC
import CortexM
import Interfaces
import MMIO

/// When data is valid, as sensors' and displays' data sheets number it: the clock's polarity and phase.
public enum SPIMode: UInt8, Sendable {
    /// Idle low, sampled at the first edge.
    case mode0 = 0
    /// Idle low, sampled at the second.
    case mode1 = 1
    /// Idle high, sampled at the first.
    case mode2 = 2
    /// Idle high, sampled at the second.
    case mode3 = 3
}

/// A port as the bus's one controller. Targets have select lines of their own.
///
/// The port has no interrupt for the end of a byte: that of the transmit FIFO comes as the byte goes out, and
/// `takeReceived` waits for the rest of it, 16 cycles of the core at 12.5 Mbit/s and 2000 at the slowest.
public struct SSPController: SPIByteDevice {
    let registers: SSP
    /// What `Claims` knows the port by.
    private let claim: Int
    /// What the clock has been divided to, in bits a second, rounded down.
    public let bitRate: Frequency
    /// Looks at the status that outlast a byte eight times: each takes three cycles at least.
    private let timeout: Int

    /// The slowest rate there is: a byte then takes 80 microseconds.
    public static var slowest: Frequency { 100.kilohertz }

    /// Turns it on at the fastest rate that is neither above `bitRate` nor, whatever that is, below `slowest`. `clock` is the
    /// peripherals'. With `loopBack` it hears itself, to be tested without a target.
    public init<Instance: SSPInstance>(
        _ port: consuming Peripheral<Instance>, clock: Frequency, bitRate: Frequency, mode: SPIMode = .mode0,
        loopBack: Bool = false
    ) {
        self.init(
            Instance.registers, claim: Instance.claim, clock: clock, bitRate: bitRate, mode: mode, loopBack: loopBack)
    }

    private init(_ registers: SSP, claim: Int, clock: Frequency, bitRate: Frequency, mode: SPIMode, loopBack: Bool) {
        // The clock is divided by 2, the least the prescaler has, and by 1 to 256 (DDI 0194, 3.3.1).
        let rate = max(bitRate, Self.slowest)
        let divider = max(1, min(256, (clock / 2 - 1.hertz) / rate + 1))
        self.registers = registers
        self.claim = claim
        self.bitRate = clock / 2 / divider
        timeout = Int(divider) &* 2 &* 8 &* 8 / 3
        registers.SSPCR1.write { $0.SSE = false }
        registers.SSPIMSC.write { $0.bits = 0 }
        registers.SSPCPSR.write { $0.CPSDVSR = 2 }
        registers.SSPCR0.write {
            $0.DSS = 7
            $0.SPO = mode.rawValue & 2 != 0
            $0.SPH = mode.rawValue & 1 != 0
            $0.SCR = UInt8(truncatingIfNeeded: divider &- 1)
        }
        registers.SSPCR1.write {
            $0.LBM = loopBack
            $0.SSE = true
        }
    }

    public func exchange(_ byte: UInt8) { registers.SSPDR.write { $0.DATA = UInt16(byte) } }

    public func takeReceived() throws(SPIError) -> UInt8? {
        if registers.SSPRIS.read().RORRIS {
            dropReceived()
            throw .overrun
        }
        var looks = 0
        var status = registers.SSPSR.read()
        while !status.RNE {
            guard status.BSY else { break }
            guard looks < timeout else { throw .timeout }
            looks &+= 1
            status = registers.SSPSR.read()
        }
        if status.RNE { return UInt8(truncatingIfNeeded: registers.SSPDR.read().DATA) }
        // Nothing is on its way. With the interrupt enabled a byte should be, and waiting for it would never end.
        guard !registers.SSPIMSC.read().TXIM else { throw .timeout }
        return nil
    }

    public func setInterrupt(_ enabled: Bool) {
        registers.SSPIMSC.write {
            $0.TXIM = enabled
            $0.RORIM = enabled
        }
    }

    /// Ends the driver: the port is off and may be taken again. Copies of the controller are of no use from here.
    /// Precondition: no transfer is going on.
    public func release() {
        setInterrupt(false)
        registers.SSPCR1.write { $0.SSE = false }
        Claims.release(claim)
    }

    public func restart() {
        registers.SSPCR1.modify { $0.SSE = false }
        dropReceived()
        registers.SSPCR1.modify { $0.SSE = true }
    }

    /// Turning the port off does not empty its FIFO: what was received is read away, at most the eight there is room for.
    private func dropReceived() {
        for _ in 0..<8 where registers.SSPSR.read().RNE { _ = registers.SSPDR.read() }
        registers.SSPICR.clear(.RORIC | .RTIC)
    }
}
