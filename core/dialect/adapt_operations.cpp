// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adapt.h"

#include "core/dialect/adaptation.h"
#include "core/dialect/generic/generic_dialect.h"
#include "core/operation/apply.h"
#include "core/operation/lookup.h"
#include "core/operation/rename.h"

namespace joinery::dialect {

using namespace operation;
using schema::Catalog;
using schema::Column;
using schema::Table;

namespace {

/// The steps from one adapted catalogue to the next, for one operation on the model behind them.
class Steps
{
public:
    Steps(const Operation &operation, const Catalog &modelBefore, const Catalog &before, const Catalog &after, const Dialect &dialect)
        : m_operation(operation), m_model(modelBefore), m_before(before), m_after(after), m_dialect(dialect),
          m_plainNames(modelBefore, dialect)
    {
    }

    Operations find()
    {
        for (const schema::EnumType &type : m_after.enums) {
            if (!m_before.enumType(type.name) && !isEnumRename())
                m_steps.push_back(CreateEnum{type});
        }
        std::visit(Overloaded{
            [&](const CreateTable &) { compareTables(); },
            [&](const DropTable &) { compareTables(); },
            [&](const RenameTable &o) { m_steps.push_back(RenameTable{plain(o.from), plain(o.to)}); },
            [&](const AlterTableOptions &) { compareTables(); },
            [&](const SetTableComment &) { compareTables(); },
            [&](const AddColumn &) { compareTables(); },
            [&](const DropColumn &) { compareTables(); },
            [&](const RenameColumn &o) { m_steps.push_back(RenameColumn{plain(o.table), o.from, o.to}); },
            [&](const AlterColumn &) { compareTables(); },
            [&](const AddConstraint &) { compareTables(); },
            [&](const DropConstraint &) { compareTables(); },
            [&](const RenameConstraint &o) {
                const Table *table = m_before.table(plain(o.table));
                if (const std::optional<Constraint> known = table ? operation::find(*table, o.constraint) : std::nullopt)
                    m_steps.push_back(RenameConstraint{plain(o.table), *known, o.to});
            },
            [&](const CreateIndex &) { compareTables(); },
            [&](const DropIndex &) { compareTables(); },
            [&](const RenameIndex &o) {
                const Table *table = m_before.table(plain(o.table));
                if (table && indexOf(table->indexes, o.index) >= 0)
                    m_steps.push_back(RenameIndex{plain(o.table), o.index, o.to});
            },
            [&](const CreateEnum &) { compareTables(); },
            [&](const DropEnum &) { compareTables(); },
            [&](const RenameEnum &o) { keepOr(o); },
            [&](const AddEnumValue &o) { keepOr(o); },
            [&](const RenameEnumValue &o) {
                if (!keep(o))
                    changeValues(o.type, {{o.from, o.to}});
            },
            [&](const RebuildEnum &o) {
                if (!keep(o))
                    changeValues(o.from.name, o.mapping);
            },
            [&](const CreateSequence &o) { keep(o, m_dialect.capabilities().sequences); },
            [&](const DropSequence &o) { keep(o, m_dialect.capabilities().sequences); },
            [&](const AlterSequence &o) { keep(o, m_dialect.capabilities().sequences); },
            [&](const CreateView &) { compareViews(); },
            [&](const DropView &) { compareViews(); },
            [&](const ReplaceView &) { compareViews(); },
            [&](const CreateDefinition &) { compareDefinitions(); },
            [&](const DropDefinition &) { compareDefinitions(); },
            [&](const ReplaceDefinition &) { compareDefinitions(); },
            [&](const ExecuteSql &o) { m_steps.push_back(o); },
        }, m_operation);
        for (const schema::EnumType &type : m_before.enums) {
            if (!m_after.enumType(type.name) && !isEnumRename())
                m_steps.push_back(DropEnum{type});
        }
        return std::move(m_steps);
    }

private:
    bool isEnumRename() const
    {
        return std::holds_alternative<RenameEnum>(m_operation) || std::holds_alternative<RebuildEnum>(m_operation);
    }
    Name plain(const Name &name) const { return m_plainNames.of(name); }
    bool keep(const Operation &operation) { return keep(operation, m_dialect.capabilities().namedEnums); }
    bool keep(const Operation &operation, bool can)
    {
        if (can)
            m_steps.push_back(operation);
        return can;
    }
    void keepOr(const Operation &operation)
    {
        if (!keep(operation))
            compareTables();
    }

    // --- what differs between two states of the same tables

