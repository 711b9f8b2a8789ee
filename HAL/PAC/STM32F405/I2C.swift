// Inter-integrated circuit.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Inter-integrated circuit.
@frozen
public struct I2C: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control register 1. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR1: Register<CR1, ReadWrite> { .init(at: baseAddress) }

    /// Control register 2. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CR2: Register<CR2, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Own address register 1. Offset 0x8.
    @export(implementation) @inline(__always)
    public var OAR1: Register<OAR1, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Own address register 2. Offset 0xC.
    @export(implementation) @inline(__always)
    public var OAR2: Register<OAR2, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Data register: reading takes the received byte and clears RXNE, writing sends. Offset 0x10.
    @export(implementation) @inline(__always)
    public var DR: Register<DR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Status register 1. Offset 0x14.
    @export(implementation) @inline(__always)
    public var SR1: Register<SR1, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Status register 2. Offset 0x18.
    @export(implementation) @inline(__always)
    public var SR2: Register<SR2, ReadOnly> { .init(at: baseAddress &+ 0x18) }

    /// Clock control register. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var CCR: Register<CCR, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// TRISE register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var TRISE: Register<TRISE, ReadWrite> { .init(at: baseAddress &+ 0x20) }
}

extension I2C {
    /// Control register 1.
    @frozen
    public struct CR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral enable. Bit 0.
        @export(implementation) @inline(__always)
        public var PE: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// SMBus mode. Bit 1.
        @export(implementation) @inline(__always)
        public var SMBUS: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// SMBus type. Bit 3.
        @export(implementation) @inline(__always)
        public var SMBTYPE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// ARP enable. Bit 4.
        @export(implementation) @inline(__always)
        public var ENARP: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// PEC enable. Bit 5.
        @export(implementation) @inline(__always)
        public var ENPEC: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// General call enable. Bit 6.
        @export(implementation) @inline(__always)
        public var ENGC: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Clock stretching disable (Slave mode). Bit 7.
        @export(implementation) @inline(__always)
        public var NOSTRETCH: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Start generation. Bit 8.
        @export(implementation) @inline(__always)
        public var START: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Stop generation. Bit 9.
        @export(implementation) @inline(__always)
        public var STOP: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Acknowledge enable. Bit 10.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Acknowledge/PEC Position (for data reception). Bit 11.
        @export(implementation) @inline(__always)
        public var POS: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Packet error checking. Bit 12.
        @export(implementation) @inline(__always)
        public var PEC: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// SMBus alert. Bit 13.
        @export(implementation) @inline(__always)
        public var ALERT: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Software reset. Bit 15.
        @export(implementation) @inline(__always)
        public var SWRST: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension I2C {
    /// Control register 2.
    @frozen
    public struct CR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral clock frequency. Bits 5:0.
        @export(implementation) @inline(__always)
        public var FREQ: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 6)) }
            set { bits.setField(0, 6, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Error interrupt enable. Bit 8.
        @export(implementation) @inline(__always)
        public var ITERREN: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Event interrupt enable. Bit 9.
        @export(implementation) @inline(__always)
        public var ITEVTEN: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Buffer interrupt enable. Bit 10.
        @export(implementation) @inline(__always)
        public var ITBUFEN: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// DMA requests enable. Bit 11.
        @export(implementation) @inline(__always)
        public var DMAEN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// DMA last transfer. Bit 12.
        @export(implementation) @inline(__always)
        public var LAST: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }
    }
}

