// What the types of a register's enumerated values are called.

/// The names of the value types of one register's fields, no two types with the same.
struct EnumerationNames {
    private let fields: [Field]
    private var types: [(name: String, values: [EnumeratedValue], raw: Int)] = []
    private var names: [Key: String] = [:]

    private struct Key: Hashable {
        var field: String
        var isView: Bool
        var usage: Enumeration.Usage
    }

    /// - Parameters:
    ///   - fields: in the order of the output.
    ///   - enumerations: those of a field that the output uses.
    ///   - rawWidth: the bits of the integer that holds a field of a width.
    init(fields: [Field], enumerations: (Field) -> [Enumeration], rawWidth: (Int) -> Int) {
        self.fields = fields
        for field in fields {
            for enumeration in enumerations(field) {
                let key = Key(field: field.name, isView: field.isView, usage: enumeration.usage)
                names[key] = settle(enumeration, field, rawWidth(field.width))
            }
        }
    }

    /// The type of `enumeration`, one of those that were given for `field`.
    func name(of enumeration: Enumeration, in field: Field) -> String {
        names[Key(field: field.name, isView: field.isView, usage: enumeration.usage)] ?? SwiftNames.type(field.name)
    }

    /// The name of a type with the same values if there is one under a name that fits, else the first that is free.
    private mutating func settle(_ enumeration: Enumeration, _ field: Field, _ raw: Int) -> String {
        var candidate = preferredName(enumeration, field)
        var isOwn = false
        while true {
            let name = SwiftNames.type(candidate)
            guard let type = types.first(where: { $0.name == name }) else {
                types.append((name, enumeration.values, raw))
                return name
            }
            if type.raw == raw, EnumerationNames.isSame(type.values, enumeration.values) { return name }
            candidate = isOwn ? candidate + "_" : field.name + (enumeration.usage == .write ? "Write" : "")
            isOwn = true
        }
    }

    /// The name the description gives, unless it stands for other values elsewhere in the register; then,
    /// or without one, the field's. Values only to be written make way for those that are read.
    private func preferredName(_ enumeration: Enumeration, _ field: Field) -> String {
        let namesakes = fields.flatMap(\.enumerations).filter {
            $0.name == enumeration.name && $0.usage == enumeration.usage
        }
        let isUnique = namesakes.allSatisfy { EnumerationNames.isSame($0.values, enumeration.values) }
        let name = isUnique ? enumeration.name ?? field.name : field.name
        let isSecond =
            enumeration.usage == .write
            && field.enumerations.contains { $0.usage == .read && ($0.name ?? field.name) == name }
        return isSecond ? name + "Write" : name
    }

    private static func isSame(_ values: [EnumeratedValue], _ others: [EnumeratedValue]) -> Bool {
        values.elementsEqual(others) { $0.name == $1.name && $0.value == $1.value }
    }
}
