// Small devices of our own, and what the tests ask of the generator.
import Foundation
import XCTest

@testable import RegisterGenerator

/// A device around `peripherals`, which starts on line 3.
func svd(_ peripherals: String, defaults: String = "<size>32</size>") -> String {
    """
    <device><name>TOY</name>
    <description>A toy</description>\(defaults)<peripherals>
    \(peripherals)
    </peripherals></device>
    """
}

/// One peripheral P at 0x40000000 around `registers`, which starts on line 4.
func peripheral(_ registers: String, properties: String = "") -> String {
    svd(
        """
        <peripheral><name>P</name><baseAddress>0x40000000</baseAddress>\(properties)<registers>
        \(registers)
        </registers></peripheral>
        """)
}

/// One register R around `fields`, which starts on line 5.
func register(_ fields: String, properties: String = "") -> String {
    peripheral(
        """
        <register><name>R</name><addressOffset>0x4</addressOffset>\(properties)<fields>
        \(fields)
        </fields></register>
        """)
}

func generator(_ text: String, overlay: String? = nil, peripherals: [String]? = nil) throws -> RegisterGenerator {
    try RegisterGenerator(
        svd: Data(text.utf8), svdName: "toy.svd", overlay: overlay.map { (Data($0.utf8), "toy.json") },
        peripherals: peripherals)
}

/// The file `name` of the output.
func output(_ text: String, overlay: String? = nil, file: String = "P.swift") throws -> String {
    try XCTUnwrap(generator(text, overlay: overlay).files().first { $0.name == file }).text
}

/// What the generator says against `text`; fails if it takes it.
func refusal(_ text: String, overlay: String? = nil, peripherals: [String]? = nil) -> String {
    do {
        _ = try generator(text, overlay: overlay, peripherals: peripherals)
        return "accepted"
    } catch {
        return "\(error)"
    }
}

/// What the generator warns of in `text`, without the file's name; "refused" if it does not take it.
func warnings(_ text: String, overlay: String? = nil, peripherals: [String]? = nil) -> [String] {
    let found = try? generator(text, overlay: overlay, peripherals: peripherals).warnings
    return found?.map { "\($0)".replacingOccurrences(of: "toy.svd:", with: "") } ?? ["refused"]
}

extension Device {
    /// The register at `path` of the peripheral `name`.
    func register(_ name: String, _ path: String...) throws -> Register {
        var members = try XCTUnwrap(peripherals.first { $0.name == name }).members
        for cluster in path.dropLast() {
            guard case .cluster(let inner)? = members.first(where: { $0.name == cluster }) else {
                throw GeneratorError(file: "", line: nil, path: cluster, message: "no such cluster")
            }
            members = inner.members
        }
        guard case .register(let register)? = members.first(where: { $0.name == path.last }) else {
            throw GeneratorError(file: "", line: nil, path: path.last ?? "", message: "no such register")
        }
        return register
    }
}
