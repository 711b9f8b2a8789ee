// General purpose timers.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// General purpose timers.
@frozen
public struct TIM: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Control register 1. Offset 0x0.
    @export(implementation) @inline(__always)
    public var CR1: Register<CR1, ReadWrite> { .init(at: baseAddress) }

    /// Control register 2. Offset 0x4.
    @export(implementation) @inline(__always)
    public var CR2: Register<CR2, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Slave mode control register. Offset 0x8.
    @export(implementation) @inline(__always)
    public var SMCR: Register<SMCR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// DMA/Interrupt enable register. Offset 0xC.
    @export(implementation) @inline(__always)
    public var DIER: Register<DIER, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Status register. Offset 0x10.
    @export(implementation) @inline(__always)
    public var SR: Register<SR, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Event generation register. Offset 0x14.
    @export(implementation) @inline(__always)
    public var EGR: Register<EGR, WriteOnly> { .init(at: baseAddress &+ 0x14) }

    /// Capture/compare mode register 1 (input mode). Offset 0x18. The same address as CCMR1_Output.
    @export(implementation) @inline(__always)
    public var CCMR1_Input: Register<CCMR1_Input, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Capture/compare mode register 1 (output mode). Offset 0x18.
    @export(implementation) @inline(__always)
    public var CCMR1_Output: Register<CCMR1_Output, ReadWrite> { .init(at: baseAddress &+ 0x18) }

    /// Capture/compare mode register 2 (input mode). Offset 0x1C. The same address as CCMR2_Output.
    @export(implementation) @inline(__always)
    public var CCMR2_Input: Register<CCMR2_Input, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Capture/compare mode register 2 (output mode). Offset 0x1C.
    @export(implementation) @inline(__always)
    public var CCMR2_Output: Register<CCMR2_Output, ReadWrite> { .init(at: baseAddress &+ 0x1C) }

    /// Capture/compare enable register. Offset 0x20.
    @export(implementation) @inline(__always)
    public var CCER: Register<CCER, ReadWrite> { .init(at: baseAddress &+ 0x20) }

    /// Counter. Offset 0x24.
    @export(implementation) @inline(__always)
    public var CNT: Register<CNT, ReadWrite> { .init(at: baseAddress &+ 0x24) }

    /// Prescaler. Offset 0x28.
    @export(implementation) @inline(__always)
    public var PSC: Register<PSC, ReadWrite> { .init(at: baseAddress &+ 0x28) }

    /// Auto-reload register. Offset 0x2C.
    @export(implementation) @inline(__always)
    public var ARR: Register<ARR, ReadWrite> { .init(at: baseAddress &+ 0x2C) }

    /// Capture/compare register 1. Offset 0x34.
    @export(implementation) @inline(__always)
    public var CCR1: Register<CCR1, ReadWrite> { .init(at: baseAddress &+ 0x34) }

    /// Capture/compare register 2. Offset 0x38.
    @export(implementation) @inline(__always)
    public var CCR2: Register<CCR2, ReadWrite> { .init(at: baseAddress &+ 0x38) }

    /// Capture/compare register 3. Offset 0x3C.
    @export(implementation) @inline(__always)
    public var CCR3: Register<CCR3, ReadWrite> { .init(at: baseAddress &+ 0x3C) }

    /// Capture/compare register 4. Offset 0x40.
    @export(implementation) @inline(__always)
    public var CCR4: Register<CCR4, ReadWrite> { .init(at: baseAddress &+ 0x40) }

    /// DMA control register. Offset 0x48.
    @export(implementation) @inline(__always)
    public var DCR: Register<DCR, ReadWrite> { .init(at: baseAddress &+ 0x48) }

    /// DMA address for full transfer. Offset 0x4C.
    @export(implementation) @inline(__always)
    public var DMAR: Register<DMAR, ReadWrite> { .init(at: baseAddress &+ 0x4C) }

    /// TIM5 option register. Offset 0x50.
    @export(implementation) @inline(__always)
    public var OR: Register<OR, ReadWrite> { .init(at: baseAddress &+ 0x50) }
}

