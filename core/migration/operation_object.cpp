// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/operation_object.h"

#include "core/operation/apply.h"
#include "core/operation/lookup.h"

namespace joinery::migration {

using namespace operation;

namespace {

QString of(const Name &table, const QString &part) { return table.toString() + u'.' + part; }

QString nameOrColumns(const QString &name, const QStringList &columns)
{
    return name.isEmpty() ? QString(u'(' + columns.join(QLatin1String(", ")) + u')') : name;
}

QString of(const Name &table, const Constraint &constraint)
{
    return of(table, std::visit(Overloaded{
        [](const schema::PrimaryKey &key) { return nameOrColumns(key.name, key.columns); },
        [](const schema::Unique &unique) { return nameOrColumns(unique.name, unique.columns); },
        [](const schema::ForeignKey &key) { return nameOrColumns(key.name, key.columns); },
        [](const schema::Check &check) { return nameOrColumns(check.name, {check.expression}); },
        [](const schema::Exclusion &exclusion) { return nameOrColumns(exclusion.name, {exclusion.definition}); },
    }, constraint));
}

QString of(const schema::Definition &definition)
{
    const QString name = definition.name.toString();
    return definition.table.isEmpty() ? name : of(definition.table, definition.name.name);
}

} // namespace

QString objectOf(const Operation &operation)
{
    return std::visit(Overloaded{
        [](const CreateTable &o) { return o.table.name.toString(); },
        [](const DropTable &o) { return o.table.name.toString(); },
        [](const RenameTable &o) { return o.from.toString(); },
        [](const AlterTableOptions &o) { return o.table.toString(); },
        [](const SetTableComment &o) { return o.table.toString(); },
        [](const AddColumn &o) { return of(o.table, o.column.name); },
        [](const DropColumn &o) { return of(o.table, o.column.name); },
        [](const RenameColumn &o) { return of(o.table, o.from); },
        [](const AlterColumn &o) { return of(o.table, o.to.name); },
        [](const AddConstraint &o) { return of(o.table, o.constraint); },
        [](const DropConstraint &o) { return of(o.table, o.constraint); },
        [](const RenameConstraint &o) { return of(o.table, o.constraint); },
        [](const CreateIndex &o) { return of(o.table, o.index.name); },
        [](const DropIndex &o) { return of(o.table, o.index.name); },
        [](const RenameIndex &o) { return of(o.table, o.index.name); },
        [](const CreateEnum &o) { return o.type.name.toString(); },
        [](const DropEnum &o) { return o.type.name.toString(); },
        [](const RenameEnum &o) { return o.from.toString(); },
        [](const AddEnumValue &o) { return o.type.toString(); },
        [](const RenameEnumValue &o) { return o.type.toString(); },
        [](const RebuildEnum &o) { return o.from.name.toString(); },
        [](const CreateSequence &o) { return o.sequence.name.toString(); },
        [](const DropSequence &o) { return o.sequence.name.toString(); },
        [](const AlterSequence &o) { return o.from.name.toString(); },
        [](const CreateView &o) { return o.view.name.toString(); },
        [](const DropView &o) { return o.view.name.toString(); },
        [](const ReplaceView &o) { return o.from.name.toString(); },
        [](const CreateDefinition &o) { return of(o.definition); },
        [](const DropDefinition &o) { return of(o.definition); },
        [](const ReplaceDefinition &o) { return of(o.from); },
        [](const ExecuteSql &) { return QString(); }}, operation);
}

QStringList thingsOf(const Operation &operation)
{
    QStringList things;
    if (const auto *sql = std::get_if<ExecuteSql>(&operation)) {
        for (const Name &table : sql->touches)
            things.append(table.toString());
        return things;
    }
    const Name table = affectedTable(operation);
    if (!table.isEmpty())
        things.append(table.toString());
    else
        things.append(objectOf(operation));
    if (const auto *renamed = std::get_if<RenameTable>(&operation))
        things.append(renamed->to.toString());
    return things;
}

} // namespace joinery::migration
