// Swift register types from a CMSIS-SVD file. The stages, each in its file:
//
//     XMLTree -> Derivation -> Reader -> TypeNames -> OverlayApplication -> Validation -> MemberTypes -> Emission
import Foundation

/// Reads a register description and makes Swift of it. Host only; pure but for what the caller reads and
/// writes: the same input gives the same bytes.
public struct RegisterGenerator: Sendable {
    /// The device, with the overlay applied.
    public let device: Device
    private let svdName: String
    private let overlayName: String?

    /// - Parameters:
    ///   - svd: the contents of the SVD file.
    ///   - svdName: its name, for errors and for the header of the output.
    ///   - overlay: the contents and the name of an overlay.
    /// - Throws: `GeneratorError`.
    public init(svd: Data, svdName: String, overlay: (contents: Data, name: String)? = nil) throws {
        let tree = try parseTree(svd, file: svdName)
        try Derivation.resolve(tree, file: svdName)
        var device = try Reader(file: svdName).device(tree)
        device.assignTypes()
        if let overlay {
            let changes = try Overlay(json: overlay.contents, file: overlay.name)
            try OverlayApplication(overlay: changes, file: overlay.name).apply(to: &device)
        }
        try Validation(file: svdName).check(device)
        device.assignMemberTypes()
        self.device = device
        self.svdName = svdName
        self.overlayName = overlay?.name
    }

    /// The output's files, sorted by name.
    /// - Parameter peripherals: instances by the names they have in the output; all if nil.
    /// - Throws: `GeneratorError` for a peripheral that the device does not have.
    public func files(peripherals: [String]? = nil) throws -> [GeneratedFile] {
        for name in peripherals ?? [] where !device.peripherals.contains(where: { $0.name == name }) {
            throw GeneratorError(file: svdName, line: nil, path: name, message: "no peripheral of this name")
        }
        var command = "martlet pac \(svdName) --output HAL/PAC/\(device.name)"
        if let overlayName { command += " --overlay HAL/PAC/\(overlayName)" }
        if let peripherals { command += " --peripherals \(peripherals.joined(separator: ","))" }
        return Emission(device: device, command: command, svdName: svdName, selected: peripherals.map(Set.init))
            .files()
    }
}
