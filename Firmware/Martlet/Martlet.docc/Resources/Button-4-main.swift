// What is flashed. On the host it is empty: the tests run what it starts.
#if hasFeature(Embedded)
    import Blinky
    import Martlet
    import STM32F4Discovery

    Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
    SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)

    let input = makeButton()
    let button = EdgeStream<_, 4>(input)
    let lamp = makeLamp()
    Level4.bind(input.interruptLine) { button.handleInterrupt() }

    startTask("blink") { @MainActor in await blink(ThisBoard.makeLED()) }
    startTask("switch") { @MainActor in await lightSwitch(lamp, button) }
    Dispatcher.run()
#endif
