// The committed output, in use: what reaches the bus, and in which order.
import CMSDKPAC
import MMIO
import STM32F405PAC
import XCTest

/// Memory that remembers the accesses to it.
private final class FakeBus: Bus {
    var memory: [UInt32: UInt32] = [:]
    var accesses: [String] = []

    func load(from address: UInt32, width: AccessWidth) -> UInt32 {
        accesses.append("load \(String(address, radix: 16))")
        return memory[address] ?? 0
    }

    func store(_ value: UInt32, to address: UInt32, width: AccessWidth) {
        accesses.append("store \(String(address, radix: 16)) \(String(value, radix: 16)) \(width)")
        memory[address] = value
    }
}

final class GeneratedRegisterTests: XCTestCase {
    private let bus = FakeBus()

    private func accesses(_ body: () -> Void) -> [String] {
        CurrentBus.with(bus, body)
        return bus.accesses
    }

    func testModifyIsOneLoadAndOneStore() {
        bus.memory[0x4002_3830] = 0x10_0000
        XCTAssertEqual(
            accesses { STM32F405.RCC.AHB1ENR.modify { $0.GPIOAEN = true } },
            ["load 40023830", "store 40023830 100001 word"])
    }

    func testIndexedAndNamedFieldsAreTheSameBits() {
        XCTAssertEqual(
            accesses {
                STM32F405.GPIOC.MODER.write { $0.MODER5 = .alternate }
                STM32F405.GPIOC.MODER.write { $0[MODER: 5] = .alternate }
                STM32F405.GPIOC.AFRH.write { $0[AFRH: 9] = 7 }
            },
            ["store 40020800 800 word", "store 40020800 800 word", "store 40020824 70 word"])
    }

    func testSetAndClearRegister() {
        XCTAssertEqual(
            accesses {
                STM32F405.GPIOA.BSRR.set(.BS5)
                STM32F405.GPIOA.BSRR.clear(.BR(5) | .BR6)
                STM32F405.GPIOA.BSRR.write {
                    $0.set(BS: 1, to: true)
                    $0.set(BR2: true)
                }
            },
            ["store 40020018 20 word", "store 40020018 600000 word", "store 40020018 40002 word"])
    }

    func testFlagsClearedByZeroLeaveTheOthers() {
        XCTAssertEqual(accesses { STM32F405.USART1.SR.clear(.RXNE) }, ["store 40011000 c00340 word"])
    }

    func testFlagsClearedByOneLeaveTheOthers() {
        XCTAssertEqual(accesses { STM32F405.FLASH.SR.clear(.WRPERR | .EOP) }, ["store 40023c0c 11 word"])
    }

    func testAFlagAmongStoredBitsKeepsThem() {
        bus.memory[0x4000_7000] = 0x4100
        XCTAssertEqual(
            accesses { STM32F405.PWR.CR.clear(.CWUF) }, ["load 40007000", "store 40007000 4104 word"])
    }

    func testModifyDoesNotClearAFlagThatWasSet() {
        bus.memory[0x4002_380C] = 0x80_0000
        bus.memory[0x4000_4004] = 0xF
        XCTAssertEqual(
            accesses {
                STM32F405.RCC.CIR.modify { $0.HSERDYIE = true }
                CMSDK.UART0.STATE.modify { _ in }
            },
            ["load 4002380c", "store 4002380c 800 word", "load 40004004", "store 40004004 3 word"])
    }

    func testEnumeratedValuesHoldWhatHasNoName() {
        bus.memory[0x4002_3808] = 0b1100
        CurrentBus.with(bus) {
            let clock = STM32F405.RCC.CFGR.read().SWS
            XCTAssertEqual(clock.rawValue, 3)
            XCTAssertNotEqual(clock, .PLL)
        }
    }

    func testAByteRegisterIsAByteAccess() {
        XCTAssertEqual(
            accesses { CMSDK.UART3.DATA.write(.init(bits: 0x41)) }, ["store 40007000 41 byte"])
        XCTAssertEqual(CMSDK.UART4.baseAddress, 0x4000_9000)
    }

    func testInterruptsAreTheManuals() {
        XCTAssertEqual(STM32F405PAC.Interrupt.USART1.rawValue, 37)
        XCTAssertEqual(STM32F405PAC.Interrupt.EXTI15_10.rawValue, 40)
        XCTAssertEqual(CMSDKPAC.Interrupt.UART1_TX.rawValue, 3)
        XCTAssertEqual(CMSDKPAC.Interrupt.UART4_TX.rawValue, 21)
        XCTAssertEqual(CMSDKPAC.Interrupt(rawValue: 0), .UART0_RX)
    }
}
