// Stage 6: a model that Swift can be made of. What vendors publish is given a meaning, with a warning that says which;
// what has none is an error.

/// Mends a device, overlay included.
struct Repair {
    let file: String

    func mend(_ device: inout Device) {
        for index in device.peripherals.indices {
            let name = device.peripherals[index].name
            mend(&device.peripherals[index].members, name, device.peripherals[index].baseAddress)
        }
        checkTypeNames(&device)
        mendInterrupts(&device)
    }

    /// The names of types that stand beside each other in one module.
    private func checkTypeNames(_ device: inout Device) {
        var owners: [String: String] = [:]
        for index in device.peripherals.indices where device.peripherals[index].sharesTypeOf == nil {
            let peripheral = device.peripherals[index]
            if let owner = owners.updateValue(peripheral.name, forKey: SwiftNames.type(peripheral.typeName)) {
                device.peripherals[index].add(
                    .error, "its type is called \(peripheral.typeName), like that of \(owner)", file: file,
                    path: peripheral.name)
            }
            let others = [SwiftNames.type(device.name), "Interrupt"]
            guard others.contains(SwiftNames.type(peripheral.typeName)) else { continue }
            let own = peripheral.typeName + "_"
            for other in device.peripherals.indices
            where other == index || device.peripherals[other].sharesTypeOf == peripheral.name {
                device.peripherals[other].typeName = own
            }
        }
    }

    // MARK: - Interrupts

    private func mendInterrupts(_ device: inout Device) {
        var values: [String: Int] = [:]
        for index in device.peripherals.indices {
            var kept: [Interrupt] = []
            for var interrupt in device.peripherals[index].interrupts {
                let path = "\(device.peripherals[index].name).\(interrupt.name)"
                if !interrupt.findings.hasErrors, !(0..<496).contains(interrupt.value) {
                    let kind = interrupt.value < 0 ? "an exception of the core" : "past what a Cortex-M has"
                    device.peripherals[index].findings.add(
                        Finding(
                            .warning, file: file, line: interrupt.line, path: path,
                            message: "interrupt \(interrupt.value) is \(kind): left out"))
                    continue
                }
                if let other = values[SwiftNames.member(interrupt.name)], other != interrupt.value {
                    let name = interrupt.name
                    interrupt.name = "\(name)_\(interrupt.value)"
                    while let other = values[SwiftNames.member(interrupt.name)], other != interrupt.value {
                        interrupt.name += "_"
                    }
                    interrupt.add(
                        .warning, "\(name) is also interrupt \(other): \(interrupt.value) is called \(interrupt.name)",
                        file: file, path: path)
                }
                values[SwiftNames.member(interrupt.name)] = interrupt.value
                kept.append(interrupt)
            }
            device.peripherals[index].interrupts = kept
        }
    }

    // MARK: - Registers and clusters

    /// - Parameter address: where the scope starts, in its first copy.
    private func mend(_ members: inout [Member], _ path: String, _ address: UInt32) {
        var kept: [Member] = []
        for member in members {
            let memberPath = "\(path).\(member.name)"
            switch member {
            case .register(var register):
                mendSize(&register, memberPath)
                for part in words(of: register, memberPath) {
                    var register = part
                    mend(&register, "\(path).\(part.name)", address)
                    kept.append(.register(register))
                }
            case .cluster(var cluster):
                mend(&cluster.members, memberPath, address &+ cluster.offset)
                kept.append(.cluster(cluster))
            }
        }
        members = kept
        mendNames(&members, path)
        let names = Set(members.map(\.name))
        for index in members.indices {
            guard case .register(var register) = members[index], let other = register.alternateOf,
                !names.contains(other)
            else { continue }
            // The whole path, or a register of another scope: the name alone says what is meant.
            let last = other.split(separator: ".").last.map(String.init)
            register.alternateOf = last.flatMap { names.contains($0) ? $0 : nil }
            if register.alternateOf == nil {
                register.add(
                    .warning, "alternateRegister '\(other)', which does not exist: left out", file: file,
                    path: "\(path).\(register.name)")
            }
            members[index] = .register(register)
        }
    }

    /// The second of a name is the same thing again, or gets a name of its own.
    private func mendNames(_ members: inout [Member], _ path: String) {
        var kept: [Member] = []
        var taken: [String: Int] = [:]
        for var member in members {
            guard let first = taken[SwiftNames.member(member.name)] else {
                taken[SwiftNames.member(member.name)] = kept.count
                kept.append(member)
                continue
            }
            if kept[first].isSame(as: member) {
                kept[first].findings.add(
                    Finding(
                        .warning, file: file, line: member.line, path: "\(path).\(member.name)",
                        message: "the same register or cluster a second time: left out"))
                continue
            }
            let name = member.name
            var number = 2
            repeat {
                member.name = "\(name)_\(number)"
                number += 1
            } while taken[SwiftNames.member(member.name)] != nil || members.contains { $0.name == member.name }
            member.add(
                .warning, "a second register or cluster of this name: it is called \(member.name)", file: file,
                path: "\(path).\(name)")
            taken[SwiftNames.member(member.name)] = kept.count
            kept.append(member)
        }
        members = kept
    }

