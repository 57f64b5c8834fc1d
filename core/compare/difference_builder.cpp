// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/difference_builder.h"

#include "core/compare/table_order.h"
#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "core/schema/index_columns.h"

#include <algorithm>

namespace joinery::compare {

namespace {

QString columnKey(const schema::Name &table, const QString &column) { return table.toString() + u'\n' + column; }

bool hasKey(const schema::Table &table, const QStringList &columns)
{
    const QStringList wanted = columns.isEmpty() && table.primaryKey ? table.primaryKey->columns : columns;
    if (table.primaryKey && table.primaryKey->columns == wanted)
        return true;
    if (std::ranges::any_of(table.uniques, [&](const schema::Unique &each) { return each.columns == wanted; }))
        return true;
    return std::ranges::any_of(table.indexes, [&](const schema::Index &index) {
        return index.unique && index.where.isEmpty() && schema::columnsOf(index) == wanted;
    });
}

} // namespace

DifferenceBuilder::DifferenceBuilder(const schema::Catalog &from, const schema::Catalog &to, const Options &options)
    : m_from(from), m_to(to), m_options(options), m_state(from),
      m_fromShape(options, m_state, from.dialect.isEmpty() || to.dialect.isEmpty() || from.dialect == to.dialect),
      m_toShape(options, to, from.dialect.isEmpty() || to.dialect.isEmpty() || from.dialect == to.dialect),
      m_matching(match(from, to, options))
{
}

Result<Difference> DifferenceBuilder::build()
{
    JOINERY_TRY(guard());
    m_result.candidates = candidates(m_matching, m_fromShape, m_toShape);
    createTypes();
    renameAll();
    compareTables();
    clearWay();
    dropForeignKeys();
    dropKeysAndIndexes();
    createTables();
    changeColumns();
    addKeysAndIndexes();
    addForeignKeys();
    dropColumnsAndTables();
    changeTables();
    dropTypes();
    createViews();
    noteColumnOrder();
    noteRequiredColumns();
    JOINERY_TRY(std::move(m_status));
    return std::move(m_result);
}

void DifferenceBuilder::emitOperation(operation::Operation operation)
{
    if (!m_status)
        return;
    if (Status status = operation::apply(m_state, operation); !status) {
        Error error = std::move(status).error();
        error.kind = ErrorKind::Internal;
        error.message = QStringLiteral("The difference could not be put in order at \"%1\": %2")
                            .arg(operation::describe(operation), error.message);
        m_status = fail(std::move(error));
        return;
    }
    m_result.operations.push_back(std::move(operation));
}

Status DifferenceBuilder::guard() const
{
    if (m_options.maximumDropShare >= 1.0 || m_matching.dropped.empty())
        return {};
    const size_t all = m_matching.dropped.size() + m_matching.tables.size();
    if (m_to.tables.empty()) {
        return fail(ErrorKind::Refused, QStringLiteral("The model is empty: this would drop all %1 tables. Were the models not imported?").arg(all));
    }
    if (double(m_matching.dropped.size()) > m_options.maximumDropShare * double(all)) {
        return fail(ErrorKind::Refused, QStringLiteral("This would drop %1 of %2 tables. Were some models not imported?")
                                            .arg(m_matching.dropped.size()).arg(all));
    }
    return {};
}

void DifferenceBuilder::renameAll()
{
    // What stands on a wanted name goes out of the way: under its own new name where it has one, else under a name that
    // it keeps until it is dropped.
    std::vector<std::pair<schema::Name, schema::Name>> open;
    for (const TablePair &pair : m_matching.tables) {
        if (pair.from->name != pair.to->name)
            open.emplace_back(pair.from->name, pair.to->name);
    }
    while (!open.empty() && m_status) {
        auto next = std::ranges::find_if(open, [&](const auto &each) { return !m_state.table(each.second); });
        if (next == open.end()) {
            next = open.begin();
            const schema::Name occupied = next->second;
            const schema::Name aside(occupied.schema, QStringLiteral("_joinery_") + occupied.name);
            emitOperation(operation::RenameTable{occupied, aside});
            const auto waiting = std::ranges::find(open, occupied, [](const auto &each) { return each.first; });
            if (waiting != open.end())
                waiting->first = aside;
            else
                m_movedTables.insert(occupied, aside);
            continue;
        }
        emitOperation(operation::RenameTable{next->first, next->second});
        open.erase(next);
    }
    for (const TablePair &pair : m_matching.tables)
        renameColumns(pair);
}

void DifferenceBuilder::renameColumns(const TablePair &pair)
{
    const schema::Name table = pair.to->name;
    std::vector<std::pair<QString, QString>> open;
    for (const ColumnPair &columns : pair.columns) {
        if (columns.from->name != columns.to->name)
            open.emplace_back(columns.from->name, columns.to->name);
    }
    while (!open.empty() && m_status) {
        const schema::Table &state = *m_state.table(table);
        auto next = std::ranges::find_if(open, [&](const auto &each) { return !state.column(each.second); });
        if (next == open.end()) {
            next = open.begin();
            const QString occupied = next->second;
            const QString aside = QStringLiteral("_joinery_") + occupied;
            emitOperation(operation::RenameColumn{table, occupied, aside});
            const auto waiting = std::ranges::find(open, occupied, [](const auto &each) { return each.first; });
            if (waiting != open.end())
                waiting->first = aside;
            else
                m_movedColumns.insert(columnKey(table, occupied), aside);
            continue;
        }
        emitOperation(operation::RenameColumn{table, next->first, next->second});
        open.erase(next);
    }
}

QStringList DifferenceBuilder::droppedColumns(const TablePair &pair) const
{
    QStringList names;
    for (const schema::Column *column : pair.dropped)
        names.append(m_movedColumns.value(columnKey(pair.to->name, column->name), column->name));
    return names;
}

void DifferenceBuilder::compareTables()
{
    for (const TablePair &pair : m_matching.tables) {
        if (const schema::Table *state = m_state.table(pair.to->name))
            m_changes.push_back(changeOf(*state, *pair.to, droppedColumns(pair), m_fromShape, m_toShape, m_options));
    }
    // A key that goes takes the foreign keys with it that rest on it; those that stay come back at the end.
    for (const schema::Table &table : m_state.tables) {
        const auto own = std::ranges::find(m_changes, table.name, &TableChange::table);
        if (own == m_changes.end())
            continue;
        for (const schema::ForeignKey &key : table.foreignKeys) {
            const auto change = std::ranges::find(m_changes, key.referredTable, &TableChange::table);
            const auto &dropped = own->foreignKeys.dropped;
            if (change == m_changes.end() || std::ranges::find(dropped, key) != dropped.end())
                continue;
            const auto rests = [&](const QStringList &columns) { return key.referredColumns.isEmpty() || columns == key.referredColumns; };
            const bool taken = std::ranges::any_of(change->primaryKey.dropped, [&](const auto &each) { return rests(each.columns); })
                || std::ranges::any_of(change->uniques.dropped, [&](const auto &each) { return each.columns == key.referredColumns; });
            if (taken) {
                own->foreignKeys.dropped.push_back(key);
                own->foreignKeys.added.push_back(key);
            }
        }
    }
}

void DifferenceBuilder::dropForeignKeys()
{
    for (const TableChange &change : m_changes) {
        for (const schema::ForeignKey &key : change.foreignKeys.dropped)
            emitOperation(operation::DropConstraint{change.table, key});
    }
}

void DifferenceBuilder::dropKeysAndIndexes()
{
    for (const TableChange &change : m_changes) {
        for (const schema::Index &index : change.indexes.dropped)
            emitOperation(operation::DropIndex{change.table, index});
        for (const schema::Check &check : change.checks.dropped)
            emitOperation(operation::DropConstraint{change.table, check});
        for (const schema::Exclusion &exclusion : change.exclusions.dropped)
            emitOperation(operation::DropConstraint{change.table, exclusion});
        for (const schema::Unique &unique : change.uniques.dropped)
            emitOperation(operation::DropConstraint{change.table, unique});
        for (const schema::PrimaryKey &key : change.primaryKey.dropped)
            emitOperation(operation::DropConstraint{change.table, key});
        const auto rename = [&](const auto &list) {
            for (const auto &[constraint, name] : list)
                emitOperation(operation::RenameConstraint{change.table, constraint, name});
        };
        // Indexes first: one that is called as a foreign key and gets a name of its own must not follow the key.
        for (const auto &[index, name] : change.indexes.renamed)
            emitOperation(operation::RenameIndex{change.table, index, name});
        rename(change.primaryKey.renamed);
        rename(change.uniques.renamed);
        rename(change.foreignKeys.renamed);
        rename(change.checks.renamed);
        rename(change.exclusions.renamed);
    }
}

void DifferenceBuilder::createTables()
{
    const TableOrder order = creationOrder(m_matching.added);
    for (const schema::Table *table : order.tables) {
        schema::Table created = *table;
        std::vector<schema::ForeignKey> inlined;
        for (size_t i = 0; i < table->foreignKeys.size(); ++i) {
            const schema::ForeignKey &key = table->foreignKeys[i];
            const bool circular = std::ranges::find(order.postponed, std::pair(table, i)) != order.postponed.end();
            const schema::Table *referred = m_state.table(key.referredTable);
            // SQLite refers to what is no key, or not there at all; only what is still to come is waited for.
            const schema::Table *wanted = m_to.table(key.referredTable);
            const auto comes = [&](const QString &column) { return !referred->column(column); };
            const bool early = key.referredTable != table->name && wanted
                && (!referred || std::ranges::any_of(key.referredColumns, comes)
                    || (hasKey(*wanted, key.referredColumns) && !hasKey(*referred, key.referredColumns)));
            if (circular || early)
                m_lateKeys.emplace_back(table->name, key);
            else
                inlined.push_back(key);
        }
        created.foreignKeys = std::move(inlined);
        created.storedDefinition.clear();
        created.estimatedRows.reset();
        emitOperation(operation::CreateTable{std::move(created)});
    }
}

void DifferenceBuilder::changeColumns()
{
    for (const TableChange &change : m_changes) {
        for (const operation::AddColumn &each : change.addedColumns)
            emitOperation(each);
    }
    for (const TableChange &change : m_changes) {
        for (const operation::AlterColumn &each : change.alteredColumns)
            emitOperation(each);
        m_result.conversions.insert(m_result.conversions.end(), change.conversions.begin(), change.conversions.end());
    }
}

void DifferenceBuilder::addKeysAndIndexes()
{
    for (const TableChange &change : m_changes) {
        for (const schema::PrimaryKey &key : change.primaryKey.added)
            emitOperation(operation::AddConstraint{change.table, key});
        for (const schema::Unique &unique : change.uniques.added)
            emitOperation(operation::AddConstraint{change.table, unique});
        for (const schema::Exclusion &exclusion : change.exclusions.added)
            emitOperation(operation::AddConstraint{change.table, exclusion});
        for (const schema::Check &check : change.checks.added)
            emitOperation(operation::AddConstraint{change.table, check});
        for (const schema::Index &index : change.indexes.added)
            emitOperation(operation::CreateIndex{change.table, index});
    }
}

void DifferenceBuilder::addForeignKeys()
{
    for (const TableChange &change : m_changes) {
        for (const schema::ForeignKey &key : change.foreignKeys.added)
            emitOperation(operation::AddConstraint{change.table, key});
    }
    for (const auto &[table, key] : m_lateKeys)
        emitOperation(operation::AddConstraint{table, key});
}

void DifferenceBuilder::dropColumnsAndTables()
{
    // Tables first: one that goes may refer to a column that goes.
    std::vector<schema::Table> dropped;
    for (const schema::Table *table : m_matching.dropped) {
        const schema::Name name = m_movedTables.value(table->name, table->name);
        if (const schema::Table *state = m_state.table(name))
            dropped.push_back(*state);
    }
    std::vector<const schema::Table *> pointers;
    for (const schema::Table &table : dropped)
        pointers.push_back(&table);
    const TableOrder order = creationOrder(pointers);
    for (const auto &[table, key] : order.postponed)
        emitOperation(operation::DropConstraint{table->name, table->foreignKeys[key]});
    for (auto table = order.tables.rbegin(); table != order.tables.rend(); ++table) {
        const schema::Table *state = m_state.table((*table)->name);
        if (state) {
            schema::Table held = *state;
            held.estimatedRows.reset();
            emitOperation(operation::DropTable{std::move(held)});
        }
    }
    for (const TableChange &change : m_changes) {
        for (const schema::Column &column : change.droppedColumns) {
            // Earlier drops moved the neighbours: the place is told as it is now.
            const schema::Table &state = *m_state.table(change.table);
            const qsizetype at = state.columnIndex(column.name);
            std::optional<QString> after;
            if (at >= 0 && at + 1 < qsizetype(state.columns.size()))
                after = at == 0 ? QString() : state.columns[size_t(at) - 1].name;
            emitOperation(operation::DropColumn{change.table, column, after});
        }
    }
}

void DifferenceBuilder::changeTables()
{
    for (const TableChange &change : m_changes) {
        if (change.options)
            emitOperation(*change.options);
        if (change.comment)
            emitOperation(*change.comment);
    }
}

void DifferenceBuilder::noteColumnOrder()
{
    if (!m_options.columnOrder)
        return;
    for (const TablePair &pair : m_matching.tables) {
        qsizetype last = -1;
        bool differs = false;
        for (const ColumnPair &columns : pair.columns) {
            const qsizetype at = columns.from - pair.from->columns.data();
            differs = differs || at < last;
            last = at;
        }
        if (differs) {
            m_result.findings.push_back({Severity::Info, QStringLiteral("CM101"), pair.to->uid, pair.to->name.toString(),
                                         QStringLiteral("The columns of %1 stand in another order.").arg(pair.to->name.toString()), {}});
        }
    }
}

void DifferenceBuilder::noteRequiredColumns()
{
    for (const TableChange &change : m_changes) {
        for (const operation::AddColumn &each : change.addedColumns) {
            const schema::Column &column = each.column;
            if (column.nullable || column.defaultValue || column.identity || column.computed)
                continue;
            const QString object = change.table.toString() + u'.' + column.name;
            m_result.findings.push_back({Severity::Warning, QStringLiteral("DD201"), column.uid, object,
                                         QStringLiteral("%1 is NOT NULL and has no default: rows that are there have no value for it.").arg(object),
                                         QStringLiteral("Give it a default, or a value for the rows that are there.")});
        }
    }
}

Result<Difference> compare(const schema::Catalog &from, const schema::Catalog &to, const Options &options)
{
    return DifferenceBuilder(from, to, options).build();
}

} // namespace joinery::compare
