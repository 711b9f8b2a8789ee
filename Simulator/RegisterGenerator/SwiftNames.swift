// Hardware names as Swift names: spelled as the manual has them wherever Swift allows.

/// Swift's spelling of names from a register description.
enum SwiftNames {
    /// A property, case or function name.
    static func member(_ name: String) -> String {
        let name = identifier(name)
        // These have a meaning on every type, or are ours on every generated one.
        if taken.contains(name) { return name + "_" }
        return keywords.contains(name) ? "`\(name)`" : name
    }

    /// An argument label; every keyword but these may be one.
    static func label(_ name: String) -> String {
        let name = identifier(name)
        return ["inout", "var", "let"].contains(name) ? "`\(name)`" : name
    }

    /// A type name.
    static func type(_ name: String) -> String {
        let name = identifier(name)
        return taken.contains(name) || keywords.contains(name) ? name + "_" : name
    }

    /// Letters, digits and underscores, not starting with a digit.
    static func identifier(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            let kept = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
            result.unicodeScalars.append(kept ? scalar : "_")
        }
        guard let first = result.unicodeScalars.first else { return "_" }
        return ("0"..."9").contains(first) ? "_" + result : result
    }

    private static let taken: Set<String> = [
        "init", "self", "Self", "Type", "Protocol", "bits", "resetValue", "rawValue", "baseAddress",
        "oneTriggers", "zeroTriggers", "storedBits", "ClearFlags", "SetFlags", "ToggleFlags", "RawValue", "Bits",
        "Register", "RegisterArray", "BlockArray", "Bool", "UInt8", "UInt16", "UInt32", "Int", "_",
    ]
    private static let keywords: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "inout",
        "internal", "let", "open", "operator", "private", "precedencegroup", "protocol", "public", "rethrows",
        "static", "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default",
        "defer", "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return", "throw", "switch",
        "where", "while", "Any", "as", "await", "false", "is", "nil", "super", "throws", "true", "try",
    ]
}
