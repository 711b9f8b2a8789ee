// What is said of a sound output that fails.
import Interfaces
import Text

extension SampleOutputError {
    /// One line in words, without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .underrun: output.write("the converter was not brought a sample in time")
        case .dma(.transfer): output.write("its DMA stream was refused an address")
        case .dma: output.write("its DMA stream failed")
        case .cancelled: output.write("the sound was cancelled")
        case .timeout: output.write("the converter plays nothing")
        }
    }
}
