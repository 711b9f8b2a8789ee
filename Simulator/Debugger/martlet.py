# gdb's commands for an image of Martlet: its tasks, and their async backtraces. Loaded into gdb by Boards/debug.sh, or by
# `source martlet.py`; the commands say what they do by `help martlet`.
import os
import re
import shlex
import sys

import gdb

# The other files are beside this one, in a folder that may not be written.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from martlet_chip import Chip
from martlet_image import Unknown, quiet, shown


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
