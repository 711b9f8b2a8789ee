// What `print` and the parts of the standard library that need something linked, or a heap of blocks.
import CortexM
import Synchronization
import Tasks

class Base { func number() async -> Int { 1 } }
final class Derived: Base {
    override func number() async -> Int {
        await Task.yield()
        return 2
    }
}
private let wide = Atomic<UInt64>(1 << 40)

@MainActor
func checkStrings() async {
    print("a static string")
    var greeting = "hallo"
    greeting += " welt \u{e9}\u{1F44B}\u{1F3FD}"
    print("\(greeting): \(greeting.count) characters, \(greeting.utf8.count) bytes, \(greeting.hasPrefix("hal"))")
    let set: Set<Int> = [1, 2, 2]
    var ages: [String: Int] = [:]
    ages["abc"] = 6
    print("set of \(set.count), dictionary \(ages["abc"] ?? -1)")
    var range = 0
    // That one of eight values is missing is less likely than 1 in 10^28.
    for _ in 0..<512 { range |= 1 << Int.random(in: 0..<8) }
    print("random \(range)")
    let number = 2.5
    print("\(number.rounded(.up)) \(number.rounded(.down)) \(number.squareRoot()) \((-2.5 as Float).rounded())")
    wide.add(1, ordering: .relaxed)
    let (exchanged, original) = wide.compareExchange(expected: 1 << 40 + 1, desired: 5, ordering: .relaxed)
    print("\(exchanged) \(original) \(wide.load(ordering: .relaxed))")
    let object: Base = Derived()
    print("overridden \(await object.number())")
    print(
        "\(Interval.milliseconds(3)) \(Interval.microseconds(-1_500_000)) \(Instant(microseconds: 2_000_001)) \(Instant.never)")
    let before = SystemClock.now
    SystemClock.block(for: .microseconds(1500))
    let between = SystemClock.now
    withInterruptsMasked { SystemClock.block(for: .microseconds(1500)) }
    print("blocked \((between - before).microseconds / 10) \((SystemClock.now - between).microseconds / 10)")
}
