// Stage 5: the overlay, applied to the model.
import Foundation

/// Applies one overlay. Everything it names must exist, so that it cannot silently go stale.
struct OverlayApplication {
    let overlay: Overlay
    let file: String

    /// - Throws: `GeneratorError` with everything that cannot be applied.
    func apply(to device: inout Device) throws {
        var findings: [Finding] = []
        // What could not be added is not complained of a second time for not being there.
        var failed: Set<String> = []
        func attempt(_ name: String = "", _ body: () throws -> Void) rethrows {
            guard name.isEmpty || !failed.contains(name) else { return }
            do {
                try body()
            } catch let error as GeneratorError {
                findings += error.findings
                failed.insert(name)
            }
        }
        if let name = overlay.device {
            device.name = name
            device.findings.mend("name")
        }
        try attempt { try removePeripherals(&device) }
        for (name, change) in (overlay.peripherals ?? [:]).sorted(by: { $0.key < $1.key }) {
            try attempt(name) { try add(name, change, to: &device) }
        }
        try attempt { try changePeripherals(&device, except: failed) }
        try attempt { try changeInterrupts(&device) }
        // Registers go last, so that a name that another gives up is free.
        let changes = (overlay.registers ?? [:]).sorted { $0.key < $1.key }
        for (path, change) in changes where change.offset != nil {
            try attempt(path) { try self.change(&device, path, change) { try place($1, in: &$0, path, change) } }
        }
        var renamings: [Int: [(path: [String], name: String)]] = [:]
        for (path, change) in changes {
            try attempt(path) {
                try self.change(&device, path, change) { members, names in
                    try self.change(&members, names, path, change)
                }
            }
            if let name = change.name, change.remove != true, let (index, names) = target(of: path, in: device) {
                renamings[index, default: []].append((names, name))
            }
        }
        for (index, renamed) in renamings { rename(&device.peripherals[index].members, renamed) }
        for (path, change) in changes where change.remove == true {
            try attempt(path) { try self.change(&device, path, change) { try remove($1, from: &$0, path) } }
        }
        if !findings.isEmpty { throw GeneratorError(findings) }
    }

    /// The peripheral whose type has the register at `path`, and the names from there on.
    private func target(of path: String, in device: Device) -> (index: Int, names: [String])? {
        let names = path.split(separator: ".").map(String.init)
        guard names.count >= 2,
            let index = device.peripherals.firstIndex(where: { $0.typeName == names[0] && $0.sharesTypeOf == nil })
        else { return nil }
        return (index, Array(names.dropFirst()))
    }

    private func change(
        _ device: inout Device, _ path: String, _ change: Overlay.RegisterChange,
        _ body: (inout [Member], [String]) throws -> Void
    ) throws {
        guard let (index, names) = target(of: path, in: device) else { throw failure(path, "no type of this name") }
        try body(&device.peripherals[index].members, names)
    }

    // MARK: - Peripherals and interrupts

    /// Takes out all that go before it looks at who is left. The first of those that used the type of one of them
    /// is the one that has it now.
    private func removePeripherals(_ device: inout Device) throws {
        let removed = (overlay.peripherals ?? [:]).filter { $0.value.remove == true }.keys.sorted()
        let unknown = removed.filter { name in !device.peripherals.contains { $0.name == name } }
        if !unknown.isEmpty {
            throw GeneratorError(unknown.flatMap { failure($0, "no peripheral of this name").findings })
        }
        device.peripherals.removeAll { removed.contains($0.name) }
        var heirs: [String: String] = [:]
        for index in device.peripherals.indices {
            guard let root = device.peripherals[index].sharesTypeOf, removed.contains(root) else { continue }
            device.peripherals[index].sharesTypeOf = heirs[root]
            if heirs[root] == nil { heirs[root] = device.peripherals[index].name }
        }
    }

    /// A peripheral that has an address here. Its registers are added by offset, or it is `like` another.
    private func add(_ name: String, _ change: Overlay.PeripheralChange, to device: inout Device) throws {
        guard let text = change.baseAddress, change.remove != true else { return }
        guard let address = parseNumber(text).flatMap(UInt32.init(exactly:)) else {
            throw failure(name, "baseAddress '\(text)' is not a number")
        }
        if let index = device.peripherals.firstIndex(where: { $0.name == name }) {
            guard device.peripherals[index].findings.contains("baseAddress") else {
                throw failure(name, "is there already: a base address is for one that is not")
            }
            device.peripherals[index].baseAddress = address
            device.peripherals[index].findings.mend("baseAddress")
            return
        }
        device.peripherals.append(
            Peripheral(
                name: name, typeName: change.type ?? name, description: change.description, baseAddress: address,
                members: [], interrupts: [], line: 1))
    }

