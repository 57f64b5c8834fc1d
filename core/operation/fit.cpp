// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/fit.h"

#include "core/operation/lookup.h"
#include "core/operation/rename.h"
#include "core/schema/sql_text.h"

namespace joinery::operation {

namespace {

Status taken(const QString &what, const QString &name)
{
    return fail(ErrorKind::Duplicate, QStringLiteral("There is a %1 %2 already.").arg(what, name));
}
Status missing(const QString &what, const QString &name)
{
    return fail(ErrorKind::Undefined, QStringLiteral("There is no %1 %2.").arg(what, name));
}
Status nameless(const QString &what) { return fail(ErrorKind::InvalidInput, QStringLiteral("A %1 needs a name.").arg(what)); }

class Fit
{
public:
    explicit Fit(const schema::Catalog &catalog) : m_catalog(catalog) {}

    Status operator()(const CreateTable &o) const { return freeForTable(o.table.name); }
    Status operator()(const DropTable &o) const
    {
        JOINERY_TRY(tableExists(o.table.name));
        for (const schema::Table &other : m_catalog.tables) {
            if (other.name == o.table.name)
                continue;
            for (const schema::ForeignKey &key : other.foreignKeys) {
                if (key.referredTable == o.table.name)
                    return inUse(o.table.name.toString(), label(u"foreign key", key.name), other.name);
            }
        }
        return {};
    }
    Status operator()(const RenameTable &o) const
    {
        JOINERY_TRY(tableExists(o.from));
        return o.from == o.to ? Status() : freeForTable(o.to);
    }
    Status operator()(const AlterTableOptions &o) const { return tableExists(o.table); }
    Status operator()(const SetTableComment &o) const { return tableExists(o.table); }
    Status operator()(const AddColumn &o) const
    {
        JOINERY_TRY(tableExists(o.table));
        if (o.column.name.isEmpty())
            return nameless(QStringLiteral("column"));
        return m_catalog.table(o.table)->column(o.column.name) ? taken(QStringLiteral("column"), of(o.table, o.column.name))
                                                               : Status();
    }
    Status operator()(const DropColumn &o) const
    {
        JOINERY_TRY(columnExists(o.table, o.column.name));
        return nothingHangsOn(o.table, o.column.name);
    }
    Status operator()(const RenameColumn &o) const
    {
        JOINERY_TRY(columnExists(o.table, o.from));
        if (o.to.isEmpty())
            return nameless(QStringLiteral("column"));
        if (o.to != o.from && m_catalog.table(o.table)->column(o.to))
            return taken(QStringLiteral("column"), of(o.table, o.to));
        return {};
    }
    Status operator()(const AlterColumn &o) const
    {
        if (o.from.name != o.to.name)
            return fail(ErrorKind::InvalidInput,
                        QStringLiteral("A change of column %1 cannot rename it: that is an operation of its own.")
                            .arg(of(o.table, o.from.name)));
        return columnExists(o.table, o.from.name);
    }
    Status operator()(const AddConstraint &o) const
    {
        JOINERY_TRY(tableExists(o.table));
        const schema::Table &table = *m_catalog.table(o.table);
        const QString name = nameOf(o.constraint);
        if (!name.isEmpty() && hasConstraint(table, name))
            return taken(QStringLiteral("constraint"), of(o.table, name));
        return std::visit(Overloaded{
            [&](const schema::PrimaryKey &key) -> Status {
                if (table.primaryKey)
                    return fail(ErrorKind::Duplicate, QStringLiteral("Table %1 has a primary key already.").arg(o.table.toString()));
                return columnsExist(table, key.columns);
            },
            [&](const schema::Unique &unique) { return columnsExist(table, unique.columns); },
            [&](const schema::ForeignKey &key) { return columnsExist(table, key.columns); },
            [&](const schema::Check &) { return Status(); },
            [&](const schema::Exclusion &) { return Status(); },
        }, o.constraint);
    }
    Status operator()(const DropConstraint &o) const { return constraintExists(o.table, o.constraint); }
    Status operator()(const RenameConstraint &o) const
    {
        JOINERY_TRY(constraintExists(o.table, o.constraint));
        if (nameOf(o.constraint) != o.to && !o.to.isEmpty() && hasConstraint(*m_catalog.table(o.table), o.to))
            return taken(QStringLiteral("constraint"), of(o.table, o.to));
        return {};
    }
    Status operator()(const CreateIndex &o) const
    {
        JOINERY_TRY(tableExists(o.table));
        const schema::Table &table = *m_catalog.table(o.table);
        if (!o.index.name.isEmpty() && hasIndex(table, o.index.name))
            return taken(QStringLiteral("index"), o.index.name);
        QStringList columns = o.index.include;
        for (const schema::IndexItem &item : o.index.items) {
            if (!item.column.isEmpty())
                columns.append(item.column);
        }
        return columnsExist(table, columns);
    }
    Status operator()(const DropIndex &o) const { return indexExists(o.table, o.index); }
    Status operator()(const RenameIndex &o) const
    {
        JOINERY_TRY(indexExists(o.table, o.index));
        if (o.to != o.index.name && hasIndex(*m_catalog.table(o.table), o.to))
            return taken(QStringLiteral("index"), o.to);
        return {};
    }
    Status operator()(const CreateEnum &o) const
    {
        if (o.type.name.isEmpty())
            return nameless(QStringLiteral("type"));
        return m_catalog.enumType(o.type.name) ? taken(QStringLiteral("type"), o.type.name.toString()) : Status();
    }
    Status operator()(const DropEnum &o) const
    {
        JOINERY_TRY(enumExists(o.type.name));
        for (const schema::Table &table : m_catalog.tables) {
            for (const schema::Column &column : table.columns) {
                if (isOfEnum(column.type, o.type.name))
                    return inUse(o.type.name.toString(), QStringLiteral("column ") + column.name, table.name);
            }
        }
        return {};
    }
    Status operator()(const RenameEnum &o) const
    {
        JOINERY_TRY(enumExists(o.from));
        return o.from != o.to && m_catalog.enumType(o.to) ? taken(QStringLiteral("type"), o.to.toString()) : Status();
    }
    Status operator()(const AddEnumValue &o) const
    {
        JOINERY_TRY(enumExists(o.type));
        const QStringList &values = m_catalog.enumType(o.type)->values;
        if (o.before && !values.contains(*o.before))
            return missing(QStringLiteral("value"), *o.before + QLatin1String(" in ") + o.type.toString());
        return values.contains(o.value) ? taken(QStringLiteral("value"), o.value) : Status();
    }
    Status operator()(const RenameEnumValue &o) const
    {
        JOINERY_TRY(enumExists(o.type));
        const QStringList &values = m_catalog.enumType(o.type)->values;
        if (!values.contains(o.from))
            return missing(QStringLiteral("value"), o.from + QLatin1String(" in ") + o.type.toString());
        return o.from != o.to && values.contains(o.to) ? taken(QStringLiteral("value"), o.to) : Status();
    }
    Status operator()(const RebuildEnum &o) const { return enumExists(o.from.name); }

