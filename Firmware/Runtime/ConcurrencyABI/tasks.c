// Tasks, run queues and suspension points: the entry points that compiled `async` code calls.
//
// A level's run queue is a stack that anyone pushes onto with one exclusive store and that only the level's
// own interrupt takes, whole, in one exchange; turned around, it is first in, first out. Pushing pends that
// interrupt. The interrupt has the level's priority, so two tasks of a level never run at once, and a task of
// a higher level runs the moment it is pushed. After a push the task may be running already: nothing here
// touches a task after the push.
//
// The layouts and conventions are Swift 6.3's for 32-bit Arm: `swiftasynccall` for what suspends, `swiftcall`
// for the rest, a callee's context starts with { caller's context, where to return }, and a callee returns
// by calling the latter with its own context.

#include "runtime.h"

/// What `await`ing a continuation keeps in the waiting frame.
typedef struct {
    context base;
    uint32_t flags;
    uint32_t state;  // `pending`, then `awaited` or `resumed`, whichever comes first
    void *error;
    void *result;
    executor_identity executor;
    uintptr_t executor_implementation;
} continuation_context;
enum { continuation_pending, continuation_awaited, continuation_resumed };

_Static_assert(offsetof(martlet_task, resume) == 32, "the compiler stores the resume function at byte 32");
_Static_assert(offsetof(martlet_task, resume_context) == 36, "the compiler reads the resume context at byte 36");
_Static_assert(sizeof(martlet_task) == 64, "a task's header is 64 bytes, so that the frames after it are aligned");
_Static_assert(offsetof(continuation_context, state) == 12 && offsetof(continuation_context, result) == 20,
               "the compiler compares and exchanges the state at byte 12 and stores the result by byte 20");

enum { arena_paint = 0x5AFE57AC };

runtime_state martlet_state = {.executor = 1};

static martlet_task *first_task, *last_task;

// MARK: Run queues

static inline martlet_task *take_all(run_queue *queue) {
    martlet_task *task, *in_order = 0;
    do task = (martlet_task *)__builtin_arm_ldrex((uint32_t *)&queue->head);
    while (__builtin_arm_strex(0, (uint32_t *)&queue->head));
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    if (!task || !task->next) return task;
    do {
        martlet_task *next = task->next;
        task->next = in_order;
        in_order = task;
        task = next;
    } while (task);
    return in_order;
}

// MARK: Accounts

// Core clock cycles: SysTick's counter and the wraps that its handler has counted. A level above the clock's may read
// a period too little after a wrap; the next reading puts it right.
static inline uint32_t ticks(void) { return martlet_state.tick_base - *(volatile uint32_t *)0xE000E018; }

void martlet_set_tick_base(uint32_t base) { martlet_state.tick_base = base; }

void martlet_set_budget(uint32_t level, uint32_t ticks) { martlet_state.queues[level].budget = ticks; }

bool martlet_budget_is_used_up(void) {
    return ticks() - martlet_state.poll_start > queue_of(martlet_state.executor)->budget;
}

// A poll is what a task runs between being taken from its queue and suspending. Its task may have ended, and its slot
// of the pool be another's by now: that one then starts with these few ticks.
static inline void account(martlet_task *task, const run_queue *queue) {
    uint32_t now = ticks(), poll = now - martlet_state.poll_start;
    martlet_state.poll_start = now;
    task->ticks += poll;
    if (poll > task->longest_poll) task->longest_poll = poll;
    if (poll > queue->budget && task->overruns < 255) task->overruns++;
}

static inline __attribute__((always_inline)) void run(martlet_task *task, run_queue *queue, uint8_t level) {
    do {
        martlet_task *next = task->next;
        martlet_state.task = task;
        task->wakes++;
        task->level = level;
        ((resume_function)task->resume)(task->resume_context);
        account(task, queue);
        task = next;
    } while (task);
}

static void drain(executor_identity executor) {
    martlet_task *saved_task = martlet_state.task;
    executor_identity saved_executor = martlet_state.executor;
    run_queue *queue = queue_of(executor);
    // How long the poll that this one preempts has run; it goes on counting where it was.
    uint32_t entry = ticks(), preempted = entry - martlet_state.poll_start;
    martlet_state.poll_start = entry;
    martlet_state.executor = executor;
    for (martlet_task *task; (task = take_all(queue));) run(task, queue, (uint8_t)(executor - 1));
    martlet_state.poll_start -= preempted;
    martlet_state.executor = saved_executor;
    martlet_state.task = saved_task;
}

