// The one place where a register access leaves Swift: a volatile access on the chip, a call to the
// simulated chip on the host.

#if hasFeature(Embedded)
    import _Volatile

    extension UInt8: RegisterBits {
        /// One `ldrb`. An address where nothing answers is a bus fault.
        @inlinable @inline(__always)
        public static func load(from address: UInt32) -> UInt8 {
            // SAFETY: the address comes from a register description or a core manual; the bus faults, and
            // the fault handler reports, if the peripheral is not there.
            VolatileMappedRegister<UInt8>(unsafeBitPattern: UInt(address)).load()
        }
        /// One `strb`. An address where nothing answers is a bus fault.
        @inlinable @inline(__always)
        public static func store(_ value: UInt8, to address: UInt32) {
            // SAFETY: as in `load`.
            VolatileMappedRegister<UInt8>(unsafeBitPattern: UInt(address)).store(value)
        }
    }

    extension UInt16: RegisterBits {
        /// One `ldrh`. The address is even; one where nothing answers is a bus fault.
        @inlinable @inline(__always)
        public static func load(from address: UInt32) -> UInt16 {
            // SAFETY: as in `UInt8.load`.
            VolatileMappedRegister<UInt16>(unsafeBitPattern: UInt(address)).load()
        }
        /// One `strh`. The address is even; one where nothing answers is a bus fault.
        @inlinable @inline(__always)
        public static func store(_ value: UInt16, to address: UInt32) {
            // SAFETY: as in `UInt8.load`.
            VolatileMappedRegister<UInt16>(unsafeBitPattern: UInt(address)).store(value)
        }
    }

    extension UInt32: RegisterBits {
        /// One `ldr`. The address is a multiple of 4; one where nothing answers is a bus fault.
        @inlinable @inline(__always)
        public static func load(from address: UInt32) -> UInt32 {
            // SAFETY: as in `UInt8.load`.
            VolatileMappedRegister<UInt32>(unsafeBitPattern: UInt(address)).load()
        }
        /// One `str`. The address is a multiple of 4; one where nothing answers is a bus fault.
        @inlinable @inline(__always)
        public static func store(_ value: UInt32, to address: UInt32) {
            // SAFETY: as in `UInt8.load`.
            VolatileMappedRegister<UInt32>(unsafeBitPattern: UInt(address)).store(value)
        }
    }
#else
    /// How many bytes one bus access moves.
    public enum AccessWidth: Int, Sendable {
        /// 8 bits.
        case byte = 1
        /// 16 bits.
        case halfword = 2
        /// 32 bits.
        case word = 4
    }

    /// What answers register accesses on the host: a simulated chip, or a recorder in a test.
    public protocol Bus: AnyObject {
        /// Answers a load. The value is in the low bits of the result; the bits past `width` are dropped.
        func load(from address: UInt32, width: AccessWidth) -> UInt32
        /// Takes a store. The value is in the low bits of the argument, the bits past `width` are 0.
        func store(_ value: UInt32, to address: UInt32, width: AccessWidth)
        /// Memory that is read in place; nil where there is none.
        func memory(at address: UInt32, count: Int) -> UnsafeRawBufferPointer?
    }

    extension Bus {
        public func memory(at address: UInt32, count: Int) -> UnsafeRawBufferPointer? { nil }
    }

    /// The bus that register accesses of this process go to. One chip is simulated at a time, and all its
    /// code runs on one thread, as on a chip with one core.
    public enum CurrentBus {
        /// The bus that answers; nil while no chip is simulated, when an access is a fault.
        // SAFETY: set before the simulated chip starts and cleared after it stops; in between only the
        // thread that runs the chip reads it.
        nonisolated(unsafe) public static var current: (any Bus)?

        /// Runs `body` with `bus` answering every register access.
        public static func with<Result>(_ bus: any Bus, _ body: () throws -> Result) rethrows -> Result {
            let previous = current
            current = bus
            defer { current = previous }
            return try body()
        }

        static func load(from address: UInt32, width: AccessWidth) -> UInt32 {
            guard let current else { preconditionFailure("register read with no simulated chip running") }
            return current.load(from: address, width: width)
        }

        static func store(_ value: UInt32, to address: UInt32, width: AccessWidth) {
            guard let current else { preconditionFailure("register write with no simulated chip running") }
            current.store(value, to: address, width: width)
        }
    }

    extension UInt8: RegisterBits {
        public static func load(from address: UInt32) -> UInt8 {
            UInt8(truncatingIfNeeded: CurrentBus.load(from: address, width: .byte))
        }
        public static func store(_ value: UInt8, to address: UInt32) {
            CurrentBus.store(UInt32(value), to: address, width: .byte)
        }
    }

    extension UInt16: RegisterBits {
        public static func load(from address: UInt32) -> UInt16 {
            UInt16(truncatingIfNeeded: CurrentBus.load(from: address, width: .halfword))
        }
        public static func store(_ value: UInt16, to address: UInt32) {
            CurrentBus.store(UInt32(value), to: address, width: .halfword)
        }
    }

    extension UInt32: RegisterBits {
        public static func load(from address: UInt32) -> UInt32 {
            CurrentBus.load(from: address, width: .word)
        }
        public static func store(_ value: UInt32, to address: UInt32) {
            CurrentBus.store(value, to: address, width: .word)
        }
    }
#endif
