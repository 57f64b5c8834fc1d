// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/heavy_queries.h"

#include <QFile>

#include <unistd.h>

namespace joinery::test {

QString manyRows(const QString &engine, qint64 rows)
{
    if (engine == u"postgresql")
        return QStringLiteral("SELECT generate_series(1, %1) AS n, repeat('x', 200) AS t").arg(rows);
    if (engine == u"mysql")
        return QStringLiteral("SELECT seq AS n, repeat('x', 200) AS t FROM seq_1_to_%1").arg(rows);
    return QStringLiteral("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT %1) "
                          "SELECT n, printf('%.200c', 'x') AS t FROM c").arg(rows);
}

QString endlessQuery(const QString &engine)
{
    if (engine == u"postgresql")
        return QStringLiteral("SELECT pg_sleep(300)");
    if (engine == u"mysql")
        return QStringLiteral("SELECT count(*) FROM seq_1_to_1000000000 a, seq_1_to_1000000 b");
    return QStringLiteral("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c");
}

qint64 residentKilobytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toLongLong() * (sysconf(_SC_PAGESIZE) / 1024) : 0;
}

} // namespace joinery::test
