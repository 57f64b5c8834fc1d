// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/sample.h"

namespace joinery::migration {

namespace {

constexpr qsizetype kTogether = 300;

QStringList referredColumns(const schema::Catalog &catalog, const schema::ForeignKey &key)
{
    const schema::Table *parent = catalog.table(key.referredTable);
    return key.referredColumns.isEmpty() && parent && parent->primaryKey ? parent->primaryKey->columns : key.referredColumns;
}

/// What tells the rows apart: the primary key, else what others refer to.
QStringList keyOf(const schema::Catalog &catalog, const schema::Table &table)
{
    if (table.primaryKey)
        return table.primaryKey->columns;
    for (const schema::Table &each : catalog.tables) {
        for (const schema::ForeignKey &key : each.foreignKeys) {
            if (key.referredTable == table.name)
                return referredColumns(catalog, key);
        }
    }
    return {};
}

} // namespace

Status Sample::choose(const schema::Catalog &catalog)
{
    m_catalog = &catalog;
    for (const schema::Table &table : catalog.tables)
        JOINERY_TRY(begin(table));
    // Parents of parents, until nobody refers to a row that stays behind.
    for (bool more = true; more;) {
        more = false;
        for (const schema::Table &table : catalog.tables) {
            const QStringList rows = std::exchange(m_chosen[table.name].fresh, {});
            more = more || !rows.isEmpty();
            for (const schema::ForeignKey &key : table.foreignKeys)
                JOINERY_TRY(follow(table, key, rows));
        }
    }
    return {};
}

Status Sample::begin(const schema::Table &table)
{
    Chosen &chosen = m_chosen[table.name];
    chosen.key = keyOf(*m_catalog, table);
    if (chosen.key.isEmpty())
        return {};
    QStringList up, down;
    for (const QString &column : chosen.key) {
        up << m_dialect.quote(column);
        down << m_dialect.quote(column) + QLatin1String(" DESC");
    }
    const qint64 half = (m_rows + 1) / 2;
    JOINERY_TRY(add(table, QStringLiteral(" ORDER BY %1 LIMIT %2").arg(up.join(QLatin1String(", "))).arg(half)));
    return add(table, QStringLiteral(" ORDER BY %1 LIMIT %2").arg(down.join(QLatin1String(", "))).arg(m_rows - half));
}

Status Sample::add(const schema::Table &table, const QString &tail)
{
    Chosen &chosen = m_chosen[table.name];
    JOINERY_TRY_VALUE(const driver::RowBlock rows,
                      m_from.fetch(QStringLiteral("SELECT %1 FROM %2%3").arg(m_dialect.quoteAll(chosen.key), from(table), tail), {}, m_token));
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QString here = equal(table, chosen.key, rows, row);
        if (chosen.rows.contains(here))
            continue;
        chosen.rows.insert(here);
        chosen.fresh.append(here);
    }
    return {};
}

Status Sample::follow(const schema::Table &table, const schema::ForeignKey &key, const QStringList &rows)
{
    const schema::Table *parent = m_catalog->table(key.referredTable);
    const QStringList referred = referredColumns(*m_catalog, key);
    if (!parent || referred.size() != key.columns.size())
        return {};
    QStringList present, wanted;
    for (const QString &column : key.columns)
        present << m_dialect.quote(column) + QLatin1String(" IS NOT NULL");
    QSet<QString> seen;
    for (const QString &some : together(rows)) {
        JOINERY_TRY_VALUE(const driver::RowBlock values,
                          m_from.fetch(QStringLiteral("SELECT DISTINCT %1 FROM %2 WHERE %3 AND (%4)")
                                           .arg(m_dialect.quoteAll(key.columns), from(table), present.join(QLatin1String(" AND ")), some), {}, m_token));
        for (int row = 0; row < values.rowCount(); ++row) {
            const QString there = equal(*parent, referred, values, row);
            if (!seen.contains(there))
                wanted.append(there);
            seen.insert(there);
        }
    }
    for (const QString &some : together(wanted))
        JOINERY_TRY(add(*parent, QLatin1String(" WHERE ") + some));
    return {};
}

QStringList Sample::conditions(const schema::Table &table) const
{
    const Chosen chosen = m_chosen.value(table.name);
    if (!chosen.key.isEmpty()) {
        QStringList rows = chosen.rows.values();
        rows.sort();
        QStringList all;
        for (const QString &some : together(rows))
            all << QLatin1String(" WHERE ") + some;
        return all;
    }
    QStringList known;
    for (const schema::ForeignKey &key : table.foreignKeys) {
        const schema::Table *parent = m_catalog->table(key.referredTable);
        const QStringList referred = referredColumns(*m_catalog, key);
        if (!parent || referred.size() != key.columns.size())
            continue;
        QStringList absent, same;
        for (qsizetype i = 0; i < referred.size(); ++i) {
            absent << m_dialect.quote(key.columns[i]) + QLatin1String(" IS NULL");
            same << QStringLiteral("p.%1 = %2.%3").arg(m_dialect.quote(referred[i]), m_dialect.quote(table.name), m_dialect.quote(key.columns[i]));
        }
        const QStringList parents = m_chosen.value(parent->name).rows.values();
        QStringList there;
        for (const QString &some : together(parents))
            there << QStringLiteral("EXISTS (SELECT 1 FROM (SELECT * FROM %1 WHERE %2) AS p WHERE %3)").arg(from(*parent), some, same.join(QLatin1String(" AND ")));
        known << QLatin1Char('(') + (absent + there).join(QLatin1String(" OR ")) + u')';
    }
    const QString where = known.isEmpty() ? QString() : QString(QLatin1String(" WHERE ") + known.join(QLatin1String(" AND ")));
    return {where + QStringLiteral(" LIMIT %1").arg(m_rows)};
}

QString Sample::from(const schema::Table &table) const { return m_dialect.shadowSql().rowsOf.arg(m_dialect.quote(table.name)); }

QStringList Sample::together(const QStringList &rows)
{
    QStringList texts;
    for (qsizetype at = 0; at < rows.size(); at += kTogether)
        texts << rows.mid(at, kTogether).join(QLatin1String(" OR "));
    return texts;
}

QString Sample::equal(const schema::Table &table, const QStringList &columns, const driver::RowBlock &block, int row) const
{
    QStringList same;
    for (int i = 0; i < columns.size(); ++i) {
        const schema::Column *column = table.column(columns[i]);
        const QString name = m_dialect.quote(columns[i]);
        // SQLite lets keys be NULL.
        const QString value = block.isNull(row, i) ? QStringLiteral(" IS NULL")
                                                   : QString(QLatin1String(" = ") + m_dialect.literal(block.value(row, i), column ? column->type : schema::Type()));
        same << name + value;
    }
    return same.size() == 1 ? same.front() : QString(u'(' + same.join(QLatin1String(" AND ")) + u')');
}

} // namespace joinery::migration
