// The process stack (ARMv7-M Architecture Reference Manual, B1.4.1): thread mode runs one piece of synchronous code on it,
// while interrupt handlers stay on the main stack.
#include "ConcurrencyABI.h"

// What the functions below keep of one side while the other runs: s16 to s31, r3 to r11 (r3 fills up eight bytes), and
// where it goes on.
typedef struct {
    uint32_t s[16];
    uint32_t r[9];
    uint32_t pc;
} context;

// The work's first instruction: r4 and r5 are what `martlet_stack_prepare` put there.
__attribute__((naked, noreturn)) static void begin(void) {
    __asm volatile(
        "mov r0, r4\n"
        "blx r5\n"
        "udf #0\n");
}

void martlet_stack_prepare(martlet_stack *stack, void *top, void (*work)(void *), void *argument) {
    context *first = (context *)top - 1;
    first->r[1] = (uint32_t)argument;
    first->r[2] = (uint32_t)work;
    first->pc = (uint32_t)begin;
    stack->top = first;
}

__attribute__((naked)) void martlet_stack_enter(martlet_stack *stack) {
    __asm volatile(
        "push {r3-r11, lr}\n"
        "vpush {s16-s31}\n"
        "ldr r1, [r0]\n"
        "msr psp, r1\n"
        "mrs r2, control\n"
        "orr r2, r2, #2\n"
        "msr control, r2\n"
        "isb\n"
        "vpop {s16-s31}\n"
        "pop {r3-r11, pc}\n");
}

__attribute__((naked)) void martlet_stack_leave(martlet_stack *stack) {
    __asm volatile(
        "push {r3-r11, lr}\n"
        "vpush {s16-s31}\n"
        "mov r1, sp\n"
        "str r1, [r0]\n"
        "mrs r2, control\n"
        "bic r2, r2, #2\n"
        "msr control, r2\n"
        "isb\n"
        "vpop {s16-s31}\n"
        "pop {r3-r11, pc}\n");
}
