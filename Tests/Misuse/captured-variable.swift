// A local variable changed by a task while its creator goes on.
// expect: mutation of captured var 'count' in concurrently-executing code
import Tasks

func start() {
    var count = 0
    startTask("counts") { count += 1 }
    startTask("counts too") { count += 1 }
}
