// The pins of the board's expansion connector, by the names that are printed beside them (Arm AN386 section 3.11).

/// Which pin, as a type.
public protocol PinIdentity {
    /// From EXP0 on: sixteen to a port, GPIO0 first.
    static var number: Int { get }
}

public enum EXP0: PinIdentity { public static var number: Int { 0 } }
public enum EXP1: PinIdentity { public static var number: Int { 1 } }
public enum EXP2: PinIdentity { public static var number: Int { 2 } }
public enum EXP3: PinIdentity { public static var number: Int { 3 } }
public enum EXP4: PinIdentity { public static var number: Int { 4 } }
public enum EXP5: PinIdentity { public static var number: Int { 5 } }
public enum EXP6: PinIdentity { public static var number: Int { 6 } }
public enum EXP7: PinIdentity { public static var number: Int { 7 } }
public enum EXP8: PinIdentity { public static var number: Int { 8 } }
public enum EXP9: PinIdentity { public static var number: Int { 9 } }
public enum EXP10: PinIdentity { public static var number: Int { 10 } }
public enum EXP11: PinIdentity { public static var number: Int { 11 } }
public enum EXP12: PinIdentity { public static var number: Int { 12 } }
public enum EXP13: PinIdentity { public static var number: Int { 13 } }
public enum EXP14: PinIdentity { public static var number: Int { 14 } }
public enum EXP15: PinIdentity { public static var number: Int { 15 } }
public enum EXP16: PinIdentity { public static var number: Int { 16 } }
public enum EXP17: PinIdentity { public static var number: Int { 17 } }
public enum EXP18: PinIdentity { public static var number: Int { 18 } }
public enum EXP19: PinIdentity { public static var number: Int { 19 } }
public enum EXP20: PinIdentity { public static var number: Int { 20 } }
public enum EXP21: PinIdentity { public static var number: Int { 21 } }
public enum EXP22: PinIdentity { public static var number: Int { 22 } }
public enum EXP23: PinIdentity { public static var number: Int { 23 } }
public enum EXP24: PinIdentity { public static var number: Int { 24 } }
public enum EXP25: PinIdentity { public static var number: Int { 25 } }
public enum EXP26: PinIdentity { public static var number: Int { 26 } }
public enum EXP27: PinIdentity { public static var number: Int { 27 } }
public enum EXP28: PinIdentity { public static var number: Int { 28 } }
public enum EXP29: PinIdentity { public static var number: Int { 29 } }
public enum EXP30: PinIdentity { public static var number: Int { 30 } }
public enum EXP31: PinIdentity { public static var number: Int { 31 } }
public enum EXP32: PinIdentity { public static var number: Int { 32 } }
public enum EXP33: PinIdentity { public static var number: Int { 33 } }
public enum EXP34: PinIdentity { public static var number: Int { 34 } }
public enum EXP35: PinIdentity { public static var number: Int { 35 } }
public enum EXP36: PinIdentity { public static var number: Int { 36 } }
public enum EXP37: PinIdentity { public static var number: Int { 37 } }
public enum EXP38: PinIdentity { public static var number: Int { 38 } }
public enum EXP39: PinIdentity { public static var number: Int { 39 } }
public enum EXP40: PinIdentity { public static var number: Int { 40 } }
public enum EXP41: PinIdentity { public static var number: Int { 41 } }
public enum EXP42: PinIdentity { public static var number: Int { 42 } }
public enum EXP43: PinIdentity { public static var number: Int { 43 } }
public enum EXP44: PinIdentity { public static var number: Int { 44 } }
public enum EXP45: PinIdentity { public static var number: Int { 45 } }
public enum EXP46: PinIdentity { public static var number: Int { 46 } }
public enum EXP47: PinIdentity { public static var number: Int { 47 } }
public enum EXP48: PinIdentity { public static var number: Int { 48 } }
public enum EXP49: PinIdentity { public static var number: Int { 49 } }
public enum EXP50: PinIdentity { public static var number: Int { 50 } }
public enum EXP51: PinIdentity { public static var number: Int { 51 } }
