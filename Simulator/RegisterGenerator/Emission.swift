// Stage 8: Swift for a device. This file makes the files and the peripheral types; RegisterEmission.swift
// makes the fields.

/// One file of the output.
public struct GeneratedFile: Equatable, Sendable {
    /// The file's name in the output folder, such as `USART.swift`.
    public let name: String
    /// All of its text: Swift, ending in a line break.
    public let text: String
}

struct Emission {
    let device: Device
    /// The command that makes the same output again.
    let command: String
    let svdName: String
    /// The peripherals asked for, by their names in the output; all if nil.
    let selected: Set<String>?

    /// On every function: its body goes to the modules that use it and is not compiled in its own, which
    /// makes a whole device compile in little more than half the time.
    static let inlined = "@export(implementation) @inline(__always)"

    private var chosen: [Peripheral] {
        device.peripherals.filter { selected?.contains($0.name) ?? true }
            .sorted { ($0.baseAddress, $0.name) < ($1.baseAddress, $1.name) }
    }

    func files() -> [GeneratedFile] {
        var files: [GeneratedFile] = []
        var emitted: Set<String> = []
        for peripheral in chosen where emitted.insert(peripheral.typeName).inserted {
            let root = device.peripherals.first { $0.name == peripheral.sharesTypeOf } ?? peripheral
            files.append(GeneratedFile(name: "\(SwiftNames.identifier(root.typeName)).swift", text: type(of: root)))
        }
        let device = GeneratedFile(name: "\(SwiftNames.identifier(device.name)).swift", text: namespace())
        let interrupts = GeneratedFile(name: "Interrupt.swift", text: interruptFile())
        return (files + [device, interrupts]).sorted { $0.name < $1.name }
    }

    private func header(_ purpose: String, _ writer: inout SwiftWriter) {
        writer.line("// \(purpose)")
        writer.line("// Generated from \(svdName); do not edit. To make it again:")
        writer.line("//     \(command)")
        writer.line()
    }

    // MARK: - The device

    private func namespace() -> String {
        var writer = SwiftWriter()
        header("The peripherals of \(device.name), at their addresses.", &writer)
        writer.documentation(
            device.description == device.name ? nil : device.description, "The peripherals of \(device.name)")
        writer.block("public enum \(SwiftNames.type(device.name))") { writer in
            for (position, peripheral) in chosen.enumerated() {
                if position > 0 { writer.line() }
                writer.documentation(peripheral.description, resetDifference(of: peripheral))
                writer.line(Emission.inlined)
                let name = SwiftNames.member(peripheral.name)
                let type = SwiftNames.type(peripheral.typeName)
                writer.line(
                    "public static var \(name): \(type) { .init(baseAddress: \(peripheral.baseAddress.hexadecimal)) }")
            }
        }
        return writer.text
    }

    /// Peripherals of one type may reset differently; `write { }` starts from what the type says.
    private func resetDifference(of peripheral: Peripheral) -> String? {
        guard let root = device.peripherals.first(where: { $0.name == peripheral.sharesTypeOf }) else { return nil }
        var names: [String] = []
        for case .register(let register) in peripheral.members {
            for case .register(let model) in root.members
            where model.offset == register.offset && model.resetValue != register.resetValue
                && model.name == register.name
            {
                names.append("\(register.name) to \(register.resetValue.hexadecimal)")
            }
        }
        return names.isEmpty ? nil : "Other than its type says, it resets " + names.joined(separator: ", ")
    }

    private func interruptFile() -> String {
        var writer = SwiftWriter()
        header("The interrupts of \(device.name).", &writer)
        var seen: Set<String> = []
        // One that could not be read is of a peripheral that nobody asked for.
        let interrupts = device.peripherals.flatMap(\.interrupts).filter { !$0.findings.hasErrors }
            .sorted { ($0.value, $0.name) < ($1.value, $1.name) }.filter { seen.insert($0.name).inserted }
        writer.line("/// The interrupts of \(device.name); the raw value is the position in the vector table, from 0.")
        guard !interrupts.isEmpty else {
            writer.line("public enum Interrupt: Sendable {}")
            return writer.text
        }
        writer.block("public enum Interrupt: Int, Sendable") { writer in
            var cases: [Int: String] = [:]
            for interrupt in interrupts {
                writer.documentation(interrupt.description ?? "\(interrupt.name) interrupt")
                let name = SwiftNames.member(interrupt.name)
                if let first = cases[interrupt.value] {
                    writer.line("public static var \(name): Interrupt { .\(first) }")
                } else {
                    cases[interrupt.value] = name
                    writer.line("case \(name) = \(interrupt.value)")
                }
            }
        }
        return writer.text
    }

