// Task-local values that own memory: what only the chip's block counter can show.
import Memory
import OnTargetHarness
import Tasks

@MainActor
enum TaskLocalTests {
    @TaskLocal private static var answer: (@Sendable () -> UInt32)?

    static func run() async {
        let before = StartupMemory.blocksInUse
        Harness.expect("a copied value that owns memory", await ask(about: 5), equals: 5)
        Harness.expect("is destroyed with its task", UInt32(StartupMemory.blocksInUse), equals: UInt32(before))
    }

    /// The question is answered by a task that outlives the binding.
    private static func ask(about number: UInt32) async -> UInt32 {
        let task = $answer.withValue({ number }) {
            Task {
                await Task.yield()
                return answer?() ?? 0
            }
        }
        return await task.value
    }
}
