// General-purpose input and output.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// General-purpose input and output.
@frozen
public struct GPIO: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// GPIO port mode register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var MODER: Register<MODER, ReadWrite> { .init(at: baseAddress) }

    /// GPIO port output type register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var OTYPER: Register<OTYPER, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// GPIO port output speed register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var OSPEEDR: Register<OSPEEDR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// GPIO port pull-up/pull-down register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var PUPDR: Register<PUPDR, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// GPIO port input data register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var IDR: Register<IDR, ReadOnly> { .init(at: baseAddress &+ 0x10) }

    /// GPIO port output data register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var ODR: Register<ODR, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// GPIO port bit set/reset register. Offset 0x18.
    @export(implementation) @inline(__always)
    public var BSRR: Register<BSRR, WriteOnly> { .init(at: baseAddress &+ 0x18) }

    /// GPIO port configuration lock register. Offset 0x1C.
    @export(implementation) @inline(__always)
    public var LCKR: Register<LCKR, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// GPIO alternate function low register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var AFRL: Register<AFRL, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// GPIO alternate function high register. Offset 0x24.
    @export(implementation) @inline(__always)
    public var AFRH: Register<AFRH, ReadWrite> { .init(at: baseAddress &+ 0x24) }
}

extension GPIO {
    /// GPIO port mode register.
    @frozen
    public struct MODER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of MODER0.
        @frozen
        public struct Mode: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var input: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var output: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var alternate: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var analog: Self { .init(rawValue: 3) }
        }

        /// Port x configuration bits (y = 0..15). Bits 1:0.
        @export(implementation) @inline(__always)
        public var MODER0: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 2))) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). By index, 0...15; bits 1:0 and every 2 on.
        @export(implementation) @inline(__always)
        public subscript(MODER index: Int) -> Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 0..<16, at: 0, every: 2), 2))) }
            set { bits.setField(fieldOffset(index, in: 0..<16, at: 0, every: 2), 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 3:2.
        @export(implementation) @inline(__always)
        public var MODER1: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 2))) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 5:4.
        @export(implementation) @inline(__always)
        public var MODER2: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 2))) }
            set { bits.setField(4, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 7:6.
        @export(implementation) @inline(__always)
        public var MODER3: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 2))) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 9:8.
        @export(implementation) @inline(__always)
        public var MODER4: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 2))) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 11:10.
        @export(implementation) @inline(__always)
        public var MODER5: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(10, 2))) }
            set { bits.setField(10, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 13:12.
        @export(implementation) @inline(__always)
        public var MODER6: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 2))) }
            set { bits.setField(12, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 15:14.
        @export(implementation) @inline(__always)
        public var MODER7: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(14, 2))) }
            set { bits.setField(14, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 17:16.
        @export(implementation) @inline(__always)
        public var MODER8: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(16, 2))) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 19:18.
        @export(implementation) @inline(__always)
        public var MODER9: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(18, 2))) }
            set { bits.setField(18, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 21:20.
        @export(implementation) @inline(__always)
        public var MODER10: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(20, 2))) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 23:22.
        @export(implementation) @inline(__always)
        public var MODER11: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(22, 2))) }
            set { bits.setField(22, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 25:24.
        @export(implementation) @inline(__always)
        public var MODER12: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(24, 2))) }
            set { bits.setField(24, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 27:26.
        @export(implementation) @inline(__always)
        public var MODER13: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(26, 2))) }
            set { bits.setField(26, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 29:28.
        @export(implementation) @inline(__always)
        public var MODER14: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(28, 2))) }
            set { bits.setField(28, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 31:30.
        @export(implementation) @inline(__always)
        public var MODER15: Mode {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(30, 2))) }
            set { bits.setField(30, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension GPIO {
    /// GPIO port output type register.
    @frozen
    public struct OTYPER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of OT0.
        @frozen
        public struct OutputType: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var pushPull: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var openDrain: Self { .init(rawValue: 1) }
        }

        /// Port x configuration bits (y = 0..15). Bit 0.
        @export(implementation) @inline(__always)
        public var OT0: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 1))) }
            set { bits.setField(0, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). By index, 0...15; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(OT index: Int) -> OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 0..<16, at: 0, every: 1), 1))) }
            set { bits.setField(fieldOffset(index, in: 0..<16, at: 0, every: 1), 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 1.
        @export(implementation) @inline(__always)
        public var OT1: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(1, 1))) }
            set { bits.setField(1, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 2.
        @export(implementation) @inline(__always)
        public var OT2: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 1))) }
            set { bits.setField(2, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 3.
        @export(implementation) @inline(__always)
        public var OT3: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(3, 1))) }
            set { bits.setField(3, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 4.
        @export(implementation) @inline(__always)
        public var OT4: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 1))) }
            set { bits.setField(4, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 5.
        @export(implementation) @inline(__always)
        public var OT5: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(5, 1))) }
            set { bits.setField(5, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 6.
        @export(implementation) @inline(__always)
        public var OT6: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 1))) }
            set { bits.setField(6, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 7.
        @export(implementation) @inline(__always)
        public var OT7: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(7, 1))) }
            set { bits.setField(7, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 8.
        @export(implementation) @inline(__always)
        public var OT8: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 1))) }
            set { bits.setField(8, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 9.
        @export(implementation) @inline(__always)
        public var OT9: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(9, 1))) }
            set { bits.setField(9, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 10.
        @export(implementation) @inline(__always)
        public var OT10: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(10, 1))) }
            set { bits.setField(10, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 11.
        @export(implementation) @inline(__always)
        public var OT11: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(11, 1))) }
            set { bits.setField(11, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 12.
        @export(implementation) @inline(__always)
        public var OT12: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 1))) }
            set { bits.setField(12, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 13.
        @export(implementation) @inline(__always)
        public var OT13: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(13, 1))) }
            set { bits.setField(13, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 14.
        @export(implementation) @inline(__always)
        public var OT14: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(14, 1))) }
            set { bits.setField(14, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bit 15.
        @export(implementation) @inline(__always)
        public var OT15: OutputType {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(15, 1))) }
            set { bits.setField(15, 1, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension GPIO {
    /// GPIO port output speed register.
    @frozen
    public struct OSPEEDR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of OSPEEDR0.
        @frozen
        public struct Speed: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var low: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var medium: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var high: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var veryHigh: Self { .init(rawValue: 3) }
        }

        /// Port x configuration bits (y = 0..15). Bits 1:0.
        @export(implementation) @inline(__always)
        public var OSPEEDR0: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 2))) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). By index, 0...15; bits 1:0 and every 2 on.
        @export(implementation) @inline(__always)
        public subscript(OSPEEDR index: Int) -> Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 0..<16, at: 0, every: 2), 2))) }
            set { bits.setField(fieldOffset(index, in: 0..<16, at: 0, every: 2), 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 3:2.
        @export(implementation) @inline(__always)
        public var OSPEEDR1: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 2))) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 5:4.
        @export(implementation) @inline(__always)
        public var OSPEEDR2: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 2))) }
            set { bits.setField(4, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 7:6.
        @export(implementation) @inline(__always)
        public var OSPEEDR3: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 2))) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 9:8.
        @export(implementation) @inline(__always)
        public var OSPEEDR4: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 2))) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 11:10.
        @export(implementation) @inline(__always)
        public var OSPEEDR5: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(10, 2))) }
            set { bits.setField(10, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 13:12.
        @export(implementation) @inline(__always)
        public var OSPEEDR6: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 2))) }
            set { bits.setField(12, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 15:14.
        @export(implementation) @inline(__always)
        public var OSPEEDR7: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(14, 2))) }
            set { bits.setField(14, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 17:16.
        @export(implementation) @inline(__always)
        public var OSPEEDR8: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(16, 2))) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 19:18.
        @export(implementation) @inline(__always)
        public var OSPEEDR9: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(18, 2))) }
            set { bits.setField(18, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 21:20.
        @export(implementation) @inline(__always)
        public var OSPEEDR10: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(20, 2))) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 23:22.
        @export(implementation) @inline(__always)
        public var OSPEEDR11: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(22, 2))) }
            set { bits.setField(22, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 25:24.
        @export(implementation) @inline(__always)
        public var OSPEEDR12: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(24, 2))) }
            set { bits.setField(24, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 27:26.
        @export(implementation) @inline(__always)
        public var OSPEEDR13: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(26, 2))) }
            set { bits.setField(26, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 29:28.
        @export(implementation) @inline(__always)
        public var OSPEEDR14: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(28, 2))) }
            set { bits.setField(28, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 31:30.
        @export(implementation) @inline(__always)
        public var OSPEEDR15: Speed {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(30, 2))) }
            set { bits.setField(30, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension GPIO {
    /// GPIO port pull-up/pull-down register.
    @frozen
    public struct PUPDR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of PUPDR0.
        @frozen
        public struct Pull: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var none: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var up: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var down: Self { .init(rawValue: 2) }
        }

        /// Port x configuration bits (y = 0..15). Bits 1:0.
        @export(implementation) @inline(__always)
        public var PUPDR0: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 2))) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). By index, 0...15; bits 1:0 and every 2 on.
        @export(implementation) @inline(__always)
        public subscript(PUPDR index: Int) -> Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 0..<16, at: 0, every: 2), 2))) }
            set { bits.setField(fieldOffset(index, in: 0..<16, at: 0, every: 2), 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 3:2.
        @export(implementation) @inline(__always)
        public var PUPDR1: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(2, 2))) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 5:4.
        @export(implementation) @inline(__always)
        public var PUPDR2: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 2))) }
            set { bits.setField(4, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 7:6.
        @export(implementation) @inline(__always)
        public var PUPDR3: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(6, 2))) }
            set { bits.setField(6, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 9:8.
        @export(implementation) @inline(__always)
        public var PUPDR4: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 2))) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 11:10.
        @export(implementation) @inline(__always)
        public var PUPDR5: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(10, 2))) }
            set { bits.setField(10, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 13:12.
        @export(implementation) @inline(__always)
        public var PUPDR6: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 2))) }
            set { bits.setField(12, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 15:14.
        @export(implementation) @inline(__always)
        public var PUPDR7: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(14, 2))) }
            set { bits.setField(14, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 17:16.
        @export(implementation) @inline(__always)
        public var PUPDR8: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(16, 2))) }
            set { bits.setField(16, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 19:18.
        @export(implementation) @inline(__always)
        public var PUPDR9: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(18, 2))) }
            set { bits.setField(18, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 21:20.
        @export(implementation) @inline(__always)
        public var PUPDR10: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(20, 2))) }
            set { bits.setField(20, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 23:22.
        @export(implementation) @inline(__always)
        public var PUPDR11: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(22, 2))) }
            set { bits.setField(22, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 25:24.
        @export(implementation) @inline(__always)
        public var PUPDR12: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(24, 2))) }
            set { bits.setField(24, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 27:26.
        @export(implementation) @inline(__always)
        public var PUPDR13: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(26, 2))) }
            set { bits.setField(26, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 29:28.
        @export(implementation) @inline(__always)
        public var PUPDR14: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(28, 2))) }
            set { bits.setField(28, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// Port x configuration bits (y = 0..15). Bits 31:30.
        @export(implementation) @inline(__always)
        public var PUPDR15: Pull {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(30, 2))) }
            set { bits.setField(30, 2, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension GPIO {
    /// GPIO port input data register.
    @frozen
    public struct IDR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Port input data (y = 0..15). Bit 0.
        @export(implementation) @inline(__always)
        public var IDR0: Bool {
            bits.flag(0)
        }

        /// Port input data (y = 0..15). By index, 0...15; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(IDR index: Int) -> Bool {
            bits.flag(fieldOffset(index, in: 0..<16, at: 0, every: 1))
        }

        /// Port input data (y = 0..15). Bit 1.
        @export(implementation) @inline(__always)
        public var IDR1: Bool {
            bits.flag(1)
        }

        /// Port input data (y = 0..15). Bit 2.
        @export(implementation) @inline(__always)
        public var IDR2: Bool {
            bits.flag(2)
        }

        /// Port input data (y = 0..15). Bit 3.
        @export(implementation) @inline(__always)
        public var IDR3: Bool {
            bits.flag(3)
        }

        /// Port input data (y = 0..15). Bit 4.
        @export(implementation) @inline(__always)
        public var IDR4: Bool {
            bits.flag(4)
        }

        /// Port input data (y = 0..15). Bit 5.
        @export(implementation) @inline(__always)
        public var IDR5: Bool {
            bits.flag(5)
        }

        /// Port input data (y = 0..15). Bit 6.
        @export(implementation) @inline(__always)
        public var IDR6: Bool {
            bits.flag(6)
        }

        /// Port input data (y = 0..15). Bit 7.
        @export(implementation) @inline(__always)
        public var IDR7: Bool {
            bits.flag(7)
        }

        /// Port input data (y = 0..15). Bit 8.
        @export(implementation) @inline(__always)
        public var IDR8: Bool {
            bits.flag(8)
        }

        /// Port input data (y = 0..15). Bit 9.
        @export(implementation) @inline(__always)
        public var IDR9: Bool {
            bits.flag(9)
        }

        /// Port input data (y = 0..15). Bit 10.
        @export(implementation) @inline(__always)
        public var IDR10: Bool {
            bits.flag(10)
        }

        /// Port input data (y = 0..15). Bit 11.
        @export(implementation) @inline(__always)
        public var IDR11: Bool {
            bits.flag(11)
        }

        /// Port input data (y = 0..15). Bit 12.
        @export(implementation) @inline(__always)
        public var IDR12: Bool {
            bits.flag(12)
        }

        /// Port input data (y = 0..15). Bit 13.
        @export(implementation) @inline(__always)
        public var IDR13: Bool {
            bits.flag(13)
        }

        /// Port input data (y = 0..15). Bit 14.
        @export(implementation) @inline(__always)
        public var IDR14: Bool {
            bits.flag(14)
        }

        /// Port input data (y = 0..15). Bit 15.
        @export(implementation) @inline(__always)
        public var IDR15: Bool {
            bits.flag(15)
        }
    }
}

