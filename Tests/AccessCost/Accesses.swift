// Accesses through the generated registers, each beside its twin in Accesses.c.
import MMIO
import STM32F405PAC

@_silgen_name("swift_read")
public func read() -> UInt32 { STM32F405.GPIOA.IDR.read().bits }

@_silgen_name("swift_read_field")
public func readField() -> UInt32 { UInt32(STM32F405.GPIOA.AFRL.read().AFRL3) }

@_silgen_name("swift_test_bit")
public func testBit() -> Bool { STM32F405.USART1.SR.read().TXE }

@_silgen_name("swift_wait_for_bit")
public func waitForBit() { while !STM32F405.USART1.SR.read().TXE {} }

@_silgen_name("swift_write")
public func write(_ value: UInt32) { STM32F405.GPIOA.ODR.write { $0.bits = value } }

@_silgen_name("swift_write_fields")
public func writeFields() {
    STM32F405.USART1.BRR.write {
        $0.DIV_Mantissa = 45
        $0.DIV_Fraction = 9
    }
}

@_silgen_name("swift_write_field")
public func writeField(_ value: UInt8) { STM32F405.USART1.DR.write { $0.DR = UInt16(value) } }

@_silgen_name("swift_modify_bit")
public func modifyBit() { STM32F405.USART1.CR1.modify { $0.TXEIE = true } }

@_silgen_name("swift_modify_field")
public func modifyField() { STM32F405.GPIOA.MODER.modify { $0.MODER5 = .alternate } }

@_silgen_name("swift_modify_fields")
public func modifyFields() {
    STM32F405.FLASH.ACR.modify {
        $0.LATENCY = 5
        $0.PRFTEN = true
        $0.ICEN = true
        $0.DCEN = true
    }
}

@_silgen_name("swift_set_bit")
public func setBit() { STM32F405.GPIOA.BSRR.set(.BS5) }

@_silgen_name("swift_reset_bits")
public func resetBits() { STM32F405.GPIOA.BSRR.clear(.BR5 | .BR6) }

@_silgen_name("swift_clear_flag")
public func clearFlag() { STM32F405.EXTI.PR.clear(.PR3) }

@_silgen_name("swift_two_registers")
public func twoRegisters() {
    STM32F405.GPIOA.OTYPER.modify { $0.OT5 = .openDrain }
    STM32F405.GPIOA.MODER.modify { $0.MODER5 = .output }
}
