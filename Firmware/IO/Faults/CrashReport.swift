// The record of a fault, for people. The record itself is kept by Firmware/Runtime/Startup.
#if hasFeature(Embedded)
    import Startup
    import Text

    /// The last fault, from this run or the one before the last reset.
    public enum CrashReport {
        /// Whether there was one.
        public static var exists: Bool { martlet_crash() != nil }

        /// Whether the last run ended in it, and not one before.
        public static var isNew: Bool { (martlet_crash()?.pointee.in_a_row ?? 0) > 0 }

        /// Writes a line's worth, without its end: the task, the place, and the cause. Precondition: there was one.
        public static func writeSummary(to output: inout some TextOutput & ~Copyable) {
            guard let crash = martlet_crash()?.pointee else { return }
            output.write("fault")
            if let name = crash.task_name {
                output.write(" in task ")
                write(name, to: &output)
            }
            output.write(" at 0x")
            output.write(hex: crash.pc, digits: 8)
            if crash.stack_overflow != 0 { output.write(": the stack overflowed") }
            if crash.message != nil {
                output.write(": ")
                writeMessage(of: crash, to: &output)
            } else {
                output.write(": cfsr 0x")
                output.write(hex: crash.cfsr, digits: 8)
            }
        }

        /// Start-up is finished: a fault from here on is the first of a row.
        public static func startupFinished() { martlet_startup_finished() }

        /// Forgets it.
        public static func clear() { martlet_crash_clear() }

        /// Writes the cause in words, the task, and the registers; a line if there was none.
        public static func write(to output: inout some TextOutput & ~Copyable) {
            guard let crash = martlet_crash()?.pointee else {
                output.writeLine("no fault since power-on")
                return
            }
            output.write("fault in ")
            if let name = crash.task_name {
                output.write("task ")
                write(name, to: &output)
            } else {
                output.write("no task")
            }
            let exception = crash.xpsr & 0x1FF
            if exception != 0 {
                output.write(", in exception ")
                output.write(decimal: exception)
            }
            output.writeLine(":")
            if crash.stack_overflow != 0 {
                output.write("  the ")
                if crash.stack_overflow == UInt32(martlet_process_stack_overflow) { output.write("process ") }
                output.writeLine("stack overflowed")
            }
            if crash.message != nil {
                output.write("  ")
                writeMessage(of: crash, to: &output)
                output.writeLine()
            } else {
                FaultStatus(cfsr: crash.cfsr, hfsr: crash.hfsr, mmfar: crash.mmfar, bfar: crash.bfar)
                    .write(to: &output)
            }
            registers(crash, to: &output)
        }

        /// What the software said was wrong: with the file and the line, or with a number.
        private static func writeMessage(of crash: martlet_crash_record, to output: inout some TextOutput & ~Copyable) {
            if let message = crash.message { write(message, to: &output) }
            if let file = crash.file {
                output.write(" (")
                write(file, to: &output)
                output.write(":")
                output.write(decimal: crash.detail)
                output.write(")")
            } else {
                output.write(": ")
                output.write(decimal: crash.detail)
            }
        }

        private static func registers(
            _ crash: martlet_crash_record, to output: inout some TextOutput & ~Copyable
        ) {
            func register(_ output: inout some TextOutput & ~Copyable, _ name: StaticString, _ value: UInt32) {
                output.write(name, width: 5, align: .right)
                output.write("=")
                output.write(hex: value, digits: 8)
            }
            let r = crash.r
            register(&output, "r0", r.0)
            register(&output, "r1", r.1)
            register(&output, "r2", r.2)
            register(&output, "r3", r.3)
            output.writeLine()
            register(&output, "r4", r.4)
            register(&output, "r5", r.5)
            register(&output, "r6", r.6)
            register(&output, "r7", r.7)
            output.writeLine()
            register(&output, "r8", r.8)
            register(&output, "r9", r.9)
            register(&output, "r10", r.10)
            register(&output, "r11", r.11)
            output.writeLine()
            register(&output, "r12", r.12)
            register(&output, "sp", crash.sp)
            register(&output, "lr", crash.lr)
            register(&output, "pc", crash.pc)
            output.writeLine()
            register(&output, "xpsr", crash.xpsr)
            register(&output, "exc", crash.exc_return)
            register(&output, "cfsr", crash.cfsr)
            register(&output, "hfsr", crash.hfsr)
            output.writeLine()
        }

        private static func write(
            _ characters: UnsafePointer<CChar>, to output: inout some TextOutput & ~Copyable
        ) {
            var next = characters
            // SAFETY: the record holds addresses of characters in flash, ended by 0.
            while next.pointee != 0 {
                output.write(byte: UInt8(bitPattern: next.pointee))
                next += 1
            }
        }
    }
#endif
