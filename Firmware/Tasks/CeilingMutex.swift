// The lock between levels: a mutex with a priority ceiling.
//
// Code that touches what a more urgent level touches too must keep that level from running meanwhile. Masking every
// interrupt does it, and makes all wait; raising its own priority to that of the most urgent level that shares, the
// ceiling (L. Sha, R. Rajkumar, J. P. Lehoczky, "Priority Inheritance Protocols", 1990), lets the more urgent ones
// come. It is the immediate form of that protocol, which POSIX and Ada call priority protection and ceiling locking. On one
// core nothing more is needed: who runs has the lock, and there is nothing to wait for or to deadlock.
import CortexM
import Memory

/// A mutex with a priority ceiling, and the value it guards, which levels up to `Ceiling` share. Each gets at it with its own
/// `withLock`, which holds back the interrupts of the levels up to the ceiling. The compiler refuses a level above the ceiling.
///
///     private let drops = CeilingMutex<Level5, UInt32>(0)
///
///     Level5.bind(line) { Level5.withLock(drops) { $0 &+= 1 } }
///     startTask("report") { @MainActor in
///         let count = MainActor.withLock(drops) { $0 }
///     }
///
/// What a body gives back is `Sendable`: a reference to what the lock guards would be used outside of it. A body that locks
/// the same value again is a fault, since each of the two would be the only one to change it.
///
/// Cost: the value and a byte; a lock and its end 10 instructions. Context: any up to the ceiling.
public struct CeilingMutex<Ceiling: InterruptLevel, Value>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: only code of levels up to the ceiling touches the value, and while one does the others
    // cannot run. What goes in is `sending`, and what comes out is `Sendable`.
    private let value: Pinned<Value>
    private let isLocked = Pinned(false)

    /// Shares `value` among the levels up to the ceiling.
    public init(_ value: sending Value) { self.value = Pinned(value) }

    @inline(__always)
    func access<Result: Sendable>(_ body: (inout sending Value) -> Result) -> Result {
        let base = BasePriority.raise(to: Ceiling.priority)
        defer { base.restore() }
        guard !isLocked.pointer.pointee else { stop("a shared value was locked inside its own lock; level", Ceiling.number) }
        isLocked.pointer.pointee = true
        defer { isLocked.pointer.pointee = false }
        return body(&value.pointer.pointee)
    }
}

extension MainActor {
    /// Runs `body` with the value that thread mode shares with levels up to `Ceiling`, which are held back meanwhile.
    @MainActor @inline(__always)
    public static func withLock<Ceiling: InterruptLevel, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

// A level's `withLock` is isolated to it and takes only ceilings at or above it, which no generic signature can say
// for all of them; so each level spells its own.

/// A level from 1 to 8: a ceiling of what level 1 shares.
public protocol AtLeastLevel1: InterruptLevel {}

extension Level1 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level1 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel1, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

/// A level from 2 to 8: a ceiling of what level 2 shares.
public protocol AtLeastLevel2: AtLeastLevel1 {}

extension Level2 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level2 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel2, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

/// A level from 3 to 8: a ceiling of what level 3 shares.
public protocol AtLeastLevel3: AtLeastLevel2 {}

extension Level3 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level3 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel3, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

/// A level from 4 to 8: a ceiling of what level 4 shares.
public protocol AtLeastLevel4: AtLeastLevel3 {}

extension Level4 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level4 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel4, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

/// A level from 5 to 8: a ceiling of what level 5 shares.
public protocol AtLeastLevel5: AtLeastLevel4 {}

extension Level5 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level5 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel5, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

/// A level from 6 to 8: a ceiling of what level 6 shares.
public protocol AtLeastLevel6: AtLeastLevel5 {}

extension Level6 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level6 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel6, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

/// A level from 7 to 8: a ceiling of what level 7 shares.
public protocol AtLeastLevel7: AtLeastLevel6 {}

extension Level7 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level7 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel7, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}

/// Level 8: a ceiling of what level 8 shares.
public protocol AtLeastLevel8: AtLeastLevel7 {}

extension Level8 {
    /// Runs `body` with the value that this level shares with others up to `Ceiling`, which are held back meanwhile.
    @Level8 @inline(__always)
    public static func withLock<Ceiling: AtLeastLevel8, Value, Result: Sendable>(
        _ mutex: borrowing CeilingMutex<Ceiling, Value>, _ body: (inout sending Value) -> Result
    ) -> Result { mutex.access(body) }
}
