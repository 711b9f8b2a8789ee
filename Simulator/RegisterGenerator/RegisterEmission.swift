// Swift for the contents of one register: a value type with a property a field.

struct RegisterEmission {
    private let register: Register
    private let fields: [Field]
    private let enumerationNames: EnumerationNames

    init(register: Register) {
        self.register = register
        fields = register.fields.sorted {
            ($0.offset, $0.isView ? 1 : 0, $0.name) < ($1.offset, $1.isView ? 1 : 0, $1.name)
        }
        enumerationNames = EnumerationNames(
            fields: fields, enumerations: { RegisterEmission.enumerations(of: $0, in: register) },
            rawWidth: RegisterEmission.integerWidth)
    }

    private var bitsType: String { "UInt\(register.size)" }
    private var typeName: String { SwiftNames.type(register.typeName) }

    func emit(_ writer: inout SwiftWriter) {
        let actions = FlagAction.allCases.filter { action in fields.contains { action.covers($0) } }
        let conformances = ["RegisterValue"] + actions.map(\.protocolName) + (readingClears ? ["ClearedByReading"] : [])
        writer.documentation(register.description ?? register.name)
        writer.line("@frozen")
        writer.block("public struct \(typeName): \(conformances.joined(separator: ", "))") { writer in
            writer.line("public var bits: \(bitsType)")
            writer.line()
            writer.line(Emission.inlined)
            writer.line("public init(bits: \(bitsType)) { self.bits = bits }")
            writer.line()
            writer.line(Emission.inlined)
            writer.line("public static var resetValue: Self { .init(bits: \(register.resetValue.hexadecimal)) }")
            triggers(&writer)
            var names: Set<String> = []
            for field in fields {
                for enumeration in enumerations(of: field)
                where names.insert(typeName(enumeration, field)).inserted {
                    writer.line()
                    emit(enumeration, field, &writer)
                }
                emit(field, &writer)
            }
            for action in actions {
                writer.line()
                flags(action, &writer)
            }
        }
    }

    private var readingClears: Bool {
        register.readEffect == .clear || fields.contains { $0.readEffect == .clear }
    }

    /// The masks that keep `modify` and the flag operations from doing what nobody asked for.
    private func triggers(_ writer: inout SwiftWriter) {
        let whole: UInt64 = (1 << UInt64(register.size)) - 1
        var ones: UInt64 = 0
        var zeros: UInt64 = 0
        var stored: UInt64 = 0
        for field in fields where field.access.writable && !field.isView {
            if field.writeEffect?.actsOnOne == true {
                ones |= field.mask
            } else if field.writeEffect?.actsOnZero == true {
                zeros |= field.mask
            } else if field.access.readable {
                stored |= field.mask
            }
        }
        if fields.isEmpty, let effect = register.writeEffect {
            if effect.actsOnOne { ones = whole }
            if effect.actsOnZero { zeros = whole }
        }
        guard ones | zeros != 0 else { return }
        for (name, mask) in [("oneTriggers", ones), ("zeroTriggers", zeros), ("storedBits", stored & ~ones & ~zeros)]
        where mask != 0 || name == "storedBits" {
            writer.line()
            writer.line(Emission.inlined)
            writer.line("public static var \(name): \(bitsType) { \(UInt32(mask).hexadecimal) }")
        }
    }

    // MARK: - Fields

