// Drivers that end: what they had may be taken again.
import CMSDKDrivers
import CMSDKPAC
import CortexM
import Interfaces
import MMIO
import SimulatedChip
import XCTest

final class ReleaseTests: XCTestCase {
    private let board = SimulatedMPS2()
    private let clock = 25.megahertz

    /// Runs `body` twice: the second time everything has to be there again.
    private func twice(_ body: () -> Void) {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            body()
            body()
        }
    }

    func testBuses() {
        twice {
            guard let port = SSP0.take(), let interface = SBCON2.take() else { return XCTFail("something is in use") }
            SSPController(port, clock: clock, bitRate: 1.megahertz).release()
            XCTAssertFalse(CMSDK.SSP0.SSPCR1.read().SSE)
            TwoWireController(interface, clock: clock, pending: InterruptLine(rawValue: 14)).release()
        }
    }

    func testTimers() {
        twice {
            guard let timer = TIMER0.take(), let dual = DUALTIMER.take() else { return XCTFail("something is in use") }
            let device = TimerDevice(timer, clock: clock)
            do throws(IntervalTimerError) { try device.start(every: .microseconds(10)) } catch { XCTFail("\(error)") }
            device.release()
            XCTAssertFalse(CMSDK.TIMER0.CTRL.read().ENABLE)
            DualTimerDevice.release(DualTimerDevice.both(dual, clock: clock))
        }
    }

    func testEdges() {
        twice {
            guard let pin = EXP20.take() else { return XCTFail("the pin is in use") }
            EdgeInput(pin.asInput(), on: .rising).release()
            XCTAssertEqual(CMSDK.GPIO1.INTENSET.read().bits, 0)
        }
    }
}
