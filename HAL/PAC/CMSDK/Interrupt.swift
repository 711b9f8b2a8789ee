// The interrupts of CMSDK.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

/// The interrupts of CMSDK; the raw value is the position in the vector table, from 0.
public enum Interrupt: Int, Sendable {
    /// UART 0 Receive Interrupt.
    case UART0_RX = 0
    /// UART 0 Transmit Interrupt.
    case UART0_TX = 1
    /// UART 1 Receive Interrupt.
    case UART1_RX = 2
    /// UART 1 Transmit Interrupt.
    case UART1_TX = 3
    /// UART 1 Receive Interrupt.
    case UART2_RX = 4
    /// UART 2 Transmit Interrupt.
    case UART2_TX = 5
    /// GPIO 0 combined interrupt.
    case GPIO0 = 6
    /// GPIO 1 combined interrupt.
    case GPIO1 = 7
    /// Timer 0 Interrupt.
    case TIMER0 = 8
    /// Timer 1 Interrupt.
    case TIMER1 = 9
    /// Dual Timer Interrupt.
    case DUALTIMER = 10
    /// SPI interrupt.
    case SPI = 11
    /// GPIO2 interrupt.
    case GPIO2 = 16
    /// GPIO3 interrupt.
    case GPIO3 = 17
    /// UART 3 Receive Interrupt.
    case UART3_RX = 18
    /// UART 3 Transmit Interrupt.
    case UART3_TX = 19
    /// UART 4 Receive Interrupt.
    case UART4_RX = 20
    /// UART 4 Transmit Interrupt.
    case UART4_TX = 21
}