    private func emit(_ field: Field, _ writer: inout SwiftWriter) {
        let acts = FlagAction.allCases.contains { $0.covers(field) }
        let hasGetter = field.access.readable
        // Fields that act when written are written by clear, set and toggle; only where nothing can be
        // read back is the plain form as good.
        let hasSetter = field.access.writable && (!acts || !register.access.readable)
        let reading = enumerations(of: field).first { $0.usage != .write }
        let writing = enumerations(of: field).first { $0.usage != .read }
        let readType = reading.map { typeName($0, field) } ?? plainType(field)
        let writeType = writing.map { typeName($0, field) } ?? plainType(field)
        let asProperty = hasGetter && hasSetter && readType == writeType

        if hasGetter {
            writer.line()
            writer.documentation(field.description ?? field.name, place(field), notes(field))
            writer.line(Emission.inlined)
            writer.block(getterHead(field, readType)) { writer in
                let get = extract(field, readType, enumerated: reading != nil)
                if asProperty {
                    writer.line("get { \(get) }")
                    writer.line("set { \(insert(field, "newValue", writeType, enumerated: writing != nil)) }")
                } else {
                    writer.line(get)
                }
            }
        }
        if hasSetter && !asProperty {
            writer.line()
            let form = hasGetter ? "The form to write" : "Write only"
            writer.documentation(field.description ?? field.name, place(field), form, notes(field))
            writer.line(Emission.inlined)
            let label = SwiftNames.label(field.name)
            let parameters =
                field.repetition == nil ? "\(label) value: \(writeType)" : "\(label) index: Int, to value: \(writeType)"
            writer.block("public mutating func set(\(parameters))") {
                $0.line(insert(field, "value", writeType, enumerated: writing != nil))
            }
        }
    }

    private func getterHead(_ field: Field, _ type: String) -> String {
        if field.repetition != nil {
            return "public subscript(\(SwiftNames.label(field.name)) index: Int) -> \(type)"
        }
        return "public var \(SwiftNames.member(field.name)): \(type)"
    }

    /// The bit offset as an expression; that of an array refuses an index it does not have.
    private func position(_ field: Field) -> String {
        guard let repetition = field.repetition else { return "\(field.offset)" }
        let range = "\(repetition.firstIndex)..<\(repetition.firstIndex + repetition.count)"
        return "fieldOffset(index, in: \(range), at: \(field.offset), every: \(repetition.stride))"
    }

    private func extract(_ field: Field, _ type: String, enumerated: Bool) -> String {
        let position = position(field)
        if enumerated {
            let raw = integerType(field.width)
            let value = "bits.field(\(position), \(field.width))"
            return raw == bitsType
                ? ".init(rawValue: \(value))" : ".init(rawValue: \(raw)(truncatingIfNeeded: \(value)))"
        }
        if type == "Bool" { return "bits.flag(\(position))" }
        let value = "bits.field(\(position), \(field.width))"
        return type == bitsType ? value : "\(type)(truncatingIfNeeded: \(value))"
    }

    private func insert(_ field: Field, _ value: String, _ type: String, enumerated: Bool) -> String {
        let position = position(field)
        if !enumerated && type == "Bool" { return "bits.setFlag(\(position), \(value))" }
        let value = enumerated ? "\(value).rawValue" : value
        let raw = enumerated ? integerType(field.width) : type
        let widened = raw == bitsType ? value : "\(bitsType)(truncatingIfNeeded: \(value))"
        return "bits.setField(\(position), \(field.width), \(widened))"
    }

    private func plainType(_ field: Field) -> String { field.width == 1 ? "Bool" : integerType(field.width) }

    private func integerType(_ width: Int) -> String { "UInt\(RegisterEmission.integerWidth(width))" }

    private static func integerWidth(_ width: Int) -> Int { width <= 8 ? 8 : width <= 16 ? 16 : 32 }

    private func place(_ field: Field) -> String {
        let bits = field.width == 1 ? "Bit \(field.offset)" : "Bits \(field.offset + field.width - 1):\(field.offset)"
        guard let repetition = field.repetition else { return bits }
        let range = "\(repetition.firstIndex)...\(repetition.firstIndex + repetition.count - 1)"
        return "By index, \(range); \(bits.lowercased()) and every \(repetition.stride) on"
    }

