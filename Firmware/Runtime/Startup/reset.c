// From reset to `main`: the vector tables, the FPU, memory, the stack's paint and guard.
#include "Startup.h"
#include "memory.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))
// ARMv7-M Architecture Reference Manual, B3.2 and B3.5.
#define VTOR REGISTER(0xE000ED08)
#define SHCSR REGISTER(0xE000ED24)
#define CPACR REGISTER(0xE000ED88)
#define MPU_CTRL REGISTER(0xE000ED94)
#define MPU_RBAR REGISTER(0xE000ED9C)
#define MPU_RASR REGISTER(0xE000EDA0)

int main(int argc, char **argv);
void Reset_Handler(void);
void Fault_Handler(void);

static void Unexpected_Handler(void) {
    uint32_t exception;
    __asm volatile("mrs %0, ipsr" : "=r"(exception));
    martlet_fail("an interrupt that nothing handles", exception - martlet_core_exceptions);
}

enum { vectors = martlet_core_exceptions + martlet_interrupt_lines };
typedef void (*handler)(void);

// The table handlers are bound into. Reset fills every chip interrupt with a fault that names it.
__attribute__((section(".vectors_ram"), aligned(512))) static handler ram_vectors[vectors];

void martlet_set_vector(uint32_t exception, uintptr_t code) {
    // The place is the caller, at the BL before where this returns to.
    const void *place = (const char *)__builtin_return_address(0) - 4;
    if (exception >= vectors) martlet_fail_in("an exception number beyond the vector table", exception, place);
    if (ram_vectors[exception] != Unexpected_Handler) {
        bool is_line = exception >= martlet_core_exceptions;
        martlet_fail_in(is_line ? "an interrupt line was bound twice; line" : "a core exception was bound twice; number",
                        is_line ? exception - martlet_core_exceptions : exception, place);
    }
    *(volatile uintptr_t *)&ram_vectors[exception] = code;
}

// The table the core reads at reset. Only its first two words and the faults are ever used: reset code moves
// to the table in RAM before it enables anything.
__attribute__((section(".vectors"), used))
static const handler reset_vectors[martlet_core_exceptions] = {
    (handler)_stack_top, Reset_Handler,
    Fault_Handler, Fault_Handler, Fault_Handler, Fault_Handler, Fault_Handler,
    0, 0, 0, 0,
    Unexpected_Handler, Fault_Handler, 0, Unexpected_Handler, Unexpected_Handler,
};

// The smallest MPU region, 32 bytes at the bottom of a stack, that nobody may touch. Everything else keeps the default map
// (PRIVDEFENA).
static void guard(uint32_t region, void *bottom) {
    enum { valid = 1 << 4, size_32 = 4 << 1, enable = 1, execute_never = 1 << 28 };
    MPU_RBAR = (uint32_t)bottom | valid | region;
    MPU_RASR = execute_never | size_32 | enable;
    MPU_CTRL = 4 | 1;
    __asm volatile("dsb\n isb" ::: "memory");
}

static martlet_region process_stack;

void martlet_guard_process_stack(void *start, void *end) {
    if (process_stack.start == start) return;
    process_stack = (martlet_region){start, end};
    guard(6, start);
}

martlet_region martlet_process_stack_region(void) { return process_stack; }

// Memory is not set up while this runs, so it calls nothing that might expect otherwise.
__attribute__((section(".boot"), noreturn))
void Reset_Handler(void) {
    for (uint32_t *word = _stack_bottom; word < (uint32_t *)__builtin_frame_address(0) - 16; word++)
        *word = stack_paint;
    const uint32_t *source = (const uint32_t *)_data_load;
    for (uint32_t *word = (uint32_t *)_data_start; word < (uint32_t *)_data_end; word++) *word = *source++;
    for (uint32_t *word = (uint32_t *)_bss_start; word < (uint32_t *)_bss_end; word++) *word = 0;

    for (int i = 0; i < vectors; i++)
        ram_vectors[i] = i < martlet_core_exceptions ? reset_vectors[i] : Unexpected_Handler;
    VTOR = (uint32_t)ram_vectors;
    SHCSR |= 7 << 16;  // memory, bus and usage faults are taken as themselves
    // CCR.DIV_0_TRP stays off: Swift checks its divisors itself, and the optimiser may divide ahead of the check,
    // which on this core answers 0.
    CPACR |= 0xF << 20;
    __asm volatile("dsb\n isb" ::: "memory");
    guard(7, _stack_bottom);

    main(0, 0);
    martlet_fail("main returned", 0);
}
