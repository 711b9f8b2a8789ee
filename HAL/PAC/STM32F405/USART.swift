// Universal synchronous asynchronous receiver transmitter.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// Universal synchronous asynchronous receiver transmitter.
@frozen
public struct USART: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Status register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress) }

    /// Data register: reading takes the received byte and clears RXNE, writing sends. Offset 0x4.
    @export(implementation) @inline(__always)
    public var DR: Register<DR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Baud rate register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var BRR: Register<BRR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Control register 1. Offset 0xC.
    @export(implementation) @inline(__always)
    public var CR1: Register<CR1, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Control register 2. Offset 0x10.
    @export(implementation) @inline(__always)
    public var CR2: Register<CR2, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Control register 3. Offset 0x14.
    @export(implementation) @inline(__always)
    public var CR3: Register<CR3, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Guard time and prescaler register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var GTPR: Register<GTPR, ReadWrite> { .init(at: baseAddress &+ 0x18) }
}

extension USART {
    /// Status register.
    @frozen
    public struct SR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0xC0_0000) }

        @export(implementation) @inline(__always)
        public static var zeroTriggers: UInt32 { 0x360 }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Parity error. Bit 0.
        @export(implementation) @inline(__always)
        public var PE: Bool {
            bits.flag(0)
        }

        /// Framing error. Bit 1.
        @export(implementation) @inline(__always)
        public var FE: Bool {
            bits.flag(1)
        }

        /// Noise detected flag. Bit 2.
        @export(implementation) @inline(__always)
        public var NF: Bool {
            bits.flag(2)
        }

        /// Overrun error. Bit 3.
        @export(implementation) @inline(__always)
        public var ORE: Bool {
            bits.flag(3)
        }

        /// IDLE line detected. Bit 4.
        @export(implementation) @inline(__always)
        public var IDLE: Bool {
            bits.flag(4)
        }

        /// Read data register not empty. Bit 5.
        @export(implementation) @inline(__always)
        public var RXNE: Bool {
            bits.flag(5)
        }

        /// Transmission complete. Bit 6.
        @export(implementation) @inline(__always)
        public var TC: Bool {
            bits.flag(6)
        }

        /// Transmit data register empty. Bit 7.
        @export(implementation) @inline(__always)
        public var TXE: Bool {
            bits.flag(7)
        }

        /// LIN break detection flag. Bit 8.
        @export(implementation) @inline(__always)
        public var LBD: Bool {
            bits.flag(8)
        }

        /// CTS flag. Bit 9.
        @export(implementation) @inline(__always)
        public var CTS: Bool {
            bits.flag(9)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Read data register not empty. Bit 5.
            @export(implementation) @inline(__always)
            public static var RXNE: Self { .init(bits: 0x20) }

            /// Transmission complete. Bit 6.
            @export(implementation) @inline(__always)
            public static var TC: Self { .init(bits: 0x40) }

            /// LIN break detection flag. Bit 8.
            @export(implementation) @inline(__always)
            public static var LBD: Self { .init(bits: 0x100) }

            /// CTS flag. Bit 9.
            @export(implementation) @inline(__always)
            public static var CTS: Self { .init(bits: 0x200) }
        }
    }
}

