// The pins of the board's expansion connector, by the names that are printed beside them (Arm AN386 section 3.11).

/// Which pin, as a type.
public protocol PinIdentity {
    /// From EXP0 on: sixteen to a port, GPIO0 first.
    static var number: Int { get }
}

/// Pin 0 of GPIO0.
public enum EXP0: PinIdentity { public static var number: Int { 0 } }
/// Pin 1 of GPIO0.
public enum EXP1: PinIdentity { public static var number: Int { 1 } }
/// Pin 2 of GPIO0.
public enum EXP2: PinIdentity { public static var number: Int { 2 } }
/// Pin 3 of GPIO0.
public enum EXP3: PinIdentity { public static var number: Int { 3 } }
/// Pin 4 of GPIO0.
public enum EXP4: PinIdentity { public static var number: Int { 4 } }
/// Pin 5 of GPIO0.
public enum EXP5: PinIdentity { public static var number: Int { 5 } }
/// Pin 6 of GPIO0.
public enum EXP6: PinIdentity { public static var number: Int { 6 } }
/// Pin 7 of GPIO0.
public enum EXP7: PinIdentity { public static var number: Int { 7 } }
/// Pin 8 of GPIO0.
public enum EXP8: PinIdentity { public static var number: Int { 8 } }
/// Pin 9 of GPIO0.
public enum EXP9: PinIdentity { public static var number: Int { 9 } }
/// Pin 10 of GPIO0.
public enum EXP10: PinIdentity { public static var number: Int { 10 } }
/// Pin 11 of GPIO0.
public enum EXP11: PinIdentity { public static var number: Int { 11 } }
/// Pin 12 of GPIO0.
public enum EXP12: PinIdentity { public static var number: Int { 12 } }
/// Pin 13 of GPIO0.
public enum EXP13: PinIdentity { public static var number: Int { 13 } }
/// Pin 14 of GPIO0.
public enum EXP14: PinIdentity { public static var number: Int { 14 } }
/// Pin 15 of GPIO0.
public enum EXP15: PinIdentity { public static var number: Int { 15 } }
/// Pin 0 of GPIO1.
public enum EXP16: PinIdentity { public static var number: Int { 16 } }
/// Pin 1 of GPIO1.
public enum EXP17: PinIdentity { public static var number: Int { 17 } }
/// Pin 2 of GPIO1.
public enum EXP18: PinIdentity { public static var number: Int { 18 } }
/// Pin 3 of GPIO1.
public enum EXP19: PinIdentity { public static var number: Int { 19 } }
/// Pin 4 of GPIO1.
public enum EXP20: PinIdentity { public static var number: Int { 20 } }
/// Pin 5 of GPIO1.
public enum EXP21: PinIdentity { public static var number: Int { 21 } }
/// Pin 6 of GPIO1.
public enum EXP22: PinIdentity { public static var number: Int { 22 } }
/// Pin 7 of GPIO1.
public enum EXP23: PinIdentity { public static var number: Int { 23 } }
/// Pin 8 of GPIO1.
public enum EXP24: PinIdentity { public static var number: Int { 24 } }
/// Pin 9 of GPIO1.
public enum EXP25: PinIdentity { public static var number: Int { 25 } }
/// Pin 10 of GPIO1.
public enum EXP26: PinIdentity { public static var number: Int { 26 } }
/// Pin 11 of GPIO1.
public enum EXP27: PinIdentity { public static var number: Int { 27 } }
/// Pin 12 of GPIO1.
public enum EXP28: PinIdentity { public static var number: Int { 28 } }
/// Pin 13 of GPIO1.
public enum EXP29: PinIdentity { public static var number: Int { 29 } }
/// Pin 14 of GPIO1.
public enum EXP30: PinIdentity { public static var number: Int { 30 } }
/// Pin 15 of GPIO1.
public enum EXP31: PinIdentity { public static var number: Int { 31 } }
/// Pin 0 of GPIO2.
public enum EXP32: PinIdentity { public static var number: Int { 32 } }
/// Pin 1 of GPIO2.
public enum EXP33: PinIdentity { public static var number: Int { 33 } }
/// Pin 2 of GPIO2.
public enum EXP34: PinIdentity { public static var number: Int { 34 } }
/// Pin 3 of GPIO2.
public enum EXP35: PinIdentity { public static var number: Int { 35 } }
/// Pin 4 of GPIO2.
public enum EXP36: PinIdentity { public static var number: Int { 36 } }
/// Pin 5 of GPIO2.
public enum EXP37: PinIdentity { public static var number: Int { 37 } }
/// Pin 6 of GPIO2.
public enum EXP38: PinIdentity { public static var number: Int { 38 } }
/// Pin 7 of GPIO2.
public enum EXP39: PinIdentity { public static var number: Int { 39 } }
/// Pin 8 of GPIO2.
public enum EXP40: PinIdentity { public static var number: Int { 40 } }
/// Pin 9 of GPIO2.
public enum EXP41: PinIdentity { public static var number: Int { 41 } }
/// Pin 10 of GPIO2.
public enum EXP42: PinIdentity { public static var number: Int { 42 } }
/// Pin 11 of GPIO2.
public enum EXP43: PinIdentity { public static var number: Int { 43 } }
/// Pin 12 of GPIO2.
public enum EXP44: PinIdentity { public static var number: Int { 44 } }
/// Pin 13 of GPIO2.
public enum EXP45: PinIdentity { public static var number: Int { 45 } }
/// Pin 14 of GPIO2.
public enum EXP46: PinIdentity { public static var number: Int { 46 } }
/// Pin 15 of GPIO2.
public enum EXP47: PinIdentity { public static var number: Int { 47 } }
/// Pin 0 of GPIO3.
public enum EXP48: PinIdentity { public static var number: Int { 48 } }
/// Pin 1 of GPIO3.
public enum EXP49: PinIdentity { public static var number: Int { 49 } }
/// Pin 2 of GPIO3.
public enum EXP50: PinIdentity { public static var number: Int { 50 } }
/// Pin 3 of GPIO3.
public enum EXP51: PinIdentity { public static var number: Int { 51 } }
