// DMA controller.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// DMA controller.
@frozen
public struct DMA: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Low interrupt status register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var LISR: Register<LISR, ReadOnly> { .init(at: baseAddress) }

    /// High interrupt status register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var HISR: Register<HISR, ReadOnly> { .init(at: baseAddress &+ 0x4) }

    /// Low interrupt flag clear register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var LIFCR: Register<LIFCR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// High interrupt flag clear register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var HIFCR: Register<HIFCR, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Stream x configuration register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var S0CR: Register<S0CR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Stream x number of data register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var S0NDTR: Register<S0NDTR, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Stream x peripheral address register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var S0PAR: Register<S0PAR, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Stream x memory 0 address register. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var S0M0AR: Register<S0M0AR, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Stream x memory 1 address register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var S0M1AR: Register<S0M1AR, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// Stream x FIFO control register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var S0FCR: Register<S0FCR, ReadWrite> { .init(at: baseAddress &+ 0x24) }

    /// Stream x configuration register. Offset 0x28.
    @export(implementation) @inline(__always)
    public var S1CR: Register<S1CR, ReadWrite> { .init(at: baseAddress &+ 0x28) }

    /// Stream x number of data register. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var S1NDTR: Register<S1NDTR, ReadWrite> { .init(at: baseAddress &+ 0x2C) }

    /// Stream x peripheral address register. Offset 0x30.
    @export(implementation) @inline(__always)
    public var S1PAR: Register<S1PAR, ReadWrite> { .init(at: baseAddress &+ 0x30) }

    /// Stream x memory 0 address register. Offset 0x34.
    @export(implementation) @inline(__always)
    public var S1M0AR: Register<S1M0AR, ReadWrite> { .init(at: baseAddress &+ 0x34) }

    /// Stream x memory 1 address register. Offset 0x38.
    @export(implementation) @inline(__always)
    public var S1M1AR: Register<S1M1AR, ReadWrite> { .init(at: baseAddress &+ 0x38) }

    /// Stream x FIFO control register. Offset 0x3C.
    @export(implementation) @inline(__always)
    public var S1FCR: Register<S1FCR, ReadWrite> { .init(at: baseAddress &+ 0x3C) }

    /// Stream x configuration register. Offset 0x40.
    @export(implementation) @inline(__always)
    public var S2CR: Register<S2CR, ReadWrite> { .init(at: baseAddress &+ 0x40) }

    /// Stream x number of data register. Offset 0x44.
    @export(implementation) @inline(__always)
    public var S2NDTR: Register<S2NDTR, ReadWrite> { .init(at: baseAddress &+ 0x44) }

    /// Stream x peripheral address register. Offset 0x48.
    @export(implementation) @inline(__always)
    public var S2PAR: Register<S2PAR, ReadWrite> { .init(at: baseAddress &+ 0x48) }

    /// Stream x memory 0 address register. Offset 0x4C.
    @export(implementation) @inline(__always)
    public var S2M0AR: Register<S2M0AR, ReadWrite> { .init(at: baseAddress &+ 0x4C) }

    /// Stream x memory 1 address register. Offset 0x50.
    @export(implementation) @inline(__always)
    public var S2M1AR: Register<S2M1AR, ReadWrite> { .init(at: baseAddress &+ 0x50) }

    /// Stream x FIFO control register. Offset 0x54.
    @export(implementation) @inline(__always)
    public var S2FCR: Register<S2FCR, ReadWrite> { .init(at: baseAddress &+ 0x54) }

    /// Stream x configuration register. Offset 0x58.
    @export(implementation) @inline(__always)
    public var S3CR: Register<S3CR, ReadWrite> { .init(at: baseAddress &+ 0x58) }

    /// Stream x number of data register. Offset 0x5C.
    @export(implementation) @inline(__always)
    public var S3NDTR: Register<S3NDTR, ReadWrite> { .init(at: baseAddress &+ 0x5C) }

    /// Stream x peripheral address register. Offset 0x60.
    @export(implementation) @inline(__always)
    public var S3PAR: Register<S3PAR, ReadWrite> { .init(at: baseAddress &+ 0x60) }

    /// Stream x memory 0 address register. Offset 0x64.
    @export(implementation) @inline(__always)
    public var S3M0AR: Register<S3M0AR, ReadWrite> { .init(at: baseAddress &+ 0x64) }

    /// Stream x memory 1 address register. Offset 0x68.
    @export(implementation) @inline(__always)
    public var S3M1AR: Register<S3M1AR, ReadWrite> { .init(at: baseAddress &+ 0x68) }

    /// Stream x FIFO control register. Offset 0x6C.
    @export(implementation) @inline(__always)
    public var S3FCR: Register<S3FCR, ReadWrite> { .init(at: baseAddress &+ 0x6C) }

    /// Stream x configuration register. Offset 0x70.
    @export(implementation) @inline(__always)
    public var S4CR: Register<S4CR, ReadWrite> { .init(at: baseAddress &+ 0x70) }

    /// Stream x number of data register. Offset 0x74.
    @export(implementation) @inline(__always)
    public var S4NDTR: Register<S4NDTR, ReadWrite> { .init(at: baseAddress &+ 0x74) }

    /// Stream x peripheral address register. Offset 0x78.
    @export(implementation) @inline(__always)
    public var S4PAR: Register<S4PAR, ReadWrite> { .init(at: baseAddress &+ 0x78) }

    /// Stream x memory 0 address register. Offset 0x7C.
    @export(implementation) @inline(__always)
    public var S4M0AR: Register<S4M0AR, ReadWrite> { .init(at: baseAddress &+ 0x7C) }

    /// Stream x memory 1 address register. Offset 0x80.
    @export(implementation) @inline(__always)
    public var S4M1AR: Register<S4M1AR, ReadWrite> { .init(at: baseAddress &+ 0x80) }

    /// Stream x FIFO control register. Offset 0x84.
    @export(implementation) @inline(__always)
    public var S4FCR: Register<S4FCR, ReadWrite> { .init(at: baseAddress &+ 0x84) }

    /// Stream x configuration register. Offset 0x88.
    @export(implementation) @inline(__always)
    public var S5CR: Register<S5CR, ReadWrite> { .init(at: baseAddress &+ 0x88) }

    /// Stream x number of data register. Offset 0x8C.
    @export(implementation) @inline(__always)
    public var S5NDTR: Register<S5NDTR, ReadWrite> { .init(at: baseAddress &+ 0x8C) }

    /// Stream x peripheral address register. Offset 0x90.
    @export(implementation) @inline(__always)
    public var S5PAR: Register<S5PAR, ReadWrite> { .init(at: baseAddress &+ 0x90) }

    /// Stream x memory 0 address register. Offset 0x94.
    @export(implementation) @inline(__always)
    public var S5M0AR: Register<S5M0AR, ReadWrite> { .init(at: baseAddress &+ 0x94) }

    /// Stream x memory 1 address register. Offset 0x98.
    @export(implementation) @inline(__always)
    public var S5M1AR: Register<S5M1AR, ReadWrite> { .init(at: baseAddress &+ 0x98) }

    /// Stream x FIFO control register. Offset 0x9C.
    @export(implementation) @inline(__always)
    public var S5FCR: Register<S5FCR, ReadWrite> { .init(at: baseAddress &+ 0x9C) }

    /// Stream x configuration register. Offset 0xA0.
    @export(implementation) @inline(__always)
    public var S6CR: Register<S6CR, ReadWrite> { .init(at: baseAddress &+ 0xA0) }

    /// Stream x number of data register. Offset 0xA4.
    @export(implementation) @inline(__always)
    public var S6NDTR: Register<S6NDTR, ReadWrite> { .init(at: baseAddress &+ 0xA4) }

    /// Stream x peripheral address register. Offset 0xA8.
    @export(implementation) @inline(__always)
    public var S6PAR: Register<S6PAR, ReadWrite> { .init(at: baseAddress &+ 0xA8) }

    /// Stream x memory 0 address register. Offset 0xAC.
    @export(implementation) @inline(__always)
    public var S6M0AR: Register<S6M0AR, ReadWrite> { .init(at: baseAddress &+ 0xAC) }

    /// Stream x memory 1 address register. Offset 0xB0.
    @export(implementation) @inline(__always)
    public var S6M1AR: Register<S6M1AR, ReadWrite> { .init(at: baseAddress &+ 0xB0) }

    /// Stream x FIFO control register. Offset 0xB4.
    @export(implementation) @inline(__always)
    public var S6FCR: Register<S6FCR, ReadWrite> { .init(at: baseAddress &+ 0xB4) }

    /// Stream x configuration register. Offset 0xB8.
    @export(implementation) @inline(__always)
    public var S7CR: Register<S7CR, ReadWrite> { .init(at: baseAddress &+ 0xB8) }

    /// Stream x number of data register. Offset 0xBC.
    @export(implementation) @inline(__always)
    public var S7NDTR: Register<S7NDTR, ReadWrite> { .init(at: baseAddress &+ 0xBC) }

    /// Stream x peripheral address register. Offset 0xC0.
    @export(implementation) @inline(__always)
    public var S7PAR: Register<S7PAR, ReadWrite> { .init(at: baseAddress &+ 0xC0) }

    /// Stream x memory 0 address register. Offset 0xC4.
    @export(implementation) @inline(__always)
    public var S7M0AR: Register<S7M0AR, ReadWrite> { .init(at: baseAddress &+ 0xC4) }

    /// Stream x memory 1 address register. Offset 0xC8.
    @export(implementation) @inline(__always)
    public var S7M1AR: Register<S7M1AR, ReadWrite> { .init(at: baseAddress &+ 0xC8) }

    /// Stream x FIFO control register. Offset 0xCC.
    @export(implementation) @inline(__always)
    public var S7FCR: Register<S7FCR, ReadWrite> { .init(at: baseAddress &+ 0xCC) }
}

