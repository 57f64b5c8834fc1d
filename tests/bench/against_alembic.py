#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing and migrating beside Alembic, in the same run: medians of both and their ratio.

    cmake --preset bench && cmake --build --preset bench --target joinery-cli
    /usr/bin/python3 tests/bench/against_alembic.py [--cli build/bench/bin/joinery-cli] [--repeat 5] [--only diff,revisions,rebuild]

Wants Debian's alembic and python3-psycopg2. joinery-cli is timed as a process, from its start to its end; of Alembic only the call
itself is, without what Python takes to import it. Starts a private PostgreSQL (tests/servers.sh); nothing is left behind.
"""
import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TABLES, REVISIONS, ROWS = 1000, 1000, 1000000


def table_sql(number):
    parent = " REFERENCES t%d (id)" % (number // 2) if number else ""  # a chain of them all is deeper than Python recurses
    return ("CREATE TABLE t%d (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, email VARCHAR(80), price NUMERIC(10, 2), "
            "quantity INTEGER NOT NULL, parent_id INTEGER%s, born DATE, note TEXT, code CHAR(8), active BOOLEAN NOT NULL)" % (number, parent))


def script():
    return ";\n".join(table_sql(number) for number in range(TABLES)) + ";\n"


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.lines = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def cli(self, *arguments, ok=(0,)):
        """Seconds, peak memory in MB and output of one run."""
        start = time.perf_counter()
        with open(self.path("out"), "w+b") as out:
            process = subprocess.Popen([self.options.cli, "-q", *arguments], stdout=out)
            _, status, usage = os.wait4(process.pid, 0)
            took = time.perf_counter() - start
            out.seek(0)
            text = out.read().decode()
        if os.waitstatus_to_exitcode(status) not in ok:
            sys.exit("failed: joinery-cli " + " ".join(arguments))
        return took, usage.ru_maxrss / 1024, text

    def line(self, what, ours, theirs, bar):
        self.lines.append("| %s | %s | %s | %s |" % (what, ours, theirs, bar))
        print(self.lines[-1], flush=True)

    def median(self, work):
        return statistics.median(work() for _ in range(self.options.repeat))

    # --- a model of a thousand tables against a database that has them
    def diff(self, engine, url, sqlalchemy_url, seconds):
        from alembic.autogenerate import compare_metadata
        from alembic.migration import MigrationContext
        from sqlalchemy import MetaData, create_engine

        project = self.path("project-" + engine)
        self.cli("init", project)
        self.cli("-C", project, "--url", url, "import", url)

        memory = []

        def ours():
            took, megabytes, text = self.cli("diff", url, project)
            memory.append(megabytes)
            if text:
                sys.exit("found a difference where there is none: " + text[:500])
            return took

        small = self.cli("inspect", "sqlite://", "--format", "json")[1]
        database = create_engine(sqlalchemy_url)
        metadata = MetaData()
        metadata.reflect(database)

        def theirs():
            with database.connect() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
                start = time.perf_counter()
                compare_metadata(context, metadata)
                return time.perf_counter() - start

        mine, alembic = self.median(ours), self.median(theirs)
        self.line("diff of %d tables, unchanged, %s" % (TABLES, engine), "%.2f s, %.0f MB (%.0f more than an empty one)" % (mine, max(memory), max(memory) - small),
                  "compare_metadata %.2f s" % alembic, "%.1f times as fast (12), %.2f s (%.2f)" % (alembic / mine, mine, seconds))

    # --- a thousand revisions, a table each
    def write_revisions(self, project, versions):
        before = None
        for number in range(REVISIONS):
            revision = "%012x" % (number + 1)
            columns = [{"name": "id", "nullable": False, "type": {"kind": "Integer"}}, {"name": "name", "type": {"kind": "String", "length": 40}}]
            for column in columns:
                column["uid"] = uuid.uuid4().hex
            table = {"columns": columns, "name": "t%d" % number, "primary_key": {"columns": ["id"], "uid": uuid.uuid4().hex}, "uid": uuid.uuid4().hex}
            content = {"created": "2026-01-01T00:00:00Z", "dialect": "sqlite", "format": 1, "id": revision, "message": "table %d" % number,
                       "operations": [{"op": "create_table", "table": table}]}
            if before:
                content["parents"] = [before]
            with open(os.path.join(project, "migrations", revision + "_table.json"), "w") as file:
                json.dump(content, file)
            with open(os.path.join(versions, revision + "_table.py"), "w") as file:
                file.write("from alembic import op\nimport sqlalchemy as sa\nrevision = %r\ndown_revision = %r\n\n"
                           "def upgrade():\n    op.create_table('t%d', sa.Column('id', sa.Integer(), nullable=False, primary_key=True), "
                           "sa.Column('name', sa.String(40)))\n\ndef downgrade():\n    op.drop_table('t%d')\n" % (revision, before, number, number))
            before = revision

    def revisions(self):
        from alembic import command
        from alembic.config import Config
        from alembic.script import ScriptDirectory

        project, alembic = self.path("many"), self.path("alembic")
        self.cli("init", project)
        os.makedirs(os.path.join(project, "migrations"), exist_ok=True)
        os.makedirs(os.path.join(alembic, "versions"))
        with open(os.path.join(alembic, "env.py"), "w") as file:
            file.write("from alembic import context\nfrom sqlalchemy import create_engine\n"
                       "with create_engine(context.config.get_main_option('sqlalchemy.url')).connect() as connection:\n"
                       "    context.configure(connection=connection)\n    with context.begin_transaction():\n        context.run_migrations()\n")
        open(os.path.join(alembic, "script.py.mako"), "w").close()
        self.write_revisions(project, os.path.join(alembic, "versions"))
        config = Config()
        config.set_main_option("script_location", alembic)

        def load():
            start = time.perf_counter()
            list(ScriptDirectory.from_config(config).walk_revisions())
            return time.perf_counter() - start

        idle = self.median(lambda: self.cli("--version")[0])
        mine, theirs = self.median(lambda: self.cli("-C", project, "heads")[0]), self.median(load)
        self.line("%d revisions read" % REVISIONS, "%.0f ms, without the start of the process %.0f ms" % (mine * 1000, (mine - idle) * 1000),
                  "%.0f ms" % (theirs * 1000), "30 ms")

        def ours():
            file = self.path("up.db")
            if os.path.exists(file):
                os.remove(file)
            return self.cli("-C", project, "--url", "sqlite:///" + file, "upgrade")[0]

        def alembics():
            file = self.path("up-alembic.db")
            if os.path.exists(file):
                os.remove(file)
            config.set_main_option("sqlalchemy.url", "sqlite:///" + file)
            start = time.perf_counter()
            command.upgrade(config, "head")
            return time.perf_counter() - start

        mine, theirs = self.median(ours), self.median(alembics)
        self.line("%d revisions up, SQLite" % REVISIONS, "%.2f s" % mine, "%.2f s" % theirs, "%.1f times as fast (2), %.2f s (1)" % (theirs / mine, mine))

    # --- a table of a million rows made anew
    def rebuild(self):
        full = self.path("full.db")
        database = sqlite3.connect(full)
        database.execute("CREATE TABLE big (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), email TEXT, price NUMERIC(10, 2), quantity INTEGER)")
        database.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) INSERT INTO big SELECT i, 'Name of ' || i, "
                         "'user' || i || '@example.org', (i %% 100000) / 100.0, i %% 100 FROM n" % ROWS)
        database.commit()
        database.close()
        project = self.path("rebuild")
        self.cli("init", project)
        self.cli("-C", project, "--url", "sqlite:///" + full, "import", full, "--baseline", "first")
        self.cli("-C", project, "--url", "sqlite:///" + full, "stamp", "head")
        path = os.path.join(project, "models", "big.json")
        model = json.load(open(path))
        next(column for column in model["columns"] if column["name"] == "quantity")["nullable"] = False
        json.dump(model, open(path, "w"))
        self.cli("-C", project, "--url", "sqlite:///" + full, "--yes", "migrate", "-m", "quantity is known")
        file = self.path("rebuilt.db")

        def ours():
            shutil.copy(full, file)
            return self.cli("-C", project, "--url", "sqlite:///" + file, "--yes", "upgrade", "--allow-destructive")[0]

        def alone():
            shutil.copy(full, file)
            start = time.perf_counter()
            subprocess.run(["sqlite3", file, "BEGIN; CREATE TABLE other (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), email TEXT, price NUMERIC(10, 2), "
                            "quantity INTEGER NOT NULL); INSERT INTO other SELECT * FROM big; COMMIT"], check=True)
            return time.perf_counter() - start

        mine, limit = self.median(ours), self.median(alone)
        self.line("rebuild of %d rows, SQLite" % ROWS, "%.2f s" % mine, "INSERT ... SELECT alone %.2f s" % limit, "%.2fx (1.1x)" % (mine / limit))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", default=os.path.join(ROOT, "build/bench/bin/joinery-cli"))
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--only", default="diff,revisions,rebuild")
    options = parser.parse_args()
    only = options.only.split(",")
    folder = tempfile.mkdtemp(prefix="joinery-bench-")
    os.chmod(folder, 0o755)
    bench = Bench(options, folder)
    servers = os.path.join(folder, "servers")
    try:
        if "diff" in only:
            file = os.path.join(folder, "tables.db")
            subprocess.run(["sqlite3", file], input="BEGIN;" + script() + "COMMIT;", text=True, check=True)
            bench.diff("SQLite", "sqlite:///" + file, "sqlite:///" + file, 0.30)
            subprocess.run(["bash", os.path.join(ROOT, "tests/servers.sh"), "start", servers, "postgresql"], check=True)
            with open(os.path.join(servers, "env")) as env:
                values = dict(line[len("export "):].strip().split("=", 1) for line in env if line.startswith("export "))
            url = values["JOINERY_TEST_POSTGRESQL"].strip("'")
            subprocess.run(["psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", url.split("?")[0].replace("postgresql+psycopg2", "postgresql")],
                           input="BEGIN;" + script() + "COMMIT; ANALYZE;", text=True, check=True)
            bench.diff("PostgreSQL", url, url.split("?")[0].replace("postgresql://", "postgresql+psycopg2://"), 0.55)
        if "revisions" in only:
            bench.revisions()
        if "rebuild" in only:
            bench.rebuild()
    finally:
        if os.path.exists(servers):
            subprocess.run(["bash", os.path.join(ROOT, "tests/servers.sh"), "stop", servers], check=False)
        shutil.rmtree(folder, ignore_errors=True)
    print("\n| | joinery-cli | beside it | bar |\n| --- | --- | --- | --- |\n" + "\n".join(bench.lines))


if __name__ == "__main__":
    main()
