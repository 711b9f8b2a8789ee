// There is one of each stream.
// expect: 'stream' consumed more than once
import STM32F4Drivers

func start(_ stream: consuming Peripheral<DMA1Stream5>) {
    let mine = stream
    let yours = stream
    keep(mine)
    keep(yours)
}
func keep(_ stream: consuming Peripheral<DMA1Stream5>) {}
