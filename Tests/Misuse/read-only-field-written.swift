// A flag that only the hardware sets.
// expect: cannot assign to property: 'HSERDY' is a get-only property
import MMIO
import STM32F405PAC

func work() {
    STM32F405.RCC.CR.modify { $0.HSERDY = true }
}
