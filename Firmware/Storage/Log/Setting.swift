// Settings: names with a type and a value for when none was stored.
import Interfaces

/// What a setting can be: stored as a byte that says the type, and eight bytes, the lowest first.
public protocol SettingValue: Sendable {
    /// Unlike that of any other type, for good: it is in flash.
    static var typeCode: UInt8 { get }
    /// The value of these bits; nil if the type has none.
    init?(settingBits: UInt64)
    /// The value as bits, for good the same: they are in flash.
    var settingBits: UInt64 { get }
}

extension Int: SettingValue {
    public static var typeCode: UInt8 { 1 }
    /// The integer of these bits, as two's complement; nil where an `Int` has only 32 bits and they do not fit.
    public init?(settingBits: UInt64) { self.init(exactly: Int64(bitPattern: settingBits)) }
    /// The integer as two's complement of 64 bits.
    public var settingBits: UInt64 { UInt64(bitPattern: Int64(self)) }
}

extension Bool: SettingValue {
    public static var typeCode: UInt8 { 2 }
    /// True for 1, false for 0, nil for anything else.
    public init?(settingBits: UInt64) {
        guard settingBits <= 1 else { return nil }
        self = settingBits == 1
    }
    /// 1 for true, 0 for false.
    public var settingBits: UInt64 { self ? 1 : 0 }
}

/// A named value of one type, such as `Setting<Int>("brightness", default: 5)`. The name is its key in the log.
public struct Setting<Value: SettingValue>: Sendable {
    /// Its key in the log.
    public let name: StaticString
    /// What it is while nothing was stored.
    public let defaultValue: Value

    /// Precondition: the name has 1 to 255 bytes of UTF-8.
    public init(_ name: StaticString, default defaultValue: Value) {
        precondition(name.utf8CodeUnitCount >= 1 && name.utf8CodeUnitCount <= 255, "a key has 1 to 255 bytes")
        self.name = name
        self.defaultValue = defaultValue
    }

    fileprivate var key: Span<UInt8> {
        // SAFETY: a static string's bytes are in the program, and stay there.
        @_lifetime(immortal)
        get {
            let bytes = unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
            return unsafe _overrideLifetime(Span(_unsafeElements: bytes), copying: ())
        }
    }
}

extension KeyValueLog where Flash: ~Copyable {
    /// The setting's value; its default if none was stored.
    ///
    /// - Throws: `otherType` if something else has its name, and as `get`.
    public mutating func value<Value>(of setting: Setting<Value>) throws(LogError) -> Value {
        var stored = InlineArray<9, UInt8>(repeating: 0)
        var buffer = stored.mutableSpan
        let count: Int?
        do throws(LogError) { count = try get(setting.key, into: &buffer) } catch {
            if case .bufferTooSmall = error { throw .otherType }
            throw error
        }
        guard let count else { return setting.defaultValue }
        var bits: UInt64 = 0
        for index in 0..<8 { bits |= UInt64(stored[index + 1]) &<< UInt64(index * 8) }
        guard count == 9, stored[0] == Value.typeCode, let value = Value(settingBits: bits) else { throw .otherType }
        return value
    }

    /// Stores the setting's value.
    /// - Throws: as `put`: `full`, `tooManyKeys`, `flash`. The value is what it was then.
    public mutating func set<Value>(_ setting: Setting<Value>, to value: Value) throws(LogError) {
        let bits = value.settingBits
        var stored = InlineArray<9, UInt8>(repeating: Value.typeCode)
        for index in 0..<8 { stored[index + 1] = UInt8(truncatingIfNeeded: bits &>> UInt64(index * 8)) }
        try put(setting.key, stored.span)
    }
}
