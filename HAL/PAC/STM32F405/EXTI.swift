// External interrupt/event controller.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

import MMIO

/// External interrupt/event controller.
@frozen
public struct EXTI: RegisterBlock {
    public let baseAddress: UInt32

    @export(implementation) @inline(__always)
    public init(baseAddress: UInt32) { self.baseAddress = baseAddress }

    /// Interrupt mask register (EXTI_IMR). Offset 0x0.
    @export(implementation) @inline(__always)
    public var IMR: Register<IMR, ReadWrite> { .init(at: baseAddress) }

    /// Event mask register (EXTI_EMR). Offset 0x4.
    @export(implementation) @inline(__always)
    public var EMR: Register<EMR, ReadWrite> { .init(at: baseAddress &+ 0x4) }

    /// Rising Trigger selection register (EXTI_RTSR). Offset 0x8.
    @export(implementation) @inline(__always)
    public var RTSR: Register<RTSR, ReadWrite> { .init(at: baseAddress &+ 0x8) }

    /// Falling Trigger selection register (EXTI_FTSR). Offset 0xC.
    @export(implementation) @inline(__always)
    public var FTSR: Register<FTSR, ReadWrite> { .init(at: baseAddress &+ 0xC) }

    /// Software interrupt event register (EXTI_SWIER). Offset 0x10.
    @export(implementation) @inline(__always)
    public var SWIER: Register<SWIER, ReadWrite> { .init(at: baseAddress &+ 0x10) }

    /// Pending register (EXTI_PR). Offset 0x14.
    @export(implementation) @inline(__always)
    public var PR: Register<PR, ReadWrite> { .init(at: baseAddress &+ 0x14) }
}

extension EXTI {
    /// Interrupt mask register (EXTI_IMR).
    @frozen
    public struct IMR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Interrupt Mask on line 0. Bit 0.
        @export(implementation) @inline(__always)
        public var MR0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Interrupt Mask on line 0. By index, 0...22; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(MR index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<23, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<23, at: 0, every: 1), newValue) }
        }

        /// Interrupt Mask on line 1. Bit 1.
        @export(implementation) @inline(__always)
        public var MR1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Interrupt Mask on line 2. Bit 2.
        @export(implementation) @inline(__always)
        public var MR2: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Interrupt Mask on line 3. Bit 3.
        @export(implementation) @inline(__always)
        public var MR3: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Interrupt Mask on line 4. Bit 4.
        @export(implementation) @inline(__always)
        public var MR4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Interrupt Mask on line 5. Bit 5.
        @export(implementation) @inline(__always)
        public var MR5: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Interrupt Mask on line 6. Bit 6.
        @export(implementation) @inline(__always)
        public var MR6: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Interrupt Mask on line 7. Bit 7.
        @export(implementation) @inline(__always)
        public var MR7: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Interrupt Mask on line 8. Bit 8.
        @export(implementation) @inline(__always)
        public var MR8: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Interrupt Mask on line 9. Bit 9.
        @export(implementation) @inline(__always)
        public var MR9: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Interrupt Mask on line 10. Bit 10.
        @export(implementation) @inline(__always)
        public var MR10: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Interrupt Mask on line 11. Bit 11.
        @export(implementation) @inline(__always)
        public var MR11: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Interrupt Mask on line 12. Bit 12.
        @export(implementation) @inline(__always)
        public var MR12: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Interrupt Mask on line 13. Bit 13.
        @export(implementation) @inline(__always)
        public var MR13: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Interrupt Mask on line 14. Bit 14.
        @export(implementation) @inline(__always)
        public var MR14: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Interrupt Mask on line 15. Bit 15.
        @export(implementation) @inline(__always)
        public var MR15: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Interrupt Mask on line 16. Bit 16.
        @export(implementation) @inline(__always)
        public var MR16: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Interrupt Mask on line 17. Bit 17.
        @export(implementation) @inline(__always)
        public var MR17: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// Interrupt Mask on line 18. Bit 18.
        @export(implementation) @inline(__always)
        public var MR18: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Interrupt Mask on line 19. Bit 19.
        @export(implementation) @inline(__always)
        public var MR19: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Interrupt Mask on line 20. Bit 20.
        @export(implementation) @inline(__always)
        public var MR20: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Interrupt Mask on line 21. Bit 21.
        @export(implementation) @inline(__always)
        public var MR21: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// Interrupt Mask on line 22. Bit 22.
        @export(implementation) @inline(__always)
        public var MR22: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }
    }
}