    void compareTables()
    {
        for (const Table &table : m_before.tables) {
            if (!m_after.table(table.name))
                m_steps.push_back(DropTable{table});
        }
        for (const Table &table : m_after.tables) {
            if (const Table *old = m_before.table(table.name))
                compareTable(*old, table);
            else
                m_steps.push_back(CreateTable{table});
        }
    }

    void compareTable(const Table &from, const Table &to)
    {
        if (from == to)
            return;
        dropAbsent(from, to);
        for (size_t i = 0; i < to.columns.size(); ++i) {
            const Column &column = to.columns[i];
            const Column *old = from.column(column.name);
            if (!old) {
                std::optional<QString> after;
                if (i + 1 < to.columns.size())
                    after = i == 0 ? QString() : to.columns[i - 1].name;
                m_steps.push_back(AddColumn{to.name, column, after, backfill()});
            } else if (*old != column) {
                m_steps.push_back(alteration(to.name, *old, column));
            }
        }
        for (const Column &column : from.columns) {
            if (!to.column(column.name))
                m_steps.push_back(DropColumn{from.name, column, {}});
        }
        addNew(from, to);
        if (from.options != to.options)
            m_steps.push_back(AlterTableOptions{to.name, from.options, to.options});
        if (from.comment != to.comment)
            m_steps.push_back(SetTableComment{to.name, from.comment, to.comment});
    }

    QString backfill() const
    {
        const auto *o = std::get_if<AddColumn>(&m_operation);
        return o ? translateExpression(o->backfill, m_model.dialect, m_dialect).value_or(o->backfill) : QString();
    }
    AlterColumn alteration(const Name &table, const Column &from, const Column &to) const
    {
        AlterColumn result{table, from, to, {}, {}, {}};
        if (const auto *o = std::get_if<AlterColumn>(&m_operation)) {
            const auto own = [&](const QString &sql) { return translateExpression(sql, m_model.dialect, m_dialect).value_or(sql); };
            result.conversion = own(o->conversion);
            result.reverseConversion = own(o->reverseConversion);
            result.nullFill = own(o->nullFill);
        }
        return result;
    }

    template <class Element>
    static const Element *same(const std::vector<Element> &elements, const Element &wanted)
    {
        const qsizetype index = indexOf(elements, wanted);
        return index < 0 || elements[size_t(index)] != wanted ? nullptr : &elements[size_t(index)];
    }

    void dropAbsent(const Table &from, const Table &to)
    {
        for (const schema::Index &index : from.indexes) {
            if (!same(to.indexes, index))
                m_steps.push_back(DropIndex{from.name, index, concurrently()});
        }
        const auto dropFrom = [&](const auto &old, const auto &fresh) {
            for (const auto &constraint : old) {
                if (!same(fresh, constraint))
                    m_steps.push_back(DropConstraint{from.name, constraint});
            }
        };
        dropFrom(from.foreignKeys, to.foreignKeys);
        dropFrom(from.uniques, to.uniques);
        dropFrom(from.checks, to.checks);
        dropFrom(from.exclusions, to.exclusions);
        if (from.primaryKey && from.primaryKey != to.primaryKey)
            m_steps.push_back(DropConstraint{from.name, *from.primaryKey});
    }

    void addNew(const Table &from, const Table &to)
    {
        if (to.primaryKey && from.primaryKey != to.primaryKey)
            m_steps.push_back(AddConstraint{to.name, *to.primaryKey});
        const auto addTo = [&](const auto &old, const auto &fresh) {
            for (const auto &constraint : fresh) {
                if (!same(old, constraint))
                    m_steps.push_back(AddConstraint{to.name, constraint});
            }
        };
        addTo(from.uniques, to.uniques);
        addTo(from.checks, to.checks);
        addTo(from.exclusions, to.exclusions);
        for (const schema::Index &index : to.indexes) {
            if (!same(from.indexes, index))
                m_steps.push_back(CreateIndex{to.name, index, concurrently()});
        }
        addTo(from.foreignKeys, to.foreignKeys);
    }

    bool concurrently() const
    {
        const auto *create = std::get_if<CreateIndex>(&m_operation);
        const auto *drop = std::get_if<DropIndex>(&m_operation);
        return (create && create->concurrently) || (drop && drop->concurrently);
    }

    // --- enumerations of an engine that has none by name

