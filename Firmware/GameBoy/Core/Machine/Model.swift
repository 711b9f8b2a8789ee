// Which Game Boy a machine is. One core serves both: it is generic over a type of this file, and asks that type's
// constants, so that the compiler leaves out of the grey machine whatever only the colour machine has.

/// Memory of a size that the model decides.
public protocol ModelMemory {
    /// A byte, or a word of the picture.
    associatedtype Element
    /// The element at `index`. Precondition: there is one.
    subscript(at index: Int) -> Element { get set }
}

extension InlineArray: ModelMemory {
    @inline(__always)
    public subscript(at index: Int) -> Element {
        get { self[index] }
        set { self[index] = newValue }
    }
}

/// State that a model may have.
public protocol ModelPart {
    /// What the state is when the model has it.
    associatedtype Value
    /// The state. Where the model has none, a new one at each read.
    var value: Value { get set }
    /// The state as given; dropped where the model has none.
    init(_ value: Value)
}

/// State that can be made without being told anything.
public protocol ModelState {
    /// The state at power-on.
    init()
}

/// State that the model has.
public struct Present<Value: ModelState>: ModelPart {
    /// The state.
    public var value: Value
    /// The state as given.
    public init(_ value: Value) { self.value = value }
}

/// State that the model does not have: no bytes. What is written is lost; nobody asks.
public struct Absent<Value: ModelState>: ModelPart {
    /// A new state at each read; a write is dropped.
    public var value: Value {
        get { Value() }
        nonmutating set {}
    }
    /// Keeps nothing.
    public init(_ value: Value) {}
}

/// A kind of Game Boy. `DMG` and `CGB` are all there are.
///
/// The functions are the core's entries: each model has them compiled for itself in this module, for speed, whatever
/// module calls them. Their pointer is the state of a machine of this very model.
public protocol Model {
    /// It has colours, a second bank of VRAM, more work RAM, and the double speed.
    static var isColour: Bool { get }

    /// VRAM.
    associatedtype VideoRAM: ModelMemory where VideoRAM.Element == UInt8
    /// Work RAM.
    associatedtype WorkRAM: ModelMemory where WorkRAM.Element == UInt8
    /// `wordsPerLine` words a line.
    associatedtype Picture: ModelMemory where Picture.Element == UInt32
    /// The speed, the bank of work RAM, and VRAM DMA.
    associatedtype Clocks: ModelPart where Clocks.Value == ColourClocks
    /// The palettes and the bank of VRAM.
    associatedtype Palettes: ModelPart where Palettes.Value == ColourPalettes
    /// What the pixels of a line need besides.
    associatedtype Queue: ModelPart where Queue.Value == ColourQueue

    /// Runs a machine until something stops it, at the latest after `machineCycles`. The state is only this call's.
    static func run(_ state: UnsafeMutableRawPointer, machineCycles: UInt32) -> StopReason
    /// Switches a machine on: where its boot ROM begins, or as one leaves it.
    static func powerOn(
        _ state: UnsafeMutableRawPointer, _ cartridge: Cartridge, _ ram: UnsafeMutableRawBufferPointer,
        _ bootROM: UnsafeRawBufferPointer?)
    /// What the CPU would read at a 16-bit address, without what reading does. Time stands still.
    static func peek(_ state: UnsafeMutableRawPointer, _ address: UInt32) -> UInt32
    /// Brings the sound up to the machine's time, so that all of its samples can be taken.
    static func catchUpSound(_ state: UnsafeMutableRawPointer)
}

extension Model {
    /// Words of the picture that a line takes: sixteen shades a word, or two colours.
    @inline(__always)
    static var wordsPerLine: UInt32 { isColour ? 80 : 10 }
    /// The bits of an index into VRAM.
    @inline(__always)
    static var videoMask: UInt32 { isColour ? 0x3FFF : 0x1FFF }
    @inline(__always)
    static var workMask: UInt32 { isColour ? 0x7FFF : 0x1FFF }

    @inline(__always)
    fileprivate static func state(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<MachineState<Self>> {
        // SAFETY: the protocol asks for the state of a machine of this model.
        pointer.assumingMemoryBound(to: MachineState<Self>.self)
    }
}

/// The grey Game Boy: 8 KB of VRAM, 8 KB of work RAM, four shades. Its state takes 27 KB.
public enum DMG: Model {
    public static var isColour: Bool { false }
    public typealias VideoRAM = InlineArray<8192, UInt8>
    public typealias WorkRAM = InlineArray<8192, UInt8>
    public typealias Picture = InlineArray<1440, UInt32>
    public typealias Clocks = Absent<ColourClocks>
    public typealias Palettes = Absent<ColourPalettes>
    public typealias Queue = Absent<ColourQueue>

    @export(interface)
    public static func run(_ state: UnsafeMutableRawPointer, machineCycles: UInt32) -> StopReason {
        MachineState.run(Self.state(state), machineCycles: machineCycles)
    }
    @export(interface)
    public static func powerOn(
        _ state: UnsafeMutableRawPointer, _ cartridge: Cartridge, _ ram: UnsafeMutableRawBufferPointer,
        _ bootROM: UnsafeRawBufferPointer?
    ) {
        Self.state(state).pointee.powerOn(cartridge, ram, bootROM)
    }
    @export(interface)
    public static func peek(_ state: UnsafeMutableRawPointer, _ address: UInt32) -> UInt32 {
        Self.state(state).pointee.peek(address)
    }
    @export(interface)
    public static func catchUpSound(_ state: UnsafeMutableRawPointer) {
        Self.state(state).pointee.catchUpAPU(to: Self.state(state).pointee.attended)
    }
}

/// The colour Game Boy: 16 KB of VRAM, 32 KB of work RAM, 32,768 colours. Its state takes 100 KB, 46 of them the
/// picture.
public enum CGB: Model {
    public static var isColour: Bool { true }
    public typealias VideoRAM = InlineArray<16384, UInt8>
    public typealias WorkRAM = InlineArray<32768, UInt8>
    public typealias Picture = InlineArray<11520, UInt32>
    public typealias Clocks = Present<ColourClocks>
    public typealias Palettes = Present<ColourPalettes>
    public typealias Queue = Present<ColourQueue>

    @export(interface)
    public static func run(_ state: UnsafeMutableRawPointer, machineCycles: UInt32) -> StopReason {
        MachineState.run(Self.state(state), machineCycles: machineCycles)
    }
    @export(interface)
    public static func powerOn(
        _ state: UnsafeMutableRawPointer, _ cartridge: Cartridge, _ ram: UnsafeMutableRawBufferPointer,
        _ bootROM: UnsafeRawBufferPointer?
    ) {
        Self.state(state).pointee.powerOn(cartridge, ram, bootROM)
    }
    @export(interface)
    public static func peek(_ state: UnsafeMutableRawPointer, _ address: UInt32) -> UInt32 {
        Self.state(state).pointee.peek(address)
    }
    @export(interface)
    public static func catchUpSound(_ state: UnsafeMutableRawPointer) {
        Self.state(state).pointee.catchUpAPU(to: Self.state(state).pointee.attended)
    }
}
