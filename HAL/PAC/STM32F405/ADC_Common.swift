// Common ADC registers.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Common ADC registers.
@frozen
public struct ADC_Common: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// ADC Common status register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CSR: Register<CSR, ReadOnly> { .init(at: baseAddress) }

    /// ADC common control register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CCR: Register<CCR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// ADC common regular data register for dual and triple modes. Offset 0x8.
    @export(implementation) @inline(__always)
    public var CDR: Register<CDR, ReadOnly> { .init(at: baseAddress &+ 0x8) }
}

extension ADC_Common {
    /// ADC Common status register.
    @frozen
    public struct CSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Analog watchdog flag of ADC 1. Bit 0.
        @export(implementation) @inline(__always)
        public var AWD1: Bool {
            bits.flag(0)
        }

        /// End of conversion of ADC 1. Bit 1.
        @export(implementation) @inline(__always)
        public var EOC1: Bool {
            bits.flag(1)
        }

        /// Injected channel end of conversion of ADC 1. Bit 2.
        @export(implementation) @inline(__always)
        public var JEOC1: Bool {
            bits.flag(2)
        }

        /// Injected channel Start flag of ADC 1. Bit 3.
        @export(implementation) @inline(__always)
        public var JSTRT1: Bool {
            bits.flag(3)
        }

        /// Regular channel Start flag of ADC 1. Bit 4.
        @export(implementation) @inline(__always)
        public var STRT1: Bool {
            bits.flag(4)
        }

        /// Overrun flag of ADC 1. Bit 5.
        @export(implementation) @inline(__always)
        public var OVR1: Bool {
            bits.flag(5)
        }

        /// Analog watchdog flag of ADC 2. Bit 8.
        @export(implementation) @inline(__always)
        public var AWD2: Bool {
            bits.flag(8)
        }

        /// End of conversion of ADC 2. Bit 9.
        @export(implementation) @inline(__always)
        public var EOC2: Bool {
            bits.flag(9)
        }

        /// Injected channel end of conversion of ADC 2. Bit 10.
        @export(implementation) @inline(__always)
        public var JEOC2: Bool {
            bits.flag(10)
        }

        /// Injected channel Start flag of ADC 2. Bit 11.
        @export(implementation) @inline(__always)
        public var JSTRT2: Bool {
            bits.flag(11)
        }

        /// Regular channel Start flag of ADC 2. Bit 12.
        @export(implementation) @inline(__always)
        public var STRT2: Bool {
            bits.flag(12)
        }

        /// Overrun flag of ADC 2. Bit 13.
        @export(implementation) @inline(__always)
        public var OVR2: Bool {
            bits.flag(13)
        }

        /// Analog watchdog flag of ADC 3. Bit 16.
        @export(implementation) @inline(__always)
        public var AWD3: Bool {
            bits.flag(16)
        }

        /// End of conversion of ADC 3. Bit 17.
        @export(implementation) @inline(__always)
        public var EOC3: Bool {
            bits.flag(17)
        }

        /// Injected channel end of conversion of ADC 3. Bit 18.
        @export(implementation) @inline(__always)
        public var JEOC3: Bool {
            bits.flag(18)
        }

        /// Injected channel Start flag of ADC 3. Bit 19.
        @export(implementation) @inline(__always)
        public var JSTRT3: Bool {
            bits.flag(19)
        }

        /// Regular channel Start flag of ADC 3. Bit 20.
        @export(implementation) @inline(__always)
        public var STRT3: Bool {
            bits.flag(20)
        }

        /// Overrun flag of ADC3. Bit 21.
        @export(implementation) @inline(__always)
        public var OVR3: Bool {
            bits.flag(21)
        }
    }
}

extension ADC_Common {
    /// ADC common control register.
    @frozen
    public struct CCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Multi ADC mode selection. Bits 4:0.
        @export(implementation) @inline(__always)
        public var MULT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Delay between 2 sampling phases. Bits 11:8.
        @export(implementation) @inline(__always)
        public var DELAY: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DMA disable selection for multi-ADC mode. Bit 13.
        @export(implementation) @inline(__always)
        public var DDS: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Direct memory access mode for multi ADC mode. Bits 15:14.
        @export(implementation) @inline(__always)
        public var DMA: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(14, 2)) }
            set { bits.setField(14, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// ADC prescaler. Bits 17:16.
        @export(implementation) @inline(__always)
        public var ADCPRE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// VBAT enable. Bit 22.
        @export(implementation) @inline(__always)
        public var VBATE: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Temperature sensor and VREFINT enable. Bit 23.
        @export(implementation) @inline(__always)
        public var TSVREFE: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }
    }
}

extension ADC_Common {
    /// ADC common regular data register for dual and triple modes.
    @frozen
    public struct CDR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// 1st data item of a pair of regular conversions. Bits 15:0.
        @export(implementation) @inline(__always)
        public var DATA1: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }

        /// 2nd data item of a pair of regular conversions. Bits 31:16.
        @export(implementation) @inline(__always)
        public var DATA2: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(16, 16))
        }
    }
}
