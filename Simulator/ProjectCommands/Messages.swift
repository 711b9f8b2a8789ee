// What the commands say to people when something is wrong, and the status that they end with.
import ArgumentParser
import Foundation

/// Prints a message for people on standard error.
package func complain(_ message: String) {
    // Where nobody can read it there is nothing to be done.
    try? FileHandle.standardError.write(contentsOf: Data("martlet: \(message)\n".utf8))
}

/// What a bad file ends the command with: its message, and status 2.
package func badFile(_ path: String, _ problem: String) -> ExitCode {
    complain("\(path): \(problem)")
    return ExitCode(2)
}

/// A sentence that ends the command, and its status: 2 where something is to be put right first, 1 where it failed.
struct Refusal: Error, CustomStringConvertible {
    let description: String
    var status: Int32 = 2
}

/// Runs a command; a refusal is said in its words, and ends it.
func refusing(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let refusal as Refusal {
        complain(refusal.description)
        throw ExitCode(refusal.status)
    }
}

/// Prints a value for scripts, always in the same order.
func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