extension DMA {
    /// Low interrupt status register.
    @frozen
    public struct LISR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream x FIFO error interrupt flag (x=3..0). Bit 0.
        @export(implementation) @inline(__always)
        public var FEIF0: Bool {
            bits.flag(0)
        }

        /// Stream x direct mode error interrupt flag (x=3..0). Bit 2.
        @export(implementation) @inline(__always)
        public var DMEIF0: Bool {
            bits.flag(2)
        }

        /// Stream x transfer error interrupt flag (x=3..0). Bit 3.
        @export(implementation) @inline(__always)
        public var TEIF0: Bool {
            bits.flag(3)
        }

        /// Stream x half transfer interrupt flag (x=3..0). Bit 4.
        @export(implementation) @inline(__always)
        public var HTIF0: Bool {
            bits.flag(4)
        }

        /// Stream x transfer complete interrupt flag (x = 3..0). Bit 5.
        @export(implementation) @inline(__always)
        public var TCIF0: Bool {
            bits.flag(5)
        }

        /// Stream x FIFO error interrupt flag (x=3..0). Bit 6.
        @export(implementation) @inline(__always)
        public var FEIF1: Bool {
            bits.flag(6)
        }

        /// Stream x direct mode error interrupt flag (x=3..0). Bit 8.
        @export(implementation) @inline(__always)
        public var DMEIF1: Bool {
            bits.flag(8)
        }

