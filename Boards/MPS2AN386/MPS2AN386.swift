// Arm MPS2 with the AN386 image, a Cortex-M4. QEMU's mps2-an386 machine is this board.
@_exported import CMSDKDrivers
import Interfaces

public enum MPS2AN386: MPS2Board {
    public static var name: StaticString { "MPS2 AN386 (Cortex-M4)" }

    /// The first 8 MB of the PSRAM and room for the header.
    public static var dataRegion: MemoryRegion? { MemoryRegion(address: 0x2100_0000, length: 8 << 20 | 16) }
}

/// What images call the board they are built for.
public typealias ThisBoard = MPS2AN386
