// System configuration controller.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// System configuration controller.
@frozen
public struct SYSCFG: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Memory remap register. Offset 0x0.
    @export(implementation) @inline(__always)
    public var MEMRMP: Register<MEMRMP, ReadWrite> { .init(at: baseAddress) }

    /// Peripheral mode configuration register. Offset 0x4.
    @export(implementation) @inline(__always)
    public var PMC: Register<PMC, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// External interrupt configuration register 1. Offset 0x8.
    @export(implementation) @inline(__always)
    public var EXTICR1: Register<EXTICR1, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// External interrupt configuration register 2. Offset 0xC.
    @export(implementation) @inline(__always)
    public var EXTICR2: Register<EXTICR2, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// External interrupt configuration register 3. Offset 0x10.
    @export(implementation) @inline(__always)
    public var EXTICR3: Register<EXTICR3, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// External interrupt configuration register 4. Offset 0x14.
    @export(implementation) @inline(__always)
    public var EXTICR4: Register<EXTICR4, ReadWrite> { .init(at: baseAddress &+ 0x14) }

    /// Compensation cell control register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var CMPCR: Register<CMPCR, ReadOnly> { .init(at: baseAddress &+ 0x20) }
}

extension SYSCFG {
    /// Memory remap register.
    @frozen
    public struct MEMRMP: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// MEM_MODE. Bits 1:0.
        @export(implementation) @inline(__always)
        public var MEM_MODE: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension SYSCFG {
    /// Peripheral mode configuration register.
    @frozen
    public struct PMC: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Ethernet PHY interface selection. Bit 23.
        @export(implementation) @inline(__always)
        public var MII_RMII_SEL: Bool {
            get { bits.flag(23) }
            set { bits.setFlag(23, newValue) }
        }
    }
}

extension SYSCFG {
    /// External interrupt configuration register 1.
    @frozen
    public struct EXTICR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of EXTI0.
        @frozen
        public struct Port: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var A: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var B: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var C: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var D: Self { .init(rawValue: 3) }

            /// The number 4.
            @export(implementation) @inline(__always)
            public static var E: Self { .init(rawValue: 4) }

            /// The number 5.
            @export(implementation) @inline(__always)
            public static var F: Self { .init(rawValue: 5) }

            /// The number 6.
            @export(implementation) @inline(__always)
            public static var G: Self { .init(rawValue: 6) }

            /// The number 7.
            @export(implementation) @inline(__always)
            public static var H: Self { .init(rawValue: 7) }

