// `Clock`, `Duration` and `Task.sleep`.
import Tasks

/// A clock in the hands of code that does not know which.
private struct Stopwatch<C: Clock> where C.Duration == Duration {
    let clock: C

    /// How long `count` waits of `duration` take, in microseconds.
    func time(_ duration: Duration, count: Int) async -> Int64 {
        let start = clock.now
        for _ in 0..<count { try? await clock.sleep(until: clock.now.advanced(by: duration), tolerance: nil) }
        return Interval(start.duration(to: clock.now)).microseconds
    }
}

@MainActor
enum ClockChecks {
    static func run(_ expect: Expectation) async {
        durations(expect)
        await sleeps(expect)
    }

    private static func durations(_ expect: Expectation) {
        expect("a duration in microseconds", UInt32(Interval(Duration.milliseconds(5)).microseconds), 5000)
        expect("rounded up", UInt32(Interval(Duration.nanoseconds(1001)).microseconds), 2)
        expect("a negative one", UInt32(-Interval(Duration.microseconds(-1500)).microseconds), 1500)
        let years = Duration.seconds(6_000_000_123 as Int64)
        expect("a long one", UInt32(Interval(years).microseconds % 4_000_000_000), 123_000_000)
        expect("and back", Duration(Interval(years)) == years ? 1 : 0, 1)
        let tooLong = Duration(secondsComponent: .max, attosecondsComponent: 0)
        expect("one that no interval holds", Interval(tooLong).microseconds == .max ? 1 : 0, 1)
        let later = ContinuousClock.now + tooLong
        expect("nor the clock", later.onSystemClock.microseconds == .max ? 1 : 0, 1)
    }

    private static func sleeps(_ expect: Expectation) async {
        let start = ContinuousClock.now
        var interrupted: UInt32 = 0
        do { try await Task.sleep(for: .milliseconds(5)) } catch { interrupted += 1 }
        let slept = ContinuousClock.now - start
        expect("Task.sleep(for:) is not shorter", slept >= .milliseconds(5) ? 1 : 0, 1)
        expect("nor much longer", slept < .milliseconds(7) ? 1 : 0, 1)

        let deadline = ContinuousClock.now + .milliseconds(3)
        do { try await Task.sleep(until: deadline, clock: ContinuousClock()) } catch { interrupted += 1 }
        expect("Task.sleep(until:clock:)", ContinuousClock.now >= deadline ? 1 : 0, 1)
        expect("without a cancellation", interrupted, 0)

        let stopwatch = Stopwatch(clock: ContinuousClock())
        let waits = await stopwatch.time(.milliseconds(2), count: 3)
        expect("a generic Clock", waits >= 6000 && waits < 12_000 ? 1 : 0, 1)

        let sleeper = Task { () async -> UInt32 in
            do throws(CancellationError) {
                try await Task.sleep(for: .seconds(100_000))
                return 0
            } catch {
                return 1
            }
        }
        await sleep(for: .milliseconds(1))
        sleeper.cancel()
        expect("a cancelled Task.sleep throws", await sleeper.value, 1)

        let late = Task { () async -> UInt32 in
            await sleep(for: .seconds(100_000))
            do throws(CancellationError) {
                try await Task.sleep(for: .milliseconds(0))
                return 0
            } catch {
                return 1
            }
        }
        await Task.yield()
        late.cancel()
        expect("and so does one in a task that is cancelled already", await late.value, 1)
    }
}
