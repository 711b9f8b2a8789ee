// Swift register types from a CMSIS-SVD file. The stages, each in its file:
//
//     XMLTree -> Derivation -> Reader -> TypeNames -> OverlayApplication -> Repair -> MemberTypes
//     -> Emission
import Foundation

/// Reads a register description and makes Swift of it. Host only; pure but for what the caller reads and
/// writes: the same input gives the same bytes.
public struct RegisterGenerator: Sendable {
    /// The device, with the overlay applied.
    public let device: Device
    /// What the description has wrong and which meaning it was given, in the order of the file.
    public let warnings: [Finding]
    private let svdName: String
    private let overlayName: String?
    private let peripherals: [String]?

    /// - Parameters:
    ///   - svd: the contents of the SVD file.
    ///   - svdName: its name, for errors and for the header of the output.
    ///   - overlay: the contents and the name of an overlay.
    ///   - peripherals: instances by the names they have in the output, all if nil. What is wrong with the others
    ///     is not looked at.
    /// - Throws: `GeneratorError` with everything that has no meaning, and every peripheral that is not there.
    public init(
        svd: Data, svdName: String, overlay: (contents: Data, name: String)? = nil, peripherals: [String]? = nil
    ) throws {
        let tree = try parseTree(svd, file: svdName)
        Derivation.resolve(tree, file: svdName)
        var device = Reader(file: svdName).device(tree)
        device.assignPeripheralNames()
        device.assignTypes()
        if let overlay {
            let changes = try Overlay(json: overlay.contents, file: overlay.name)
            try OverlayApplication(overlay: changes, file: overlay.name).apply(to: &device)
        }
        Repair(file: svdName).mend(&device)
        let findings = device.findings(of: peripherals.map(Set.init))
        let missing = (peripherals ?? []).filter { name in !device.peripherals.contains { $0.name == name } }
        let errors =
            findings.filter { $0.severity == .error }
            + missing.map { Finding(file: svdName, line: nil, path: $0, message: "no peripheral of this name") }
        if !errors.isEmpty { throw GeneratorError(errors) }
        device.assignMemberTypes()
        self.device = device
        self.warnings = findings
        self.svdName = svdName
        self.overlayName = overlay?.name
        self.peripherals = peripherals
    }

    /// The output's files, sorted by name. `output` and `overlay` are the paths in the command that they say made them:
    /// those of Martlet's own, if not given.
    public func files(output: String? = nil, overlay: String? = nil) -> [GeneratedFile] {
        var command = "martlet pac \(svdName) --output \(output ?? "HAL/PAC/\(device.name)")"
        if let overlayName { command += " --overlay \(overlay ?? "HAL/PAC/\(overlayName)")" }
        if let peripherals { command += " --peripherals \(peripherals.joined(separator: ","))" }
        return Emission(device: device, command: command, svdName: svdName, selected: peripherals.map(Set.init))
            .files()
    }
}

extension Device {
    /// What was found of the device, of the peripherals in `selected` (all if nil) and of the types they use.
    fileprivate func findings(of selected: Set<String>?) -> [Finding] {
        var found = findings
        func collect(_ members: [Member]) {
            for member in members {
                found.add(member.findings)
                switch member {
                case .register(let register): for field in register.fields { found.add(field.findings) }
                case .cluster(let cluster): collect(cluster.members)
                }
            }
        }
        let chosen = peripherals.filter { selected?.contains($0.name) ?? true }
        let roots = Set(chosen.map { $0.sharesTypeOf ?? $0.name })
        for peripheral in chosen {
            found.add(peripheral.findings)
            for interrupt in peripheral.interrupts { found.add(interrupt.findings) }
        }
        for peripheral in peripherals where roots.contains(peripheral.name) { collect(peripheral.members) }
        // The copies of a list have the same to say of the same line.
        var seen: Set<Finding> = []
        return found.all.filter { finding in
            var copy = finding
            copy.path = ""
            return seen.insert(copy).inserted
        }.enumerated()
            .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }.map(\.element)
    }
}
