// Basic timers.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Basic timers.
@frozen
public struct BasicTimer: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control register 1. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR1: Register<CR1, ReadWrite> { .init(at: baseAddress) }

    /// Control register 2. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CR2: Register<CR2, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// DMA/Interrupt enable register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var DIER: Register<DIER, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Status register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Event generation register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var EGR: Register<EGR, WriteOnly> { .init(at: baseAddress &+ 0x14) }

    /// Counter. Offset 0x24.
    @export(implementation) @inline(__always)
    public var CNT: Register<CNT, ReadWrite> { .init(at: baseAddress &+ 0x24) }

    /// Prescaler. Offset 0x28.
    @export(implementation) @inline(__always)
    public var PSC: Register<PSC, ReadWrite> { .init(at: baseAddress &+ 0x28) }

    /// Auto-reload register. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var ARR: Register<ARR, ReadWrite> { .init(at: baseAddress &+ 0x2C) }
}

extension BasicTimer {
    /// Control register 1.
    @frozen
    public struct CR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Counter enable. Bit 0.
        @export(implementation) @inline(__always)
        public var CEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Update disable. Bit 1.
        @export(implementation) @inline(__always)
        public var UDIS: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Update request source. Bit 2.
        @export(implementation) @inline(__always)
        public var URS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// One-pulse mode. Bit 3.
        @export(implementation) @inline(__always)
        public var OPM: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Auto-reload preload enable. Bit 7.
        @export(implementation) @inline(__always)
        public var ARPE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension BasicTimer {
    /// Control register 2.
    @frozen
    public struct CR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Master mode selection. Bits 6:4.
        @export(implementation) @inline(__always)
        public var MMS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension BasicTimer {
    /// DMA/Interrupt enable register.
    @frozen
    public struct DIER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Update interrupt enable. Bit 0.
        @export(implementation) @inline(__always)
        public var UIE: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Update DMA request enable. Bit 8.
        @export(implementation) @inline(__always)
        public var UDE: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }
    }
}

extension BasicTimer {
    /// Status register.
    @frozen
    public struct SR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Update interrupt flag. Bit 0.
        @export(implementation) @inline(__always)
        public var UIF: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }
    }
}

extension BasicTimer {
    /// Event generation register.
    @frozen
    public struct EGR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Update generation. Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(UG value: Bool) {
            bits.setFlag(0, value)
        }
    }
}

extension BasicTimer {
    /// Counter.
    @frozen
    public struct CNT: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Low counter value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var CNT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension BasicTimer {
    /// Prescaler.
    @frozen
    public struct PSC: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Prescaler value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var PSC: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension BasicTimer {
    /// Auto-reload register.
    @frozen
    public struct ARR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Low Auto-reload value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var ARR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}
