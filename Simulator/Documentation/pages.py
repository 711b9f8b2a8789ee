"""Makes articles of the project's pages, so that what a README says stands in one place and is on the site as well; and a page
for each module, with the sentence that modules.txt has of it.

usage: pages.py SOURCE CATALOGUE MODULE...  (a manifest by `swift package dump-package` on standard input)

Each Markdown file of SOURCE but the front page becomes an article of the documentation catalogue CATALOGUE. Links between
pages become links between articles; a link to another file becomes its path.
"""
import json
import os
import re
import sys

# Names of articles that are not made from the page's title.
NAMES = {
    "Boards/README.md": "Add-a-Chip",
    "Boards/STM32F4Discovery/README.md": "STM32F4-Discovery",
    "HAL/CMSDK/README.md": "Drivers-of-the-CMSDK",
}
# The front page is the catalogue's own; templates are of other packages.
LEFT_OUT = ("README.md", "CODE_OF_CONDUCT.md", "Simulator/Templates/", "Firmware/Martlet/", "Tests/GameBoyPrograms/")
FRONT = "Martlet"


def fail(text):
    sys.exit(f"pages.py: {text}")


def slug(title):
    return re.sub(r"[^A-Za-z0-9]+", "-", title.replace("`", "")).strip("-")


def anchor(heading):
    """What GitHub calls a heading."""
    return re.sub(r"[^a-z0-9 _-]", "", heading.lower().replace("`", "")).replace(" ", "-")


def docc_anchor(heading):
    """What DocC calls it."""
    return re.sub(r"-+", "-", re.sub(r"[\s`'\"<>]+|[^\w\-.,()&+:;=*!?@/]", "-", heading)).strip("-").rstrip(".,")


class Page:
    def __init__(self, root, path):
        self.path = path
        with open(os.path.join(root, path), encoding="utf-8") as file:
            self.lines = file.read().splitlines()
        if not self.lines or not self.lines[0].startswith("# "):
            fail(f"{path} does not begin with a title, a line `# ...`")
        self.title = self.lines[0][2:]
        self.name = NAMES.get(path) or slug(self.title)
        self.headings = {}
        for line, inside in fenced(self.lines):
            match = re.match(r"#{2,} (.*)", line)
            if match and not inside:
                self.headings[anchor(match[1])] = docc_anchor(match[1])


def fenced(lines):
    """Each line, and whether it is part of a block of code."""
    inside = False
    for line in lines:
        if line.startswith("```"):
            yield line, True
            inside = not inside
        else:
            yield line, inside


def article(page, pages):
    def link(match):
        text, target = match[1], match[2]
        if re.match(r"[a-z]+:", target):
            return match[0]
        path, _, fragment = target.partition("#")
        path = os.path.normpath(os.path.join(os.path.dirname(page.path), path)) if path else page.path
        if path == "README.md":
            return f"[{text}](doc:{FRONT})"
        if path not in pages:
            return f"`{path}`" if text == path else f"{text} (`{path}`)"
        other = pages[path]
        if not fragment:
            return f"[{text}](doc:{other.name})"
        if fragment not in other.headings:
            fail(f"{page.path}: {path} has no heading {fragment}")
        return f"[{text}](doc:{other.name}#{other.headings[fragment]})"

    def with_abstract(lines):
        """The first sentence by itself: it is what lists of articles show."""
        if len(lines) < 3 or lines[1] or not re.match(r"[\w`]", lines[2]):
            return lines
        end = next((index for index, line in enumerate(lines[2:], 2) if not line), len(lines))
        sentence = re.match(r"((?:[^.`\[]|`[^`]*`|\[[^\]]*\]\([^)]*\)|\.(?!\s))*\.)\s+(\S.*)", "\n".join(lines[2:end]), re.S)
        if not sentence:
            return lines
        return lines[:2] + [*sentence[1].split("\n"), "", *sentence[2].split("\n")] + lines[end:]

    # A link may go on in the next line, so paragraphs are looked at as a whole.
    result, paragraph = [], []

    def flush():
        result.append(re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", link, "\n".join(paragraph)))
        paragraph.clear()

    for line, inside in fenced(with_abstract(page.lines)):
        if inside:
            if paragraph:
                flush()
            # `swift Path.swift` names a file for the tests.
            result.append(re.sub(r"^(```\w+) \S+$", r"\1", line))
        else:
            paragraph.append(line)
    if paragraph:
        flush()
    # What lies beside a folder's first page is below it.
    if os.path.basename(page.path) == "README.md":
        folder = os.path.dirname(page.path)
        below = [other.name for other in pages.values() if os.path.dirname(other.path) == folder and other is not page]
        if below:
            result += ["", "## Topics", ""] + [f"- <doc:{name}>" for name in below]
    return "\n".join(result) + "\n"


def main():
    if len(sys.argv) < 3:
        fail(next(line for line in __doc__.splitlines() if line.startswith("usage")))
    root, catalogue, *modules = sys.argv[1:]
    if not os.path.isdir(catalogue):
        fail(f"there is no catalogue {catalogue}")
    pages = {}
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.relpath(os.path.join(folder, name), root)
            if path.endswith(".md") and not any(path == out or out.endswith("/") and path.startswith(out) for out in LEFT_OUT):
                pages[path] = Page(root, path)
    names = {}
    for page in pages.values():
        if page.name in names:
            fail(f"{page.path} and {names[page.name]} would both be the article {page.name}")
        names[page.name] = page.path
    target = os.path.join(catalogue, "Pages")
    os.makedirs(target, exist_ok=True)
    for page in pages.values():
        with open(os.path.join(target, page.name + ".md"), "w", encoding="utf-8") as file:
            file.write(article(page, pages))
    add_modules(root, modules)
    print(f"{len(pages)} pages")


def add_modules(root, modules):
    list_path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "modules.txt")
    with open(list_path, encoding="utf-8") as file:
        words = dict(line.rstrip("\n").split(" ", 1) for line in file if not line.startswith("#"))
    paths = {target["name"]: target["path"] for target in json.load(sys.stdin)["targets"]} if modules else {}
    for module in modules:
        if module not in paths:
            fail(f".spi.yml names {module}, and Package.swift has no such target")
        if module not in words:
            fail(f"{list_path} says nothing of {module}")
        folder = os.path.join(root, paths[module])
        if any(name.endswith(".docc") for name in os.listdir(folder)):
            continue
        os.mkdir(os.path.join(folder, module + ".docc"))
        with open(os.path.join(folder, module + ".docc", module + ".md"), "w", encoding="utf-8") as file:
            file.write(f"# ``{module}``\n\n{words[module]}\n")


main()
