// What happens on a fault: the registers go into a record that survives reset, the world is told, and the chip restarts.
// The stack may be what is broken: where the core's frame leaves no room below it, the handler begins again at the stack's
// top, which nobody will return to.
#include "Startup.h"
#include "memory.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define AIRCR REGISTER(0xE000ED0C)
#define CCR REGISTER(0xE000ED14)
#define CFSR REGISTER(0xE000ED28)
#define HFSR REGISTER(0xE000ED2C)
#define MMFAR REGISTER(0xE000ED34)
#define BFAR REGISTER(0xE000ED38)
#define MPU_CTRL REGISTER(0xE000ED94)

enum { magic = 0x4D61727Bu };

__attribute__((section(".noinit"))) static martlet_crash_record record;

// Set by `martlet_fail` just before it faults: what is wrong, and the instruction that said so.
static const char *fail_message, *fail_file;
static uint32_t fail_detail;
static const void *fail_place;

static bool is_reporting;

static uint32_t checksum(void) {
    uint32_t sum = 0x811C9DC5u;
    const uint32_t *words = (const uint32_t *)&record;
    for (size_t i = 0; i < offsetof(martlet_crash_record, check) / 4; i++) sum = (sum ^ words[i]) * 0x01000193u;
    return sum;
}

const martlet_crash_record *martlet_crash(void) {
    return record.magic == magic && record.check == checksum() ? &record : 0;
}
void martlet_crash_clear(void) { record.magic = 0; }

void martlet_startup_finished(void) {
    if (!martlet_crash()) return;
    record.in_a_row = 0;
    record.check = checksum();
}

static _Noreturn void fail(const char *message, const char *file, uint32_t detail, const void *place) {
    fail_message = message;
    fail_file = file;
    fail_detail = detail;
    fail_place = place;
    __builtin_trap();
}

// The call that returns there, if it were to return: a BL, which has four bytes.
static const void *call_before(const void *return_address) { return (const char *)return_address - 4; }

_Noreturn void martlet_fail(const char *message, uint32_t detail) {
    fail(message, 0, detail, call_before(__builtin_return_address(0)));
}

_Noreturn void martlet_fail_at(const char *message, const char *file, uint32_t line) {
    fail(message, file, line, call_before(__builtin_return_address(0)));
}

_Noreturn void martlet_fail_in(const char *message, uint32_t detail, const void *place) {
    fail(message, 0, detail, place);
}

static _Noreturn void restart(void) {
    enum { key = 0x05FAu << 16, system_reset_request = 1 << 2 };
    __asm volatile("dsb");
    AIRCR = key | system_reset_request;
    for (;;) __asm volatile("wfi");
}

// A breakpoint that no debugger takes is a hard fault: a debug event on a chip, and in QEMU one that is passed on and has
// no other cause. Semihosting asks by one whether a host is listening: answer -1 for nobody, and go on after it.
static bool skip_semihosting(uint32_t *frame) {
    enum { debug_event = 1u << 31, forced = 1u << 30 };
    bool is_breakpoint = HFSR & debug_event || (HFSR & forced && CFSR == 0);
    if (!is_breakpoint || *(const uint16_t *)frame[6] != 0xBEAB) return false;
    HFSR = debug_event | forced;
    frame[0] = (uint32_t)-1;
    frame[6] += 2;
    return true;
}