        /// Stream x transfer error interrupt flag (x=3..0). Bit 9.
        @export(implementation) @inline(__always)
        public var TEIF1: Bool {
            bits.flag(9)
        }

        /// Stream x half transfer interrupt flag (x=3..0). Bit 10.
        @export(implementation) @inline(__always)
        public var HTIF1: Bool {
            bits.flag(10)
        }

        /// Stream x transfer complete interrupt flag (x = 3..0). Bit 11.
        @export(implementation) @inline(__always)
        public var TCIF1: Bool {
            bits.flag(11)
        }

        /// Stream x FIFO error interrupt flag (x=3..0). Bit 16.
        @export(implementation) @inline(__always)
        public var FEIF2: Bool {
            bits.flag(16)
        }

        /// Stream x direct mode error interrupt flag (x=3..0). Bit 18.
        @export(implementation) @inline(__always)
        public var DMEIF2: Bool {
            bits.flag(18)
        }

        /// Stream x transfer error interrupt flag (x=3..0). Bit 19.
        @export(implementation) @inline(__always)
        public var TEIF2: Bool {
            bits.flag(19)
        }

        /// Stream x half transfer interrupt flag (x=3..0). Bit 20.
        @export(implementation) @inline(__always)
        public var HTIF2: Bool {
            bits.flag(20)
        }