    /// Registers are reached 8, 16 or 32 bits at a time.
    private func mendSize(_ register: inout Register, _ path: String) {
        guard ![8, 16, 32].contains(register.size), register.size < 32 else { return }
        let size = register.size < 8 ? 8 : register.size < 16 ? 16 : 32
        register.resetValue &= (1 << UInt64(register.size)) - 1
        register.add(
            .warning, "a register of \(register.size) bits: it is accessed with \(size)", file: file, path: path,
            property: "size")
        register.size = size
    }

    /// A register wider than an access becomes registers of 32 bits, the low word first.
    private func words(of register: Register, _ path: String) -> [Register] {
        guard register.size > 32 else { return [register] }
        let count = (register.size + 31) / 32
        let suffixes = count == 2 ? ["_LOW", "_HIGH"] : (0..<count).map { "_WORD\($0)" }
        return suffixes.enumerated().map { index, suffix in
            var word = register
            word.name += suffix
            word.typeName += suffix
            word.size = 32
            word.offset &+= UInt32(4 * index)
            word.resetValue = index < 2 ? register.resetValue >> UInt64(32 * index) & 0xFFFF_FFFF : 0
            word.fields = register.fields.flatMap { $0.parts(inWord: index, suffix: suffix, of: register.size) }
            if index == 0 {
                word.add(
                    .warning,
                    "a register of \(register.size) bits: it is made \(count) registers of 32, \(register.name)"
                        + suffixes.joined(separator: ", \(register.name)"), file: file, path: path, property: "size")
            } else {
                word.findings = Findings()
            }
            return word
        }
    }

    private func mend(_ register: inout Register, _ path: String, _ address: UInt32) {
        if register.size < 64 { register.resetValue &= (1 << UInt64(register.size)) - 1 }
        let bytes = UInt32(register.size / 8)
        if !register.findings.hasErrors, (address &+ register.offset) % bytes != 0 {
            register.add(
                .warning,
                "\(register.size) bits at \((address &+ register.offset).hexadecimal), which is not a multiple of \(bytes): "
                    + "most chips answer the access with a fault", file: file, path: path)
        }
        if let repetition = register.repetition, repetition.count > 1, repetition.stride * 8 < register.size,
            !register.findings.hasErrors
        {
            register.add(
                .error, "copies every \(repetition.stride) bytes overlap: each has \(register.size) bits", file: file,
                path: path)
        }
        mendFields(&register, path)
    }
}

extension Member {
    /// Whether another of the same name is no more than a repetition.
    fileprivate func isSame(as other: Member) -> Bool {
        switch (self, other) {
        case (.register(var one), .register(let other)):
            one.line = other.line
            one.description = other.description
            guard one.fields.count == other.fields.count else { return false }
            for index in one.fields.indices {
                one.fields[index].line = other.fields[index].line
                one.fields[index].description = other.fields[index].description
                one.fields[index].enumerations = other.fields[index].enumerations
            }
            return one == other
        default: return self == other
        }
    }
}

extension Field {
    /// What of the field lies in a word of 32 bits of a register of `size`.
    fileprivate func parts(inWord index: Int, suffix: String, of size: Int) -> [Field] {
        let word = (32 * index)..<(32 * index + 32)
        // Past the register's end: that is an error in the last word.
        let isLast = word.upperBound >= size
        if offset >= word.lowerBound, end <= word.upperBound || isLast {
            var part = self
            part.offset -= word.lowerBound
            return [part]
        }
        guard let repetition else {
            let bits = word.clamped(to: offset..<(offset + width))
            guard !bits.isEmpty else { return [] }
            var part = self
            part.name += suffix
            part.offset = bits.lowerBound - word.lowerBound
            part.width = bits.count
            part.enumerations = []
            return [part]
        }
        // An array that does not fit in one word is single fields.
        return offsets.enumerated().flatMap { position, offset -> [Field] in
            var copy = self
            copy.name += "\(repetition.firstIndex + position)"
            copy.offset = offset
            copy.repetition = nil
            copy.isView = false
            return copy.parts(inWord: index, suffix: suffix, of: size)
        }
    }
}
