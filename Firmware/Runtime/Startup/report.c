// The report of a fault by an image that has none of its own: to the host that debugs or emulates the chip, if one answers,
// else to the board's console. Written for size, since every image carries it: what the numbers mean says
// Boards/locate.sh, which run.sh asks.
#include "CortexMInstructions.h"
#include "Startup.h"

enum { write_string = 0x04, time = 0x11, extended_exit = 0x20, application_exit = 0x20026 };

static bool has_host;

static void put(const char *text) {
    if (has_host) {
        martlet_semihosting(write_string, text);
        return;
    }
    while (*text) martlet_console_put((uint8_t)*text++);
}

static void put_number(uint32_t number, uint32_t base, int digits) {
    char text[11], *start = text + 10;
    *start = 0;
    do {
        *--start = "0123456789ABCDEF"[number % base];
        number /= base;
    } while (number || text + 10 - start < digits);
    put(start);
}

static void put_register(const char *name, uint32_t value) {
    put(name);
    put_number(value, 16, 8);
}

__attribute__((weak)) void martlet_report_crash(void) {
    const martlet_crash_record *crash = martlet_crash();
    if (!crash) return;
    has_host = martlet_semihosting(time, 0) != -1;
    put("\nfault in ");
    put(crash->task_name ? "task " : "no task");
    if (crash->task_name) put(crash->task_name);
    if (crash->stack_overflow) {
        put(crash->stack_overflow == martlet_process_stack_overflow ? ": the process" : ": the");
        put(" stack overflowed");
    }
    if (crash->message) {
        put(": ");
        put(crash->message);
        put(crash->file ? " (" : ": ");
        if (crash->file) {
            put(crash->file);
            put(":");
        }
        put_number(crash->detail, 10, 1);
        if (crash->file) put(")");
    }
    put_register("\npc=", crash->pc);
    put_register(" lr=", crash->lr);
    put_register(" sp=", crash->sp);
    put_register(" cfsr=", crash->cfsr);
    put_register(" hfsr=", crash->hfsr);
    put_register(" mmfar=", crash->mmfar);
    put_register(" bfar=", crash->bfar);
    put("\n");
    const uint32_t status[] = {application_exit, martlet_fault_status};
    martlet_semihosting(extended_exit, status);
}