// `saved` holds r4 to r11, `frame` is where the core pushed r0-r3, r12, lr, pc, xpsr: on the stack that was in use. Returns
// whether to go on there; if not, the report is next.
__attribute__((used)) static bool fault(uint32_t *frame, const uint32_t *saved, uint32_t exc_return) {
    martlet_region process_stack = martlet_process_stack_region();
    bool is_process_stack = exc_return & 4;
    bool overflow = is_process_stack ? frame < (uint32_t *)process_stack.start + 8 || frame >= (uint32_t *)process_stack.end
                                     : frame < _stack_bottom + 8 || frame >= _stack_top;
    if (!overflow && skip_semihosting(frame)) return true;
    // What was wrong first is what counts.
    if (is_reporting) restart();
    is_reporting = true;
    MPU_CTRL = 0;  // the record of an overflow may read the guard

    martlet_crash_record *crash = &record;
    crash->in_a_row = martlet_crash() ? crash->in_a_row + 1 : 1;
    // Nothing was pushed where the stack had no room, so those registers are unknown.
    for (int i = 0; i < 4; i++) crash->r[i] = overflow ? 0 : frame[i];
    for (int i = 0; i < 8; i++) crash->r[4 + i] = saved[i];
    crash->r[12] = overflow ? 0 : frame[4];
    crash->lr = overflow ? 0 : frame[5];
    crash->pc = fail_place ? (uint32_t)fail_place & ~1u : overflow ? 0 : frame[6];
    crash->xpsr = overflow ? 0 : frame[7];
    crash->sp = (uint32_t)(frame + 8);
    crash->exc_return = exc_return;
    crash->cfsr = CFSR;
    crash->hfsr = HFSR;
    crash->mmfar = MMFAR;
    crash->bfar = BFAR;
    crash->task_name = martlet_current_task_name();
    uint32_t exception;
    __asm volatile("mrs %0, ipsr" : "=r"(exception));
    // No fault, but what chips report that must not go on: a watchdog that was not fed, a clock that failed.
    bool is_non_maskable = exception == 2;
    crash->message = is_non_maskable ? "the non-maskable interrupt" : fail_message;
    crash->file = is_non_maskable ? 0 : fail_file;
    crash->detail = is_non_maskable ? 0 : fail_detail;
    crash->stack_overflow = overflow ? is_process_stack ? martlet_process_stack_overflow : martlet_main_stack_overflow
                                     : martlet_no_stack_overflow;
    crash->magic = magic;
    crash->check = checksum();
    // The report runs in thread mode, on top of whatever handlers were interrupted (B1.5.8): there a semihosting call that
    // nobody answers is one more hard fault, and in this handler it would lock the core up.
    enum { thread_mode_from_any_level = 1 };
    CCR |= thread_mode_from_any_level;
    return false;
}

__attribute__((used)) static _Noreturn void report(void) {
    martlet_report_crash();
    restart();
}

// Saves what the core did not. Goes back after a semihosting call; else on to the report, in thread mode at the stack's top
// and with interrupts masked. The handler takes less than a kilobyte, and a stack has several: with less than that below
// the frame, the top is far from it.
__attribute__((naked)) void Fault_Handler(void) {
    __asm volatile(
        "mov r0, sp\n"
        "ldr r2, =_stack_bottom + 1280\n"
        "ldr r3, =_stack_top\n"
        "cmp r0, r2\n"
        "it hs\n"
        "cmphs r3, r0\n"
        "it lo\n"
        "movlo sp, r3\n"
        "sub sp, #40\n"
        "mov r3, sp\n"
        "stmia r3, {r4-r11}\n"
        "str r0, [sp, #32]\n"
        "str lr, [sp, #36]\n"
        "mov r1, sp\n"
        "mov r2, lr\n"
        "tst lr, #4\n"
        "it ne\n"
        "mrsne r0, psp\n"
        "bl %c0\n"
        "cbz r0, 1f\n"
        "ldr lr, [sp, #36]\n"
        "ldr r0, [sp, #32]\n"
        "mov sp, r0\n"
        "bx lr\n"
        // A frame for the core to unstack: r0-r3, r12 and lr do not matter, then pc and xpsr.
        "1: cpsid i\n"
        "ldr r0, =_stack_top\n"
        "sub r0, #32\n"
        "mov sp, r0\n"
        "ldr r1, =%c1\n"
        "bic r1, #1\n"
        "str r1, [r0, #24]\n"
        "mov r1, #0x01000000\n"
        "str r1, [r0, #28]\n"
        "mvn lr, #6\n"
        "bx lr\n" ::"i"(fault), "i"(report));
}