    Status operator()(const CreateSequence &o) const
    {
        return indexOf(m_catalog.sequences, o.sequence.name) >= 0
            ? taken(QStringLiteral("sequence"), o.sequence.name.toString()) : Status();
    }
    Status operator()(const DropSequence &o) const { return sequenceExists(o.sequence.name); }
    Status operator()(const AlterSequence &o) const { return sequenceExists(o.from.name); }
    Status operator()(const CreateView &o) const { return freeForTable(o.view.name); }
    Status operator()(const DropView &o) const { return viewExists(o.view.name); }
    Status operator()(const ReplaceView &o) const { return viewExists(o.from.name); }
    Status operator()(const CreateDefinition &o) const
    {
        return indexOf(m_catalog.definitions, o.definition) >= 0
            ? taken(QStringLiteral("definition"), o.definition.name.toString()) : Status();
    }
    Status operator()(const DropDefinition &o) const { return definitionExists(o.definition); }
    Status operator()(const ReplaceDefinition &o) const { return definitionExists(o.from); }
    Status operator()(const ExecuteSql &) const { return {}; }

private:
    static QString of(const Name &table, const QString &part) { return table.toString() + u'.' + part; }
    static QString label(QStringView kind, const QString &name)
    {
        return name.isEmpty() ? QStringLiteral("an unnamed %1").arg(kind) : QStringLiteral("%1 %2").arg(kind, name);
    }
    static Status inUse(const QString &what, const QString &user, const Name &table)
    {
        return fail(ErrorKind::Conflict, QStringLiteral("%1 is in use: %2 of table %3 needs it. Drop that first.")
                                             .arg(what, user, table.toString()));
    }