        /// Stream x transfer complete interrupt flag (x = 3..0). Bit 21.
        @export(implementation) @inline(__always)
        public var TCIF2: Bool {
            bits.flag(21)
        }

        /// Stream x FIFO error interrupt flag (x=3..0). Bit 22.
        @export(implementation) @inline(__always)
        public var FEIF3: Bool {
            bits.flag(22)
        }

        /// Stream x direct mode error interrupt flag (x=3..0). Bit 24.
        @export(implementation) @inline(__always)
        public var DMEIF3: Bool {
            bits.flag(24)
        }

        /// Stream x transfer error interrupt flag (x=3..0). Bit 25.
        @export(implementation) @inline(__always)
        public var TEIF3: Bool {
            bits.flag(25)
        }

        /// Stream x half transfer interrupt flag (x=3..0). Bit 26.
        @export(implementation) @inline(__always)
        public var HTIF3: Bool {
            bits.flag(26)
        }

        /// Stream x transfer complete interrupt flag (x = 3..0). Bit 27.
        @export(implementation) @inline(__always)
        public var TCIF3: Bool {
            bits.flag(27)
        }
    }
}

extension DMA {
    /// High interrupt status register.
    @frozen
    public struct HISR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream x FIFO error interrupt flag (x=7..4). Bit 0.
        @export(implementation) @inline(__always)
        public var FEIF4: Bool {
            bits.flag(0)
        }

        /// Stream x direct mode error interrupt flag (x=7..4). Bit 2.
        @export(implementation) @inline(__always)
        public var DMEIF4: Bool {
            bits.flag(2)
        }

        /// Stream x transfer error interrupt flag (x=7..4). Bit 3.
        @export(implementation) @inline(__always)
        public var TEIF4: Bool {
            bits.flag(3)
        }

        /// Stream x half transfer interrupt flag (x=7..4). Bit 4.
        @export(implementation) @inline(__always)
        public var HTIF4: Bool {
            bits.flag(4)
        }

        /// Stream x transfer complete interrupt flag (x=7..4). Bit 5.
        @export(implementation) @inline(__always)
        public var TCIF4: Bool {
            bits.flag(5)
        }

        /// Stream x FIFO error interrupt flag (x=7..4). Bit 6.
        @export(implementation) @inline(__always)
        public var FEIF5: Bool {
            bits.flag(6)
        }

        /// Stream x direct mode error interrupt flag (x=7..4). Bit 8.
        @export(implementation) @inline(__always)
        public var DMEIF5: Bool {
            bits.flag(8)
        }

        /// Stream x transfer error interrupt flag (x=7..4). Bit 9.
        @export(implementation) @inline(__always)
        public var TEIF5: Bool {
            bits.flag(9)
        }

