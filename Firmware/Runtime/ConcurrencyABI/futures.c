// Tasks with a handle: made by `Task`, `async let` and groups, waited for, cancelled, and given back when nobody refers
// to them any more. Their memory comes from a pool of slots of one size, filled at start-up.
#include "futures.h"

/// What a task that waits for another keeps in its frame: the compiler gives it five words.
typedef struct {
    context *caller;
    resume_function resume;
    void *result;
    void *error;
    executor_identity executor;
} wait_context;

// MARK: The pool

static martlet_task *free_slots;
static uint32_t slot_bytes, slot_count, slots_in_use, slots_high_water;

void martlet_task_pool_add(void *storage, size_t bytes) {
    if (slot_count > 0 && bytes != slot_bytes) martlet_fail("slots of the task pool have one size; bytes", bytes);
    slot_bytes = bytes;
    slot_count++;
    martlet_task *slot = storage;
    slot->next = free_slots;
    free_slots = slot;
}

size_t martlet_task_pool_slot_bytes(void) { return slot_bytes; }
uint32_t martlet_task_pool_high_water(void) { return slots_high_water; }

static SWIFT void destroy_task(CLOSURE martlet_task *task) {
    struct martlet_future *future = future_of(task);
    if (future->result && !future->error && future->destroy) future->destroy(future->result);
    uint32_t primask = martlet_mask_interrupts();
    task->next = free_slots;
    free_slots = task;
    slots_in_use--;
    martlet_restore_interrupts(primask);
}

// As much of a class's metadata as Swift looks at: no superclass, and what destroys an object.
static const void *const task_metadata[4] = {0, (const void *)destroy_task, 0, 0};

static martlet_task *take_slot(void) {
    uint32_t primask = martlet_mask_interrupts();
    martlet_task *task = free_slots;
    if (task) {
        free_slots = task->next;
        if (++slots_in_use > slots_high_water) slots_high_water = slots_in_use;
    }
    martlet_restore_interrupts(primask);
    if (!task) martlet_fail("the task pool is used up; slots", slot_count);
    return task;
}

// MARK: Making and ending

// Gives a waiting task what it waits for. One that leaves the scope of an `async let` wants only the end: it has the
// ended task where others have room for the result.
static void fill_waiter(martlet_task *waiter, martlet_task *ended) {
    wait_context *wait = waiter->resume_context;
    struct martlet_future *future = future_of(ended);
    if (wait->result != ended) {
        wait->error = future->error;
        if (future->error) swift_retain(future->error);
        else if (future->result && wait->result != future->result) future->copy(wait->result, future->result);
    }
    push(waiter, wait->executor);
}

// Runs in the ending task, when its function has returned.
static SWIFT_ASYNC void finish_future(CONTEXT context *callee, CLOSURE void *error) {
    (void)callee;
    martlet_task *task = martlet_state.task;
    struct martlet_future *future = future_of(task);
    void *closure = future->closure;
    future->error = error;
    if (task->locals) martlet_locals_end(task);
    uint32_t primask = martlet_mask_interrupts();
    task->flags |= martlet_task_finished;
    martlet_task *waiting = future->waiting;
    future->waiting = 0;
    martlet_restore_interrupts(primask);
    while (waiting) {
        martlet_task *next = waiting->next;
        fill_waiter(waiting, task);
        waiting = next;
    }
    if (closure) swift_release(closure);
    // The task's own reference: nobody may look at it after this.
    martlet_state.task = 0;
    swift_release(task);
}

// The header and the future: 13 stores, where the C library's memset takes a loop of 200 instructions.
static inline void clear_slot(martlet_task *task) {
    typedef uint64_t __attribute__((may_alias)) two_words;
    two_words *words = (two_words *)task;
    _Pragma("clang loop unroll(full)")
    for (size_t index = 0; index < (sizeof *task + sizeof(struct martlet_future)) / sizeof *words; index++)
        words[index] = 0;
}

// A task with a handle: one reference is the handle's, one the running task's.
static martlet_task *make(const task_option *options, const async_function *function, void *closure, bool owns_closure,
                          void *result, void *finish) {
    const result_type_option *type = find_option(options, option_result_type);
    martlet_task *task = take_slot();
    clear_slot(task);
    struct martlet_future *future = future_of(task);
    task->metadata = task_metadata;
    task->reference_count = 2;
    task->name = "child";
    future->closure = owns_closure ? closure : 0;
    size_t bytes = slot_bytes;
    if (type) {
        future->copy = type->copy;
        future->destroy = type->destroy;
        future->result = result ? result : future->room;
        // A large result takes the end of the slot, out of the frames' way.
        if (!result && (type->size > sizeof future->room || type->alignment_mask > 7)) {
            bytes = (slot_bytes - type->size) & ~(type->alignment_mask | 7);
            if (bytes > slot_bytes) martlet_fail("a task's result is larger than a slot of the pool; bytes", type->size);
            future->result = (uint8_t *)task + bytes;
        }
    }
    martlet_task_prepare(task, bytes, function, closure, future->result ? future->result : future->room,
                         finish);
    return task;
}