extension EXTI {
    /// Event mask register (EXTI_EMR).
    @frozen
    public struct EMR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Event Mask on line 0. Bit 0.
        @export(implementation) @inline(__always)
        public var MR0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Event Mask on line 0. By index, 0...22; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(MR index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<23, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<23, at: 0, every: 1), newValue) }
        }

        /// Event Mask on line 1. Bit 1.
        @export(implementation) @inline(__always)
        public var MR1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Event Mask on line 2. Bit 2.
        @export(implementation) @inline(__always)
        public var MR2: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Event Mask on line 3. Bit 3.
        @export(implementation) @inline(__always)
        public var MR3: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Event Mask on line 4. Bit 4.
        @export(implementation) @inline(__always)
        public var MR4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Event Mask on line 5. Bit 5.
        @export(implementation) @inline(__always)
        public var MR5: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Event Mask on line 6. Bit 6.
        @export(implementation) @inline(__always)
        public var MR6: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Event Mask on line 7. Bit 7.
        @export(implementation) @inline(__always)
        public var MR7: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Event Mask on line 8. Bit 8.
        @export(implementation) @inline(__always)
        public var MR8: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Event Mask on line 9. Bit 9.
        @export(implementation) @inline(__always)
        public var MR9: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Event Mask on line 10. Bit 10.
        @export(implementation) @inline(__always)
        public var MR10: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Event Mask on line 11. Bit 11.
        @export(implementation) @inline(__always)
        public var MR11: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Event Mask on line 12. Bit 12.
        @export(implementation) @inline(__always)
        public var MR12: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Event Mask on line 13. Bit 13.
        @export(implementation) @inline(__always)
        public var MR13: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Event Mask on line 14. Bit 14.
        @export(implementation) @inline(__always)
        public var MR14: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Event Mask on line 15. Bit 15.
        @export(implementation) @inline(__always)
        public var MR15: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Event Mask on line 16. Bit 16.
        @export(implementation) @inline(__always)
        public var MR16: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Event Mask on line 17. Bit 17.
        @export(implementation) @inline(__always)
        public var MR17: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// Event Mask on line 18. Bit 18.
        @export(implementation) @inline(__always)
        public var MR18: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Event Mask on line 19. Bit 19.
        @export(implementation) @inline(__always)
        public var MR19: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Event Mask on line 20. Bit 20.
        @export(implementation) @inline(__always)
        public var MR20: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Event Mask on line 21. Bit 21.
        @export(implementation) @inline(__always)
        public var MR21: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// Event Mask on line 22. Bit 22.
        @export(implementation) @inline(__always)
        public var MR22: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }
    }
}

extension EXTI {
    /// Rising Trigger selection register (EXTI_RTSR).
    @frozen
    public struct RTSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Rising trigger event configuration of line 0. Bit 0.
        @export(implementation) @inline(__always)
        public var TR0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Rising trigger event configuration of line 0. By index, 0...22; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(TR index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<23, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<23, at: 0, every: 1), newValue) }
        }

        /// Rising trigger event configuration of line 1. Bit 1.
        @export(implementation) @inline(__always)
        public var TR1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Rising trigger event configuration of line 2. Bit 2.
        @export(implementation) @inline(__always)
        public var TR2: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Rising trigger event configuration of line 3. Bit 3.
        @export(implementation) @inline(__always)
        public var TR3: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Rising trigger event configuration of line 4. Bit 4.
        @export(implementation) @inline(__always)
        public var TR4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Rising trigger event configuration of line 5. Bit 5.
        @export(implementation) @inline(__always)
        public var TR5: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Rising trigger event configuration of line 6. Bit 6.
        @export(implementation) @inline(__always)
        public var TR6: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Rising trigger event configuration of line 7. Bit 7.
        @export(implementation) @inline(__always)
        public var TR7: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Rising trigger event configuration of line 8. Bit 8.
        @export(implementation) @inline(__always)
        public var TR8: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Rising trigger event configuration of line 9. Bit 9.
        @export(implementation) @inline(__always)
        public var TR9: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Rising trigger event configuration of line 10. Bit 10.
        @export(implementation) @inline(__always)
        public var TR10: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Rising trigger event configuration of line 11. Bit 11.
        @export(implementation) @inline(__always)
        public var TR11: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Rising trigger event configuration of line 12. Bit 12.
        @export(implementation) @inline(__always)
        public var TR12: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Rising trigger event configuration of line 13. Bit 13.
        @export(implementation) @inline(__always)
        public var TR13: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Rising trigger event configuration of line 14. Bit 14.
        @export(implementation) @inline(__always)
        public var TR14: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Rising trigger event configuration of line 15. Bit 15.
        @export(implementation) @inline(__always)
        public var TR15: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Rising trigger event configuration of line 16. Bit 16.
        @export(implementation) @inline(__always)
        public var TR16: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Rising trigger event configuration of line 17. Bit 17.
        @export(implementation) @inline(__always)
        public var TR17: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// Rising trigger event configuration of line 18. Bit 18.
        @export(implementation) @inline(__always)
        public var TR18: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Rising trigger event configuration of line 19. Bit 19.
        @export(implementation) @inline(__always)
        public var TR19: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Rising trigger event configuration of line 20. Bit 20.
        @export(implementation) @inline(__always)
        public var TR20: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Rising trigger event configuration of line 21. Bit 21.
        @export(implementation) @inline(__always)
        public var TR21: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// Rising trigger event configuration of line 22. Bit 22.
        @export(implementation) @inline(__always)
        public var TR22: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }
    }
}

