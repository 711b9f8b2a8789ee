// Stage 3: the tree as the model. Defaults go down from device to register, and `dim` lists and arrays are
// expanded on the way.
import Foundation

/// Reads a tree whose derivations are resolved. It always makes a model; what it could not read is a finding of the
/// element that has it, so that everything wrong is found at once and an overlay may still mend it.
struct Reader {
    let file: String

    /// Register properties that an outer level gives to the inner ones.
    private struct Defaults {
        var size = 32
        var access: AccessRights?
        var resetValue: UInt64 = 0
        var resetMask: UInt64 = .max
    }

    func device(_ element: Element) -> Device {
        var findings = Findings()
        let defaults = self.defaults(of: element, inheriting: Defaults(), &findings)
        var device = Device(
            name: name(of: element, &findings), description: element.sentence("description"),
            peripherals: (element.first("peripherals")?.all("peripheral") ?? []).flatMap { peripherals($0, defaults) })
        device.findings = findings
        device.file = file
        return device
    }

    // MARK: - Peripherals, clusters and registers

    private func peripherals(_ element: Element, _ outer: Defaults) -> [Peripheral] {
        var findings = element.findings
        let defaults = self.defaults(of: element, inheriting: outer, &findings)
        let name = self.name(of: element, &findings)
        let base = element.attributes["derivedFrom"]
        let dimension = self.dimension(of: element, name, &findings)
        let peripheral = Peripheral(
            name: name.withoutIndex, typeName: element.string("headerStructName") ?? "",
            groupName: element.string("groupName"), description: element.sentence("description"),
            baseAddress: address(element, "baseAddress", &findings), sharesTypeOf: base,
            members: element.first("registers").map { members($0, defaults) } ?? [],
            interrupts: element.all("interrupt").flatMap(interrupts), line: element.line, findings: findings)
        guard let dimension else { return [peripheral] }
        return dimension.indexes.enumerated().map { position, index in
            var copy = peripheral
            copy.name = name.replacingIndex(with: index)
            if copy.typeName.isEmpty { copy.typeName = name.withoutIndex }
            copy.baseAddress &+= UInt32(truncatingIfNeeded: position * dimension.increment)
            copy.sharesTypeOf = position == 0 ? base : name.replacingIndex(with: dimension.indexes[0])
            return copy
        }
    }

    /// One interrupt, as the format has it, or several names and values in a row, as ARM's files do.
    private func interrupts(_ element: Element) -> [Interrupt] {
        let starts = element.children.indices.filter { element.children[$0].tag == "name" }
        return starts.enumerated().map { position, start in
            let end = position + 1 < starts.count ? starts[position + 1] : element.children.count
            let one = Element(tag: "interrupt", line: element.children[start].line, parent: element.parent)
            one.children = Array(element.children[start..<end])
            var findings = Findings()
            let name = self.name(of: one, &findings)
            let text = one.string("value") ?? ""
            let isNegative = text.hasPrefix("-")
            guard let number = parseNumber(isNegative ? String(text.dropFirst()) : text), let value = Int(exactly: number)
            else {
                findings.add(finding(one, "value", text.isEmpty ? "value is missing" : "value '\(text)' is not a number"))
                return Interrupt(name: name, value: 0, line: one.line, findings: findings)
            }
            return Interrupt(
                name: name, description: one.sentence("description"), value: isNegative ? -value : value, line: one.line,
                findings: findings)
        }
    }

    private func members(_ element: Element, _ defaults: Defaults) -> [Member] {
        element.children.flatMap { child -> [Member] in
            switch child.tag {
            case "register": registers(child, defaults).map(Member.register)
            case "cluster": clusters(child, defaults).map(Member.cluster)
            default: []
            }
        }
    }

