# gdb's commands for an image of Martlet: its tasks, and their async backtraces. Loaded into gdb by Boards/debug.sh, or by
# `source martlet.py`; the commands say what they do by `help martlet`.
#
# All is read from the chip's memory, as the runtime keeps it (Firmware/Runtime/ConcurrencyABI): nothing is called on the
# chip, and the image has nothing in it for this. The layouts are those of the image's debug information. What is read may be
# garbage, before start-up or after a stray write, so each address is looked at before it is followed, and each list ends.
import os
import re
import shlex
import shutil
import struct
import subprocess

import gdb


class Unknown(Exception):
    """What cannot be shown, and why, in a sentence."""


MOST_TASKS = 1000
MOST_FRAMES = 200
NEVER = (1 << 63) - 1


def quiet(command):
    """What a gdb command prints; its warnings about Swift's debug information are in it, and not on the terminal."""
    return gdb.execute(command, to_string=True)


def plural(count, word):
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


class Image:
    """The program that gdb has: its symbols and layouts, and where in the source an address is."""

    kept = None

    @classmethod
    def current(cls):
        """The image that gdb has, which is kept for as long as gdb keeps it: what was looked up is not looked up again."""
        if cls.kept is None or not cls.kept.object.is_valid() or cls.kept.file != gdb.current_progspace().filename:
            cls.kept = Image()
        return cls.kept

    def __init__(self):
        self.file = gdb.current_progspace().filename
        if not self.file:
            raise Unknown("gdb has no image: load one with `martlet file IMAGE`")
        self.object = gdb.objfiles()[0]
        try:
            self.task = gdb.lookup_type("struct martlet_task")
            self.state = gdb.lookup_static_symbol("martlet_state") or gdb.lookup_global_symbol("martlet_state")
            self.context = gdb.lookup_type("struct context")
            self.continuation = gdb.lookup_type("continuation_context")
            self.first_frame = gdb.lookup_type("first_frame")
            self.function = gdb.lookup_type("async_function")
        except gdb.error:
            self.state = None
        if self.state is None:
            raise Unknown(
                f"{os.path.basename(self.file)} has no debug information of Martlet's runtime: it was stripped, or it is another"
                " program. Give the ELF file as the build left it")
        self.ram = (self.address("_stack_bottom"), self.address("_bump_end"))
        self.places = {}
        self.names = {}

    def address(self, symbol):
        """Where a symbol is that the linker script or C gave; None if the image has none."""
        try:
            # There may be a warning after it, which Swift's functions bring: that the language is another.
            return int(re.search(r"0x[0-9a-f]+", quiet(f"with language c -- output/x (unsigned long)&{symbol}"))[0], 16)
        except (gdb.error, TypeError):
            return None

    def variable(self, name):
        """A static variable of the runtime; None if the image has none. What the linker removed has an address elsewhere."""
        symbol = gdb.lookup_static_symbol(name)
        value = symbol.value() if symbol else None
        if value is None or value.address is None or not self.ram[0] <= int(value.address) < self.ram[1]:
            return None
        return value

    def symbol(self, address):
        """The mangled name of what is at an address, how far into it that is, and its section; None if nothing is."""
        match = re.match(r"(.+?)(?: \+ (\d+))? in section (\S+)", quiet(f"info symbol {address:#x}"))
        return (match[1], int(match[2] or 0), match[3]) if match else None

    def is_code(self, address):
        if address & 1 == 0:
            return False
        symbol = self.symbol(address & ~1)
        return symbol is not None and symbol[2] == ".text"

    def prepare(self, addresses):
        """Finds out the places of code all at once: starting the tool takes longer than one."""
        self.locate(start for address in addresses for start in self.starts(address))

    def locate(self, addresses):
        wanted = sorted(set(addresses) - self.places.keys())
        if not wanted:
            return
        if tool := shutil.which("llvm-symbolizer"):
            words = [tool, "--output-style=GNU"]
        elif tool := shutil.which("arm-none-eabi-addr2line"):
            words = [tool]
        else:
            words = []
        text = ""
        if words:
            words += ["-a", "-i", "-f", "-e", self.file] + [f"{address:#x}" for address in wanted]
            text = subprocess.run(words, capture_output=True, text=True, check=False).stdout
        found, lines = {}, iter(text.splitlines())
        place = None
        for line in lines:
            if re.fullmatch(r"0x[0-9a-f]+", line):
                place = found.setdefault(int(line, 16), [])
            elif place is not None:
                file, _, number = re.sub(r" \(discriminator \d+\)$", "", next(lines, "??:0")).rpartition(":")
                place.append((line, file, int(number) if number.isdigit() else 0))
        for address in wanted:
            place = [entry for entry in found.get(address, []) if entry[0] != "??"]
            if not place:
                symbol, line = self.symbol(address), gdb.find_pc_line(address)
                file = line.symtab.fullname() if line.symtab else ""
                place = [(symbol[0] if symbol else f"{address:#x}", file, line.line)]
            self.places[address] = place
        self.demangle(name for address in wanted for name, _, _ in self.places[address])

    def demangle(self, names):
        wanted = sorted(set(names) - self.names.keys())
        for name in wanted:
            self.names[name] = name
        wanted = [name for name in wanted if name.startswith("$")]
        if tool := shutil.which("swift-demangle"):
            words = [tool]
        elif tool := shutil.which("swift"):
            words = [tool, "demangle"]
        else:
            return
        if not wanted:
            return
        # Names that differ by which part of an async function they are have one meaning for a reader.
        text = subprocess.run(
            words + ["--compact", "--simplified"], input="\n".join(wanted), capture_output=True, text=True, check=False).stdout
        for name, meaning in zip(wanted, text.splitlines()):
            meaning = re.sub(r"^(\(\d+\) )?(await|suspend) resume partial function for ", "", meaning)
            meaning = re.sub(r"(generic |function signature )?(not re-abstracted )?specialization <.*?> of ", "", meaning)
            meaning = meaning.removeprefix("specialized ")
            # A closure of the program's main file is in no function that has a name.
            self.names[name] = meaning + "main" if meaning.endswith(" in ") else meaning

    def name(self, mangled):
        self.demangle([mangled])
        return self.names[mangled]

    def place(self, address):
        """The functions at an address where an async function goes on, the innermost first: mangled name, file, line.

        The first instructions there may belong to the function as a whole: then the place is that of the first which belong
        to the await. What is inlined there and is not async was not what waited."""
        starts = self.starts(address)
        self.locate(starts)
        places = []
        for start in starts:
            place = self.places[start]
            while len(place) > 1 and "Ya" not in place[0][0]:
                place = place[1:]
            places.append(place)
        function = gdb.block_for_pc(starts[0]).function if gdb.block_for_pc(starts[0]) else None
        if len(places[0]) > 1 or function and places[0][0][2] != function.line and shown(*places[0][0][1:]):
            return places[0]
        return next((place for place in places if len(place) > 1 or place[0][2] not in (0, places[0][0][2])), places[0])

    @staticmethod
    def starts(address):
        """The addresses at the beginning of a piece of code, which ends with its function."""
        address &= ~1
        block = gdb.block_for_pc(address)
        end = block.end if block else address + 1
        return [address] + [after for after in range(address + 2, address + 48, 2) if after < end]


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
        if self.is_continuation and self.continuation_state == 2:
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