extension EXTI {
    /// Falling Trigger selection register (EXTI_FTSR).
    @frozen
    public struct FTSR: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Falling trigger event configuration of line 0. Bit 0.
        @export(implementation) @inline(__always)
        public var TR0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Falling trigger event configuration of line 0. By index, 0...22; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(TR index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<23, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<23, at: 0, every: 1), newValue) }
        }

        /// Falling trigger event configuration of line 1. Bit 1.
        @export(implementation) @inline(__always)
        public var TR1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Falling trigger event configuration of line 2. Bit 2.
        @export(implementation) @inline(__always)
        public var TR2: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Falling trigger event configuration of line 3. Bit 3.
        @export(implementation) @inline(__always)
        public var TR3: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Falling trigger event configuration of line 4. Bit 4.
        @export(implementation) @inline(__always)
        public var TR4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Falling trigger event configuration of line 5. Bit 5.
        @export(implementation) @inline(__always)
        public var TR5: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Falling trigger event configuration of line 6. Bit 6.
        @export(implementation) @inline(__always)
        public var TR6: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Falling trigger event configuration of line 7. Bit 7.
        @export(implementation) @inline(__always)
        public var TR7: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Falling trigger event configuration of line 8. Bit 8.
        @export(implementation) @inline(__always)
        public var TR8: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Falling trigger event configuration of line 9. Bit 9.
        @export(implementation) @inline(__always)
        public var TR9: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Falling trigger event configuration of line 10. Bit 10.
        @export(implementation) @inline(__always)
        public var TR10: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Falling trigger event configuration of line 11. Bit 11.
        @export(implementation) @inline(__always)
        public var TR11: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Falling trigger event configuration of line 12. Bit 12.
        @export(implementation) @inline(__always)
        public var TR12: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Falling trigger event configuration of line 13. Bit 13.
        @export(implementation) @inline(__always)
        public var TR13: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Falling trigger event configuration of line 14. Bit 14.
        @export(implementation) @inline(__always)
        public var TR14: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Falling trigger event configuration of line 15. Bit 15.
        @export(implementation) @inline(__always)
        public var TR15: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Falling trigger event configuration of line 16. Bit 16.
        @export(implementation) @inline(__always)
        public var TR16: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Falling trigger event configuration of line 17. Bit 17.
        @export(implementation) @inline(__always)
        public var TR17: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// Falling trigger event configuration of line 18. Bit 18.
        @export(implementation) @inline(__always)
        public var TR18: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Falling trigger event configuration of line 19. Bit 19.
        @export(implementation) @inline(__always)
        public var TR19: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Falling trigger event configuration of line 20. Bit 20.
        @export(implementation) @inline(__always)
        public var TR20: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Falling trigger event configuration of line 21. Bit 21.
        @export(implementation) @inline(__always)
        public var TR21: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// Falling trigger event configuration of line 22. Bit 22.
        @export(implementation) @inline(__always)
        public var TR22: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }
    }
}

extension EXTI {
    /// Software interrupt event register (EXTI_SWIER).
    @frozen
    public struct SWIER: RegisterValue {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        /// Software Interrupt on line 0. Bit 0.
        @export(implementation) @inline(__always)
        public var SWIER0: Bool {
            get { bits.flag(0) }
            set { bits.setFlag(0, newValue) }
        }

