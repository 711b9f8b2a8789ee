// What the log tells about itself.

/// What was found when the log was mounted.
public struct MountReport: Equatable, Sendable {
    /// Of no mount.
    public init() {}

    /// Keys that have a value.
    public internal(set) var keys = 0
    /// Sound records that speak about a key, older ones of the same key included.
    public internal(set) var records = 0
    /// Places with bytes that are no sound record, and that no interrupted write explains. What stood there
    /// is lost: a key may have an older value, or none.
    public internal(set) var damagedRecords = 0
    /// Where the first of them starts: bytes from the start of the flash.
    public internal(set) var firstDamagedOffset: UInt32?
    /// Places where a write was interrupted, which no one was told had succeeded.
    public internal(set) var tornRecords = 0
    /// Sectors with records whose header cannot be read, so that all their records are lost.
    public internal(set) var damagedSectors = 0
    /// The flash was blank, and is an empty log now.
    public internal(set) var wasFormatted = false

    /// Whether nothing was damaged. An interrupted write is no damage.
    public var isSound: Bool { damagedRecords == 0 && damagedSectors == 0 }
}

/// The log's figures at this moment. Lengths are in bytes; what is counted, since the mount.
public struct LogStatistics: Equatable, Sendable {
    /// Of no log.
    public init() {}

    /// Keys that have a value.
    public internal(set) var keys = 0
    /// As many keys as the index has room for.
    public internal(set) var keyCapacity = 0
    /// The records that hold the current values, with headers and checksums.
    public internal(set) var liveBytes = 0
    /// What `liveBytes` may grow to.
    public internal(set) var liveByteLimit = 0
    /// Everything that is neither erased nor waiting for its erase.
    public internal(set) var usedBytes = 0
    /// What can be written before any sector has to be erased.
    public internal(set) var freeBytes = 0
    /// Sectors of the flash.
    public internal(set) var sectors = 0
    /// Sectors that `maintain()` would erase.
    public internal(set) var sectorsToErase = 0
    /// How often the least and the most worn sector was erased in its life.
    public internal(set) var minimumEraseCount: UInt32 = 0
    /// How often the most worn sector was erased in its life.
    public internal(set) var maximumEraseCount: UInt32 = 0
    /// Puts that were acknowledged, those that programmed nothing included.
    public internal(set) var puts: UInt32 = 0
    /// Deletes of keys that had a value, or a damaged record.
    public internal(set) var deletes: UInt32 = 0
    /// Records that were moved to free their sector.
    public internal(set) var copiedRecords: UInt32 = 0
    /// Sectors that were erased.
    public internal(set) var erases: UInt32 = 0
    /// Erases that a put or a delete had to wait for.
    public internal(set) var erasesWhileWriting: UInt32 = 0
    /// Records that were sound at the mount and were found damaged since.
    public internal(set) var damagedRecords: UInt32 = 0
    /// Of the records that puts, deletes and transactions wrote, and of all that was programmed: their ratio is how
    /// much the log writes for each byte that it was given.
    public internal(set) var acknowledgedBytes: UInt32 = 0
    /// All that was programmed.
    public internal(set) var programmedBytes: UInt32 = 0
}

/// A sector's figures at this moment. Lengths are in bytes.
public struct SectorStatistics: Equatable, Sendable {
    /// Of the sector, header and footer included.
    public let length: Int
    /// In the sector's life.
    public let eraseCount: UInt32
    /// What cannot be written before an erase.
    public internal(set) var usedBytes = 0
    /// Records that hold current values.
    public internal(set) var liveBytes = 0
}