    /// The column takes both sets of values, the rows change, then it takes the new set only.
    void changeValues(const Name &type, const QMap<QString, QString> &mapping)
    {
        if (mapping.isEmpty())
            return compareTables();
        for (const Table &model : m_model.tables) {
            const Table *from = m_before.table(plain(model.name));
            const Table *to = m_after.table(plain(model.name));
            if (!from || !to || std::ranges::none_of(model.columns, [&](const Column &column) { return isOfEnum(column.type, type); }))
                continue;
            dropAbsent(*from, *to);
            for (const Column &column : model.columns) {
                if (!isOfEnum(column.type, type))
                    continue;
                const Column &old = *from->column(column.name);
                const Column &fresh = *to->column(column.name);
                Column both = old;
                if (fresh.type.kind == schema::TypeKind::Enum) {
                    for (const QString &value : fresh.type.enumValues) {
                        if (!both.type.enumValues.contains(value))
                            both.type.enumValues.append(value);
                    }
                } else {
                    both.type = fresh.type.length.value_or(0) > old.type.length.value_or(0) ? fresh.type : old.type;
                }
                if (both != old)
                    m_steps.push_back(AlterColumn{to->name, old, both, {}, {}, {}});
                QString cases;
                QStringList values;
                for (const auto &[gone, value] : mapping.asKeyValueRange()) {
                    cases += QStringLiteral(" WHEN %1 THEN %2").arg(literal(gone), literal(value));
                    values << literal(gone);
                }
                const QString name = m_dialect.quoteIfNeeded(column.name);
                m_steps.push_back(ExecuteSql{QStringLiteral("UPDATE %1 SET %2 = CASE %2%3 ELSE %2 END WHERE %2 IN (%4)")
                                                 .arg(m_dialect.quoteIfNeeded(to->name.name), name, cases, values.join(QLatin1String(", "))),
                                             {}, {}, false, {to->name}, {}});
                if (both != fresh)
                    m_steps.push_back(AlterColumn{to->name, both, fresh, {}, {}, {}});
            }
            addNew(*from, *to);
        }
    }
    QString literal(const QString &value) const { return m_dialect.literal(driver::Value::text(value)); }

    // --- views and the rest

    void compareViews()
    {
        for (const schema::View &view : m_before.views) {
            if (!m_after.view(view.name))
                m_steps.push_back(DropView{view});
        }
        for (const schema::View &view : m_after.views) {
            const schema::View *old = m_before.view(view.name);
            if (!old)
                m_steps.push_back(CreateView{view});
            else if (*old != view)
                m_steps.push_back(ReplaceView{*old, view});
        }
    }

    void compareDefinitions()
    {
        for (const schema::Definition &definition : m_before.definitions) {
            if (indexOf(m_after.definitions, definition) < 0)
                m_steps.push_back(DropDefinition{definition});
        }
        for (const schema::Definition &definition : m_after.definitions) {
            const qsizetype old = indexOf(m_before.definitions, definition);
            if (old < 0)
                m_steps.push_back(CreateDefinition{definition});
            else if (m_before.definitions[size_t(old)] != definition)
                m_steps.push_back(ReplaceDefinition{m_before.definitions[size_t(old)], definition});
        }
    }

    const Operation &m_operation;
    const Catalog &m_model;
    const Catalog &m_before;
    const Catalog &m_after;
    const Dialect &m_dialect;
    PlainNames m_plainNames;
    Operations m_steps;
};

/// Whether a catalogue in the engine's own terms stays so.
bool staysNative(const Operation &operation, const Dialect &dialect)
{
    if (dialect.capabilities().namedEnums)
        return true;
    const auto named = [](const schema::Column &column) { return column.type.kind == schema::TypeKind::Enum && !column.type.enumName.isEmpty(); };
    if (const auto *created = std::get_if<CreateTable>(&operation))
        return std::ranges::none_of(created->table.columns, named);
    if (const auto *added = std::get_if<AddColumn>(&operation))
        return !named(added->column);
    if (const auto *altered = std::get_if<AlterColumn>(&operation))
        return !named(altered->to);
    return !std::holds_alternative<CreateEnum>(operation);
}

} // namespace

Result<Operations> adapt(const Operations &operations, const Catalog &given, const Dialect &dialect, int serverVersion)
{
    // Most revisions go through here: a catalogue of a thousand tables is not copied for each.
    if (isNative(given, dialect) && std::ranges::all_of(operations, [&](const Operation &each) { return staysNative(each, dialect); }))
        return operations;
    Operations all;
    Catalog before = given;
    for (const Operation &operation : operations) {
        Catalog after = before;
        JOINERY_TRY(apply(after, operation));
        if (isNative(before, dialect) && isNative(after, dialect)) {
            all.push_back(operation);
        } else {
            // Elements are told by their names here: new ones of the adaptation have no identity.
            const Catalog from = adapt(before, dialect, serverVersion).catalog;
            const Catalog to = adapt(after, dialect, serverVersion).catalog;
            std::ranges::move(Steps(operation, before, from, to, dialect).find(), std::back_inserter(all));
        }
        before = std::move(after);
    }
    return all;
}

} // namespace joinery::dialect
