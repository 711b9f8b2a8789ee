// The fields of a register, and their enumerated values, so that Swift can be made of them.

extension Repair {
    func mendFields(_ register: inout Register, _ path: String) {
        leaveOutReserved(&register, path)
        mendNames(&register, path)
        for index in register.fields.indices {
            let field = register.fields[index]
            let fieldPath = "\(path).\(field.name)"
            let isPlaced = !field.findings.contains("bitRange") && !field.findings.contains("dimIncrement")
            if isPlaced, let repetition = field.repetition, repetition.count > 1, repetition.stride < field.width {
                register.fields[index].add(
                    .error, "copies every \(repetition.stride) bits overlap: each has \(field.width)", file: file,
                    path: fieldPath)
            }
            if isPlaced, field.end > register.size {
                register.fields[index].add(
                    .error, "field ends at bit \(field.end - 1), past the \(register.size) bits of its register",
                    file: file, path: fieldPath)
            } else {
                mendValues(&register.fields[index], fieldPath)
            }
        }
        warnOfOverlaps(&register, path)
    }

    /// A name for bits that have no meaning, often given to several fields of a register.
    private func leaveOutReserved(_ register: inout Register, _ path: String) {
        let reserved = register.fields.filter { $0.name.lowercased() == "reserved" && !$0.isView }
        guard let first = reserved.first else { return }
        register.fields.removeAll { $0.name.lowercased() == "reserved" && !$0.isView }
        register.findings.add(
            Finding(
                .warning, file: file, line: first.line, path: "\(path).\(first.name)",
                message: reserved.count == 1
                    ? "a field of this name has no meaning: left out"
                    : "\(reserved.count) fields of this name have no meaning: left out"))
    }

    /// The second of a name is the same field again, or gets the number of its first bit.
    private func mendNames(_ register: inout Register, _ path: String) {
        func key(_ field: Field) -> String { SwiftNames.member(field.name) + (field.repetition == nil ? "" : "[]") }
        var kept: [Field] = []
        var taken: [String: Int] = [:]
        for var field in register.fields {
            if let first = taken[key(field)] {
                let other = kept[first]
                let name = field.name
                if other.offsets == field.offsets, other.width == field.width, other.access == field.access {
                    register.findings.add(
                        Finding(
                            .warning, file: file, line: field.line, path: "\(path).\(name)",
                            message: "the same field a second time: left out"))
                    continue
                }
                field.name += "_\(field.offset)"
                while taken[key(field)] != nil || register.fields.contains(where: { $0.name == field.name }) {
                    field.name += "_"
                }
                field.add(
                    .warning, "a second field of this name: it is called \(field.name)", file: file,
                    path: "\(path).\(name)")
            }
            taken[key(field)] = kept.count
            kept.append(field)
        }
        register.fields = kept
    }

    /// Fields that overlap are all there; writing one changes the others.
    private func warnOfOverlaps(_ register: inout Register, _ path: String) {
        let placed = register.fields.indices.filter {
            !register.fields[$0].isView && !register.fields[$0].findings.hasErrors
        }
        for (position, index) in placed.enumerated() {
            let field = register.fields[index]
            let others = placed[..<position].map { register.fields[$0] }
                .filter { field.mask & $0.mask != 0 && !areAlternates(field, $0) }
            guard let other = others.first else { continue }
            let names = others.count == 1 ? other.name : "\(other.name) and \(others.count - 1) more"
            register.fields[index].add(
                .warning, "overlaps \(names): writing one changes the other", file: file, path: "\(path).\(field.name)")
        }
    }

    /// The same bits may mean one thing when read and another when written.
    private func areAlternates(_ field: Field, _ other: Field) -> Bool {
        (field.access == .readOnly && other.access == .writeOnly)
            || (field.access == .writeOnly && other.access == .readOnly)
    }

    // MARK: - Enumerated values

    private func mendValues(_ field: inout Field, _ path: String) {
        var kept: [Enumeration] = []
        for enumeration in field.enumerations {
            let isSecond = kept.contains {
                $0.usage == enumeration.usage || $0.usage == .both || enumeration.usage == .both
            }
            if isSecond {
                field.findings.add(
                    warning(enumeration.line, path, "a second set of values for the same use: left out"))
                continue
            }
            kept.append(enumeration)
        }
        for index in kept.indices { mend(&kept[index], &field, path) }
        field.enumerations = kept
    }

    private func mend(_ enumeration: inout Enumeration, _ field: inout Field, _ path: String) {
        var kept: [EnumeratedValue] = []
        var taken: [String: UInt64?] = [:]
        for var value in enumeration.values {
            let valuePath = "\(path).\(value.name)"
            if let number = value.value, field.width < 64, number >> UInt64(field.width) != 0 {
                field.findings.add(
                    warning(value.line, valuePath, "value \(number) does not fit in \(field.width) bits: left out"))
                continue
            }
            if let first = taken[SwiftNames.member(value.name)] {
                guard first != value.value, let number = value.value else {
                    field.findings.add(warning(value.line, valuePath, "the same value a second time: left out"))
                    continue
                }
                let name = value.name
                value.name += "_\(number)"
                while taken[SwiftNames.member(value.name)] != nil
                    || enumeration.values.contains(where: { $0.name == value.name })
                {
                    value.name += "_"
                }
                field.findings.add(
                    warning(
                        value.line, "\(path).\(name)", "a second value of this name: \(number) is called \(value.name)"))
            }
            taken[SwiftNames.member(value.name)] = .some(value.value)
            kept.append(value)
        }
        enumeration.values = kept
    }

    private func warning(_ line: Int, _ path: String, _ message: String) -> Finding {
        Finding(.warning, file: file, line: line, path: path, message: message, property: "values")
    }
}
