// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/row_copy.h"

#include "core/migration/rehearsal/sample.h"

namespace joinery::migration {

namespace {

constexpr int kBlock = 1000;

bool isVersionTable(const schema::Table &table) { return table.name.name == QLatin1String("alembic_version"); }

/// A table whose rows are those of its partitions.
bool isPartitioned(const schema::Table &table) { return table.options.contains(QStringLiteral("partition_by")); }

} // namespace

QStringList writtenColumns(const schema::Table &table)
{
    QStringList names;
    for (const schema::Column &column : table.columns) {
        if (!column.computed)
            names.append(column.name);
    }
    return names;
}

QString RowCopy::select(const schema::Table &table) const
{
    return QStringLiteral("SELECT %1 FROM %2").arg(m_dialect.quoteAll(writtenColumns(table)), m_sql.rowsOf.arg(id(table.name)));
}

Status RowCopy::run(const schema::Catalog &catalog)
{
    JOINERY_TRY(m_to.begin());
    Status status = m_options.level == CopyLevel::Sample ? sample(catalog) : Status();
    for (const schema::Table &table : catalog.tables) {
        const bool wanted = m_options.level == CopyLevel::Full || isVersionTable(table);
        if (!status || !wanted || (isPartitioned(table) && m_sql.rowsOf != QLatin1String("%1")))
            continue;
        const Result<qint64> rows = copy(table, select(table));
        if (rows)
            m_rows.push_back({table.name, *rows, *rows});
        else
            status = fail(rows.error());
    }
    if (status)
        status = setCounters();
    if (status)
        return m_to.commit();
    (void)m_to.rollback();
    return status;
}

Result<qint64> RowCopy::copy(const schema::Table &table, const QString &sql)
{
    const QStringList columns = writtenColumns(table);
    if (columns.isEmpty())
        return 0;
    driver::BulkTarget target{id(table.name), {}, table.name.name};
    for (const QString &column : columns)
        target.columns.append(m_dialect.quote(column));
    JOINERY_TRY_VALUE(const auto cursor, m_from.execute(sql, m_token));
    JOINERY_TRY_VALUE(const auto bulk, m_to.bulkInsert(target, m_token));
    driver::RowBlock block;
    qint64 count = 0;
    while (true) {
        JOINERY_TRY(m_token.check());
        JOINERY_TRY(cursor->read(block, kBlock));
        if (block.rowCount() == 0)
            break;
        JOINERY_TRY(bulk->write(block, 0, block.rowCount()));
        count += block.rowCount();
        if (m_options.progress)
            m_options.progress(table.name.toString(), count);
    }
    JOINERY_TRY(bulk->finish());
    return count;
}

Status RowCopy::sample(const schema::Catalog &catalog)
{
    Sample sample(m_dialect, m_from, m_options.sampleRows, m_token);
    JOINERY_TRY(sample.choose(catalog));
    for (const schema::Table &table : catalog.tables) {
        if (isVersionTable(table) || isPartitioned(table))
            continue;
        CopiedRows rows{table.name, 0, 0};
        for (const QString &where : sample.conditions(table)) {
            JOINERY_TRY_VALUE(const qint64 copied, copy(table, select(table) + where));
            rows.copied += copied;
        }
        JOINERY_TRY_VALUE(const driver::RowBlock counted, m_from.fetch(QStringLiteral("SELECT count(*) FROM %1").arg(m_sql.rowsOf.arg(id(table.name))), {}, m_token));
        rows.source = counted.value(0, 0).toText().toLongLong();
        m_rows.push_back(rows);
    }
    return {};
}

Status RowCopy::setCounters()
{
    if (m_sql.counters.isEmpty() || m_options.level == CopyLevel::Schema)
        return {};
    JOINERY_TRY_VALUE(const driver::RowBlock statements, m_from.fetch(m_sql.counters, {}, m_token));
    for (int row = 0; row < statements.rowCount(); ++row)
        JOINERY_TRY(m_to.run(statements.value(row, 0).toText(), {}, m_token));
    return {};
}

} // namespace joinery::migration
