// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/migration/revision_steps.h"

namespace joinery::migration {

/// Alembic's own table, one row for each head: alembic_version(version_num VARCHAR(32) NOT NULL, CONSTRAINT
/// alembic_version_pkc PRIMARY KEY (version_num)).
class VersionTable
{
public:
    explicit VersionTable(const dialect::Dialect &dialect,
                          schema::Name name = schema::Name(QStringLiteral("alembic_version")));
    const schema::Name &name() const { return m_name; }

    /// Sorted; nothing where there is no such table.
    Result<QStringList> read(driver::Connection &connection, const CancelToken &token = {}) const;
    /// Creates it where it is missing.
    Status ensure(driver::Connection &connection, const CancelToken &token = {}) const;
    /// Fails with Conflict where an edit did not hit exactly one row.
    Status write(driver::Connection &connection, const VersionEdits &edits, const CancelToken &token = {}) const;

    QString createSql() const;
    QString dropSql() const;
    QString sql(const VersionEdit &edit) const; ///< with the id as a literal, as Alembic writes it

private:
    const dialect::Dialect *m_dialect;
    schema::Name m_name;
};

} // namespace joinery::migration
