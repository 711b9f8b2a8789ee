// What the methods of a shared log have run on its stack.
import Interfaces
import Storage

struct MountWork: LogWork {
    var report = MountReport()

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) { report = log.report }
}

// SAFETY of the buffers: whoever made the work holds what they point to until it is done.

struct PutWork: LogWork {
    let key: UnsafeBufferPointer<UInt8>
    let value: UnsafeBufferPointer<UInt8>

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        try log.put(key.span, value.span)
    }
}

struct GetWork: LogWork {
    let key: UnsafeBufferPointer<UInt8>
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count: Int?

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        var span = buffer.mutableSpan
        count = try log.get(key.span, into: &span)
    }
}

struct DeleteWork: LogWork {
    let key: UnsafeBufferPointer<UInt8>
    var existed = false

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        existed = try log.delete(key.span)
    }
}

struct ReadSettingWork<Value: SettingValue>: LogWork {
    let setting: Setting<Value>
    var value: Value

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        value = try log.value(of: setting)
    }
}

struct WriteSettingWork<Value: SettingValue>: LogWork {
    let setting: Setting<Value>
    let value: Value

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        try log.set(setting, to: value)
    }
}

struct MaintenanceWork: LogWork {
    let budget: Int
    var hasMore = false

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        hasMore = try log.maintain(budget: budget)
    }
}

struct BeginEraseWork: LogWork {
    var sector: Int?

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        sector = log.beginErase()
    }
}

struct EndEraseWork: LogWork {
    let sector: Int
    let isErased: Bool

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        try log.endErase(of: sector, isErased: isErased)
    }
}

struct StatisticsWork: LogWork {
    var statistics = LogStatistics()

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        statistics = try log.statistics()
    }
}
