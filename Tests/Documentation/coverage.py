#!/usr/bin/env python3
"""Lists public declarations that have no doc comment, and throwing ones whose comment names no error.

    coverage.py ROOT GRAPHS FOLDER... [--without FOLDER]...
    coverage.py ROOT --chip FILE...

GRAPHS is a folder of symbol graphs (`swift symbolgraph-extract`), ROOT the package's folder. Looked at is what is
declared in the FOLDERs of ROOT. A witness without a comment has that of its protocol's requirement, which the graph
holds and DocC shows. What the compiler makes is left out: it has no place in a source file.

What only the chip has, which no graph shows (the tool does not load modules of Embedded Swift), is read from its source:
in FILEs, the declarations within `#if hasFeature(Embedded)`, and all of those in a file of `Runtime/Concurrency`. There
each `public` one needs a comment of its own, a witness too.

A throwing declaration's comment has a `- Throws:` line, or a line that begins with `Errors:`, or names a case of the
error's type in backticks. One that throws what its closure throws (a generic type, or `rethrows`) needs none of these.

Prints a line a finding, by file and line, and ends with status 1 if there is one.
"""
import json
import pathlib
import re
import sys
from urllib.parse import unquote, urlparse

KINDS_WITHOUT_COMMENT = {"swift.extension"}


def arguments(words):
    included, excluded, without = [], [], False
    for word in words:
        if word == "--without":
            without = True
        else:
            (excluded if without else included).append(word)
            without = False
    return included, excluded


def place(symbol, root):
    """The file, relative to the root, and the line; None for what the compiler made."""
    location = symbol.get("location")
    if not location:
        return None
    path = pathlib.Path(unquote(urlparse(location["uri"]).path))
    try:
        return path.relative_to(root).as_posix(), location["position"]["line"] + 1
    except ValueError:
        return None


def comment(symbol):
    return "\n".join(line["text"] for line in symbol.get("docComment", {}).get("lines", []))


def thrown(symbol):
    """The type that the declaration itself throws, "Error" for an untyped one, None if it does not throw."""
    text = "".join(fragment["spelling"] for fragment in symbol.get("declarationFragments", []))
    depth = 0
    for token in re.finditer(r"[()\[\]]|->|\bthrows\b(\((?P<type>[^()]*)\))?", text):
        word = token.group()
        if word in "([":
            depth += 1
        elif word in ")]":
            depth -= 1
        elif word.startswith("throws") and depth == 0:
            return token.group("type") or "Error"
    return None


def generic_names(symbol):
    generics = symbol.get("swiftGenerics", {})
    return {parameter["name"] for parameter in generics.get("parameters", [])}


def embedded_lines(text, whole):
    """The numbers of the lines that are compiled for the chip alone; of all of them if `whole`."""
    regions = []
    for number, line in enumerate(text.splitlines()):
        word = line.strip()
        if word.startswith("#if"):
            kind = {"#if hasFeature(Embedded)": "chip", "#if !hasFeature(Embedded)": "host"}
            regions.append(kind.get(word, "either"))
        elif word.startswith("#else") and regions:
            regions[-1] = {"chip": "host", "host": "chip"}.get(regions[-1], "either")
        elif word.startswith("#endif") and regions:
            regions.pop()
        elif whole or "chip" in regions:
            yield number


def chip_findings(root, files):
    declaration = re.compile(
        r"(@\w+(\([^)]*\))? )*(nonisolated(\(\w+\))? )?public (\w+ )*?(func|var|let|init|struct|enum|final class|class|"
        r"protocol|typealias|subscript|macro|actor)\b\s*(?P<name>[\w`]*)"
    )
    for file in files:
        text = (root / file).read_text()
        lines = text.splitlines()
        for number in embedded_lines(text, "Runtime/Concurrency/" in file):
            found = declaration.match(lines[number].strip())
            if not found or found.group("name").startswith("_"):
                continue
            above = number - 1
            while above >= 0 and re.match(r"\s*(@|//(?!/))", lines[above]):
                above -= 1
            if above < 0 or not lines[above].strip().startswith("///"):
                yield file, number + 1, f"{found.group('name') or found.group(6)}: no doc comment"


def report(findings):
    for file, line, finding in sorted(findings):
        print(f"{file}:{line}: {finding}")
    sys.exit(1 if findings else 0)


def main():
    if sys.argv[2] == "--chip":
        report(list(chip_findings(pathlib.Path(sys.argv[1]), sys.argv[3:])))
    root, graphs = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    included, excluded = arguments(sys.argv[3:])
    symbols = {}
    for path in sorted(graphs.rglob("*.symbols.json")):
        with open(path) as file:
            graph = json.load(file)
        for symbol in graph["symbols"]:
            symbols.setdefault(symbol["identifier"]["precise"], (graph["module"]["name"], symbol))

    cases = {}
    for _, symbol in symbols.values():
        if symbol["kind"]["identifier"] in ("swift.enum.case", "swift.type.property"):
            names = symbol["pathComponents"]
            cases.setdefault(names[-2] if len(names) > 1 else "", set()).add(names[-1].split("(")[0])

    findings, looked_at = set(), 0
    for precise, (module, symbol) in symbols.items():
        if "::SYNTHESIZED::" in precise or symbol["kind"]["identifier"] in KINDS_WITHOUT_COMMENT:
            continue
        if any(name.startswith("_") for name in symbol["pathComponents"]):
            continue
        where = place(symbol, root)
        if where is None:
            continue
        file, line = where
        if not any(file.startswith(folder + "/") for folder in included):
            continue
        if any(file.startswith(folder + "/") for folder in excluded):
            continue
        looked_at += 1
        name = ".".join(symbol["pathComponents"])
        text = comment(symbol)
        if not text.strip():
            findings.add((file, line, f"{name}: no doc comment"))
            continue
        error = thrown(symbol)
        if error is None or error == "Never" or error.split(".")[0] in generic_names(symbol) | {"Self"}:
            continue
        named = re.search(r"^\s*- (Throws|throws):|^\s*Errors:", text, re.MULTILINE) or any(
            re.search(r"`(\w+\.)*\.?" + re.escape(case) + r"[`(]", text) for case in cases.get(error.split(".")[-1], ())
        )
        if not named:
            findings.add((file, line, f"{name}: throws {error}, and its doc comment names no error"))

    if looked_at == 0:
        sys.exit("coverage.py: the graphs have no declaration in " + ", ".join(included))
    report(findings)


main()
