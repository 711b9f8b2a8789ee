// What start-up calls, and the modules above it and the image answer. Each of them includes this, so that a definition of
// another type does not compile. What a board answers is in CoreHooks.h.
#ifndef MARTLET_STARTUP_HOOKS_H
#define MARTLET_STARTUP_HOOKS_H

#include <stddef.h>

// Where Swift calls, null is said; what only C sees need not say it.
#pragma clang diagnostic ignored "-Wnullability-completeness"

/// The name of the running task, characters in flash ended by 0, or null. The concurrency runtime's.
const char *martlet_current_task_name(void);

/// Memory for as long as the program runs, or a fault. Once start-up is over, a block of the pool. `Memory`'s.
void *_Nonnull martlet_allocate(size_t bytes, size_t alignment);
/// Takes back what was a block; everything else lives as long as the program. `Memory`'s.
void martlet_free(void *_Nullable memory);

/// Tells the world about the record of a fault by polling only: called in thread mode with interrupts masked. Ends the run,
/// or returns, and then the chip restarts. An image without one of its own has the one of report.c.
void martlet_report_crash(void);

#endif
