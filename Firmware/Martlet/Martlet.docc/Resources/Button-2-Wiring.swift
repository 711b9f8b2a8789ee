import STM32F4Discovery

/// The user button, on PA0, which is high while it is pressed. Call it once.
public func makeButton() -> EdgeInput {
    guard let pin = PA0.take(), let line = EXTI0.take() else {
        fatalError("the button's pin is in use")
    }
    return EdgeInput(pin.asInput(), line: line, on: .rising)
}

/// The blue LED, on PD15, turned off. Call it once.
public func makeLamp() -> SharedOutput {
    guard let pin = PD15.take() else { fatalError("the lamp's pin is in use") }
    return pin.asOutput().shared()
}
