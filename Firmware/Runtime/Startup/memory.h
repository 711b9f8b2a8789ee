// Addresses the linker script gives, and what lies there.
#ifndef MARTLET_STARTUP_MEMORY_H
#define MARTLET_STARTUP_MEMORY_H

#include <stdint.h>

extern uint32_t _stack_bottom[], _stack_top[];
extern uint8_t _bump_start[], _bump_end[];
extern uint8_t _data_start[], _data_end[], _bss_start[], _bss_end[];
extern const uint8_t _data_load[];

/// What the stack holds where nothing has ever been pushed.
enum { stack_paint = 0x5AFE57AC };

#endif
