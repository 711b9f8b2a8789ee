// Stage 3: the tree as the model. Defaults go down from device to register, and `dim` lists and arrays are
// expanded on the way.
import Foundation

/// Reads a tree whose derivations are resolved.
struct Reader {
    let file: String

    /// Register properties that an outer level gives to the inner ones.
    private struct Defaults {
        var size = 32
        var access: AccessRights?
        var resetValue: UInt32 = 0
        var resetMask: UInt32 = .max
    }

    func device(_ element: Element) throws -> Device {
        let defaults = try self.defaults(of: element, inheriting: Defaults())
        var peripherals: [Peripheral] = []
        for child in element.first("peripherals")?.all("peripheral") ?? [] {
            peripherals += try self.peripherals(child, defaults)
        }
        return Device(
            name: try name(of: element), description: element.sentence("description"), peripherals: peripherals)
    }

    // MARK: - Peripherals, clusters and registers

    private func peripherals(_ element: Element, _ outer: Defaults) throws -> [Peripheral] {
        let defaults = try self.defaults(of: element, inheriting: outer)
        let name = try self.name(of: element)
        let base = element.attributes["derivedFrom"]
        let peripheral = Peripheral(
            name: name, typeName: element.string("headerStructName") ?? "", groupName: element.string("groupName"),
            description: element.sentence("description"),
            baseAddress: try number(element, "baseAddress"),
            sharesTypeOf: base,
            members: try element.first("registers").map { try members($0, defaults) } ?? [],
            interrupts: try element.all("interrupt").flatMap(interrupts),
            line: element.line)
        guard let dimension = try dimension(of: element) else { return [peripheral] }
        return dimension.indexes.enumerated().map { position, index in
            var copy = peripheral
            copy.name = name.replacingIndex(with: index)
            if copy.typeName.isEmpty { copy.typeName = name.withoutIndex }
            copy.baseAddress &+= UInt32(position * dimension.increment)
            copy.sharesTypeOf = position == 0 ? base : name.replacingIndex(with: dimension.indexes[0])
            return copy
        }
    }

    /// One interrupt, as the format has it, or several names and values in a row, as ARM's files do.
    private func interrupts(_ element: Element) throws -> [Interrupt] {
        let starts = element.children.indices.filter { element.children[$0].tag == "name" }
        return try starts.enumerated().map { position, start in
            let end = position + 1 < starts.count ? starts[position + 1] : element.children.count
            let one = Element(tag: "interrupt", line: element.children[start].line, parent: element.parent)
            one.children = Array(element.children[start..<end])
            return Interrupt(
                name: try name(of: one), description: one.sentence("description"),
                value: Int(try number(one, "value")), line: one.line)
        }
    }

    private func members(_ element: Element, _ defaults: Defaults) throws -> [Member] {
        var members: [Member] = []
        for child in element.children {
            switch child.tag {
            case "register": members += try registers(child, defaults).map(Member.register)
            case "cluster": members += try clusters(child, defaults).map(Member.cluster)
            default: break
            }
        }
        return members
    }

    private func clusters(_ element: Element, _ outer: Defaults) throws -> [Cluster] {
        let defaults = try self.defaults(of: element, inheriting: outer)
        let name = try self.name(of: element)
        let cluster = Cluster(
            name: name.withoutIndex, typeName: name.withoutIndex, description: element.sentence("description"),
            offset: try number(element, "addressOffset"), members: try members(element, defaults),
            repetition: nil, line: element.line)
        guard let dimension = try dimension(of: element) else { return [cluster] }
        if dimension.isArray {
            var array = cluster
            array.repetition = Repetition(count: dimension.indexes.count, stride: dimension.increment)
            return [array]
        }
        return dimension.indexes.enumerated().map { position, index in
            var copy = cluster
            copy.name = name.replacingIndex(with: index)
            copy.offset &+= UInt32(position * dimension.increment)
            return copy
        }
    }

