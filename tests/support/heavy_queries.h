// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::test {

/// A query of `rows` rows with a number n and a text t of 200 characters, in the words of the engine.
QString manyRows(const QString &engine, qint64 rows);

/// A query that runs for minutes on the server and needs no memory there.
QString endlessQuery(const QString &engine);

/// What this process holds in memory now.
qint64 residentKilobytes();

} // namespace joinery::test
