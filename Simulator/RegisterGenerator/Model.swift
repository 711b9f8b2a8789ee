// The model: a device with every default inherited, every derivation done and every list expanded.

/// Which way software may move data.
public enum AccessRights: Equatable, Sendable {
    /// Loads only.
    case readOnly
    /// Stores only.
    case writeOnly
    /// Both.
    case readWrite

    var readable: Bool { self != .writeOnly }
    var writable: Bool { self != .readOnly }

    /// What both allow; a contradiction goes to `other`, the outer one.
    func limited(by other: AccessRights) -> AccessRights {
        if other == .readWrite || self == other { return self }
        return other
    }
}

/// What a write does to a field besides storing the value.
public enum WriteEffect: String, Equatable, Sendable, CaseIterable {
    /// A 1 clears the bit.
    case oneToClear
    /// A 1 sets the bit.
    case oneToSet
    /// A 1 toggles the bit.
    case oneToToggle
    /// A 0 clears the bit.
    case zeroToClear
    /// A 0 sets the bit.
    case zeroToSet
    /// A 0 toggles the bit.
    case zeroToToggle
    /// Any write clears the field.
    case clear
    /// Any write sets the field.
    case set
    /// The hardware changes what is written.
    case modify

    var actsOnOne: Bool { [.oneToClear, .oneToSet, .oneToToggle].contains(self) }
    var actsOnZero: Bool { [.zeroToClear, .zeroToSet, .zeroToToggle].contains(self) }
}

/// What a read does to a field.
public enum ReadEffect: String, Equatable, Sendable, CaseIterable {
    /// Reading clears the field.
    case clear
    /// Reading sets the field.
    case set
    /// Reading changes the field.
    case modify
    /// Reading changes something else.
    case modifyExternal
}

/// Equally spaced copies of a thing (`dim` with `[%s]`).
public struct Repetition: Equatable, Sendable {
    /// How many copies there are.
    public var count: Int
    /// Bytes for registers and clusters, bits for fields.
    public var stride: Int
    /// The index of the first copy, where the hardware does not count from 0.
    public var firstIndex = 0
}

/// A number that a field may hold, with a name (`enumeratedValue`).
public struct EnumeratedValue: Equatable, Sendable {
    /// The name, as the description has it: `SwiftNames` makes an identifier of it.
    public var name: String
    /// What the number means, for the comment in the output.
    public var description: String?
    /// nil for the value that stands for all others (`isDefault`).
    public var value: UInt64?
    /// Where it is in the description, for findings.
    public var line: Int
}

/// Names for the numbers that a field may hold (`enumeratedValues`).
public struct Enumeration: Equatable, Sendable {
    /// What the names are for.
    public enum Usage: Equatable, Sendable {
        /// For what is read.
        case read
        /// For what is to be written.
        case write
        /// For both.
        case both
    }
    /// The type's name where the description or an overlay gives one.
    public var name: String?
    /// Whether the names are for reading, writing or both.
    public var usage: Usage
    /// In the order of the description.
    public var values: [EnumeratedValue]
    /// Where it is in the description, for findings.
    public var line: Int
}

/// What can have something wrong with it.
protocol Described {
    var line: Int { get }
    var findings: Findings { get set }
}

extension Described {
    mutating func add(
        _ severity: Finding.Severity, _ message: String, file: String, path: String, property: String? = nil
    ) {
        findings.add(Finding(severity, file: file, line: line, path: path, message: message, property: property))
    }
}

/// A field of a register.
public struct Field: Equatable, Sendable, Described {
    /// The manual's name.
    public var name: String
    /// What the field is, for the comment in the output.
    public var description: String?
    /// The lowest bit, from 0.
    public var offset: Int
    /// How many bits it has.
    public var width: Int
    /// What software may do with it.
    public var access: AccessRights
    /// What a write does besides storing; nil for an ordinary field.
    public var writeEffect: WriteEffect?
    /// What a read does; nil for an ordinary field.
    public var readEffect: ReadEffect?
    /// None, one for both ways, or one each for reading and writing.
    public var enumerations: [Enumeration]
    /// Nil for a single field.
    public var repetition: Repetition?
    /// True for an array that stands beside the single fields it is made of (an overlay's `arrays`).
    public var isView = false
    /// Where it is in the description, for findings.
    public var line: Int
    var findings = Findings()

    /// One past the highest bit.
    var end: Int { offset + width + (repetition.map { ($0.count - 1) * $0.stride } ?? 0) }

    /// The offsets of all copies.
    var offsets: [Int] {
        guard let repetition else { return [offset] }
        return (0..<repetition.count).map { offset + $0 * repetition.stride }
    }

    /// The bits that belong to the field and its copies.
    var mask: UInt64 {
        offsets.reduce(0) { $0 | (((1 as UInt64) << UInt64(width)) - 1) << UInt64($1) }
    }
}

