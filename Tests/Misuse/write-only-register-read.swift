// A register that cannot be read, read back to change a part of it.
// expect: type 'FLASH.KEYR' has no member 'modify'
import MMIO
import STM32F405PAC

func work() {
    STM32F405.FLASH.KEYR.modify { $0.set(KEY: 1) }
}
