// The queues' elements for the checker, in the place of Firmware/Queues/QueueMemory.swift: every access is looked at.
import ModelChecking

struct QueueMemory<Element: BitwiseCopyable> {
    let start: UnsafeMutablePointer<Element>

    /// SAFETY: as in the queues' own.
    func read(_ index: Int) -> Element {
        PlainMemory.willRead(start + index)
        return unsafe start[index]
    }

    /// SAFETY: as in the queues' own.
    func write(_ element: Element, at index: Int) {
        PlainMemory.willWrite(start + index)
        unsafe start[index] = element
    }
}
