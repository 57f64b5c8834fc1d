// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/row_source.h"

#include "core/operation/apply.h"

namespace joinery::migration {

using namespace operation;

RowSource::RowSource(const dialect::Dialect &dialect, const schema::Catalog &live) : m_dialect(dialect), m_live(live)
{
    for (const schema::Table &table : live.tables) {
        Known known{table.name, {}, false};
        for (const schema::Column &column : table.columns)
            known.columns.insert(column.name, column.name);
        m_tables.insert(table.name, known);
    }
}

void RowSource::follow(const Operation &operation)
{
    if (const auto *o = std::get_if<RenameTable>(&operation)) {
        if (m_tables.contains(o->from))
            m_tables.insert(o->to, m_tables.take(o->from));
        return;
    }
    if (const auto *o = std::get_if<CreateTable>(&operation)) {
        m_tables.remove(o->table.name);
        return;
    }
    const auto known = m_tables.find(affectedTable(operation));
    if (known == m_tables.end())
        return;
    if (std::holds_alternative<DropTable>(operation)) {
        m_tables.erase(known);
    } else if (const auto *o = std::get_if<RenameColumn>(&operation)) {
        if (known->columns.contains(o->from))
            known->columns.insert(o->to, known->columns.take(o->from));
        known->renamed = true;
    } else if (const auto *o = std::get_if<DropColumn>(&operation)) {
        known->columns.remove(o->column.name);
    } else if (const auto *o = std::get_if<AddColumn>(&operation)) {
        known->columns.remove(o->column.name);
    } else if (const auto *o = std::get_if<AlterColumn>(&operation)) {
        // What a step fills or converts is not what is there now.
        if (!o->nullFill.isEmpty() || !o->conversion.isEmpty())
            known->columns.remove(o->to.name);
    }
}

const schema::Table *RowSource::table(const schema::Name &planned) const
{
    const auto known = m_tables.find(planned);
    return known == m_tables.end() ? nullptr : m_live.table(known->name);
}

std::optional<QString> RowSource::from(const schema::Name &table, const QStringList &columns) const
{
    const auto known = m_tables.find(table);
    if (known == m_tables.end())
        return std::nullopt;
    for (const QString &each : columns) {
        if (!known->columns.contains(each))
            return std::nullopt;
    }
    const QString present = known->name.schema.isEmpty() ? m_dialect.quoteIfNeeded(known->name.name) : m_dialect.quote(known->name);
    if (!known->renamed)
        return present;
    QStringList list;
    for (const auto &[planned, now] : known->columns.asKeyValueRange())
        list << (planned == now ? column(now) : QString(column(now) + QLatin1String(" AS ") + column(planned)));
    return QStringLiteral("(SELECT %1 FROM %2)").arg(list.join(QLatin1String(", ")), present);
}

} // namespace joinery::migration