# MARK: Commands


def shown(file, line):
    """A file and line, shorter where the file is below this folder."""
    if not file or file.startswith(("??", "<")) or file.endswith((".o", "<compiler-generated>")):
        return ""
    here = os.getcwd() + "/"
    return f" at {file.removeprefix(here)}:{line}" if line else f" in {file.removeprefix(here)}"


def write_table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip())


class Prefix(gdb.Command):
    """Commands for an image of Martlet."""

    def __init__(self):
        super().__init__("martlet", gdb.COMMAND_STACK, prefix=True)


class Command(gdb.Command):
    """A command that says what it cannot do."""

    def invoke(self, argument, from_tty):
        try:
            self.run(argument.strip())
        except Unknown as reason:
            raise gdb.GdbError(f"martlet: {reason}.") from reason


class File(Command):
    """martlet file IMAGE: reads an image.

It does what `file` does, without gdb's warnings about the parts of Swift's debug information that it does not know."""

    def __init__(self):
        super().__init__("martlet file", gdb.COMMAND_FILES, gdb.COMPLETE_FILENAME)

    def run(self, argument):
        if not os.path.isfile(argument):
            raise Unknown(f"there is no image {argument}; `martlet file IMAGE` wants an ELF file" if argument
                          else "`martlet file IMAGE` wants an ELF file")
        try:
            quiet(f"file {shlex.quote(argument)}")
            # Now, since each part that is read later brings its warnings.
            quiet("maintenance expand-symtabs")
        except gdb.error as error:
            raise Unknown(f"{argument}: {error}") from error


