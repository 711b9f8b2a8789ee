// What is wrong with a register description, where.

/// A refusal: nothing is written when one is thrown.
public struct GeneratorError: Error, Equatable, CustomStringConvertible, Sendable {
    /// The file's name, without its folder, so that the text is the same on every machine.
    public let file: String
    /// The line the element starts on, or nil where a whole file is meant.
    public let line: Int?
    /// Names from the peripheral down, joined by points; empty where no element is meant.
    public let path: String
    public let message: String

    public init(file: String, line: Int?, path: String, message: String) {
        self.file = file
        self.line = line
        self.path = path
        self.message = message
    }

    /// `STM32F405.svd:6294: RCC.AHB1ENR.FOO: field ends at bit 33, past the 32 bits of its register`
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return path.isEmpty ? "\(place): \(message)" : "\(place): \(path): \(message)"
    }
}
