// The right way, with everything the cases beside this do wrong: this one compiles, or they prove nothing.
import CortexM
import MMIO
import Memory
import Queues
import STM32F405PAC
import Tasks

@Level3 var level3State = 0
@Level5 var level5State = 0
@MainActor var threadState = 0
let shared = Shared<Level5, Int>(0)
let queue = SingleProducerQueue<UInt8, 16>(filler: 0)

@Level3 func addAtLevel3() { level3State += 1 }
@Level5 func addAtLevel5() async {
    level5State += 1
    Level5.withLock(shared) { $0 += 1 }
    await addAtLevel3()
}

func start() {
    Level3.bind(InterruptLine(rawValue: 1)) { level3State += 1 }
    Level5.bind(InterruptLine(rawValue: 2)) { level5State += Int(queue.pop() ?? 0) }
    startTask("control") { @MainActor in
        threadState += MainActor.withLock(shared) { $0 }
        await addAtLevel5()
        withInterruptsMasked { _ = queue.push(1) }
        STM32F405.GPIOA.MODER.modify { $0.MODER5 = .output }
    }
}
