// What `martlet storage bench` measures: stores of keys and values, ours and others that this machine may have.
import Foundation
import HostStore

/// A store under measurement. Each thread has its own `client`.
protocol MeasuredStore: AnyObject {
    /// `isMixed`: gets see all puts that came before them.
    func makeClient(isMixed: Bool) throws -> any MeasuredClient
}

protocol MeasuredClient: AnyObject {
    func put(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws
    /// Copies the value; answers its length, or -1 if there is none.
    func get(_ key: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) throws -> Int
}

struct PeerError: Error, CustomStringConvertible { let description: String }

// MARK: - Ours

final class MeasuredHostStore: MeasuredStore {
    let store: HostStore
    init(directory: String, synchronization: HostStore.Synchronization) throws {
        store = try HostStore(directory: directory, synchronization: synchronization)
    }

    func makeClient(isMixed: Bool) -> any MeasuredClient { Client(store) }

    final class Client: MeasuredClient {
        private let store: HostStore
        private let reader: HostStore.Reader
        init(_ store: HostStore) {
            self.store = store
            reader = store.makeReader()
        }

        // SAFETY of both: the workload's buffers live longer than the calls.
        func put(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws {
            try store.put(
                Span(_unsafeElements: key.assumingMemoryBound(to: UInt8.self)),
                Span(_unsafeElements: value.assumingMemoryBound(to: UInt8.self)))
        }

        func get(_ key: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) throws -> Int {
            try reader.withValue(of: Span(_unsafeElements: key.assumingMemoryBound(to: UInt8.self))) { value in
                value.withUnsafeBytes { target.copyMemory(from: $0) }
                return value.count
            } ?? -1
        }
    }
}

// MARK: - LMDB

/// LMDB, as its library is found when the program runs: each put a transaction, without a synchronisation unless asked.
final class MeasuredLMDB: MeasuredStore {
    struct Value {
        var size: Int
        var bytes: UnsafeMutableRawPointer?
    }
    typealias Environment = OpaquePointer
    typealias Transaction = OpaquePointer

