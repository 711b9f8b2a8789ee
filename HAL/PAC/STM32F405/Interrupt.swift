// The interrupts of STM32F405.
// Generated from STM32F405.svd; do not edit. To make it again:
//     martlet pac STM32F405.svd --output HAL/PAC/STM32F405 --overlay HAL/PAC/STM32F405.overlay.json --peripherals RCC,PWR,FLASH,GPIOA,GPIOB,GPIOC,GPIOD,GPIOE,GPIOF,GPIOG,GPIOH,GPIOI,USART1,USART2,USART3,UART4,UART5,USART6,SYSCFG,EXTI,DBGMCU,SPI1,SPI2,SPI3,I2C1,I2C2,I2C3,IWDG,RNG,TIM3,TIM4,TIM2,TIM5,TIM6,TIM7,DMA1,DMA2,ADC1,ADC2,ADC3,ADC_Common,DAC,RTC

/// The interrupts of STM32F405; the raw value is the position in the vector table, from 0.
public enum Interrupt: Int, Sendable {
    /// Window Watchdog interrupt.
    case WWDG = 0
    /// PVD through EXTI line detection interrupt.
    case PVD = 1
    /// Tamper and TimeStamp interrupts through the EXTI line.
    case TAMP_STAMP = 2
    /// RTC Wakeup interrupt through the EXTI line.
    case RTC_WKUP = 3
    /// RCC global interrupt.
    case RCC = 5
    /// EXTI Line0 interrupt.
    case EXTI0 = 6
    /// EXTI Line1 interrupt.
    case EXTI1 = 7
    /// EXTI Line2 interrupt.
    case EXTI2 = 8
    /// EXTI Line3 interrupt.
    case EXTI3 = 9
    /// EXTI Line4 interrupt.
    case EXTI4 = 10
    /// DMA1 Stream0 global interrupt.
    case DMA1_Stream0 = 11
    /// DMA1 Stream1 global interrupt.
    case DMA1_Stream1 = 12
    /// DMA1 Stream2 global interrupt.
    case DMA1_Stream2 = 13
    /// DMA1 Stream3 global interrupt.
    case DMA1_Stream3 = 14
    /// DMA1 Stream4 global interrupt.
    case DMA1_Stream4 = 15
    /// DMA1 Stream5 global interrupt.
    case DMA1_Stream5 = 16
    /// DMA1 Stream6 global interrupt.
    case DMA1_Stream6 = 17
    /// ADC1, ADC2 and ADC3 global interrupts.
    case ADC = 18
    /// CAN1 TX interrupts.
    case CAN1_TX = 19
    /// CAN1 RX0 interrupts.
    case CAN1_RX0 = 20
    /// CAN1 RX1 interrupts.
    case CAN1_RX1 = 21
    /// CAN1 SCE interrupt.
    case CAN1_SCE = 22
    /// EXTI Line[9:5] interrupts.
    case EXTI9_5 = 23
    /// TIM1 Break interrupt and TIM9 global interrupt.
    case TIM1_BRK_TIM9 = 24
    /// TIM1 Update interrupt and TIM10 global interrupt.
    case TIM1_UP_TIM10 = 25
    /// TIM1 Trigger and Commutation interrupts and TIM11 global interrupt.
    case TIM1_TRG_COM_TIM11 = 26
    /// TIM1 Capture Compare interrupt.
    case TIM1_CC = 27
    /// TIM2 global interrupt.
    case TIM2 = 28
    /// TIM3 global interrupt.
    case TIM3 = 29
    /// TIM4 global interrupt.
    case TIM4 = 30
    /// I2C1 event interrupt.
    case I2C1_EV = 31
    /// I2C1 error interrupt.
    case I2C1_ER = 32
    /// I2C2 event interrupt.
    case I2C2_EV = 33
    /// I2C2 error interrupt.
    case I2C2_ER = 34
    /// SPI1 global interrupt.
    case SPI1 = 35
    /// SPI2 global interrupt.
    case SPI2 = 36
    /// USART1 global interrupt.
    case USART1 = 37
    /// USART2 global interrupt.
    case USART2 = 38
    /// USART3 global interrupt.
    case USART3 = 39
    /// EXTI Line[15:10] interrupts.
    case EXTI15_10 = 40
    /// RTC Alarms (A and B) through EXTI line interrupt.
    case RTC_Alarm = 41
    /// USB On-The-Go FS Wakeup through EXTI line interrupt.
    case OTG_FS_WKUP = 42
    /// TIM8 Break interrupt and TIM12 global interrupt.
    case TIM8_BRK_TIM12 = 43
    /// TIM8 Update interrupt and TIM13 global interrupt.
    case TIM8_UP_TIM13 = 44
    /// TIM8 Trigger and Commutation interrupts and TIM14 global interrupt.
    case TIM8_TRG_COM_TIM14 = 45
    /// TIM8 Capture Compare interrupt.
    case TIM8_CC = 46
    /// DMA1 Stream7 global interrupt.
    case DMA1_Stream7 = 47
    /// FSMC global interrupt.
    case FSMC = 48
    /// SDIO global interrupt.
    case SDIO = 49
    /// TIM5 global interrupt.
    case TIM5 = 50
    /// SPI3 global interrupt.
    case SPI3 = 51
    /// UART4 global interrupt.
    case UART4 = 52
    /// UART5 global interrupt.
    case UART5 = 53
    /// TIM6 global interrupt, DAC1 and DAC2 underrun error interrupt.
    case TIM6_DAC = 54
    /// TIM7 global interrupt.
    case TIM7 = 55
    /// DMA2 Stream0 global interrupt.
    case DMA2_Stream0 = 56
    /// DMA2 Stream1 global interrupt.
    case DMA2_Stream1 = 57
    /// DMA2 Stream2 global interrupt.
    case DMA2_Stream2 = 58
    /// DMA2 Stream3 global interrupt.
    case DMA2_Stream3 = 59
    /// DMA2 Stream4 global interrupt.
    case DMA2_Stream4 = 60
    /// Ethernet global interrupt.
    case ETH = 61
    /// Ethernet Wakeup through EXTI line interrupt.
    case ETH_WKUP = 62
    /// CAN2 TX interrupts.
    case CAN2_TX = 63
    /// CAN2 RX0 interrupts.
    case CAN2_RX0 = 64
    /// CAN2 RX1 interrupts.
    case CAN2_RX1 = 65
    /// CAN2 SCE interrupt.
    case CAN2_SCE = 66
    /// USB On The Go FS global interrupt.
    case OTG_FS = 67
    /// DMA2 Stream5 global interrupt.
    case DMA2_Stream5 = 68
    /// DMA2 Stream6 global interrupt.
    case DMA2_Stream6 = 69
    /// DMA2 Stream7 global interrupt.
    case DMA2_Stream7 = 70
    /// USART6 global interrupt.
    case USART6 = 71
    /// I2C3 event interrupt.
    case I2C3_EV = 72
    /// I2C3 error interrupt.
    case I2C3_ER = 73
    /// USB On The Go HS End Point 1 Out global interrupt.
    case OTG_HS_EP1_OUT = 74
    /// USB On The Go HS End Point 1 In global interrupt.
    case OTG_HS_EP1_IN = 75
    /// USB On The Go HS Wakeup through EXTI interrupt.
    case OTG_HS_WKUP = 76
    /// USB On The Go HS global interrupt.
    case OTG_HS = 77
    /// DCMI global interrupt.
    case DCMI = 78
    /// CRYP crypto global interrupt.
    case CRYP = 79
    /// Hash and Rng global interrupt.
    case HASH_RNG = 80
    /// FPU interrupt.
    case FPU = 81
}