        /// Stream x half transfer interrupt flag (x=7..4). Bit 10.
        @export(implementation) @inline(__always)
        public var HTIF5: Bool {
            bits.flag(10)
        }

        /// Stream x transfer complete interrupt flag (x=7..4). Bit 11.
        @export(implementation) @inline(__always)
        public var TCIF5: Bool {
            bits.flag(11)
        }

        /// Stream x FIFO error interrupt flag (x=7..4). Bit 16.
        @export(implementation) @inline(__always)
        public var FEIF6: Bool {
            bits.flag(16)
        }

        /// Stream x direct mode error interrupt flag (x=7..4). Bit 18.
        @export(implementation) @inline(__always)
        public var DMEIF6: Bool {
            bits.flag(18)
        }

        /// Stream x transfer error interrupt flag (x=7..4). Bit 19.
        @export(implementation) @inline(__always)
        public var TEIF6: Bool {
            bits.flag(19)
        }

        /// Stream x half transfer interrupt flag (x=7..4). Bit 20.
        @export(implementation) @inline(__always)
        public var HTIF6: Bool {
            bits.flag(20)
        }

        /// Stream x transfer complete interrupt flag (x=7..4). Bit 21.
        @export(implementation) @inline(__always)
        public var TCIF6: Bool {
            bits.flag(21)
        }

        /// Stream x FIFO error interrupt flag (x=7..4). Bit 22.
        @export(implementation) @inline(__always)
        public var FEIF7: Bool {
            bits.flag(22)
        }

        /// Stream x direct mode error interrupt flag (x=7..4). Bit 24.
        @export(implementation) @inline(__always)
        public var DMEIF7: Bool {
            bits.flag(24)
        }

        /// Stream x transfer error interrupt flag (x=7..4). Bit 25.
        @export(implementation) @inline(__always)
        public var TEIF7: Bool {
            bits.flag(25)
        }

        /// Stream x half transfer interrupt flag (x=7..4). Bit 26.
        @export(implementation) @inline(__always)
        public var HTIF7: Bool {
            bits.flag(26)
        }

        /// Stream x transfer complete interrupt flag (x=7..4). Bit 27.
        @export(implementation) @inline(__always)
        public var TCIF7: Bool {
            bits.flag(27)
        }
    }
}

extension DMA {
    /// Low interrupt flag clear register.
    @frozen
    public struct LIFCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream x clear FIFO error interrupt flag (x = 3..0). Bit 0.
        @export(implementation) @inline(__always)
        public var CFEIF0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 3..0). Bit 2.
        @export(implementation) @inline(__always)
        public var CDMEIF0: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 3..0). Bit 3.
        @export(implementation) @inline(__always)
        public var CTEIF0: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 3..0). Bit 4.
        @export(implementation) @inline(__always)
        public var CHTIF0: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 3..0). Bit 5.
        @export(implementation) @inline(__always)
        public var CTCIF0: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Stream x clear FIFO error interrupt flag (x = 3..0). Bit 6.
        @export(implementation) @inline(__always)
        public var CFEIF1: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 3..0). Bit 8.
        @export(implementation) @inline(__always)
        public var CDMEIF1: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 3..0). Bit 9.
        @export(implementation) @inline(__always)
        public var CTEIF1: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 3..0). Bit 10.
        @export(implementation) @inline(__always)
        public var CHTIF1: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 3..0). Bit 11.
        @export(implementation) @inline(__always)
        public var CTCIF1: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Stream x clear FIFO error interrupt flag (x = 3..0). Bit 16.
        @export(implementation) @inline(__always)
        public var CFEIF2: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 3..0). Bit 18.
        @export(implementation) @inline(__always)
        public var CDMEIF2: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 3..0). Bit 19.
        @export(implementation) @inline(__always)
        public var CTEIF2: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 3..0). Bit 20.
        @export(implementation) @inline(__always)
        public var CHTIF2: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 3..0). Bit 21.
        @export(implementation) @inline(__always)
        public var CTCIF2: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// Stream x clear FIFO error interrupt flag (x = 3..0). Bit 22.
        @export(implementation) @inline(__always)
        public var CFEIF3: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 3..0). Bit 24.
        @export(implementation) @inline(__always)
        public var CDMEIF3: Bool {
            get { bits.flag(24) }
            set { bits.setFlag(24, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 3..0). Bit 25.
        @export(implementation) @inline(__always)
        public var CTEIF3: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 3..0). Bit 26.
        @export(implementation) @inline(__always)
        public var CHTIF3: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 3..0). Bit 27.
        @export(implementation) @inline(__always)
        public var CTCIF3: Bool {
            get { bits.flag(27) }
            set { bits.setFlag(27, newValue) }
        }
    }
}