    private let library: Library
    private let environment: Environment
    private let begin: @convention(c) (Environment, Transaction?, UInt32, UnsafeMutablePointer<Transaction?>) -> Int32
    private let commit: @convention(c) (Transaction) -> Int32
    private let abort: @convention(c) (Transaction) -> Void
    private let reset: @convention(c) (Transaction) -> Void
    private let renew: @convention(c) (Transaction) -> Int32
    private let close: @convention(c) (Environment) -> Void
    private let putValue:
        @convention(c) (Transaction, UInt32, UnsafeMutableRawPointer, UnsafeMutableRawPointer, UInt32) -> Int32
    private let getValue: @convention(c) (Transaction, UInt32, UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Int32
    private var database: UInt32 = 0

    init(directory: String, synchronizes: Bool) throws {
        library = try Library("liblmdb.so.0")
        let create: @convention(c) (UnsafeMutablePointer<Environment?>) -> Int32 = try library.function("mdb_env_create")
        let setMapSize: @convention(c) (Environment, Int) -> Int32 = try library.function("mdb_env_set_mapsize")
        let open: @convention(c) (Environment, UnsafePointer<CChar>, UInt32, UInt32) -> Int32 = try library.function(
            "mdb_env_open")
        let openDatabase: @convention(c) (Transaction, UnsafePointer<CChar>?, UInt32, UnsafeMutablePointer<UInt32>) -> Int32 =
            try library.function("mdb_dbi_open")
        begin = try library.function("mdb_txn_begin")
        commit = try library.function("mdb_txn_commit")
        abort = try library.function("mdb_txn_abort")
        reset = try library.function("mdb_txn_reset")
        renew = try library.function("mdb_txn_renew")
        close = try library.function("mdb_env_close")
        putValue = try library.function("mdb_put")
        getValue = try library.function("mdb_get")
        var made: Environment?
        try Self.check(create(&made))
        environment = made!
        try Self.check(setMapSize(environment, 8 << 30))
        // MDB_WRITEMAP, MDB_NOTLS, and MDB_NOSYNC.
        try Self.check(open(environment, directory, 0x80000 | 0x20_0000 | (synchronizes ? 0 : 0x10000), 0o644))
        var transaction: Transaction?
        try Self.check(begin(environment, nil, 0, &transaction))
        try Self.check(openDatabase(transaction!, nil, 0, &database))
        try Self.check(commit(transaction!))
    }

    deinit { close(environment) }

    private static func check(_ code: Int32) throws {
        guard code == 0 else { throw PeerError(description: "LMDB: error \(code)") }
    }

    func makeClient(isMixed: Bool) throws -> any MeasuredClient { Client(self, isMixed: isMixed) }

    final class Client: MeasuredClient {
        private let store: MeasuredLMDB
        private let isMixed: Bool
        private var reading: Transaction?
        init(_ store: MeasuredLMDB, isMixed: Bool) {
            self.store = store
            self.isMixed = isMixed
        }

        /// As long as a transaction reads, no page that it may see is used again.
        deinit { if let reading { store.abort(reading) } }

        func put(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws {
            var transaction: Transaction?
            try MeasuredLMDB.check(store.begin(store.environment, nil, 0, &transaction))
            var key = Value(size: key.count, bytes: UnsafeMutableRawPointer(mutating: key.baseAddress))
            var value = Value(size: value.count, bytes: UnsafeMutableRawPointer(mutating: value.baseAddress))
            try MeasuredLMDB.check(store.putValue(transaction!, store.database, &key, &value, 0))
            try MeasuredLMDB.check(store.commit(transaction!))
        }

        /// One transaction for all gets, which is what costs LMDB least; beside puts it is begun anew for each, as its manual
        /// says, so that it sees them.
        func get(_ key: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) throws -> Int {
            if reading == nil {
                try MeasuredLMDB.check(store.begin(store.environment, nil, 0x20000, &reading))
            } else if isMixed {
                try MeasuredLMDB.check(store.renew(reading!))
            }
            defer { if isMixed { store.reset(reading!) } }
            var key = Value(size: key.count, bytes: UnsafeMutableRawPointer(mutating: key.baseAddress))
            var value = Value(size: 0, bytes: nil)
            let code = store.getValue(reading!, store.database, &key, &value)
            guard code != -30798 else { return -1 }
            try MeasuredLMDB.check(code)
            target.copyMemory(from: UnsafeRawBufferPointer(start: value.bytes, count: value.size))
            return value.size
        }
    }
}

// MARK: - RocksDB

/// RocksDB with its defaults, as its library is found when the program runs.
final class MeasuredRocksDB: MeasuredStore {
    typealias Handle = OpaquePointer
    typealias Message = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    private let library: Library
    private let database: Handle
    private let writing: Handle
    private let reading: Handle
    private let close: @convention(c) (Handle) -> Void
    private let putValue: @convention(c) (Handle, Handle, UnsafeRawPointer?, Int, UnsafeRawPointer?, Int, Message) -> Void
    private let getValue:
        @convention(c) (Handle, Handle, UnsafeRawPointer?, Int, UnsafeMutablePointer<Int>, Message) -> UnsafeMutableRawPointer?

    init(directory: String, synchronizes: Bool) throws {
        library = try Library("librocksdb.so.7.8")
        let make: @convention(c) () -> Handle = try library.function("rocksdb_options_create")
        let setCreates: @convention(c) (Handle, UInt8) -> Void = try library.function("rocksdb_options_set_create_if_missing")
        let makeWriting: @convention(c) () -> Handle = try library.function("rocksdb_writeoptions_create")
        let setSync: @convention(c) (Handle, UInt8) -> Void = try library.function("rocksdb_writeoptions_set_sync")
        let makeReading: @convention(c) () -> Handle = try library.function("rocksdb_readoptions_create")
        let open: @convention(c) (Handle, UnsafePointer<CChar>, Message) -> Handle? = try library.function("rocksdb_open")
        putValue = try library.function("rocksdb_put")
        getValue = try library.function("rocksdb_get")
        close = try library.function("rocksdb_close")
        let options = make()
        setCreates(options, 1)
        writing = makeWriting()
        setSync(writing, synchronizes ? 1 : 0)
        reading = makeReading()
        var message: UnsafeMutablePointer<CChar>?
        guard let database = open(options, directory, &message) else {
            throw PeerError(description: "RocksDB: \(message.map { String(cString: $0) } ?? "no reason")")
        }
        self.database = database
    }

    deinit { close(database) }

    func makeClient(isMixed: Bool) throws -> any MeasuredClient { Client(self) }

    final class Client: MeasuredClient {
        private let store: MeasuredRocksDB
        init(_ store: MeasuredRocksDB) { self.store = store }

        func put(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws {
            var message: UnsafeMutablePointer<CChar>?
            store.putValue(store.database, store.writing, key.baseAddress, key.count, value.baseAddress, value.count, &message)
            if let message { throw PeerError(description: "RocksDB: \(String(cString: message))") }
        }

        func get(_ key: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) throws -> Int {
            var message: UnsafeMutablePointer<CChar>?
            var count = 0
            let value = store.getValue(store.database, store.reading, key.baseAddress, key.count, &count, &message)
            if let message { throw PeerError(description: "RocksDB: \(String(cString: message))") }
            guard let value else { return -1 }
            target.copyMemory(from: UnsafeRawBufferPointer(start: value, count: count))
            free(value)
            return count
        }
    }
}

/// A library that may be there when the program runs.
private struct Library {
    private let handle: UnsafeMutableRawPointer
    private let name: String

    init(_ name: String) throws {
        guard let handle = dlopen(name, RTLD_NOW) else { throw PeerError(description: "\(name) is not installed") }
        self.handle = handle
        self.name = name
    }

    func function<Function>(_ symbol: String) throws -> Function {
        guard let address = dlsym(handle, symbol) else { throw PeerError(description: "\(name) has no \(symbol)") }
        // SAFETY: the caller says what C function the symbol is, from the library's header.
        return unsafeBitCast(address, to: Function.self)
    }
}
