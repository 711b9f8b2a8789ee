// The files that a command reads, and those that it writes at its end, which are looked at before it.
import ArgumentParser
import Foundation

/// A file to be written. To make one neither creates nor changes anything.
package struct OutputFile {
    /// As the user wrote it, for messages.
    package let path: String
    /// With symbolic links followed, so that a link stays one.
    private let url: URL

    /// Throws the status of a bad file, after saying what is wrong with it, unless a file can be written there: into
    /// one that exists, or into a folder that exists.
    package init(_ path: String) throws {
        self.path = path
        url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        if let problem = Self.problem(path, url) { throw badFile(path, "cannot be written: \(problem)") }
    }

    private static func problem(_ path: String, _ url: URL) -> String? {
        guard !path.isEmpty else { return "the name is empty" }
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else { return "it is a folder" }
            guard access(path, W_OK) == 0 else { return reason }
            // A device or a pipe is written in place.
            guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        } else {
            guard errno == ENOENT else { return reason }
            guard !path.hasSuffix("/") else { return "it is the name of a folder" }
        }
        // A new file is made there, and takes the place of an old one.
        let folder = url.deletingLastPathComponent().path
        guard stat(folder, &status) == 0 else { return "the folder \(folder): \(reason)" }
        guard access(folder, W_OK | X_OK) == 0 else { return "the folder \(folder): \(reason)" }
        return nil
    }

    private static var reason: String { String(cString: strerror(errno)) }

    /// Whether both are the same file.
    package func isSame(as other: String) -> Bool {
        let other = URL(fileURLWithPath: other).resolvingSymlinksInPath()
        if url.path == other.path { return true }
        var (first, second) = (stat(), stat())
        guard stat(url.path, &first) == 0, stat(other.path, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino && first.st_mode & S_IFMT == S_IFREG
    }

    /// What the file holds; nil if there is none. Throws the status of a bad file if it cannot be read.
    package func read() throws -> Data? {
        FileManager.default.fileExists(atPath: url.path) ? try readFile(path) : nil
    }

    /// Writes another file first, which then takes the old one's place in one step; a device or a pipe is written in place.
    package func write(_ data: Data) throws {
        var status = stat()
        let isInPlace = stat(url.path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        do {
            try data.write(to: url, options: isInPlace ? [] : .atomic)
        } catch {
            throw unwritable(path, error)
        }
    }
}

/// What the file holds. Throws the status of a bad file, after saying why it cannot be read.
package func readFile(_ path: String) throws -> Data {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw badFile(path, "cannot be read: \(String(cString: strerror(errno)))") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
        throw badFile(path, "cannot be read: it is a folder")
    }
    do {
        return try handle.readToEnd() ?? Data()
    } catch {
        throw badFile(path, "cannot be read: \(reason(error))")
    }
}

/// What a file or folder that cannot be written ends the command with.
package func unwritable(_ path: String, _ error: any Error) -> ExitCode { badFile(path, "cannot be written: \(reason(error))") }

private func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(underlying.code)))
}
