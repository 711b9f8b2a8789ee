// The memory of the queues' elements, behind the one place that touches it: a model checker puts another in its stead.

/// Elements in a row, which others may hold a pointer to, too. Which of them a context may touch is the queue's affair.
struct QueueMemory<Element: BitwiseCopyable> {
    let start: UnsafeMutablePointer<Element>

    /// SAFETY: the index is of an element, and nobody writes it meanwhile.
    @inline(__always)
    func read(_ index: Int) -> Element { unsafe start[index] }

    /// SAFETY: the index is of an element, and nobody else touches it meanwhile.
    @inline(__always)
    func write(_ element: Element, at index: Int) { unsafe start[index] = element }
}