    private func notes(_ field: Field) -> String? {
        var notes: [String] = []
        switch field.writeEffect {
        case .clear?: notes.append("Any write clears it.")
        case .set?: notes.append("Any write sets it.")
        case .modify?: notes.append("The hardware changes what is written.")
        default: break
        }
        if let effect = field.readEffect { notes.append(RegisterEmission.sentence(effect) + ".") }
        return notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    static func sentence(_ effect: ReadEffect) -> String {
        switch effect {
        case .clear: "Reading clears it"
        case .set: "Reading sets it"
        case .modify: "Reading changes it"
        case .modifyExternal: "Reading changes something else"
        }
    }

    // MARK: - Enumerated values

    /// The enumerations that the output uses: what a field acts on when written is named by its flags, and
    /// a set of values without numbers says nothing.
    private func enumerations(of field: Field) -> [Enumeration] {
        RegisterEmission.enumerations(of: field, in: register)
    }

    private static func enumerations(of field: Field, in register: Register) -> [Enumeration] {
        let acts = FlagAction.allCases.contains { $0.covers(field) }
        return field.enumerations.filter { enumeration in
            guard enumeration.values.contains(where: { $0.value != nil }) else { return false }
            switch enumeration.usage {
            case .both: return true
            case .read: return field.access.readable
            case .write: return field.access.writable && !(acts && register.access.readable)
            }
        }
    }

    private func typeName(_ enumeration: Enumeration, _ field: Field) -> String {
        enumerationNames.name(of: enumeration, in: field)
    }

    private func emit(_ enumeration: Enumeration, _ field: Field, _ writer: inout SwiftWriter) {
        let raw = integerType(field.width)
        let users = fields.filter { !$0.isView && enumerations(of: $0).contains { $0.values == enumeration.values } }
        let name = users.count > 1 ? "\(field.name) and the fields like it" : field.name
        let use: String
        switch enumeration.usage {
        case .both: use = "Values of \(name)"
        case .read: use = "Values read from \(name)"
        case .write: use = "Values to write to \(name)"
        }
        writer.documentation(use)
        writer.line("@frozen")
        writer.block("public struct \(typeName(enumeration, field)): FieldValue") { writer in
            writer.line("public var rawValue: \(raw)")
            writer.line()
            writer.line(Emission.inlined)
            writer.line("public init(rawValue: \(raw)) { self.rawValue = rawValue }")
            for value in enumeration.values {
                guard let number = value.value else { continue }
                writer.line()
                writer.documentation(value.description ?? "The number \(number)")
                writer.line(Emission.inlined)
                writer.line("public static var \(SwiftNames.member(value.name)): Self { .init(rawValue: \(number)) }")
            }
        }
    }

    // MARK: - Flags

    private func flags(_ action: FlagAction, _ writer: inout SwiftWriter) {
        writer.documentation("The flags that \(action.verb) takes, combined with `|`")
        writer.line("@frozen")
        writer.block("public struct \(action.typeName): RegisterFlags") { writer in
            writer.line("public var bits: \(bitsType)")
            writer.line()
            writer.line(Emission.inlined)
            writer.line("public init(bits: \(bitsType)) { self.bits = bits }")
            for field in fields where action.covers(field) {
                writer.line()
                writer.documentation(field.description ?? field.name, place(field))
                writer.line(Emission.inlined)
                let name = SwiftNames.member(field.name)
                if field.repetition != nil {
                    let mask = ((1 as UInt64) << UInt64(field.width)) - 1
                    writer.block("public static func \(name)(_ index: Int) -> Self") {
                        let shift = "\(bitsType)(truncatingIfNeeded: \(position(field)))"
                        $0.line(".init(bits: \(UInt32(mask).hexadecimal) &<< \(shift))")
                    }
                } else {
                    writer.line("public static var \(name): Self { .init(bits: \(UInt32(field.mask).hexadecimal)) }")
                }
            }
        }
    }
}

/// What a field does when the right bit is written to it.
private enum FlagAction: CaseIterable {
    case clear, set, toggle

    func covers(_ field: Field) -> Bool {
        guard field.access.writable, let effect = field.writeEffect else { return false }
        switch self {
        case .clear: return effect == .oneToClear || effect == .zeroToClear
        case .set: return effect == .oneToSet || effect == .zeroToSet
        case .toggle: return effect == .oneToToggle || effect == .zeroToToggle
        }
    }

    var verb: String {
        switch self {
        case .clear: "`clear`"
        case .set: "`set`"
        case .toggle: "`toggle`"
        }
    }

    var typeName: String {
        switch self {
        case .clear: "ClearFlags"
        case .set: "SetFlags"
        case .toggle: "ToggleFlags"
        }
    }

    var protocolName: String {
        switch self {
        case .clear: "ClearableFlags"
        case .set: "SettableFlags"
        case .toggle: "TogglableFlags"
        }
    }
}