        /// Software Interrupt on line 0. By index, 0...22; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(SWIER index: Int) -> Bool {
            get { bits.flag(fieldOffset(index, in: 0..<23, at: 0, every: 1)) }
            set { bits.setFlag(fieldOffset(index, in: 0..<23, at: 0, every: 1), newValue) }
        }

        /// Software Interrupt on line 1. Bit 1.
        @export(implementation) @inline(__always)
        public var SWIER1: Bool {
            get { bits.flag(1) }
            set { bits.setFlag(1, newValue) }
        }

        /// Software Interrupt on line 2. Bit 2.
        @export(implementation) @inline(__always)
        public var SWIER2: Bool {
            get { bits.flag(2) }
            set { bits.setFlag(2, newValue) }
        }

        /// Software Interrupt on line 3. Bit 3.
        @export(implementation) @inline(__always)
        public var SWIER3: Bool {
            get { bits.flag(3) }
            set { bits.setFlag(3, newValue) }
        }

        /// Software Interrupt on line 4. Bit 4.
        @export(implementation) @inline(__always)
        public var SWIER4: Bool {
            get { bits.flag(4) }
            set { bits.setFlag(4, newValue) }
        }

        /// Software Interrupt on line 5. Bit 5.
        @export(implementation) @inline(__always)
        public var SWIER5: Bool {
            get { bits.flag(5) }
            set { bits.setFlag(5, newValue) }
        }

        /// Software Interrupt on line 6. Bit 6.
        @export(implementation) @inline(__always)
        public var SWIER6: Bool {
            get { bits.flag(6) }
            set { bits.setFlag(6, newValue) }
        }

        /// Software Interrupt on line 7. Bit 7.
        @export(implementation) @inline(__always)
        public var SWIER7: Bool {
            get { bits.flag(7) }
            set { bits.setFlag(7, newValue) }
        }

        /// Software Interrupt on line 8. Bit 8.
        @export(implementation) @inline(__always)
        public var SWIER8: Bool {
            get { bits.flag(8) }
            set { bits.setFlag(8, newValue) }
        }

        /// Software Interrupt on line 9. Bit 9.
        @export(implementation) @inline(__always)
        public var SWIER9: Bool {
            get { bits.flag(9) }
            set { bits.setFlag(9, newValue) }
        }

        /// Software Interrupt on line 10. Bit 10.
        @export(implementation) @inline(__always)
        public var SWIER10: Bool {
            get { bits.flag(10) }
            set { bits.setFlag(10, newValue) }
        }

        /// Software Interrupt on line 11. Bit 11.
        @export(implementation) @inline(__always)
        public var SWIER11: Bool {
            get { bits.flag(11) }
            set { bits.setFlag(11, newValue) }
        }

        /// Software Interrupt on line 12. Bit 12.
        @export(implementation) @inline(__always)
        public var SWIER12: Bool {
            get { bits.flag(12) }
            set { bits.setFlag(12, newValue) }
        }

        /// Software Interrupt on line 13. Bit 13.
        @export(implementation) @inline(__always)
        public var SWIER13: Bool {
            get { bits.flag(13) }
            set { bits.setFlag(13, newValue) }
        }

        /// Software Interrupt on line 14. Bit 14.
        @export(implementation) @inline(__always)
        public var SWIER14: Bool {
            get { bits.flag(14) }
            set { bits.setFlag(14, newValue) }
        }

        /// Software Interrupt on line 15. Bit 15.
        @export(implementation) @inline(__always)
        public var SWIER15: Bool {
            get { bits.flag(15) }
            set { bits.setFlag(15, newValue) }
        }

        /// Software Interrupt on line 16. Bit 16.
        @export(implementation) @inline(__always)
        public var SWIER16: Bool {
            get { bits.flag(16) }
            set { bits.setFlag(16, newValue) }
        }

        /// Software Interrupt on line 17. Bit 17.
        @export(implementation) @inline(__always)
        public var SWIER17: Bool {
            get { bits.flag(17) }
            set { bits.setFlag(17, newValue) }
        }

        /// Software Interrupt on line 18. Bit 18.
        @export(implementation) @inline(__always)
        public var SWIER18: Bool {
            get { bits.flag(18) }
            set { bits.setFlag(18, newValue) }
        }

        /// Software Interrupt on line 19. Bit 19.
        @export(implementation) @inline(__always)
        public var SWIER19: Bool {
            get { bits.flag(19) }
            set { bits.setFlag(19, newValue) }
        }

