// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/executor.h"
#include "support/database.h"

namespace joinery::test {

/// A small populated shop and a revision that adds, rebuilds, backfills and drops: what must come out the same however
/// often it was broken off.
class EventfulRevision
{
public:
    explicit EventfulRevision(const QString &engine);

    const migration::History &history() const { return m_history; }
    static QString base() { return QStringLiteral("aaaaaaaaaaaa"); }
    static QString head() { return QStringLiteral("bbbbbbbbbbbb"); }

    /// Makes the tables and rows of the base, and stamps it.
    Status fill(driver::Connection &connection, const migration::Connector &connector) const;
    Result<migration::ExecutionReport> upgrade(driver::Connection &connection, const migration::Connector &connector) const;
    /// Schema and rows as text, to be compared.
    static Result<QString> picture(driver::Connection &connection);

private:
    QString m_engine;
    migration::History m_history;
    QStringList m_rows;
};

} // namespace joinery::test
