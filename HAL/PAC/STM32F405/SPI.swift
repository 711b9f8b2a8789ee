// Serial peripheral interface.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Serial peripheral interface.
@frozen
public struct SPI: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control register 1. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR1: Register<CR1, ReadWrite> { .init(at: baseAddress) }

    /// Control register 2. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CR2: Register<CR2, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Status register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Data register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var DR: Register<DR, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// CRC polynomial register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var CRCPR: Register<CRCPR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// RX CRC register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var RXCRCR: Register<RXCRCR, ReadOnly> { .init(at: baseAddress &+ 0x14) }

    /// TX CRC register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var TXCRCR: Register<TXCRCR, ReadOnly> { .init(at: baseAddress &+ 0x18) }

    /// I2S configuration register. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var I2SCFGR: Register<I2SCFGR, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// I2S prescaler register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var I2SPR: Register<I2SPR, ReadWrite> { .init(at: baseAddress &+ 0x20) }
}

extension SPI {
    /// Control register 1.
    @frozen
    public struct CR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Clock phase. Bit 0.
        @export(implementation) @inline(__always)
        public var CPHA: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Clock polarity. Bit 1.
        @export(implementation) @inline(__always)
        public var CPOL: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Master selection. Bit 2.
        @export(implementation) @inline(__always)
        public var MSTR: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Baud rate control. Bits 5:3.
        @export(implementation) @inline(__always)
        public var BR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(3, 3)) }
            set { bits.setField(3, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// SPI enable. Bit 6.
        @export(implementation) @inline(__always)
        public var SPE: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Frame format. Bit 7.
        @export(implementation) @inline(__always)
        public var LSBFIRST: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Internal slave select. Bit 8.
        @export(implementation) @inline(__always)
        public var SSI: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Software slave management. Bit 9.
        @export(implementation) @inline(__always)
        public var SSM: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Receive only. Bit 10.
        @export(implementation) @inline(__always)
        public var RXONLY: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Data frame format. Bit 11.
        @export(implementation) @inline(__always)
        public var DFF: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// CRC transfer next. Bit 12.
        @export(implementation) @inline(__always)
        public var CRCNEXT: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Hardware CRC calculation enable. Bit 13.
        @export(implementation) @inline(__always)
        public var CRCEN: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Output enable in bidirectional mode. Bit 14.
        @export(implementation) @inline(__always)
        public var BIDIOE: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Bidirectional data mode enable. Bit 15.
        @export(implementation) @inline(__always)
        public var BIDIMODE: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension SPI {
    /// Control register 2.
    @frozen
    public struct CR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Rx buffer DMA enable. Bit 0.
        @export(implementation) @inline(__always)
        public var RXDMAEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Tx buffer DMA enable. Bit 1.
        @export(implementation) @inline(__always)
        public var TXDMAEN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// SS output enable. Bit 2.
        @export(implementation) @inline(__always)
        public var SSOE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Frame format. Bit 4.
        @export(implementation) @inline(__always)
        public var FRF: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Error interrupt enable. Bit 5.
        @export(implementation) @inline(__always)
        public var ERRIE: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// RX buffer not empty interrupt enable. Bit 6.
        @export(implementation) @inline(__always)
        public var RXNEIE: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Tx buffer empty interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var TXEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension SPI {
    /// Status register.
    @frozen
    public struct SR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x2) }

        /// Receive buffer not empty. Bit 0.
        @export(implementation) @inline(__always)
        public var RXNE: Bool {
            bits.flag(0)
        }

        /// Transmit buffer empty. Bit 1.
        @export(implementation) @inline(__always)
        public var TXE: Bool {
            bits.flag(1)
        }

        /// Channel side. Bit 2.
        @export(implementation) @inline(__always)
        public var CHSIDE: Bool {
            bits.flag(2)
        }

        /// Underrun flag. Bit 3.
        @export(implementation) @inline(__always)
        public var UDR: Bool {
            bits.flag(3)
        }

        /// CRC error flag. Bit 4.
        @export(implementation) @inline(__always)
        public var CRCERR: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Mode fault. Bit 5.
        @export(implementation) @inline(__always)
        public var MODF: Bool {
            bits.flag(5)
        }

        /// Overrun flag. Bit 6.
        @export(implementation) @inline(__always)
        public var OVR: Bool {
            bits.flag(6)
        }

        /// Busy flag. Bit 7.
        @export(implementation) @inline(__always)
        public var BSY: Bool {
            bits.flag(7)
        }

        /// TI frame format error. Bit 8.
        @export(implementation) @inline(__always)
        public var TIFRFE: Bool {
            bits.flag(8)
        }
    }
}

extension SPI {
    /// Data register.
    @frozen
    public struct DR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data register. Bits 15:0.
        @export(implementation) @inline(__always)
        public var DR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension SPI {
    /// CRC polynomial register.
    @frozen
    public struct CRCPR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x7) }

        /// CRC polynomial register. Bits 15:0.
        @export(implementation) @inline(__always)
        public var CRCPOLY: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension SPI {
    /// RX CRC register.
    @frozen
    public struct RXCRCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Rx CRC register. Bits 15:0.
        @export(implementation) @inline(__always)
        public var RxCRC: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension SPI {
    /// TX CRC register.
    @frozen
    public struct TXCRCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Tx CRC register. Bits 15:0.
        @export(implementation) @inline(__always)
        public var TxCRC: UInt16 {
            UInt16(truncatingIfNeeded: bits.field(0, 16))
        }
    }
}

extension SPI {
    /// I2S configuration register.
    @frozen
    public struct I2SCFGR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Channel length (number of bits per audio channel). Bit 0.
        @export(implementation) @inline(__always)
        public var CHLEN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Data length to be transferred. Bits 2:1.
        @export(implementation) @inline(__always)
        public var DATLEN: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(1, 2)) }
            set { bits.setField(1, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Steady state clock polarity. Bit 3.
        @export(implementation) @inline(__always)
        public var CKPOL: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// I2S standard selection. Bits 5:4.
        @export(implementation) @inline(__always)
        public var I2SSTD: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 2)) }
            set { bits.setField(4, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// PCM frame synchronization. Bit 7.
        @export(implementation) @inline(__always)
        public var PCMSYNC: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// I2S configuration mode. Bits 9:8.
        @export(implementation) @inline(__always)
        public var I2SCFG: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 2)) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// I2S Enable. Bit 10.
        @export(implementation) @inline(__always)
        public var I2SE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// I2S mode selection. Bit 11.
        @export(implementation) @inline(__always)
        public var I2SMOD: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }
    }
}

extension SPI {
    /// I2S prescaler register.
    @frozen
    public struct I2SPR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xA) }

        /// I2S Linear prescaler. Bits 7:0.
        @export(implementation) @inline(__always)
        public var I2SDIV: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 8)) }
            set { bits.setField(0, 8, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Odd factor for the prescaler. Bit 8.
        @export(implementation) @inline(__always)
        public var ODD: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Master clock output enable. Bit 9.
        @export(implementation) @inline(__always)
        public var MCKOE: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }
    }
}
