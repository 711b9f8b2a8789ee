// What the runtime's own files share: conventions, contexts, and the run queues.
#ifndef MARTLET_CONCURRENCY_RUNTIME_H
#define MARTLET_CONCURRENCY_RUNTIME_H

#include "ConcurrencyABI.h"

#define SWIFT __attribute__((swiftcall))
#define SWIFT_ASYNC __attribute__((swiftasynccall))
#define CONTEXT __attribute__((swift_async_context))
#define CLOSURE __attribute__((swift_context))

typedef struct context context;
typedef SWIFT_ASYNC void (*resume_function)(CONTEXT context *);
struct context {
    context *parent;
    resume_function resume;
};

/// An async function: where its code is from here, and how large its context is.
typedef struct {
    int32_t code;
    uint32_t context_size;
} async_function;

typedef struct {
    martlet_task *head;
    volatile uint32_t *pend;
    uint32_t mask;
} run_queue;

/// Thread mode's queue, and the levels' behind it.
extern run_queue martlet_queues[martlet_levels + 1];
/// What runs at this priority. An interrupt that drains a queue saves both and puts them back.
extern martlet_task *martlet_running_task;
extern run_queue *martlet_running_queue;

_Noreturn void martlet_fail(const char *message, uint32_t detail);

/// Puts a task into a queue and pends the level. The task may be running before this returns.
void martlet_push(martlet_task *task, run_queue *queue);

/// Has `function`, a Swift async function, called with `closure` when the task first runs, its result going to
/// `result` (null for a function without one); `finish` runs when it returns, with the error in its closure
/// register if the function throws.
void martlet_task_prepare(martlet_task *task, size_t bytes, const async_function *function, void *closure,
                          void *result, void *finish);

/// Declares the record of an async function that is written in C, as the compiler would lay it out.
#define ASYNC_FUNCTION(name, size)                                        \
    __asm(".section .rodata." #name "Tu,\"a\",%progbits\n"                \
          ".p2align 2\n"                                                  \
          ".globl " #name "Tu\n" #name "Tu:\n"                            \
          ".long " #name " - .\n"                                         \
          ".long " #size "\n"                                             \
          ".text\n")

/// Short sections that no interrupt may split.
static inline uint32_t mask_interrupts(void) {
    uint32_t primask;
    __asm volatile("mrs %0, primask\n cpsid i" : "=r"(primask)::"memory");
    return primask;
}
static inline void restore_interrupts(uint32_t primask) { __asm volatile("msr primask, %0" ::"r"(primask) : "memory"); }

#endif