_Noreturn void martlet_run_thread(void) {
    run_queue *queue = queue_of(1);
    for (martlet_task *task;;) {
        if ((task = take_all(queue))) {
            run(task, queue, 0);
            continue;
        }
        martlet_state.task = 0;
        // An interrupt between the question and the sleep would go unnoticed if it were not masked; a masked one still
        // ends the sleep.
        uint32_t primask = martlet_mask_interrupts();
        if (!queue->head) martlet_wfi();
        martlet_restore_interrupts(primask);
        martlet_state.poll_start = ticks();
    }
}

#define LEVEL(n) static void drain_level_##n(void) { drain(n + 1); }
LEVEL(1) LEVEL(2) LEVEL(3) LEVEL(4) LEVEL(5) LEVEL(6) LEVEL(7) LEVEL(8)

void (*martlet_level_handler(uint32_t level))(void) {
    static void (*const handlers[martlet_levels])(void) = {
        drain_level_1, drain_level_2, drain_level_3, drain_level_4,
        drain_level_5, drain_level_6, drain_level_7, drain_level_8,
    };
    return handlers[level - 1];
}

void martlet_level_configure(uint32_t level, uint32_t pend, uint32_t mask) {
    martlet_state.queues[level].pend = (volatile uint32_t *)pend;
    martlet_state.queues[level].mask = mask;
}

// MARK: Tasks

martlet_task *martlet_first_task(void) { return first_task; }
const char *martlet_current_task_name(void) { return martlet_state.task ? martlet_state.task->name : 0; }
uint32_t martlet_current_level(void) { return (uint32_t)(martlet_state.executor - 1); }

size_t martlet_task_bytes_used(const martlet_task *task) {
    const uint32_t *word = (const uint32_t *)task->arena_end;
    while (word > (const uint32_t *)(task + 1) && word[-1] == arena_paint) word--;
    return (size_t)((const uint8_t *)word - (const uint8_t *)task);
}

// The first frame of a task: calls its function, and ends the task when that returns.
typedef struct {
    context base;
    const async_function *function;
    void *closure;
    void *result;
    void *finish;
} first_frame;

static SWIFT_ASYNC void finish_task(CONTEXT context *callee) {
    (void)callee;
    martlet_state.task->flags |= martlet_task_finished;
}

static SWIFT_ASYNC void enter_task(CONTEXT context *own) {
    typedef SWIFT_ASYNC void (*entry)(CONTEXT context *, CLOSURE void *);
    typedef SWIFT_ASYNC void (*entry_with_result)(void *, CONTEXT context *, CLOSURE void *);
    first_frame *frame = (first_frame *)own;
    context *callee = (context *)(frame + 1);
    callee->parent = own;
    callee->resume = (resume_function)frame->finish;
    uintptr_t code = (uintptr_t)frame->function + (uintptr_t)frame->function->code;
    if (frame->result) return ((entry_with_result)code)(frame->result, callee, frame->closure);
    return ((entry)code)(callee, frame->closure);
}

static uint8_t *round_up(uint8_t *address) { return (uint8_t *)(((uintptr_t)address + 7) & ~(uintptr_t)7); }

void martlet_task_prepare(martlet_task *task, size_t bytes, const async_function *function, void *closure,
                          void *result, void *finish) {
    first_frame *frame = (first_frame *)round_up((uint8_t *)(task + 1) + (task->metadata ? martlet_future_bytes : 0));
    task->arena_end = (uint8_t *)task + bytes;
    task->arena_top = round_up((uint8_t *)(frame + 1) + function->context_size);
    if (task->arena_top > task->arena_end) martlet_fail("a task's storage is smaller than its first frame", bytes);
    frame->function = function;
    frame->closure = closure;
    frame->result = result;
    frame->finish = finish;
    task->resume = (void *)enter_task;
    task->resume_context = frame;
}

martlet_task *martlet_task_start(void *storage, size_t bytes, const char *name, const void *function, void *closure) {
    martlet_task *task = storage;
    // Painted, so that the most that the frames ever took can be seen.
    for (uint32_t *word = storage; word < (uint32_t *)((uint8_t *)storage + bytes); word++) *word = arena_paint;
    *task = (martlet_task){.reference_count = 0x7FFFFFFF, .name = name};
    martlet_task_prepare(task, bytes, function, closure, 0, (void *)finish_task);
    if (last_task) last_task->next_made = task;
    else first_task = task;
    last_task = task;
    push(task, 1);
    return task;
}

