// What each module takes of the chip's memory.
import Foundation

/// Code and memory by module. A function is counted for the module that it was written in, wherever it was
/// inlined or specialised; what was inlined into another function is part of that one.
public struct ModuleSizes: Sendable {
    /// What a module takes.
    public struct Size: Equatable, Sendable {
        /// Bytes of flash: code, constants, and the initial values of variables.
        public var flash: UInt32 = 0
        /// Bytes of variables.
        public var memory: UInt32 = 0
    }

    /// By module: a Swift module's name, or a name for all that has none.
    public private(set) var modules: [String: Size] = [:]
    /// All of the image's allocated sections, what no symbol covers included. The stack and what start-up hands
    /// out are not variables and do not count.
    public private(set) var total = Size()

    /// Counts an image's sections and symbols. Symbols at one address count once.
    public init(_ image: ELFFile) {
        for section in image.sections where section.isAllocated && section.name != ".stack" {
            if section.hasContents { total.flash += section.size }
            if section.isData { total.memory += section.size }
        }
        var seen = Set<UInt32>()
        for symbol in image.symbols where symbol.size > 0 {
            guard let index = symbol.section, image.sections[index].isAllocated, image.sections[index].name != ".stack"
            else { continue }
            // Several symbols may name one thing; the lowest bit of a function's address says Thumb.
            guard seen.insert(symbol.address & ~1).inserted else { continue }
            let section = image.sections[index]
            var size = modules[Self.module(of: symbol.name)] ?? Size()
            if section.hasContents { size.flash += symbol.size }
            if section.isData { size.memory += symbol.size }
            modules[Self.module(of: symbol.name)] = size
        }
    }

    /// The module a symbol was written in, by its mangled name: `$e5Tasks...` begins with the length of the
    /// module's name and the name.
    static func module(of symbol: String) -> String {
        var rest = Substring(symbol)
        // Data of a function's own, and thunks, carry the function's name after a prefix.
        if let start = rest.range(of: "$e")?.lowerBound { rest = rest[start...] }
        guard rest.hasPrefix("$e") || rest.hasPrefix("$s") else { return runtime(symbol) }
        rest = rest.dropFirst(2)
        let digits = rest.prefix { $0.isNumber }
        if let length = Int(digits), length > 0, rest.count > digits.count + length {
            let name = rest.dropFirst(digits.count).prefix(length)
            return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? String(name) : "Swift"
        }
        // Standard library types have one letter; `Sc` is concurrency.
        return rest.hasPrefix("Sc") ? "_Concurrency" : "Swift"
    }

    private static func runtime(_ symbol: String) -> String {
        if symbol.hasPrefix("swift_task") || symbol.hasPrefix("swift_continuation") || symbol.hasPrefix("martlet_task")
            || symbol.hasPrefix("drain") || symbol.hasPrefix("martlet_level")
        {
            return "ConcurrencyABI"
        }
        if symbol.hasPrefix("swift_") || symbol.hasPrefix("_swift") { return "Swift" }
        if symbol.hasPrefix("__aeabi") || symbol.hasPrefix("mem") || symbol.hasPrefix("__udiv") || symbol.hasPrefix("__div") {
            return "libgcc, newlib"
        }
        return "C, outlined and constants"
    }
}
