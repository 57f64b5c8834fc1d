# SPDX-License-Identifier: GPL-3.0-or-later
"""The databases that the main job is done on: Chinook as a SQLite file and in PostgreSQL."""
import os
import shutil
import subprocess


class Shop:
    """`argument` opens it with joinery, `url` with joinery-cli; `tables` says how this Chinook spells its names."""

    def sql(self, cli, statement):
        """What the database answers, asked from outside the window."""
        done = subprocess.run([cli, "--url", self.url, "query", statement, "--format", "tsv"], capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"{statement}: {done.stderr}")
        return done.stdout.strip().splitlines()[1:]

    def close(self):
        pass


class SqliteShop(Shop):
    names = {"genre": "Genre", "id": "GenreId", "name": "Name", "line": "InvoiceLine", "track": "Track"}

    def __init__(self, shared, folder, cli):
        self.argument = os.path.join(folder, "chinook.sqlite")
        shutil.copy(os.path.join(shared, "data", "chinook.sqlite"), self.argument)
        self.url = f"sqlite:///{self.argument}"
        self.connection = "chinook.sqlite"


class PostgresqlShop(Shop):
    names = {"genre": "genre", "id": "genre_id", "name": "name", "line": "invoice_line", "track": "track"}

    def __init__(self, shared, folder, cli):
        self.server = os.environ["JOINERY_TEST_POSTGRESQL"]
        self.database = f"window_{os.getpid()}"
        self.url = self.argument = self.server.rsplit("/", 1)[0] + "/" + self.database
        self.connection = self.database
        self._psql(self.server, "-c", f"CREATE DATABASE {self.database}")
        self._psql(self.url, "-f", os.path.join(shared, "data", "schemas", "chinook-pg", "schema.sql"))

    @staticmethod
    def _psql(url, *arguments):
        subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", url, *arguments], check=True, stdout=subprocess.DEVNULL)

    def close(self):
        self._psql(self.server, "-c", f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")


SHOPS = {"sqlite": SqliteShop, "postgresql": PostgresqlShop}
