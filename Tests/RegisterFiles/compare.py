#!/usr/bin/env python3
"""Compares generated Swift with a second reading of its register file that shares nothing with the generator.

compare.py FILE.svd FOLDER [FILE.svd FOLDER]...: FOLDER holds what `martlet pac` made of FILE.svd without an overlay.
Both are expanded to single registers at absolute addresses. A mismatch is a register, field or enumerated value that one
has and the other has not, or has elsewhere, with another width, access or reset value. The status is 1 if there is any.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def number(text):
    """A number as the format writes it, with the suffixes k to t."""
    text = text.strip().lower().lstrip("+")
    factor = 1
    if re.fullmatch(r"(0x[0-9a-f]+|\d+)[kmgt]", text):
        factor = 1024 ** ("kmgt".index(text[-1]) + 1)
        text = text[:-1]
    if text.startswith("0x"):
        return int(text, 16) * factor
    for prefix in ("#", "0b"):
        if text.startswith(prefix):
            return int(text[len(prefix):].replace("x", "0"), 2)
    return int(text) * factor


# Stands between the name of an array and the number of a copy.
INDEX = "\0"


def identifier(name):
    """A name as Swift can have it, without the marks that keep it from meaning something else."""
    name = "".join(c if c.isalnum() or c in "_" + INDEX else "_" for c in name)
    return (name if not name[:1].isdigit() else "_" + name).rstrip("_")


class Element:
    """An XML element, and what it is derived from."""

    def __init__(self, source, parent):
        self.tag = source.tag
        self.text = (source.text or "").strip()
        self.base = source.get("derivedFrom")
        self.parent = parent
        self.children = [Element(child, self) for child in source if isinstance(child.tag, str)]
        self.resolved = False

    def get(self, tag):
        leaves = (child.text for child in self.children if child.tag == tag and (child.text or not child.children))
        return next(leaves, None)

    def all(self, *tags):
        return [child for child in self.children if child.tag in tags]

    def lookup(self, path, tag):
        """Children by a path of names; lists are found by the names of their copies as well."""
        inner = [child for child in self.children for child in
                 (child.children if child.tag in ("peripherals", "registers", "fields") else [child])]
        for child in inner:
            name = child.get("name")
            if name is None or (name != path[0] and path[0] not in child.copies()):
                continue
            if len(path) > 1:
                found = child.lookup(path[1:], tag)
                if found:
                    return found
            elif child.tag == tag:
                return child
        if len(path) == 1 and tag == "enumeratedValues":
            for child in inner:
                found = child.tag in ("register", "cluster", "field") and child.lookup(path, tag)
                if found:
                    return found
        return None

    def resolve(self):
        """Takes over from the base what this element does not have itself."""
        if self.resolved or not self.base:
            return
        self.resolved = True
        scope, base = self.parent, None
        while scope and not base:
            base = scope.lookup(self.base.split("."), self.tag)
            base = None if base is self else base
            scope = scope.parent
        if not base:
            return
        base.resolve_all()
        dimensions = ("dim", "dimIncrement", "dimIndex")
        taken = [] if "%s" in (self.get("name") or "") and self.get("dim") is None else list(dimensions)
        ranges = ("bitRange", "bitOffset", "bitWidth", "lsb", "msb")
        mine = {child.tag for child in self.children}
        for child in base.children:
            if child.tag in ["name", "interrupt", *taken]:
                continue
            if child.tag in ranges and mine.intersection(ranges):
                continue
            if child.tag in ("register", "cluster", "enumeratedValue"):
                if child.get("name") not in [own.get("name") for own in self.all(child.tag)]:
                    self.children.append(child.copy(self))
            elif child.tag in ("registers", "fields") and child.tag in mine:
                own = self.all(child.tag)[0]
                names = [one.get("name") for one in own.children]
                own.children += [one.copy(own) for one in child.children if one.get("name") not in names]
            elif child.tag not in mine:
                self.children.append(child.copy(self))

    def resolve_all(self):
        self.resolve()
        for child in list(self.children):
            child.resolve_all()

    def copy(self, parent):
        copy = Element.__new__(Element)
        copy.__dict__ = dict(self.__dict__, parent=parent)
        copy.children = [child.copy(copy) for child in self.children]
        return copy

    def copies(self):
        """The names of the copies of a list or an array, one where there is no dim."""
        name = self.get("name") or ""
        return [name.replace("[%s]", index).replace("%s", index) for index in self.indexes()]

    def indexes(self):
        if self.get("dim") is None:
            return [""]
        count, text = number(self.get("dim")), self.get("dimIndex")
        plain = [str(index) for index in range(count)]
        if not text:
            return plain
        ends = re.fullmatch(r"\s*(\w+)\s*-\s*(\w+)\s*", text)
        if "," in text:
            found = [index.strip() for index in text.split(",")]
        elif ends and ends[1].isdigit():
            width = len(ends[1]) if ends[1].startswith("0") else 0
            found = [str(index).zfill(width) for index in range(int(ends[1]), int(ends[2]) + 1)]
        elif ends:
            found = [chr(code) for code in range(ord(ends[1]), ord(ends[2]) + 1)]
        else:
            found = [text]
        return found if len(found) == count else plain

    def expanded(self):
        """Name and distance of every copy. The copies of an array are told apart by their numbers alone."""
        step = number(self.get("dimIncrement") or "0") if self.get("dim") else 0
        names = self.copies()
        group = "_" + self.get("alternateGroup") if self.get("alternateGroup") else ""
        if "[%s]" in self.get("name") and self.get("dim"):
            stem = self.get("name").replace("[%s]", "") + group
            return [(stem + INDEX + str(index), index * step) for index in range(len(names))]
        return [(name + group, index * step) for index, name in enumerate(names)]


READ, WRITE = 1, 2
ACCESS = {"read-only": READ, "write-only": WRITE, "write": WRITE, "writeonce": WRITE, "read-write": READ | WRITE,
          "read-writeonce": READ | WRITE}


def inherited(element, outer):
    values = dict(outer)
    for tag in ("size", "resetValue", "resetMask"):
        if element.get(tag):
            values[tag] = number(element.get(tag))
    if element.get("access"):
        values["access"] = ACCESS[element.get("access").lower()]
    return values


def bit_range(field):
    if field.get("bitRange"):
        high, low = (number(end) for end in field.get("bitRange").strip("[]").split(":"))
    elif field.get("lsb"):
        low, high = number(field.get("lsb")), number(field.get("msb"))
    else:
        low = number(field.get("bitOffset"))
        high = low + number(field.get("bitWidth") or "1") - 1
    return low, high - low + 1


def described(path):
    """What the register file describes: {address: [(name, size, access, reset, {field: ...})]}."""
    device = Element(ElementTree.parse(path).getroot(), None)
    device.resolve_all()
    registers = {}

    def add(register, name, address, values):
        size = values["size"]
        own = values.get("access")
        fields = []
        for field in [one for holder in register.all("fields") for one in holder.all("field")]:
            if field.get("name").lower() == "reserved":
                continue
            low, width = bit_range(field)
            access = ACCESS[field.get("access").lower()] if field.get("access") else None
            limit = own or READ | WRITE
            access = limit if access is None else (access & limit or limit)
            numbers = set()
            for group in field.all("enumeratedValues"):
                if group.get("usage") in (None, "read", "read-write") and not numbers and access & READ:
                    numbers = {(number(one.get("value")), identifier(one.get("name") or one.get("value")))
                               for one in group.all("enumeratedValue") if one.get("value")}
            numbers = {(value, name) for value, name in numbers if value < 1 << width}
            for copy, distance in field.expanded():
                fields.append((identifier(copy.replace(INDEX, "")), low + distance, width, access, numbers))
        rights = {field[3] for field in fields}
        access = own or (rights.pop() if len(rights) == 1 else READ | WRITE)
        reset = values.get("resetValue", 0) & values.get("resetMask", ~0)
        # Registers are reached 8, 16 or 32 bits at a time; wider ones word by word.
        step = next((width for width in (8, 16) if size <= width), 32)
        count = -(-size // step)
        for word in range(count):
            suffix = "" if count == 1 else ("_LOW", "_HIGH")[word] if count == 2 else f"_WORD{word}"
            scope, dot, own = name.rpartition(".")
            stem, _, index = own.partition(INDEX)
            label = scope.replace(INDEX, "") + dot + stem + suffix + index
            part = []
            for field, low, width, rights, numbers in fields:
                start, end = max(low, word * step), min(low + width, word * step + step)
                if start < end:
                    whole = end - start == width
                    part.append((field, start - word * step, end - start, rights, numbers if whole else set()))
            mask = (1 << min(step, size - word * step)) - 1
            registers.setdefault(address + word * step // 8, []).append(
                (label, step, access, reset >> word * step & mask, part))

    def walk(scope, prefix, address, values):
        for child in scope.all("register", "cluster"):
            inner = inherited(child, values)
            for name, distance in child.expanded():
                place = address + number(child.get("addressOffset")) + distance
                if child.tag == "register":
                    add(child, prefix + identifier(name), place, inner)
                else:
                    walk(child, prefix + identifier(name) + ".", place, inner)

    top = inherited(device, {"size": 32})
    for peripheral in [one for holder in device.all("peripherals") for one in holder.all("peripheral")]:
        values = inherited(peripheral, top)
        for name, distance in peripheral.expanded():
            for scope in peripheral.all("registers"):
                walk(scope, identifier(name) + ".", number(peripheral.get("baseAddress")) + distance, values)
    return registers


OPEN = re.compile(r"^( *)(?:@frozen )?(?:public )?(extension|struct|enum) ([\w.`]+)(?:: ([\w, ]+))? \{$")
BLOCKS = re.compile(
    r"^ *public (?:static )?var (\S+): (\S+) \{ \.init\(baseAddress: (?:baseAddress(?: &\+ )?)?([0-9A-Fx_]*)\) \}$")
REGISTER = re.compile(
    r"^ *public var (\S+): Register<(\S+), (\w+)> \{ \.init\(at: baseAddress(?: &\+ ([0-9A-Fx_]+))?\) \}$")
ARRAY = re.compile(r"^ *public var (\S+): (Register|Block)Array<(\w+)(?:, (\w+))?> \{$")
SPACING = re.compile(r"\.init\(at: baseAddress(?: &\+ ([0-9A-Fx_]+))?, stride: (\d+), count: (\d+)\)")
FIELD = re.compile(
    r"^ *public (?:var (\S+): |subscript\((\S+) index: Int\) -> |mutating func set\((\S+) (?:value|index))(.*) \{$")
INDEXED = r"fieldOffset\(index, in: (\d+)\.\.<(\d+), at: (\d+), every: (\d+)\)"
PLACE = re.compile(r"bits\.(set)?(?:flag|Flag|field|Field)\((?:(\d+)|" + INDEXED + r")(?:, (\d+))?")
FLAG = re.compile(r"^ *public static var (\S+): Self \{ \.init\(bits: ([0-9A-Fx_]+)\) \}$")
VALUE = re.compile(r"^ *public static var (\S+): Self \{ \.init\(rawValue: (\d+)\) \}$")
FLAGS = re.compile(r"\.init\(bits: ([0-9A-Fx_]+)\) &<< \w+\(truncatingIfNeeded: " + INDEXED)


def integer(text):
    return int(text.replace("_", ""), 16) if text else 0


def parse(text, types):
    """The structures of one generated file, by their qualified names."""
    stack, current, field = [], None, None
    for line in text.split("\n"):
        opened = OPEN.match(line)
        depth = len(line) - len(line.lstrip(" "))
        is_code = line.strip() and not line.lstrip().startswith(("//", "@frozen"))
        while stack and is_code and depth <= stack[-1][0]:
            stack.pop()
        if opened:
            name = ".".join([one[1] for one in stack] + [opened[3]])
            stack.append((depth, opened[3]))
            if opened[2] != "extension":
                if name in types:
                    raise SystemExit(f"{name}: declared twice")
                current = types[name] = {"members": [], "fields": [], "values": set(), "kind": opened[4] or ""}
            continue
        if not stack:
            continue
        current = types.get(".".join(one[1] for one in stack), current)
        if match := BLOCKS.match(line):
            current["members"].append((match[1], "block", match[2], None, integer(match[3]), 0, 1))
        elif match := REGISTER.match(line):
            current["members"].append((match[1], "register", match[2], match[3], integer(match[4]), 0, 1))
        elif match := ARRAY.match(line):
            array = match
        elif match := SPACING.search(line):
            current["members"].append(
                (array[1], array[2].lower(), array[3], array[4], integer(match[1]), int(match[2]), int(match[3])))
        elif match := re.match(r"^ *public var bits: UInt(\d+)$", line):
            current["size"] = int(match[1])
        elif match := re.search(r"var resetValue: Self \{ \.init\(bits: ([0-9A-Fx_]+)\)", line):
            current["reset"] = integer(match[1])
        elif match := VALUE.match(line):
            current["values"].add((int(match[2]), identifier(match[1].strip("`"))))
        elif match := FLAG.match(line):
            mask = integer(match[2])
            low = (mask & -mask).bit_length() - 1
            current["fields"].append((match[1], low, bin(mask).count("1"), WRITE, ""))
        elif match := FLAGS.search(line):
            width = bin(integer(match[1])).count("1")
            for index in range(int(match[3]) - int(match[2])):
                current["fields"].append((field + str(index), int(match[4]) + index * int(match[5]), width, WRITE, ""))
        elif match := re.match(r"^ *public static func (\S+)\(_ index: Int\) -> Self \{$", line):
            field = match[1]
        elif match := FIELD.match(line):
            field, kind = match[1] or match[2] or match[3], match[4]
        elif match := PLACE.search(line):
            rights = WRITE if match[1] else READ
            width = int(match[7] or 1)
            copies = [("", int(match[2]))] if match[2] else [
                (str(index), int(match[5]) + index * int(match[6])) for index in range(int(match[4]) - int(match[3]))]
            for index, start in copies:
                current["fields"].append((field.strip("`") + index, start, width, rights, kind))


def generated(folder):
    """What the Swift of a folder reaches: as `described`."""
    types = {}
    for file in sorted(Path(folder).glob("*.swift")):
        parse(file.read_text(), types)
    device = next(one for name, one in types.items() if not one["kind"] and name != "Interrupt")
    contents = {}

    def value(name):
        if name not in contents:
            merged = {}
            for owner in [name] + [f"{name}.{kind}Flags" for kind in ("Clear", "Set", "Toggle")]:
                for field, low, width, rights, kind in types.get(owner, {"fields": []})["fields"]:
                    former, numbers = merged.get((field, low, width), (0, set()))
                    if rights == READ:
                        numbers = types.get(f"{name}.{kind}", {"values": set()})["values"]
                    merged[field, low, width] = former | rights, numbers
            contents[name] = [
                (identifier(field.strip("`")), low, width, *rest) for (field, low, width), rest in merged.items()]
        return contents[name]

    registers = {}

    def walk(name, prefix, address):
        for member, kind, inner, access, offset, stride, count in types[name]["members"]:
            qualified = f"{name}.{inner}"
            for index in range(count):
                place = address + offset + index * stride
                label = prefix + identifier(member.strip("`") + (str(index) if stride else ""))
                if kind == "block":
                    walk(qualified, label + ".", place)
                else:
                    one = types[qualified]
                    rights = {"ReadOnly": READ, "WriteOnly": WRITE, "ReadWrite": READ | WRITE}[access]
                    registers.setdefault(place, []).append((label, one["size"], rights, one["reset"], value(qualified)))

    for name, _, inner, _, address, _, _ in device["members"]:
        walk(inner, identifier(name.strip("`")) + ".", address)
    return registers


def places(registers):
    """Registers, and fields with the values that can be read, by where they are: to the names they have there."""
    found, fields = {}, {}
    for address, all in registers.items():
        for name, size, access, reset, parts in all:
            place = (address, size, access, reset)
            found.setdefault(place, set()).add(name)
            for field, low, width, rights, numbers in parts:
                key = (*place, low, width, rights, *sorted({value for value, _ in numbers}))
                fields.setdefault(key, set()).add(f"{name}.{field}")
                for value, number_name in numbers:
                    fields.setdefault((*place, low, width, "value", value), set()).add(f"{name}.{field}.{number_name}")
    return found, fields


def is_called(name, names):
    """Whether one of the names is this one; the second of a name has a suffix that tells it from the first."""
    parts = name.split(".")
    return name in names or any(
        all(other == part or other.startswith(part + "_") for part, other in zip(parts, others.split(".")))
        for others in names)


def main(arguments):
    mismatches = 0
    for svd, folder in zip(arguments[::2], arguments[1::2]):
        wanted, got = described(svd), generated(folder)
        wrong = []
        for kind, one, other in zip(("register", "field"), places(wanted), places(got)):
            wrong += [f"{kind} missing: {sorted(one[place])} at {place}" for place in one if place not in other]
            wrong += [f"{kind} not in the file: {sorted(other[place])} at {place}" for place in other if place not in one]
            wrong += [f"{kind} named otherwise: {name}, but {sorted(other[place])} at {place}"
                      for place in one if place in other
                      for name in sorted(one[place]) if not is_called(name, other[place])]
        count = sum(map(len, wanted.values()))
        print(f"{Path(svd).name}: {count} registers, {len(wrong)} mismatches")
        for line in wrong[:10]:
            print("    " + line)
        mismatches += len(wrong)
    return 1 if mismatches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
