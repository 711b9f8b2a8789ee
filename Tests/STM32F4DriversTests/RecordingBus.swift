// A bus that notes what passes over it.
import MMIO
import SimulatedChip

/// Hands every access on to a chip and remembers the stores, in order.
final class RecordingBus: Bus {
    struct Store: Equatable {
        let address: UInt32
        let value: UInt32
    }

    private let chip: SimulatedChip
    private(set) var stores: [Store] = []

    init(_ chip: SimulatedChip) { self.chip = chip }

    func load(from address: UInt32, width: AccessWidth) -> UInt32 { chip.load(from: address, width: width) }

    func store(_ value: UInt32, to address: UInt32, width: AccessWidth) {
        stores.append(Store(address: address, value: value))
        chip.store(value, to: address, width: width)
    }

    /// Where the first store to `address` that satisfies `condition` stands in the order.
    func position(of address: UInt32, where condition: (UInt32) -> Bool) -> Int? {
        stores.firstIndex { $0.address == address && condition($0.value) }
    }
}