    private func changePeripherals(_ device: inout Device, except failed: Set<String>) throws {
        let changes = (overlay.peripherals ?? [:]).filter { $0.value.remove != true && !failed.contains($0.key) }
            .sorted { $0.key < $1.key }
        let unknown = changes.map(\.key).filter { name in !device.peripherals.contains { $0.name == name } }
        if !unknown.isEmpty {
            throw GeneratorError(unknown.flatMap { failure($0, "no peripheral of this name").findings })
        }
        for (name, change) in changes {
            guard let index = device.peripherals.firstIndex(where: { $0.name == name }) else { continue }
            for (interrupt, value) in (change.interrupts ?? [:]).sorted(by: { $0.key < $1.key }) {
                device.peripherals[index].interrupts.append(
                    Interrupt(name: interrupt, value: value, line: device.peripherals[index].line))
            }
            if let type = change.type ?? change.name {
                for other in device.peripherals.indices
                where other == index || device.peripherals[other].sharesTypeOf == name {
                    device.peripherals[other].typeName = type
                }
            }
            if let description = change.description {
                let former = device.peripherals[index].description
                for other in device.peripherals.indices
                where other == index
                    || (device.peripherals[other].sharesTypeOf == name
                        && device.peripherals[other].description == former)
                {
                    device.peripherals[other].description = description
                }
            }
        }
        // Types have their names now; whoever is like another takes its type.
        for (name, change) in changes {
            guard let model = change.like else { continue }
            guard let base = device.peripherals.first(where: { $0.name == model }) else {
                throw failure(name, "like '\(model)', which does not exist")
            }
            for index in device.peripherals.indices
            where device.peripherals[index].name == name || device.peripherals[index].sharesTypeOf == name {
                let difference = missing(device.peripherals[index].members, in: base.members)
                if let difference {
                    throw failure(name, "not like '\(model)': \(difference) is missing there, or differs")
                }
                device.peripherals[index].sharesTypeOf = base.sharesTypeOf ?? base.name
                device.peripherals[index].typeName = base.typeName
                device.peripherals[index].findings.mend("derivedFrom")
            }
        }
        // All at once, so that two may change names.
        let names = changes.compactMap { name, change in change.name.map { (name, $0) } }
        let newNames = Dictionary(uniqueKeysWithValues: names)
        for index in device.peripherals.indices {
            let peripheral = device.peripherals[index]
            device.peripherals[index].name = newNames[peripheral.name] ?? peripheral.name
            device.peripherals[index].sharesTypeOf = peripheral.sharesTypeOf.map { newNames[$0] ?? $0 }
        }
    }

    /// The first register or field that `other` does not have in the same place.
    private func missing(_ members: [Member], in other: [Member]) -> String? {
        for member in members {
            let counterpart = other.first { $0.name == member.name && $0.offset == member.offset }
            switch (member, counterpart) {
            case (.register(let register), .register(let match)?):
                guard register.size == match.size, register.access == match.access,
                    register.repetition == match.repetition
                else { return register.name }
                for field in register.fields
                where !match.fields.contains(where: {
                    $0.name == field.name && $0.offsets == field.offsets && $0.width == field.width
                        && $0.access == field.access
                }) {
                    return "\(register.name).\(field.name)"
                }
            case (.cluster(let cluster), .cluster(let match)?):
                guard cluster.repetition == match.repetition else { return cluster.name }
                if let inner = missing(cluster.members, in: match.members) { return "\(cluster.name).\(inner)" }
            default:
                return member.name
            }
        }
        return nil
    }

    private func changeInterrupts(_ device: inout Device) throws {
        let changes = overlay.interrupts ?? [:]
        let names = Set(device.peripherals.flatMap(\.interrupts).map(\.name))
        let unknown = changes.keys.sorted().filter { !names.contains($0) }
        if !unknown.isEmpty {
            throw GeneratorError(unknown.flatMap { failure($0, "no interrupt of this name").findings })
        }
        for index in device.peripherals.indices {
            device.peripherals[index].interrupts = device.peripherals[index].interrupts.compactMap { interrupt in
                guard let name = changes[interrupt.name] else { return interrupt }
                var renamed = interrupt
                renamed.name = name
                return name.isEmpty ? nil : renamed
            }
        }
    }

    // MARK: - Registers