            /// The number 8.
            @export(implementation) @inline(__always)
            public static var I: Self { .init(rawValue: 8) }
        }

        /// EXTI x configuration (x = 0 to 3). Bits 3:0.
        @export(implementation) @inline(__always)
        public var EXTI0: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 4))) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 0 to 3). By index, 0...3; bits 3:0 and every 4 on.
        @export(implementation) @inline(__always)
        public subscript(EXTI index: Int) -> Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 0..<4, at: 0, every: 4), 4))) }
            set { bits.setField(fieldOffset(index, in: 0..<4, at: 0, every: 4), 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 0 to 3). Bits 7:4.
        @export(implementation) @inline(__always)
        public var EXTI1: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 4))) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 0 to 3). Bits 11:8.
        @export(implementation) @inline(__always)
        public var EXTI2: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 4))) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 0 to 3). Bits 15:12.
        @export(implementation) @inline(__always)
        public var EXTI3: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 4))) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension SYSCFG {
    /// External interrupt configuration register 2.
    @frozen
    public struct EXTICR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of EXTI4.
        @frozen
        public struct Port: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var A: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var B: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var C: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var D: Self { .init(rawValue: 3) }

            /// The number 4.
            @export(implementation) @inline(__always)
            public static var E: Self { .init(rawValue: 4) }

            /// The number 5.
            @export(implementation) @inline(__always)
            public static var F: Self { .init(rawValue: 5) }

            /// The number 6.
            @export(implementation) @inline(__always)
            public static var G: Self { .init(rawValue: 6) }

            /// The number 7.
            @export(implementation) @inline(__always)
            public static var H: Self { .init(rawValue: 7) }

            /// The number 8.
            @export(implementation) @inline(__always)
            public static var I: Self { .init(rawValue: 8) }
        }

        /// EXTI x configuration (x = 4 to 7). Bits 3:0.
        @export(implementation) @inline(__always)
        public var EXTI4: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 4))) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 4 to 7). By index, 4...7; bits 3:0 and every 4 on.
        @export(implementation) @inline(__always)
        public subscript(EXTI index: Int) -> Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 4..<8, at: 0, every: 4), 4))) }
            set { bits.setField(fieldOffset(index, in: 4..<8, at: 0, every: 4), 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 4 to 7). Bits 7:4.
        @export(implementation) @inline(__always)
        public var EXTI5: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 4))) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 4 to 7). Bits 11:8.
        @export(implementation) @inline(__always)
        public var EXTI6: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 4))) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 4 to 7). Bits 15:12.
        @export(implementation) @inline(__always)
        public var EXTI7: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 4))) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension SYSCFG {
    /// External interrupt configuration register 3.
    @frozen
    public struct EXTICR3: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of EXTI8.
        @frozen
        public struct Port: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var A: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var B: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var C: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var D: Self { .init(rawValue: 3) }

            /// The number 4.
            @export(implementation) @inline(__always)
            public static var E: Self { .init(rawValue: 4) }

            /// The number 5.
            @export(implementation) @inline(__always)
            public static var F: Self { .init(rawValue: 5) }

            /// The number 6.
            @export(implementation) @inline(__always)
            public static var G: Self { .init(rawValue: 6) }

            /// The number 7.
            @export(implementation) @inline(__always)
            public static var H: Self { .init(rawValue: 7) }

            /// The number 8.
            @export(implementation) @inline(__always)
            public static var I: Self { .init(rawValue: 8) }
        }

        /// EXTI x configuration (x = 8 to 11). Bits 3:0.
        @export(implementation) @inline(__always)
        public var EXTI8: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 4))) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 8 to 11). By index, 8...11; bits 3:0 and every 4 on.
        @export(implementation) @inline(__always)
        public subscript(EXTI index: Int) -> Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 8..<12, at: 0, every: 4), 4))) }
            set { bits.setField(fieldOffset(index, in: 8..<12, at: 0, every: 4), 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 8 to 11). Bits 7:4.
        @export(implementation) @inline(__always)
        public var EXTI9: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 4))) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI10. Bits 11:8.
        @export(implementation) @inline(__always)
        public var EXTI10: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 4))) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 8 to 11). Bits 15:12.
        @export(implementation) @inline(__always)
        public var EXTI11: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 4))) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension SYSCFG {
    /// External interrupt configuration register 4.
    @frozen
    public struct EXTICR4: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Values of EXTI12.
        @frozen
        public struct Port: FieldValue {
            public var rawValue: UInt8

            @export(implementation) @inline(__always)
            public init(rawValue: UInt8) { self.rawValue = rawValue }

            /// The number 0.
            @export(implementation) @inline(__always)
            public static var A: Self { .init(rawValue: 0) }

            /// The number 1.
            @export(implementation) @inline(__always)
            public static var B: Self { .init(rawValue: 1) }

            /// The number 2.
            @export(implementation) @inline(__always)
            public static var C: Self { .init(rawValue: 2) }

            /// The number 3.
            @export(implementation) @inline(__always)
            public static var D: Self { .init(rawValue: 3) }

            /// The number 4.
            @export(implementation) @inline(__always)
            public static var E: Self { .init(rawValue: 4) }

            /// The number 5.
            @export(implementation) @inline(__always)
            public static var F: Self { .init(rawValue: 5) }

            /// The number 6.
            @export(implementation) @inline(__always)
            public static var G: Self { .init(rawValue: 6) }

            /// The number 7.
            @export(implementation) @inline(__always)
            public static var H: Self { .init(rawValue: 7) }

            /// The number 8.
            @export(implementation) @inline(__always)
            public static var I: Self { .init(rawValue: 8) }
        }

        /// EXTI x configuration (x = 12 to 15). Bits 3:0.
        @export(implementation) @inline(__always)
        public var EXTI12: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(0, 4))) }
            set { bits.setField(0, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 12 to 15). By index, 12...15; bits 3:0 and every 4 on.
        @export(implementation) @inline(__always)
        public subscript(EXTI index: Int) -> Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(fieldOffset(index, in: 12..<16, at: 0, every: 4), 4))) }
            set { bits.setField(fieldOffset(index, in: 12..<16, at: 0, every: 4), 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 12 to 15). Bits 7:4.
        @export(implementation) @inline(__always)
        public var EXTI13: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(4, 4))) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 12 to 15). Bits 11:8.
        @export(implementation) @inline(__always)
        public var EXTI14: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(8, 4))) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }

        /// EXTI x configuration (x = 12 to 15). Bits 15:12.
        @export(implementation) @inline(__always)
        public var EXTI15: Port {
            get { .init(rawValue: UInt8(truncatingIfNeeded: bits.field(12, 4))) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue.rawValue)) }
        }
    }
}

extension SYSCFG {
    /// Compensation cell control register.
    @frozen
    public struct CMPCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Compensation cell power-down. Bit 0.
        @export(implementation) @inline(__always)
        public var CMP_PD: Bool {
            bits.flag(0)
        }

        /// READY. Bit 8.
        @export(implementation) @inline(__always)
        public var READY: Bool {
            bits.flag(8)
        }
    }
}
