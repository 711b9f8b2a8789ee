// C functions that compiled Swift and its standard library refer to.
#include "CortexMInstructions.h"
#include "Startup.h"

// MARK: Text

__attribute__((weak)) void martlet_console_put(uint8_t byte) { (void)byte; }

/// What `print` writes, to the board's console by polling.
int putchar(int character) {
    if (character == '\n') martlet_console_put('\r');
    martlet_console_put((uint8_t)character);
    return character;
}

// MARK: Random numbers

/// What `Int.random` and the seeds of `Set` and `Dictionary` come from: a generator (xorshift128, G. Marsaglia, "Xorshift
/// RNGs", 2003) that begins with what RAM held at power-on and with the clock's count when it was first asked. Not for
/// secrets: a chip that has a generator of its own has a driver for it.
void arc4random_buf(void *buffer, size_t bytes) {
    __attribute__((section(".noinit"))) static uint32_t state[4];
    static bool is_seeded;
    uint32_t primask = martlet_mask_interrupts();
    if (!is_seeded) {
        is_seeded = true;
        state[0] += *(volatile uint32_t *)0xE000E018 + 0x9E3779B9u;
        state[1] |= 1;
    }
    for (uint8_t *byte = buffer; bytes > 0; bytes--) {
        uint32_t t = state[3] ^ state[3] << 11, s = state[0];
        state[3] = state[2];
        state[2] = state[1];
        state[1] = s;
        state[0] = t ^ t >> 8 ^ s ^ s >> 19;
        *byte++ = (uint8_t)(state[0] >> 24);
    }
    martlet_restore_interrupts(primask);
}

// MARK: Lazy globals

/// Runs `initialize` for the first who names a lazy global. Whoever finds it running is on top of it, in an interrupt or in
/// `initialize` itself, and would wait for ever on a chip with one core: that is a fault, at the initializer.
void swift_once(intptr_t *predicate, void (*initialize)(void *), void *context) {
    enum { untouched = 0, running = 1, done = -1 };
    if (*(volatile intptr_t *)predicate == done) return;
    uint32_t primask = martlet_mask_interrupts();
    intptr_t state = *predicate;
    if (state == untouched) *predicate = running;
    martlet_restore_interrupts(primask);
    if (state == running)
        martlet_fail_in("a lazy global was used before its initializer, at pc, had ended; global", (uint32_t)predicate,
                        (const void *)initialize);
    if (state != untouched) return;
    initialize(context);
    *(volatile intptr_t *)predicate = done;
}

// MARK: Atomics of 8 bytes

// The core's exclusive accesses take up to a word: wider ones mask interrupts. The order is that of the program.

#define ATOMIC(name, body)                                       \
    uint64_t name(volatile uint64_t *value, uint64_t operand, int order) { \
        (void)order;                                             \
        uint32_t primask = martlet_mask_interrupts();            \
        uint64_t before = *value;                                \
        *value = body;                                           \
        martlet_restore_interrupts(primask);                     \
        return before;                                           \
    }
ATOMIC(__atomic_exchange_8, operand)
ATOMIC(__atomic_fetch_add_8, before + operand)
ATOMIC(__atomic_fetch_sub_8, before - operand)
ATOMIC(__atomic_fetch_and_8, before & operand)
ATOMIC(__atomic_fetch_or_8, before | operand)
ATOMIC(__atomic_fetch_xor_8, before ^ operand)

uint64_t __atomic_load_8(const volatile uint64_t *value, int order) {
    (void)order;
    uint32_t primask = martlet_mask_interrupts();
    uint64_t now = *value;
    martlet_restore_interrupts(primask);
    return now;
}

void __atomic_store_8(volatile uint64_t *value, uint64_t operand, int order) { __atomic_exchange_8(value, operand, order); }

bool __atomic_compare_exchange_8(volatile uint64_t *value, uint64_t *expected, uint64_t desired, int success, int failure) {
    (void)success, (void)failure;
    uint32_t primask = martlet_mask_interrupts();
    uint64_t now = *value;
    bool is_equal = now == *expected;
    if (is_equal) *value = desired;
    else *expected = now;
    martlet_restore_interrupts(primask);
    return is_equal;
}