    // MARK: - A peripheral type

    private func type(of root: Peripheral) -> String {
        var writer = SwiftWriter()
        let description = root.description ?? root.typeName
        header("\(SwiftWriter.sentence(description))", &writer)
        writer.line("import MMIO")
        writer.line()
        block(root.typeName, in: "", description, root.members, &writer)
        return writer.text
    }

    /// A structure with an accessor a member, then an extension a register with its value type. `scope` is
    /// the qualified name of the enclosing structure, empty for a peripheral.
    private func block(
        _ typeName: String, in scope: String, _ description: String, _ members: [Member], _ writer: inout SwiftWriter
    ) {
        let name = SwiftNames.type(typeName)
        let qualified = scope.isEmpty ? name : "\(scope).\(name)"
        let sorted = members.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
        if scope.isEmpty {
            structure(name, description, sorted, &writer)
        } else {
            writer.block("extension \(scope)") { structure(name, description, sorted, &$0) }
        }
        var emitted: Set<String> = []
        for member in sorted {
            switch member {
            case .register(let register) where emitted.insert(register.typeName).inserted:
                writer.line()
                writer.block("extension \(qualified)") { RegisterEmission(register: register).emit(&$0) }
            case .cluster(let cluster) where emitted.insert(cluster.typeName).inserted:
                writer.line()
                block(cluster.typeName, in: qualified, cluster.description ?? cluster.name, cluster.members, &writer)
            default: break
            }
        }
    }

    private func structure(
        _ name: String, _ description: String, _ sorted: [Member], _ writer: inout SwiftWriter
    ) {
        writer.documentation(description)
        writer.line("@frozen")
        writer.block("public struct \(name): RegisterBlock") { writer in
            writer.line("public let baseAddress: UInt32")
            writer.line()
            writer.line(Emission.inlined)
            writer.line("public init(baseAddress: UInt32) { self.baseAddress = baseAddress }")
            for member in sorted {
                writer.line()
                switch member {
                case .register(let register): accessor(register, &writer)
                case .cluster(let cluster): accessor(cluster, &writer)
                }
            }
        }
    }

    private func accessor(_ register: Register, _ writer: inout SwiftWriter) {
        let access: String
        switch register.access {
        case .readOnly: access = "ReadOnly"
        case .writeOnly: access = "WriteOnly"
        case .readWrite: access = "ReadWrite"
        }
        let type = SwiftNames.type(register.typeName)
        let address = self.address(register.offset)
        writer.documentation(
            register.description ?? register.name, "Offset \(register.offset.hexadecimal)",
            register.alternateOf.map { "The same address as \($0)" },
            register.readEffect.map(RegisterEmission.sentence))
        writer.line(Emission.inlined)
        let name = SwiftNames.member(register.name)
        if let repetition = register.repetition {
            writer.block("public var \(name): RegisterArray<\(type), \(access)>") {
                $0.line(".init(at: \(address), stride: \(repetition.stride), count: \(repetition.count))")
            }
        } else {
            writer.line("public var \(name): Register<\(type), \(access)> { .init(at: \(address)) }")
        }
    }

    private func accessor(_ cluster: Cluster, _ writer: inout SwiftWriter) {
        let type = SwiftNames.type(cluster.typeName)
        let address = self.address(cluster.offset)
        writer.documentation(cluster.description ?? cluster.name, "Offset \(cluster.offset.hexadecimal)")
        writer.line(Emission.inlined)
        let name = SwiftNames.member(cluster.name)
        if let repetition = cluster.repetition {
            writer.block("public var \(name): BlockArray<\(type)>") {
                $0.line(".init(at: \(address), stride: \(repetition.stride), count: \(repetition.count))")
            }
        } else {
            writer.line("public var \(name): \(type) { .init(baseAddress: \(address)) }")
        }
    }

    private func address(_ offset: UInt32) -> String {
        offset == 0 ? "baseAddress" : "baseAddress &+ \(offset.hexadecimal)"
    }
}