        /// Software Interrupt on line 20. Bit 20.
        @export(implementation) @inline(__always)
        public var SWIER20: Bool {
            get { bits.flag(20) }
            set { bits.setFlag(20, newValue) }
        }

        /// Software Interrupt on line 21. Bit 21.
        @export(implementation) @inline(__always)
        public var SWIER21: Bool {
            get { bits.flag(21) }
            set { bits.setFlag(21, newValue) }
        }

        /// Software Interrupt on line 22. Bit 22.
        @export(implementation) @inline(__always)
        public var SWIER22: Bool {
            get { bits.flag(22) }
            set { bits.setFlag(22, newValue) }
        }
    }
}

extension EXTI {
    /// Pending register (EXTI_PR).
    @frozen
    public struct PR: RegisterValue, ClearableFlags {
        public var bits: UInt32

        @export(implementation) @inline(__always)
        public init(bits: UInt32) { self.bits = bits }

        @export(implementation) @inline(__always)
        public static var resetValue: Self { .init(bits: 0x0) }

        @export(implementation) @inline(__always)
        public static var oneTriggers: UInt32 { 0x7F_FFFF }

        @export(implementation) @inline(__always)
        public static var storedBits: UInt32 { 0x0 }

        /// Pending bit 0. Bit 0.
        @export(implementation) @inline(__always)
        public var PR0: Bool {
            bits.flag(0)
        }

        /// Pending bit 0. By index, 0...22; bit 0 and every 1 on.
        @export(implementation) @inline(__always)
        public subscript(PR index: Int) -> Bool {
            bits.flag(fieldOffset(index, in: 0..<23, at: 0, every: 1))
        }

        /// Pending bit 1. Bit 1.
        @export(implementation) @inline(__always)
        public var PR1: Bool {
            bits.flag(1)
        }

        /// Pending bit 2. Bit 2.
        @export(implementation) @inline(__always)
        public var PR2: Bool {
            bits.flag(2)
        }

        /// Pending bit 3. Bit 3.
        @export(implementation) @inline(__always)
        public var PR3: Bool {
            bits.flag(3)
        }

        /// Pending bit 4. Bit 4.
        @export(implementation) @inline(__always)
        public var PR4: Bool {
            bits.flag(4)
        }

        /// Pending bit 5. Bit 5.
        @export(implementation) @inline(__always)
        public var PR5: Bool {
            bits.flag(5)
        }

        /// Pending bit 6. Bit 6.
        @export(implementation) @inline(__always)
        public var PR6: Bool {
            bits.flag(6)
        }

        /// Pending bit 7. Bit 7.
        @export(implementation) @inline(__always)
        public var PR7: Bool {
            bits.flag(7)
        }

        /// Pending bit 8. Bit 8.
        @export(implementation) @inline(__always)
        public var PR8: Bool {
            bits.flag(8)
        }

        /// Pending bit 9. Bit 9.
        @export(implementation) @inline(__always)
        public var PR9: Bool {
            bits.flag(9)
        }

        /// Pending bit 10. Bit 10.
        @export(implementation) @inline(__always)
        public var PR10: Bool {
            bits.flag(10)
        }

        /// Pending bit 11. Bit 11.
        @export(implementation) @inline(__always)
        public var PR11: Bool {
            bits.flag(11)
        }

        /// Pending bit 12. Bit 12.
        @export(implementation) @inline(__always)
        public var PR12: Bool {
            bits.flag(12)
        }

        /// Pending bit 13. Bit 13.
        @export(implementation) @inline(__always)
        public var PR13: Bool {
            bits.flag(13)
        }

        /// Pending bit 14. Bit 14.
        @export(implementation) @inline(__always)
        public var PR14: Bool {
            bits.flag(14)
        }

        /// Pending bit 15. Bit 15.
        @export(implementation) @inline(__always)
        public var PR15: Bool {
            bits.flag(15)
        }

        /// Pending bit 16. Bit 16.
        @export(implementation) @inline(__always)
        public var PR16: Bool {
            bits.flag(16)
        }

        /// Pending bit 17. Bit 17.
        @export(implementation) @inline(__always)
        public var PR17: Bool {
            bits.flag(17)
        }

        /// Pending bit 18. Bit 18.
        @export(implementation) @inline(__always)
        public var PR18: Bool {
            bits.flag(18)
        }

        /// Pending bit 19. Bit 19.
        @export(implementation) @inline(__always)
        public var PR19: Bool {
            bits.flag(19)
        }

