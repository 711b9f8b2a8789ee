// Stage 6: what a description must keep to before Swift is made of it.

/// Checks a device, overlay included.
struct Validation {
    let file: String

    func check(_ device: Device) throws {
        var names: Set<String> = []
        for peripheral in device.peripherals {
            guard names.insert(peripheral.name).inserted else {
                throw failure(peripheral.line, peripheral.name, "a second peripheral of this name")
            }
        }
        var typeOwners: [String: String] = [:]
        for peripheral in device.peripherals where peripheral.sharesTypeOf == nil {
            if let owner = typeOwners.updateValue(peripheral.name, forKey: peripheral.typeName) {
                throw failure(
                    peripheral.line, peripheral.name, "its type is called \(peripheral.typeName), like that of \(owner)"
                )
            }
            try check(peripheral.members, peripheral.name)
        }
        try checkInterrupts(device)
    }

    private func checkInterrupts(_ device: Device) throws {
        var values: [String: Int] = [:]
        for peripheral in device.peripherals {
            for interrupt in peripheral.interrupts {
                let path = "\(peripheral.name).\(interrupt.name)"
                guard (0..<496).contains(interrupt.value) else {
                    throw failure(interrupt.line, path, "interrupt \(interrupt.value) is past what a Cortex-M has")
                }
                if let other = values.updateValue(interrupt.value, forKey: interrupt.name), other != interrupt.value {
                    throw failure(interrupt.line, path, "interrupt \(interrupt.value) is elsewhere \(other)")
                }
            }
        }
    }

    private func check(_ members: [Member], _ path: String) throws {
        var names: Set<String> = []
        for member in members {
            let memberPath = "\(path).\(member.name)"
            guard names.insert(member.name).inserted else {
                throw failure(member.line, memberPath, "a second register or cluster of this name")
            }
            switch member {
            case .register(let register): try check(register, memberPath)
            case .cluster(let cluster): try check(cluster.members, memberPath)
            }
        }
        for case .register(let register) in members {
            guard let other = register.alternateOf else { continue }
            guard names.contains(other) else {
                throw failure(
                    register.line, "\(path).\(register.name)", "alternateRegister '\(other)', which does not exist")
            }
        }
    }

    private func check(_ register: Register, _ path: String) throws {
        if let repetition = register.repetition, repetition.count > 1, repetition.stride * 8 < register.size {
            throw failure(
                register.line, path, "copies every \(repetition.stride) bytes overlap: each has \(register.size) bits")
        }
        var names: Set<String> = []
        for field in register.fields {
            let fieldPath = "\(path).\(field.name)"
            guard names.insert(field.isView ? "\(field.name)[]" : field.name).inserted else {
                throw failure(field.line, fieldPath, "a second field of this name")
            }
            guard field.end <= register.size else {
                throw failure(
                    field.line, fieldPath,
                    "field ends at bit \(field.end - 1), past the \(register.size) bits of its register")
            }
            try check(field, fieldPath)
        }
        let fields = register.fields.filter { !$0.isView }
        for (position, field) in fields.enumerated() {
            for other in fields[..<position] where field.mask & other.mask != 0 && !areAlternates(field, other) {
                throw failure(field.line, "\(path).\(field.name)", "overlaps \(other.name)")
            }
        }
    }

    /// The same bits may mean one thing when read and another when written.
    private func areAlternates(_ field: Field, _ other: Field) -> Bool {
        (field.access == .readOnly && other.access == .writeOnly)
            || (field.access == .writeOnly && other.access == .readOnly)
    }

    private func check(_ field: Field, _ path: String) throws {
        if let repetition = field.repetition, repetition.count > 1, repetition.stride < field.width {
            throw failure(field.line, path, "copies every \(repetition.stride) bits overlap: each has \(field.width)")
        }
        for enumeration in field.enumerations {
            var names: Set<String> = []
            for value in enumeration.values {
                guard names.insert(value.name).inserted else {
                    throw failure(value.line, "\(path).\(value.name)", "a second value of this name")
                }
                if let number = value.value, field.width < 32, number >> UInt32(field.width) != 0 {
                    throw failure(
                        value.line, "\(path).\(value.name)", "value \(number) does not fit in \(field.width) bits")
                }
            }
        }
    }

    private func failure(_ line: Int, _ path: String, _ message: String) -> GeneratorError {
        GeneratorError(file: file, line: line, path: path, message: message)
    }
}
