"""Draws levels.svg beside this file: interrupt levels as global actors, over one executor. It reads on a light and on a dark
page: what is not in a box is grey, and there is no background.

usage: python3 Pictures/levels.py
"""
import os

WIDTH, HEIGHT = 880, 424
GREY, ERROR = "#768390", "#d1434b"
CODE = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
WORDS = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif"
# From the most urgent down: name, what it owns, the colours of its boxes and of its words, and the middle of its lane.
LANES = {
    8: ("@Level8", "var samples", "#b4540a", "#d9730d", 66),
    5: ("@Level5", "var received", "#8250a8", "#9d6bdb", 142),
    3: ("@Level3", "var isLit", "#1f6fb5", "#3b8eea", 218),
    0: ("@MainActor", "thread mode", "#3d7a4a", "#4a9c5d", 294),
}
LEFT, BOX = 176, 40

parts = []


def add(text):
    parts.append(text)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def text(x, y, words, colour=GREY, size=13, font=WORDS, anchor="start", weight="normal"):
    add(
        f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" font-family="{font}" text-anchor="{anchor}"'
        f' font-weight="{weight}">{escaped(words)}</text>')


def box(x, y, width, height, colour, fade=1.0):
    add(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{colour}" fill-opacity="{fade}"/>')


def run(level, start, end, words=""):
    """Code of a level that runs."""
    _, _, colour, _, middle = LANES[level]
    box(start, middle - BOX / 2, end - start, BOX, colour)
    if words:
        text((start + end) / 2, middle + 4.5, words, "#ffffff", 13, CODE, "middle")


def pause(level, start, end):
    """Code of a level that is preempted, or whose task waits."""
    _, _, _, colour, middle = LANES[level]
    add(
        f'<line x1="{start}" y1="{middle}" x2="{end}" y2="{middle}" stroke="{colour}" stroke-width="3"'
        ' stroke-dasharray="3 5"/>')


def arrow(x1, y1, x2, y2, colour=GREY, dash=""):
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    head = {GREY: "grey", ERROR: "error"}[colour]
    add(
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="1.8"{dashes}'
        f' marker-end="url(#{head})"/>')


def top(level):
    return LANES[level][4] - BOX / 2


def bottom(level):
    return LANES[level][4] + BOX / 2


add(
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">')
add("<title>Interrupt levels as global actors, over one executor</title>")
add(
    "<desc>Four lanes, one for each of three interrupt levels and thread mode. An interrupt of a serial port preempts thread"
    " mode with a handler of level 5. A timer of level 8 preempts that. A task of thread mode awaits a function of level 5 and"
    " goes on with its result. Level 3 cannot write a variable of level 5: that does not compile.</desc>")
add("<defs>")
for name, colour in (("grey", GREY), ("error", ERROR)):
    add(
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 L8 4 L0 8 z" fill="{colour}"/></marker>')
add("</defs>")

# The lanes and what each level owns.
text(2, 22, "most urgent", size=12)
arrow(8, 312, 8, 32)
for name, owns, _, colour, middle in LANES.values():
    text(20, middle - 3, name, colour, 15, CODE, weight="bold")
    text(20, middle + 16, owns, GREY, 13, CODE)
    add(
        f'<line x1="{LEFT}" y1="{middle + 38}" x2="{WIDTH - 12}" y2="{middle + 38}" stroke="{GREY}" stroke-opacity="0.3"'
        ' stroke-width="1"/>')

# Interrupts: a handler is code of a level. A higher level preempts it.
run(0, 190, 262, "report()")
pause(0, 262, 470)
text(256, 22, "serial port's interrupt", size=12, anchor="middle")
arrow(262, 28, 262, top(5) - 3, dash="4 4")
run(5, 262, 300)
pause(5, 300, 356)
text(328, 177, "received += 1", LANES[5][3], 12, CODE, "middle")
text(396, 22, "timer's interrupt", size=12, anchor="start")
arrow(391, 18, 331, top(8) - 3, dash="4 4")
run(8, 300, 356)
run(5, 356, 394)
# A task of a level in between.
run(3, 394, 470, "blink()")

# What does not compile.
arrow(452, top(3), 452, bottom(5) - 6, ERROR)
text(462, 178, "received = 0", ERROR, 12, CODE)
text(462, 195, "does not compile", ERROR, 13, WORDS, weight="bold")

# An await to another level and back.
run(0, 470, 628, "await total()")
pause(0, 628, 720)
arrow(628, top(0), 628, bottom(5) + 2)
run(5, 628, 720, "total()")
arrow(720, bottom(5), 720, top(0) - 2)
run(0, 720, 852, "print(result)")
text(732, 209, "189 instructions", size=12)
text(732, 225, "there and back", size=12)

# The executor.
box(20, 352, WIDTH - 32, 52, GREY, 0.14)
text(36, 374, "one executor", GREY, 14, weight="bold")
text(36, 393, "a queue for each level", GREY, 12)
for index, level in enumerate((8, 5, 3, 0)):
    colour = LANES[level][2]
    x = 196 + index * 84
    for place in range(3):
        box(x + place * 25, 367, 22, 22, colour, 1 if place < (1, 2, 1, 3)[index] else 0.25)
text(544, 374, "the interrupt controller runs the most urgent", GREY, 13)
text(544, 393, "no heap, no tick, no stack for each task", GREY, 12)
add("</svg>")

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "levels.svg")
with open(path, "w", encoding="utf-8") as file:
    file.write("\n".join(parts) + "\n")