extension GPIO {
    /// GPIO port output data register.
    @frozen
    public struct ODR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Port output data (y = 0..15). Bit 0.
        @export(implementation) @inline(__always)
        public var ODR0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Port output data (y = 0..15). By index, 0...15; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(ODR index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<16, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<16, at: 0, every: 1), newValue) }
        }

        /// Port output data (y = 0..15). Bit 1.
        @export(implementation) @inline(__always)
        public var ODR1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Port output data (y = 0..15). Bit 2.
        @export(implementation) @inline(__always)
        public var ODR2: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Port output data (y = 0..15). Bit 3.
        @export(implementation) @inline(__always)
        public var ODR3: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Port output data (y = 0..15). Bit 4.
        @export(implementation) @inline(__always)
        public var ODR4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Port output data (y = 0..15). Bit 5.
        @export(implementation) @inline(__always)
        public var ODR5: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Port output data (y = 0..15). Bit 6.
        @export(implementation) @inline(__always)
        public var ODR6: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Port output data (y = 0..15). Bit 7.
        @export(implementation) @inline(__always)
        public var ODR7: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Port output data (y = 0..15). Bit 8.
        @export(implementation) @inline(__always)
        public var ODR8: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Port output data (y = 0..15). Bit 9.
        @export(implementation) @inline(__always)
        public var ODR9: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Port output data (y = 0..15). Bit 10.
        @export(implementation) @inline(__always)
        public var ODR10: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Port output data (y = 0..15). Bit 11.
        @export(implementation) @inline(__always)
        public var ODR11: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Port output data (y = 0..15). Bit 12.
        @export(implementation) @inline(__always)
        public var ODR12: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Port output data (y = 0..15). Bit 13.
        @export(implementation) @inline(__always)
        public var ODR13: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Port output data (y = 0..15). Bit 14.
        @export(implementation) @inline(__always)
        public var ODR14: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Port output data (y = 0..15). Bit 15.
        @export(implementation) @inline(__always)
        public var ODR15: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension GPIO {
    /// GPIO port bit set/reset register.
    @frozen
    public struct BSRR: RegisterValue, ClearableFlags, SettableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0xFFFF_FFFF }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Port x set bit y (y= 0..15). Bit 0. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS0 value: Bool) {
            bits.setFlag(0, value)
        }

        /// Port x set bit y (y= 0..15). By index, 0...15; bit 0 and every 1 on. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS index: Int, to value: Bool) {
            bits.setFlag(fieldOffset(index, in: 0..<16, at: 0, every: 1), value)
        }

        /// Port x set bit y (y= 0..15). Bit 1. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS1 value: Bool) {
            bits.setFlag(1, value)
        }

        /// Port x set bit y (y= 0..15). Bit 2. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS2 value: Bool) {
            bits.setFlag(2, value)
        }

        /// Port x set bit y (y= 0..15). Bit 3. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS3 value: Bool) {
            bits.setFlag(3, value)
        }

        /// Port x set bit y (y= 0..15). Bit 4. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS4 value: Bool) {
            bits.setFlag(4, value)
        }

        /// Port x set bit y (y= 0..15). Bit 5. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS5 value: Bool) {
            bits.setFlag(5, value)
        }

        /// Port x set bit y (y= 0..15). Bit 6. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS6 value: Bool) {
            bits.setFlag(6, value)
        }

        /// Port x set bit y (y= 0..15). Bit 7. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS7 value: Bool) {
            bits.setFlag(7, value)
        }

        /// Port x set bit y (y= 0..15). Bit 8. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS8 value: Bool) {
            bits.setFlag(8, value)
        }

        /// Port x set bit y (y= 0..15). Bit 9. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS9 value: Bool) {
            bits.setFlag(9, value)
        }

        /// Port x set bit y (y= 0..15). Bit 10. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS10 value: Bool) {
            bits.setFlag(10, value)
        }

        /// Port x set bit y (y= 0..15). Bit 11. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS11 value: Bool) {
            bits.setFlag(11, value)
        }

        /// Port x set bit y (y= 0..15). Bit 12. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS12 value: Bool) {
            bits.setFlag(12, value)
        }

        /// Port x set bit y (y= 0..15). Bit 13. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS13 value: Bool) {
            bits.setFlag(13, value)
        }

        /// Port x set bit y (y= 0..15). Bit 14. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS14 value: Bool) {
            bits.setFlag(14, value)
        }

        /// Port x set bit y (y= 0..15). Bit 15. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BS15 value: Bool) {
            bits.setFlag(15, value)
        }

        /// Port x set bit y (y= 0..15). Bit 16. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR0 value: Bool) {
            bits.setFlag(16, value)
        }

        /// Port x set bit y (y= 0..15). By index, 0...15; bit 16 and every 1 on. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR index: Int, to value: Bool) {
            bits.setFlag(fieldOffset(index, in: 0..<16, at: 16, every: 1), value)
        }

        /// Port x reset bit y (y = 0..15). Bit 17. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR1 value: Bool) {
            bits.setFlag(17, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 18. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR2 value: Bool) {
            bits.setFlag(18, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 19. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR3 value: Bool) {
            bits.setFlag(19, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 20. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR4 value: Bool) {
            bits.setFlag(20, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 21. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR5 value: Bool) {
            bits.setFlag(21, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 22. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR6 value: Bool) {
            bits.setFlag(22, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 23. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR7 value: Bool) {
            bits.setFlag(23, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 24. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR8 value: Bool) {
            bits.setFlag(24, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 25. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR9 value: Bool) {
            bits.setFlag(25, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 26. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR10 value: Bool) {
            bits.setFlag(26, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 27. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR11 value: Bool) {
            bits.setFlag(27, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 28. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR12 value: Bool) {
            bits.setFlag(28, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 29. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR13 value: Bool) {
            bits.setFlag(29, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 30. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR14 value: Bool) {
            bits.setFlag(30, value)
        }

        /// Port x reset bit y (y = 0..15). Bit 31. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(BR15 value: Bool) {
            bits.setFlag(31, value)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Port x set bit y (y= 0..15). Bit 16.
            @export(implementation) @inline(__always)
            public static var BR0: Self { .init(bits: 0x1_0000) }

            /// Port x set bit y (y= 0..15). By index, 0...15; bit 16 and every 1 on.
            @export(implementation) @inline(__always)
            public static func BR(_ index: Int) -> Self {
                .init(bits: 0x1 &<< UInt32(truncatingIfNeeded: fieldOffset(index, in: 0..<16, at: 16, every: 1)))
            }

            /// Port x reset bit y (y = 0..15). Bit 17.
            @export(implementation) @inline(__always)
            public static var BR1: Self { .init(bits: 0x2_0000) }

            /// Port x reset bit y (y = 0..15). Bit 18.
            @export(implementation) @inline(__always)
            public static var BR2: Self { .init(bits: 0x4_0000) }

            /// Port x reset bit y (y = 0..15). Bit 19.
            @export(implementation) @inline(__always)
            public static var BR3: Self { .init(bits: 0x8_0000) }

            /// Port x reset bit y (y = 0..15). Bit 20.
            @export(implementation) @inline(__always)
            public static var BR4: Self { .init(bits: 0x10_0000) }

            /// Port x reset bit y (y = 0..15). Bit 21.
            @export(implementation) @inline(__always)
            public static var BR5: Self { .init(bits: 0x20_0000) }

            /// Port x reset bit y (y = 0..15). Bit 22.
            @export(implementation) @inline(__always)
            public static var BR6: Self { .init(bits: 0x40_0000) }

            /// Port x reset bit y (y = 0..15). Bit 23.
            @export(implementation) @inline(__always)
            public static var BR7: Self { .init(bits: 0x80_0000) }

            /// Port x reset bit y (y = 0..15). Bit 24.
            @export(implementation) @inline(__always)
            public static var BR8: Self { .init(bits: 0x100_0000) }

            /// Port x reset bit y (y = 0..15). Bit 25.
            @export(implementation) @inline(__always)
            public static var BR9: Self { .init(bits: 0x200_0000) }

            /// Port x reset bit y (y = 0..15). Bit 26.
            @export(implementation) @inline(__always)
            public static var BR10: Self { .init(bits: 0x400_0000) }

            /// Port x reset bit y (y = 0..15). Bit 27.
            @export(implementation) @inline(__always)
            public static var BR11: Self { .init(bits: 0x800_0000) }

            /// Port x reset bit y (y = 0..15). Bit 28.
            @export(implementation) @inline(__always)
            public static var BR12: Self { .init(bits: 0x1000_0000) }

            /// Port x reset bit y (y = 0..15). Bit 29.
            @export(implementation) @inline(__always)
            public static var BR13: Self { .init(bits: 0x2000_0000) }

            /// Port x reset bit y (y = 0..15). Bit 30.
            @export(implementation) @inline(__always)
            public static var BR14: Self { .init(bits: 0x4000_0000) }

            /// Port x reset bit y (y = 0..15). Bit 31.
            @export(implementation) @inline(__always)
            public static var BR15: Self { .init(bits: 0x8000_0000) }
        }

        /// The flags that `set` takes, combined with `|`.
        @frozen
        public struct SetFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Port x set bit y (y= 0..15). Bit 0.
            @export(implementation) @inline(__always)
            public static var BS0: Self { .init(bits: 0x1) }

            /// Port x set bit y (y= 0..15). By index, 0...15; bit 0 and every 1 on.
            @export(implementation) @inline(__always)
            public static func BS(_ index: Int) -> Self {
                .init(bits: 0x1 &<< UInt32(truncatingIfNeeded: fieldOffset(index, in: 0..<16, at: 0, every: 1)))
            }

            /// Port x set bit y (y= 0..15). Bit 1.
            @export(implementation) @inline(__always)
            public static var BS1: Self { .init(bits: 0x2) }

            /// Port x set bit y (y= 0..15). Bit 2.
            @export(implementation) @inline(__always)
            public static var BS2: Self { .init(bits: 0x4) }

            /// Port x set bit y (y= 0..15). Bit 3.
            @export(implementation) @inline(__always)
            public static var BS3: Self { .init(bits: 0x8) }

            /// Port x set bit y (y= 0..15). Bit 4.
            @export(implementation) @inline(__always)
            public static var BS4: Self { .init(bits: 0x10) }

            /// Port x set bit y (y= 0..15). Bit 5.
            @export(implementation) @inline(__always)
            public static var BS5: Self { .init(bits: 0x20) }

            /// Port x set bit y (y= 0..15). Bit 6.
            @export(implementation) @inline(__always)
            public static var BS6: Self { .init(bits: 0x40) }

            /// Port x set bit y (y= 0..15). Bit 7.
            @export(implementation) @inline(__always)
            public static var BS7: Self { .init(bits: 0x80) }

            /// Port x set bit y (y= 0..15). Bit 8.
            @export(implementation) @inline(__always)
            public static var BS8: Self { .init(bits: 0x100) }

            /// Port x set bit y (y= 0..15). Bit 9.
            @export(implementation) @inline(__always)
            public static var BS9: Self { .init(bits: 0x200) }

            /// Port x set bit y (y= 0..15). Bit 10.
            @export(implementation) @inline(__always)
            public static var BS10: Self { .init(bits: 0x400) }

            /// Port x set bit y (y= 0..15). Bit 11.
            @export(implementation) @inline(__always)
            public static var BS11: Self { .init(bits: 0x800) }

            /// Port x set bit y (y= 0..15). Bit 12.
            @export(implementation) @inline(__always)
            public static var BS12: Self { .init(bits: 0x1000) }

            /// Port x set bit y (y= 0..15). Bit 13.
            @export(implementation) @inline(__always)
            public static var BS13: Self { .init(bits: 0x2000) }

            /// Port x set bit y (y= 0..15). Bit 14.
            @export(implementation) @inline(__always)
            public static var BS14: Self { .init(bits: 0x4000) }

            /// Port x set bit y (y= 0..15). Bit 15.
            @export(implementation) @inline(__always)
            public static var BS15: Self { .init(bits: 0x8000) }
        }
    }
}

extension GPIO {
    /// GPIO port configuration lock register.
    @frozen
    public struct LCKR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Port x lock bit y (y= 0..15). Bit 0.
        @export(implementation) @inline(__always)
        public var LCK0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Port x lock bit y (y= 0..15). By index, 0...15; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(LCK index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<16, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<16, at: 0, every: 1), newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 1.
        @export(implementation) @inline(__always)
        public var LCK1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 2.
        @export(implementation) @inline(__always)
        public var LCK2: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 3.
        @export(implementation) @inline(__always)
        public var LCK3: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 4.
        @export(implementation) @inline(__always)
        public var LCK4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 5.
        @export(implementation) @inline(__always)
        public var LCK5: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 6.
        @export(implementation) @inline(__always)
        public var LCK6: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 7.
        @export(implementation) @inline(__always)
        public var LCK7: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 8.
        @export(implementation) @inline(__always)
        public var LCK8: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 9.
        @export(implementation) @inline(__always)
        public var LCK9: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 10.
        @export(implementation) @inline(__always)
        public var LCK10: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 11.
        @export(implementation) @inline(__always)
        public var LCK11: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 12.
        @export(implementation) @inline(__always)
        public var LCK12: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 13.
        @export(implementation) @inline(__always)
        public var LCK13: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 14.
        @export(implementation) @inline(__always)
        public var LCK14: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 15.
        @export(implementation) @inline(__always)
        public var LCK15: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Port x lock bit y (y= 0..15). Bit 16.
        @export(implementation) @inline(__always)
        public var LCKK: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }
    }
}

extension GPIO {
    /// GPIO alternate function low register.
    @frozen
    public struct AFRL: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 3:0.
        @export(implementation) @inline(__always)
        public var AFRL0: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). By index, 0...7; bits 3:0 and every 4 on.
        @export(implementation) @inline(__always)
        public subscript(AFRL index: Int) -> UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 0..<8, at: 0, every: 4), 4)) }
            set { bits.setField(fieldOffset(index, in: 0..<8, at: 0, every: 4), 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 7:4.
        @export(implementation) @inline(__always)
        public var AFRL1: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 4)) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 11:8.
        @export(implementation) @inline(__always)
        public var AFRL2: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 15:12.
        @export(implementation) @inline(__always)
        public var AFRL3: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 4)) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 19:16.
        @export(implementation) @inline(__always)
        public var AFRL4: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 4)) }
            set { bits.setField(16, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 23:20.
        @export(implementation) @inline(__always)
        public var AFRL5: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 4)) }
            set { bits.setField(20, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 27:24.
        @export(implementation) @inline(__always)
        public var AFRL6: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 0..7). Bits 31:28.
        @export(implementation) @inline(__always)
        public var AFRL7: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(28, 4)) }
            set { bits.setField(28, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension GPIO {
    /// GPIO alternate function high register.
    @frozen
    public struct AFRH: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 3:0.
        @export(implementation) @inline(__always)
        public var AFRH8: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 4)) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). By index, 8...15; bits 3:0 and every 4 on.
        @export(implementation) @inline(__always)
        public subscript(AFRH index: Int) -> UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 8..<16, at: 0, every: 4), 4)) }
            set { bits.setField(fieldOffset(index, in: 8..<16, at: 0, every: 4), 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 7:4.
        @export(implementation) @inline(__always)
        public var AFRH9: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 4)) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 11:8.
        @export(implementation) @inline(__always)
        public var AFRH10: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 15:12.
        @export(implementation) @inline(__always)
        public var AFRH11: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 4)) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 19:16.
        @export(implementation) @inline(__always)
        public var AFRH12: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(16, 4)) }
            set { bits.setField(16, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 23:20.
        @export(implementation) @inline(__always)
        public var AFRH13: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(20, 4)) }
            set { bits.setField(20, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 27:24.
        @export(implementation) @inline(__always)
        public var AFRH14: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(24, 4)) }
            set { bits.setField(24, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Alternate function selection for port x bit y (y = 8..15). Bits 31:28.
        @export(implementation) @inline(__always)
        public var AFRH15: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(28, 4)) }
            set { bits.setField(28, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}
