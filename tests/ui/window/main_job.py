# SPDX-License-Identifier: GPL-3.0-or-later
"""main_job.py JOINERY CLI SHARED sqlite|postgresql: the seven steps of the main job in a real window, by keyboard and
mouse; what the window does is checked against what the database holds.

Exit status 77 where there is no screen or no real data to work on (ctest: skipped). With JOINERY_SHOTS set to a folder, every step leaves a
screenshot there; JOINERY_THEME chooses the theme."""
import os
import shutil
import sys
import tempfile
import unittest

REQUIRED = os.environ.get("JOINERY_TEST_REQUIRE_SERVERS") == "1"
JOINERY, CLI, SHARED, ENGINE = sys.argv[1:5]
SHOTS = os.environ.get("JOINERY_SHOTS")

if not os.path.isdir(os.path.join(SHARED, "data")):
    print(f"no real data in {SHARED}")
    sys.exit(77)
if not REQUIRED and not (os.environ.get("DISPLAY") and (ENGINE == "sqlite" or os.environ.get("JOINERY_TEST_POSTGRESQL"))):
    print("no screen, or no server: tests/run.sh brings both")
    sys.exit(77)

from shops import SHOPS  # noqa: E402
from window import Window  # noqa: E402


class MainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="joinery-window-")
        cls.home = os.path.join(cls.folder, "home")
        os.makedirs(cls.home)
        cls.shop = SHOPS[ENGINE](SHARED, cls.folder, CLI)
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.addClassCleanup(cls.shop.close)
        cls.project = os.path.join(cls.folder, "shop")
        cls.window = Window(JOINERY, "--theme", os.environ.get("JOINERY_THEME", "light"), "--lang", "en", cls.shop.argument, home=cls.home)
        cls.addClassCleanup(lambda: cls.window.kill())

    def tearDown(self):
        if not any(error for _, error in self._outcome.result.failures + self._outcome.result.errors):
            # Whatever page or dialog this step left on the screen, a screen reader can announce its controls.
            self.assertEqual(self.window.unnamed(), [])
        else:
            self.shot("failed")
            print("The window says:\n" + "\n".join(self.window.texts()[:150]), file=sys.stderr)

    def sql(self, statement):
        return self.shop.sql(CLI, statement.format(**self.shop.names))

    def name(self, key):
        return self.shop.names[key]

    def shot(self, name):
        if SHOTS:
            self.window.settle(0.8)
            self.window.screenshot(os.path.join(SHOTS, f"{ENGINE}-{name}.png"))

    def put(self, table, row, column, text):
        """Edits a cell as a person does: a click, F2, the text, Return."""
        w = self.window
        w.click(w.cell(table, row, column))
        w.key("F2", "ctrl+a")
        w.type(text)
        w.key("Return")

    def move(self, verb):
        """Presses the button of the preview and waits until it is done."""
        w = self.window
        w.find("dialog", verb)
        w.press("push button", verb)
        w.gone("dialog", verb)

    def test_1_opens_a_database(self):
        w = self.window
        tree = w.find("tree", "Navigator")
        w.wait(lambda: any(self.name("track") in (n.get_name() or "") for n in w.nodes(tree)), "the tables in the navigator")
        self.assertEqual(w.unnamed(), [])
        self.shot("1-navigator")

    def test_2_edits_rows(self):
        w = self.window
        w.go_to(self.name("genre"))
        table = w.table("Rows and columns", rows=25)
        w.wait(lambda: w.cell(table, 0, 1).get_name() == "Rock", "the first row")
        self.put(table, 0, 1, "Rock and Roll")
        self.assertEqual(self.sql("SELECT {name} FROM {genre} WHERE {id} = 1"), ["Rock"], "staged, not written")
        self.shot("2-staged")
        w.key("ctrl+s")
        self.shot("2-preview")
        w.find("dialog", "Preview SQL")
        w.press("push button", "Commit to")
        w.wait(lambda: self.sql("SELECT {name} FROM {genre} WHERE {id} = 1") == ["Rock and Roll"], "the committed value")

    def test_3_draws_the_diagram(self):
        w = self.window
        w.command("Diagram of the database")
        w.wait(lambda: [text for text in w.texts() if text.startswith("table " + self.name("line"))], "the tables of the diagram")
        self.shot("3-diagram")

    def test_4a_makes_a_project(self):
        w = self.window
        w.command("New project from this database")
        w.find("text", "Name")
        w.key("ctrl+a")
        w.type("shop")
        w.key("alt+f", "ctrl+a")
        w.type(self.folder)
        self.shot("4-new-project")
        w.press("push button", "Create project")
        w.wait(lambda: os.path.exists(os.path.join(self.project, "joinery.json")), "the project folder")

    def test_4b_stamps_what_is_there(self):
        self.window.command("Stamp database")
        self.shot("4-stamp")
        self.move(f"Stamp {self.shop.connection}")
        self.assertEqual(len(self.sql("SELECT version_num FROM alembic_version")), 1)

    def test_4c_designs_and_undoes(self):
        w = self.window
        tree = w.find("tree", "Navigator")
        # The project stands below the connections, whose table may have the same name.
        w.click(w.wait(lambda: [n for n in w.nodes(tree) if n.get_name() == self.name("genre") and w.showing(n)], "the model")[-1], double=True)
        columns = w.table("Columns", rows=3)
        self.put(columns, 1, 0, "title")
        self.put(columns, 1, 1, "String(200)")
        self.put(columns, 2, 0, "popularity")
        self.put(columns, 2, 4, "7")

        def names():
            return [w.cell(columns, row, 0).get_name() for row in range(3)]
        self.assertEqual(names(), [self.name("id"), "title", "popularity"])
        self.shot("4-designer")
        w.key(*["ctrl+z"] * 4)
        self.assertEqual(names()[1], self.name("name"))
        w.key(*["ctrl+shift+z"] * 4)
        self.assertEqual(names(), [self.name("id"), "title", "popularity"])

    def test_5_migrates_up_and_down(self):
        w = self.window
        before = self.sql("SELECT {id}, {name} FROM {genre} ORDER BY 1")
        w.command("New revision from the models")
        w.find("text", "Message of the revision")
        w.type("Genres have titles")
        self.shot("5-new-revision")
        w.press("push button", "Create revision")
        w.wait(lambda: len(os.listdir(os.path.join(self.project, "migrations"))) == 2, "the file of the revision")
        w.command("Upgrade database")
        self.shot("5-upgrade")
        self.move(f"Upgrade {self.shop.connection}")
        self.assertEqual(self.sql("SELECT {id}, title FROM {genre} ORDER BY 1"), before, "the renamed column keeps its values")
        self.assertEqual(set(self.sql("SELECT popularity FROM {genre}")), {"7"})
        self.shot("5-timeline")
        w.command("Downgrade database")
        w.find("check box", "I have read what is lost")
        self.shot("5-downgrade")
        w.press("check box", "I have read what is lost")
        self.move(f"Downgrade {self.shop.connection}")
        self.assertEqual(self.sql("SELECT * FROM {genre} ORDER BY 1"), before)

    def test_6_runs_sql(self):
        w = self.window
        w.command("New SQL")
        w.type("SELECT {name} FROM {genre} WHERE {id} = 2".format(**self.shop.names))
        w.key("Escape", "ctrl+Return")
        table = w.table("Rows and columns", rows=1)
        w.wait(lambda: w.cell(table, 0, 0).get_name() == "Jazz", "the result")
        self.shot("6-sql")

    def test_7_comes_back(self):
        w = self.window
        self.assertEqual(w.quit(), 0)
        type(self).window = w = Window(JOINERY, home=self.home)
        w.find("page tab", "Query 1")
        w.find("page tab", "Migrations")
        self.shot("7-back")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", "-f", *sys.argv[5:]], warnings="ignore")
