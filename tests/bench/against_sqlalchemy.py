#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The unit of work beside SQLAlchemy's ORM and a bare loop in C, in turn: medians and their ratios.

    cmake --preset bench && cmake --build --preset bench --target joinery-session-bench
    /usr/bin/python3 tests/bench/against_sqlalchemy.py [--bench build/bench/bin/joinery-session-bench] [--repeat 5]

Wants Debian's python3-sqlalchemy. All work on databases in memory, on the same table and the same rows.
"""
import argparse
import json
import os
import statistics
import subprocess
import time

from sqlalchemy import Column, Integer, String, create_engine, select
from sqlalchemy.orm import Session, declarative_base

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
INSERTED, CHANGED = 200000, 100000
NOTE = "some longer text that is the same for each"
Base = declarative_base()


class Item(Base):
    __tablename__ = "item"
    id = Column(Integer, primary_key=True)
    name = Column(String(40), nullable=False)
    amount = Column(Integer)
    note = Column(String(60))


def opened():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    return Session(engine, future=True)


def insert(session, rows):
    session.add_all([Item(name="name of item %d" % i, amount=i, note=NOTE) for i in range(rows)])
    session.commit()


def timed(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def sqlalchemy_insert():
    session = opened()
    return timed(lambda: insert(session, INSERTED))


def sqlalchemy_change(change):
    session = opened()
    insert(session, CHANGED)
    items = session.execute(select(Item).order_by(Item.id)).scalars().all()

    def work():
        for item in items:
            change(session, item)
        session.commit()

    return timed(work)


def update(_, item):
    item.amount = item.id * 7


ORM = {
    "Insert200000": sqlalchemy_insert,
    "Update100000": lambda: sqlalchemy_change(update),
    "Delete100000": lambda: sqlalchemy_change(lambda session, item: session.delete(item)),
}


def benchmarks(program):
    out = subprocess.run([program, "--benchmark_format=json"], check=True, stdout=subprocess.PIPE).stdout
    return {entry["name"].replace("/real_time", ""): entry["real_time"] for entry in json.loads(out)["benchmarks"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", default=os.path.join(ROOT, "build/bench/bin/joinery-session-bench"))
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    times = {}
    for _ in range(options.repeat):
        for name, value in benchmarks(options.bench).items():
            times.setdefault(name, []).append(value)
        for name, run in ORM.items():
            times.setdefault(name + "/sqlalchemy", []).append(run())
    print("| | bare C loop | session | SQLAlchemy | beside the loop | faster than SQLAlchemy |\n| --- | --- | --- | --- | --- | --- |")
    for name in ORM:
        bare, session, orm = (statistics.median(times[name + end]) for end in ("/bare", "/session", "/sqlalchemy"))
        print("| %s | %.0f ms | %.0f ms | %.0f ms | %.2fx | %.1f times |" % (name, bare, session, orm, session / bare, orm / session))


if __name__ == "__main__":
    main()
