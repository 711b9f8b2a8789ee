// What is wrong with a register description, where, and what was made of it.

/// One thing that a register description or an overlay has wrong.
public struct Finding: Hashable, CustomStringConvertible, Sendable {
    /// Whether something can be generated in spite of it.
    public enum Severity: Sendable {
        /// It was given a meaning; the message says which.
        case warning
        /// It has none, and nothing is generated.
        case error
    }
    /// A warning or an error. An error of what is not asked for stops nothing.
    public var severity: Severity
    /// The file's name, without its folder, so that the text is the same on every machine.
    public var file: String
    /// The line the element starts on, or nil where a whole file is meant.
    public var line: Int?
    /// Names from the peripheral down, joined by points; empty where no element is meant.
    public var path: String
    /// What is wrong, and for a warning what was made of it, in one line.
    public var message: String
    /// The element of the format that is wrong, by its tag; an overlay that gives it takes the finding away.
    var property: String?

    init(_ severity: Severity = .error, file: String, line: Int?, path: String, message: String, property: String? = nil) {
        self.severity = severity
        self.file = file
        self.line = line
        self.path = path
        self.message = message
        self.property = property
    }

    /// `STM32F405.svd:6294: RCC.AHB1ENR.FOO: field ends at bit 33, past the 32 bits of its register`
    public var description: String {
        var text = line.map { "\(file):\($0)" } ?? file
        if severity == .warning { text += ": warning" }
        if !path.isEmpty { text += ": \(path)" }
        return "\(text): \(message)"
    }
}

/// A refusal, with all that is wrong: nothing is written when one is thrown.
public struct GeneratorError: Error, Equatable, CustomStringConvertible, Sendable {
    /// In the order of the file; never empty.
    public let findings: [Finding]

    init(_ findings: [Finding]) { self.findings = findings }

    /// A refusal of one file, or of one place in it: the usual case.
    public init(file: String, line: Int?, path: String, message: String) {
        findings = [Finding(file: file, line: line, path: path, message: message)]
    }

    /// A line a finding.
    public var description: String { findings.map(\.description).joined(separator: "\n") }
}

/// The findings that belong to an element of the model. They go where it goes: what an overlay removes, or what
/// is not asked for, is not complained of.
public struct Findings: Sendable {
    private(set) var all: [Finding] = []

    mutating func add(_ finding: Finding) { all.append(finding) }
    mutating func add(_ findings: Findings) { all += findings.all }
    /// Takes away what was found of a property that is now given otherwise.
    mutating func mend(_ properties: String...) {
        all.removeAll { properties.contains($0.property ?? "") }
    }
    func contains(_ property: String) -> Bool { all.contains { $0.property == property && $0.severity == .error } }
    var hasErrors: Bool { all.contains { $0.severity == .error } }
}

extension Findings: Equatable {
    /// Two elements are no less equal for having been found fault with at their own places.
    public static func == (_: Findings, _: Findings) -> Bool { true }
}
