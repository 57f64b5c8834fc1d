// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/rehearsal/shadow.h"

namespace joinery::migration {

/// The columns of a table that can be written, in their order: all but the computed ones.
QStringList writtenColumns(const schema::Table &table);

/// Takes rows from one database into another one that has the same tables. Both connections are used by nobody else meanwhile; a
/// transaction is open on the source.
class RowCopy
{
public:
    RowCopy(const dialect::Dialect &dialect, driver::Connection &from, driver::Connection &to, const ShadowOptions &options, const CancelToken &token)
        : m_dialect(dialect), m_sql(dialect.shadowSql()), m_from(from), m_to(to), m_options(options), m_token(token) {}

    Status run(const schema::Catalog &catalog);
    const std::vector<CopiedRows> &rows() const { return m_rows; }

private:
    Result<qint64> copy(const schema::Table &table, const QString &select);
    Status sample(const schema::Catalog &catalog);
    Status setCounters();
    QString select(const schema::Table &table) const;
    QString id(const schema::Name &name) const { return m_dialect.quote(name); }

    const dialect::Dialect &m_dialect;
    const dialect::ShadowSql m_sql;
    driver::Connection &m_from;
    driver::Connection &m_to;
    const ShadowOptions &m_options;
    const CancelToken &m_token;
    std::vector<CopiedRows> m_rows;
};

} // namespace joinery::migration
