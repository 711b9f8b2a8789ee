// The nested vectored interrupt controller (ARMv7-M Architecture Reference Manual, B3.4).
import MMIO

/// A line from a peripheral to the interrupt controller: its number in the chip's vector table, from 0.
public struct InterruptLine: RawRepresentable, Equatable, Sendable {
    /// The line's number in the chip's vector table. Its exception number is 16 more.
    public let rawValue: Int

    /// The line of that number. Nothing checks that the chip has it.
    @inlinable @inline(__always)
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A word without fields of its own.
@frozen
public struct Word: RegisterValue {
    public var bits: UInt32
    /// A word that holds `bits`.
    @inlinable @inline(__always)
    public init(bits: UInt32) { self.bits = bits }
    @inlinable @inline(__always)
    public static var resetValue: Word { Word(bits: 0) }
}

/// One byte without fields of its own.
@frozen
public struct Byte: RegisterValue {
    public var bits: UInt8
    /// A byte that holds `bits`.
    @inlinable @inline(__always)
    public init(bits: UInt8) { self.bits = bits }
    @inlinable @inline(__always)
    public static var resetValue: Byte { Byte(bits: 0) }
}

/// The interrupt controller. Each call is one store or load; any context.
public enum NVIC {
    /// Where the set-pending registers begin: what pends a line from C as well.
    @inlinable @inline(__always)
    public static var setPendingAddress: UInt32 { 0xE000_E200 }

    @inlinable @inline(__always)
    static func bit(_ base: UInt32, _ line: InterruptLine) -> (Register<Word, ReadWrite>, Word) {
        let number = UInt32(truncatingIfNeeded: line.rawValue)
        return (Register(at: base &+ (number &>> 5) &* 4), Word(bits: 1 &<< (number & 31)))
    }

    /// Lets the line interrupt (ISER).
    @inlinable @inline(__always)
    public static func enable(_ line: InterruptLine) {
        let (register, mask) = bit(0xE000_E100, line)
        register.write(mask)
    }

    /// Keeps the line from interrupting (ICER). What is pending stays so.
    @inlinable @inline(__always)
    public static func disable(_ line: InterruptLine) {
        let (register, mask) = bit(0xE000_E180, line)
        register.write(mask)
    }

    /// Makes the line pending, as its peripheral would (ISPR).
    @inlinable @inline(__always)
    public static func pend(_ line: InterruptLine) {
        let (register, mask) = bit(setPendingAddress, line)
        register.write(mask)
    }

    /// Forgets that the line was pending (ICPR).
    @inlinable @inline(__always)
    public static func clearPending(_ line: InterruptLine) {
        let (register, mask) = bit(0xE000_E280, line)
        register.write(mask)
    }

    /// Whether the line is enabled (ISER).
    @inlinable @inline(__always)
    public static func isEnabled(_ line: InterruptLine) -> Bool {
        let (register, mask) = bit(0xE000_E100, line)
        return register.read().bits & mask.bits != 0
    }

    /// How urgent the line is (IPR): the lower, the more; chips keep the upper 3 to 8 bits.
    /// Not public: a level's `bind` gives a line the priority that its handler's isolation stands for.
    @inline(__always)
    package static func setPriority(_ priority: UInt8, of line: InterruptLine) {
        Register<Byte, ReadWrite>(at: 0xE000_E400 &+ UInt32(truncatingIfNeeded: line.rawValue))
            .write(Byte(bits: priority))
    }

    /// How urgent the line is (IPR): the lower, the more. The bits that the chip does not have read as 0.
    @inlinable @inline(__always)
    public static func priority(of line: InterruptLine) -> UInt8 {
        Register<Byte, ReadWrite>(at: 0xE000_E400 &+ UInt32(truncatingIfNeeded: line.rawValue)).read().bits
    }
}
