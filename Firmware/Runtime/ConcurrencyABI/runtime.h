// What the runtime's own files share: conventions, contexts, and the run queues.
#ifndef MARTLET_CONCURRENCY_RUNTIME_H
#define MARTLET_CONCURRENCY_RUNTIME_H

#include "ConcurrencyABI.h"
#include "CortexMInstructions.h"
#include "StartupHooks.h"

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

/// What the compiler knows a level by, in the first word of an executor reference: its number and one. 0 is the
/// generic executor, which is whatever level runs the caller.
typedef uintptr_t executor_identity;

typedef struct {
    martlet_task *head;
    volatile uint32_t *pend;
    uint32_t mask;
    /// Ticks that a poll of this level may take; a longer one is an overrun.
    uint32_t budget;
} run_queue;

/// What runs at this priority, in one place, so that it is found by one address. An interrupt that drains a queue
/// saves the task and the executor and puts them back.
typedef struct {
    martlet_task *task;
    executor_identity executor;
    /// When the running poll began, in ticks; moved on by as long as higher levels preempt it.
    uint32_t poll_start;
    /// What SysTick's counter, which counts down, is subtracted from; moved on at each wrap.
    uint32_t tick_base;
    /// Thread mode's queue, and the levels' after it.
    run_queue queues[martlet_levels + 1];
} runtime_state;
extern runtime_state martlet_state;

static inline run_queue *queue_of(executor_identity executor) { return &martlet_state.queues[executor - 1]; }

/// Room in the running task's memory for a frame, last in, first out. Compiled code's; defined in tasks.c.
SWIFT void *swift_task_alloc(size_t bytes);
SWIFT void swift_task_dealloc(void *frame);

/// Puts a task into a queue and pends its level. The task may be running before this returns.
///
/// One core: an exception between the two halves of an exclusive access makes the second fail, and no barrier is
/// needed for what the same core reads.
static inline void push(martlet_task *task, executor_identity executor) {
    run_queue *queue = queue_of(executor);
    do task->next = (martlet_task *)__builtin_arm_ldrex((uint32_t *)&queue->head);
    while (__builtin_arm_strex((uint32_t)task, (uint32_t *)&queue->head));
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    if (queue->pend) *queue->pend = queue->mask;
}

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

#endif
