// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/create_script.h"
#include "core/dialect/generic/ddl_writer.h"

namespace joinery::dialect {

using namespace operation;
using schema::Table;
using Item = CreationOrder::Item;

Result<SqlSteps> DdlWriter::renderAll()
{
    m_steps.clear();
    const CreationOrder order = creationOrder(m_before, !allowsForwardReferences());
    const auto isTrigger = [&](const Item &item) {
        if (item.kind != Item::Kind::Definition)
            return false;
        using Kind = schema::Definition::Kind;
        const Kind kind = m_before.definitions[item.index].kind;
        return kind == Kind::Trigger || kind == Kind::Rule || kind == Kind::Policy || kind == Kind::Event;
    };
    const auto create = [&](const Item &item) -> Status {
        switch (item.kind) {
        case Item::Kind::Enum:
            return write(CreateEnum{m_before.enums[item.index]});
        case Item::Kind::Sequence:
            return write(CreateSequence{m_before.sequences[item.index]});
        case Item::Kind::View:
            if (m_before.views[item.index].query.isEmpty()) // a driver that tells names alone; a finding said so
                return {};
            return write(CreateView{m_before.views[item.index]});
        case Item::Kind::Definition:
            return write(CreateDefinition{m_before.definitions[item.index]});
        case Item::Kind::Table: {
            Table table = m_before.tables[item.index];
            for (size_t key = table.foreignKeys.size(); key-- > 0;) {
                if (order.isLate(item.index, key))
                    table.foreignKeys.erase(table.foreignKeys.begin() + std::ptrdiff_t(key));
            }
            addWholeTable(table);
            return {};
        }
        }
        return {};
    };
    // What needs a view (a function over it) comes with the views, in the order that was found.
    std::vector<Item> early, rest, triggers;
    bool sawView = false;
    for (const Item &item : order.items) {
        sawView = sawView || item.kind == Item::Kind::View;
        if (isTrigger(item))
            triggers.push_back(item);
        else
            (sawView && item.kind != Item::Kind::Table ? rest : early).push_back(item);
    }
    for (const Item &item : early)
        JOINERY_TRY(create(item));
    for (const auto &[table, key] : order.lateForeignKeys)
        addForeignKey(m_before.tables[table].name, m_before.tables[table].foreignKeys[key]);
    for (const Table &table : m_before.tables)
        finishTable(table);
    for (const Item &item : rest)
        JOINERY_TRY(create(item));
    for (const Item &item : triggers)
        JOINERY_TRY(create(item));
    return std::move(m_steps);
}

} // namespace joinery::dialect
