# The runtime's state in the chip's memory: tasks, queues, and what each task waits for.
#
# All is read from memory, as the runtime keeps it (Firmware/Runtime/ConcurrencyABI): nothing is called on the chip, and the
# image has nothing in it for this. The layouts are those of the image's debug information. What is read may be garbage, before
# start-up or after a stray write, so each address is looked at before it is followed, and each list ends.
import re
import struct

import gdb

from martlet_image import Image, Unknown, quiet

MOST_TASKS = 1000
MOST_FRAMES = 200
NEVER = (1 << 63) - 1


def plural(count, word):
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


class Chip:
    """The runtime's state in the chip's memory."""

    def __init__(self):
        self.image = Image.current()
        self.inferior = gdb.selected_inferior()
        if not self.inferior.pid:
            raise Unknown("gdb is connected to no chip: `target remote` does that, and `martlet debug` before it starts")
        state = self.image.state.value()
        self.running = int(state["task"])
        self.executor = int(state["executor"])
        self.heads = [int(state["queues"][index]["head"]) for index in range(9)]
        symbol = self.image.symbol(gdb.newest_frame().pc())
        if symbol and symbol[0] == "Reset_Handler" or not 1 <= self.executor <= 9:
            raise Unknown("the program has not started yet: what is in RAM is of no meaning. `continue`, and stop it later")

    # MARK: Memory

    def is_in_ram(self, address, bytes=4):
        start, end = self.image.ram
        return address % 4 == 0 and start <= address and address + bytes <= end

    def words(self, address, bytes):
        try:
            return struct.unpack(f"<{bytes // 4}I", bytes and self.inferior.read_memory(address, bytes // 4 * 4))
        except gdb.error as error:
            raise Unknown(f"the memory at {address:#x} cannot be read") from error

    def word(self, address):
        return self.words(address, 4)[0]

    def at(self, address, type):
        """The structure at an address, which is in RAM."""
        if not self.is_in_ram(address, type.sizeof):
            raise Unknown(f"{address:#x} is no address in RAM")
        return gdb.Value(address).cast(type.pointer()).dereference()

    def text(self, address):
        try:
            text = gdb.Value(address).cast(gdb.lookup_type("char").pointer()).string("utf-8", "replace", 64)
        except gdb.error as error:
            raise Unknown(f"the name at {address:#x} cannot be read") from error
        return text.split("\0")[0]

    # MARK: Tasks

    def tasks(self):
        """All tasks, those of `startTask` first, and a sentence of what went wrong on the way, or None."""
        tasks, seen = [], set()

        def add(address):
            seen.add(address)
            tasks.append(Task(self, address))

        try:
            first = self.image.variable("first_task")
            address = int(first) if first is not None else 0
            while address:
                if address in seen or len(tasks) == MOST_TASKS:
                    raise Unknown(f"the list of tasks comes back to the one at {address:#x}: memory is damaged")
                try:
                    add(address)
                    address = int(self.at(address, self.image.task)["next_made"])
                except Unknown as reason:
                    raise Unknown(f"the list of tasks is damaged: {reason}") from reason
            for address in self.children():
                if address not in seen:
                    add(address)
        except Unknown as reason:
            return tasks, str(reason)
        return tasks, None

    def children(self):
        """The tasks in slots of the pool that are in use. The runtime lists the free ones only, so the others are found by
        what each begins with, in the memory that start-up handed out."""
        in_use, free = self.image.variable("slots_in_use"), self.image.variable("free_slots")
        mark, size = self.image.address("task_metadata"), self.image.variable("slot_bytes")
        if in_use is None or free is None or mark is None or size is None or int(in_use) == 0:
            return []
        in_use, size, unused = int(in_use), int(size), set()
        address = int(free)
        while address:
            if address in unused or not self.is_in_ram(address):
                raise Unknown(f"the list of free slots of the pool is damaged at {address:#x}")
            unused.add(address)
            address = int(self.at(address, self.image.task)["next"])
        found, (_, end), start = [], self.image.ram, self.image.address("_bump_start")
        while start < end and len(found) < in_use:
            step = min(4096, end - start)
            for index, word in enumerate(self.words(start, step)):
                address = start + index * 4
                if word == mark and address not in unused and self.is_in_ram(address, self.image.task.sizeof):
                    top = int(self.at(address, self.image.task)["arena_end"])
                    if address < top <= address + size:
                        found.append(address)
            start += step
        if len(found) != in_use:
            raise Unknown(f"{plural(in_use, 'task')} of the pool should be there, and {len(found)} were found")
        return found

    def queued(self):
        """The tasks in the run queues: by address, the level of the queue."""
        levels = {}
        for level, address in enumerate(self.heads):
            while address and address not in levels and self.is_in_ram(address, self.image.task.sizeof):
                levels[address] = level
                address = int(self.at(address, self.image.task)["next"])
        return levels

    def polls(self):
        """What runs, the most urgent first: of each task that runs or was preempted its address, its level, and its frames
        on the stack, the newest first. The stack is unwound by the debug information."""
        polls, frames = [], []
        task, executor = self.running, self.executor
        self.is_unwound = executor == 1
        frame = gdb.newest_frame()
        try:
            while frame and len(frames) < MOST_FRAMES:
                name = frame.name()
                if name in ("drain", "martlet_run_thread"):
                    if task:
                        polls.append((task, executor - 1, frames))
                    if name == "martlet_run_thread":
                        self.is_unwound = True
                        break
                    saved, before = frame.read_var("saved_task"), frame.read_var("saved_executor")
                    if saved.is_optimized_out or before.is_optimized_out:
                        break
                    task, executor, frames = int(saved), int(before), []
                elif name != "run":
                    frames.append(frame)
                frame = frame.older()
        except (gdb.error, ValueError):
            pass
        if self.running and not polls:
            polls = [(self.running, self.executor - 1, [])]
        return polls

    # MARK: Waiting

    def waiter_layout(self):
        """Where the members of `Waiter` (Firmware/Tasks/Waiting.swift) are. Swift lays them out in their order; those from
        the continuation on are pointers, of which the debug information has the order and not the place."""
        for domain in (gdb.SYMBOL_STRUCT_DOMAIN, gdb.SYMBOL_VAR_DOMAIN):
            for symbol in gdb.lookup_static_symbols("$e5Tasks6WaiterVD", domain):
                fields = symbol.type.fields()
                names = [field.name for field in fields]
                if "continuation" not in names or not symbol.type.sizeof:
                    continue
                offsets = {field.name: field.bitpos // 8 for field in fields}
                pointers = names[names.index("continuation"):]
                for index, name in enumerate(pointers):
                    offsets[name] = symbol.type.sizeof - 4 * (len(pointers) - index)
                return symbol.type.sizeof, offsets
        return None

    def list_from(self, address, offset):
        """A list of nodes, linked by the word at an offset."""
        nodes = []
        while address and address not in nodes and self.is_in_ram(address) and len(nodes) < MOST_TASKS:
            nodes.append(address)
            address = self.word(address + offset)
        return nodes

    def timer_queue(self):
        match = re.search(r"(\$e5Tasks10TimerQueueO5first\S*?vpZ)", quiet("info variables -n TimerQueueO5first"))
        return self.image.address(f"'{match[1]}'") if match else None

    def waiter(self, task):
        """The node by which a task waits: the address of its queue or 0, and its deadline in microseconds. It is looked for in
        the task's frames, and is one if it stands in the queue that it names or in the clock's; None if there is none."""
        layout = self.waiter_layout()
        if layout is None:
            return None
        size, offset = layout
        start, end = task.frames_start, task.arena_top
        for index, word in enumerate(self.words(start, end - start)):
            node = start + index * 4 - offset["continuation"]
            if word != task.address or node < start or node + size > end:
                continue
            words = self.words(node, size)
            read = lambda name: words[offset[name] // 4]
            if words[offset["outcome"] // 4] >> offset["outcome"] % 4 * 8 & 0xFF:
                continue
            queue = read("queue")
            deadline = read("deadline") | words[offset["deadline"] // 4 + 1] << 32
            if queue and self.is_in_ram(queue) and node in self.list_from(self.word(queue), offset["next"]):
                return queue, deadline
            timers = self.timer_queue()
            if not queue and timers and node in self.list_from(self.word(timers), offset["nextToExpire"]):
                return 0, deadline
        return None

    def variable_name(self, address, tasks):
        """What an address in RAM belongs to."""
        symbol = self.image.symbol(address)
        if symbol and symbol[2] in (".data", ".bss", ".noinit"):
            return self.image.name(symbol[0])
        for task in tasks:
            if task.address <= address < task.arena_end:
                return f"{address:#x}, in the frames of {task.name}"
        return f"{address:#x}, in memory that start-up handed out"


class Task:
    """A task: what its header says, checked."""

    def __init__(self, chip, address):
        self.chip, self.address = chip, address
        header = chip.at(address, chip.image.task)
        self.name = chip.text(int(header["name"]))
        self.level = int(header["level"])
        self.has_ended = bool(int(header["flags"]) & 1)
        self.is_cancelled = bool(int(header["flags"]) & 2)
        self.has_handle = int(header["metadata"]) != 0
        self.arena_top, self.arena_end = int(header["arena_top"]), int(header["arena_end"])
        self.resume, self.context = int(header["resume"]), int(header["resume_context"])
        bytes = chip.image.task.sizeof
        if self.has_handle:
            bytes += gdb.lookup_type("struct martlet_future").sizeof
        self.frames_start = (address + bytes + 7) & ~7
        if not (chip.is_in_ram(self.arena_end - 4) and self.frames_start <= self.arena_top <= self.arena_end):
            raise Unknown(f"the task at {address:#x} has frames from {self.frames_start:#x} to {self.arena_top:#x} and memory to"
                          f" {self.arena_end:#x}, which cannot be")

    @property
    def is_new(self):
        """Whether it has not run yet."""
        return self.function_at(self.resume) == "enter_task"

    def function_at(self, address):
        symbol = self.chip.image.symbol(address & ~1)
        return symbol[0] if symbol else ""

    def state(self, queued, polls):
        """Its state, and the level that goes with it."""
        for index, (address, level, _) in enumerate(polls):
            if address == self.address:
                return ("preempted" if index else "running"), level
        if self.has_ended:
            return "ended", self.level
        if self.address in queued:
            return "ready", queued[self.address]
        # Taken from its queue together with the task that runs, it stands in none.
        if self.is_new or self.is_continuation and self.continuation_state == 2:
            return "ready", self.level
        return "waiting", self.level

    @property
    def is_continuation(self):
        """Whether it waits for a continuation, whose context then holds where the task goes on."""
        if self.function_at(self.resume) in ("resume_waiter", "resume_throwing_waiter", "give_child", "enter_task"):
            return False
        if not self.chip.is_in_ram(self.context, self.chip.image.continuation.sizeof):
            return False
        return self.chip.word(self.context + 4) == self.resume

    @property
    def continuation_state(self):
        return int(self.chip.at(self.context, self.chip.image.continuation)["state"])

    def waits_for(self, tasks):
        """In words, what a waiting task waits for."""
        function = self.function_at(self.resume)
        if function in ("resume_waiter", "resume_throwing_waiter"):
            for task in tasks:
                if task.has_handle and self.address in task.waiting_for_it():
                    return f"the end of task {task.name} ({task.address:#x})"
            return "the end of a task that is not in the list"
        if function == "give_child":
            return "a child of its group"
        call = self.innermost_call()
        waiter = self.chip.waiter(self)
        if waiter is None:
            return f"{call}; what for is not in its frames" if call else "something that is not in its frames"
        queue, deadline = waiter
        text = call or "a queue"
        if queue:
            text += f" on {self.chip.variable_name(queue, tasks)}"
        if deadline != NEVER:
            text += f" until {deadline // 1000000}.{deadline % 1000000:06} s"
        return text

    def waiting_for_it(self):
        """The tasks that wait for its end."""
        type = gdb.lookup_type("struct martlet_future")
        future = self.chip.at(self.address + self.chip.image.task.sizeof, type)
        next = [field for field in self.chip.image.task.fields() if field.name == "next"][0]
        return self.chip.list_from(int(future["waiting"]), next.bitpos // 8)

    def innermost_call(self):
        """The function of `Tasks` that the task's own code called, or what it awaits in."""
        call = ""
        addresses, _ = self.chain(self.resume, self.context)
        self.chip.image.prepare(addresses)
        for address in addresses:
            for mangled, _, _ in self.chip.image.place(address):
                # The language's own, which `Tasks` is written with.
                if not call and mangled.startswith("$es"):
                    continue
                if not mangled.startswith("$e5Tasks"):
                    return call or self.chip.image.name(mangled)
                call = self.chip.image.name(mangled)
        return call

    # MARK: Frames

    def chain(self, resume, context):
        """Where the task and its callers go on, the innermost first, and why the chain ends early, or None.

        A function's context begins with its caller's context and where the caller goes on. A context that was made for an
        await, and not for a call, has the awaiting function there."""
        addresses, seen = [], set()
        if not self.chip.image.is_code(resume):
            return addresses, f"it goes on at {resume:#x}, where the image has no code"
        if not (self.chip.is_in_ram(context, 8) and self.chip.word(context + 4) == resume):
            addresses.append(resume)
        while context != self.frames_start:
            if context in seen:
                return addresses, f"the chain comes back to the context at {context:#x}: memory is damaged"
            if not (context % 4 == 0 and self.frames_start <= context and context + 8 <= self.arena_end):
                return addresses, f"the next context would be at {context:#x}, outside the task's memory: memory is damaged"
            if len(addresses) == MOST_FRAMES:
                return addresses, f"the chain is longer than {MOST_FRAMES} calls"
            seen.add(context)
            parent, resume = self.chip.words(context, 8)
            if not self.chip.image.is_code(resume):
                return addresses, f"the context at {context:#x} goes on at {resume:#x}, where the image has no code"
            if parent != self.frames_start or self.function_at(resume) not in self.ends:
                addresses.append(resume)
            context = parent
        return addresses, None

    # What the runtime has a task's own function return to.
    ends = ("finish_task", "finish_future", "martlet_group_child_finish")

    def context_in(self, frame):
        """The context of the async function in a frame of the stack; None if it cannot be told.

        The function keeps it in a register. Others of its registers may hold contexts that it made for calls, which have
        higher addresses, since a task's memory is a stack."""
        newest = frame == gdb.newest_frame()
        found = []
        for number in range(0 if newest else 4, 12):
            try:
                value = int(frame.read_register(f"r{number}")) & 0xFFFFFFFF
            except (gdb.error, ValueError):
                continue
            if not (self.frames_start < value < self.arena_end and value % 4 == 0):
                continue
            parent, resume = self.chip.words(value, 8)
            if self.chip.image.is_code(resume) and self.chain(resume, parent)[1] is None:
                found.append(value)
        if not found:
            return None
        context = min(found)
        # Where a call returns to begins with the context of the call, and has its own from there.
        start = gdb.block_for_pc(frame.pc()).start if gdb.block_for_pc(frame.pc()) else 0
        if newest and frame.pc() - start < 8 and self.chip.word(context + 4) & ~1 == start:
            context = self.chip.word(context)
        return context
