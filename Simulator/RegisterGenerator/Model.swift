// The model: a device with every default inherited, every derivation done and every list expanded.

/// Which way software may move data.
public enum AccessRights: Equatable, Sendable {
    case readOnly, writeOnly, readWrite

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
    case oneToClear, oneToSet, oneToToggle
    case zeroToClear, zeroToSet, zeroToToggle
    case clear, set, modify

    var actsOnOne: Bool { [.oneToClear, .oneToSet, .oneToToggle].contains(self) }
    var actsOnZero: Bool { [.zeroToClear, .zeroToSet, .zeroToToggle].contains(self) }
}

/// What a read does to a field.
public enum ReadEffect: String, Equatable, Sendable, CaseIterable {
    case clear, set, modify, modifyExternal
}

/// Equally spaced copies of a thing (`dim` with `[%s]`).
public struct Repetition: Equatable, Sendable {
    public var count: Int
    /// Bytes for registers and clusters, bits for fields.
    public var stride: Int
    /// The index of the first copy, where the hardware does not count from 0.
    public var firstIndex = 0
}

public struct EnumeratedValue: Equatable, Sendable {
    public var name: String
    public var description: String?
    /// nil for the value that stands for all others (`isDefault`).
    public var value: UInt64?
    public var line: Int
}

public struct Enumeration: Equatable, Sendable {
    public enum Usage: Equatable, Sendable { case read, write, both }
    /// The type's name where the description or an overlay gives one.
    public var name: String?
    public var usage: Usage
    public var values: [EnumeratedValue]
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

public struct Field: Equatable, Sendable, Described {
    public var name: String
    public var description: String?
    public var offset: Int
    public var width: Int
    public var access: AccessRights
    public var writeEffect: WriteEffect?
    public var readEffect: ReadEffect?
    public var enumerations: [Enumeration]
    public var repetition: Repetition?
    /// True for an array that stands beside the single fields it is made of (an overlay's `arrays`).
    public var isView = false
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

public struct Register: Equatable, Sendable, Described {
    public var name: String
    /// Registers expanded from one list share one value type.
    public var typeName: String
    public var description: String?
    public var offset: UInt32
    /// Bits: 8, 16 or 32 after `Repair`.
    public var size: Int
    public var access: AccessRights
    /// As the description has it; `Repair` cuts it to the register's size.
    public var resetValue: UInt64
    public var readEffect: ReadEffect?
    public var writeEffect: WriteEffect?
    public var alternateOf: String?
    public var fields: [Field]
    public var repetition: Repetition?
    public var line: Int
    var findings = Findings()
}

public struct Cluster: Equatable, Sendable, Described {
    public var name: String
    public var typeName: String
    public var description: String?
    public var offset: UInt32
    public var members: [Member]
    public var repetition: Repetition?
    public var line: Int
    var findings = Findings()
}

/// What a peripheral or a cluster is made of.
public enum Member: Equatable, Sendable, Described {
    case register(Register)
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

public struct Interrupt: Equatable, Sendable, Described {
    public var name: String
    public var description: String?
    public var value: Int
    public var line: Int
    var findings = Findings()
}

public struct Peripheral: Equatable, Sendable, Described {
    public var name: String
    /// The name of the Swift type; empty until `assignTypes` where the description names none.
    public var typeName: String
    public var groupName: String?
    public var description: String?
    public var baseAddress: UInt32
    /// The peripheral whose type this one uses; nil if the type is its own.
    public var sharesTypeOf: String?
    public var members: [Member]
    public var interrupts: [Interrupt]
    public var line: Int
    var findings = Findings()
}

public struct Device: Equatable, Sendable {
    public var name: String
    public var description: String?
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
