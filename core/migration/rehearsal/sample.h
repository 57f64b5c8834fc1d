// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <QSet>

namespace joinery::migration {

/// Some rows of every table, and all rows that they refer to over foreign keys, over any number of tables: what is copied
/// breaks no key. The first and the last rows by the primary key; a table without one gives rows whose parents came along.
class Sample
{
public:
    Sample(const dialect::Dialect &dialect, driver::Connection &from, qint64 rows, const CancelToken &token)
        : m_dialect(dialect), m_from(from), m_rows(rows), m_token(token) {}

    Status choose(const schema::Catalog &catalog);
    /// What stands behind "SELECT ... FROM table": one text for some hundred rows each, every row in one of them.
    QStringList conditions(const schema::Table &table) const;

private:
    struct Chosen
    {
        QStringList key;     ///< columns that tell the rows apart
        QSet<QString> rows;  ///< "id = 5", one for each
        QStringList fresh;   ///< those whose parents were not looked for yet
    };
    Status begin(const schema::Table &table);
    Status follow(const schema::Table &table, const schema::ForeignKey &key, const QStringList &rows);
    Status add(const schema::Table &table, const QString &tail);
    QString from(const schema::Table &table) const;
    static QStringList together(const QStringList &rows);
    QString equal(const schema::Table &table, const QStringList &columns, const driver::RowBlock &block, int row) const;

    const dialect::Dialect &m_dialect;
    driver::Connection &m_from;
    qint64 m_rows;
    const CancelToken &m_token;
    const schema::Catalog *m_catalog = nullptr;
    QHash<schema::Name, Chosen> m_chosen;
};

} // namespace joinery::migration
