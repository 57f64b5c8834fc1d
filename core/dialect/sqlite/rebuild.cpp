// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/sqlite_ddl.h"
#include "core/dialect/sqlite/sqlite_dialect.h"
#include "core/dialect/sqlite/table_edit.h"

#include "core/operation/apply.h"
#include "core/operation/fit.h"
#include "core/schema/sql_text.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Table;

namespace {

bool isCounted(const Table &table)
{
    return std::ranges::any_of(table.columns, [](const Column &column) { return column.identity.has_value(); });
}

/// Whether the rows have an address of their own that must be copied: tables with an INTEGER PRIMARY KEY have it there.
bool hasHiddenRowid(const Table &table)
{
    if (table.options.contains(QStringLiteral("without_rowid")))
        return false;
    for (const Column &column : table.columns) {
        if (column.name.compare(QLatin1String("rowid"), Qt::CaseInsensitive) == 0)
            return false;
        if (table.primaryKey && table.primaryKey->columns == QStringList{column.name}
            && column.type.kind == schema::TypeKind::Integer)
            return false;
    }
    return true;
}

} // namespace

Status SqliteDdl::rebuildFor(const Operation &operation)
{
    schema::Catalog after = m_before;
    JOINERY_TRY(operation::apply(after, operation));
    const Operation one[] = {operation};
    JOINERY_TRY_VALUE(SqlSteps steps, rebuild(affectedTable(operation), one, after));
    m_steps = std::move(steps);
    return {};
}

void SqliteDdl::copyRows(const Table &from, const Table &to, const QString &fresh, std::span<const Operation> operations)
{
    QStringList columns, values;
    if (hasHiddenRowid(from) && hasHiddenRowid(to)) {
        columns << QStringLiteral("rowid");
        values << QStringLiteral("rowid");
    }
    for (const Column &column : to.columns) {
        if (column.computed)
            continue;
        const Column *old = from.column(column.name);
        QString value = old ? id(column.name) : QString();
        for (const Operation &operation : operations) {
            if (const auto *added = std::get_if<AddColumn>(&operation); added && added->column.name == column.name) {
                value = added->backfill;
            } else if (const auto *altered = std::get_if<AlterColumn>(&operation); altered && altered->to.name == column.name) {
                if (!altered->conversion.isEmpty())
                    value = altered->conversion;
                if (!altered->nullFill.isEmpty() && !altered->to.nullable)
                    value = QStringLiteral("coalesce(%1, %2)").arg(value, altered->nullFill);
            }
        }
        if (value.isEmpty())
            continue; // the default
        columns << id(column.name);
        values << value;
    }
    add(QStringLiteral("INSERT INTO %1 (%2)\nSELECT %3\nFROM %4")
            .arg(fresh, columns.join(QLatin1String(", ")), values.join(QLatin1String(", ")), id(from.name)));
}

QStringList SqliteDdl::tablesToCheck(const Table &table) const
{
    QStringList names;
    if (!table.foreignKeys.empty())
        names << table.name.name;
    for (const Table &other : m_before.tables) {
        const bool refers = std::ranges::any_of(other.foreignKeys, [&](const schema::ForeignKey &key) {
            return key.referredTable == table.name;
        });
        if (refers && other.name != table.name)
            names << other.name.name;
    }
    return names;
}

/// Violations that were there before are none of ours.
void SqliteDdl::checkReferences(const Table &table, bool before)
{
    QStringList selects;
    for (const QString &name : tablesToCheck(table)) {
        selects << QStringLiteral("SELECT \"table\" AS child, \"rowid\" AS child_row, parent FROM pragma_foreign_key_check(%1)")
                       .arg(text(name));
    }
    if (selects.isEmpty())
        return;
    const QString all = selects.join(QLatin1String("\nUNION ALL "));
    if (before) {
        add(QLatin1String("CREATE TEMP TABLE _joinery_violation AS\n") + all);
        return;
    }
    m_steps.push_back({.sql = QStringLiteral("SELECT child, child_row, parent FROM (\n%1\n)\n"
                                             "EXCEPT SELECT child, child_row, parent FROM temp._joinery_violation").arg(all),
                       .expectsNoRows = true,
                       .failure = QStringLiteral("After the change of table %1 rows would refer to rows that are not there.")
                                      .arg(table.name.toString())});
    add(QStringLiteral("DROP TABLE temp._joinery_violation"));
}

