// What the code before `main` and the fault handlers share with Swift.
#ifndef MARTLET_STARTUP_H
#define MARTLET_STARTUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CoreHooks.h"
#include "StartupHooks.h"

/// Exceptions the core defines, and room for as many chip interrupts as the largest supported chip has
/// (STM32F405: 82, MPS2: 32; QEMU's netduinoplus2 has 96).
enum { martlet_core_exceptions = 16, martlet_interrupt_lines = 96 };

/// A region of RAM as the linker script lays it out.
typedef struct {
    void *start, *end;
} martlet_region;
/// The stack, the static data with zeroed data after it, and what the bump allocator owns.
martlet_region martlet_stack_region(void);
martlet_region martlet_static_region(void);
martlet_region martlet_bump_region(void);
/// Bytes of the stack that have ever been used, by the paint that is left.
size_t martlet_stack_high_water(void);

/// Everything known about a fault: the frame the core pushed, the rest of the registers, and the fault status
/// registers (ARMv7-M B3.2). Kept in RAM that reset leaves alone; `magic` and `check` say that it is whole.
typedef struct {
    uint32_t magic;
    uint32_t r[13];
    uint32_t sp, lr, pc, xpsr;
    uint32_t exc_return;
    uint32_t cfsr, hfsr, mmfar, bfar;
    /// Characters of the running task's name, and of what the software itself said was wrong and in which file; in flash.
    const char *task_name;
    const char *message;
    const char *file;
    /// One number that goes with the message: the line if there is a file.
    uint32_t detail;
    /// One of the values below.
    uint32_t stack_overflow;
    /// Faults in a row, this one included, between which start-up was never finished.
    uint32_t in_a_row;
    uint32_t check;
} martlet_crash_record;

enum { martlet_no_stack_overflow, martlet_main_stack_overflow, martlet_process_stack_overflow };

/// The record of the last fault, of this run or of the one before the last reset; null if there is none.
const martlet_crash_record *martlet_crash(void);
/// Forgets the record.
void martlet_crash_clear(void);
/// Says that start-up is finished: a fault from here on is the first of a row.
void martlet_startup_finished(void);

/// As `martlet_fail`, at another place.
_Noreturn void martlet_fail_in(const char *message, uint32_t detail, const void *place);

/// The exit status by which the report of report.c ends an emulation.
enum { martlet_fault_status = 70 };

/// Forbids the first 32 bytes of the process stack that is used next, which are aligned to 32, so that an overflow is a
/// fault at once; and tells a fault where that stack is. About 20 instructions, 8 if it was the last, too.
void martlet_guard_process_stack(void *start, void *end);
/// The process stack that was guarded last; empty if none was.
martlet_region martlet_process_stack_region(void);
/// How much of a stack's bottom is the guard.
enum { martlet_stack_guard_bytes = 32 };

#endif
