// Computations with quantities, each beside the same with bare numbers.
import Units

// MARK: - Arithmetic

@_silgen_name("quantity_sum")
public func quantitySum(_ left: Frequency, _ right: Frequency) -> Frequency { left + right }
@_silgen_name("number_sum")
public func numberSum(_ left: UInt32, _ right: UInt32) -> UInt32 { left + right }

@_silgen_name("quantity_comparison")
public func quantityComparison(_ left: Microvolts, _ right: Microvolts) -> Bool { left > right }
@_silgen_name("number_comparison")
public func numberComparison(_ left: Int32, _ right: Int32) -> Bool { left > right }

@_silgen_name("quantity_division")
public func quantityDivision(_ clock: Frequency, _ rate: Frequency) -> UInt32 { clock / rate }
@_silgen_name("number_division")
public func numberDivision(_ clock: UInt32, _ rate: UInt32) -> UInt32 { clock / rate }

@_silgen_name("quantity_product")
public func quantityProduct(_ mass: Mass, _ acceleration: Acceleration) -> Force { mass * acceleration }
@_silgen_name("number_product")
public func numberProduct(_ mass: Float, _ acceleration: Float) -> Float { mass * acceleration }

@_silgen_name("quantity_reciprocal")
public func quantityReciprocal(_ time: Time) -> Quantity<Hertz, Float> { 1 / time }
@_silgen_name("number_reciprocal")
public func numberReciprocal(_ time: Float) -> Float { 1 / time }

@_silgen_name("quantity_expression")
public func quantityExpression(_ voltage: Voltage, _ resistance: Resistance, _ time: Time) -> Energy {
    voltage * (voltage / resistance) * time
}
@_silgen_name("number_expression")
public func numberExpression(_ voltage: Float, _ resistance: Float, _ time: Float) -> Float {
    voltage * (voltage / resistance) * time
}

// MARK: - Units

@_silgen_name("quantity_constant")
public func quantityConstant() -> Frequency { 168.megahertz }
@_silgen_name("number_constant")
public func numberConstant() -> UInt32 { 168_000_000 }

@_silgen_name("quantity_floating_constant")
public func quantityFloatingConstant() -> Voltage { 3300.millivolts }
@_silgen_name("number_floating_constant")
public func numberFloatingConstant() -> Float { 3.3 }

@_silgen_name("quantity_limit")
public func quantityLimit(_ clock: Frequency) -> Bool { clock <= 42.megahertz }
@_silgen_name("number_limit")
public func numberLimit(_ clock: UInt32) -> Bool { clock <= 42_000_000 }

@_silgen_name("quantity_interval")
public func quantityInterval() -> Interval { .milliseconds(5) }
@_silgen_name("number_interval")
public func numberInterval() -> Int64 { 5000 }

@_silgen_name("quantity_factory")
public func quantityFactory(_ count: Int32) -> Microvolts { .millivolts(count) }
@_silgen_name("number_factory")
public func numberFactory(_ count: Int32) -> Int32 { count * 1000 }

@_silgen_name("quantity_conversion")
public func quantityConversion(_ voltage: Voltage) -> Float { voltage.value(in: .millivolts) }
@_silgen_name("number_conversion")
public func numberConversion(_ voltage: Float) -> Float { voltage * 1000 }

@_silgen_name("quantity_exact_conversion")
public func quantityExactConversion(_ frequency: Frequency) -> UInt32 {
    guard let megahertz = frequency.value(in: .megahertz) else { return 0 }
    return megahertz
}
@_silgen_name("number_exact_conversion")
public func numberExactConversion(_ frequency: UInt32) -> UInt32 {
    guard frequency % 1_000_000 == 0 else { return 0 }
    return frequency / 1_000_000
}

@_silgen_name("quantity_from_an_integer")
public func quantityFromAnInteger(_ voltage: Microvolts) -> Voltage { Voltage(voltage) }
@_silgen_name("number_from_an_integer")
public func numberFromAnInteger(_ voltage: Int32) -> Float { Float(voltage) / 1_000_000 }

// MARK: - Temperatures

@_silgen_name("quantity_temperature_limit")
public func quantityTemperatureLimit(_ temperature: Temperature) -> Bool { temperature > .celsius(60) }
@_silgen_name("number_temperature_limit")
public func numberTemperatureLimit(_ microkelvins: Int32) -> Bool { microkelvins > 333_150_000 }

@_silgen_name("quantity_temperature_difference")
public func quantityTemperatureDifference(_ left: Temperature, _ right: Temperature) -> TemperatureDifference { left - right }
@_silgen_name("number_temperature_difference")
public func numberTemperatureDifference(_ left: Int32, _ right: Int32) -> Int32 { left - right }
