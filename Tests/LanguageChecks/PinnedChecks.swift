// A value that holds a pointer into itself, in the frame of a task that waits: what `Pinned` is for.
import Memory
import Tasks

/// Written by hand as the compiler would write a generator: what it gives next is where its cursor points, and the
/// cursor points into it. Moved, it would give what has become of its old place.
private struct Digits {
    private var digits: (UInt32, UInt32) = (4, 2)
    private var cursor: UnsafeMutablePointer<UInt32>?

    /// The value's own place, which must not change from here on.
    static func start(_ digits: UnsafeMutablePointer<Digits>) {
        // SAFETY: the first field is where the value is, and two words long.
        digits.pointee.cursor = UnsafeMutableRawPointer(digits).assumingMemoryBound(to: UInt32.self)
    }

    mutating func poll() -> UInt32 {
        // SAFETY: the cursor points into `digits`, which lies where it did at `start`; two polls stay within.
        let digit = cursor!.pointee
        cursor = cursor! + 1
        return digit
    }

    /// Whether the cursor points into this very value.
    mutating func isWhole() -> Bool {
        withUnsafeMutablePointer(to: &digits) { digits in
            let distance = UInt(bitPattern: cursor) &- UInt(bitPattern: digits)
            return distance <= UInt(MemoryLayout<(UInt32, UInt32)>.size)
        }
    }
}

@MainActor
enum PinnedChecks {
    static func run(_ expect: Expectation, note: AddressNote) async {
        let pinned = Pinned(Digits())
        // SAFETY: `pinned` lives until this function ends, and nothing else has the pointer.
        let digits = pinned.pointer
        Digits.start(digits)
        let before = UInt(bitPattern: pinned.pointer)
        note("a pinned value before its first poll", before)
        var number = digits.pointee.poll()
        // The stack this runs on is another one's behind each of these, and the frame's place is not.
        await sleep(for: .milliseconds(1))
        _ = await elsewhere()
        number = number * 10 + digits.pointee.poll()
        let behind = UInt(bitPattern: pinned.pointer)
        note("and after its second", behind)
        expect("a pinned value that points into itself, polled across waits", number, 42)
        expect("it is where it was", behind == before ? 1 : 0, 1)
        expect("and points into itself still", digits.pointee.isWhole() ? 1 : 0, 1)
    }

    @Level4
    private static func elsewhere() -> UInt32 { UInt32(Dispatcher.runningLevel) }
}
