// The MPS2 boards' peripherals, as far as QEMU has them: real interrupts, and time that goes by.
#if MPS2
    import Buses
    import CMSDKPAC
    import CortexM
    import Interfaces
    import MMIO
    import OnTargetHarness
    import Synchronization
    import TargetBoard
    import Tasks
    import Timers

    private func make<Identity: PeripheralIdentity>(_ identity: Identity.Type) -> Peripheral<Identity> {
        guard let peripheral = Identity.take() else { fatalError("somebody has it") }
        return peripheral
    }

    private let clock = 25.megahertz
    private let wireLine = InterruptLine(rawValue: 14)
    private let timer = IntervalTimer(TimerDevice(make(TIMER0.self), clock: clock))
    private let halves = DualTimerDevice.both(make(DUALTIMER.self), clock: clock)
    private let first = IntervalTimer(halves.first)
    private let second = IntervalTimer(halves.second)
    private let bus = SPIBus(SSPController(make(SSP0.self), clock: clock, bitRate: 10.megahertz, loopBack: true))
    private let wires = I2CBus(TwoWireController(make(SBCON3.self), clock: clock, pending: wireLine))
    private let uart = UARTDevice(make(UART1.self), clock: clock, baudRate: 115_200)

    private let transmitted = Atomic<UInt32>(0)
    private let sent = Signal()

    @MainActor
    enum MPS2Tests {
        static func start() {
            sent.reset()
            _ = (timer, first, second, bus, wires, uart)  // Made before memory is sealed.
            Level4.bind(TIMER0.interrupt) { timer.handleInterrupt() }
            Level4.bind(DUALTIMER.interrupt) {
                first.handleInterrupt()
                second.handleInterrupt()
            }
            Level4.bind(SSP0.interrupt) { bus.handleInterrupt() }
            Level2.bind(wireLine) { wires.handleInterrupt() }
            Level4.bind(InterruptLine(rawValue: Interrupt.UART1_TX.rawValue)) {
                uart.acknowledgeTransmitInterrupt()
                transmitted.add(1, ordering: .relaxed)
                sent.notify()
            }
        }

        static func run() async {
            await intervals(of: timer, "a timer's intervals")
            await intervals(of: first, "those of the dual timer's first half")
            await intervals(of: second, "and of its second")
            await loopBack()
            await twoWire()
            uart.setTransmitInterrupt(true)
            for byte in 0..<5 as Range<UInt8> {
                uart.transmit(byte)
                await sent.wait(until: SystemClock.now + .milliseconds(10))
            }
            uart.setTransmitInterrupt(false)
            Harness.expect("a transmit interrupt a byte", transmitted.load(ordering: .relaxed), equals: 5)
            BoardLED(.one).set(true)
            BoardLED().set(true)
            BoardLED(.one).set(false)
            Harness.expect("an LED leaves the other", CMSDK.FPGAIO.LED.read().bits & 0b11, equals: 0b01)
            Harness.expect("nobody presses a button", !BoardButton(.zero).isHigh && !BoardButton(.one).isHigh)
        }

        /// Three intervals of a millisecond, held against the board's counter of the same clock.
        private static func intervals(of timer: IntervalTimer<some IntervalTimerDevice>, _ name: StaticString) async {
            let begin = CMSDK.FPGAIO.COUNTER.read().bits
            var ends: UInt32 = 0
            do throws(IntervalTimerError) {
                try timer.start(every: .microseconds(1000))
                while ends < 3 { ends += 1 + UInt32(try await timer.next()) }
            } catch { ends = 99 }
            let cycles = CMSDK.FPGAIO.COUNTER.read().bits &- begin
            timer.stop()
            Harness.expect(name, ends >= 3 && ends < 99)
            // Longer they may be: while the chip sleeps QEMU's clock follows the host's.
            Harness.expect("and none is too short", cycles >= 75_000)
        }

        private static func loopBack() async {
            var bytes = InlineArray<20, UInt8>(repeating: 0)
            for index in 0..<20 { bytes[index] = UInt8(index * 11) }
            do throws(SPIError) {
                try await bus.withSelected(BoardSelect(.header)) { () async throws(SPIError) in
                    var span = bytes.mutableSpan
                    try await bus.exchange(&span)
                }
            } catch { bytes[0] = 1 }
            var right: UInt32 = 0
            for index in 0..<20 where bytes[index] == UInt8(index * 11) { right += 1 }
            Harness.expect("a port that hears itself", right, equals: 20)
        }

        /// `run.sh` puts an EEPROM of 4 KB at 0x50 of the last interface.
        private static func twoWire() async {
            var outcome: UInt32 = 0
            do throws(I2CError) {
                let bytes: InlineArray<6, UInt8> = [0x01, 0x20, 0xA5, 0x00, 0xFF, 0x5A]
                try await wires.write(bytes.span, to: 0x50)
                let place: InlineArray<2, UInt8> = [0x01, 0x21]
                var answer: InlineArray<3, UInt8> = [1, 2, 3]
                var span = answer.mutableSpan
                try await wires.write(place.span, thenRead: &span, to: 0x50)
                outcome = UInt32(answer[0]) << 16 | UInt32(answer[1]) << 8 | UInt32(answer[2])
            } catch { outcome = error == .addressNotAcknowledged ? 1 : 2 }
            Harness.expect("what an EEPROM was given", outcome, equals: 0x00FF5A)
            do throws(I2CError) {
                let bytes: InlineArray<1, UInt8> = [0]
                try await wires.write(bytes.span, to: 0x33)
                outcome = 3
            } catch { outcome = error == .addressNotAcknowledged ? 1 : 2 }
            Harness.expect("nobody has the address", outcome, equals: 1)
        }
    }
#endif
