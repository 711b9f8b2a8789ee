// A watchdog that two hands feed.
// expect: error: 'watchdog' consumed more than once
import CMSDKDrivers

func keep(_ watchdog: consuming Watchdog) {}
func start(_ watchdog: consuming Watchdog) {
    keep(watchdog)
    keep(watchdog)
}
