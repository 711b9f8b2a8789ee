// The board's cartridge slot. run.sh and flash.sh write it.
import GameBoy
import Interfaces
import MMIO
import TargetBoard

/// What the board's slot holds.
enum CartridgeInSlot {
    /// The file in the slot; nil if the slot holds none.
    static var file: UnsafeRawBufferPointer? {
        let slot = ThisBoard.cartridgeSlot
        return mappedMemory(at: slot.address, count: Int(slot.length)).flatMap { Cartridge.file(inSlot: $0) }
    }

    /// The bytes a file may have.
    static var capacity: Int { Int(ThisBoard.cartridgeSlot.length) - Cartridge.slotHeaderLength }
}