extension I2C {
    /// Own address register 1.
    @frozen
    public struct OAR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Interface address. Bit 0.
        @export(implementation) @inline(__always)
        public var ADD0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Interface address. Bits 7:1.
        @export(implementation) @inline(__always)
        public var ADD7: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(1, 7)) }
            set { bits.setField(1, 7, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Interface address. Bits 9:8.
        @export(implementation) @inline(__always)
        public var ADD10: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 2)) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Addressing mode (slave mode). Bit 15.
        @export(implementation) @inline(__always)
        public var ADDMODE: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension I2C {
    /// Own address register 2.
    @frozen
    public struct OAR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Dual addressing mode enable. Bit 0.
        @export(implementation) @inline(__always)
        public var ENDUAL: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Interface address. Bits 7:1.
        @export(implementation) @inline(__always)
        public var ADD2: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(1, 7)) }
            set { bits.setField(1, 7, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension I2C {
    /// Data register: reading takes the received byte and clears RXNE, writing sends.
    @frozen
    public struct DR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// 8-bit data register. Bits 7:0. Reading changes something else.
        @export(implementation) @inline(__always)
        public var DR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 8)) }
            set { bits.setField(0, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension I2C {
    /// Status register 1.
    @frozen
    public struct SR1: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var zeroTriggers: UInt32 { 0xDF00 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Start bit (Master mode). Bit 0.
        @export(implementation) @inline(__always)
        public var SB: Bool {
            bits.flag(0)
        }

        /// Address sent (master mode)/matched (slave mode). Bit 1.
        @export(implementation) @inline(__always)
        public var ADDR: Bool {
            bits.flag(1)
        }

        /// Byte transfer finished. Bit 2.
        @export(implementation) @inline(__always)
        public var BTF: Bool {
            bits.flag(2)
        }

        /// 10-bit header sent (Master mode). Bit 3.
        @export(implementation) @inline(__always)
        public var ADD10: Bool {
            bits.flag(3)
        }

        /// Stop detection (slave mode). Bit 4.
        @export(implementation) @inline(__always)
        public var STOPF: Bool {
            bits.flag(4)
        }

        /// Data register not empty (receivers). Bit 6.
        @export(implementation) @inline(__always)
        public var RxNE: Bool {
            bits.flag(6)
        }

        /// Data register empty (transmitters). Bit 7.
        @export(implementation) @inline(__always)
        public var TxE: Bool {
            bits.flag(7)
        }

        /// Bus error. Bit 8.
        @export(implementation) @inline(__always)
        public var BERR: Bool {
            bits.flag(8)
        }

        /// Arbitration lost (master mode). Bit 9.
        @export(implementation) @inline(__always)
        public var ARLO: Bool {
            bits.flag(9)
        }

        /// Acknowledge failure. Bit 10.
        @export(implementation) @inline(__always)
        public var AF: Bool {
            bits.flag(10)
        }

        /// Overrun/Underrun. Bit 11.
        @export(implementation) @inline(__always)
        public var OVR: Bool {
            bits.flag(11)
        }

        /// PEC Error in reception. Bit 12.
        @export(implementation) @inline(__always)
        public var PECERR: Bool {
            bits.flag(12)
        }

        /// Timeout or Tlow error. Bit 14.
        @export(implementation) @inline(__always)
        public var TIMEOUT: Bool {
            bits.flag(14)
        }

        /// SMBus alert. Bit 15.
        @export(implementation) @inline(__always)
        public var SMBALERT: Bool {
            bits.flag(15)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Bus error. Bit 8.
            @export(implementation) @inline(__always)
            public static var BERR: Self { .init(bits: 0x100) }

            /// Arbitration lost (master mode). Bit 9.
            @export(implementation) @inline(__always)
            public static var ARLO: Self { .init(bits: 0x200) }

            /// Acknowledge failure. Bit 10.
            @export(implementation) @inline(__always)
            public static var AF: Self { .init(bits: 0x400) }

            /// Overrun/Underrun. Bit 11.
            @export(implementation) @inline(__always)
            public static var OVR: Self { .init(bits: 0x800) }

            /// PEC Error in reception. Bit 12.
            @export(implementation) @inline(__always)
            public static var PECERR: Self { .init(bits: 0x1000) }

            /// Timeout or Tlow error. Bit 14.
            @export(implementation) @inline(__always)
            public static var TIMEOUT: Self { .init(bits: 0x4000) }

            /// SMBus alert. Bit 15.
            @export(implementation) @inline(__always)
            public static var SMBALERT: Self { .init(bits: 0x8000) }
        }
    }
}

extension I2C {
    /// Status register 2.
    @frozen
    public struct SR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Master/slave. Bit 0.
        @export(implementation) @inline(__always)
        public var MSL: Bool {
            bits.flag(0)
        }

        /// Bus busy. Bit 1.
        @export(implementation) @inline(__always)
        public var BUSY: Bool {
            bits.flag(1)
        }

        /// Transmitter/receiver. Bit 2.
        @export(implementation) @inline(__always)
        public var TRA: Bool {
            bits.flag(2)
        }

        /// General call address (Slave mode). Bit 4.
        @export(implementation) @inline(__always)
        public var GENCALL: Bool {
            bits.flag(4)
        }

        /// SMBus device default address (Slave mode). Bit 5.
        @export(implementation) @inline(__always)
        public var SMBDEFAULT: Bool {
            bits.flag(5)
        }

        /// SMBus host header (Slave mode). Bit 6.
        @export(implementation) @inline(__always)
        public var SMBHOST: Bool {
            bits.flag(6)
        }

        /// Dual flag (Slave mode). Bit 7.
        @export(implementation) @inline(__always)
        public var DUALF: Bool {
            bits.flag(7)
        }

        /// Acket error checking register. Bits 15:8.
        @export(implementation) @inline(__always)
        public var PEC: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(8, 8))
        }
    }
}

extension I2C {
    /// Clock control register.
    @frozen
    public struct CCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Clock control register in Fast/Standard mode (Master mode). Bits 11:0.
        @export(implementation) @inline(__always)
        public var CCR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 12)) }
            set { bits.setField(0, 12, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Fast mode duty cycle. Bit 14.
        @export(implementation) @inline(__always)
        public var DUTY: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// I2C master mode selection. Bit 15.
        @export(implementation) @inline(__always)
        public var F_S: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension I2C {
    /// TRISE register.
    @frozen
    public struct TRISE: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x2) }

        /// Maximum rise time in Fast/Standard mode (Master mode). Bits 5:0.
        @export(implementation) @inline(__always)
        public var TRISE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 6)) }
            set { bits.setField(0, 6, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}
