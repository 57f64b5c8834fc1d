// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QTest>

namespace joinery::test {

/// The rows of a test of statements that fail: columns "sql", "kind" and "offset", which is -1 where none is told.
class ErrorRows
{
public:
    ErrorRows()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("offset");
    }
    void operator()(const char *sql, ErrorKind kind, int offset = -1) const
    {
        QTest::newRow(sql) << QString::fromUtf8(sql) << int(kind) << offset;
    }
};

} // namespace joinery::test
