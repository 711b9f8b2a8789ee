// C functions that Swift's standard library refers to and that nothing here calls.
#include "Startup.h"

int putchar(int character) {
    martlet_fail("print() has nowhere to print to; character", (uint32_t)character);
}

void arc4random_buf(void *buffer, size_t bytes) {
    (void)buffer;
    martlet_fail("there is no source of random numbers; bytes asked for", bytes);
}
