// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/kept_values.h"

#include <algorithm>

namespace joinery::migration {

using namespace operation;

KeptValues::KeptValues(const schema::Catalog &start)
{
    for (const schema::Table &table : start.tables) {
        if (table.name.name == QLatin1String("alembic_version") || table.name.name == QLatin1String("joinery_journal"))
            continue;
        Table kept{table.name, table.name, {}, table.primaryKey ? table.primaryKey->columns : QStringList(), {}, false, false, {}};
        for (const schema::Column &column : table.columns)
            kept.columns.push_back({column.name, column.name, column.type.kind == schema::TypeKind::Enum ? column.type.enumName.name : QString(),
                                    column.computed ? State::Touched : State::Same});
        m_tables.push_back(std::move(kept));
    }
}

KeptValues::Table *KeptValues::find(const schema::Name &now)
{
    const auto found = std::ranges::find_if(m_tables, [&](const Table &each) { return !each.gone && each.now == now; });
    return found == m_tables.end() ? nullptr : &*found;
}

KeptValues::Column *KeptValues::find(Table &table, const QString &now)
{
    const auto found = std::ranges::find_if(table.columns, [&](const Column &each) { return each.state != State::Gone && each.now == now; });
    return found == table.columns.end() ? nullptr : &*found;
}

void KeptValues::touch(Table &table)
{
    table.rowsTouched = true;
    for (Column &column : table.columns)
        column.state = std::max(column.state, State::Touched);
}

void KeptValues::follow(const Operation &operation, const QString &engine)
{
    const auto touchEnum = [&](const QString &name) {
        for (Table &table : m_tables) {
            for (Column &column : table.columns) {
                if (column.enumName == name)
                    column.state = std::max(column.state, State::Touched);
            }
        }
    };
    std::visit(Overloaded{
        [&](const DropTable &o) { if (Table *table = find(o.table.name)) { touch(*table); table->gone = true; } },
        [&](const RenameTable &o) { if (Table *table = find(o.from)) table->now = o.to; },
        [&](const DropColumn &o) {
            if (Table *table = find(o.table)) {
                if (Column *column = find(*table, o.column.name))
                    column->state = State::Gone;
            }
        },
        [&](const RenameColumn &o) {
            if (Table *table = find(o.table)) {
                if (Column *column = find(*table, o.from))
                    column->now = o.to;
            }
        },
        [&](const AlterColumn &o) {
            const bool values = o.from.type != o.to.type || o.from.computed != o.to.computed || !o.conversion.isEmpty() || !o.nullFill.isEmpty();
            Table *table = values ? find(o.table) : nullptr;
            if (Column *column = table ? find(*table, o.to.name) : nullptr)
                column->state = std::max(column->state, State::Touched);
        },
        [&](const RenameEnum &o) {
            for (Table &table : m_tables) {
                for (Column &column : table.columns) {
                    if (column.enumName == o.from.name)
                        column.enumName = o.to.name;
                }
            }
        },
        [&](const RenameEnumValue &o) { touchEnum(o.type.name); },
        [&](const RebuildEnum &o) { touchEnum(o.from.name.name); },
        [&](const ExecuteSql &o) {
            if (!o.dialects.isEmpty() && !o.dialects.contains(engine))
                return;
            for (Table &table : m_tables) {
                if (o.touches.empty() || std::ranges::find(o.touches, table.now) != o.touches.end())
                    touch(table);
            }
        },
        [](const CreateTable &) {}, [](const AlterTableOptions &) {}, [](const SetTableComment &) {}, [](const AddColumn &) {},
        [](const AddConstraint &) {}, [](const DropConstraint &) {}, [](const RenameConstraint &) {}, [](const CreateIndex &) {},
        [](const DropIndex &) {}, [](const RenameIndex &) {}, [](const CreateEnum &) {}, [](const DropEnum &) {}, [](const AddEnumValue &) {},
        [](const CreateSequence &) {}, [](const DropSequence &) {}, [](const AlterSequence &) {}, [](const CreateView &) {},
        [](const DropView &) {}, [](const ReplaceView &) {}, [](const CreateDefinition &) {}, [](const DropDefinition &) {},
        [](const ReplaceDefinition &) {}}, operation);
}

QString KeptValues::nameNow(const Table &table, const QString &start)
{
    const auto found = std::ranges::find(table.columns, start, &Column::start);
    return found == table.columns.end() ? start : found->now;
}

Status KeptValues::remember(driver::Connection &connection, const dialect::Dialect &dialect, const KeptValues &whole, const CancelToken &token)
{
    for (size_t i = 0; i < m_tables.size(); ++i) {
        Table &table = m_tables[i];
        const Table &later = whole.m_tables[i];
        const bool stays = std::ranges::all_of(later.primaryKey, [&](const QString &name) {
            return std::ranges::any_of(later.columns, [&](const Column &each) { return each.start == name && each.state == State::Same; });
        });
        table.key = stays ? table.primaryKey : QStringList();
        QStringList columns;
        for (const Column &column : table.columns)
            columns.append(column.start);
        JOINERY_TRY_VALUE(table.sums, rowSums(connection, dialect, table.start, columns, table.key, token));
    }
    return {};
}

void KeptValues::takeValuesOf(const KeptValues &other)
{
    for (size_t i = 0; i < m_tables.size(); ++i) {
        m_tables[i].sums = other.m_tables[i].sums;
        m_tables[i].key = other.m_tables[i].key;
    }
}

Result<QStringList> KeptValues::changed(driver::Connection &connection, const dialect::Dialect &dialect, const CancelToken &token) const
{
    QStringList found;
    for (const Table &table : m_tables) {
        if (table.gone)
            continue;
        QStringList columns, key;
        for (const Column &column : table.columns) {
            if (column.state == State::Same)
                columns.append(column.now);
        }
        for (const QString &name : table.key)
            key.append(nameNow(table, name));
        if (columns.isEmpty())
            continue;
        JOINERY_TRY_VALUE(const RowSums now, rowSums(connection, dialect, table.now, columns, key, token));
        if (now.rows != table.sums.rows && !table.rowsTouched) {
            found.append(QStringLiteral("%1: %2 rows instead of %3").arg(table.now.toString()).arg(now.rows).arg(table.sums.rows));
            continue;
        }
        for (const Column &column : table.columns) {
            if (column.state == State::Same && now.columns.value(column.now) != table.sums.columns.value(column.start))
                found.append(table.now.toString() + u'.' + column.now);
        }
    }
    return found;
}

Result<QStringList> KeptValues::notBack(driver::Connection &connection, const dialect::Dialect &dialect, const schema::Catalog &now,
                                        const CancelToken &token) const
{
    QStringList found;
    for (const Table &table : m_tables) {
        const schema::Table *there = now.table(table.start);
        QStringList columns;
        for (const Column &column : table.columns) {
            if (column.state != State::Same && there && there->column(column.start) && !there->column(column.start)->computed)
                columns.append(column.start);
        }
        const bool keyed = there && std::ranges::all_of(table.key, [&](const QString &name) { return there->column(name); });
        if (columns.isEmpty() || !keyed)
            continue;
        JOINERY_TRY_VALUE(const RowSums sums, rowSums(connection, dialect, table.start, columns, table.key, token));
        for (const QString &column : columns) {
            if (sums.columns.value(column) != table.sums.columns.value(column))
                found.append(table.start.toString() + u'.' + column);
        }
    }
    return found;
}

} // namespace joinery::migration