extension TIM {
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

        /// Direction. Bit 4.
        @export(implementation) @inline(__always)
        public var DIR: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Center-aligned mode selection. Bits 6:5.
        @export(implementation) @inline(__always)
        public var CMS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(5, 2)) }
            set { bits.setField(5, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Auto-reload preload enable. Bit 7.
        @export(implementation) @inline(__always)
        public var ARPE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Clock division. Bits 9:8.
        @export(implementation) @inline(__always)
        public var CKD: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 2)) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// Control register 2.
    @frozen
    public struct CR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Capture/compare DMA selection. Bit 3.
        @export(implementation) @inline(__always)
        public var CCDS: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Master mode selection. Bits 6:4.
        @export(implementation) @inline(__always)
        public var MMS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// TI1 selection. Bit 7.
        @export(implementation) @inline(__always)
        public var TI1S: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }
    }
}

extension TIM {
    /// Slave mode control register.
    @frozen
    public struct SMCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Slave mode selection. Bits 2:0.
        @export(implementation) @inline(__always)
        public var SMS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 3)) }
            set { bits.setField(0, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Trigger selection. Bits 6:4.
        @export(implementation) @inline(__always)
        public var TS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Master/Slave mode. Bit 7.
        @export(implementation) @inline(__always)
        public var MSM: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// External trigger filter. Bits 11:8.
        @export(implementation) @inline(__always)
        public var ETF: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 4)) }
            set { bits.setField(8, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// External trigger prescaler. Bits 13:12.
        @export(implementation) @inline(__always)
        public var ETPS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 2)) }
            set { bits.setField(12, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// External clock enable. Bit 14.
        @export(implementation) @inline(__always)
        public var ECE: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// External trigger polarity. Bit 15.
        @export(implementation) @inline(__always)
        public var ETP: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension TIM {
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

        /// Capture/Compare 1 interrupt enable. Bit 1.
        @export(implementation) @inline(__always)
        public var CC1IE: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Capture/Compare 2 interrupt enable. Bit 2.
        @export(implementation) @inline(__always)
        public var CC2IE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Capture/Compare 3 interrupt enable. Bit 3.
        @export(implementation) @inline(__always)
        public var CC3IE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Capture/Compare 4 interrupt enable. Bit 4.
        @export(implementation) @inline(__always)
        public var CC4IE: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Trigger interrupt enable. Bit 6.
        @export(implementation) @inline(__always)
        public var TIE: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Update DMA request enable. Bit 8.
        @export(implementation) @inline(__always)
        public var UDE: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Capture/Compare 1 DMA request enable. Bit 9.
        @export(implementation) @inline(__always)
        public var CC1DE: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Capture/Compare 2 DMA request enable. Bit 10.
        @export(implementation) @inline(__always)
        public var CC2DE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Capture/Compare 3 DMA request enable. Bit 11.
        @export(implementation) @inline(__always)
        public var CC3DE: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Capture/Compare 4 DMA request enable. Bit 12.
        @export(implementation) @inline(__always)
        public var CC4DE: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Trigger DMA request enable. Bit 14.
        @export(implementation) @inline(__always)
        public var TDE: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }
    }
}

extension TIM {
    /// Status register.
    @frozen
    public struct SR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var zeroTriggers: UInt32 { 0x1E5F }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Update interrupt flag. Bit 0.
        @export(implementation) @inline(__always)
        public var UIF: Bool {
            bits.flag(0)
        }

        /// Capture/compare 1 interrupt flag. Bit 1.
        @export(implementation) @inline(__always)
        public var CC1IF: Bool {
            bits.flag(1)
        }

        /// Capture/Compare 2 interrupt flag. Bit 2.
        @export(implementation) @inline(__always)
        public var CC2IF: Bool {
            bits.flag(2)
        }

        /// Capture/Compare 3 interrupt flag. Bit 3.
        @export(implementation) @inline(__always)
        public var CC3IF: Bool {
            bits.flag(3)
        }

