#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

/// How often the calling thread has asked for memory. The C library's functions for that are replaced by ones that count.
uint64_t allocation_count(void);
/// Whether they are: not in a program built with a sanitizer.
bool allocations_are_counted(void);

#endif
