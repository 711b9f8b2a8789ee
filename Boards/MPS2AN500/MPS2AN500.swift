// Arm MPS2 with the AN500 image, a Cortex-M7 with floating point in double precision. QEMU's mps2-an500 machine is this
// board.
@_exported import CMSDKDrivers
import Interfaces

/// The board. Console, LED and interrupt lines are those of every MPS2 image here (`MPS2Board`): UART0 at 115,200 baud, LED
/// 0.
public enum MPS2AN500: MPS2Board {
    /// What the console image prints at its start.
    public static var name: StaticString { "MPS2 AN500 (Cortex-M7)" }

    /// The first 8 MB of the PSRAM and room for the header.
    public static var dataRegion: MemoryRegion? { MemoryRegion(address: 0x6000_0000, length: 8 << 20 | 16) }
}

/// What images call the board they are built for.
public typealias ThisBoard = MPS2AN500
