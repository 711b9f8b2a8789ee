// A register that only reads.
// expect: type 'GPIO.IDR' has no member 'write'
import MMIO
import STM32F405PAC

func work() {
    STM32F405.GPIOA.IDR.write { _ in }
}
