// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/apply.h"

#include "core/operation/fit.h"
#include "core/operation/lookup.h"
#include "core/operation/rename.h"

namespace joinery::operation {

namespace {

template <class Element>
void insertAt(std::vector<Element> &elements, const std::optional<int> &position, Element element)
{
    const size_t at = position && *position >= 0 ? std::min(size_t(*position), elements.size()) : elements.size();
    elements.insert(elements.begin() + std::ptrdiff_t(at), std::move(element));
}

/// What replaces an element keeps its identity where it brings none.
template <class Element>
Element withIdentityOf(const Element &old, Element element)
{
    if (element.uid.isNull())
        element.uid = old.uid;
    return element;
}

/// One overload for each operation; `fit.h` has made sure before that it can be done.
class Change
{
public:
    explicit Change(schema::Catalog &catalog) : m_catalog(catalog) {}

    void operator()(const CreateTable &o) { insertAt(m_catalog.tables, o.position, o.table); }
    void operator()(const DropTable &o) { erase(m_catalog.tables, indexOf(m_catalog.tables, o.table.name)); }
    void operator()(const RenameTable &o)
    {
        table(o.from).name = o.to;
        renameTableEverywhere(m_catalog, o.from, o.to);
    }
    void operator()(const AlterTableOptions &o) { table(o.table).options = o.to; }
    void operator()(const SetTableComment &o) { table(o.table).comment = o.to; }
    void operator()(const AddColumn &o)
    {
        schema::Table &changed = table(o.table);
        std::optional<int> position;
        if (o.after)
            position = o.after->isEmpty() ? 0 : int(changed.columnIndex(*o.after) + 1);
        if (position == 0 && !o.after->isEmpty())
            position.reset(); // the column that it stood behind is gone
        insertAt(changed.columns, position, o.column);
    }
    void operator()(const DropColumn &o)
    {
        schema::Table &changed = table(o.table);
        erase(changed.columns, changed.columnIndex(o.column.name));
    }
    void operator()(const RenameColumn &o)
    {
        table(o.table).column(o.from)->name = o.to;
        renameColumnEverywhere(m_catalog, o.table, o.from, o.to);
    }
    void operator()(const AlterColumn &o)
    {
        schema::Column &column = *table(o.table).column(o.from.name);
        column = withIdentityOf(column, o.to);
    }
    void operator()(const AddConstraint &o)
    {
        schema::Table &changed = table(o.table);
        std::visit(Overloaded{
            [&](const schema::PrimaryKey &key) { changed.primaryKey = key; },
            [&](const schema::Unique &unique) { insertAt(changed.uniques, o.position, unique); },
            [&](const schema::ForeignKey &key) { insertAt(changed.foreignKeys, o.position, key); },
            [&](const schema::Check &check) { insertAt(changed.checks, o.position, check); },
            [&](const schema::Exclusion &exclusion) { insertAt(changed.exclusions, o.position, exclusion); },
        }, o.constraint);
    }
    void operator()(const DropConstraint &o)
    {
        schema::Table &changed = table(o.table);
        std::visit(Overloaded{
            [&](const schema::PrimaryKey &) { changed.primaryKey.reset(); },
            [&](const schema::Unique &wanted) { erase(changed.uniques, indexOf(changed.uniques, wanted)); },
            [&](const schema::ForeignKey &wanted) { erase(changed.foreignKeys, indexOf(changed.foreignKeys, wanted)); },
            [&](const schema::Check &wanted) { erase(changed.checks, indexOf(changed.checks, wanted)); },
            [&](const schema::Exclusion &wanted) { erase(changed.exclusions, indexOf(changed.exclusions, wanted)); },
        }, o.constraint);
    }
    void operator()(const RenameConstraint &o)
    {
        schema::Table &changed = table(o.table);
        std::visit(Overloaded{
            [&](const schema::PrimaryKey &) { changed.primaryKey->name = o.to; },
            [&](const schema::Unique &wanted) { rename(changed.uniques, wanted, o.to); },
            [&](const schema::ForeignKey &wanted) {
                const qsizetype at = indexOf(changed.foreignKeys, wanted);
                const qsizetype index = at < 0 || m_catalog.dialect != u"mysql" ? -1 : indexOfKey(changed, changed.foreignKeys[size_t(at)]);
                if (index >= 0)
                    changed.indexes[size_t(index)].name = o.to;
                rename(changed.foreignKeys, wanted, o.to);
            },
            [&](const schema::Check &wanted) { rename(changed.checks, wanted, o.to); },
            [&](const schema::Exclusion &wanted) { rename(changed.exclusions, wanted, o.to); },
        }, o.constraint);
    }
    void operator()(const CreateIndex &o) { insertAt(table(o.table).indexes, o.position, o.index); }
    void operator()(const DropIndex &o)
    {
        std::vector<schema::Index> &indexes = table(o.table).indexes;
        erase(indexes, indexOf(indexes, o.index));
    }
    void operator()(const RenameIndex &o) { rename(table(o.table).indexes, o.index, o.to); }

