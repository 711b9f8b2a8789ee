// Memory functions come from newlib: that they are there, whole, and of the right calling convention.
import OnTargetHarness

@MainActor
enum MemoryFunctionTests {
    static func run() {
        var bytes = InlineArray<64, UInt8>(repeating: 0x5A)
        for index in 0..<64 { bytes[index] = UInt8(index) }
        let copy = bytes
        var sum: UInt32 = 0
        for index in 0..<64 { sum += UInt32(copy[index]) }
        Harness.expect("a copy of 64 bytes", sum, equals: 2016)
        var span = bytes.mutableSpan
        span.withUnsafeMutableBytes { $0.baseAddress!.advanced(by: 1).copyMemory(from: $0.baseAddress!, byteCount: 32) }
        Harness.expect("an overlapping move", UInt32(bytes[32]), equals: 31)
        Harness.expect("64-bit division", UInt32(truncatingIfNeeded: dividend / divisor), equals: 1_000_003)
        Harness.expect("64-bit remainder", UInt32(truncatingIfNeeded: dividend % divisor), equals: 17)
    }

    // Variables, so that the compiler does not divide.
    private static var dividend: UInt64 = 1_000_003 * 4_294_967_311 + 17
    private static var divisor: UInt64 = 4_294_967_311
}
