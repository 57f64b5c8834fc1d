// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::migration {

/// Tables and columns as the steps of a plan call them, and as the database calls them before the first of them ran.
class RowSource
{
public:
    RowSource(const dialect::Dialect &dialect, const schema::Catalog &live);

    /// Follows the names through one operation.
    void follow(const operation::Operation &operation);
    /// What stands behind FROM so that the table has the names of the plan; nothing where it, or one of `columns`, does not
    /// exist before the plan runs.
    std::optional<QString> from(const schema::Name &table, const QStringList &columns) const;
    /// The table as the database has it; nullptr where the plan makes it.
    const schema::Table *table(const schema::Name &planned) const;
    QString column(const QString &name) const { return m_dialect.quoteIfNeeded(name); }

private:
    struct Known
    {
        schema::Name name;             ///< in the database
        QMap<QString, QString> columns; ///< planned to present; those that the plan adds are not in it
        bool renamed = false;
    };
    const dialect::Dialect &m_dialect;
    const schema::Catalog &m_live;
    QMap<schema::Name, Known> m_tables;
};

} // namespace joinery::migration
