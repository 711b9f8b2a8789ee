#!/usr/bin/env python3
"""Records a session at a terminal as a picture that plays: Pictures/session.svg.

    Pictures/session.py

Runs the commands below in an empty folder, with the `martlet` that is on the path, and writes what they printed, a line at its
time. What a build says is left out, and a pause of more than a second is shown as one.
"""
import html
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

# A command, and what is typed while it runs, each some seconds after its start.
COMMANDS = [
    ("martlet new meter --board MPS2AN386 --template sensor", []),
    ("cd meter", []),
    ("martlet run -- -device tmp105,address=0x48,id=sensor", [(0, None)]),
    ("martlet test", []),
]
# Lines that a build prints.
BUILD = re.compile(r"^(\[\d+|Building|Build |warning: |Compiling|Fetch|Updating|Comput|Creat|Working|Test Case|Test Suite|\t|[◇↳✔]|\s*$)")
LINES, COLUMNS, LINE_HEIGHT = 24, 92, 18


def run(command, folder, seconds):
    """What a command prints, with the seconds after its start; it is ended after `seconds` of output."""
    process = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    started, first, lines, rest = time.monotonic(), None, [], b""
    while True:
        ready, _, _ = select.select([process.stdout], [], [], 0.1)
        if ready:
            data = os.read(process.stdout.fileno(), 4096)
            if not data:
                break
            rest += data
            *whole, rest = rest.split(b"\n")
            for line in whole:
                text = line.decode(errors="replace").rstrip("\r")
                if BUILD.match(text):
                    continue
                first = first or time.monotonic()
                lines.append((time.monotonic() - started, text))
        if seconds and first and time.monotonic() - first > seconds:
            subprocess.run(["pkill", "-P", str(process.pid)], check=False)
            process.kill()
            break
    return lines


def record():
    folder = tempfile.mkdtemp()
    at, now, screen = folder, 0.5, []
    try:
        for command, typed in COMMANDS:
            screen.append((now, "$ " + command))
            now += 1.2
            if command.startswith("cd "):
                at = os.path.join(at, command[3:])
                continue
            last = 0.0
            for moment, text in run(command, at, 3 if typed else None):
                now += min(moment - last, 1.0)
                last = moment
                screen.append((now, text[:COLUMNS]))
            now += 1.0
    finally:
        shutil.rmtree(folder)
    return screen, now


def draw(screen, end):
    """Lines appear at their time, and the whole begins again some seconds after the end."""
    total = end + 4
    screen = screen[-LINES:]
    height = (len(screen) + 2) * LINE_HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {height}" width="800" height="{height}" role="img">',
        "<title>A package is made, runs in QEMU, and is tested</title>",
        "<style>text{font:13px ui-monospace,Menlo,Consolas,monospace;fill:#d8dee9;white-space:pre}"
        ".prompt{fill:#a3be8c}@media(prefers-reduced-motion:no-preference){text{opacity:0;"
        f"animation:show {total:.1f}s linear infinite}}}}@keyframes show{{from,to{{opacity:1}}}}</style>",
        f'<rect width="800" height="{height}" rx="8" fill="#22272e"/>',
    ]
    for number, (moment, text) in enumerate(screen):
        name = f"line{number}"
        share = 100 * moment / total
        parts.append(f"<style>@keyframes {name}{{0%,{share:.2f}%{{opacity:0}}{share + 0.01:.2f}%,100%{{opacity:1}}}}</style>")
        kind = ' class="prompt"' if text.startswith("$ ") else ""
        parts.append(
            f'<text x="16" y="{(number + 1.6) * LINE_HEIGHT:.0f}"{kind} style="animation-name:{name}">{html.escape(text)}</text>')
    parts.append("</svg>\n")
    return "\n".join(parts)


if shutil.which("martlet") is None:
    sys.exit("session.py: martlet is not on the path; ./install.sh installs it")
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "session.svg"), "w") as file:
    file.write(draw(*record()))
