// OpenOCD's remote_bitbang protocol: a character a change of the wires, or a question about TDO.

/// One debugger's conversation with a chip, without the socket.
public struct BitBangSession {
    private let chip: ProbedChip
    private let chain: ScanChain
    private var clock = false
    private var isHeldInReset = false
    /// The debugger has said that it is done.
    public private(set) var hasEnded = false

    /// A session with a chip, on which nothing is done yet.
    public init(_ chip: ProbedChip) {
        self.chip = chip
        chain = chip.makeScanChain()
    }

    /// Takes characters; returns the answers to the questions among them. Characters that mean nothing, and
    /// those after the end, are passed over.
    public mutating func take(_ characters: some Sequence<UInt8>) -> [UInt8] {
        var answers: [UInt8] = []
        for character in characters where !hasEnded {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "7"): setWires(character - UInt8(ascii: "0"))
            case UInt8(ascii: "R"): answers.append(UInt8(ascii: chain.output ? "1" : "0"))
            case UInt8(ascii: "r")...UInt8(ascii: "u"): setResets(character - UInt8(ascii: "r"))
            case UInt8(ascii: "Q"): hasEnded = true
            default: break
            }
        }
        return answers
    }

    /// Bit 0 is TDI, bit 1 TMS, bit 2 TCK.
    private mutating func setWires(_ levels: UInt8) {
        let rises = !clock && levels & 0b100 != 0
        clock = levels & 0b100 != 0
        if rises { chain.clock(modeSelect: levels & 0b010 != 0, input: levels & 0b001 != 0) }
    }

    /// Bit 0 is SRST, bit 1 TRST.
    private mutating func setResets(_ levels: UInt8) {
        if levels & 0b10 != 0 { chain.reset() }
        // The chip starts when the line is let go.
        let isHeld = levels & 0b01 != 0
        if isHeldInReset && !isHeld { chip.reset() }
        isHeldInReset = isHeld
    }
}
