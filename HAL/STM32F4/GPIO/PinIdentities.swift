// The chip's pins as types, so that what a pin can do is known when a program is compiled (DS8626 table 7, ports A to E of
// the packages with 64 and 100 pins, and the crystal's pins).

/// A pin of the chip: which port, and which of its 16.
public protocol PinIdentity {
    /// The port's number, A being 0, and the pin's in it.
    static var port: Int { get }
    static var number: Int { get }
    /// The interrupt line that the pin may be connected to: one for each number, whatever the port.
    associatedtype Line: ExternalLine
}

// MARK: - Port A

public enum PA0: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
public enum PA1: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
public enum PA2: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
public enum PA3: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
public enum PA4: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
public enum PA5: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
public enum PA6: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
public enum PA7: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
public enum PA8: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
public enum PA9: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
public enum PA10: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
public enum PA11: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
public enum PA12: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
public enum PA13: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
public enum PA14: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
public enum PA15: PinIdentity {
    public static var port: Int { 0 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port B

public enum PB0: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
public enum PB1: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
public enum PB2: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
public enum PB3: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
public enum PB4: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
public enum PB5: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
public enum PB6: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
public enum PB7: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
public enum PB8: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
public enum PB9: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
public enum PB10: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
public enum PB11: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
public enum PB12: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
public enum PB13: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
public enum PB14: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
public enum PB15: PinIdentity {
    public static var port: Int { 1 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port C

public enum PC0: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
public enum PC1: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
public enum PC2: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
public enum PC3: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
public enum PC4: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
public enum PC5: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
public enum PC6: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
public enum PC7: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
public enum PC8: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
public enum PC9: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
public enum PC10: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
public enum PC11: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
public enum PC12: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
public enum PC13: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
public enum PC14: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
public enum PC15: PinIdentity {
    public static var port: Int { 2 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port D

public enum PD0: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
public enum PD1: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
public enum PD2: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
public enum PD3: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
public enum PD4: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
public enum PD5: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
public enum PD6: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
public enum PD7: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
public enum PD8: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
public enum PD9: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
public enum PD10: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
public enum PD11: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
public enum PD12: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
public enum PD13: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
public enum PD14: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
public enum PD15: PinIdentity {
    public static var port: Int { 3 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port E

public enum PE0: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
public enum PE1: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
public enum PE2: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 2 }
    public typealias Line = EXTI2
}
public enum PE3: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 3 }
    public typealias Line = EXTI3
}
public enum PE4: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 4 }
    public typealias Line = EXTI4
}
public enum PE5: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 5 }
    public typealias Line = EXTI5
}
public enum PE6: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 6 }
    public typealias Line = EXTI6
}
public enum PE7: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 7 }
    public typealias Line = EXTI7
}
public enum PE8: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 8 }
    public typealias Line = EXTI8
}
public enum PE9: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 9 }
    public typealias Line = EXTI9
}
public enum PE10: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 10 }
    public typealias Line = EXTI10
}
public enum PE11: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 11 }
    public typealias Line = EXTI11
}
public enum PE12: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 12 }
    public typealias Line = EXTI12
}
public enum PE13: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 13 }
    public typealias Line = EXTI13
}
public enum PE14: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 14 }
    public typealias Line = EXTI14
}
public enum PE15: PinIdentity {
    public static var port: Int { 4 }
    public static var number: Int { 15 }
    public typealias Line = EXTI15
}

// MARK: - Port H

public enum PH0: PinIdentity {
    public static var port: Int { 7 }
    public static var number: Int { 0 }
    public typealias Line = EXTI0
}
public enum PH1: PinIdentity {
    public static var port: Int { 7 }
    public static var number: Int { 1 }
    public typealias Line = EXTI1
}
