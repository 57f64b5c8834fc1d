# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: section 1 of the design."""
import fnmatch

from source import Finding, Project

# A room may include rooms of its own tier and of every tier before it.
TIERS = [
    ["base"],
    ["schema"],
    ["operation", "compare", "sql", "diagram"],
    ["driver"],
    ["dialect"],
    ["pool", "session", "migration", "transfer", "report", "interop", "project"],
    ["worker"],
]
TIER_OF = {room: tier for tier, rooms in enumerate(TIERS) for room in rooms}
UI_TIER = len(TIERS)
APP_TIER = UI_TIER + 1

# The only headers of these rooms that the window may see: values, and jobs that carry values.
UI_DRIVER_HEADERS = {"core/driver/value.h", "core/driver/row_block.h", "core/driver/url.h"}
UI_WORDS = r"\bdriver::(Connection|Cursor|Driver|ConnectOptions)\b"
WORKER_PRIVATE = {"core/worker/post.h"}

# Third-party headers and the rooms that may see them; "*.cpp" keeps them out of headers.
LIBRARIES = [
    (["sqlite3.h"], ["core/driver/sqlite/*.cpp", "tests/bench/*.cpp"]),
    (["libpq-fe.h", "postgres_ext.h", "libpq/*"], ["core/driver/postgresql/*.cpp", "core/driver/postgresql/libpq.h", "tests/bench/*.cpp"]),
    (["mysql.h", "mysql/*", "mariadb/*", "errmsg.h", "mysqld_error.h"], ["core/driver/mysql/*.cpp", "core/driver/mysql/libmariadb.h", "tests/bench/*.cpp"]),
    (["QSql*", "QtSql*"], ["core/driver/qtsql/*.cpp"]),
    (["sql.h", "sqlext.h", "sqlucode.h"], ["core/driver/qtsql/*.cpp", "core/driver/qtsql/libodbc.h"]),
    (["pg_query.h"], ["core/sql/*.cpp", "core/dialect/postgresql/*.cpp"]),
    (["gvc.h", "cgraph.h", "graphviz/*", "gvcext.h"], ["core/diagram/*.cpp"]),
    (["xlsxwriter.h"], ["core/transfer/*.cpp"]),
    (["CLI/*"], ["app/cli/*"]),
    (["Qsci/*"], ["ui/*", "tests/ui/*"]),
    (["qt6keychain/*", "qtkeychain/*"], ["ui/*.cpp"]),
    (["benchmark/*"], ["tests/bench/*"]),
]


def includes(project: Project):
    """Every include stays in the table of the design."""
    for file in project.cpp:
        for line, header, quoted in file.includes:
            complaint = _our_header(project, file, header) if quoted else None
            complaint = complaint or _library(file, header)
            if complaint:
                yield Finding("includes", file.path, line, complaint)
        if file.path.startswith("ui/"):
            for line in file.matches(UI_WORDS):
                yield Finding("includes", file.path, line,
                              "ui/ reaches a database through core/worker and values alone")


def circles(project: Project):
    """No folder needs, over any way round, a folder that needs it."""
    edges = {}
    for file in project.cpp:
        for line, header, quoted in file.includes:
            here, there = _node(file.room), _node(header.rpartition("/")[0])
            if quoted and there != here and project.exists(header) and not file.path.startswith("tests/"):
                edges.setdefault(here, {}).setdefault(there, (file.path, line, header))
    for circle in _circles(edges):
        path, line, header = edges[circle[0]][circle[1]]
        yield Finding("circles", path, line, f'"{header}" closes a circle: ' + " -> ".join(circle))


def _node(room):
    """The generic dialect is the ground on which the others stand, and so a part of core/dialect itself."""
    return "core/dialect" if room == "core/dialect/generic" else room


def _our_header(project, file, header):
    if header.endswith(".moc") or (header.startswith("moc_") and header.endswith(".cpp")):
        return None
    if not (project.exists(header) or project.exists(header + ".in")):
        if file.path.startswith("tests/") and project.exists("tests/" + header):
            return None
        return f'"{header}" is not a path from the root of the repository'
    if file.path.startswith(("tests/", "core/builtin")):
        return None
    here, there = _tier(file.path), _tier(header)
    if header.startswith("tests/"):
        return "only tests include tests"
    if there > here:
        return f'{file.room} may not include "{header}": it lies above'
    private = _private_folder(header)
    if private and not file.path.startswith(private + "/") and not _generic_for_dialects(file, header):
        return f'"{header}" belongs to {private}/ and core/builtin*.cpp alone'
    if file.path.startswith("ui/"):
        if header.startswith("core/driver/") and header not in UI_DRIVER_HEADERS:
            return f'ui/ may not include "{header}": of core/driver it sees value.h, row_block.h and url.h'
        if header.startswith("core/pool/"):
            return "ui/ may not include the connection pool"
        if header in WORKER_PRIVATE:
            return f'"{header}" is for the jobs of core/worker alone'
    return None


def _tier(path):
    parts = path.split("/")
    if parts[0] == "core":
        # builtin.h stands on the dialects and is used by every room above them.
        return TIER_OF.get(parts[1], TIER_OF["dialect"]) if len(parts) > 2 else TIER_OF["dialect"] + 1
    return UI_TIER if parts[0] == "ui" else APP_TIER


def _private_folder(header):
    """core/driver/sqlite, core/dialect/mysql, ...: seen by themselves and by core/builtin*.cpp."""
    parts = header.split("/")
    if parts[0] == "core" and len(parts) > 3 and parts[1] in ("driver", "dialect"):
        return "/".join(parts[:3])
    return None


def _generic_for_dialects(file, header):
    return file.path.startswith("core/dialect/") and header.startswith("core/dialect/generic/")


def _library(file, header):
    for patterns, rooms in LIBRARIES:
        if any(fnmatch.fnmatchcase(header, pattern) for pattern in patterns):
            if not any(fnmatch.fnmatchcase(file.path, room) for room in rooms):
                return f"<{header}> belongs into {' and '.join(rooms)}"
    return None


def _circles(edges):
    """One circle for each strongly connected set of folders."""
    seen, found = set(), []
    for start in sorted(edges):
        if start in seen:
            continue
        way = _way(edges, start)
        if way:
            found.append(way)
            seen.update(way)
    return found


def _way(edges, start):
    """The shortest way from `start` back to itself, or nothing."""
    ways = [[start]]
    reached = set()
    while ways:
        way = ways.pop(0)
        for room in sorted(edges.get(way[-1], ())):
            if room == start:
                return way + [start]
            if room not in reached:
                reached.add(room)
                ways.append(way + [room])
    return None
