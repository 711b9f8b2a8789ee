// Which stream serves which request (RM0090 tables 42 and 43). A driver takes only streams that serve its peripheral, so a
// wrong stream does not compile. Each request is a protocol of its own, since a stream serves several, by channels.
//
// USART3_TX is on channel 7 of DMA1's stream 4 as well, which no driver here uses.

// MARK: - USART

/// Serves USART1_TX, on channel 4.
public protocol USART1TransmitStream: DMAStreamIdentity {}
extension DMA2Stream7: USART1TransmitStream {}

/// Serves USART1_RX, on channel 4.
public protocol USART1ReceiveStream: DMAStreamIdentity {}
extension DMA2Stream2: USART1ReceiveStream {}
extension DMA2Stream5: USART1ReceiveStream {}

/// Serves USART2_TX, on channel 4.
public protocol USART2TransmitStream: DMAStreamIdentity {}
extension DMA1Stream6: USART2TransmitStream {}

/// Serves USART2_RX, on channel 4.
public protocol USART2ReceiveStream: DMAStreamIdentity {}
extension DMA1Stream5: USART2ReceiveStream {}

/// Serves USART3_TX, on channel 4.
public protocol USART3TransmitStream: DMAStreamIdentity {}
extension DMA1Stream3: USART3TransmitStream {}

/// Serves USART3_RX, on channel 4.
public protocol USART3ReceiveStream: DMAStreamIdentity {}
extension DMA1Stream1: USART3ReceiveStream {}

/// Serves UART4_TX, on channel 4.
public protocol UART4TransmitStream: DMAStreamIdentity {}
extension DMA1Stream4: UART4TransmitStream {}

/// Serves UART4_RX, on channel 4.
public protocol UART4ReceiveStream: DMAStreamIdentity {}
extension DMA1Stream2: UART4ReceiveStream {}

/// Serves UART5_TX, on channel 4.
public protocol UART5TransmitStream: DMAStreamIdentity {}
extension DMA1Stream7: UART5TransmitStream {}

/// Serves UART5_RX, on channel 4.
public protocol UART5ReceiveStream: DMAStreamIdentity {}
extension DMA1Stream0: UART5ReceiveStream {}

/// Serves USART6_TX, on channel 5.
public protocol USART6TransmitStream: DMAStreamIdentity {}
extension DMA2Stream6: USART6TransmitStream {}
extension DMA2Stream7: USART6TransmitStream {}

/// Serves USART6_RX, on channel 5.
public protocol USART6ReceiveStream: DMAStreamIdentity {}
extension DMA2Stream1: USART6ReceiveStream {}
extension DMA2Stream2: USART6ReceiveStream {}

// MARK: - SPI

/// Serves SPI1_TX, on channel 3.
public protocol SPI1TransmitStream: DMAStreamIdentity {}
extension DMA2Stream3: SPI1TransmitStream {}
extension DMA2Stream5: SPI1TransmitStream {}

/// Serves SPI1_RX, on channel 3.
public protocol SPI1ReceiveStream: DMAStreamIdentity {}
extension DMA2Stream0: SPI1ReceiveStream {}
extension DMA2Stream2: SPI1ReceiveStream {}

/// Serves SPI2_TX, on channel 0.
public protocol SPI2TransmitStream: DMAStreamIdentity {}
extension DMA1Stream4: SPI2TransmitStream {}

/// Serves SPI2_RX, on channel 0.
public protocol SPI2ReceiveStream: DMAStreamIdentity {}
extension DMA1Stream3: SPI2ReceiveStream {}

/// Serves SPI3_TX, on channel 0.
public protocol SPI3TransmitStream: DMAStreamIdentity {}
extension DMA1Stream5: SPI3TransmitStream {}
extension DMA1Stream7: SPI3TransmitStream {}

/// Serves SPI3_RX, on channel 0.
public protocol SPI3ReceiveStream: DMAStreamIdentity {}
extension DMA1Stream0: SPI3ReceiveStream {}
extension DMA1Stream2: SPI3ReceiveStream {}

// MARK: - ADC

/// Serves ADC1, on channel 0.
public protocol ADC1Stream: DMAStreamIdentity {}
extension DMA2Stream0: ADC1Stream {}
extension DMA2Stream4: ADC1Stream {}

/// Serves ADC2, on channel 1.
public protocol ADC2Stream: DMAStreamIdentity {}
extension DMA2Stream2: ADC2Stream {}
extension DMA2Stream3: ADC2Stream {}

/// Serves ADC3, on channel 2.
public protocol ADC3Stream: DMAStreamIdentity {}
extension DMA2Stream0: ADC3Stream {}
extension DMA2Stream1: ADC3Stream {}

// MARK: - DAC

/// Serves DAC1, on channel 7.
public protocol DAC1Stream: DMAStreamIdentity {}
extension DMA1Stream5: DAC1Stream {}

/// Serves DAC2, on channel 7.
public protocol DAC2Stream: DMAStreamIdentity {}
extension DMA1Stream6: DAC2Stream {}