// At the level it prefers, or else at its maker's.
static void start(martlet_task *task) { push(task, task->preferred ? task->preferred : martlet_state.executor); }

typedef struct {
    martlet_task *task;
    context *initial;
} created_task;

SWIFT created_task swift_task_create(size_t flags, const task_option *options, const void *type,
                                     const async_function *function, void *closure) {
    (void)type;
    const task_group_option *child = find_option(options, option_task_group);
    martlet_task *task =
        make(options, function, closure, true, 0, child ? (void *)martlet_group_child_finish : (void *)finish_future);
    if (child) martlet_group_attach(child->group, task);
    else if (flags & task_copies_locals && martlet_locals()) martlet_locals_copy(task, martlet_locals(), 0);
    created_task created = {task, task->resume_context};
    start(task);
    return created;
}

// MARK: Waiting

static SWIFT_ASYNC void resume_waiter(CONTEXT context *own) {
    wait_context *wait = (wait_context *)own;
    return wait->resume(wait->caller);
}

static SWIFT_ASYNC void resume_throwing_waiter(CONTEXT context *own) {
    typedef SWIFT_ASYNC void (*throwing_resume)(CONTEXT context *, CLOSURE void *);
    wait_context *wait = (wait_context *)own;
    return ((throwing_resume)wait->resume)(wait->caller, wait->error);
}

// Puts the running task among those that wait for `task`; false if that has ended already.
static bool wait_for(martlet_task *task, wait_context *wait, void *result, context *caller, resume_function resume,
                     void *adapter) {
    martlet_task *waiter = martlet_state.task;
    *wait = (wait_context){caller, resume, result, 0, martlet_state.executor};
    waiter->resume = adapter;
    waiter->resume_context = wait;
    uint32_t primask = martlet_mask_interrupts();
    bool waits = !(task->flags & martlet_task_finished);
    if (waits) {
        waiter->next = future_of(task)->waiting;
        future_of(task)->waiting = waiter;
    }
    martlet_restore_interrupts(primask);
    return waits;
}

SWIFT_ASYNC void swift_task_future_wait(void *result, CONTEXT context *caller, martlet_task *task,
                                        resume_function resume, wait_context *wait) {
    if (wait_for(task, wait, result, caller, resume, (void *)resume_waiter)) return;
    if (future_of(task)->result) future_of(task)->copy(result, future_of(task)->result);
    return resume(caller);
}
ASYNC_FUNCTION(swift_task_future_wait, 20);

SWIFT_ASYNC void swift_task_future_wait_throwing(void *result, CONTEXT context *caller, martlet_task *task,
                                                 resume_function resume, wait_context *wait) {
    typedef SWIFT_ASYNC void (*throwing_resume)(CONTEXT context *, CLOSURE void *);
    if (wait_for(task, wait, result, caller, resume, (void *)resume_throwing_waiter)) return;
    void *error = future_of(task)->error;
    if (error) swift_retain(error);
    else if (future_of(task)->result) future_of(task)->copy(result, future_of(task)->result);
    return ((throwing_resume)resume)(caller, error);
}
ASYNC_FUNCTION(swift_task_future_wait_throwing, 20);

// MARK: async let

// The compiler gives an `async let` a block of 80 words; the child's memory is a slot of the pool, so four words of
// the block are used.
typedef struct {
    martlet_task *task;
    /// Among the parent's cancellation handlers: cancels the child.
    struct martlet_cancellation cancellation;
} async_let;

static SWIFT void cancel_child(CLOSURE void *child) { swift_task_cancel(child); }

void martlet_add_cancellation(martlet_task *task, struct martlet_cancellation *record) {
    record->next = task->cancellation;
    task->cancellation = record;
}

void martlet_remove_cancellation(martlet_task *task, struct martlet_cancellation *record) {
    struct martlet_cancellation **link = &task->cancellation;
    while (*link && *link != record) link = &(*link)->next;
    if (*link) *link = record->next;
}

SWIFT void swift_asyncLet_begin(async_let *child, const task_option *options, const void *type,
                                const async_function *function, void *closure, void *result) {
    (void)type;
    // The closure's context lies in the parent's frame.
    child->task = make(options, function, closure, false, result, (void *)finish_future);
    child->cancellation = (struct martlet_cancellation){0, cancel_child, child->task};
    uint32_t primask = martlet_mask_interrupts();
    child->task->flags = martlet_state.task->flags & martlet_task_cancelled;
    child->task->preferred = martlet_state.task->preferred;
    child->task->locals = martlet_state.task->locals;
    martlet_add_cancellation(martlet_state.task, &child->cancellation);
    martlet_restore_interrupts(primask);
    start(child->task);
}

