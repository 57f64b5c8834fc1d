# SPDX-License-Identifier: GPL-3.0-or-later
"""What may stand in a file, and how much of it."""
import re

from source import Finding, Project

MOST_LINES = {".cpp": 600, ".h": 250, ".py": 600, ".sh": 300}
TOP_FOLDERS = {"core", "ui", "app", "resources", "translations", "tests", "installer", ".ci", ".git", "build"}
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
# Modules that core must not know; their class headers beside the module names.
GUI_HEADER = re.compile(
    r"^Qt(Gui|Widgets|PrintSupport|Svg)\b|^Q(Widget|Application|GuiApplication|Painter\w*|Font\w*|Color|Pixmap|Image|Icon|"
    r"Brush|Pen|Palette|Action|Clipboard|Cursor|KeySequence|Screen|Window|TextDocument|Text(Layout|Format|Cursor)|"
    r"Standard\w*Model|Dialog|MessageBox|MainWindow|Label|TableView|TreeView|Svg\w+|Transform|Polygon\w*|Region)$")


def sizes(project: Project):
    """A file past its size has a second room in it."""
    for file in project.files:
        most = MOST_LINES.get("." + file.path.rpartition(".")[2])
        if most and len(file.lines) > most:
            yield Finding("sizes", file.path, len(file.lines),
                          f"{len(file.lines)} lines, at most {most}: look for the second class in it")


def licence(project: Project):
    """Every source names the licence in its first line (behind #!)."""
    for file in project.files:
        name = file.path.rpartition("/")[2]
        source = name.endswith((".cpp", ".h", ".py", ".sh", ".cmake")) or name == "CMakeLists.txt" or \
            file.path.startswith(".ci/")
        if source and not any(LICENCE in line for line in file.lines[:2]):
            yield Finding("licence", file.path, 1, f"the first line must say {LICENCE}")
        if name.endswith(".h") and "#pragma once" not in file.lines:
            yield Finding("licence", file.path, 1, "a header needs #pragma once")


def layers(project: Project):
    """core is free of the window: no QtGui, no QtWidgets, no translation, no output."""
    for file in project.cpp:
        # core/diagram/paint is a library of its own (joinery_paint), which joinery_core does not link.
        if not file.path.startswith("core/") or file.path.startswith("core/diagram/paint/"):
            continue
        for line, header, _ in file.includes:
            if header.startswith("core/diagram/paint/"):
                yield Finding("layers", file.path, line, "core does not paint: ui/ and app/ link joinery_paint")
            if GUI_HEADER.match(header.split("/")[-1]) or GUI_HEADER.match(header):
                yield Finding("layers", file.path, line, f"<{header}> is not for core: it has no QtGui and no QtWidgets")
        for line in file.matches(r"(?<![\w.>:])tr\s*\(|\bQT_TR(ANSLATE)?_NOOP\b|QCoreApplication::translate\b"):
            yield Finding("layers", file.path, line, "core does not translate: the interface words a kind of error")
        for line in file.matches(r"\bstd::(cout|cerr)\b|(?<![\w:])(printf|fprintf|puts)\s*\("):
            yield Finding("layers", file.path, line, "core prints nothing: it returns an Error or Findings")


def leftovers(project: Project):
    """Nothing that was meant to go before the commit."""
    for file in project.cpp:
        for line in file.matches(r"\bqDebug\b|#\s*include\s*<QDebug>"):
            yield Finding("leftovers", file.path, line, "qDebug is left in")
        for number, text in enumerate(file.lines, 1):
            word = re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text)
            if word:
                yield Finding("leftovers", file.path, number, f"{word.group(1)}: build it, or leave it out and say so")
        for match in re.finditer(r"\bQSKIP\s*\(\s*([^;]*)\)\s*;", file.text):
            if len(re.sub(r'[\s"]', "", match.group(1))) < 10:
                yield Finding("leftovers", file.path, file.text.count("\n", 0, match.start()) + 1,
                              "a test is skipped without a reason")


def visits(project: Project):
    """Overloaded names every alternative: a catch-all would hide the place that a new operation touches."""
    for file in project.cpp:
        code = file.code
        for start in re.finditer(r"\bOverloaded\s*\{", code):
            depth, at = 1, start.end()
            while at < len(code) and depth:
                if code[at] in "{(":
                    depth += 1
                elif code[at] in "})":
                    depth -= 1
                elif depth == 1 and code[at] == "[":
                    lambda_head = re.match(r"\[[^\]]*\]\s*(<[^>]*>)?\s*\(\s*(const\s+)?auto\b", code[at:])
                    if lambda_head:
                        yield Finding("visits", file.path, file.at(at), "a catch-all lambda in Overloaded")
                at += 1


def places(project: Project):
    """Every source is built, and the top level stays as it is."""
    lists = {file.room: file.text for file in project.files if file.path.endswith("CMakeLists.txt")}
    for file in project.cpp:
        room, name = file.room, file.path.rpartition("/")[2]
        while room not in lists and room:
            room = room.rpartition("/")[0]
        wanted = file.path[len(room) + 1:] if room else file.path
        if not re.search(r"(?<![\w/.-])" + re.escape(wanted) + r"(?![\w.-])", lists.get(room, "")):
            yield Finding("places", file.path, 1, f"{name} is not in {room}/CMakeLists.txt: nobody builds it")
    for folder in sorted(path.name for path in project.root.iterdir() if path.is_dir()):
        if folder not in TOP_FOLDERS and not folder.startswith("."):
            yield Finding("places", folder, 1, "the top level is fixed: no further folder")
