// What a board's cartridge slot holds. run.sh and flash.sh write it.
import GameBoy
import Interfaces
import MMIO

extension CartridgeSlot {
    /// The cartridge in the slot; nil if the slot holds none. Throws what is wrong with it.
    public func cartridge() throws(CartridgeError) -> Cartridge? {
        guard let memory = mappedMemory(at: address, count: Int(length)), let file = Cartridge.file(inSlot: memory) else {
            return nil
        }
        return try Cartridge(rom: file, slotSize: Int(length) - Cartridge.slotHeaderLength)
    }
}