        /// Capture/Compare 4 interrupt flag. Bit 4.
        @export(implementation) @inline(__always)
        public var CC4IF: Bool {
            bits.flag(4)
        }

        /// Trigger interrupt flag. Bit 6.
        @export(implementation) @inline(__always)
        public var TIF: Bool {
            bits.flag(6)
        }

        /// Capture/Compare 1 overcapture flag. Bit 9.
        @export(implementation) @inline(__always)
        public var CC1OF: Bool {
            bits.flag(9)
        }

        /// Capture/compare 2 overcapture flag. Bit 10.
        @export(implementation) @inline(__always)
        public var CC2OF: Bool {
            bits.flag(10)
        }

        /// Capture/Compare 3 overcapture flag. Bit 11.
        @export(implementation) @inline(__always)
        public var CC3OF: Bool {
            bits.flag(11)
        }

        /// Capture/Compare 4 overcapture flag. Bit 12.
        @export(implementation) @inline(__always)
        public var CC4OF: Bool {
            bits.flag(12)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Update interrupt flag. Bit 0.
            @export(implementation) @inline(__always)
            public static var UIF: Self { .init(bits: 0x1) }

            /// Capture/compare 1 interrupt flag. Bit 1.
            @export(implementation) @inline(__always)
            public static var CC1IF: Self { .init(bits: 0x2) }

            /// Capture/Compare 2 interrupt flag. Bit 2.
            @export(implementation) @inline(__always)
            public static var CC2IF: Self { .init(bits: 0x4) }

            /// Capture/Compare 3 interrupt flag. Bit 3.
            @export(implementation) @inline(__always)
            public static var CC3IF: Self { .init(bits: 0x8) }

            /// Capture/Compare 4 interrupt flag. Bit 4.
            @export(implementation) @inline(__always)
            public static var CC4IF: Self { .init(bits: 0x10) }

            /// Trigger interrupt flag. Bit 6.
            @export(implementation) @inline(__always)
            public static var TIF: Self { .init(bits: 0x40) }

            /// Capture/Compare 1 overcapture flag. Bit 9.
            @export(implementation) @inline(__always)
            public static var CC1OF: Self { .init(bits: 0x200) }

            /// Capture/compare 2 overcapture flag. Bit 10.
            @export(implementation) @inline(__always)
            public static var CC2OF: Self { .init(bits: 0x400) }

            /// Capture/Compare 3 overcapture flag. Bit 11.
            @export(implementation) @inline(__always)
            public static var CC3OF: Self { .init(bits: 0x800) }

            /// Capture/Compare 4 overcapture flag. Bit 12.
            @export(implementation) @inline(__always)
            public static var CC4OF: Self { .init(bits: 0x1000) }
        }
    }
}

extension TIM {
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

        /// Capture/compare 1 generation. Bit 1. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(CC1G value: Bool) {
            bits.setFlag(1, value)
        }

        /// Capture/compare 2 generation. Bit 2. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(CC2G value: Bool) {
            bits.setFlag(2, value)
        }

        /// Capture/compare 3 generation. Bit 3. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(CC3G value: Bool) {
            bits.setFlag(3, value)
        }

        /// Capture/compare 4 generation. Bit 4. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(CC4G value: Bool) {
            bits.setFlag(4, value)
        }

        /// Trigger generation. Bit 6. Write only.
        @export(implementation) @inline(__always)
        public mutating func set(TG value: Bool) {
            bits.setFlag(6, value)
        }
    }
}

