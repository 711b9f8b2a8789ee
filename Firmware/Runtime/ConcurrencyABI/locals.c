// Task-local values: each bound by an item in the frame that binds it, linked from the task, the newest first.
//
// A child runs within the scope its items were bound in, so it begins with its parent's list. A `Task` outlives that
// scope and gets copies, at the end of its slot of the pool, where they are until it ends.
#include "futures.h"

/// What `TaskLocal.withValue` keeps in its frame; the value follows.
struct martlet_local {
    struct martlet_local *next;
    /// The `TaskLocal` it is a value of.
    const void *key;
    size_t bytes;
    SWIFT void (*copy)(struct martlet_local *to, const struct martlet_local *from, CLOSURE void *);
    void *copy_closure;
    SWIFT void (*destroy)(struct martlet_local *item, CLOSURE void *);
    void *destroy_closure;
};

// Bound by code that no task runs: start-up's.
static struct martlet_local *start_up_locals;

static struct martlet_local **bound_locals(void) {
    return martlet_state.task ? &martlet_state.task->locals : &start_up_locals;
}

void *martlet_local_find(const void *key) {
    struct martlet_local *item = *bound_locals();
    while (item && item->key != key) item = item->next;
    return item;
}

void martlet_local_push(void *bound) {
    struct martlet_local *item = bound, **head = bound_locals();
    item->next = *head;
    *head = item;
}

void martlet_local_pop(void *bound) { *bound_locals() = ((struct martlet_local *)bound)->next; }

struct martlet_local *martlet_locals(void) { return *bound_locals(); }

void martlet_locals_copy(martlet_task *task, const struct martlet_local *from, struct martlet_local *until) {
    struct martlet_local **link = &task->locals;
    for (; from != until; from = from->next) {
        size_t bytes = (from->bytes + 7) & ~(size_t)7;
        if (bytes > (size_t)(task->arena_end - task->arena_top))
            martlet_fail("a task's copies of task-local values outgrow its slot of the pool; bytes", bytes);
        task->arena_end -= bytes;
        struct martlet_local *item = (struct martlet_local *)task->arena_end;
        from->copy(item, from, from->copy_closure);
        *link = item;
        link = &item->next;
    }
    *link = until;
}

void martlet_locals_end(martlet_task *task) {
    // Copies lie after the frames, and the parent's items in the parent's memory.
    struct martlet_local *item = task->locals;
    while ((uint8_t *)item >= task->arena_end && (uint8_t *)item < (uint8_t *)task + martlet_task_pool_slot_bytes()) {
        struct martlet_local *next = item->next;
        item->destroy(item, item->destroy_closure);
        item = next;
    }
}
