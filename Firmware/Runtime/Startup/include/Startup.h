// What the code before `main` and the fault handlers share with Swift.
#ifndef MARTLET_STARTUP_H
#define MARTLET_STARTUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Exceptions the core defines, and room for as many chip interrupts as the largest supported chip has
/// (STM32F405: 82, MPS2: 32; QEMU's netduinoplus2 has 96).
enum { martlet_core_exceptions = 16, martlet_interrupt_lines = 96 };

/// Makes the code at `code` answer an exception, in the vector table in RAM. One aligned store, so an interrupt
/// sees the old or the new. A number beyond the table is a fault, and so is one that has a handler already.
void martlet_set_vector(uint32_t exception, uintptr_t code);

/// A region of RAM as the linker script lays it out.
typedef struct {
    void *start, *end;
} martlet_region;
/// The stack, the static data with zeroed data behind it, and what the bump allocator owns.
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
    /// Characters of the running task's name, and of what the software itself said was wrong; in flash.
    const char *task_name;
    const char *message;
    /// One number that goes with the message.
    uint32_t detail;
    uint32_t stack_overflow;
    /// Faults in a row, this one included, between which start-up was never finished.
    uint32_t in_a_row;
    uint32_t check;
} martlet_crash_record;

/// The record of the last fault, of this run or of the one before the last reset; null if there is none.
const martlet_crash_record *martlet_crash(void);
/// Forgets the record.
void martlet_crash_clear(void);
/// Says that start-up is finished: a fault from here on is the first of a row.
void martlet_startup_finished(void);

/// Stops with a fault whose record carries `message` (characters in flash, ended by 0) and `detail`.
_Noreturn void martlet_fail(const char *message, uint32_t detail);

#endif