        /// Pending bit 20. Bit 20.
        @export(implementation) @inline(__always)
        public var PR20: Bool {
            bits.flag(20)
        }

        /// Pending bit 21. Bit 21.
        @export(implementation) @inline(__always)
        public var PR21: Bool {
            bits.flag(21)
        }

        /// Pending bit 22. Bit 22.
        @export(implementation) @inline(__always)
        public var PR22: Bool {
            bits.flag(22)
        }

        /// The flags that `clear` takes, combined with `|`.
        @frozen
        public struct ClearFlags: RegisterFlags {
            public var bits: UInt32

            @export(implementation) @inline(__always)
            public init(bits: UInt32) { self.bits = bits }

            /// Pending bit 0. Bit 0.
            @export(implementation) @inline(__always)
            public static var PR0: Self { .init(bits: 0x1) }

            /// Pending bit 0. By index, 0...22; bit 0 and every 1 on.
            @export(implementation) @inline(__always)
            public static func PR(_ index: Int) -> Self {
                .init(bits: 0x1 &<< UInt32(truncatingIfNeeded: fieldOffset(index, in: 0..<23, at: 0, every: 1)))
            }

            /// Pending bit 1. Bit 1.
            @export(implementation) @inline(__always)
            public static var PR1: Self { .init(bits: 0x2) }

            /// Pending bit 2. Bit 2.
            @export(implementation) @inline(__always)
            public static var PR2: Self { .init(bits: 0x4) }

            /// Pending bit 3. Bit 3.
            @export(implementation) @inline(__always)
            public static var PR3: Self { .init(bits: 0x8) }

            /// Pending bit 4. Bit 4.
            @export(implementation) @inline(__always)
            public static var PR4: Self { .init(bits: 0x10) }

            /// Pending bit 5. Bit 5.
            @export(implementation) @inline(__always)
            public static var PR5: Self { .init(bits: 0x20) }

            /// Pending bit 6. Bit 6.
            @export(implementation) @inline(__always)
            public static var PR6: Self { .init(bits: 0x40) }

            /// Pending bit 7. Bit 7.
            @export(implementation) @inline(__always)
            public static var PR7: Self { .init(bits: 0x80) }

            /// Pending bit 8. Bit 8.
            @export(implementation) @inline(__always)
            public static var PR8: Self { .init(bits: 0x100) }

            /// Pending bit 9. Bit 9.
            @export(implementation) @inline(__always)
            public static var PR9: Self { .init(bits: 0x200) }

            /// Pending bit 10. Bit 10.
            @export(implementation) @inline(__always)
            public static var PR10: Self { .init(bits: 0x400) }

            /// Pending bit 11. Bit 11.
            @export(implementation) @inline(__always)
            public static var PR11: Self { .init(bits: 0x800) }

            /// Pending bit 12. Bit 12.
            @export(implementation) @inline(__always)
            public static var PR12: Self { .init(bits: 0x1000) }

            /// Pending bit 13. Bit 13.
            @export(implementation) @inline(__always)
            public static var PR13: Self { .init(bits: 0x2000) }

            /// Pending bit 14. Bit 14.
            @export(implementation) @inline(__always)
            public static var PR14: Self { .init(bits: 0x4000) }

            /// Pending bit 15. Bit 15.
            @export(implementation) @inline(__always)
            public static var PR15: Self { .init(bits: 0x8000) }

            /// Pending bit 16. Bit 16.
            @export(implementation) @inline(__always)
            public static var PR16: Self { .init(bits: 0x1_0000) }

            /// Pending bit 17. Bit 17.
            @export(implementation) @inline(__always)
            public static var PR17: Self { .init(bits: 0x2_0000) }

            /// Pending bit 18. Bit 18.
            @export(implementation) @inline(__always)
            public static var PR18: Self { .init(bits: 0x4_0000) }

            /// Pending bit 19. Bit 19.
            @export(implementation) @inline(__always)
            public static var PR19: Self { .init(bits: 0x8_0000) }

            /// Pending bit 20. Bit 20.
            @export(implementation) @inline(__always)
            public static var PR20: Self { .init(bits: 0x10_0000) }

            /// Pending bit 21. Bit 21.
            @export(implementation) @inline(__always)
            public static var PR21: Self { .init(bits: 0x20_0000) }

            /// Pending bit 22. Bit 22.
            @export(implementation) @inline(__always)
            public static var PR22: Self { .init(bits: 0x40_0000) }
        }
    }
}
