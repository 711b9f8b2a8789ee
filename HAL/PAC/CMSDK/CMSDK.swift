// The peripherals of CMSDK, at their addresses.
// Generated from CMSDK_CM3.svd; do not edit. To make it again:
//     martlet pac CMSDK_CM3.svd --output HAL/PAC/CMSDK --overlay HAL/PAC/CMSDK.overlay.json

/// ARM 32-bit Cortex-M3 based device. The peripherals of CMSDK.
public enum CMSDK {
    /// Timer 0.
    @export(implementation) @inline(__always)
    public static var TIMER0: TIMER { .init(baseAddress: 0x4000_0000) }

    /// Timer 0.
    @export(implementation) @inline(__always)
    public static var TIMER1: TIMER { .init(baseAddress: 0x4000_1000) }

    /// Dual Timer.
    @export(implementation) @inline(__always)
    public static var DUALTIMER: DUALTIMER { .init(baseAddress: 0x4000_2000) }

    /// UART 0.
    @export(implementation) @inline(__always)
    public static var UART0: UART { .init(baseAddress: 0x4000_4000) }

    /// UART 0.
    @export(implementation) @inline(__always)
    public static var UART1: UART { .init(baseAddress: 0x4000_5000) }

    /// UART 0.
    @export(implementation) @inline(__always)
    public static var UART2: UART { .init(baseAddress: 0x4000_6000) }

    /// UART 0.
    @export(implementation) @inline(__always)
    public static var UART3: UART { .init(baseAddress: 0x4000_7000) }

    /// Watchdog Timer.
    @export(implementation) @inline(__always)
    public static var WDT: WDT { .init(baseAddress: 0x4000_8000) }

    /// UART 0.
    @export(implementation) @inline(__always)
    public static var UART4: UART { .init(baseAddress: 0x4000_9000) }

    /// General-purpose I/O.
    @export(implementation) @inline(__always)
    public static var GPIO0: GPIO { .init(baseAddress: 0x4001_0000) }

    /// General-purpose I/O.
    @export(implementation) @inline(__always)
    public static var GPIO1: GPIO { .init(baseAddress: 0x4001_1000) }

    /// General-purpose I/O.
    @export(implementation) @inline(__always)
    public static var GPIO2: GPIO { .init(baseAddress: 0x4001_2000) }

    /// General-purpose I/O.
    @export(implementation) @inline(__always)
    public static var GPIO3: GPIO { .init(baseAddress: 0x4001_3000) }

    /// Synchronous serial port of the board's SPI header.
    @export(implementation) @inline(__always)
    public static var SSP0: SSP { .init(baseAddress: 0x4002_0000) }

    /// Synchronous serial port of the display.
    @export(implementation) @inline(__always)
    public static var SSP1: SSP { .init(baseAddress: 0x4002_1000) }

    /// Two-wire interface of the touch screen.
    @export(implementation) @inline(__always)
    public static var SBCON0: SBCON { .init(baseAddress: 0x4002_2000) }

    /// Two-wire interface of the audio converter.
    @export(implementation) @inline(__always)
    public static var SBCON1: SBCON { .init(baseAddress: 0x4002_3000) }

    /// Synchronous serial port of shield 0.
    @export(implementation) @inline(__always)
    public static var SSP2: SSP { .init(baseAddress: 0x4002_6000) }

    /// Synchronous serial port of shield 1.
    @export(implementation) @inline(__always)
    public static var SSP3: SSP { .init(baseAddress: 0x4002_7000) }

    /// FPGA System Control I/O.
    @export(implementation) @inline(__always)
    public static var FPGAIO: FPGAIO { .init(baseAddress: 0x4002_8000) }

    /// Two-wire interface of shield 0.
    @export(implementation) @inline(__always)
    public static var SBCON2: SBCON { .init(baseAddress: 0x4002_9000) }

    /// Two-wire interface of shield 1.
    @export(implementation) @inline(__always)
    public static var SBCON3: SBCON { .init(baseAddress: 0x4002_A000) }

    /// Serial Communication Controller.
    @export(implementation) @inline(__always)
    public static var SCC: SCC { .init(baseAddress: 0x4002_F000) }
}
