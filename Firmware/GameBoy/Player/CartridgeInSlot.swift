// What a board's cartridge slot holds. run.sh and flash.sh write it.
import GameBoy
import Interfaces
import MMIO

extension MemoryRegion {
    /// The cartridge in the slot; nil if the slot holds none. Throws what is wrong with it. `ifOdd` is called with each
    /// thing that is odd about one which can be run all the same, at most four.
    /// - Throws: a `CartridgeError` for a file that cannot be run, such as `unsupportedType` or `romTruncated`.
    public func cartridge(ifOdd: (CartridgeError) -> Void) throws(CartridgeError) -> Cartridge? {
        guard let memory = mappedMemory(at: address, count: Int(length)), let file = Cartridge.file(inSlot: memory) else {
            return nil
        }
        return try Cartridge(rom: file, slotSize: Int(length) - Cartridge.slotHeaderLength, ifOdd: ifOdd)
    }
}
