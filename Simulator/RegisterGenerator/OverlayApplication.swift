// Stage 5: the overlay, applied to the model.
import Foundation

/// Applies one overlay. Everything it names must exist, so that it cannot silently go stale.
struct OverlayApplication {
    let overlay: Overlay
    let file: String

    func apply(to device: inout Device) throws {
        if let name = overlay.device { device.name = name }
        try removePeripherals(&device)
        try addPeripherals(&device)
        try changePeripherals(&device)
        try changeInterrupts(&device)
        for (path, change) in (overlay.registers ?? [:]).sorted(by: { $0.key < $1.key }) {
            var names = path.split(separator: ".").map(String.init)
            guard names.count >= 2,
                let index = device.peripherals.firstIndex(where: {
                    $0.typeName == names[0] && $0.sharesTypeOf == nil
                })
            else { throw failure(path, "no type of this name") }
            names.removeFirst()
            if change.offset != nil { try add(names, to: &device.peripherals[index].members, path, change) }
            try self.change(&device.peripherals[index].members, names, path, change)
        }
    }

    // MARK: - Peripherals and interrupts

    private func removePeripherals(_ device: inout Device) throws {
        for (name, change) in (overlay.peripherals ?? [:]).sorted(by: { $0.key < $1.key }) where change.remove == true {
            guard device.peripherals.contains(where: { $0.name == name }) else {
                throw failure(name, "no peripheral of this name")
            }
            if let user = device.peripherals.first(where: { $0.sharesTypeOf == name }) {
                throw failure(name, "cannot be removed: \(user.name) uses its type")
            }
            device.peripherals.removeAll { $0.name == name }
        }
    }

    /// Peripherals that have an address here. Their registers are added by offset, or they are `like` another.
    private func addPeripherals(_ device: inout Device) throws {
        for (name, change) in (overlay.peripherals ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let text = change.baseAddress else { continue }
            guard !device.peripherals.contains(where: { $0.name == name }) else {
                throw failure(name, "is there already: a base address is for one that is not")
            }
            guard let address = parseNumber(text) else { throw failure(name, "baseAddress '\(text)' is not a number") }
            device.peripherals.append(
                Peripheral(
                    name: name, typeName: change.type ?? name, description: change.description, baseAddress: address,
                    members: [], interrupts: [], line: 1))
        }
    }

    private func changePeripherals(_ device: inout Device) throws {
        let changes = (overlay.peripherals ?? [:]).filter { $0.value.remove != true }.sorted { $0.key < $1.key }
        for (name, change) in changes {
            guard let index = device.peripherals.firstIndex(where: { $0.name == name }) else {
                throw failure(name, "no peripheral of this name")
            }
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
            }
        }
        for (name, change) in changes {
            guard let newName = change.name else { continue }
            for index in device.peripherals.indices {
                if device.peripherals[index].name == name { device.peripherals[index].name = newName }
                if device.peripherals[index].sharesTypeOf == name { device.peripherals[index].sharesTypeOf = newName }
            }
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
        for (name, newName) in (overlay.interrupts ?? [:]).sorted(by: { $0.key < $1.key }) {
            var found = false
            for index in device.peripherals.indices {
                for position in device.peripherals[index].interrupts.indices.reversed()
                where device.peripherals[index].interrupts[position].name == name {
                    found = true
                    if newName.isEmpty {
                        device.peripherals[index].interrupts.remove(at: position)
                    } else {
                        device.peripherals[index].interrupts[position].name = newName
                    }
                }
            }
            if !found { throw failure(name, "no interrupt of this name") }
        }
    }

    // MARK: - Registers

    /// Adds an empty register; the rest of `change` then says what it is.
    private func add(
        _ names: [String], to members: inout [Member], _ path: String, _ change: Overlay.RegisterChange
    ) throws {
        guard names.count == 1 else { throw failure(path, "a register cannot be added to a cluster") }
        guard !members.contains(where: { $0.name == names[0] }) else {
            throw failure(path, "is there already: an offset is for one that is not")
        }
        guard let offset = parseNumber(change.offset ?? "") else {
            throw failure(path, "offset '\(change.offset ?? "")' is not a number")
        }
        let size = change.size ?? 32
        guard [8, 16, 32].contains(size) else { throw failure(path, "size \(size) is none of 8, 16 and 32") }
        members.append(
            .register(
                Register(
                    name: names[0], typeName: names[0], offset: offset, size: size, access: .readWrite, resetValue: 0,
                    fields: [], line: 1)))
    }

    private func change(
        _ members: inout [Member], _ names: [String], _ path: String, _ change: Overlay.RegisterChange
    ) throws {
        guard let index = members.firstIndex(where: { $0.name == names[0] }) else {
            throw failure(path, "no register of this name")
        }
        switch members[index] {
        case .cluster(var cluster) where names.count > 1:
            try self.change(&cluster.members, Array(names.dropFirst()), path, change)
            members[index] = .cluster(cluster)
        case .register(var register) where names.count == 1:
            try self.change(&register, path, change)
            members[index] = .register(register)
        default:
            throw failure(path, "no register of this name")
        }
    }

    private func change(_ register: inout Register, _ path: String, _ change: Overlay.RegisterChange) throws {
        if let name = change.name { (register.name, register.typeName) = (name, name) }
        if let description = change.description { register.description = description }
        if let access = change.access {
            register.access = try rights(access, path)
            for index in register.fields.indices { register.fields[index].access = register.access }
        }
        if let text = change.resetValue {
            guard let value = parseNumber(text) else { throw failure(path, "resetValue '\(text)' is not a number") }
            register.resetValue = value
        }
        for stem in change.join ?? [] { try join(stem, in: &register, path) }
        for added in change.add ?? [] { try add(added, to: &register, path) }
        if let text = change.modifiedWriteValues {
            let effect = try writeEffect(text, path)
            register.writeEffect = effect
            for index in register.fields.indices where register.fields[index].access.writable {
                register.fields[index].writeEffect = effect
            }
        }
        for (pattern, fieldChange) in (change.fields ?? [:]).sorted(by: { $0.key < $1.key }) {
            let matches = register.fields.indices.filter { register.fields[$0].name.matches(pattern) }
            if matches.isEmpty { throw failure("\(path).\(pattern)", "no field of this name") }
            for index in matches { try self.change(&register.fields[index], pattern, path, fieldChange) }
        }
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
        let ends = added.bitRange.trimmingCharacters(in: ["[", "]"]).split(separator: ":").map { Int($0) }
        guard ends.count == 2, let high = ends[0], let low = ends[1], high >= low, low >= 0 else {
            throw failure("\(path).\(added.name)", "bit range '\(added.bitRange)' is not of the form [high:low]")
        }
        register.fields.append(
            Field(
                name: added.name, description: added.description, offset: low, width: high - low + 1,
                access: register.access, enumerations: [], line: register.line))
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
        if let name = change.name { field.name = name }
        if let description = change.description { field.description = description }
        if let access = change.access { field.access = try rights(access, path) }
        if let text = change.modifiedWriteValues { field.writeEffect = try writeEffect(text, path) }
        if let text = change.readAction {
            guard let effect = ReadEffect(rawValue: text) else {
                throw failure(path, "readAction '\(text)' is unknown")
            }
            field.readEffect = effect
        }
        if let values = change.values {
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
