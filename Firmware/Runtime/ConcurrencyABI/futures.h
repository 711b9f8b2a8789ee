// What tasks with a handle and groups of them share.
#ifndef MARTLET_CONCURRENCY_FUTURES_H
#define MARTLET_CONCURRENCY_FUTURES_H

#include "runtime.h"

typedef SWIFT void (*copy_function)(void *to, void *from);
typedef SWIFT void (*destroy_function)(void *value);

struct martlet_future {
    copy_function copy;
    destroy_function destroy;
    /// Where the result is: after the header's future, in a buffer of an `async let`, or null without one.
    void *result;
    void *error;
    union {
        /// Tasks that wait, linked by `next`; they stand in no run queue meanwhile.
        martlet_task *waiting;
        /// Of a child of a group, which has no handle to wait for.
        struct task_group *group;
    };
    /// The closure's context, to be released at the end; null where the maker keeps it.
    void *closure;
    /// Room for a result of up to two words; larger ones take room after it.
    uint32_t room[4];
};
_Static_assert(sizeof(struct martlet_future) == martlet_future_bytes, "the header file says how large a future is");

/// Of a task that has a handle.
static inline struct martlet_future *future_of(martlet_task *task) { return (struct martlet_future *)(task + 1); }

/// Options of `swift_task_create`, `swift_asyncLet_begin` and `swift_taskGroup_initializeWithOptions`, a list.
typedef struct task_option {
    size_t kind;
    struct task_option *next;
} task_option;
typedef struct {
    task_option base;
    size_t size, alignment_mask;
    copy_function copy;
    void *store_tag;
    destroy_function destroy;
} result_type_option;
typedef struct {
    task_option base;
    struct task_group *group;
} task_group_option;
enum { option_task_group = 1, option_result_type = 4 };

/// A flag of `swift_task_create`: the task gets copies of its maker's task-local values.
enum { task_copies_locals = 1 << 10 };

/// The option of a kind, or null.
static inline const void *find_option(const task_option *options, size_t kind) {
    while (options && (options->kind & 0xFF) != kind) options = options->next;
    return options;
}

/// Both with interrupts masked. What is to be removed may stand anywhere among the task's records, or nowhere: one
/// that came when its task was cancelled was never added.
void martlet_add_cancellation(martlet_task *task, struct martlet_cancellation *record);
void martlet_remove_cancellation(martlet_task *task, struct martlet_cancellation *record);
SWIFT void swift_task_cancel(martlet_task *task);

/// Makes a task that has not run yet a child of the group.
void martlet_group_attach(struct task_group *group, martlet_task *child);
/// Runs in a child of a group when its function has returned.
SWIFT_ASYNC void martlet_group_child_finish(CONTEXT context *callee, CLOSURE void *error);

/// The task-local values of the code that runs.
struct martlet_local *martlet_locals(void);
/// Gives a task that has not run yet copies of the values from one on until another, and that and those after it.
void martlet_locals_copy(martlet_task *task, const struct martlet_local *from, struct martlet_local *until);
/// Destroys the copies that an ending task was given.
void martlet_locals_end(martlet_task *task);
size_t martlet_task_pool_slot_bytes(void);

extern SWIFT void swift_release(void *object);
extern SWIFT void *swift_retain(void *object);

#endif
