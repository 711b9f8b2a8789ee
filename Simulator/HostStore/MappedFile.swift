// Files that are memory, and the locks and threads' waiting that Linux gives.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

func text(ofError code: Int32) -> String { String(cString: strerror(code)) }

/// A file of fixed length, all of it mapped for reading and writing as long as this lives.
final class MappedFile {
    private(set) var path: String
    let bytes: UnsafeMutableRawPointer
    let length: Int
    private let descriptor: Int32

    /// Makes a file of zeros; there must be none of that name.
    convenience init(creating path: String, length: Int) throws(HostStoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(operation: "create", path: path, code: errno) }
        // With its blocks: a full disk is an error here, and no signal at a store to memory later.
        let code = posix_fallocate(descriptor, 0, off_t(length))
        guard code == 0 else {
            close(descriptor)
            unlink(path)
            throw .system(operation: "allocate \(length) bytes", path: path, code: code)
        }
        try self.init(descriptor, path: path, length: length)
    }

    /// Nil if the file is empty, as one is whose maker died before it had its length: it is removed.
    convenience init?(opening path: String) throws(HostStoreError) {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .system(operation: "look at", path: path, code: code)
        }
        guard status.st_size > 0 else {
            close(descriptor)
            guard unlink(path) == 0 else { throw .system(operation: "remove", path: path, code: errno) }
            return nil
        }
        try self.init(descriptor, path: path, length: Int(status.st_size))
    }

    private init(_ descriptor: Int32, path: String, length: Int) throws(HostStoreError) {
        self.path = path
        self.length = length
        self.descriptor = descriptor
        guard let bytes = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            bytes != MAP_FAILED
        else {
            let code = errno
            close(descriptor)
            throw .system(operation: "map", path: path, code: code)
        }
        self.bytes = bytes
    }

    deinit {
        munmap(bytes, length)
        close(descriptor)
    }

    /// Returns when all that was stored before is on the disk.
    func synchronize() throws(HostStoreError) {
        guard fdatasync(descriptor) == 0 else { throw .system(operation: "synchronize", path: path, code: errno) }
    }

    /// Gives it another name, in place of a file that had it.
    func rename(to path: String) throws(HostStoreError) {
        // The method has the system call's name.
        guard renameFile(self.path, path) == 0 else { throw .system(operation: "rename", path: self.path, code: errno) }
        self.path = path
    }

    /// Keeps it under a name that no store has.
    func setAside() throws(HostStoreError) { try rename(to: path + ".damaged") }

    func remove() throws(HostStoreError) {
        guard unlink(path) == 0 else { throw .system(operation: "remove", path: path, code: errno) }
    }
}

private func renameFile(_ old: String, _ new: String) -> Int32 { rename(old, new) }

/// Memory of zeros, which takes up none before it is looked at.
func zeroedMemory(bytes: Int) -> UnsafeMutableRawPointer {
    guard let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), memory != MAP_FAILED else {
        fatalError("there are no \(bytes) bytes of memory for the index")
    }
    return memory
}

func releaseMemory(_ memory: UnsafeMutableRawPointer, bytes: Int) { munmap(memory, bytes) }

/// The directory of a store, locked for this process.
final class StoreDirectory {
    let path: String
    private let descriptor: Int32
    private let lock: Int32

    init(_ path: String) throws(HostStoreError) {
        self.path = path
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw .system(operation: "make the directory", path: path, code: errno)
        }
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        lock = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard lock >= 0 else {
            let code = errno
            close(descriptor)
            throw .system(operation: "open", path: "\(path)/lock", code: code)
        }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            close(descriptor)
            throw .inUse(path: path)
        }
    }

    deinit {
        close(lock)
        close(descriptor)
    }

    /// Returns when the names of its files are on the disk.
    func synchronize() throws(HostStoreError) {
        guard fsync(descriptor) == 0 else { throw .system(operation: "synchronize", path: path, code: errno) }
    }

    static var reserveNames: [String] { ["reserve.0", "reserve.1"] }

    /// The files that are kept for when the disk is full.
    func openReserves() throws(HostStoreError) -> [MappedFile] {
        var found: [MappedFile] = []
        for name in Self.reserveNames {
            // One that was being made may not have its length.
            unlink("\(path)/\(name).new")
            guard access("\(path)/\(name)", F_OK) == 0 else { continue }
            if let file = try MappedFile(opening: "\(path)/\(name)") { found.append(file) }
        }
        return found
    }

    /// The files whose names end so, sorted.
    func files(ending suffix: String) throws(HostStoreError) -> [String] {
        guard let listing = opendir(path) else { throw .system(operation: "list", path: path, code: errno) }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                // SAFETY: the name is in place, and ends with 0.
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(suffix) { names.append(name) }
        }
        return names.sorted()
    }
}

/// A lock and what its holders wait for. The thread sanitizer sees both.
final class ThreadLock: @unchecked Sendable {
    // SAFETY of `@unchecked` and the pointers: the system's lock and condition, which stay where they are until this ends.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    @inline(__always) func lock() { pthread_mutex_lock(mutex) }
    @inline(__always) func unlock() { pthread_mutex_unlock(mutex) }
    /// Waits for `wakeAll`. Precondition: the caller has the lock, and has it again after this.
    func wait() { pthread_cond_wait(condition, mutex) }
    func wakeAll() { pthread_cond_broadcast(condition) }

    @inline(__always)
    func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        lock()
        defer { unlock() }
        return try body()
    }
}
