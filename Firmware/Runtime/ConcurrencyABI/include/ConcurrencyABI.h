// The concurrency runtime of the chip: what Swift's compiler calls for `async` code, written for one core,
// interrupt priorities instead of threads, and no heap. How it works: tasks.c.
#ifndef MARTLET_CONCURRENCY_ABI_H
#define MARTLET_CONCURRENCY_ABI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Where Swift calls, null is said; what only C sees need not say it.
#pragma clang diagnostic ignored "-Wnullability-completeness"

/// Interrupt levels above thread mode. Level 0 is thread mode.
enum { martlet_levels = 8 };

typedef struct martlet_task martlet_task;

/// A task. The words at bytes 32 and 36 are the compiler's; the rest is ours.
///
///                     start                    await, switch, yield
///   [made] --enqueue--> [queued] --drain--> [running] ----------> [suspended]
///                          ^                    |                      |
///                          |                    v                      |
///                          |                 [finished]                |
///                          +------ resume: push and pend --------------+
struct martlet_task {
    /// A Swift object's header, for references the compiler may count. A task with a handle has metadata, and what the
    /// handle waits for after this header; one without has none, and its count never reaches zero.
    const void *metadata;
    uint32_t reference_count;
    /// The next task in the run queue it stands in.
    martlet_task *next;
    /// All tasks in the order they were made, for the console.
    martlet_task *next_made;
    /// Characters in flash, ended by 0.
    const char *name;
    /// Frames are allocated last in, first out, from `arena_top` up to `arena_end`.
    uint8_t *arena_top, *arena_end;
    /// How often the task was taken from a run queue.
    uint32_t wakes;
    /// Where the task goes on. The compiler's.
    void *resume;
    void *resume_context;
    /// Clock ticks spent running.
    uint64_t ticks;
    /// The level it last ran at.
    uint8_t level;
    /// `martlet_task_finished` and `martlet_task_cancelled`, changed with interrupts masked.
    uint8_t flags;
    /// What `withTaskExecutorPreference` asked for: a level's number and one, or 0.
    uint8_t preferred;
    /// Polls that took longer than their level's budget; 255 stands for more too.
    uint8_t overruns;
    /// Handlers to call when the task is cancelled, the newest first.
    struct martlet_cancellation *cancellation;
    /// Task-local values, the newest first.
    struct martlet_local *locals;
    /// Ticks of the longest poll: from being taken from a queue to suspending, without what preempted it.
    uint32_t longest_poll;
};
enum { martlet_task_finished = 1, martlet_task_cancelled = 2 };

/// Makes a task of `storage` (its header first, then its frames) and queues it for thread mode. `function`
/// and `closure` are the two words of a Swift `() async -> Void`. Call before the executor runs, or at thread
/// level. Cost: about 40 instructions.
martlet_task *martlet_task_start(void *storage, size_t bytes, const char *name, const void *function, void *closure);

/// The first task made; the others follow by `next_made`.
martlet_task *martlet_first_task(void);
/// The most bytes of its memory that the task has used, its header included. Cost: a loop over what is left.
size_t martlet_task_bytes_used(const martlet_task *task);
/// A handler among those of a task, to be called when it is cancelled.
struct martlet_cancellation {
    struct martlet_cancellation *next;
    __attribute__((swiftcall)) void (*handler)(__attribute__((swift_context)) void *);
    void *closure;
};

/// Has `martlet_end_cancelled_waiter` called with `waiter`, interrupts masked, when the running task is cancelled, at
/// once if it has been; false, and nothing kept, if it has no handle and so cannot be. `record` stays where it is until
/// `martlet_unwatch_cancellation`, which the same task calls. Task context.
bool martlet_watch_cancellation(struct martlet_cancellation *record, void *waiter);
void martlet_unwatch_cancellation(struct martlet_cancellation *record);
/// Ends the wait of the task at `waiter`. `Tasks` has it; the runtime calls it with interrupts masked.
void martlet_end_cancelled_waiter(void *_Nonnull waiter);
/// The level whose task is running: 0 in thread mode.
uint32_t martlet_current_level(void);

/// What the running task prefers from here on for code that no actor isolates: a level's number and one, or 0 for the
/// level of whoever calls it. Returns what it preferred before.
uint8_t martlet_prefer(uint8_t executor);

/// Gives `level` (1 to 8) the chip interrupt that drains its queue: `pend` is the NVIC register to store
/// `mask` into.
void martlet_level_configure(uint32_t level, uint32_t pend, uint32_t mask);
/// The handler of that interrupt.
void (*martlet_level_handler(uint32_t level))(void);

/// Moves the accounts' clock on: `base` is what SysTick's counter is subtracted from.
void martlet_set_tick_base(uint32_t base);

/// How many ticks a poll of a task may take at `level` (0 to 8) before it counts as an overrun.
void martlet_set_budget(uint32_t level, uint32_t ticks);
/// Whether the running poll has taken longer than that. Cost: about 12 instructions.
bool martlet_budget_is_used_up(void);

/// Runs thread mode's tasks for ever, and sleeps when there are none. Thread mode only.
_Noreturn void martlet_run_thread(void);

/// Bytes after the header of a task that has a handle.
enum { martlet_future_bytes = 40 };

/// Gives `storage` (a multiple of 8 bytes, aligned to 8) to the tasks that `Task`, `async let` and task groups
/// make. All slots have the same size; call during start-up.
void martlet_task_pool_add(void *storage, size_t bytes);
/// The most slots that were ever in use.
uint32_t martlet_task_pool_high_water(void);

// What the Swift side of it, `_Concurrency`, calls and the compiler does not know.

/// Whether the running task has been cancelled; false where none runs.
bool martlet_is_cancelled(void);
/// Stops with a fault, at `file` and `line`, unless the code that runs has the level of an executor, by its number and one.
void martlet_check_level(uintptr_t executor, const char *_Nonnull file, uintptr_t line);
/// Where the result is of a group's child that has ended.
void *_Nonnull martlet_child_result(void *_Nonnull child);
/// The item of the task-local value that is bound last under `key`, or null.
void *_Nullable martlet_local_find(const void *_Nonnull key);
/// Binds an item, until it is taken away; the last one first.
void martlet_local_push(void *_Nonnull item);
void martlet_local_pop(void *_Nonnull item);

/// A stack for synchronous code: where it goes on.
typedef struct {
    void *top;
} martlet_stack;

/// Has `work` begin at `top`, which is aligned to 8, when the stack is entered next. It never returns: it leaves.
void martlet_stack_prepare(martlet_stack *stack, void *top, void (*work)(void *), void *argument);
/// Goes on with the stack's work until that leaves. Thread mode, on the main stack. 40 instructions.
void martlet_stack_enter(martlet_stack *stack);
/// Goes back to who entered. The stack's work.
void martlet_stack_leave(martlet_stack *stack);

#endif
