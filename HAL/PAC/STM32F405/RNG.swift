// Random number generator.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Random number generator.
@frozen
public struct RNG: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR: Register<CR, ReadWrite> { .init(at: baseAddress) }

    /// Status register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Data register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var DR: Register<DR, ReadOnly> { .init(at: baseAddress &+ 0x8) }
}

extension RNG {
    /// Control register.
    @frozen
    public struct CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Random number generator enable. Bit 2.
        @export(implementation) @inline(__always)
        public var RNGEN: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var IE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }
    }
}

extension RNG {
    /// Status register.
    @frozen
    public struct SR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data ready. Bit 0.
        @export(implementation) @inline(__always)
        public var DRDY: Bool {
            bits.flag(0)
        }

        /// Clock error current status. Bit 1.
        @export(implementation) @inline(__always)
        public var CECS: Bool {
            bits.flag(1)
        }

        /// Seed error current status. Bit 2.
        @export(implementation) @inline(__always)
        public var SECS: Bool {
            bits.flag(2)
        }

        /// Clock error interrupt status. Bit 5.
        @export(implementation) @inline(__always)
        public var CEIS: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Seed error interrupt status. Bit 6.
        @export(implementation) @inline(__always)
        public var SEIS: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }
    }
}

extension RNG {
    /// Data register.
    @frozen
    public struct DR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Random data. Bits 31:0.
        @export(implementation) @inline(__always)
        public var RNDATA: UInt32 {
            bits.field(0, 32)
        }
    }
}
