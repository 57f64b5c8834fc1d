# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's files as the rules see them."""
import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SOURCES = ("core", "ui", "app", "tests")
SKIPPED = {".git", "build", "__pycache__", "data"}
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])*\'', re.S)


@dataclass(frozen=True)
class Finding:
    rule: str
    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


class File:
    def __init__(self, root: Path, path: str):
        self.path = path
        self.room = os.path.dirname(path)
        self._full = root / path

    @cached_property
    def text(self) -> str:
        return self._full.read_text(encoding="utf-8", errors="replace")

    @cached_property
    def lines(self):
        return self.text.splitlines()

    @cached_property
    def code(self) -> str:
        """C++ without comments, and with empty strings; every character keeps its line."""
        def blank(match):
            word = match.group(0)
            breaks = "\n" * word.count("\n")
            return breaks if word.startswith("/") else '""' + breaks
        return TOKEN.sub(blank, self.text)

    @cached_property
    def includes(self):
        """(line, header, whether in quotes)"""
        found = []
        for number, line in enumerate(self.lines, 1):
            match = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
            if match:
                found.append((number, match.group(2), match.group(1) == '"'))
        return found

    def at(self, offset: int) -> int:
        return self.code.count("\n", 0, offset) + 1

    def matches(self, pattern: str):
        """Line numbers where `pattern` stands in the code."""
        return [self.at(match.start()) for match in re.finditer(pattern, self.code)]

    @property
    def is_cpp(self):
        return self.path.endswith((".cpp", ".h"))


class Project:
    def __init__(self, root):
        self.root = Path(root).resolve()

    @cached_property
    def files(self):
        """Every file of our own, sorted by path."""
        found = []
        for folder, folders, names in os.walk(self.root):
            relative = os.path.relpath(folder, self.root)
            top = relative == "."
            folders[:] = sorted(n for n in folders if n not in SKIPPED or (n == "build" and not top))
            found += [File(self.root, name if top else f"{relative}/{name}") for name in sorted(names)]
        return found

    @cached_property
    def cpp(self):
        return [file for file in self.files if file.is_cpp and file.path.split("/")[0] in SOURCES]

    def exists(self, path: str) -> bool:
        return (self.root / path).is_file()
