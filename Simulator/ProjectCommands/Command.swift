// Other programs, as the project's commands run them.
import Foundation

/// A program with its arguments.
struct Command {
    let program: String
    let arguments: [String]
    var folder: URL?
    var environment: [String: String] = [:]

    init(_ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) {
        (self.program, self.arguments, self.folder, self.environment) = (program, arguments, folder, environment)
    }

    /// Where a program of this name is on the path; nil if nowhere.
    static func find(_ name: String) -> String? {
        if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    private func path() throws -> String {
        guard let path = Self.find(program) else {
            throw Refusal(description: "\(program) is missing; martlet doctor says how to get it")
        }
        return path
    }

    private func process() throws -> Process {
        let path = try path()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        }
        return process
    }

    /// Runs it with this command's input and output; returns its status. What it prints goes to standard error if it is
    /// not what was asked for.
    func run(isResult: Bool = true) throws -> Int32 {
        let process = try process()
        if !isResult { process.standardOutput = FileHandle.standardError }
        try Interruption.forward(to: process)
        return process.terminationStatus
    }

    /// Runs it; returns what it writes to both outputs, and its status.
    func capture() throws -> (output: String, status: Int32) {
        let process = try process()
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        var data = Data()
        try Interruption.forward(to: process) { data = pipe.fileHandleForReading.readDataToEndOfFile() }
        return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }

    /// Becomes it: its input, output, signals and status are this command's. It does not return.
    func become() throws -> Never {
        let path = try path()
        if let folder, chdir(folder.path) != 0 {
            throw Refusal(description: "\(folder.path): \(String(cString: strerror(errno)))")
        }
        for (name, value) in environment { setenv(name, value, 1) }
        var words = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        execv(path, words)
        throw Refusal(description: "\(path): \(String(cString: strerror(errno)))")
    }
}

/// What ends this command ends the program that it runs, which Foundation gives a process group of its own: Ctrl-C at the
/// terminal does not reach it otherwise.
private enum Interruption {
    // SAFETY: each is written by the command's one thread while no handler that reads it is set, and one word; the handler's
    // own write is of a word, too.
    nonisolated(unsafe) private static var group: pid_t = 0
    nonisolated(unsafe) private static var number: Int32 = 0

    /// Runs a program to its end. If a signal came meanwhile, it ends the program and then this command.
    static func forward(to process: Process, _ body: () -> Void = {}) throws {
        try process.run()
        group = process.processIdentifier
        // What is ignored, as nohup has it, stays ignored.
        var forwarded: [Int32] = []
        for name in [SIGINT, SIGTERM, SIGHUP] {
            var former = sigaction()
            sigaction(name, nil, &former)
            guard former.__sigaction_handler.sa_handler == nil else { continue }
            forwarded.append(name)
            signal(name) { name in
                Interruption.number = name
                kill(-Interruption.group, name)
            }
        }
        body()
        process.waitUntilExit()
        for name in forwarded { signal(name, SIG_DFL) }
        if number != 0 { raise(number) }
    }
}

extension FileManager {
    /// The user's folder by the password file, as SwiftPM takes it.
    static var userFolder: String {
        // SAFETY: the entry is the C library's, and is copied before anything else asks for one: this command has one thread.
        guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return "/" }
        return String(cString: folder)
    }
}