    void operator()(const CreateEnum &o) { insertAt(m_catalog.enums, o.position, o.type); }
    void operator()(const DropEnum &o) { erase(m_catalog.enums, indexOf(m_catalog.enums, o.type.name)); }
    void operator()(const RenameEnum &o)
    {
        m_catalog.enumType(o.from)->name = o.to;
        renameEnumEverywhere(m_catalog, o.from, o.to);
    }
    void operator()(const AddEnumValue &o)
    {
        QStringList &values = m_catalog.enumType(o.type)->values;
        values.insert(o.before ? values.indexOf(*o.before) : values.size(), o.value);
    }
    void operator()(const RenameEnumValue &o)
    {
        QStringList &values = m_catalog.enumType(o.type)->values;
        values.replace(values.indexOf(o.from), o.to);
        renameLabelEverywhere(m_catalog, o.type, o.from, o.to);
    }
    void operator()(const RebuildEnum &o)
    {
        schema::EnumType &type = *m_catalog.enumType(o.from.name);
        type = withIdentityOf(type, o.to);
        if (o.from.name != o.to.name)
            renameEnumEverywhere(m_catalog, o.from.name, o.to.name);
        for (const auto &[old, fresh] : o.mapping.asKeyValueRange())
            renameLabelEverywhere(m_catalog, o.to.name, old, fresh);
    }

    void operator()(const CreateSequence &o) { insertAt(m_catalog.sequences, o.position, o.sequence); }
    void operator()(const DropSequence &o) { erase(m_catalog.sequences, indexOf(m_catalog.sequences, o.sequence.name)); }
    void operator()(const AlterSequence &o) { replace(m_catalog.sequences, indexOf(m_catalog.sequences, o.from.name), o.to); }
    void operator()(const CreateView &o) { insertAt(m_catalog.views, o.position, o.view); }
    void operator()(const DropView &o) { erase(m_catalog.views, indexOf(m_catalog.views, o.view.name)); }
    void operator()(const ReplaceView &o) { replace(m_catalog.views, indexOf(m_catalog.views, o.from.name), o.to); }
    void operator()(const CreateDefinition &o) { insertAt(m_catalog.definitions, o.position, o.definition); }
    void operator()(const DropDefinition &o) { erase(m_catalog.definitions, indexOf(m_catalog.definitions, o.definition)); }
    void operator()(const ReplaceDefinition &o)
    {
        replace(m_catalog.definitions, indexOf(m_catalog.definitions, o.from), o.to);
    }
    void operator()(const ExecuteSql &) {}

private:
    schema::Table &table(const Name &name) { return *m_catalog.table(name); }

    template <class Element>
    static void erase(std::vector<Element> &elements, qsizetype index)
    {
        elements.erase(elements.begin() + index);
    }
    template <class Element>
    static void replace(std::vector<Element> &elements, qsizetype index, const Element &with)
    {
        elements[size_t(index)] = withIdentityOf(elements[size_t(index)], with);
    }
    template <class Element>
    static void rename(std::vector<Element> &elements, const Element &wanted, const QString &to)
    {
        elements[size_t(indexOf(elements, wanted))].name = to;
    }

    schema::Catalog &m_catalog;
};

} // namespace

Status apply(schema::Catalog &catalog, const Operation &operation)
{
    JOINERY_TRY(fits(catalog, operation));
    if (schema::Table *changed = catalog.table(affectedTable(operation));
        changed && !std::holds_alternative<CreateIndex>(operation) && !std::holds_alternative<DropIndex>(operation)
        && !std::holds_alternative<RenameIndex>(operation))
        changed->storedDefinition.clear();
    std::visit(Change(catalog), operation);
    return {};
}

Status applyAll(schema::Catalog &catalog, const Operations &operations)
{
    for (const Operation &operation : operations)
        JOINERY_TRY(apply(catalog, operation));
    return {};
}

Name affectedTable(const Operation &operation)
{
    return std::visit(Overloaded{
        [](const CreateTable &o) { return o.table.name; },
        [](const DropTable &o) { return o.table.name; },
        [](const RenameTable &o) { return o.from; },
        [](const AlterTableOptions &o) { return o.table; },
        [](const SetTableComment &o) { return o.table; },
        [](const AddColumn &o) { return o.table; },
        [](const DropColumn &o) { return o.table; },
        [](const RenameColumn &o) { return o.table; },
        [](const AlterColumn &o) { return o.table; },
        [](const AddConstraint &o) { return o.table; },
        [](const DropConstraint &o) { return o.table; },
        [](const RenameConstraint &o) { return o.table; },
        [](const CreateIndex &o) { return o.table; },
        [](const DropIndex &o) { return o.table; },
        [](const RenameIndex &o) { return o.table; },
        [](const CreateEnum &) { return Name(); },
        [](const DropEnum &) { return Name(); },
        [](const RenameEnum &) { return Name(); },
        [](const AddEnumValue &) { return Name(); },
        [](const RenameEnumValue &) { return Name(); },
        [](const RebuildEnum &) { return Name(); },
        [](const CreateSequence &) { return Name(); },
        [](const DropSequence &) { return Name(); },
        [](const AlterSequence &) { return Name(); },
        [](const CreateView &) { return Name(); },
        [](const DropView &) { return Name(); },
        [](const ReplaceView &) { return Name(); },
        [](const CreateDefinition &) { return Name(); },
        [](const DropDefinition &) { return Name(); },
        [](const ReplaceDefinition &) { return Name(); },
        [](const ExecuteSql &) { return Name(); },
    }, operation);
}

} // namespace joinery::operation
