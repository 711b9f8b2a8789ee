// Where RAM went, and the two C functions through which compiled Swift asks for memory.
#include "Startup.h"
#include "memory.h"

martlet_region martlet_stack_region(void) { return (martlet_region){_stack_bottom, _stack_top}; }
martlet_region martlet_static_region(void) { return (martlet_region){_data_start, _bss_end}; }
martlet_region martlet_bump_region(void) { return (martlet_region){_bump_start, _bump_end}; }

size_t martlet_stack_high_water(void) {
    const uint32_t *word = _stack_bottom + martlet_stack_guard_bytes / 4;
    while (word < _stack_top && *word == stack_paint) word++;
    return (size_t)((const uint8_t *)_stack_top - (const uint8_t *)word);
}

int posix_memalign(void **result, size_t alignment, size_t bytes) {
    *result = martlet_allocate(bytes, alignment);
    return 0;
}

void free(void *memory) { martlet_free(memory); }
