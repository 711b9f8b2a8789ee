// Arm MPS2 with the AN500 image, a Cortex-M7 with floating point in double precision. QEMU's mps2-an500 machine is this
// board.
@_exported import CMSDKDrivers
import Interfaces

public enum MPS2AN500: MPS2Board {
    public static var name: StaticString { "MPS2 AN500 (Cortex-M7)" }

    /// The first 8 MB of the PSRAM and room for the header.
    public static var dataRegion: MemoryRegion? { MemoryRegion(address: 0x6000_0000, length: 8 << 20 | 16) }
}

/// What images call the board they are built for.
public typealias ThisBoard = MPS2AN500