extension USART {
    /// Data register: reading takes the received byte and clears RXNE, writing sends.
    @frozen
    public struct DR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Data value. Bits 8:0. Reading changes something else.
        @export(implementation) @inline(__always)
        public var DR: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 9)) }
            set { bits.setField(0, 9, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension USART {
    /// Baud rate register.
    @frozen
    public struct BRR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Fraction of USARTDIV. Bits 3:0.
        @export(implementation) @inline(__always)
        public var DIV_Fraction: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Mantissa of USARTDIV. Bits 15:4.
        @export(implementation) @inline(__always)
        public var DIV_Mantissa: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(4, 12)) }
            set { bits.setField(4, 12, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension USART {
    /// Control register 1.
    @frozen
    public struct CR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Send break. Bit 0.
        @export(implementation) @inline(__always)
        public var SBK: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Receiver wakeup. Bit 1.
        @export(implementation) @inline(__always)
        public var RWU: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Receiver enable. Bit 2.
        @export(implementation) @inline(__always)
        public var RE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Transmitter enable. Bit 3.
        @export(implementation) @inline(__always)
        public var TE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// IDLE interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var IDLEIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// RXNE interrupt enable. Bit 5.
        @export(implementation) @inline(__always)
        public var RXNEIE: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Transmission complete interrupt enable. Bit 6.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// TXE interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var TXEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// PE interrupt enable. Bit 8.
        @export(implementation) @inline(__always)
        public var PEIE: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Values of PS.
        @frozen
        public struct Parity: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var even: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var odd: Self { .init(rawValue: 1) }
        }

        /// Parity selection. Bit 9.
        @export(implementation) @inline(__always)
        public var PS: Parity {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(9, 1))) }
            set { bits.setField(9, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Parity control enable. Bit 10.
        @export(implementation) @inline(__always)
        public var PCE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Values of WAKE.
        @frozen
        public struct WakeMethod: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var idleLine: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var addressMark: Self { .init(rawValue: 1) }
        }

        /// Wakeup method. Bit 11.
        @export(implementation) @inline(__always)
        public var WAKE: WakeMethod {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(11, 1))) }
            set { bits.setField(11, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Values of M.
        @frozen
        public struct WordLength: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var eightBits: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var nineBits: Self { .init(rawValue: 1) }
        }

        /// Word length. Bit 12.
        @export(implementation) @inline(__always)
        public var M: WordLength {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 1))) }
            set { bits.setField(12, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// USART enable. Bit 13.
        @export(implementation) @inline(__always)
        public var UE: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Values of OVER8.
        @frozen
        public struct Oversampling: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var by16: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var by8: Self { .init(rawValue: 1) }
        }

        /// Oversampling mode. Bit 15.
        @export(implementation) @inline(__always)
        public var OVER8: Oversampling {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(15, 1))) }
            set { bits.setField(15, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension USART {
    /// Control register 2.
    @frozen
    public struct CR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Address of the USART node. Bits 3:0.
        @export(implementation) @inline(__always)
        public var ADD: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Lin break detection length. Bit 5.
        @export(implementation) @inline(__always)
        public var LBDL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// LIN break detection interrupt enable. Bit 6.
        @export(implementation) @inline(__always)
        public var LBDIE: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Last bit clock pulse. Bit 8.
        @export(implementation) @inline(__always)
        public var LBCL: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Clock phase. Bit 9.
        @export(implementation) @inline(__always)
        public var CPHA: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Clock polarity. Bit 10.
        @export(implementation) @inline(__always)
        public var CPOL: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Clock enable. Bit 11.
        @export(implementation) @inline(__always)
        public var CLKEN: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Values of STOP.
        @frozen
        public struct StopBits: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var one: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var half: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var two: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var oneAndHalf: Self { .init(rawValue: 3) }
        }

        /// STOP bits. Bits 13:12.
        @export(implementation) @inline(__always)
        public var STOP: StopBits {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 2))) }
            set { bits.setField(12, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// LIN mode enable. Bit 14.
        @export(implementation) @inline(__always)
        public var LINEN: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }
    }
}

extension USART {
    /// Control register 3.
    @frozen
    public struct CR3: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Error interrupt enable. Bit 0.
        @export(implementation) @inline(__always)
        public var EIE: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// IrDA mode enable. Bit 1.
        @export(implementation) @inline(__always)
        public var IREN: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// IrDA low-power. Bit 2.
        @export(implementation) @inline(__always)
        public var IRLP: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half-duplex selection. Bit 3.
        @export(implementation) @inline(__always)
        public var HDSEL: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Smartcard NACK enable. Bit 4.
        @export(implementation) @inline(__always)
        public var NACK: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Smartcard mode enable. Bit 5.
        @export(implementation) @inline(__always)
        public var SCEN: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// DMA enable receiver. Bit 6.
        @export(implementation) @inline(__always)
        public var DMAR: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// DMA enable transmitter. Bit 7.
        @export(implementation) @inline(__always)
        public var DMAT: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// RTS enable. Bit 8.
        @export(implementation) @inline(__always)
        public var RTSE: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// CTS enable. Bit 9.
        @export(implementation) @inline(__always)
        public var CTSE: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// CTS interrupt enable. Bit 10.
        @export(implementation) @inline(__always)
        public var CTSIE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// One sample bit method enable. Bit 11.
        @export(implementation) @inline(__always)
        public var ONEBIT: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }
    }
}

extension USART {
    /// Guard time and prescaler register.
    @frozen
    public struct GTPR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Prescaler value. Bits 7:0.
        @export(implementation) @inline(__always)
        public var PSC: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 8)) }
            set { bits.setField(0, 8, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Guard time value. Bits 15:8.
        @export(implementation) @inline(__always)
        public var GT: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 8)) }
            set { bits.setField(8, 8, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}
