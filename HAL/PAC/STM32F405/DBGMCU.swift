// Debug support.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Debug support.
@frozen
public struct DBGMCU: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// IDCODE. Offset 0x0.
    @export(implementation) @inline(__always)
    public var DBGMCU_IDCODE: Register<DBGMCU_IDCODE, ReadOnly> { .init(at: baseAddress) }

    /// Control Register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var DBGMCU_CR: Register<DBGMCU_CR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Debug MCU APB1 Freeze registe. Offset 0x8.
    @export(implementation) @inline(__always)
    public var DBGMCU_APB1_FZ: Register<DBGMCU_APB1_FZ, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Debug MCU APB2 Freeze registe. Offset 0xC.
    @export(implementation) @inline(__always)
    public var DBGMCU_APB2_FZ: Register<DBGMCU_APB2_FZ, ReadWrite> { .init(at: baseAddress &+ 0xC) }
}

extension DBGMCU {
    /// IDCODE.
    @frozen
    public struct DBGMCU_IDCODE: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x1000_6411) }

        /// DEV_ID. Bits 11:0.
        @export(implementation) @inline(__always)
        public var DEV_ID: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 12))
        }

        /// REV_ID. Bits 31:16.
        @export(implementation) @inline(__always)
        public var REV_ID: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(16, 16))
        }
    }
}

extension DBGMCU {
    /// Control Register.
    @frozen
    public struct DBGMCU_CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DBG_SLEEP. Bit 0.
        @export(implementation) @inline(__always)
        public var DBG_SLEEP: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// DBG_STOP. Bit 1.
        @export(implementation) @inline(__always)
        public var DBG_STOP: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// DBG_STANDBY. Bit 2.
        @export(implementation) @inline(__always)
        public var DBG_STANDBY: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// TRACE_IOEN. Bit 5.
        @export(implementation) @inline(__always)
        public var TRACE_IOEN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// TRACE_MODE. Bits 7:6.
        @export(implementation) @inline(__always)
        public var TRACE_MODE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DBG_I2C2_SMBUS_TIMEOUT. Bit 16.
        @export(implementation) @inline(__always)
        public var DBG_I2C2_SMBUS_TIMEOUT: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// DBG_TIM8_STOP. Bit 17.
        @export(implementation) @inline(__always)
        public var DBG_TIM8_STOP: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// DBG_TIM5_STOP. Bit 18.
        @export(implementation) @inline(__always)
        public var DBG_TIM5_STOP: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// DBG_TIM6_STOP. Bit 19.
        @export(implementation) @inline(__always)
        public var DBG_TIM6_STOP: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// DBG_TIM7_STOP. Bit 20.
        @export(implementation) @inline(__always)
        public var DBG_TIM7_STOP: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }
    }
}

extension DBGMCU {
    /// Debug MCU APB1 Freeze registe.
    @frozen
    public struct DBGMCU_APB1_FZ: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DBG_TIM2_STOP. Bit 0.
        @export(implementation) @inline(__always)
        public var DBG_TIM2_STOP: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// DBG_TIM3 _STOP. Bit 1.
        @export(implementation) @inline(__always)
        public var DBG_TIM3_STOP: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// DBG_TIM4_STOP. Bit 2.
        @export(implementation) @inline(__always)
        public var DBG_TIM4_STOP: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// DBG_TIM5_STOP. Bit 3.
        @export(implementation) @inline(__always)
        public var DBG_TIM5_STOP: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// DBG_TIM6_STOP. Bit 4.
        @export(implementation) @inline(__always)
        public var DBG_TIM6_STOP: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// DBG_TIM7_STOP. Bit 5.
        @export(implementation) @inline(__always)
        public var DBG_TIM7_STOP: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// DBG_TIM12_STOP. Bit 6.
        @export(implementation) @inline(__always)
        public var DBG_TIM12_STOP: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// DBG_TIM13_STOP. Bit 7.
        @export(implementation) @inline(__always)
        public var DBG_TIM13_STOP: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// DBG_TIM14_STOP. Bit 8.
        @export(implementation) @inline(__always)
        public var DBG_TIM14_STOP: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// DBG_WWDG_STOP. Bit 11.
        @export(implementation) @inline(__always)
        public var DBG_WWDG_STOP: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// DBG_IWDEG_STOP. Bit 12.
        @export(implementation) @inline(__always)
        public var DBG_IWDEG_STOP: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// DBG_J2C1_SMBUS_TIMEOUT. Bit 21.
        @export(implementation) @inline(__always)
        public var DBG_J2C1_SMBUS_TIMEOUT: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// DBG_J2C2_SMBUS_TIMEOUT. Bit 22.
        @export(implementation) @inline(__always)
        public var DBG_J2C2_SMBUS_TIMEOUT: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// DBG_J2C3SMBUS_TIMEOUT. Bit 23.
        @export(implementation) @inline(__always)
        public var DBG_J2C3SMBUS_TIMEOUT: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }

        /// DBG_CAN1_STOP. Bit 25.
        @export(implementation) @inline(__always)
        public var DBG_CAN1_STOP: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// DBG_CAN2_STOP. Bit 26.
        @export(implementation) @inline(__always)
        public var DBG_CAN2_STOP: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }
    }
}

extension DBGMCU {
    /// Debug MCU APB2 Freeze registe.
    @frozen
    public struct DBGMCU_APB2_FZ: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// TIM1 counter stopped when core is halted. Bit 0.
        @export(implementation) @inline(__always)
        public var DBG_TIM1_STOP: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// TIM8 counter stopped when core is halted. Bit 1.
        @export(implementation) @inline(__always)
        public var DBG_TIM8_STOP: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// TIM9 counter stopped when core is halted. Bit 16.
        @export(implementation) @inline(__always)
        public var DBG_TIM9_STOP: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// TIM10 counter stopped when core is halted. Bit 17.
        @export(implementation) @inline(__always)
        public var DBG_TIM10_STOP: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// TIM11 counter stopped when core is halted. Bit 18.
        @export(implementation) @inline(__always)
        public var DBG_TIM11_STOP: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }
    }
}
