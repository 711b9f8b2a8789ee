// What is flashed. On the host it is empty: the tests run what it starts.
#if hasFeature(Embedded)
    import Martlet
    import __BOARD__
    import __MODULE__

    Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
    SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
    startTask("blink") { @MainActor in await blink(ThisBoard.makeLED()) }
    Dispatcher.run()
#endif