// MARK: What compiled code calls

SWIFT void *swift_task_alloc(size_t bytes) {
    martlet_task *task = martlet_state.task;
    uint8_t *frame = task->arena_top;
    uint8_t *top = frame + ((bytes + 7) & ~7u);
    if (top > task->arena_end) martlet_fail("a task's frames outgrew its storage; bytes asked for", bytes);
    task->arena_top = top;
    return frame;
}

// Frames are freed in the reverse of the order they were made, which the compiler guarantees.
SWIFT void swift_task_dealloc(void *frame) { martlet_state.task->arena_top = frame; }

// Goes on with `function` on an executor. The generic executor (0) is the one the task prefers, or whatever level runs
// the caller: code that no actor isolates may run at any. An actor without an executor of its own has no implementation
// word: its code runs in thread mode, which is serial, so it never meets itself.
SWIFT_ASYNC void swift_task_switch(CONTEXT context *own, resume_function function, executor_identity executor,
                                   uintptr_t implementation) {
    if (executor == 0) {
        executor = martlet_state.task->preferred;
        if (executor == 0) return function(own);
        implementation = 1;
    }
    if (executor == martlet_state.executor) return function(own);
    if (implementation == 0) {
        executor = 1;
        if (executor == martlet_state.executor) return function(own);
    }
    martlet_task *task = martlet_state.task;
    task->resume = (void *)function;
    task->resume_context = own;
    push(task, executor);
}

SWIFT martlet_task *swift_continuation_init(continuation_context *continuation, uint32_t flags) {
    martlet_task *task = martlet_state.task;
    continuation->flags = flags;
    continuation->error = 0;
    continuation->executor = martlet_state.executor;
    continuation->executor_implementation = 0;
    continuation->state = continuation_pending;
    task->resume = (void *)continuation->base.resume;
    task->resume_context = continuation;
    return task;
}

SWIFT void swift_continuation_resume(martlet_task *task) {
    continuation_context *continuation = task->resume_context;
    uint32_t state;
    // Resumed before the await: the awaiting side sees it and never suspends. Resumed after it: the mark shows a
    // second resume while the task still waits for its turn.
    do state = __builtin_arm_ldrex(&continuation->state);
    while (__builtin_arm_strex(continuation_resumed, &continuation->state));
    if (state == continuation_pending) return;
    if (state != continuation_awaited) martlet_fail("a continuation was resumed twice", (uint32_t)task);
    push(task, continuation->executor);
}

// `Task.yield()`: to the back of the level's own queue.
SWIFT_ASYNC void martlet_task_yield(CONTEXT context *own) {
    martlet_task *task = martlet_state.task;
    task->resume = (void *)own->resume;
    task->resume_context = own;
    push(task, martlet_state.executor);
}
ASYNC_FUNCTION(martlet_task_yield, 8);

// What a class's table has in place of an async method that nobody calls.
SWIFT_ASYNC void swift_deletedAsyncMethodError(CONTEXT context *own) {
    (void)own;
    martlet_fail("an async method was called that the optimiser had removed", 0);
}
ASYNC_FUNCTION(swift_deletedAsyncMethodError, 8);

// Stops with a fault unless the code that runs has the level of an executor. What runs is told by the priority of the
// exception that is active (ARMv7-M B3.2.10, B3.4.9): a bound handler is no task's.
void martlet_check_level(executor_identity identity, const char *file, uintptr_t line) {
    uint32_t exception = martlet_active_exception(), level = 0;
    if (exception) {
        uintptr_t priorities = exception < 16 ? 0xE000ED14u : 0xE000E400u - 16;
        level = 9 - (*(volatile uint8_t *)(priorities + exception) >> 4);
    }
    if (identity != level + 1) martlet_fail_at("code isolated to an actor was entered at another level", file, (uint32_t)line);
}

// MARK: Preferences

uint8_t martlet_prefer(uint8_t executor) {
    martlet_task *task = martlet_state.task;
    uint8_t before = task->preferred;
    task->preferred = executor;
    return before;
}

// The caller's isolation, an actor and its conformance, comes first; it is that of `level`, if it has one.
SWIFT_ASYNC void martlet_return_to_level(CONTEXT context *own, void *actor, const void *conformance, uint32_t level) {
    (void)actor, (void)conformance;
    return swift_task_switch(own, own->resume, level + 1, 1);
}
ASYNC_FUNCTION(martlet_return_to_level, 8);
