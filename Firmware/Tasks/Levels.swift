// Interrupt priorities as global actors. State isolated to a level can only be touched by code of that level,
// and the interrupt controller never lets two pieces of code of one level overlap: so a data race between
// levels does not compile.
import CortexM
@_exported import Failures

/// An interrupt priority, from 1, the least urgent, to 8. Thread mode is the `MainActor`, below all.
public protocol InterruptLevel: GlobalActor {
    /// The level's number, 1 to 8: the higher, the more urgent.
    static var number: Int { get }
}

extension InterruptLevel {
    /// What the interrupt controller calls the level: the lower, the more urgent. Chips with 4 priority bits
    /// see 0x10 for level 8 to 0x80 for level 1; 0 is left to faults.
    @inlinable @inline(__always)
    public static var priority: UInt8 { UInt8(truncatingIfNeeded: (9 &- number) &* 16) }

    /// For `withTaskExecutorPreference`: has a task's `@concurrent` code run at this level.
    public static var taskExecutor: LevelTaskExecutor { LevelTaskExecutor(level: number) }

    /// Makes `handler` answer the line at this level's priority and lets it interrupt.
    @inline(__always)
    static func install(_ handler: InterruptHandler, for line: InterruptLine) {
        VectorTable.set(handler, for: line)
        NVIC.setPriority(priority, of: line)
        NVIC.clearPending(line)
        NVIC.enable(line)
    }

    @inline(__always)
    static func install(_ handler: InterruptHandler, for exception: SystemException) {
        VectorTable.set(handler, for: exception)
        SystemControl.setPriority(priority, of: exception)
    }
}

// A level's `bind` takes a function isolated to that level, which no generic signature can say; so each level
// spells its own. What they share is above.
//
// SAFETY of each `unsafeBitCast`: isolation is part of a function's type and not of its representation. The
// line is given the level's priority in the same step, so the handler runs only where the level's code does.
// It is wrapped because a bare function passed to a generic function is another function, which calls it.

/// Level 1, the least urgent interrupt level.
@globalActor
public final actor Level1: GlobalActor, AtLeastLevel1 {
    public static let shared = Level1()
    public static var number: Int { 1 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(1) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level1 () -> Void) {
        struct Isolated { let call: @Level1 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }
}

/// Level 2.
@globalActor
public final actor Level2: GlobalActor, AtLeastLevel2 {
    public static let shared = Level2()
    public static var number: Int { 2 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(2) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level2 () -> Void) {
        struct Isolated { let call: @Level2 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }
}

/// Level 3.
@globalActor
public final actor Level3: GlobalActor, AtLeastLevel3 {
    public static let shared = Level3()
    public static var number: Int { 3 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(3) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level3 () -> Void) {
        struct Isolated { let call: @Level3 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }
}

/// Level 4.
@globalActor
public final actor Level4: GlobalActor, AtLeastLevel4 {
    public static let shared = Level4()
    public static var number: Int { 4 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(4) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level4 () -> Void) {
        struct Isolated { let call: @Level4 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }
}

/// Level 5.
@globalActor
public final actor Level5: GlobalActor, AtLeastLevel5 {
    public static let shared = Level5()
    public static var number: Int { 5 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(5) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level5 () -> Void) {
        struct Isolated { let call: @Level5 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }
}

/// Level 6.
@globalActor
public final actor Level6: GlobalActor, AtLeastLevel6 {
    public static let shared = Level6()
    public static var number: Int { 6 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(6) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level6 () -> Void) {
        struct Isolated { let call: @Level6 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }
}

/// Level 7.
@globalActor
public final actor Level7: GlobalActor, AtLeastLevel7 {
    public static let shared = Level7()
    public static var number: Int { 7 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(7) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level7 () -> Void) {
        struct Isolated { let call: @Level7 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }
}

/// Level 8, the most urgent.
@globalActor
public final actor Level8: GlobalActor, AtLeastLevel8 {
    public static let shared = Level8()
    public static var number: Int { 8 }
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor { levelExecutor(8) }

    /// Makes `handler`, which may not capture, answer `line` at this level. Task context, during start-up.
    public static func bind(_ line: InterruptLine, to handler: @escaping @Level8 () -> Void) {
        struct Isolated { let call: @Level8 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: line)
    }

    /// The same for an exception of the core: the clock's.
    static func bind(_ exception: SystemException, to handler: @escaping @Level8 () -> Void) {
        struct Isolated { let call: @Level8 () -> Void }
        install(unsafeBitCast(Isolated(call: handler), to: InterruptHandler.self), for: exception)
    }
}
