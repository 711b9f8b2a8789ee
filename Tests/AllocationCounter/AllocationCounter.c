// Counts what a program asks of the heap: an executable's own `malloc` comes before the C library's, for its libraries
// too. What is counted is handed to the GNU C library under the names it keeps for that.
#include "AllocationCounter.h"

#include <errno.h>
#include <stddef.h>

extern void *__libc_malloc(size_t bytes);
extern void *__libc_calloc(size_t count, size_t bytes);
extern void *__libc_realloc(void *memory, size_t bytes);
extern void *__libc_memalign(size_t alignment, size_t bytes);

// A thread's own, so that what others do meanwhile makes no difference.
static _Thread_local uint64_t count;

uint64_t allocation_count(void) { return count; }

// The sanitizers have functions of their own in these places.
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
bool allocations_are_counted(void) { return false; }
#else
bool allocations_are_counted(void) { return true; }

static void note(void) { count++; }

void *malloc(size_t bytes) {
    note();
    return __libc_malloc(bytes);
}

void *calloc(size_t elements, size_t bytes) {
    note();
    return __libc_calloc(elements, bytes);
}

void *realloc(void *memory, size_t bytes) {
    note();
    return __libc_realloc(memory, bytes);
}

void *memalign(size_t alignment, size_t bytes) {
    note();
    return __libc_memalign(alignment, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes) {
    note();
    return __libc_memalign(alignment, bytes);
}

int posix_memalign(void **memory, size_t alignment, size_t bytes) {
    note();
    *memory = __libc_memalign(alignment, bytes);
    return *memory ? 0 : ENOMEM;
}
#endif