    private func clusters(_ element: Element, _ outer: Defaults) -> [Cluster] {
        var findings = element.findings
        let defaults = self.defaults(of: element, inheriting: outer, &findings)
        let name = self.name(of: element, &findings)
        let dimension = self.dimension(of: element, name, &findings)
        var cluster = Cluster(
            name: name.withoutIndex, typeName: name.withoutIndex, description: element.sentence("description"),
            offset: address(element, "addressOffset", &findings), members: members(element, defaults), repetition: nil,
            line: element.line, findings: findings)
        guard let dimension else { return [cluster] }
        if dimension.isArray {
            cluster.repetition = Repetition(count: dimension.indexes.count, stride: dimension.increment)
            return [cluster]
        }
        return dimension.indexes.enumerated().map { position, index in
            var copy = cluster
            copy.name = name.replacingIndex(with: index)
            copy.offset &+= UInt32(truncatingIfNeeded: position * dimension.increment)
            return copy
        }
    }

    private func registers(_ element: Element, _ outer: Defaults) -> [Register] {
        var findings = element.findings
        let defaults = self.defaults(of: element, inheriting: outer, &findings)
        var name = self.name(of: element, &findings)
        if let group = element.string("alternateGroup") { name += "_\(group)" }
        let writeEffect = effect(element, "modifiedWriteValues", WriteEffect.self, &findings)
        let readEffect = effect(element, "readAction", ReadEffect.self, &findings)
        let limit = defaults.access ?? .readWrite
        let fields = (element.first("fields")?.all("field") ?? []).flatMap {
            self.fields($0, limit, writeEffect, readEffect)
        }
        let resetValue = defaults.resetValue & defaults.resetMask
        // A register takes what fits of a reset value that was meant for all of them; its own has to fit.
        if element.first("resetValue") != nil, (1..<64).contains(defaults.size),
            resetValue >> UInt64(defaults.size) != 0
        {
            let message = "reset value \(resetValue.hexadecimal) is cut to \(defaults.size) bits"
            findings.add(finding(element, "resetValue", message, .warning))
        }
        let dimension = self.dimension(of: element, name, &findings)
        var register = Register(
            name: name.withoutIndex, typeName: name.withoutIndex, description: element.sentence("description"),
            offset: address(element, "addressOffset", &findings), size: defaults.size,
            access: defaults.access ?? union(of: fields), resetValue: resetValue, readEffect: readEffect,
            writeEffect: writeEffect, alternateOf: element.string("alternateRegister"), fields: fields,
            repetition: nil, line: element.line, findings: findings)
        guard let dimension else {
            register.alternateOf = register.alternateOf?.withoutIndex
            return [register]
        }
        if dimension.isArray {
            register.repetition = Repetition(count: dimension.indexes.count, stride: dimension.increment)
            register.alternateOf = register.alternateOf?.withoutIndex
            return [register]
        }
        return dimension.indexes.enumerated().map { position, index in
            var copy = register
            copy.name = name.replacingIndex(with: index)
            copy.offset &+= UInt32(truncatingIfNeeded: position * dimension.increment)
            copy.alternateOf = register.alternateOf?.replacingIndex(with: index)
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
    ) -> [Field] {
        var findings = element.findings
        let name = self.name(of: element, &findings)
        let (offset, width) = bitRange(of: element, &findings)
        let access = self.access(element, &findings)?.limited(by: limit) ?? limit
        let ownWriteEffect = effect(element, "modifiedWriteValues", WriteEffect.self, &findings)
        let ownReadEffect = effect(element, "readAction", ReadEffect.self, &findings)
        let enumerations = element.all("enumeratedValues").map { enumeration($0, &findings) }
        let dimension = self.dimension(of: element, name, &findings)
        var field = Field(
            name: name.withoutIndex, description: element.sentence("description"), offset: offset, width: width,
            access: access, writeEffect: access.writable ? ownWriteEffect ?? writeEffect : nil,
            readEffect: access.readable ? ownReadEffect ?? readEffect : nil, enumerations: enumerations,
            repetition: nil, line: element.line, findings: findings)
        guard let dimension else { return [field] }
        if dimension.isArray {
            field.repetition = Repetition(count: dimension.indexes.count, stride: dimension.increment)
            return [field]
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

    /// The three spellings of a field's place; bit 0 where it cannot be read.
    private func bitRange(of element: Element, _ findings: inout Findings) -> (offset: Int, width: Int) {
        do {
            return try bits(of: element)
        } catch {
            findings.add(finding(element, "bitRange", error.message))
            return (0, 1)
        }
    }

    private struct Unreadable: Error { var message: String }

    private func bits(of element: Element) throws(Unreadable) -> (offset: Int, width: Int) {
        let low: Int
        let high: Int
        if let range = element.string("bitRange") {
            guard let ends = parseBitRange(range) else {
                throw Unreadable(message: "bit range '\(range)' is not of the form [high:low]")
            }
            (high, low) = ends
        } else if element.first("lsb") != nil || element.first("msb") != nil {
            low = try bit(element, "lsb")
            high = try bit(element, "msb")
        } else {
            low = try bit(element, "bitOffset")
            high = low + (element.first("bitWidth") == nil ? 1 : try bit(element, "bitWidth")) - 1
        }
        guard high >= low else { throw Unreadable(message: "bits \(high) down to \(low) hold nothing") }
        return (low, high - low + 1)
    }

    private func bit(_ element: Element, _ tag: String) throws(Unreadable) -> Int {
        guard let text = element.string(tag) else { throw Unreadable(message: "\(tag) is missing") }
        guard let value = parseNumber(text), value < 65_536 else {
            throw Unreadable(message: "\(tag) '\(text)' is not the number of a bit")
        }
        return Int(value)
    }

    private func enumeration(_ element: Element, _ findings: inout Findings) -> Enumeration {
        findings.add(element.findings)
        let usage: Enumeration.Usage
        switch element.string("usage") {
        case nil, "read-write": usage = .both
        case "read": usage = .read
        case "write": usage = .write
        case let other?:
            usage = .both
            let message = "usage '\(other)' is none of read, write and read-write: read as the last"
            findings.add(finding(element, "values", message, .warning))
        }
        var values: [EnumeratedValue] = []
        for value in element.all("enumeratedValue") {
            let text = value.string("value")
            let isDefault = ["true", "1"].contains(value.string("isDefault") ?? "") && text == nil
            let number = text.flatMap(parseNumber)
            guard isDefault || number != nil else {
                let message = text.map { "value '\($0)' is not a number" } ?? "a value without a number"
                findings.add(finding(value, "values", message + ": left out", .warning))
                continue
            }
            if let text, text.lowercased().hasPrefix("0b") || text.hasPrefix("#"), text.lowercased().contains("x") {
                let message = "value '\(text)' stands for several: it is the one with 0 for x"
                findings.add(finding(value, "values", message, .warning))
            }
            // A value may go without a name, and is then called by its number.
            let name = value.string("name").flatMap { $0.isEmpty ? nil : $0 } ?? number.map { "\($0)" } ?? "default"
            values.append(
                EnumeratedValue(name: name, description: value.sentence("description"), value: number, line: value.line))
        }
        return Enumeration(
            name: element.string("headerEnumName") ?? element.string("name"), usage: usage, values: values,
            line: element.line)
    }

    // MARK: - Inheritance and dimensions

    private func defaults(of element: Element, inheriting outer: Defaults, _ findings: inout Findings) -> Defaults {
        var defaults = outer
        if let size = number(element, "size", &findings) {
            if (1...1024).contains(size) {
                defaults.size = Int(size)
            } else {
                findings.add(finding(element, "size", "a register of \(size) bits"))
            }
        }
        defaults.resetValue = number(element, "resetValue", &findings) ?? outer.resetValue
        defaults.resetMask = number(element, "resetMask", &findings) ?? outer.resetMask
        defaults.access = access(element, &findings) ?? outer.access
        return defaults
    }

    private func dimension(of element: Element, _ name: String, _ findings: inout Findings) -> Dimension? {
        guard element.first("dim") != nil else {
            if name.contains("%s") {
                findings.add(finding(element, "dim", "the name has %s, but there is no dim: read as one", .warning))
            }
            return nil
        }
        guard let indexes = Dimension.indexes(of: element) else {
            findings.add(finding(element, "dim", "dim '\(element.string("dim") ?? "")' is not a number of copies"))
            return nil
        }
        if !name.contains("%s") {
            if indexes.count > 1 {
                findings.add(finding(element, "dim", "dim without %s in the name"))
            }
            return nil
        }
        if let text = element.string("dimIndex"), Dimension.indexes(text)?.count != indexes.count {
            let message = "dimIndex '\(text)' does not name \(indexes.count) copies: they are called by number"
            findings.add(finding(element, "dimIndex", message, .warning))
        }
        var increment = 0
        if indexes.count > 1 || element.first("dimIncrement") != nil {
            increment = Int(address(element, "dimIncrement", &findings))
        }
        return Dimension(indexes: indexes, increment: increment, isArray: name.contains("[%s]"))
    }

    // MARK: - Leaves

    private func name(of element: Element, _ findings: inout Findings) -> String {
        if let name = element.string("name"), !name.isEmpty { return name }
        findings.add(finding(element, "name", "\(element.tag) without a name"))
        return "_"
    }

    private func access(_ element: Element, _ findings: inout Findings) -> AccessRights? {
        guard let text = element.string("access") else { return nil }
        switch text.lowercased() {
        case "read-only": return .readOnly
        case "write-only", "writeonce": return .writeOnly
        case "read-write", "read-writeonce": return .readWrite
        case "read", "write":
            findings.add(finding(element, "access", "access '\(text)' is read as '\(text)-only'", .warning))
            return text.lowercased() == "read" ? .readOnly : .writeOnly
        default:
            findings.add(finding(element, "access", "access '\(text)' is unknown"))
            return nil
        }
    }

    private func effect<Effect: RawRepresentable>(
        _ element: Element, _ tag: String, _: Effect.Type, _ findings: inout Findings
    ) -> Effect? where Effect.RawValue == String {
        guard let text = element.string(tag) else { return nil }
        if let effect = Effect(rawValue: text) { return effect }
        findings.add(finding(element, tag, "\(tag) '\(text)' is unknown"))
        return nil
    }

    /// A number that need not be there.
    private func number(_ element: Element, _ tag: String, _ findings: inout Findings) -> UInt64? {
        guard let text = element.string(tag) else { return nil }
        if let value = parseNumber(text) { return value }
        findings.add(finding(element, tag, "\(tag) '\(text)' is not a number of at most 64 bits"))
        return nil
    }

    /// A number of 32 bits that must be there.
    private func address(_ element: Element, _ tag: String, _ findings: inout Findings) -> UInt32 {
        guard let text = element.string(tag) else {
            findings.add(finding(element, tag, "\(tag) is missing"))
            return 0
        }
        if let value = parseNumber(text).flatMap(UInt32.init(exactly:)) { return value }
        findings.add(finding(element, tag, "\(tag) '\(text)' is not a number of at most 32 bits"))
        return 0
    }

    private func finding(
        _ element: Element, _ property: String, _ message: String, _ severity: Finding.Severity = .error
    ) -> Finding {
        Finding(
            severity, file: file, line: element.line, path: element.path, message: message, property: property)
    }
}

/// The ends of `[high:low]`.
func parseBitRange(_ text: String) -> (high: Int, low: Int)? {
    let ends = text.trimmingCharacters(in: ["[", "]", " "]).split(separator: ":").map {
        Int($0.trimmingCharacters(in: .whitespaces))
    }
    guard ends.count == 2, let high = ends[0], let low = ends[1], low >= 0 else { return nil }
    return (high, low)
}
