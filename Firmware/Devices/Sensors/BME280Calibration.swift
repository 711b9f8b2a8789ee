// What the BME280's raw values mean: the compensation of its data sheet's section 4.2.3, in integers.
import Units

/// The coefficients that one sensor was calibrated to, under the data sheet's names (table 16).
struct Calibration: Sendable {
    private let t1: Int32, t2: Int32, t3: Int32
    private let p1: Int64, p2: Int64, p3: Int64, p4: Int64, p5: Int64, p6: Int64, p7: Int64, p8: Int64, p9: Int64
    private let h1: Int32, h2: Int32, h3: Int32, h4: Int32, h5: Int32, h6: Int32

    /// From registers 0x88 to 0xA1 and 0xE1 to 0xE7.
    init(_ first: InlineArray<26, UInt8>, _ second: InlineArray<7, UInt8>) {
        func unsigned(_ index: Int) -> UInt16 { UInt16(first[index + 1]) << 8 | UInt16(first[index]) }
        func signed(_ index: Int) -> Int16 { Int16(bitPattern: unsigned(index)) }
        t1 = Int32(unsigned(0))
        t2 = Int32(signed(2))
        t3 = Int32(signed(4))
        p1 = Int64(unsigned(6))
        p2 = Int64(signed(8))
        p3 = Int64(signed(10))
        p4 = Int64(signed(12))
        p5 = Int64(signed(14))
        p6 = Int64(signed(16))
        p7 = Int64(signed(18))
        p8 = Int64(signed(20))
        p9 = Int64(signed(22))
        h1 = Int32(first[25])
        h2 = Int32(Int16(bitPattern: UInt16(second[1]) << 8 | UInt16(second[0])))
        h3 = Int32(second[2])
        // Two of 12 bits, which share a byte.
        h4 = Int32(Int8(bitPattern: second[3])) << 4 | Int32(second[4] & 0xF)
        h5 = Int32(Int8(bitPattern: second[5])) << 4 | Int32(second[4] >> 4)
        h6 = Int32(Int8(bitPattern: second[6]))
    }

    /// From registers 0xF7 to 0xFE: pressure and temperature of 20 bits, humidity of 16.
    func weather(from data: InlineArray<8, UInt8>) -> Weather {
        let pressure = Int32(data[0]) << 12 | Int32(data[1]) << 4 | Int32(data[2] >> 4)
        let temperature = Int32(data[3]) << 12 | Int32(data[4]) << 4 | Int32(data[5] >> 4)
        let humidity = Int32(data[6]) << 8 | Int32(data[7])
        let fine = fineTemperature(temperature)
        return Weather(
            temperature: .zeroCelsius + (fine &* 5 &+ 128) >> 8 * .millikelvins(10),
            pressure: .pascals(compensated(pressure: pressure, fine)),
            humidity: compensated(humidity: humidity, fine) * .partsPerMillion(10))
    }

    /// The temperature in 5120ths of a degree, which the others depend on.
    private func fineTemperature(_ raw: Int32) -> Int32 {
        let linear = (((raw >> 3) &- (t1 << 1)) &* t2) >> 11
        let difference = (raw >> 4) &- t1
        return linear &+ ((((difference &* difference) >> 12) &* t3) >> 14)
    }

    private func compensated(pressure raw: Int32, _ fine: Int32) -> UInt32 {
        let offset = Int64(fine) &- 128_000
        let curve = offset &* offset &* p6 &+ (offset &* p5) << 17 &+ p4 << 35
        var scale = (offset &* offset &* p3) >> 8 &+ (offset &* p2) << 12
        scale = ((1 << 47 &+ scale) &* p1) >> 33
        guard scale != 0 else { return 0 }
        var value = ((Int64(1_048_576 &- raw) << 31 &- curve) &* 3125) / scale
        value = (value &+ (p9 &* (value >> 13) &* (value >> 13)) >> 25 &+ (p8 &* value) >> 19) >> 8 &+ p7 << 4
        // In 256ths of a pascal.
        return UInt32(truncatingIfNeeded: value >> 8)
    }

    private func compensated(humidity raw: Int32, _ fine: Int32) -> UInt32 {
        let offset = fine &- 76_800
        let slope = (((offset &* h6) >> 10) &* (((offset &* h3) >> 11) &+ 32_768)) >> 10 &+ 2_097_152
        let linear = (raw << 14 &- h4 << 20 &- h5 &* offset &+ 16_384) >> 15
        var value = linear &* ((slope &* h2 &+ 8192) >> 14)
        value = value &- (((((value >> 15) &* (value >> 15)) >> 7) &* h1) >> 4)
        // From 0 to 100 percent, in 2^22ths.
        let bounded = Int64(max(0, min(value, 419_430_400)) >> 12)
        return UInt32(truncatingIfNeeded: (bounded * 1000) >> 10)
    }
}