extension TIM {
    /// Capture/compare mode register 1 (input mode).
    @frozen
    public struct CCMR1_Input: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Capture/Compare 1 selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var CC1S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 1 prescaler. Bits 3:2.
        @export(implementation) @inline(__always)
        public var ICPCS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(2, 2)) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 1 filter. Bits 7:4.
        @export(implementation) @inline(__always)
        public var IC1F: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 4)) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Capture/Compare 2 selection. Bits 9:8.
        @export(implementation) @inline(__always)
        public var CC2S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 2)) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 2 prescaler. Bits 11:10.
        @export(implementation) @inline(__always)
        public var IC2PCS: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(10, 2)) }
            set { bits.setField(10, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 2 filter. Bits 15:12.
        @export(implementation) @inline(__always)
        public var IC2F: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 4)) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// Capture/compare mode register 1 (output mode).
    @frozen
    public struct CCMR1_Output: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// CC1S. Bits 1:0.
        @export(implementation) @inline(__always)
        public var CC1S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC1FE. Bit 2.
        @export(implementation) @inline(__always)
        public var OC1FE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// OC1PE. Bit 3.
        @export(implementation) @inline(__always)
        public var OC1PE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// OC1M. Bits 6:4.
        @export(implementation) @inline(__always)
        public var OC1M: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC1CE. Bit 7.
        @export(implementation) @inline(__always)
        public var OC1CE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// CC2S. Bits 9:8.
        @export(implementation) @inline(__always)
        public var CC2S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 2)) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC2FE. Bit 10.
        @export(implementation) @inline(__always)
        public var OC2FE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// OC2PE. Bit 11.
        @export(implementation) @inline(__always)
        public var OC2PE: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// OC2M. Bits 14:12.
        @export(implementation) @inline(__always)
        public var OC2M: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 3)) }
            set { bits.setField(12, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC2CE. Bit 15.
        @export(implementation) @inline(__always)
        public var OC2CE: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension TIM {
    /// Capture/compare mode register 2 (input mode).
    @frozen
    public struct CCMR2_Input: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Capture/compare 3 selection. Bits 1:0.
        @export(implementation) @inline(__always)
        public var CC3S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 3 prescaler. Bits 3:2.
        @export(implementation) @inline(__always)
        public var IC3PSC: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(2, 2)) }
            set { bits.setField(2, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 3 filter. Bits 7:4.
        @export(implementation) @inline(__always)
        public var IC3F: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 4)) }
            set { bits.setField(4, 4, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Capture/Compare 4 selection. Bits 9:8.
        @export(implementation) @inline(__always)
        public var CC4S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 2)) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 4 prescaler. Bits 11:10.
        @export(implementation) @inline(__always)
        public var IC4PSC: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(10, 2)) }
            set { bits.setField(10, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// Input capture 4 filter. Bits 15:12.
        @export(implementation) @inline(__always)
        public var IC4F: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 4)) }
            set { bits.setField(12, 4, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// Capture/compare mode register 2 (output mode).
    @frozen
    public struct CCMR2_Output: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// CC3S. Bits 1:0.
        @export(implementation) @inline(__always)
        public var CC3S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 2)) }
            set { bits.setField(0, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC3FE. Bit 2.
        @export(implementation) @inline(__always)
        public var OC3FE: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// OC3PE. Bit 3.
        @export(implementation) @inline(__always)
        public var OC3PE: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// OC3M. Bits 6:4.
        @export(implementation) @inline(__always)
        public var OC3M: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(4, 3)) }
            set { bits.setField(4, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC3CE. Bit 7.
        @export(implementation) @inline(__always)
        public var OC3CE: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// CC4S. Bits 9:8.
        @export(implementation) @inline(__always)
        public var CC4S: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 2)) }
            set { bits.setField(8, 2, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC4FE. Bit 10.
        @export(implementation) @inline(__always)
        public var OC4FE: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// OC4PE. Bit 11.
        @export(implementation) @inline(__always)
        public var OC4PE: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// OC4M. Bits 14:12.
        @export(implementation) @inline(__always)
        public var OC4M: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(12, 3)) }
            set { bits.setField(12, 3, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// OC4CE. Bit 15.
        @export(implementation) @inline(__always)
        public var OC4CE: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension TIM {
    /// Capture/compare enable register.
    @frozen
    public struct CCER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Capture/Compare 1 output enable. Bit 0.
        @export(implementation) @inline(__always)
        public var CC1E: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Capture/Compare 1 output Polarity. Bit 1.
        @export(implementation) @inline(__always)
        public var CC1P: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Capture/Compare 1 output Polarity. Bit 3.
        @export(implementation) @inline(__always)
        public var CC1NP: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Capture/Compare 2 output enable. Bit 4.
        @export(implementation) @inline(__always)
        public var CC2E: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Capture/Compare 2 output Polarity. Bit 5.
        @export(implementation) @inline(__always)
        public var CC2P: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Capture/Compare 2 output Polarity. Bit 7.
        @export(implementation) @inline(__always)
        public var CC2NP: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Capture/Compare 3 output enable. Bit 8.
        @export(implementation) @inline(__always)
        public var CC3E: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Capture/Compare 3 output Polarity. Bit 9.
        @export(implementation) @inline(__always)
        public var CC3P: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Capture/Compare 3 output Polarity. Bit 11.
        @export(implementation) @inline(__always)
        public var CC3NP: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Capture/Compare 4 output enable. Bit 12.
        @export(implementation) @inline(__always)
        public var CC4E: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Capture/Compare 3 output Polarity. Bit 13.
        @export(implementation) @inline(__always)
        public var CC4P: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Capture/Compare 4 output Polarity. Bit 15.
        @export(implementation) @inline(__always)
        public var CC4NP: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }
    }
}

