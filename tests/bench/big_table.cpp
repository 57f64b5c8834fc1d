// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/big_table.h"

#include <QFile>

#include <sqlite3.h>
#include <unistd.h>

namespace joinery::bench {

namespace {

bool make(const QString &path)
{
    sqlite3 *database = nullptr;
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh);
    const bool made =
        sqlite3_open(fresh.toUtf8().constData(), &database) == SQLITE_OK &&
        sqlite3_exec(database,
                     "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                     "CREATE TABLE event (id INTEGER PRIMARY KEY, name TEXT NOT NULL, amount NUMERIC, happened TEXT);"
                     "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 10000000) "
                     "INSERT INTO event SELECT x, 'event ' || x, x % 1000 / 8.0, date('2000-01-01', '+' || (x % 9000) || ' days') FROM c",
                     nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return made && QFile::rename(fresh, path);
}

} // namespace

QString bigTable()
{
    const QString path = QStringLiteral(JOINERY_BENCH_TABLE);
    return QFile::exists(path) || make(path) ? path : QString();
}

double residentMegabytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const qint64 pages = statm.readAll().split(' ').value(1).toLongLong();
    return double(pages) * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace joinery::bench
