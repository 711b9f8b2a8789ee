// The user LED of the MPS2 board, behind its FPGA I/O block (Arm AN386 section 4.1).
import MMIO
import CMSDKPAC
import Interfaces

/// LED 0. One load and one store; one level only.
public struct BoardLED: OutputPin {
    public init() {}

    public func set(_ isOn: Bool) { CMSDK.FPGAIO.LED.modify { $0.LED0 = isOn } }
}