    /// Adds an empty register, or gives one its offset whose own cannot be read; the rest of `change` then says
    /// what it is.
    private func place(
        _ names: [String], in members: inout [Member], _ path: String, _ change: Overlay.RegisterChange
    ) throws {
        guard let offset = parseNumber(change.offset ?? "").flatMap(UInt32.init(exactly:)) else {
            throw failure(path, "offset '\(change.offset ?? "")' is not a number")
        }
        let indexes = members.indices.filter { members[$0].name == names[0] }
        if names.count > 1, case .cluster(var cluster)? = indexes.first.map({ members[$0] }) {
            try place(Array(names.dropFirst()), in: &cluster.members, path, change)
            members[indexes[0]] = .cluster(cluster)
            return
        }
        guard names.count == 1 else { throw failure(path, "no cluster of this name") }
        guard !indexes.isEmpty else {
            members.append(
                .register(
                    Register(
                        name: names[0], typeName: names[0], offset: offset, size: 32, access: .readWrite,
                        resetValue: 0, fields: [], line: 1)))
            return
        }
        guard case .register(var register) = members[indexes[0]], register.findings.contains("addressOffset") else {
            throw failure(path, "is there already: an offset is for one that is not")
        }
        register.offset = offset
        register.findings.mend("addressOffset")
        members[indexes[0]] = .register(register)
    }

    private func remove(_ names: [String], from members: inout [Member], _ path: String) throws {
        guard let index = members.firstIndex(where: { $0.name == names[0] }) else {
            throw failure(path, "no register of this name")
        }
        if names.count == 1 {
            members.removeAll { $0.name == names[0] }
        } else if case .cluster(var cluster) = members[index] {
            try remove(Array(names.dropFirst()), from: &cluster.members, path)
            members[index] = .cluster(cluster)
        } else {
            throw failure(path, "no register of this name")
        }
    }

    /// All of a scope at once, so that two registers may change names.
    private func rename(_ members: inout [Member], _ renamed: [(path: [String], name: String)]) {
        for index in members.indices {
            let own = members[index].name
            if case .cluster(var cluster) = members[index] {
                let inner = renamed.filter { $0.path.count > 1 && $0.path[0] == own }
                    .map { (path: Array($0.path.dropFirst()), name: $0.name) }
                if !inner.isEmpty { rename(&cluster.members, inner) }
                members[index] = .cluster(cluster)
            }
            if let name = renamed.first(where: { $0.path == [own] })?.name {
                members[index].name = name
                members[index].typeName = name
            }
        }
    }

    /// Changes every register at `names`: the file may have several of a name.
    private func change(
        _ members: inout [Member], _ names: [String], _ path: String, _ change: Overlay.RegisterChange
    ) throws {
        let indexes = members.indices.filter { members[$0].name == names[0] }
        if indexes.isEmpty { throw failure(path, "no register of this name") }
        for index in indexes {
            switch members[index] {
            case .cluster(var cluster) where names.count > 1:
                try self.change(&cluster.members, Array(names.dropFirst()), path, change)
                members[index] = .cluster(cluster)
            case .register(var register) where names.count == 1:
                if change.remove != true { try self.change(&register, path, change) }
                members[index] = .register(register)
            case .cluster where change.remove == true: break
            default: throw failure(path, "no register of this name")
            }
        }
    }

    private func change(_ register: inout Register, _ path: String, _ change: Overlay.RegisterChange) throws {
        if change.name != nil { register.findings.mend("name") }
        if let size = change.size {
            guard [8, 16, 32].contains(size) else { throw failure(path, "size \(size) is none of 8, 16 and 32") }
            register.size = size
            register.findings.mend("size")
        }
        if let description = change.description { register.description = description }
        if let access = change.access {
            register.access = try rights(access, path)
            register.findings.mend("access")
            for index in register.fields.indices { register.fields[index].access = register.access }
        }
        if let text = change.resetValue {
            guard let value = parseNumber(text) else { throw failure(path, "resetValue '\(text)' is not a number") }
            register.resetValue = value
            register.findings.mend("resetValue", "resetMask")
        }
        if let text = change.readAction {
            register.readEffect = try readEffect(text, path)
            register.findings.mend("readAction")
        }
        for stem in change.join ?? [] { try join(stem, in: &register, path) }
        for added in change.add ?? [] { try add(added, to: &register, path) }
        if let text = change.modifiedWriteValues {
            let effect = try writeEffect(text, path)
            register.writeEffect = effect
            register.findings.mend("modifiedWriteValues")
            for index in register.fields.indices where register.fields[index].access.writable {
                register.fields[index].writeEffect = effect
            }
        }
        // Found before any is changed, so that two may change names.
        let fields = try (change.fields ?? [:]).sorted { $0.key < $1.key }.map { pattern, fieldChange in
            let matches = register.fields.indices.filter { register.fields[$0].name.matches(pattern) }
            if matches.isEmpty { throw failure("\(path).\(pattern)", "no field of this name") }
            return (pattern, fieldChange, matches)
        }
        for (pattern, fieldChange, matches) in fields {
            for index in matches { try self.change(&register.fields[index], pattern, path, fieldChange) }
        }
        let removed = Set(fields.flatMap { $1.remove == true ? $2 : [] })
        register.fields = register.fields.indices.filter { !removed.contains($0) }.map { register.fields[$0] }
        for pattern in change.arrays ?? [] { try addArray(pattern, to: &register, path) }
    }

