#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule finds what it is there for, and nothing else."""
import tempfile
import unittest
from pathlib import Path

from check import read_exceptions, run

HEAD = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class CheckTest(unittest.TestCase):
    def findings(self, rule, files, exceptions=None):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
            return [f"{f.path}:{f.line}" for f in run(folder, [rule], exceptions)]

    def includes(self, path, *lines, existing=()):
        files = {name: HEAD for name in existing}
        files[path] = "".join(f"#include {line}\n" for line in lines)
        return self.findings("includes", files)

    def test_lower_rooms_do_not_see_higher_ones(self):
        dialect = "core/dialect/dialect.h"
        self.assertEqual(self.includes("core/schema/a.cpp", f'"{dialect}"', existing=[dialect]), ["core/schema/a.cpp:1"])
        self.assertEqual(self.includes("core/migration/a.cpp", f'"{dialect}"', existing=[dialect]), [])
        self.assertEqual(self.includes("core/worker/a.cpp", '"ui/shell/w.h"', existing=["ui/shell/w.h"]),
                         ["core/worker/a.cpp:1"])

    def test_ui_sees_values_of_the_driver_alone(self):
        names = ["core/driver/value.h", "core/driver/connection.h", "core/worker/post.h", "core/pool/pool.h"]
        self.assertEqual(self.includes("ui/grid/a.cpp", *[f'"{n}"' for n in names], existing=names),
                         ["ui/grid/a.cpp:2", "ui/grid/a.cpp:3", "ui/grid/a.cpp:4"])
        self.assertEqual(self.findings("includes", {"ui/a.cpp": "\ndriver::Connection *c;\n"}), ["ui/a.cpp:2"])

    def test_concrete_engines_are_private(self):
        sqlite = "core/dialect/sqlite/x.h"
        generic = "core/dialect/generic/x.h"
        both = [f'"{sqlite}"', f'"{generic}"']
        self.assertEqual(self.includes("core/session/a.cpp", *both, existing=[sqlite, generic]),
                         ["core/session/a.cpp:1", "core/session/a.cpp:2"])
        self.assertEqual(self.includes("core/dialect/mysql/a.cpp", *both, existing=[sqlite, generic]),
                         ["core/dialect/mysql/a.cpp:1"])
        self.assertEqual(self.includes("core/builtin.cpp", *both, existing=[sqlite, generic]), [])

    def test_libraries_stay_in_their_rooms(self):
        self.assertEqual(self.includes("core/driver/sqlite/a.cpp", "<sqlite3.h>"), [])
        self.assertEqual(self.includes("core/driver/sqlite/a.h", "<sqlite3.h>"), ["core/driver/sqlite/a.h:1"])
        self.assertEqual(self.includes("ui/grid/a.cpp", "<QSqlQuery>"), ["ui/grid/a.cpp:1"])

    def test_includes_start_at_the_root(self):
        self.assertEqual(self.includes("core/base/a.cpp", '"b.h"', existing=["core/base/b.h"]), ["core/base/a.cpp:1"])

    def test_circles(self):
        files = {"ui/a/x.h": '#include "ui/b/x.h"\n', "ui/b/x.h": '#include "ui/c/x.h"\n',
                 "ui/c/x.h": '#include "ui/a/x.h"\n', "ui/d/x.h": '#include "ui/a/x.h"\n'}
        self.assertEqual(self.findings("circles", files), ["ui/a/x.h:1"])
        del files["ui/c/x.h"]
        self.assertEqual(self.findings("circles", files), [])

    def test_sizes(self):
        files = {"core/a.h": "\n" * 251, "core/b.h": "\n" * 250, "core/a.cpp": "\n" * 601, "core/b.cpp": "\n" * 600}
        self.assertEqual(self.findings("sizes", files), ["core/a.cpp:601", "core/a.h:251"])

    def test_licence(self):
        files = {"core/a.cpp": "int a;\n", "core/b.cpp": HEAD, "core/b.h": HEAD, "tests/c.sh": "#!/bin/sh\n# " + HEAD[3:]}
        self.assertEqual(self.findings("licence", files), ["core/a.cpp:1", "core/b.h:1"])

    def test_core_is_free_of_the_window(self):
        text = '#include <QPainter>\n// tr("x")\nauto a = tr("x");\nauto b = str(1);\nstd::cout << 1;\n'
        self.assertEqual(self.findings("layers", {"core/a.cpp": text, "ui/a.cpp": text}),
                         ["core/a.cpp:1", "core/a.cpp:3", "core/a.cpp:5"])
        paint = {"core/diagram/paint/a.cpp": "#include <QPainter>\n",
                 "core/diagram/a.cpp": '#include "core/diagram/paint/paint.h"\n'}
        self.assertEqual(self.findings("layers", paint), ["core/diagram/a.cpp:1"])

    def test_leftovers(self):
        text = 'qDebug() << 1;\n// "qDebug"\nQSKIP("");\nQSKIP("there is no server here");\n// TO' + 'DO later\n'
        self.assertEqual(self.findings("leftovers", {"tests/a.cpp": text}), ["tests/a.cpp:1", "tests/a.cpp:5", "tests/a.cpp:3"])

    def test_catch_all_visits(self):
        text = "std::visit(Overloaded{\n[](const A &) { f([](auto x) {}); },\n[&](const auto &) {},\n}, op);\n"
        self.assertEqual(self.findings("visits", {"core/a.cpp": text}), ["core/a.cpp:3"])

    def test_places(self):
        files = {"core/CMakeLists.txt": "a.cpp\nb/c.cpp\n", "core/a.cpp": "", "core/b/c.cpp": "", "core/b/a.cpp": "",
                 "extra/x.txt": ""}
        self.assertEqual(self.findings("places", files), ["core/b/a.cpp:1", "extra:1"])

    def test_an_exception_that_is_not_needed_is_found(self):
        files = {"core/a.cpp": "\n" * 601}
        self.assertEqual(self.findings("sizes", files, {("sizes", "core/a.cpp"): "grammar"}), [])
        self.assertEqual(self.findings("sizes", files | {"core/a.cpp": ""}, {("sizes", "core/a.cpp"): "grammar"}),
                         ["tests/lint/exceptions.txt:1"])
        self.assertEqual(read_exceptions("# x\nsizes core/a.cpp: a grammar\n"), {("sizes", "core/a.cpp"): "a grammar"})


if __name__ == "__main__":
    unittest.main()