    private func registers(_ element: Element, _ outer: Defaults) throws -> [Register] {
        let defaults = try self.defaults(of: element, inheriting: outer)
        guard [8, 16, 32].contains(defaults.size) else {
            throw failure(element, "register of \(defaults.size) bits; only 8, 16 and 32 can be accessed")
        }
        var name = try self.name(of: element)
        if let group = element.string("alternateGroup") { name += "_\(group)" }
        let writeEffect = try effect(element, "modifiedWriteValues", WriteEffect.self)
        let readEffect = try effect(element, "readAction", ReadEffect.self)
        let limit = defaults.access ?? .readWrite
        var fields: [Field] = []
        for child in element.first("fields")?.all("field") ?? [] {
            fields += try self.fields(child, limit, writeEffect, readEffect)
        }
        let sizeMask = UInt32.max >> UInt32(32 - defaults.size)
        let register = Register(
            name: name.withoutIndex, typeName: name.withoutIndex, description: element.sentence("description"),
            offset: try number(element, "addressOffset"), size: defaults.size,
            access: defaults.access ?? union(of: fields),
            resetValue: defaults.resetValue & defaults.resetMask & sizeMask, readEffect: readEffect,
            writeEffect: writeEffect, alternateOf: element.string("alternateRegister"), fields: fields,
            repetition: nil, line: element.line)
        guard let dimension = try dimension(of: element) else { return [register] }
        if dimension.isArray {
            var array = register
            array.repetition = Repetition(count: dimension.indexes.count, stride: dimension.increment)
            return [array]
        }
        return dimension.indexes.enumerated().map { position, index in
            var copy = register
            copy.name = name.replacingIndex(with: index)
            copy.offset &+= UInt32(position * dimension.increment)
            return copy
        }
    }

    /// A register that says nothing of its access allows what its fields allow.
    private func union(of fields: [Field]) -> AccessRights {
        guard let first = fields.first else { return .readWrite }
        return fields.allSatisfy { $0.access == first.access } ? first.access : .readWrite
    }

    // MARK: - Fields

    private func fields(
        _ element: Element, _ limit: AccessRights, _ writeEffect: WriteEffect?, _ readEffect: ReadEffect?
    ) throws -> [Field] {
        let name = try self.name(of: element)
        let (offset, width) = try bitRange(of: element)
        let access = try self.access(element)?.limited(by: limit) ?? limit
        let field = Field(
            name: name.withoutIndex, description: element.sentence("description"), offset: offset, width: width,
            access: access,
            writeEffect: access.writable
                ? try effect(element, "modifiedWriteValues", WriteEffect.self) ?? writeEffect : nil,
            readEffect: access.readable ? try effect(element, "readAction", ReadEffect.self) ?? readEffect : nil,
            enumerations: try element.all("enumeratedValues").map(enumeration), repetition: nil,
            line: element.line)
        guard let dimension = try dimension(of: element) else { return [field] }
        if dimension.isArray {
            var array = field
            array.repetition = Repetition(count: dimension.indexes.count, stride: dimension.increment)
            return [array]
        }
        return dimension.indexes.enumerated().map { position, index in
            var copy = field
            copy.name = name.replacingIndex(with: index)
            copy.offset += position * dimension.increment
            // The copies of a list share the enumeration of the list.
            copy.enumerations = field.enumerations.map {
                var enumeration = $0
                enumeration.name = enumeration.name ?? name.withoutIndex
                return enumeration
            }
            return copy
        }
    }

    private func bitRange(of element: Element) throws -> (offset: Int, width: Int) {
        let low: Int
        let high: Int
        if let range = element.string("bitRange") {
            let ends = range.trimmingCharacters(in: ["[", "]"]).split(separator: ":").map {
                Int($0.trimmingCharacters(in: .whitespaces))
            }
            guard ends.count == 2, let first = ends[0], let last = ends[1] else {
                throw failure(element, "bit range '\(range)' is not of the form [high:low]")
            }
            (high, low) = (first, last)
        } else if element.first("lsb") != nil || element.first("msb") != nil {
            low = Int(try number(element, "lsb"))
            high = Int(try number(element, "msb"))
        } else {
            low = Int(try number(element, "bitOffset"))
            let width = try element.first("bitWidth").map { _ in Int(try number(element, "bitWidth")) } ?? 1
            high = low + width - 1
        }
        guard low >= 0, high >= low else {
            throw failure(element, "bits \(high) down to \(low) hold nothing")
        }
        return (low, high - low + 1)
    }

    private func enumeration(_ element: Element) throws -> Enumeration {
        let usage: Enumeration.Usage
        switch element.string("usage") {
        case nil, "read-write": usage = .both
        case "read": usage = .read
        case "write": usage = .write
        case let other?: throw failure(element, "usage '\(other)' is none of read, write and read-write")
        }
        return Enumeration(
            name: element.string("headerEnumName") ?? element.string("name"), usage: usage,
            values: try element.all("enumeratedValue").map { value in
                let isDefault = ["true", "1"].contains(value.string("isDefault") ?? "")
                return EnumeratedValue(
                    name: try name(of: value), description: value.sentence("description"),
                    value: isDefault && value.first("value") == nil ? nil : try number(value, "value"),
                    line: value.line)
            }, line: element.line)
    }