    private func join(_ stem: String, in register: inout Register, _ path: String) throws {
        let parts = register.fields.filter { $0.name.matches(stem + "%s") }.sorted { $0.offset < $1.offset }
        guard let first = parts.first, parts.count > 1 else {
            throw failure("\(path).\(stem)", "no fields \(stem)0, \(stem)1… to join")
        }
        for (position, part) in parts.enumerated()
        where part.width != 1 || part.offset != first.offset + position || part.name != "\(stem)\(position)" {
            throw failure("\(path).\(part.name)", "not a bit that follows the one before it")
        }
        var joined = first
        joined.name = stem
        joined.width = parts.count
        register.fields.removeAll { field in parts.contains { $0.name == field.name } }
        register.fields.append(joined)
    }

    private func add(_ added: Overlay.AddedField, to register: inout Register, _ path: String) throws {
        let (offset, width) = try bits(added.bitRange, "\(path).\(added.name)")
        register.fields.append(
            Field(
                name: added.name, description: added.description, offset: offset, width: width,
                access: register.access, enumerations: [], line: register.line))
    }

    private func bits(_ range: String, _ path: String) throws -> (offset: Int, width: Int) {
        guard let (high, low) = parseBitRange(range), high >= low else {
            throw failure(path, "bit range '\(range)' is not of the form [high:low]")
        }
        return (low, high - low + 1)
    }

    private func addArray(_ pattern: String, to register: inout Register, _ path: String) throws {
        let parts = register.fields.filter { !$0.isView && $0.name.matches(pattern) }.sorted { $0.offset < $1.offset }
        let stem = pattern.withoutIndex
        guard let first = parts.first, parts.count > 1, let firstIndex = Int(first.name.dropFirst(stem.count)) else {
            throw failure("\(path).\(pattern)", "no fields to index")
        }
        let stride = parts[1].offset - first.offset
        for (position, part) in parts.enumerated()
        where part.name != "\(stem)\(firstIndex + position)" || part.offset != first.offset + position * stride
            || part.width != first.width || part.access != first.access
        {
            throw failure("\(path).\(part.name)", "not spaced like the fields before it")
        }
        var view = first
        view.name = stem
        view.repetition = Repetition(count: parts.count, stride: stride, firstIndex: firstIndex)
        view.isView = true
        register.fields.append(view)
    }

    private func change(
        _ field: inout Field, _ pattern: String, _ path: String, _ change: Overlay.FieldChange
    ) throws {
        if let name = change.name {
            field.name = name
            field.findings.mend("name")
        }
        if let range = change.bitRange {
            (field.offset, field.width) = try bits(range, "\(path).\(field.name)")
            field.findings.mend("bitRange")
        }
        if let description = change.description { field.description = description }
        if let access = change.access {
            field.access = try rights(access, path)
            field.findings.mend("access")
        }
        if let text = change.modifiedWriteValues {
            field.writeEffect = try writeEffect(text, path)
            field.findings.mend("modifiedWriteValues")
        }
        if let text = change.readAction {
            field.readEffect = try readEffect(text, path)
            field.findings.mend("readAction")
        }
        if let values = change.values {
            field.findings.mend("values")
            field.enumerations =
                values.isEmpty
                ? []
                : [
                    Enumeration(
                        name: change.enumeration ?? pattern.withoutIndex, usage: .both,
                        values: values.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
                            EnumeratedValue(name: $0.key, value: $0.value, line: field.line)
                        }, line: field.line)
                ]
        }
    }

    // MARK: - Leaves

    private func rights(_ text: String, _ path: String) throws -> AccessRights {
        switch text {
        case "read-only": return .readOnly
        case "write-only": return .writeOnly
        case "read-write": return .readWrite
        default: throw failure(path, "access '\(text)' is none of read-only, write-only and read-write")
        }
    }

    private func writeEffect(_ text: String, _ path: String) throws -> WriteEffect {
        guard let effect = WriteEffect(rawValue: text) else {
            throw failure(path, "modifiedWriteValues '\(text)' is unknown")
        }
        return effect
    }

    private func readEffect(_ text: String, _ path: String) throws -> ReadEffect {
        guard let effect = ReadEffect(rawValue: text) else { throw failure(path, "readAction '\(text)' is unknown") }
        return effect
    }

    private func failure(_ path: String, _ message: String) -> GeneratorError {
        GeneratorError(file: file, line: nil, path: path, message: message)
    }
}

extension String {
    /// Whether this name is `pattern`, where `%s` at the end stands for a number.
    func matches(_ pattern: String) -> Bool {
        guard pattern.hasSuffix("%s") else { return self == pattern }
        let stem = pattern.dropLast(2)
        return hasPrefix(stem) && count > stem.count && dropFirst(stem.count).allSatisfy { ("0"..."9").contains($0) }
    }
}
