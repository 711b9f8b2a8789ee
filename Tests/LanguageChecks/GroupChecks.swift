// Task groups.
import Tasks

private enum Refusal: Error { case three }

private func digit(_ digit: UInt32) async -> UInt32 {
    await sleep(for: .milliseconds(Int64(digit) * 2))
    return digit
}

/// A child that throws says so in its result.
private func refuseThree(_ number: UInt32) async -> Result<UInt32, Refusal> {
    do throws(Refusal) { return .success(try await notThree(number)) } catch { return .failure(error) }
}

private func notThree(_ number: UInt32) async throws(Refusal) -> UInt32 {
    await Task.yield()
    guard number != 3 else { throw .three }
    return number
}

/// A result that is larger than what a task's header has room for.
private struct Large: Sendable {
    var words: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)
}

/// Sleeps for ever, or until it is cancelled.
private func untilCancelled() async -> UInt32 { await sleep(until: .never) ? 0 : 1 }

@MainActor
enum GroupChecks {
    private static var ended: UInt32 = 0

    static func run(_ expect: Expectation) async {
        await results(expect)
        await cancellation(expect)
        await discarding(expect)
    }

    private static func results(_ expect: Expectation) async {
        let order = await withTaskGroup(of: UInt32.self) { group in
            var digits: UInt32 = 0
            group.addTask { await digit(3) }
            group.addTask { await digit(1) }
            group.addTask { await digit(2) }
            for await number in group { digits = digits * 10 + number }
            return digits
        }
        expect("for await takes a group's results as they come", order, 123)

        let emptiness = await withTaskGroup(of: UInt32.self) { group in
            let atFirst: UInt32 = group.isEmpty ? 1 : 0
            group.addTask { 7 }
            let withChild: UInt32 = group.isEmpty ? 1 : 0
            let seven = await group.next() ?? 0
            let atLast: UInt32 = group.isEmpty ? 1 : 0
            let none: UInt32 = await group.next() == nil ? 1 : 0
            return atFirst * 10_000 + withChild * 1000 + seven * 100 + atLast * 10 + none
        }
        expect("next(), and isEmpty before and after it", emptiness, 10_711)

        let early = await withTaskGroup(of: UInt32.self) { group in
            group.addTask { 4 }
            group.addTask { 5 }
            await sleep(for: .milliseconds(1))
            return (await group.next() ?? 0) * 10 + (await group.next() ?? 0)
        }
        expect("children that ended before they were asked for", early, 45)

        let dropped = await withTaskGroup(of: UInt32.self) { group in
            ended = 0
            for number in 1...2 as ClosedRange<UInt32> {
                group.addTask {
                    let number = await digit(number)
                    await end()
                    return number
                }
            }
            await group.waitForAll()
            return ended
        }
        expect("waitForAll", dropped, 2)

        await withTaskGroup(of: UInt32.self) { group in
            group.addTask {
                await end()
                return 0
            }
        }
        expect("a group's scope waits for its children", ended, 3)

        let sum = await withTaskGroup(of: Large.self) { group in
            group.addTask { Large(words: (1, 2, 3, 4, 5, 6)) }
            guard let words = await group.next()?.words else { return 0 as UInt32 }
            return words.0 + words.1 + words.2 + words.3 + words.4 + words.5
        }
        expect("a child's result of six words", sum, 21)

        let level = await withTaskGroup(of: UInt32.self) { group in
            group.addTask { @Level5 in UInt32(Dispatcher.runningLevel) }
            return await group.next() ?? 0
        }
        expect("a child on an interrupt level", level, 5)

        let outcomes = await withTaskGroup(of: Result<UInt32, Refusal>.self) { group in
            var sum: UInt32 = 0
            for number in 2...4 as ClosedRange<UInt32> { group.addTask { await refuseThree(number) } }
            for await outcome in group {
                switch outcome {
                case .success(let number): sum += number
                case .failure(.three): sum += 100
                }
            }
            return sum
        }
        expect("children that throw return a Result", outcomes, 106)
    }

    private static func end() { ended += 1 }

    private static func cancellation(_ expect: Expectation) async {
        let cancelled = await withTaskGroup(of: UInt32.self) { group in
            group.addTask { await untilCancelled() }
            group.addTask { await untilCancelled() }
            await Task.yield()
            group.cancelAll()
            let mark: UInt32 = group.isCancelled ? 1 : 0
            let refused: UInt32 = group.addTaskUnlessCancelled { 5 } ? 0 : 1
            group.addTask { Task.isCancelled ? 10 : 0 }
            var sum: UInt32 = 0
            for await number in group { sum += number }
            return sum * 100 + refused * 10 + mark
        }
        expect("cancelAll reaches the children, those to come too", cancelled, 1211)

        let allowed = await withTaskGroup(of: UInt32.self) { group in
            let added: UInt32 = group.addTaskUnlessCancelled { 5 } ? 1 : 0
            return added * 10 + (await group.next() ?? 0)
        }
        expect("addTaskUnlessCancelled", allowed, 15)

        let parent = Task { () async -> UInt32 in
            await withTaskGroup(of: UInt32.self) { group in
                group.addTask { await untilCancelled() }
                group.addTask { await untilCancelled() }
                var sum: UInt32 = 0
                for await number in group { sum += number }
                return sum * 10 + (group.isCancelled ? 1 : 0)
            }
        }
        await sleep(for: .milliseconds(1))
        parent.cancel()
        expect("a cancelled task cancels its group", await parent.value, 21)
    }

    private static func discarding(_ expect: Expectation) async {
        ended = 0
        await withDiscardingTaskGroup { group in
            // More than there are slots: each is given back when its child ends.
            for _ in 0..<20 {
                group.addTask { await end() }
                await Task.yield()
                await Task.yield()
            }
        }
        expect("a discarding group's children give their slots back", ended, 20)

        let stopped = await withDiscardingTaskGroup { group in
            ended = 0
            group.addTask { if await untilCancelled() == 1 { await end() } }
            await Task.yield()
            group.cancelAll()
            return group.addTaskUnlessCancelled { await end() } ? 0 : 1 as UInt32
        }
        expect("and are cancelled with it", stopped + ended, 2)
    }
}
