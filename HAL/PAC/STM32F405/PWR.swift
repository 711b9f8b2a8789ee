// Power control.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Power control.
@frozen
public struct PWR: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Power control register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR: Register<CR, ReadWrite> { .init(at: baseAddress) }

    /// Power control/status register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CSR: Register<CSR, ReadWrite> { .init(at: baseAddress &+ 0x4) }
}

extension PWR {
    /// Power control register.
    @frozen
    public struct CR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x4000) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0xC }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x43F3 }

        /// Low-power deep sleep. Bit 0.
        @export(implementation) @inline(__always)
        public var LPDS: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Power down deepsleep. Bit 1.
        @export(implementation) @inline(__always)
        public var PDDS: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Power voltage detector enable. Bit 4.
        @export(implementation) @inline(__always)
        public var PVDE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// PVD level selection. Bits 7:5.
        @export(implementation) @inline(__always)
        public var PLS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(5, 3)) }
            set { bits.setField(5, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Disable backup domain write protection. Bit 8.
        @export(implementation) @inline(__always)
        public var DBP: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Flash power down in Stop mode. Bit 9.
        @export(implementation) @inline(__always)
        public var FPDS: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Regulator voltage scale: 1 for up to 168 MHz. Bit 14.
        @export(implementation) @inline(__always)
        public var VOS: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Clear wakeup flag. Bit 2.
            @export(implementation) @inline(__always)
            public static var CWUF: Self { .init(bits: 0x4) }

            /// Clear standby flag. Bit 3.
            @export(implementation) @inline(__always)
            public static var CSBF: Self { .init(bits: 0x8) }
        }
    }
}

extension PWR {
    /// Power control/status register.
    @frozen
    public struct CSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Wakeup flag. Bit 0.
        @export(implementation) @inline(__always)
        public var WUF: Bool {
            bits.flag(0)
        }

        /// Standby flag. Bit 1.
        @export(implementation) @inline(__always)
        public var SBF: Bool {
            bits.flag(1)
        }

        /// PVD output. Bit 2.
        @export(implementation) @inline(__always)
        public var PVDO: Bool {
            bits.flag(2)
        }

        /// Backup regulator ready. Bit 3.
        @export(implementation) @inline(__always)
        public var BRR: Bool {
            bits.flag(3)
        }

        /// Enable WKUP pin. Bit 8.
        @export(implementation) @inline(__always)
        public var EWUP: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Backup regulator enable. Bit 9.
        @export(implementation) @inline(__always)
        public var BRE: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Regulator voltage scaling output selection ready bit. Bit 14.
        @export(implementation) @inline(__always)
        public var VOSRDY: Bool {
            bits.flag(14)
        }
    }
}
