// The overlay: what a manufacturer's file leaves out or gets wrong, as a JSON file of ours. README.md
// documents the format with examples.
import Foundation

/// Additions and corrections to a register description.
public struct Overlay: Codable, Sendable {
    /// What the overlay is for; not used.
    public var about: String?
    /// Another name for the device, and so for the enumeration with its peripherals.
    public var device: String?
    /// By the peripheral's name in the SVD file.
    public var peripherals: [String: PeripheralChange]?
    /// By the interrupt's name in the SVD file; an empty string removes it, another renames it.
    public var interrupts: [String: String]?
    /// By `TYPE.REGISTER` or `TYPE.CLUSTER.REGISTER`, with the names the output has.
    public var registers: [String: RegisterChange]?

    /// What is different about a peripheral, or a peripheral that the SVD file does not have.
    public struct PeripheralChange: Codable, Sendable {
        /// Another name for the instance, and for its type if `type` does not give one.
        public var name: String?
        /// Another name for the type.
        public var type: String?
        /// Uses the type of this peripheral, which must have every register and field of this one.
        public var like: String?
        /// What the comment in the output says in place of the file's.
        public var description: String?
        /// The address of a peripheral that the SVD file does not have, or whose address cannot be read there.
        public var baseAddress: String?
        /// Interrupts by name, in addition to those of the SVD file.
        public var interrupts: [String: Int]?
        /// Takes the peripheral and its interrupts out. Others that use its type keep it.
        public var remove: Bool?
    }

    /// What is different about a register or a cluster, or a register that the SVD file does not have.
    public struct RegisterChange: Codable, Sendable {
        /// Takes the register or cluster out.
        public var remove: Bool?
        /// The offset in its peripheral of a register that the SVD file does not have, of 32 bits unless `size` says
        /// otherwise, read and written unless `access` does; or of one whose offset cannot be read there.
        public var offset: String?
        /// 8, 16 or 32 bits.
        public var size: Int?
        /// Another name.
        public var name: String?
        /// What the comment in the output says in place of the file's.
        public var description: String?
        /// `read-only`, `write-only` or `read-write`.
        public var access: String?
        /// The value after reset, as a number in decimal or, after `0x`, in hexadecimal.
        public var resetValue: String?
        /// What reading the register does.
        public var readAction: String?
        /// For all of the register's fields that software can write.
        public var modifiedWriteValues: String?
        /// Single-bit fields `NAME0`, `NAME1`… that become one field `NAME`.
        public var join: [String]?
        /// Fields that the SVD file does not have.
        public var add: [AddedField]?
        /// By field name; `%s` at the end stands for a number.
        public var fields: [String: FieldChange]?
        /// `NAME%s`: fields that can also be reached by index.
        public var arrays: [String]?
    }

    /// A field that the SVD file does not have. What else is to be said of it goes under its name into `fields`.
    public struct AddedField: Codable, Sendable {
        /// The manual's name.
        public var name: String
        /// What the comment in the output says of it.
        public var description: String?
        /// `[high:low]`
        public var bitRange: String
    }

    /// What is different about a field.
    public struct FieldChange: Codable, Sendable {
        /// Takes the field out.
        public var remove: Bool?
        /// `[high:low]`
        public var bitRange: String?
        /// Another name.
        public var name: String?
        /// What the comment in the output says in place of the file's.
        public var description: String?
        /// `read-only`, `write-only` or `read-write`.
        public var access: String?
        /// What a write does: a value of CMSIS-SVD's `modifiedWriteValues`, such as `oneToClear`.
        public var modifiedWriteValues: String?
        /// What a read does: a value of CMSIS-SVD's `readAction`, such as `clear`.
        public var readAction: String?
        /// The name of the type of the enumerated values; the field's name if not given.
        public var enumeration: String?
        /// Enumerated values by name; an empty object removes those of the SVD file.
        public var values: [String: UInt64]?
    }

    /// Reads an overlay. A key that the format does not have is refused: it would otherwise do nothing.
    /// - Throws: a `GeneratorError` with the first thing that is wrong: no JSON, a key that is missing or not known, a value of
    ///   the wrong kind.
    public init(json: Data, file: String) throws {
        let failure = { (message: String) in GeneratorError(file: file, line: nil, path: "", message: message) }
        do {
            self = try JSONDecoder().decode(Overlay.self, from: json)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw failure("\(Overlay.path(context.codingPath)): '\(key.stringValue)' is missing")
        } catch DecodingError.typeMismatch(_, let context) {
            throw failure("\(Overlay.path(context.codingPath)): not of the expected kind")
        } catch {
            throw failure("not well-formed JSON")
        }
        let understood = try JSONSerialization.jsonObject(with: JSONEncoder().encode(self))
        let given = try JSONSerialization.jsonObject(with: json)
        if let unknown = Overlay.firstUnknownKey(in: given, understood: understood) {
            throw failure("unknown key '\(unknown)'")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: "/") }

    private static func firstUnknownKey(in given: Any, understood: Any) -> String? {
        if let given = given as? [String: Any], let understood = understood as? [String: Any] {
            for (key, value) in given.sorted(by: { $0.key < $1.key }) {
                guard let counterpart = understood[key] else { return key }
                if let inner = firstUnknownKey(in: value, understood: counterpart) { return "\(key)/\(inner)" }
            }
        } else if let given = given as? [Any], let understood = understood as? [Any] {
            for (value, counterpart) in zip(given, understood) {
                if let inner = firstUnknownKey(in: value, understood: counterpart) { return inner }
            }
        }
        return nil
    }
}
