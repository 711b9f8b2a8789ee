# The image that gdb has: its symbols and layouts, and where in the source an address is.
import os
import re
import shutil
import subprocess

import gdb


class Unknown(Exception):
    """What cannot be shown, and why, in a sentence."""


def quiet(command):
    """What a gdb command prints; its warnings about Swift's debug information are in it, and not on the terminal."""
    return gdb.execute(command, to_string=True)


def shown(file, line):
    """A file and line, shorter where the file is below this folder."""
    if not file or file.startswith(("??", "<")) or file.endswith((".o", "<compiler-generated>")):
        return ""
    here = os.getcwd() + "/"
    return f" at {file.removeprefix(here)}:{line}" if line else f" in {file.removeprefix(here)}"


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