SWIFT_ASYNC void swift_asyncLet_get(CONTEXT context *caller, async_let *child, void *result, resume_function resume,
                                    wait_context *wait) {
    // The child puts its result where it is wanted, so there is nothing to copy.
    if (wait_for(child->task, wait, result, caller, resume, (void *)resume_waiter)) return;
    return resume(caller);
}
ASYNC_FUNCTION(swift_asyncLet_get, 20);

SWIFT_ASYNC void swift_asyncLet_get_throwing(CONTEXT context *caller, async_let *child, void *result,
                                             resume_function resume, wait_context *wait) {
    typedef SWIFT_ASYNC void (*throwing_resume)(CONTEXT context *, CLOSURE void *);
    if (wait_for(child->task, wait, result, caller, resume, (void *)resume_throwing_waiter)) return;
    void *error = future_of(child->task)->error;
    if (error) swift_retain(error);
    return ((throwing_resume)resume)(caller, error);
}
ASYNC_FUNCTION(swift_asyncLet_get_throwing, 20);

// The child has ended, and the scope of the `async let` with it.
static SWIFT_ASYNC void leave_async_let(CONTEXT context *own) {
    wait_context *wait = (wait_context *)own;
    swift_release(wait->result);
    return wait->resume(wait->caller);
}

SWIFT_ASYNC void swift_asyncLet_finish(CONTEXT context *caller, async_let *child, void *result, resume_function resume,
                                       wait_context *wait) {
    (void)result;
    martlet_task *task = child->task;
    uint32_t primask = martlet_mask_interrupts();
    martlet_remove_cancellation(martlet_state.task, &child->cancellation);
    martlet_restore_interrupts(primask);
    swift_task_cancel(task);
    if (wait_for(task, wait, task, caller, resume, (void *)leave_async_let)) return;
    swift_release(task);
    return resume(caller);
}
ASYNC_FUNCTION(swift_asyncLet_finish, 20);

// MARK: Cancellation

SWIFT bool swift_task_isCancelled(martlet_task *task) { return task->flags & martlet_task_cancelled; }
bool martlet_is_cancelled(void) { return martlet_state.task && martlet_state.task->flags & martlet_task_cancelled; }

// Sets the mark and calls the handlers, once each. A handler runs in the context of whoever cancels, with interrupts
// masked: the records and what the handlers captured lie in the task's frames, which would go if a handler's wakeup
// let a task of a higher level run on.
SWIFT void swift_task_cancel(martlet_task *task) {
    uint32_t primask = martlet_mask_interrupts();
    struct martlet_cancellation *record = task->flags & martlet_task_cancelled ? 0 : task->cancellation;
    task->flags |= martlet_task_cancelled;
    for (; record; record = record->next) record->handler(record->closure);
    martlet_restore_interrupts(primask);
}

// Of the running task. A handler that is added to a cancelled task is called at once.
static void watch(struct martlet_cancellation *record) {
    martlet_task *task = martlet_state.task;
    uint32_t primask = martlet_mask_interrupts();
    if (task->flags & martlet_task_cancelled) record->handler(record->closure);
    else martlet_add_cancellation(task, record);
    martlet_restore_interrupts(primask);
}

void martlet_unwatch_cancellation(struct martlet_cancellation *record) {
    uint32_t primask = martlet_mask_interrupts();
    martlet_remove_cancellation(martlet_state.task, record);
    martlet_restore_interrupts(primask);
}

static SWIFT void end_waiter(CLOSURE void *waiter) { martlet_end_cancelled_waiter(waiter); }

bool martlet_watch_cancellation(struct martlet_cancellation *record, void *waiter) {
    if (!martlet_state.task->metadata) return false;
    *record = (struct martlet_cancellation){0, end_waiter, waiter};
    watch(record);
    return true;
}

SWIFT struct martlet_cancellation *swift_task_addCancellationHandler(SWIFT void (*handler)(CLOSURE void *),
                                                                     void *closure) {
    struct martlet_cancellation *record = swift_task_alloc(sizeof *record);
    *record = (struct martlet_cancellation){0, handler, closure};
    watch(record);
    return record;
}

SWIFT void swift_task_removeCancellationHandler(struct martlet_cancellation *record) {
    martlet_unwatch_cancellation(record);
    swift_task_dealloc(record);
}

// MARK: Actors without an executor of their own

// They run in thread mode (`swift_task_switch`), so they need no state.
SWIFT void swift_defaultActor_initialize(void *actor) { (void)actor; }
SWIFT void swift_defaultActor_destroy(void *actor) { (void)actor; }

SWIFT void swift_defaultActor_deallocate(void *actor) { martlet_free(actor); }
