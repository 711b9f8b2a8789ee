// The whole command, with everything that an installed one leaves out, built from the sources when it is asked for.
import Foundation

/// Becomes the whole command with these arguments, after building it if need be: some minutes the first time, and about
/// two seconds once it is there. It is kept in ~/.cache/martlet (XDG_CACHE_HOME).
package func runWholeCommand(_ arguments: [String]) throws {
    try refusing {
        let home = try Home.find()
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? FileManager.userFolder + "/.cache"
        let scratch = "\(cache)/martlet/build"
        let program = "\(scratch)/release/martlet"
        if !FileManager.default.fileExists(atPath: program) {
            complain("building what martlet \(arguments.first ?? "") needs; this takes some minutes, once")
        }
        let build = Command(
            "swift",
            ["build", "-c", "release", "--package-path", home.folder.path, "--scratch-path", scratch, "--product", "martlet"])
        let (output, status) = try build.capture()
        guard status == 0 else {
            throw Refusal(description: "martlet does not build in \(home.folder.path)\n\(output)", status: 1)
        }
        try Command(program, arguments).become()
    }
}
