// Dimensions, and units of them: as values that have a name, and as types.

/// What is measured: a length, a time, a voltage. `Dimensions` has them.
public protocol PhysicalDimension {
    /// Its name in words, such as `electric current`.
    static var name: StaticString { get }
    /// What it is made of.
    static var exponents: DimensionExponents { get }
    /// Its units, from the smallest, by their place; nil after the last.
    static func unit(at index: Int) -> NamedUnit<Self>?
}

/// Which powers of the base dimensions a dimension is the product of. The SI has no dimension for angles; here they have one.
public struct DimensionExponents: Equatable, Sendable {
    /// The power of length, in metres.
    public let length: Int8
    /// The power of mass, in kilograms.
    public let mass: Int8
    /// The power of time, in seconds.
    public let time: Int8
    /// The power of electric current, in amperes.
    public let current: Int8
    /// The power of temperature, in kelvins.
    public let temperature: Int8
    /// The power of the amount of substance, in moles.
    public let amount: Int8
    /// The power of luminous intensity, in candelas.
    public let luminousIntensity: Int8
    /// The power of angle, in radians.
    public let angle: Int8

    /// The product of these powers.
    public init(
        length: Int8 = 0, mass: Int8 = 0, time: Int8 = 0, current: Int8 = 0, temperature: Int8 = 0, amount: Int8 = 0,
        luminousIntensity: Int8 = 0, angle: Int8 = 0
    ) {
        self.length = length
        self.mass = mass
        self.time = time
        self.current = current
        self.temperature = temperature
        self.amount = amount
        self.luminousIntensity = luminousIntensity
        self.angle = angle
    }
}

/// A unit of a dimension: `.millivolts`, `.megahertz`.
///
/// Cost: none where the compiler knows which one it is; else 40 bytes. Context: any.
public struct NamedUnit<Dimension: PhysicalDimension>: Sendable {
    /// Its name in words, in the plural: `metres per second`.
    public let name: StaticString
    /// Its symbol: `m/s`.
    public let symbol: StaticString
    /// How many of the dimension's coherent SI unit it is: `numerator` over `denominator`.
    public let numerator: UInt64
    /// What `numerator` is divided by.
    public let denominator: UInt64
    /// Whether a description may choose it. Minutes and litres are read, and not printed.
    public let isPrinted: Bool

    /// A unit that is `numerator` over `denominator` of the coherent one. Precondition: neither is 0.
    @inlinable @inline(__always)
    public init(
        _ name: StaticString, _ symbol: StaticString, _ numerator: UInt64, _ denominator: UInt64, isPrinted: Bool = false
    ) {
        self.name = name
        self.symbol = symbol
        self.numerator = numerator
        self.denominator = denominator
        self.isPrinted = isPrinted
    }
}

/// A unit that is a type, so that a quantity can be in it.
///
/// A unit of one's own takes a line: half a millivolt, as a converter counts it.
///
///     enum ConverterStep: UnitOfMeasure {
///         static var unit: NamedUnit<Dimensions.Voltage> { NamedUnit("steps", "steps", 1, 2000) }
///     }
public protocol UnitOfMeasure {
    /// What it measures.
    associatedtype Dimension: PhysicalDimension
    /// Its name, symbol and size.
    static var unit: NamedUnit<Dimension> { get }
}

/// How many of one unit another is.
@usableFromInline
struct UnitRatio {
    @usableFromInline let numerator: UInt64
    @usableFromInline let denominator: UInt64

    @inlinable @inline(__always)
    init(_ numerator: UInt64, _ denominator: UInt64) {
        self.numerator = numerator
        self.denominator = denominator
    }
}