Result<SqlSteps> SqliteDdl::rebuild(const Name &name, std::span<const Operation> operations, const schema::Catalog &after)
{
    m_steps.clear();
    const Table *found = after.table(name);
    if (!found || !m_before.table(name))
        return fail(ErrorKind::Undefined, QStringLiteral("There is no table %1.").arg(name.toString()));
    const Table &from = table(name);
    Table to = *found;

    // The text that the table has, or that it would have been created with.
    const QString old = createTableText(from, true);
    TableEdit edit(*this, old);
    schema::Catalog between = m_before;
    bool edited = true;
    for (const Operation &operation : operations) {
        if (const Table *current = between.table(name))
            edited = edited && edit.apply(operation, *current).has_value();
        JOINERY_TRY(operation::apply(between, operation));
    }
    to.storedDefinition.clear();
    const std::optional<CreateTableText> parsed = edited ? CreateTableText::parse(edit.sql()) : std::nullopt;
    const QString sql = parsed && parsed->columns.size() == to.columns.size() ? edit.sql() : createTableText(to, true);
    if (sql == old)
        return SqlSteps(); // nothing that this engine keeps

    const QString plain = QLatin1String("_joinery_new_") + name.name;
    const QString fresh = id(Name(name.schema, plain));
    add(QStringLiteral("PRAGMA foreign_keys = OFF"), SqlStep::Place::Setup);
    checkReferences(to, true);
    TableEdit renamed(*this, sql);
    renamed.rename(plain);
    add(renamed.sql());
    copyRows(from, to, fresh, operations);
    if (isCounted(from) && isCounted(to)) {
        const QString sequence = name.schema.isEmpty() ? QStringLiteral("sqlite_sequence") : QString(id(name.schema) + QLatin1String(".sqlite_sequence"));
        add(QStringLiteral("DELETE FROM %1 WHERE name = %2").arg(sequence, text(plain)));
        add(QStringLiteral("INSERT INTO %1 (name, seq)\nSELECT %2, seq FROM %1 WHERE name = %3")
                .arg(sequence, text(plain), text(name.name)));
    }
    add(QLatin1String("DROP TABLE ") + id(name));
    // Views and triggers that name the table must not stop the rename, nor be changed by it.
    add(QStringLiteral("PRAGMA legacy_alter_table = ON"));
    add(QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(fresh, id(name.name)));
    add(QStringLiteral("PRAGMA legacy_alter_table = OFF"));
    for (const schema::Index &index : to.indexes)
        addIndex(name, index);
    for (const schema::Definition &definition : after.definitions) {
        if (definition.kind == schema::Definition::Kind::Trigger && definition.table == name)
            addDefinition(definition);
    }
    for (const schema::View &view : after.views) {
        if (schema::mentionsTable(view.query, name, QStringLiteral("sqlite")))
            add(QStringLiteral("SELECT * FROM %1 LIMIT 0").arg(id(view.name))); // it must still work
    }
    checkReferences(to, false);
    add(QStringLiteral("PRAGMA legacy_alter_table = OFF"), SqlStep::Place::Teardown);
    m_steps.push_back({.sql = QStringLiteral("PRAGMA foreign_keys = ON"), .place = SqlStep::Place::Teardown,
                       .onlyIf = QStringLiteral("PRAGMA foreign_keys")});
    return std::move(m_steps);
}

void SqliteDdl::carryStoredDefinitions(const Operation &operation, schema::Catalog &after) const
{
    if (const auto *renamed = std::get_if<RenameTable>(&operation)) {
        for (Table &changed : after.tables) {
            const Table *old = m_before.table(changed.name == renamed->to ? renamed->from : changed.name);
            if (!old || old->storedDefinition.isEmpty())
                continue;
            TableEdit edit(*this, old->storedDefinition);
            if (changed.name == renamed->to)
                edit.rename(renamed->to.name);
            edit.renameReferredTable(renamed->from.name, renamed->to.name);
            changed.storedDefinition = edit.sql();
        }
        return;
    }
    if (const auto *renamed = std::get_if<RenameColumn>(&operation)) {
        for (Table &changed : after.tables) {
            const Table *old = m_before.table(changed.name);
            if (!old || old->storedDefinition.isEmpty())
                continue;
            TableEdit edit(*this, old->storedDefinition);
            if (changed.name == renamed->table)
                edit.renameColumn(renamed->from, renamed->to);
            else
                edit.renameReferredColumn(renamed->table.name, renamed->from, renamed->to);
            changed.storedDefinition = edit.sql();
        }
        return;
    }
    const Name name = affectedTable(operation);
    const Table *old = m_before.table(name);
    Table *changed = after.table(name);
    if (!old || !changed || old->storedDefinition.isEmpty() || !changed->storedDefinition.isEmpty())
        return;
    TableEdit edit(*this, old->storedDefinition);
    if (edit.apply(operation, *old))
        changed->storedDefinition = edit.sql();
}

Result<SqlSteps> SqliteDialect::renderOwn(const Operations &operations, const schema::Catalog &start, int serverVersion) const
{
    if (operations.size() == 1 && SqliteDdl(*this, start, serverVersion).isNative(operations.front())) {
        JOINERY_TRY(operation::fits(start, operations.front()));
        return ddlWriter(start, serverVersion)->render(operations.front());
    }
    SqlSteps all;
    Operations waiting; // for one rebuild of one table
    schema::Catalog before = start, first = start;
    const auto flush = [&]() -> Status {
        if (waiting.empty())
            return {};
        JOINERY_TRY_VALUE(SqlSteps steps, SqliteDdl(*this, first, serverVersion).rebuild(affectedTable(waiting.front()), waiting, before));
        std::ranges::move(steps, std::back_inserter(all));
        waiting.clear();
        return {};
    };
    for (const Operation &operation : operations) {
        const SqliteDdl writer(*this, before, serverVersion);
        const bool rebuilds = !writer.isNative(operation)
            || (!waiting.empty() && (std::holds_alternative<AddColumn>(operation) || std::holds_alternative<DropColumn>(operation)));
        if (!rebuilds || (!waiting.empty() && affectedTable(waiting.front()) != affectedTable(operation)))
            JOINERY_TRY(flush());
        if (waiting.empty())
            first = before;
        schema::Catalog next = before;
        JOINERY_TRY(operation::apply(next, operation));
        writer.carryStoredDefinitions(operation, next);
        if (rebuilds) {
            waiting.push_back(operation);
        } else {
            JOINERY_TRY_VALUE(SqlSteps steps, ddlWriter(before, serverVersion)->render(operation));
            std::ranges::move(steps, std::back_inserter(all));
        }
        before = std::move(next);
    }
    JOINERY_TRY(flush());
    return all;
}

} // namespace joinery::dialect
