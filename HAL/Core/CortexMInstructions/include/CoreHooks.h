// What the modules of the core call, and start-up answers; and what start-up calls, and a board answers. Each side includes
// this, so that a definition of another type does not compile. Only the chip has it.
#ifndef MARTLET_CORE_HOOKS_H
#define MARTLET_CORE_HOOKS_H

#include <stdint.h>

/// Makes the code at `code` answer an exception, in the vector table in RAM. One aligned store, so an interrupt
/// sees the old or the new. A number beyond the table is a fault, and so is one that has a handler already.
void martlet_set_vector(uint32_t exception, uintptr_t code);

/// Stops with a fault whose record carries `message` (characters in flash, ended by 0), `detail`, and its caller as the
/// place.
_Noreturn void martlet_fail(const char *message, uint32_t detail);
/// The same with the file and the line that say so, as characters in flash.
_Noreturn void martlet_fail_at(const char *message, const char *file, uint32_t line);

/// Writes a byte to the board's console by polling, and starts that if nobody has; a board's. Any context. Without one
/// nothing is written.
void martlet_console_put(uint8_t byte);

#endif