class Tasks(Command):
    """martlet tasks: the tasks, a line each.

level     the interrupt level that it runs at, or last ran at; 0 is thread mode
state     running, preempted by a higher level, ready (in its level's queue), waiting, or ended
waits for what it waits for: the call, on which variable, until when on the chip's clock
memory    where its memory is, and how many bytes its frames have now, of how many

Those of `startTask` come first, then those that `Task`, `async let` and groups made."""

    def __init__(self):
        super().__init__("martlet tasks", gdb.COMMAND_STACK, gdb.COMPLETE_NONE)

    def run(self, argument):
        if argument:
            raise Unknown("`martlet tasks` takes no argument; one task's calls are shown by `martlet backtrace TASK`")
        chip = Chip()
        tasks, trouble = chip.tasks()
        if not tasks:
            raise Unknown(trouble or "no task has been started yet")
        queued, polls = chip.queued(), chip.polls()
        chip.image.prepare(address for task in tasks for address in task.chain(task.resume, task.context)[0])
        rows = [("task", "level", "state", "waits for", "memory")]
        for task in tasks:
            state, level = task.state(queued, polls)
            waits = ""
            if state == "waiting":
                try:
                    waits = task.waits_for(tasks)
                except Unknown as reason:
                    waits = f"unknown: {reason}"
            if task.is_cancelled:
                state += ", cancelled"
            used, size = task.arena_top - task.address, task.arena_end - task.address
            rows.append((task.name, str(level), state, waits, f"{task.address:#x} {used}/{size}"))
        write_table(rows)
        if trouble:
            print(f"and no more: {trouble}.")
        if not chip.is_unwound:
            print("The stack shows no way back to thread mode: a task that was preempted may be among those that wait.")


