// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/insert_if_new.h"

namespace joinery::dialect {

namespace {

/// "INSERT INTO book (id, title) ", and one placeholder for each column.
InsertIfNew begun(const Dialect &dialect, const schema::Name &table, const QStringList &columns, QString &placeholders)
{
    InsertIfNew insert;
    insert.sql = QStringLiteral("INSERT INTO %1 (%2) ").arg(dialect.quote(table), dialect.quoteAll(columns));
    QStringList marks;
    for (int i = 0; i < columns.size(); ++i) {
        insert.parameters.push_back(i);
        marks.append(dialect.placeholder(i + 1));
    }
    placeholders = marks.join(QStringLiteral(", "));
    return insert;
}

} // namespace

InsertIfNew insertOnConflict(const Dialect &dialect, const schema::Name &table, const QStringList &columns, const QStringList &key,
                             const QString &overriding)
{
    QString placeholders;
    InsertIfNew insert = begun(dialect, table, columns, placeholders);
    insert.sql += QStringLiteral("%1VALUES (%2) ON CONFLICT (%3) DO NOTHING").arg(overriding, placeholders, dialect.quoteAll(key));
    return insert;
}

InsertIfNew insertWhereNotExists(const Dialect &dialect, const schema::Name &table, const QStringList &columns, const QStringList &key)
{
    QString placeholders;
    InsertIfNew insert = begun(dialect, table, columns, placeholders);
    QStringList same;
    for (const QString &column : key) {
        insert.parameters.push_back(int(columns.indexOf(column)));
        same.append(QStringLiteral("%1 = %2").arg(dialect.quote(column), dialect.placeholder(int(insert.parameters.size()))));
    }
    insert.sql += QStringLiteral("SELECT %1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM %2 WHERE %3)")
                      .arg(placeholders, dialect.quote(table), same.join(QStringLiteral(" AND ")));
    return insert;
}

} // namespace joinery::dialect