extension DMA {
    /// High interrupt flag clear register.
    @frozen
    public struct HIFCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream x clear FIFO error interrupt flag (x = 7..4). Bit 0.
        @export(implementation) @inline(__always)
        public var CFEIF4: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 7..4). Bit 2.
        @export(implementation) @inline(__always)
        public var CDMEIF4: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 7..4). Bit 3.
        @export(implementation) @inline(__always)
        public var CTEIF4: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 7..4). Bit 4.
        @export(implementation) @inline(__always)
        public var CHTIF4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 7..4). Bit 5.
        @export(implementation) @inline(__always)
        public var CTCIF4: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Stream x clear FIFO error interrupt flag (x = 7..4). Bit 6.
        @export(implementation) @inline(__always)
        public var CFEIF5: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 7..4). Bit 8.
        @export(implementation) @inline(__always)
        public var CDMEIF5: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 7..4). Bit 9.
        @export(implementation) @inline(__always)
        public var CTEIF5: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 7..4). Bit 10.
        @export(implementation) @inline(__always)
        public var CHTIF5: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 7..4). Bit 11.
        @export(implementation) @inline(__always)
        public var CTCIF5: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Stream x clear FIFO error interrupt flag (x = 7..4). Bit 16.
        @export(implementation) @inline(__always)
        public var CFEIF6: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 7..4). Bit 18.
        @export(implementation) @inline(__always)
        public var CDMEIF6: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 7..4). Bit 19.
        @export(implementation) @inline(__always)
        public var CTEIF6: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 7..4). Bit 20.
        @export(implementation) @inline(__always)
        public var CHTIF6: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 7..4). Bit 21.
        @export(implementation) @inline(__always)
        public var CTCIF6: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// Stream x clear FIFO error interrupt flag (x = 7..4). Bit 22.
        @export(implementation) @inline(__always)
        public var CFEIF7: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }

        /// Stream x clear direct mode error interrupt flag (x = 7..4). Bit 24.
        @export(implementation) @inline(__always)
        public var CDMEIF7: Bool {
            get { bits.flag(24) }
            set { bits.setFlag(24, newValue) }
        }

        /// Stream x clear transfer error interrupt flag (x = 7..4). Bit 25.
        @export(implementation) @inline(__always)
        public var CTEIF7: Bool {
            get { bits.flag(25) }
            set { bits.setFlag(25, newValue) }
        }

        /// Stream x clear half transfer interrupt flag (x = 7..4). Bit 26.
        @export(implementation) @inline(__always)
        public var CHTIF7: Bool {
            get { bits.flag(26) }
            set { bits.setFlag(26, newValue) }
        }

        /// Stream x clear transfer complete interrupt flag (x = 7..4). Bit 27.
        @export(implementation) @inline(__always)
        public var CTCIF7: Bool {
            get { bits.flag(27) }
            set { bits.setFlag(27, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S0CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S0NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S0PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S0M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S0M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S0FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S1CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// ACK. Bit 20.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S1NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S1PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S1M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S1M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S1FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S2CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// ACK. Bit 20.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S2NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S2PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S2M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S2M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S2FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S3CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// ACK. Bit 20.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S3NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S3PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S3M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S3M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S3FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S4CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// ACK. Bit 20.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S4NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S4PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S4M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S4M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S4FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S5CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// ACK. Bit 20.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S5NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S5PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S5M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S5M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S5FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S6CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// ACK. Bit 20.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S6NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S6PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S6M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S6M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S6FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension DMA {
    /// Stream x configuration register.
    @frozen
    public struct S7CR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Stream enable / flag stream ready when read low. Bit 0.
        @export(implementation) @inline(__always)
        public var EN: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Direct mode error interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var DMEIE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Transfer error interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var TEIE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Half transfer interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var HTIE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Transfer complete interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var TCIE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Peripheral flow controller. Bit 5.
        @export(implementation) @inline(__always)
        public var PFCTRL: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Data transfer direction. Bits 7:6.
        @export(implementation) @inline(__always)
        public var DIR: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(6, 2)) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Circular mode. Bit 8.
        @export(implementation) @inline(__always)
        public var CIRC: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Peripheral increment mode. Bit 9.
        @export(implementation) @inline(__always)
        public var PINC: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Memory increment mode. Bit 10.
        @export(implementation) @inline(__always)
        public var MINC: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Peripheral data size. Bits 12:11.
        @export(implementation) @inline(__always)
        public var PSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(11, 2)) }
            set { bits.setField(11, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory data size. Bits 14:13.
        @export(implementation) @inline(__always)
        public var MSIZE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(13, 2)) }
            set { bits.setField(13, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Peripheral increment offset size. Bit 15.
        @export(implementation) @inline(__always)
        public var PINCOS: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Priority level. Bits 17:16.
        @export(implementation) @inline(__always)
        public var PL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 2)) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Double buffer mode. Bit 18.
        @export(implementation) @inline(__always)
        public var DBM: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Current target (only in double buffer mode). Bit 19.
        @export(implementation) @inline(__always)
        public var CT: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// ACK. Bit 20.
        @export(implementation) @inline(__always)
        public var ACK: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Peripheral burst transfer configuration. Bits 22:21.
        @export(implementation) @inline(__always)
        public var PBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(21, 2)) }
            set { bits.setField(21, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Memory burst transfer configuration. Bits 24:23.
        @export(implementation) @inline(__always)
        public var MBURST: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(23, 2)) }
            set { bits.setField(23, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Channel selection. Bits 27:25.
        @export(implementation) @inline(__always)
        public var CHSEL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(25, 3)) }
            set { bits.setField(25, 3, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x number of data register.
    @frozen
    public struct S7NDTR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Number of data items to transfer. Bits 15:0.
        @export(implementation) @inline(__always)
        public var NDT: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension DMA {
    /// Stream x peripheral address register.
    @frozen
    public struct S7PAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Peripheral address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var PA: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 0 address register.
    @frozen
    public struct S7M0AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 0 address. Bits 31:0.
        @export(implementation) @inline(__always)
        public var M0A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x memory 1 address register.
    @frozen
    public struct S7M1AR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Memory 1 address (used in case of Double buffer mode). Bits 31:0.
        @export(implementation) @inline(__always)
        public var M1A: UInt32 {
            get { bits.field(0, 32) }
            set { bits.setField(0, 32, newValue) }
        }
    }
}

extension DMA {
    /// Stream x FIFO control register.
    @frozen
    public struct S7FCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x21) }

        /// FIFO threshold selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var FTH: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Direct mode disable. Bit 2.
        @export(implementation) @inline(__always)
        public var DMDIS: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// FIFO status. Bits 5:3.
        @export(implementation) @inline(__always)
        public var FS: UInt8 {
            UInt8(truncatingIfNeeded: bits.field(3, 3))
        }

        /// FIFO error interrupt enable. Bit 7.
        @export(implementation) @inline(__always)
        public var FEIE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}
