// Two owners of the one watchdog.
// expect: 'watchdog' consumed more than once
import STM32F4Drivers

func start(_ watchdog: consuming Watchdog) {
    let first = watchdog
    let second = watchdog
    first.feed()
    second.feed()
}
