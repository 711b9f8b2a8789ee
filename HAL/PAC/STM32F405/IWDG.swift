// Independent watchdog.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Independent watchdog.
@frozen
public struct IWDG: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Key register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var KR: Register<KR, WriteOnly> { .init(at: baseAddress) }

    /// Prescaler register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var PR: Register<PR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Reload register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var RLR: Register<RLR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Status register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadOnly> { .init(at: baseAddress &+ 0xC) }
}

extension IWDG {
    /// Key register.
    @frozen
    public struct KR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Key value (write only, read 0000h). Bits 15:0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(KEY value: UInt16) {
            bits.setField(0, 16, UInt32(truncatingIfNeeded: value))
        }
    }
}

extension IWDG {
    /// Prescaler register.
    @frozen
    public struct PR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Prescaler divider. Bits 2:0.
        @export(implementation) @inline(__always)
        public var PR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 3)) }
            set { bits.setField(0, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension IWDG {
    /// Reload register.
    @frozen
    public struct RLR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xFFF) }

        /// Watchdog counter reload value. Bits 11:0.
        @export(implementation) @inline(__always)
        public var RL: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension IWDG {
    /// Status register.
    @frozen
    public struct SR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Watchdog prescaler value update. Bit 0.
        @export(implementation) @inline(__always)
        public var PVU: Bool {
            bits.flag(0)
        }

        /// Watchdog counter reload value update. Bit 1.
        @export(implementation) @inline(__always)
        public var RVU: Bool {
            bits.flag(1)
        }
    }
}
