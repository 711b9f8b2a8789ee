// What is flashed. On the host it is empty: the tests run what it starts.
#if hasFeature(Embedded)
    import Martlet
    import STM32F4Discovery
    import Blinky

    Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
    SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
    startTask("blink") { @MainActor in await blink(ThisBoard.makeLED()) }
    Dispatcher.run()
#endif