    Status tableExists(const Name &name) const
    {
        return m_catalog.table(name) ? Status() : missing(QStringLiteral("table"), name.toString());
    }
    Status viewExists(const Name &name) const
    {
        return m_catalog.view(name) ? Status() : missing(QStringLiteral("view"), name.toString());
    }
    Status enumExists(const Name &name) const
    {
        return m_catalog.enumType(name) ? Status() : missing(QStringLiteral("type"), name.toString());
    }
    Status sequenceExists(const Name &name) const
    {
        return indexOf(m_catalog.sequences, name) >= 0 ? Status() : missing(QStringLiteral("sequence"), name.toString());
    }
    Status definitionExists(const schema::Definition &definition) const
    {
        return indexOf(m_catalog.definitions, definition) >= 0
            ? Status() : missing(QStringLiteral("definition"), definition.name.toString());
    }
    Status freeForTable(const Name &name) const
    {
        if (name.isEmpty())
            return nameless(QStringLiteral("table"));
        if (m_catalog.table(name))
            return taken(QStringLiteral("table"), name.toString());
        return m_catalog.view(name) ? taken(QStringLiteral("view"), name.toString()) : Status();
    }
    Status columnExists(const Name &table, const QString &column) const
    {
        JOINERY_TRY(tableExists(table));
        return m_catalog.table(table)->column(column) ? Status() : missing(QStringLiteral("column"), of(table, column));
    }
    static Status columnsExist(const schema::Table &table, const QStringList &columns)
    {
        for (const QString &column : columns) {
            if (!table.column(column))
                return missing(QStringLiteral("column"), of(table.name, column));
        }
        return {};
    }
    Status constraintExists(const Name &table, const Constraint &constraint) const
    {
        JOINERY_TRY(tableExists(table));
        if (find(*m_catalog.table(table), constraint))
            return {};
        const QString name = nameOf(constraint);
        return missing(kindOf(constraint), name.isEmpty() ? QLatin1String("of this kind in ") + table.toString() : of(table, name));
    }
    Status indexExists(const Name &table, const schema::Index &index) const
    {
        JOINERY_TRY(tableExists(table));
        return indexOf(m_catalog.table(table)->indexes, index) >= 0 ? Status()
                                                                    : missing(QStringLiteral("index"), of(table, index.name));
    }
    static bool hasConstraint(const schema::Table &table, const QString &name)
    {
        const auto named = [&](const auto &constraint) { return constraint.name == name; };
        return (table.primaryKey && table.primaryKey->name == name) || std::ranges::any_of(table.uniques, named)
            || std::ranges::any_of(table.foreignKeys, named) || std::ranges::any_of(table.checks, named)
            || std::ranges::any_of(table.exclusions, named);
    }
    static bool hasIndex(const schema::Table &table, const QString &name)
    {
        return std::ranges::any_of(table.indexes, [&](const schema::Index &index) { return index.name == name; });
    }

    Status nothingHangsOn(const Name &tableName, const QString &column) const
    {
        const schema::Table &table = *m_catalog.table(tableName);
        const QString what = of(tableName, column);
        if (table.isInPrimaryKey(column))
            return inUse(what, QStringLiteral("the primary key"), tableName);
        for (const schema::Unique &unique : table.uniques) {
            if (unique.columns.contains(column) || unique.include.contains(column))
                return inUse(what, label(u"unique", unique.name), tableName);
        }
        for (const schema::Check &check : table.checks) {
            if (schema::mentionsColumn(check.expression, column, m_catalog.dialect))
                return inUse(what, label(u"check", check.name), tableName);
        }
        for (const schema::Index &index : table.indexes) {
            const bool holds = index.include.contains(column)
                || schema::mentionsColumn(index.where, column, m_catalog.dialect)
                || std::ranges::any_of(index.items, [&](const schema::IndexItem &item) {
                       return item.column == column
                           || schema::mentionsColumn(item.expression, column, m_catalog.dialect);
                   });
            if (holds)
                return inUse(what, label(u"index", index.name), tableName);
        }
        for (const schema::Column &other : table.columns) {
            if (other.name != column && other.computed
                && schema::mentionsColumn(other.computed->expression, column, m_catalog.dialect))
                return inUse(what, QStringLiteral("generated column ") + other.name, tableName);
        }
        for (const schema::Table &other : m_catalog.tables) {
            for (const schema::ForeignKey &key : other.foreignKeys) {
                if ((other.name == tableName && key.columns.contains(column))
                    || (key.referredTable == tableName && key.referredColumns.contains(column)))
                    return inUse(what, label(u"foreign key", key.name), other.name);
            }
        }
        return {};
    }

    const schema::Catalog &m_catalog;
};

} // namespace

Status fits(const schema::Catalog &catalog, const Operation &operation)
{
    return std::visit(Fit(catalog), operation);
}

} // namespace joinery::operation
