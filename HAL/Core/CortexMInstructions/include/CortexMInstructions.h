// Instructions that Swift cannot spell. Each compiles to itself, inline. Only the chip has this module. What the core's
// modules need of start-up is declared in CoreHooks.h.
#ifndef MARTLET_CORTEX_M_INSTRUCTIONS_H
#define MARTLET_CORTEX_M_INSTRUCTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "CoreHooks.h"

#define MARTLET_INLINE static inline __attribute__((always_inline))

/// Sleeps until an interrupt is pending, masked or not.
MARTLET_INLINE void martlet_wfi(void) { __asm volatile("dsb\n wfi" ::: "memory"); }

/// Masks every interrupt with a configurable priority and answers whether they were masked already.
MARTLET_INLINE uint32_t martlet_mask_interrupts(void) {
    uint32_t primask;
    __asm volatile("mrs %0, primask\n cpsid i" : "=r"(primask)::"memory");
    return primask;
}

/// Whether interrupts are held back: all of them, or those up to a priority.
MARTLET_INLINE bool martlet_are_interrupts_held_back(void) {
    uint32_t primask, base;
    __asm volatile("mrs %0, primask\n mrs %1, basepri" : "=r"(primask), "=r"(base));
    return (primask | base) != 0;
}

/// The exception that is being handled; 0 in thread mode.
MARTLET_INLINE uint32_t martlet_active_exception(void) {
    uint32_t exception;
    __asm volatile("mrs %0, ipsr" : "=r"(exception));
    return exception;
}

/// Puts back what `martlet_mask_interrupts` answered.
MARTLET_INLINE void martlet_restore_interrupts(uint32_t primask) {
    __asm volatile("msr primask, %0" ::"r"(primask) : "memory");
}

/// Holds back interrupts of this priority and less urgent ones, and answers what was held back before (BASEPRI and
/// BASEPRI_MAX, which never lets more through).
MARTLET_INLINE uint32_t martlet_raise_base_priority(uint32_t priority) {
    uint32_t before;
    __asm volatile("mrs %0, basepri\n msr basepri_max, %1" : "=&r"(before) : "r"(priority) : "memory");
    return before;
}

/// Puts back what `martlet_raise_base_priority` answered.
MARTLET_INLINE void martlet_restore_base_priority(uint32_t before) {
    __asm volatile("msr basepri, %0" ::"r"(before) : "memory");
}

/// Completes every memory access before what follows.
MARTLET_INLINE void martlet_dsb(void) { __asm volatile("dsb" ::: "memory"); }
MARTLET_INLINE void martlet_isb(void) { __asm volatile("isb" ::: "memory"); }

/// Starts SysTick's count anew at what is left of it without `cycles` of it. The reload value keeps that. The cycles
/// from the reading to the store are the same each time, and those of the function beside.
MARTLET_INLINE void martlet_systick_shorten(uint32_t cycles) {
    uint32_t left;
    __asm volatile("ldr %0, [%1, #8]\n subs %0, %0, %2\n str %0, [%1, #4]\n str %0, [%1, #8]"
                   : "=&r"(left)
                   : "r"(0xE000E010), "r"(cycles)
                   : "memory", "cc");
}

/// The same with a second reading in place of the store that starts it anew: the cycles between the two. Puts the
/// reload value back.
MARTLET_INLINE uint32_t martlet_systick_measure(void) {
    uint32_t left, later, reload;
    __asm volatile("ldr %2, [%3, #4]\n ldr %0, [%3, #8]\n subs %1, %0, #0\n str %2, [%3, #4]\n ldr %1, [%3, #8]"
                   : "=&r"(left), "=&r"(later), "=&r"(reload)
                   : "r"(0xE000E010)
                   : "memory", "cc");
    return left - later;
}

/// A semihosting call (Semihosting for AArch32 and AArch64, Arm): the host that debugs or emulates the chip
/// does `operation` and answers. Where nobody listens the fault handler answers -1.
MARTLET_INLINE int32_t martlet_semihosting(uint32_t operation, const void *arguments) {
    register uint32_t r0 __asm("r0") = operation;
    register const void *r1 __asm("r1") = arguments;
    __asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory", "r2", "r3", "r12", "lr", "cc");
    return (int32_t)r0;
}

/// The sum and the product of two signed numbers (SMLAL). The compiler loses sight of it where a number takes part in several.
MARTLET_INLINE int64_t martlet_add_product(int64_t sum, int32_t first, int32_t second) {
    uint32_t low = (uint32_t)sum, high = (uint32_t)(sum >> 32);
    __asm("smlal %0, %1, %2, %3" : "+r"(low), "+r"(high) : "r"(first), "r"(second));
    return (int64_t)((uint64_t)high << 32 | low);
}

#ifdef __ARM_FEATURE_DSP
/// The sum and the products of the low and of the high halves of two words, as signed numbers (SMLALD).
MARTLET_INLINE int64_t martlet_add_products(int64_t sum, uint32_t first, uint32_t second) {
    return __builtin_arm_smlald((int32_t)first, (int32_t)second, sum);
}

/// The nearest number of 16 bits (SSAT).
MARTLET_INLINE int32_t martlet_saturate_16(int32_t value) { return __builtin_arm_ssat(value, 16); }

/// The nearest number of 32 bits to a sum, and to a difference (QADD, QSUB).
MARTLET_INLINE int32_t martlet_saturating_add(int32_t first, int32_t second) {
    return __builtin_arm_qadd(first, second);
}
MARTLET_INLINE int32_t martlet_saturating_subtract(int32_t first, int32_t second) {
    return __builtin_arm_qsub(first, second);
}
#endif

#undef MARTLET_INLINE
#endif
