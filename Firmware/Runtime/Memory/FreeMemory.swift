// Memory that is nobody's, told to the address sanitizer, so that a test that touches it ends there.

#if hasFeature(Embedded)
    /// Nothing to tell: there is no sanitizer on the chip.
    enum FreeMemory {
        @inline(__always) static func poison(_ start: UnsafeMutableRawPointer, count: Int) {}
        @inline(__always) static func unpoison(_ start: UnsafeMutableRawPointer, count: Int) {}
    }
#else
    import Foundation

    /// The sanitizer's two calls, where the process has it.
    enum FreeMemory {
        private typealias Mark = @convention(c) (UnsafeRawPointer, Int) -> Void

        private static func find(_ name: String) -> Mark? {
            // SAFETY: the symbol, where there is one, is the sanitizer's function of this type (sanitizer/asan_interface.h).
            dlsym(dlopen(nil, RTLD_NOW), name).map { unsafeBitCast($0, to: Mark.self) }
        }

        private static let poisonRegion = find("__asan_poison_memory_region")
        private static let unpoisonRegion = find("__asan_unpoison_memory_region")

        /// From here on an access of these bytes is an error.
        static func poison(_ start: UnsafeMutableRawPointer, count: Int) { poisonRegion?(start, count) }
        /// They may be used.
        static func unpoison(_ start: UnsafeMutableRawPointer, count: Int) { unpoisonRegion?(start, count) }
    }
#endif
