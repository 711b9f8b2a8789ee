// Task groups: children that end in any order, and one task, their parent, that takes what they return.
//
// A child is in the list of those that run until it ends; then it goes straight to the parent if that waits, and
// otherwise it stands in the list of those that have ended, in that order, and keeps its slot of the pool until the
// parent takes it. Both lists are touched with interrupts masked: children end at any level.
#include "futures.h"

/// The compiler gives a group 32 words of the parent's frame.
struct task_group {
    /// Among the parent's cancellation handlers: cancels the children.
    struct martlet_cancellation cancellation;
    /// Linked by `next_made`.
    martlet_task *running;
    /// Linked by `next`, the first to end first.
    martlet_task *ended, *last_ended;
    /// The parent, while it waits.
    martlet_task *waiter;
    /// The parent's task-local values when it made the group.
    struct martlet_local *locals;
    bool cancelled;
    /// Results are dropped, and slots given back, as children end.
    bool discards;
};
_Static_assert(sizeof(struct task_group) <= 128, "a group has 32 words");
enum { group_discards = 1 << 8 };

/// What a parent that waits for a child keeps in its frame.
typedef struct {
    context base;
    martlet_task *child;
    executor_identity executor;
} group_wait;

static SWIFT void cancel_children(CLOSURE void *closure) {
    struct task_group *group = closure;
    group->cancelled = true;
    for (martlet_task *child = group->running; child; child = child->next_made) swift_task_cancel(child);
}

SWIFT void swift_taskGroup_initializeWithOptions(size_t flags, struct task_group *group, const void *type,
                                                 const task_option *options) {
    (void)type, (void)options;
    *group = (struct task_group){.cancellation = {0, cancel_children, group},
                                 .locals = martlet_state.task->locals,
                                 .discards = flags & group_discards};
    uint32_t primask = martlet_mask_interrupts();
    group->cancelled = martlet_state.task->flags & martlet_task_cancelled;
    martlet_add_cancellation(martlet_state.task, &group->cancellation);
    martlet_restore_interrupts(primask);
}

/// The group is empty: its parent has waited for the last child.
SWIFT void swift_taskGroup_destroy(struct task_group *group) {
    uint32_t primask = martlet_mask_interrupts();
    martlet_remove_cancellation(martlet_state.task, &group->cancellation);
    martlet_restore_interrupts(primask);
}

void martlet_group_attach(struct task_group *group, martlet_task *child) {
    future_of(child)->group = group;
    child->preferred = martlet_state.task->preferred;
    child->locals = group->locals;
    // What was bound in the group's own scope may end before the child does.
    struct martlet_local *bound = martlet_state.task->locals;
    if (bound != group->locals) martlet_locals_copy(child, bound, group->locals);
    uint32_t primask = martlet_mask_interrupts();
    child->flags = group->cancelled ? martlet_task_cancelled : 0;
    child->next_made = group->running;
    group->running = child;
    martlet_restore_interrupts(primask);
}

static void remove_running(struct task_group *group, martlet_task *child) {
    martlet_task **link = &group->running;
    while (*link != child) link = &(*link)->next_made;
    *link = child->next_made;
}

SWIFT_ASYNC void martlet_group_child_finish(CONTEXT context *callee, CLOSURE void *error) {
    (void)callee, (void)error;
    martlet_task *child = martlet_state.task;
    struct task_group *group = future_of(child)->group;
    // The child's frames and captures end before its result is seen.
    if (child->locals) martlet_locals_end(child);
    if (future_of(child)->closure) swift_release(future_of(child)->closure);
    martlet_state.task = 0;
    bool discards = group->discards;

    uint32_t primask = martlet_mask_interrupts();
    child->flags |= martlet_task_finished;
    remove_running(group, child);
    martlet_task *waiter = discards && group->running ? 0 : group->waiter;
    if (waiter) {
        group->waiter = 0;
    } else if (!discards) {
        child->next = 0;
        if (group->ended) group->last_ended->next = child;
        else group->ended = child;
        group->last_ended = child;
    }
    martlet_restore_interrupts(primask);

    // The parent may go on, and the group end, before this returns, if the parent did not wait for it.
    if (discards) swift_release(child);
    if (!waiter) return;
    group_wait *wait = waiter->resume_context;
    wait->child = discards ? 0 : child;
    push(waiter, wait->executor);
}

static SWIFT_ASYNC void give_child(CONTEXT context *own) {
    typedef SWIFT_ASYNC void (*resume_with_child)(CONTEXT context *, martlet_task *);
    return ((resume_with_child)own->resume)(own, ((group_wait *)own)->child);
}

/// The child that ended first of those not yet taken, waited for if need be; the caller releases it. Null when there
/// are no children; of a group that discards, always, when the last child has ended. The caller's isolation, an
/// actor and its conformance, comes first: a function that never leaves its caller's level has no use for it.
SWIFT_ASYNC void martlet_group_next(CONTEXT group_wait *own, void *actor, const void *conformance,
                                    struct task_group *group) {
    (void)actor, (void)conformance;
    martlet_task *parent = martlet_state.task;
    own->executor = martlet_state.executor;
    parent->resume = (void *)give_child;
    parent->resume_context = own;
    uint32_t primask = martlet_mask_interrupts();
    martlet_task *child = group->ended;
    if (child) group->ended = child->next;
    bool waits = !child && group->running;
    if (waits) group->waiter = parent;
    martlet_restore_interrupts(primask);
    if (waits) return;
    own->child = child;
    return give_child(&own->base);
}
ASYNC_FUNCTION(martlet_group_next, 16);

void *martlet_child_result(void *child) { return future_of(child)->result; }

SWIFT bool swift_taskGroup_isEmpty(struct task_group *group) { return !group->running && !group->ended; }
SWIFT bool swift_taskGroup_isCancelled(struct task_group *group) { return group->cancelled; }

SWIFT void swift_taskGroup_cancelAll(struct task_group *group) {
    uint32_t primask = martlet_mask_interrupts();
    cancel_children(group);
    martlet_restore_interrupts(primask);
}