/// A register of a peripheral or of a cluster.
public struct Register: Equatable, Sendable, Described {
    /// The manual's name.
    public var name: String
    /// Registers expanded from one list share one value type.
    public var typeName: String
    /// What the register is, for the comment in the output.
    public var description: String?
    /// Bytes from the start of what it is in.
    public var offset: UInt32
    /// Bits: 8, 16 or 32 after `Repair`.
    public var size: Int
    /// What software may do with it.
    public var access: AccessRights
    /// As the description has it; `Repair` cuts it to the register's size.
    public var resetValue: UInt64
    /// What reading any of it does; nil for an ordinary register.
    public var readEffect: ReadEffect?
    /// What writing any of it does, for a register without fields.
    public var writeEffect: WriteEffect?
    /// The register at the same address that this one stands for in another mode.
    public var alternateOf: String?
    /// In the order of the description.
    public var fields: [Field]
    /// Nil for a single register.
    public var repetition: Repetition?
    /// Where it is in the description, for findings.
    public var line: Int
    var findings = Findings()
}

/// A group of registers within a peripheral (`cluster`).
public struct Cluster: Equatable, Sendable, Described {
    /// The manual's name.
    public var name: String
    /// The name of the Swift type. Clusters expanded from one list share it.
    public var typeName: String
    /// What the group is, for the comment in the output.
    public var description: String?
    /// Bytes from the start of what it is in.
    public var offset: UInt32
    /// Registers, and clusters within.
    public var members: [Member]
    /// Nil for a single group.
    public var repetition: Repetition?
    /// Where it is in the description, for findings.
    public var line: Int
    var findings = Findings()
}

/// What a peripheral or a cluster is made of.
public enum Member: Equatable, Sendable, Described {
    /// One register, or an array of them.
    case register(Register)
    /// A group, or an array of groups.
    case cluster(Cluster)

    var name: String {
        get {
            switch self {
            case .register(let register): register.name
            case .cluster(let cluster): cluster.name
            }
        }
        set {
            switch self {
            case .register(var register):
                register.name = newValue
                self = .register(register)
            case .cluster(var cluster):
                cluster.name = newValue
                self = .cluster(cluster)
            }
        }
    }
    var typeName: String {
        get {
            switch self {
            case .register(let register): register.typeName
            case .cluster(let cluster): cluster.typeName
            }
        }
        set {
            switch self {
            case .register(var register):
                register.typeName = newValue
                self = .register(register)
            case .cluster(var cluster):
                cluster.typeName = newValue
                self = .cluster(cluster)
            }
        }
    }
    var offset: UInt32 {
        switch self {
        case .register(let register): register.offset
        case .cluster(let cluster): cluster.offset
        }
    }
    var line: Int {
        switch self {
        case .register(let register): register.line
        case .cluster(let cluster): cluster.line
        }
    }
    var findings: Findings {
        get {
            switch self {
            case .register(let register): register.findings
            case .cluster(let cluster): cluster.findings
            }
        }
        set {
            switch self {
            case .register(var register):
                register.findings = newValue
                self = .register(register)
            case .cluster(var cluster):
                cluster.findings = newValue
                self = .cluster(cluster)
            }
        }
    }
}

/// An interrupt of a peripheral, in the chip's vector table.
public struct Interrupt: Equatable, Sendable, Described {
    /// The manual's name.
    public var name: String
    /// When it comes, for the comment in the output.
    public var description: String?
    /// Its number in the vector table, from 0.
    public var value: Int
    /// Where it is in the description, for findings.
    public var line: Int
    var findings = Findings()
}

/// A peripheral: registers at an address.
public struct Peripheral: Equatable, Sendable, Described {
    /// The name of the instance, such as `USART1`.
    public var name: String
    /// The name of the Swift type; empty until `assignTypes` where the description names none.
    public var typeName: String
    /// The description's name for peripherals of one kind, from which a type's name may be taken.
    public var groupName: String?
    /// What the peripheral is, for the comment in the output.
    public var description: String?
    /// The address that the registers' offsets count from.
    public var baseAddress: UInt32
    /// The peripheral whose type this one uses; nil if the type is its own.
    public var sharesTypeOf: String?
    /// Its registers and clusters.
    public var members: [Member]
    /// Those that the description, or an overlay, gives it.
    public var interrupts: [Interrupt]
    /// Where it is in the description, for findings.
    public var line: Int
    var findings = Findings()
}

/// A chip: all that a register description says of it.
public struct Device: Equatable, Sendable {
    /// The chip's name, which is the name of the enumeration in the output.
    public var name: String
    /// What the chip is, for the comment in the output.
    public var description: String?
    /// In the order of the description.
    public var peripherals: [Peripheral]
    var findings = Findings()
    /// The name of the file it was read from, for findings.
    var file = ""

    /// Fields of all peripherals, the copies of lists and arrays counted one by one.
    public var expandedFieldCount: Int {
        func count(_ members: [Member]) -> Int {
            members.reduce(0) { total, member in
                switch member {
                case .register(let register):
                    let fields = register.fields.filter { !$0.isView }
                        .reduce(0) { $0 + ($1.repetition?.count ?? 1) }
                    return total + fields * (register.repetition?.count ?? 1)
                case .cluster(let cluster):
                    return total + count(cluster.members) * (cluster.repetition?.count ?? 1)
                }
            }
        }
        return peripherals.reduce(0) { $0 + count($1.members) }
    }
}