extension TIM {
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
        public var CNT_L: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// High counter value. Bits 31:16.
        @export(implementation) @inline(__always)
        public var CNT_H: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 16)) }
            set { bits.setField(16, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
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

extension TIM {
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
        public var ARR_L: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// High Auto-reload value. Bits 31:16.
        @export(implementation) @inline(__always)
        public var ARR_H: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 16)) }
            set { bits.setField(16, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// Capture/compare register 1.
    @frozen
    public struct CCR1: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Low Capture/Compare 1 value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var CCR1_L: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// High Capture/Compare 1 value. Bits 31:16.
        @export(implementation) @inline(__always)
        public var CCR1_H: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 16)) }
            set { bits.setField(16, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// Capture/compare register 2.
    @frozen
    public struct CCR2: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Low Capture/Compare 2 value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var CCR2_L: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// High Capture/Compare 2 value. Bits 31:16.
        @export(implementation) @inline(__always)
        public var CCR2_H: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 16)) }
            set { bits.setField(16, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// Capture/compare register 3.
    @frozen
    public struct CCR3: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Low Capture/Compare value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var CCR3_L: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// High Capture/Compare value. Bits 31:16.
        @export(implementation) @inline(__always)
        public var CCR3_H: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 16)) }
            set { bits.setField(16, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// Capture/compare register 4.
    @frozen
    public struct CCR4: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Low Capture/Compare value. Bits 15:0.
        @export(implementation) @inline(__always)
        public var CCR4_L: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// High Capture/Compare value. Bits 31:16.
        @export(implementation) @inline(__always)
        public var CCR4_H: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(16, 16)) }
            set { bits.setField(16, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// DMA control register.
    @frozen
    public struct DCR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DMA base address. Bits 4:0.
        @export(implementation) @inline(__always)
        public var DBA: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(0, 5)) }
            set { bits.setField(0, 5, UInt32(truncatingIfNeeded: newValue)) }
        }

        /// DMA burst length. Bits 12:8.
        @export(implementation) @inline(__always)
        public var DBL: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(8, 5)) }
            set { bits.setField(8, 5, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// DMA address for full transfer.
    @frozen
    public struct DMAR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// DMA register for burst accesses. Bits 15:0.
        @export(implementation) @inline(__always)
        public var DMAB: UInt16 {
            get { UInt16(truncatingIfNeeded: bits.field(0, 16)) }
            set { bits.setField(0, 16, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}

extension TIM {
    /// TIM5 option register.
    @frozen
    public struct OR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Timer Input 4 remap. Bits 11:10.
        @export(implementation) @inline(__always)
        public var ITR1_RMP: UInt8 {
            get { UInt8(truncatingIfNeeded: bits.field(10, 2)) }
            set { bits.setField(10, 2, UInt32(truncatingIfNeeded: newValue)) }
        }
    }
}
