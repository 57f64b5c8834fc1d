# SPDX-License-Identifier: GPL-3.0-or-later
"""killed.py JOINERY CLI SHARED sqlite|postgresql: a thousand staged edits outlive kill -9 of the real program, are offered again and
committed. Exit status 77 where there is no screen or no server (ctest: skipped)."""
import glob
import json
import os
import shutil
import sys
import tempfile
import unittest

REQUIRED = os.environ.get("JOINERY_TEST_REQUIRE_SERVERS") == "1"
JOINERY, CLI, SHARED, ENGINE = sys.argv[1:5]
ROWS = 1000

if not os.path.isdir(os.path.join(SHARED, "data")):
    print(f"no real data in {SHARED}")
    sys.exit(77)
if not REQUIRED and not (os.environ.get("DISPLAY") and (ENGINE == "sqlite" or os.environ.get("JOINERY_TEST_POSTGRESQL"))):
    print("no screen, or no server: tests/run.sh brings both")
    sys.exit(77)

from shops import SHOPS  # noqa: E402
from window import Window  # noqa: E402


class Killed(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="joinery-killed-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.home = os.path.join(self.folder, "home")
        os.makedirs(self.home)
        self.shop = SHOPS[ENGINE](SHARED, self.folder, CLI)
        self.addCleanup(self.shop.close)
        self.sql("CREATE TABLE zz_goal (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(40))")
        self.sql("INSERT INTO zz_goal VALUES " + ", ".join(f"({i}, 'old {i}')" for i in range(1, ROWS + 1)))

    def sql(self, statement):
        return self.shop.sql(CLI, statement)

    def start(self, *arguments):
        window = Window(JOINERY, "--theme", "light", "--lang", "en", *arguments, home=self.home)
        self.addCleanup(window.kill)
        return window

    def rows_of(self, window, word):
        table = window.table("Rows and columns", rows=ROWS)
        window.wait(lambda: window.cell(table, 0, 1).get_name() == f"{word} 1", "the first row")
        return table

    def kept(self):
        """How many changes the journals on disk hold."""
        count = 0
        for path in glob.glob(os.path.join(self.home, "**", "edits", "*.json"), recursive=True):
            with open(path, encoding="utf-8") as journal:
                count += len(json.load(journal)["changes"])
        return count

    def test_a_thousand_staged_edits_outlive_kill_9(self):
        window = self.start(self.shop.argument)
        tree = window.find("tree", "Navigator")
        window.wait(lambda: any("zz_goal" in (n.get_name() or "") for n in window.nodes(tree)), "the tables in the navigator")
        window.go_to("zz_goal")
        window.click(window.cell(self.rows_of(window, "old"), 0, 1))
        window.key("ctrl+h")
        window.find("text", "Text to find")
        window.type("old")
        window.click(window.find("text", "Text to put in its place"))
        window.type("new")
        window.key("Return")
        window.find("dialog", "Replace")
        window.press("push button", "Stage")
        window.wait(lambda: self.kept() == ROWS, "the edits on disk")
        self.assertEqual(self.sql("SELECT count(*) FROM zz_goal WHERE a LIKE 'new%'"), ["0"], "staged, not written")
        window.kill()

        # A password is nowhere on disk: it comes with the URL.
        window = self.start(self.shop.argument)
        window.wait(lambda: any("1,000 staged changes" in text or "1000 staged changes" in text for text in window.texts()), "the question")
        self.assertEqual(self.sql("SELECT count(*) FROM zz_goal WHERE a LIKE 'new%'"), ["0"], "restored, not written")
        window.press("push button", "Keep")
        self.rows_of(window, "new")
        window.key("ctrl+s")
        window.find("dialog", "Preview SQL")
        window.press("push button", "Commit to")
        window.wait(lambda: self.sql("SELECT count(*) FROM zz_goal WHERE a = 'new ' || id") == [str(ROWS)], "the committed rows")
        window.wait(lambda: self.kept() == 0, "the journal to go")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
