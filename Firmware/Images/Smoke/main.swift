import Tasks
import CortexM
import CortexMInstructions

func say(_ s: StaticString) { _ = martlet_semihosting(4, s.utf8Start) }
import Startup
func hex(_ v: UInt32) { for i in 0..<8 { let d = UInt8((v >> UInt32(28 - 4*i)) & 15); var c: UInt8 = d < 10 ? 48 + d : 87 + d; _ = martlet_semihosting(3, &c) }; say("\n") }
func quit(_ code: UInt32) { var args: (UInt32, UInt32) = (0x20026, code)
  _ = withUnsafePointer(to: &args) { martlet_semihosting(0x20, $0) } }
@_cdecl("martlet_report_crash") func report() { say("CRASH\n"); let c = martlet_crash()!.pointee; if let m = c.message { _ = martlet_semihosting(4, m) }; say("\n"); hex(c.detail); hex(c.pc); hex(c.lr); hex(c.cfsr); hex(c.mmfar); hex(c.bfar); hex(c.sp); quit(3) }
@Level3 func three() async { say("level3\n") }
Executor.start(dispatchLines: [.init(rawValue: 78), .init(rawValue: 79), .init(rawValue: 61), .init(rawValue: 62), .init(rawValue: 63), .init(rawValue: 64), .init(rawValue: 65), .init(rawValue: 66)])
SystemClock.start(coreClock: 168_000_000)
startTask("blink") { @MainActor in
  for _ in 0..<3 { await sleep(for: .milliseconds(10)); say("tick\n"); await three() }
  quit(7)
}
Executor.run()