    // MARK: - Inheritance and dimensions

    private func defaults(of element: Element, inheriting outer: Defaults) throws -> Defaults {
        var defaults = outer
        if element.first("size") != nil { defaults.size = Int(try number(element, "size")) }
        if element.first("resetValue") != nil { defaults.resetValue = try number(element, "resetValue") }
        if element.first("resetMask") != nil { defaults.resetMask = try number(element, "resetMask") }
        defaults.access = try access(element) ?? outer.access
        return defaults
    }

    private struct Dimension {
        var indexes: [String]
        var increment: Int
        var isArray: Bool
    }

    private func dimension(of element: Element) throws -> Dimension? {
        let name = try self.name(of: element)
        guard element.first("dim") != nil else {
            if name.contains("%s") { throw failure(element, "the name has %s, but there is no dim") }
            return nil
        }
        guard name.contains("%s") else { throw failure(element, "dim without %s in the name") }
        let count = Int(try number(element, "dim"))
        guard count > 0 else { throw failure(element, "dim is 0") }
        let indexes =
            try element.string("dimIndex").map { try self.indexes($0, element) } ?? (0..<count).map(String.init)
        guard indexes.count == count else {
            throw failure(element, "dimIndex names \(indexes.count) copies, dim \(count)")
        }
        return Dimension(
            indexes: indexes, increment: Int(try number(element, "dimIncrement")), isArray: name.contains("[%s]"))
    }

    /// `0-3`, `A-D` or `A,B,X`.
    private func indexes(_ text: String, _ element: Element) throws -> [String] {
        if text.contains(",") {
            return text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let ends = text.split(separator: "-").map { $0.trimmingCharacters(in: .whitespaces) }
        guard ends.count == 2 else { return [text] }
        if let first = Int(ends[0]), let last = Int(ends[1]), first <= last {
            return (first...last).map(String.init)
        }
        if ends.allSatisfy({ $0.utf8.count == 1 }), let first = ends[0].utf8.first, let last = ends[1].utf8.first,
            first <= last
        {
            return (first...last).map { String(UnicodeScalar($0)) }
        }
        throw failure(element, "dimIndex '\(text)' is neither a list nor a range")
    }

    // MARK: - Leaves

    private func name(of element: Element) throws -> String {
        guard let name = element.string("name"), !name.isEmpty else {
            throw failure(element, "\(element.tag) without a name")
        }
        return name
    }

    private func access(_ element: Element) throws -> AccessRights? {
        guard let text = element.string("access") else { return nil }
        switch text {
        case "read-only": return .readOnly
        case "write-only", "writeOnce": return .writeOnly
        case "read-write", "read-writeOnce", "read-writeonce": return .readWrite
        default: throw failure(element, "access '\(text)' is unknown")
        }
    }

    private func effect<Effect: RawRepresentable>(
        _ element: Element, _ tag: String, _: Effect.Type
    ) throws -> Effect? where Effect.RawValue == String {
        guard let text = element.string(tag) else { return nil }
        guard let effect = Effect(rawValue: text) else { throw failure(element, "\(tag) '\(text)' is unknown") }
        return effect
    }

    /// Decimal, `0x` hexadecimal, `0b` or `#` binary; an `x` bit of a binary number counts as 0.
    private func number(_ element: Element, _ tag: String) throws -> UInt32 {
        guard let text = element.string(tag) else { throw failure(element, "\(tag) is missing") }
        guard let value = parseNumber(text) else {
            throw failure(element, "\(tag) '\(text)' is not a number of at most 32 bits")
        }
        return value
    }

    private func failure(_ element: Element, _ message: String) -> GeneratorError {
        GeneratorError(file: file, line: element.line, path: element.path, message: message)
    }
}

/// A number as register descriptions write it.
func parseNumber(_ text: String) -> UInt32? {
    let lower = text.lowercased()
    if lower.hasPrefix("0x") { return UInt32(lower.dropFirst(2), radix: 16) }
    for prefix in ["#", "0b"] where lower.hasPrefix(prefix) {
        return UInt32(lower.dropFirst(prefix.count).replacingOccurrences(of: "x", with: "0"), radix: 2)
    }
    return UInt32(lower)
}

extension String {
    /// The name of one copy of a list.
    func replacingIndex(with index: String) -> String {
        replacingOccurrences(of: "[%s]", with: index).replacingOccurrences(of: "%s", with: index)
    }
    /// The name that all copies share.
    var withoutIndex: String {
        replacingOccurrences(of: "[%s]", with: "").replacingOccurrences(of: "%s", with: "")
    }
}
