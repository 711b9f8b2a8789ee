// Task-local values.
import Tasks

private struct Position: Sendable {
    var line: UInt32
    var column: UInt32
}

private enum Locals {
    @TaskLocal static var number: UInt32 = 7
    @TaskLocal static var position: Position?
}

private func numberLater() async -> UInt32 {
    await sleep(for: .milliseconds(1))
    return Locals.number
}

@MainActor
enum TaskLocalChecks {
    static func run(_ expect: Expectation) async {
        await binding(expect)
        await inheriting(expect)
    }

    private static func binding(_ expect: Expectation) async {
        expect("a task-local value that nobody bound", Locals.number, 7)
        let bound = await Locals.$number.withValue(8) {
            let outer = await numberLater()
            let inner = await Locals.$number.withValue(9) { await numberLater() }
            return outer * 100 + inner * 10 + Locals.number
        }
        expect("one that was, and one within", bound, 898)
        expect("and after them", Locals.number, 7)
        expect("a binding by code that does not wait", Locals.$number.withValue(3) { Locals.number }, 3)

        let two = await Locals.$position.withValue(Position(line: 4, column: 5)) {
            await Locals.$number.withValue(6) {
                await Task.yield()
                let position = Locals.position ?? Position(line: 0, column: 0)
                return position.line * 100 + position.column * 10 + Locals.number
            }
        }
        expect("two of different types", two, 456)
        expect("an optional one is nil again", Locals.position == nil ? 1 : 0, 1)

        let level = await Locals.$number.withValue(5) { await atLevel6() }
        expect("on an interrupt level", level, 65)
    }

    @Level6
    private static func atLevel6() -> UInt32 { UInt32(Dispatcher.runningLevel) * 10 + Locals.number }

    private static func inheriting(_ expect: Expectation) async {
        let children = await Locals.$number.withValue(2) {
            async let first = numberLater()
            async let second = Locals.$number.withValue(3) { await numberLater() }
            return await first * 10 + second
        }
        expect("an async let has its parent's value", children, 23)

        let group = await Locals.$number.withValue(4) {
            await withTaskGroup(of: UInt32.self) { group in
                group.addTask { await numberLater() }
                // This binding ends before the child does.
                Locals.$number.withValue(5) { group.addTask { await numberLater() * 10 } }
                return (await group.next() ?? 0) + (await group.next() ?? 0)
            }
        }
        expect("a group's children have theirs", group, 54)

        let copied = Locals.$position.withValue(Position(line: 1, column: 2)) {
            Locals.$number.withValue(6) { Task { await numberLater() * 10 + (Locals.position?.line ?? 0) } }
        }
        expect("a Task copies its maker's", await copied.value, 61)
        let detached = Locals.$number.withValue(6) { Task.detached { await numberLater() } }
        expect("a detached one does not", await detached.value, 7)
    }
}
