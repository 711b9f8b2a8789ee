// The input of the benchmark, the same on the chip and on the host, so that their pictures can be compared.

extension Buttons {
    /// The buttons held in a frame of the benchmark, counted from power-on: nothing for a second, then Start and A
    /// in turn, to get through a title screen, then some of everything.
    public static func benchmark(frame: UInt32) -> Buttons {
        if frame < 60 { return [] }
        if frame < 420 {
            switch frame % 64 {
            case 0..<4: return .start
            case 32..<36: return .a
            default: return []
            }
        }
        let direction: Buttons =
            switch frame / 48 % 4 {
            case 0: .right
            case 1: .down
            case 2: .left
            default: .up
            }
        return frame / 16 % 4 == 0 ? [direction, .a] : direction
    }
}
