// What becomes of OAM when the CPU puts an address of 0xFE00...0xFEFF on its bus while the PPU scans it: the row being
// scanned is mixed with the one before it. The colour machine is spared.

/// How the CPU uses the address.
enum ObjectAccess {
    case read
    /// A write, or counting alone, which looks like one.
    case write
    /// A read that counts the address in the same cycle. A plain read follows it.
    case readCounting
}

extension MachineState {
    @inline(never)
    mutating func damageObjects(_ access: ObjectAccess, at now: Moment) {
        catchUpPPU(to: now)
        ppu.damageObjects(access, at: now)
    }
}

/// A row is eight bytes, four words. Word 0 of the scanned row is mixed from those around it, and the other three come
/// from the row before.
///
/// Source: Pan Docs, "OAM Corruption Bug".
extension PPU {
    mutating func damageObjects(_ access: ObjectAccess, at now: Moment) {
        guard !M.isColour, let row = scannedRow(at: now) else { return }
        let above = word(row &- 1, 0)
        let third = word(row &- 1, 2)
        let own = word(row, 0)
        switch access {
        case .write:
            setWord(row, ((own ^ third) & (above ^ third)) ^ third)
            copyTail(from: row &- 1, to: row)
        case .read:
            setWord(row, above | own & third)
            copyTail(from: row &- 1, to: row)
        case .readCounting:
            guard row >= 4 && row < 19 else { return }
            let two = word(row &- 2, 0)
            setWord(row &- 1, above & (two | own | third) | two & own & third)
            copy(from: row &- 1, to: row)
            copy(from: row &- 1, to: row &- 2)
        }
    }

    private mutating func copy(from source: Int, to target: Int) {
        setWord(target, word(source, 0))
        copyTail(from: source, to: target)
    }

    /// The row that the scan reads in the machine cycle that ends now; nil without one, and in row 0, which has none
    /// before it.
    private func scannedRow(at now: Moment) -> Int? {
        guard mode == 2 && isOn else { return nil }
        let row = Int((now &- lineStart) / 4)
        return row >= 1 && row < 20 ? row : nil
    }

    private func word(_ row: Int, _ index: Int) -> UInt32 {
        let offset = row &* 8 &+ index &* 2
        return UInt32(objects[offset]) | UInt32(objects[offset &+ 1]) &<< 8
    }

    private mutating func setWord(_ row: Int, _ value: UInt32) {
        objects[row &* 8] = UInt8(truncatingIfNeeded: value)
        objects[row &* 8 &+ 1] = UInt8(truncatingIfNeeded: value &>> 8)
    }

    private mutating func copyTail(from source: Int, to target: Int) {
        for index in 2..<8 { objects[target &* 8 &+ index] = objects[source &* 8 &+ index] }
    }
}