class Backtrace(Command):
    """martlet backtrace [TASK]: the calls that a task is in, the innermost first.

TASK is a task's name or address, as `martlet tasks` prints them; without one it is the task that runs. Of a task that waits,
each frame is where the function goes on; of one that runs, those on the stack come first, and then who awaits them."""

    def __init__(self):
        super().__init__("martlet backtrace", gdb.COMMAND_STACK, gdb.COMPLETE_NONE)

    def run(self, argument):
        chip = Chip()
        tasks, trouble = chip.tasks()
        polls = chip.polls()
        task = self.choose(argument, chip, tasks, trouble)
        state, level = task.state(chip.queued(), polls)
        waits = f" for {task.waits_for(tasks)}" if state == "waiting" else ""
        print(f"task {task.name} ({task.address:#x}), level {level}, {state}{waits}")
        self.number = 0
        if state == "ended":
            print("It has ended, and has no frames.")
        elif state in ("running", "preempted"):
            frames = next(frames for address, _, frames in polls if address == task.address)
            self.write_running(chip, task, frames)
        elif task.is_new:
            first = chip.at(task.frames_start, chip.image.first_frame)
            record = int(first["function"])
            function = gdb.Value(record).cast(chip.image.function.pointer()).dereference()
            print("It has not run yet, and begins with")
            self.write_address(chip, record + int(function["code"]))
        else:
            self.write_chain(chip, *task.chain(task.resume, task.context))

    def choose(self, argument, chip, tasks, trouble):
        names = ", ".join(dict.fromkeys(task.name for task in tasks))
        nothing = "no task has been started yet"
        if not argument:
            if not tasks:
                raise Unknown(trouble or nothing)
            found = [task for task in tasks if task.address == chip.running]
            if not found:
                raise Unknown(f"no task runs: name one of {names}")
        elif re.fullmatch(r"0x[0-9a-fA-F]+|\d+", argument):
            found = [task for task in tasks if task.address == int(argument, 0)]
            if not found:
                raise Unknown(f"there is no task at {argument}; `martlet tasks` prints where they are")
        else:
            found = [task for task in tasks if task.name == argument]
            if not found:
                raise Unknown(f"there is no task {argument}; there are: {names}" if tasks else trouble or nothing)
        if len(found) > 1:
            addresses = ", ".join(f"{task.address:#x}" for task in found)
            raise Unknown(f"there are {len(found)} tasks {argument}; give the address of one: {addresses}")
        return found[0]

    def write_frame(self, name, place):
        print(f"#{self.number:<3}{name}{place}")
        self.number += 1

    def write_address(self, chip, address):
        for mangled, file, line in chip.image.place(address):
            self.write_frame(chip.image.name(mangled), shown(file, line))

    def write_chain(self, chip, addresses, trouble):
        chip.image.prepare(addresses)
        for address in addresses:
            self.write_address(chip, address)
        if trouble:
            print(f"and no further: {trouble}.")

    def write_running(self, chip, task, frames):
        for frame in frames:
            if frame.type() == gdb.SIGTRAMP_FRAME:
                self.write_frame("<interrupt>", "")
                continue
            line = frame.find_sal()
            name = chip.image.name(frame.name()) if frame.name() else f"{frame.pc():#x}"
            self.write_frame(name, shown(line.symtab.fullname(), line.line) if line.symtab else "")
        context = task.context_in(frames[-1]) if frames else None
        if context is None:
            print("and no further: who awaits this is in no register here. `finish` or `stepi` a few times, and ask again.")
        else:
            parent, resume = chip.words(context, 8)
            if parent == task.frames_start and task.function_at(resume) in task.ends:
                return
            addresses, trouble = task.chain(resume, parent)
            self.write_chain(chip, addresses, trouble)


class Type(Command):
    """martlet type LINE: types a line at the console of the image that QEMU runs.

The image reads it while it runs. What is typed before the image listens is lost, as on a board."""

    def __init__(self):
        super().__init__("martlet type", gdb.COMMAND_RUNNING, gdb.COMPLETE_NONE)

    def run(self, argument):
        console = os.environ.get("MARTLET_CONSOLE")
        if not console:
            raise Unknown("a board's console is typed at by a terminal program; in QEMU it is `martlet debug` and"
                          " `./run.sh --debug` that give gdb the console")
        try:
            # What nobody would read is refused, and so is what there is no room for.
            descriptor = os.open(console, os.O_WRONLY | os.O_NONBLOCK)
            try:
                os.write(descriptor, argument.encode() + b"\r")
            finally:
                os.close(descriptor)
        except OSError as error:
            raise Unknown(f"the console does not take the line: {error.strerror}") from error


def end_qemu(event):
    """Ends QEMU with gdb: it would run on, and gdb wait for its end."""
    try:
        gdb.execute("kill")
    except gdb.error:
        pass


if "MARTLET_CONSOLE" in os.environ:
    gdb.events.gdb_exiting.connect(end_qemu)
for command in (Prefix, File, Tasks, Backtrace, Type):
    command()
