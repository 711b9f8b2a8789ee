// What is flashed. On the host it is empty: the tests run what it starts.
#if hasFeature(Embedded)
    import Martlet
    import __BOARD__
    import __MODULE__

    Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
    SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
    startTask("work") { @MainActor in await work() }
    Dispatcher.run()
#endif
