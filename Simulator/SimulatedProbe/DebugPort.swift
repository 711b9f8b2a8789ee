// The core's JTAG debug port (ARM IHI 0031, chapter B3): 35-bit scans that read and write its own registers
// and those of the access ports that it leads to.

/// What the debug port talks to.
public protocol AccessPort: AnyObject {
    /// Reads the register at `address`, a multiple of 4 below 256; nil if the access failed.
    func read(_ address: UInt8) -> UInt32?
    /// Writes it; false if the access failed.
    func write(_ address: UInt8, _ value: UInt32) -> Bool
}

/// The debug port, which leads to access port 0. Every access is done at once, so no scan is answered WAIT.
public final class DebugPort: TestDataRegisters {
    /// What IDCODE reads: Arm, a JTAG debug port.
    public static let identification: UInt32 = 0x4BA0_0477

    public let instructionLength = 4
    public let identificationInstruction: UInt64 = 0b1110
    private static let debugPortAccess: UInt64 = 0b1010
    private static let accessPortAccess: UInt64 = 0b1011
    private static let abort: UInt64 = 0b1000
    /// The acknowledgement OK/FAULT.
    private static let ok: UInt64 = 0b010

    private enum Control {
        static let stickyOverrun: UInt32 = 1 << 1
        static let stickyCompare: UInt32 = 1 << 4
        static let stickyError: UInt32 = 1 << 5
        static let sticky = stickyOverrun | stickyCompare | stickyError
        /// Power-up requests, for the debug and the system domain; the bit above each acknowledges it.
        static let powerUpRequests: UInt32 = 1 << 28 | 1 << 30
        static let readOnly = powerUpRequests << 1 | 1 << 27 | 1 << 7 | 1 << 6
    }

    private let accessPort: any AccessPort
    private var control: UInt32 = 0
    private var select: UInt32 = 0
    /// What the last read fetched: the next scan carries it out.
    private var result: UInt32 = 0

    /// A debug port with one access port, number 0.
    public init(_ accessPort: any AccessPort) { self.accessPort = accessPort }

    public func length(of instruction: UInt64) -> Int {
        switch instruction {
        case Self.debugPortAccess, Self.accessPortAccess, Self.abort: 35
        case identificationInstruction: 32
        default: 1
        }
    }

    public func capture(_ instruction: UInt64) -> UInt64 {
        switch instruction {
        case Self.debugPortAccess, Self.accessPortAccess: UInt64(result) << 3 | Self.ok
        case identificationInstruction: UInt64(Self.identification)
        default: 0
        }
    }

    public func update(_ instruction: UInt64, _ value: UInt64) {
        // Bit 0: read; bits 1 and 2: address bits 2 and 3; then the data.
        let isRead = value & 1 != 0
        let address = UInt8(value & 0b110) << 1
        let data = UInt32(truncatingIfNeeded: value >> 3)
        switch instruction {
        case Self.debugPortAccess: accessOwnRegister(address, isRead: isRead, data)
        case Self.accessPortAccess: accessPortRegister(address, isRead: isRead, data)
        default: break
        }
    }

    private func accessOwnRegister(_ address: UInt8, isRead: Bool, _ data: UInt32) {
        switch (address, isRead) {
        case (0x4, true): result = control | (control & Control.powerUpRequests) << 1
        case (0x4, false):
            // Sticky flags are cleared by writing 1 in a JTAG port (B2.2.2); the acknowledgements follow the
            // requests.
            let sticky = control & Control.sticky & ~data
            control = data & ~(Control.sticky | Control.readOnly) | sticky
        case (0x8, true): result = select
        case (0x8, false): select = data
        // RDBUFF: its scan carries the result out, and leaves none.
        case (_, true): result = 0
        case (_, false): break
        }
    }

    private func accessPortRegister(_ address: UInt8, isRead: Bool, _ data: UInt32) {
        // After a failed access the port does none until the flag is cleared (B1.2.1).
        guard control & Control.stickyError == 0 else { return }
        let bank = UInt8(truncatingIfNeeded: select & 0xF0)
        let hasPort = select >> 24 == 0
        if isRead {
            // A port that is not there reads 0, as its identification does.
            guard hasPort else {
                result = 0
                return
            }
            guard let value = accessPort.read(bank | address) else {
                control |= Control.stickyError
                return
            }
            result = value
        } else if hasPort, !accessPort.write(bank | address, data) {
            control |= Control.stickyError
        }
    }
}
