// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/apply.h"
#include "core/operation/lookup.h"

namespace joinery::operation {

namespace {

std::optional<int> position(qsizetype index) { return index < 0 ? std::nullopt : std::optional<int>(int(index)); }

/// The element as the catalogue holds it, or as the operation does.
template <class Element, class Wanted>
Element held(const std::vector<Element> &elements, const Wanted &wanted, const Element &otherwise)
{
    const qsizetype index = indexOf(elements, wanted);
    return index < 0 ? otherwise : elements[size_t(index)];
}

class Inverse
{
public:
    explicit Inverse(const schema::Catalog &before) : m_before(before) {}

    using Answer = std::optional<Operation>;
    Answer operator()(const CreateTable &o) const { return DropTable{o.table}; }
    Answer operator()(const DropTable &o) const
    {
        return CreateTable{held(m_before.tables, o.table.name, o.table), position(indexOf(m_before.tables, o.table.name))};
    }
    Answer operator()(const RenameTable &o) const { return RenameTable{o.to, o.from}; }
    Answer operator()(const AlterTableOptions &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        return AlterTableOptions{o.table, o.to, table ? table->options : o.from};
    }
    Answer operator()(const SetTableComment &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        return SetTableComment{o.table, o.to, table ? table->comment : o.from};
    }
    Answer operator()(const AddColumn &o) const { return DropColumn{o.table, o.column, o.after}; }
    Answer operator()(const DropColumn &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        const qsizetype index = table ? table->columnIndex(o.column.name) : -1;
        if (index < 0)
            return AddColumn{o.table, o.column, o.after, {}};
        const QString after = index == 0 ? QString() : table->columns[size_t(index - 1)].name;
        const bool last = index == qsizetype(table->columns.size()) - 1;
        return AddColumn{o.table, table->columns[size_t(index)], last ? std::nullopt : std::optional(after), {}};
    }
    Answer operator()(const RenameColumn &o) const { return RenameColumn{o.table, o.to, o.from}; }
    Answer operator()(const AlterColumn &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        const schema::Column *column = table ? table->column(o.from.name) : nullptr;
        return AlterColumn{o.table, o.to, column ? *column : o.from, o.reverseConversion, o.conversion, {}};
    }
    Answer operator()(const AddConstraint &o) const { return DropConstraint{o.table, o.constraint}; }
    Answer operator()(const DropConstraint &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        const std::optional<Constraint> constraint = table ? find(*table, o.constraint) : std::nullopt;
        if (!constraint)
            return AddConstraint{o.table, o.constraint};
        const std::optional<int> place = std::visit(Overloaded{
            [&](const schema::PrimaryKey &) { return std::optional<int>(); },
            [&](const schema::Unique &wanted) { return position(indexOf(table->uniques, wanted)); },
            [&](const schema::ForeignKey &wanted) { return position(indexOf(table->foreignKeys, wanted)); },
            [&](const schema::Check &wanted) { return position(indexOf(table->checks, wanted)); },
            [&](const schema::Exclusion &wanted) { return position(indexOf(table->exclusions, wanted)); },
        }, *constraint);
        return AddConstraint{o.table, *constraint, place};
    }
    Answer operator()(const RenameConstraint &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        const std::optional<Constraint> found = table ? find(*table, o.constraint) : std::nullopt;
        Constraint renamed = found ? *found : o.constraint;
        const QString old = nameOf(renamed);
        std::visit(Overloaded{
            [&](schema::PrimaryKey &key) { key.name = o.to; },
            [&](schema::Unique &unique) { unique.name = o.to; },
            [&](schema::ForeignKey &key) { key.name = o.to; },
            [&](schema::Check &check) { check.name = o.to; },
            [&](schema::Exclusion &exclusion) { exclusion.name = o.to; },
        }, renamed);
        return RenameConstraint{o.table, renamed, old};
    }
    Answer operator()(const CreateIndex &o) const { return DropIndex{o.table, o.index, o.concurrently}; }
    Answer operator()(const DropIndex &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        if (!table)
            return CreateIndex{o.table, o.index, o.concurrently};
        return CreateIndex{o.table, held(table->indexes, o.index, o.index), o.concurrently,
                           position(indexOf(table->indexes, o.index))};
    }
    Answer operator()(const RenameIndex &o) const
    {
        const schema::Table *table = m_before.table(o.table);
        schema::Index renamed = table ? held(table->indexes, o.index, o.index) : o.index;
        const QString old = std::exchange(renamed.name, o.to);
        return RenameIndex{o.table, renamed, old};
    }
    Answer operator()(const CreateEnum &o) const { return DropEnum{o.type}; }
    Answer operator()(const DropEnum &o) const
    {
        return CreateEnum{held(m_before.enums, o.type.name, o.type), position(indexOf(m_before.enums, o.type.name))};
    }
    Answer operator()(const RenameEnum &o) const { return RenameEnum{o.to, o.from}; }
    Answer operator()(const AddEnumValue &o) const
    {
        const schema::EnumType *type = m_before.enumType(o.type);
        if (!type)
            return std::nullopt;
        schema::EnumType after = *type;
        const qsizetype place = o.before ? after.values.indexOf(*o.before) : after.values.size();
        after.values.insert(place < 0 ? after.values.size() : place, o.value);
        return RebuildEnum{after, *type, {}};
    }
    Answer operator()(const RenameEnumValue &o) const { return RenameEnumValue{o.type, o.to, o.from}; }
    Answer operator()(const RebuildEnum &o) const
    {
        // A value that was merged into another one cannot be told from it any more; one that got a new name can.
        QMap<QString, QString> back;
        for (const auto &[old, fresh] : o.mapping.asKeyValueRange()) {
            if (!o.from.values.contains(fresh) && !back.contains(fresh))
                back.insert(fresh, old);
        }
        const schema::EnumType *type = m_before.enumType(o.from.name);
        return RebuildEnum{o.to, type ? *type : o.from, back};
    }
    Answer operator()(const CreateSequence &o) const { return DropSequence{o.sequence}; }
    Answer operator()(const DropSequence &o) const
    {
        return CreateSequence{held(m_before.sequences, o.sequence.name, o.sequence),
                              position(indexOf(m_before.sequences, o.sequence.name))};
    }
    Answer operator()(const AlterSequence &o) const
    {
        return AlterSequence{o.to, held(m_before.sequences, o.from.name, o.from)};
    }
    Answer operator()(const CreateView &o) const { return DropView{o.view}; }
    Answer operator()(const DropView &o) const
    {
        return CreateView{held(m_before.views, o.view.name, o.view), position(indexOf(m_before.views, o.view.name))};
    }
    Answer operator()(const ReplaceView &o) const { return ReplaceView{o.to, held(m_before.views, o.from.name, o.from)}; }
    Answer operator()(const CreateDefinition &o) const { return DropDefinition{o.definition}; }
    Answer operator()(const DropDefinition &o) const
    {
        return CreateDefinition{held(m_before.definitions, o.definition, o.definition),
                                position(indexOf(m_before.definitions, o.definition))};
    }
    Answer operator()(const ReplaceDefinition &o) const
    {
        return ReplaceDefinition{o.to, held(m_before.definitions, o.from, o.from)};
    }
    Answer operator()(const ExecuteSql &o) const
    {
        if (!o.down)
            return std::nullopt;
        ExecuteSql back = o;
        back.up = *o.down;
        back.down = o.up;
        return back;
    }

private:
    const schema::Catalog &m_before;
};

} // namespace

std::optional<Operation> invert(const Operation &operation, const schema::Catalog &before)
{
    return std::visit(Inverse(before), operation);
}

std::optional<Operations> invertAll(const Operations &operations, schema::Catalog before)
{
    Operations inverses;
    for (const Operation &operation : operations) {
        std::optional<Operation> inverse = invert(operation, before);
        if (!inverse || !apply(before, operation))
            return std::nullopt;
        inverses.insert(inverses.begin(), *std::move(inverse));
    }
    return inverses;
}

} // namespace joinery::operation
