#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""joinery-cli beside the engines' own clients, in the same run: medians of both and their ratio.

    cmake --preset bench && cmake --build --preset bench --target joinery-cli
    python3 tests/bench/against_clients.py [--cli build/bench/bin/joinery-cli] [--rows 1000000] [--repeat 5] [--only query,load,dump,inspect,memory]

Starts private servers (tests/servers.sh), makes a table of ten columns on each engine, and runs joinery-cli and the client in
turn. Everything that it made is gone at the end; it needs about 1 GB below TMPDIR for a million rows.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from urllib.parse import parse_qs, urlsplit

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

COLUMNS = {
    "sqlite": "id INTEGER, name TEXT, email TEXT, price NUMERIC(10,2), quantity INTEGER, ratio REAL, created DATETIME, "
              "code TEXT, note TEXT, parent BIGINT",
    "postgresql": "id integer, name text, email varchar(80), price numeric(10,2), quantity integer, ratio double precision, "
                  "created timestamp, code char(8), note text, parent bigint",
    "mysql": "id int, name varchar(80), email varchar(80), price decimal(10,2), quantity int, ratio double, created datetime, "
             "code char(8), note varchar(200), parent bigint",
}
NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) ",
    "postgresql": "",
    "mysql": "",
}
ROWS = {
    "sqlite": "SELECT i, 'Name of ' || i, 'user' || i || '@example.org', (i % 100000) / 100.0, i % 100, i * 0.37, "
              "datetime(1600000000 + i, 'unixepoch'), printf('%08d', i), CASE WHEN i % 10 = 0 THEN 'a \"quoted\", longer note' "
              "WHEN i % 7 = 0 THEN NULL ELSE 'plain note' END, i * 1000003 FROM n",
    "postgresql": "SELECT i, 'Name of ' || i, 'user' || i || '@example.org', (i % 100000) / 100.0, i % 100, i * 0.37::float8, "
                  "timestamp '2020-09-13 12:26:40' + i * interval '1 second', lpad(i::text, 8, '0'), CASE WHEN i % 10 = 0 THEN "
                  "'a \"quoted\", longer note' WHEN i % 7 = 0 THEN NULL ELSE 'plain note' END, i * 1000003::bigint "
                  "FROM generate_series(1, {rows}) i",
    "mysql": "SELECT seq, concat('Name of ', seq), concat('user', seq, '@example.org'), (seq % 100000) / 100.0, seq % 100, "
             "seq * 0.37e0, timestamp '2020-09-13 12:26:40' + interval seq second, lpad(seq, 8, '0'), CASE WHEN seq % 10 = 0 THEN "
             "'a \"quoted\", longer note' WHEN seq % 7 = 0 THEN NULL ELSE 'plain note' END, seq * 1000003 FROM seq_1_to_{rows}",
}


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.file = os.path.join(folder, "big.db")
        self.environment = dict(os.environ)
        self.urls = {"sqlite": "sqlite:///" + self.file}
        self.lines = []

    # --- the servers and what speaks to them
    def start_servers(self):
        subprocess.run(["bash", os.path.join(ROOT, "tests/servers.sh"), "start", os.path.join(self.folder, "servers")], check=True)
        with open(os.path.join(self.folder, "servers/env")) as env:
            values = dict(line[len("export "):].strip().split("=", 1) for line in env if line.startswith("export "))
        self.urls["postgresql"] = values["JOINERY_TEST_POSTGRESQL_SOCKET"].strip("'")
        self.urls["mysql"] = values["JOINERY_TEST_MYSQL_SOCKET"].strip("'")
        postgresql = parse_qs(urlsplit(self.urls["postgresql"]).query)
        self.environment.update(PGHOST=postgresql["host"][0], PGPORT=postgresql["port"][0], PGUSER="joinery", PGPASSWORD="joinery",
                                PGDATABASE="joinery", MYSQL_PWD="joinery")
        self.socket = parse_qs(urlsplit(self.urls["mysql"]).query)["unix_socket"][0]

    def stop_servers(self):
        subprocess.run(["bash", os.path.join(ROOT, "tests/servers.sh"), "stop", os.path.join(self.folder, "servers")], check=False)

    def client(self, engine, sql, csv=True):
        if engine == "sqlite":
            return ["sqlite3"] + (["-csv", "-header"] if csv else []) + [self.file, sql]
        if engine == "postgresql":
            return ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"] + (["--csv"] if csv else []) + ["-c", sql]
        return ["mariadb", "--no-defaults", "-B", "-u", "joinery", "-S", self.socket, "joinery", "-e", sql]

    def joinery(self, engine, *arguments):
        return [self.options.cli, "-q", "--url", self.urls[engine], *arguments]

    def run(self, engine, sql):
        subprocess.run(self.client(engine, sql, csv=False), check=True, env=self.environment, stdout=subprocess.DEVNULL)

    # --- measuring
    def once(self, command):
        """Seconds and peak memory in MB of one process."""
        start = time.perf_counter()
        with open(os.devnull, "wb") as nothing:
            process = subprocess.Popen(command, env=self.environment, stdout=nothing)
            _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        if status != 0:
            sys.exit("failed: " + " ".join(command))
        return took, usage.ru_maxrss / 1024

    def measure(self, name, ours, theirs, limit, before=None):
        times, memory = {"ours": [], "theirs": []}, {"ours": [], "theirs": []}
        for _ in range(self.options.repeat):
            for who, command in (("ours", ours), ("theirs", theirs)):
                if command is None:
                    continue
                if before:
                    before()
                took, megabytes = self.once(command)
                times[who].append(took)
                memory[who].append(megabytes)
        mine = statistics.median(times["ours"])
        line = f"{name:34} joinery {mine:7.2f} s {max(memory['ours']):6.0f} MB"
        ratio = None
        if theirs:
            other = statistics.median(times["theirs"])
            ratio = mine / other
            line += f"   {os.path.basename(theirs[0]):8} {other:7.2f} s {max(memory['theirs']):6.0f} MB   {ratio:5.2f}x (at most {limit}x)"
        print(line, flush=True)
        self.lines.append((name, ratio, limit))
        return mine, max(memory["ours"])

    # --- what is measured
    def make_tables(self):
        rows = self.options.rows
        for engine in self.engines():
            if engine == "mysql":
                self.run(engine, "DROP TABLE IF EXISTS big")
            elif engine == "postgresql":
                self.run(engine, "DROP TABLE IF EXISTS big")
            self.run(engine, f"CREATE TABLE big ({COLUMNS[engine]})")
            self.run(engine, NUMBERS[engine].format(rows=rows) + "INSERT INTO big " + ROWS[engine].format(rows=rows)
                     if engine == "sqlite" else "INSERT INTO big " + ROWS[engine].format(rows=rows))
            if engine == "postgresql":
                self.run(engine, "VACUUM ANALYZE big")

    def engines(self):
        return [engine for engine in self.options.engines.split(",")]

    def query(self):
        for engine in self.engines():
            sql = "SELECT * FROM big"
            self.measure(f"query csv, {engine}", self.joinery(engine, "query", sql, "--format", "csv"), self.client(engine, sql), 1.1)

    def memory(self):
        ten = {"sqlite": "SELECT big.* FROM big, (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10))",
               "postgresql": "SELECT big.* FROM generate_series(1, 10), big",
               "mysql": "SELECT big.* FROM seq_1_to_10, big"}
        for engine in self.engines():
            took, megabytes = self.once(self.joinery(engine, "query", ten[engine], "--format", "csv"))
            print(f"query csv, {10 * self.options.rows} rows, {engine:10} joinery {took:7.2f} s {megabytes:6.0f} MB   (at most 60 MB)", flush=True)

    def dump(self):
        out = os.path.join(self.folder, "out.csv")
        for engine in self.engines():
            ours = self.joinery(engine, "dump", "big", out)
            theirs = {"postgresql": ["psql", "-X", "-q", "-c", f"\\copy big TO '{out}' CSV HEADER"],
                      "sqlite": ["sh", "-c", f"exec sqlite3 -csv -header {self.file} 'SELECT * FROM big' > {out}"],
                      "mysql": ["sh", "-c", f"exec mariadb --no-defaults -B -u joinery -S {self.socket} joinery -e 'SELECT * FROM big' > {out}"]}[engine]
            self.measure(f"dump csv, {engine}", ours, theirs, 1.1)

    def load(self):
        for engine in self.engines():
            source = os.path.join(self.folder, engine + ".csv")
            subprocess.run(self.joinery(engine, "dump", "big", source), check=True, env=self.environment)

            def empty():
                self.run(engine, "DROP TABLE IF EXISTS loaded")
                self.run(engine, f"CREATE TABLE loaded ({COLUMNS[engine]})")

            theirs = {"postgresql": ["psql", "-X", "-q", "-c", f"\\copy loaded FROM '{source}' CSV HEADER"],
                      "sqlite": ["sqlite3", self.file, f".import --csv --skip 1 {source} loaded"],
                      "mysql": ["mariadb", "--no-defaults", "--local-infile=1", "-u", "joinery", "-S", self.socket, "joinery", "-e",
                                f"LOAD DATA LOCAL INFILE '{source}' INTO TABLE loaded FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' "
                                "ESCAPED BY '' IGNORE 1 LINES"]}[engine]
            self.measure(f"load csv, {engine}", self.joinery(engine, "load", "loaded", source), theirs, 1.2, empty)
            os.unlink(source)
            self.run(engine, "DROP TABLE loaded")

    def inspect(self):
        if "postgresql" not in self.engines():
            return
        took = {}
        for tables in (1000, 10000):
            database = f"tables{tables}"
            subprocess.run(["psql", "-X", "-q", "-c", f"CREATE DATABASE {database}"], check=True, env=self.environment)
            # In pieces: one transaction has not room for the locks of all of them.
            for first in range(0, tables, 500):
                script = "".join(self.table(number) for number in range(first, min(first + 500, tables)))
                subprocess.run(["psql", "-X", "-q", "-1", "-d", database], input=script.encode(), check=True, env=self.environment,
                               stdout=subprocess.DEVNULL)
            subprocess.run(["psql", "-X", "-q", "-d", database, "-c", "VACUUM ANALYZE pg_catalog.pg_class", "-c", "VACUUM ANALYZE"], check=True, env=self.environment)
            url = self.urls["postgresql"].replace("@/joinery?", f"@/{database}?")
            # pg_dump locks every table: ten thousand of them are more than the server has room for.
            theirs = ["pg_dump", "-s", "-d", database] if tables == 1000 else None
            took[tables], _ = self.measure(f"inspect of {tables} tables", [self.options.cli, "inspect", url, "--format", "sql"], theirs, 1.5)
        print(f"inspect of 10000 tables takes {took[10000] / took[1000]:.1f} times as long as of 1000", flush=True)

    @staticmethod
    def table(number):
        columns = ", ".join(f"c{i} {kind}" for i, kind in enumerate(
            ["varchar(40) NOT NULL", "integer DEFAULT 0", "numeric(10,2)", "timestamp", "text", "boolean NOT NULL DEFAULT false", "date", "bigint"]))
        parent = f", parent integer REFERENCES t{number - 1}" if number else ", parent integer"
        return (f"CREATE TABLE t{number} (id integer PRIMARY KEY{parent}, {columns});"
                f"CREATE INDEX ON t{number} (c0); CREATE INDEX ON t{number} (c1, c3);\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", default=os.path.join(ROOT, "build/bench/bin/joinery-cli"))
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--only", default="query,load,dump,memory,inspect")
    parser.add_argument("--engines", default="sqlite,postgresql,mysql")
    options = parser.parse_args()
    options.cli = os.path.abspath(options.cli)
    folder = tempfile.mkdtemp(prefix="joinery-bench.")
    os.chmod(folder, 0o755)
    bench = Bench(options, folder)
    try:
        bench.start_servers()
        wanted = options.only.split(",")
        print(f"{options.rows} rows, medians of {options.repeat}, load {os.getloadavg()[0]:.1f}", flush=True)
        if wanted != ["inspect"]:
            bench.make_tables()
        for name in wanted:
            getattr(bench, name)()
        over = [f"{name} ({ratio:.2f}x)" for name, ratio, limit in bench.lines if ratio and ratio > limit]
        print("over the limit: " + (", ".join(over) or "nothing"))
    finally:
        bench.stop_servers()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
